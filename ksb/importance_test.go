package ksb_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

func work(id ksb.DutyID, weight float64, names ...ksb.StatementID) ksb.Duty {
	return ksb.Duty{ID: id, Code: string(id), Weight: weight, Statements: names}
}

func TestImportance(t *testing.T) {
	weighed := func(id ksb.StatementID, weight float64) ksb.Requirement {
		return ksb.Requirement{Statement: id, Weight: weight}
	}
	type weights = map[ksb.StatementID]float64
	tests := []struct {
		why      string
		role     ksb.Role
		want     weights
		unmapped int
	}{
		{"without duties all matter alike", ksb.Role{Requirements: requires("S1", "S2")}, weights{"S1": 1, "S2": 1}, 0},
		{"a requirement's own weight, without duties", ksb.Role{Requirements: []ksb.Requirement{weighed("S1", 0.3), weighed("S2", 0)}}, weights{"S1": 0.3, "S2": 1}, 0},
		{"a requirement's own weight outranks the duties", ksb.Role{Requirements: []ksb.Requirement{weighed("S1", 5)}, Duties: []ksb.Duty{work("D1", 1, "S1")}}, weights{"S1": 5}, 0},
		{"the share of the duties that name it", ksb.Role{Requirements: requires("S1", "S2"), Duties: []ksb.Duty{work("D1", 3, "S1"), work("D2", 1, "S2")}}, weights{"S1": 0.75, "S2": 0.25}, 0},
		{"several duties add up", ksb.Role{Requirements: requires("S1"), Duties: []ksb.Duty{work("D1", 2, "S1"), work("D2", 2, "S1"), work("D3", 4)}}, weights{"S1": 0.5}, 0},
		{"a duty without a weight weighs 1", ksb.Role{Requirements: requires("S1", "S2"), Duties: []ksb.Duty{work("D1", 0, "S1"), work("D2", 3, "S2")}}, weights{"S1": 0.25, "S2": 0.75}, 0},
		{"a statement named twice by a duty is named once", ksb.Role{Requirements: requires("S1"), Duties: []ksb.Duty{work("D1", 1, "S1", "S1"), work("D2", 3)}}, weights{"S1": 0.25}, 0},
		{"what no duty names weighs as one duty of all, by number, not by weight", ksb.Role{Requirements: requires("S1", "S2", "S3"), Duties: []ksb.Duty{work("D1", 9, "S1"), work("D2", 0)}}, weights{"S1": 0.9, "S2": 0.5, "S3": 0.5}, 2},
		{"its own weight makes up for missing duties", ksb.Role{Requirements: []ksb.Requirement{weighed("S1", 0.2)}, Duties: []ksb.Duty{work("D1", 1, "S2")}}, weights{"S1": 0.2}, 0},
		{"duties may name what is not asked for", ksb.Role{Requirements: requires("S1"), Duties: []ksb.Duty{work("D1", 1, "S1", "S2")}}, weights{"S1": 1}, 0},
		{"without requirements every statement of the duties is one", ksb.Role{Duties: []ksb.Duty{work("D1", 1, "S1"), work("D2", 1, "S2", "S1")}}, weights{"S1": 1, "S2": 0.5}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			tt.role.ID = "R"
			ix := compiled(t, roleFramework(tt.role))
			if diff := cmp.Diff(tt.want, importances(t, ix, "R")); diff != "" {
				t.Error(diff)
			}
			b, _ := ix.Brief("R")
			require.Equal(t, tt.unmapped, b.Unmapped)
		})
	}
}

// After the option is chosen: the duties of other options are no part of the sum.
func TestImportanceWithinAnOption(t *testing.T) {
	own := func(d ksb.Duty, options ...ksb.OptionID) ksb.Duty { d.Options = options; return d }
	ix := compiled(t, roleFramework(ksb.Role{
		ID: "R", Options: []ksb.Option{{ID: "A"}, {ID: "B"}},
		Duties: []ksb.Duty{work("D1", 1, "S1"), own(work("D2", 3, "S2"), "A"), own(work("D3", 4, "S3"), "B")},
	}))
	for id, want := range map[ksb.RoleID]map[ksb.StatementID]float64{
		"R":   {"S1": 0.125, "S2": 0.375, "S3": 0.5},
		"R/A": {"S1": 0.25, "S2": 0.75},
		"R/B": {"S1": 0.2, "S3": 0.8},
	} {
		if diff := cmp.Diff(want, importances(t, ix, id)); diff != "" {
			t.Error(id, diff)
		}
	}
}

// importanceByHand is the rule of the format, statement by statement.
func importanceByHand(q ksb.Requirement, duties []ksb.Duty) float64 {
	if q.Weight > 0 {
		return q.Weight
	}
	if len(duties) == 0 {
		return 1
	}
	var naming, all float64
	for _, d := range duties {
		w := d.Weight
		if w == 0 {
			w = 1
		}
		all += w
		if slices.Contains(d.Statements, q.Statement) {
			naming += w
		}
	}
	if naming == 0 {
		return 1 / float64(len(duties))
	}
	return naming / all
}

func TestImportanceByHand(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 11))
	ids := []ksb.StatementID{"S1", "S2", "S3", "S4"}
	for range 2_000 {
		r := ksb.Role{ID: "R", Requirements: requires(ids...)}
		for i := range r.Requirements {
			r.Requirements[i].Weight = max(0, random.Float64()-0.5)
		}
		for i := range random.IntN(6) {
			d := work(ksb.DutyID(fmt.Sprint("D", i)), float64(random.IntN(4)))
			for range random.IntN(4) {
				d.Statements = append(d.Statements, ids[random.IntN(len(ids))])
			}
			r.Duties = append(r.Duties, d)
		}
		got, want := importances(t, compiled(t, roleFramework(r)), "R"), map[ksb.StatementID]float64{}
		for _, q := range r.Requirements {
			want[q.Statement] = importanceByHand(q, r.Duties)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateApprox(1e-15, 0)); diff != "" {
			t.Fatalf("%+v: %s", r, diff)
		}
	}
}

// Weights that a person may state, however odd, never make an importance that is no
// number, or nothing.
func TestImportanceOfExtremeWeights(t *testing.T) {
	tests := []struct {
		why           string
		first, second float64
	}{
		{"the sum is beyond the greatest number", math.MaxFloat64, math.MaxFloat64},
		{"the share is below the smallest number", math.SmallestNonzeroFloat64, math.MaxFloat64},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			f := roleFramework(ksb.Role{ID: "R", Duties: []ksb.Duty{work("D1", tt.first, "S1"), work("D2", tt.second, "S2")}})
			ix, problems := ksb.Compile(f)
			for id, weight := range importances(t, ix, "R") {
				sound := weight > 0 && !math.IsInf(weight, 0)
				require.True(t, sound || problems.Err() != nil, "%s weighs %v and nothing is said of it", id, weight)
			}
		})
	}
}
