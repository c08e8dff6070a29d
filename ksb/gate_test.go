package ksb_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

func TestGateRules(t *testing.T) {
	a, b := credential("a"), credential("b")
	two := []ksb.Rule{a, b}
	not := func(r ksb.Rule) ksb.Rule { return ksb.Rule{Not: &r} }
	tests := []struct {
		why   string
		rule  ksb.Rule
		sound bool
	}{
		{"a credential", a, true},
		{"any of some", ksb.Rule{Any: two}, true},
		{"all of some", ksb.Rule{All: two}, true},
		{"not some", not(a), true},
		{"some of some", ksb.Rule{Of: two, AtLeast: 1}, true},
		{"as many as there are", ksb.Rule{Of: two, AtLeast: 2}, true},
		{"credits towards a credential", ksb.Rule{Credits: &ksb.Credits{Of: "a", AtLeast: 1}}, true},
		{"a fact of at least a value", ksb.Rule{Fact: "ageAtStart", AtLeast: 18}, true},
		{"a value may have a fraction", ksb.Rule{Fact: "hoursAWeek", AtLeast: 37.5}, true},
		{"or be zero, or below", ksb.Rule{Fact: "balance", AtLeast: -1}, true},
		{"rules within rules", ksb.Rule{Any: []ksb.Rule{a, {All: []ksb.Rule{b, not(a)}}}}, true},

		{"no claim at all is met by everybody and by nobody", ksb.Rule{}, false},
		{"two claims: and, or or?", ksb.Rule{Credential: "a", Any: two}, false},
		{"two claims of another sort", ksb.Rule{Fact: "ageAtStart", Credits: &ksb.Credits{Of: "a", AtLeast: 1}}, false},
		{"any of none", ksb.Rule{Any: []ksb.Rule{}}, false},
		{"how many of them is missing", ksb.Rule{Of: two}, false},
		{"more of them than there are", ksb.Rule{Of: two, AtLeast: 3}, false},
		{"one and a half of them", ksb.Rule{Of: two, AtLeast: 1.5}, false},
		{"fewer than none of them", ksb.Rule{Of: two, AtLeast: -1}, false},
		{"an amount of them that is no number", ksb.Rule{Of: two, AtLeast: math.NaN()}, false},
		{"a value that is no number", ksb.Rule{Fact: "ageAtStart", AtLeast: math.NaN()}, false},
		{"a value without end", ksb.Rule{Fact: "ageAtStart", AtLeast: math.Inf(1)}, false},
		{"a number that belongs to nothing", ksb.Rule{Credential: "a", AtLeast: 1}, false},
		{"a number that belongs to nothing, beside any", ksb.Rule{Any: two, AtLeast: 1}, false},
		{"credits have their own number", ksb.Rule{Credits: &ksb.Credits{Of: "a", AtLeast: 1}, AtLeast: 1}, false},
		{"credits towards nothing", ksb.Rule{Credits: &ksb.Credits{AtLeast: 1}}, false},
		{"no credits", ksb.Rule{Credits: &ksb.Credits{Of: "a"}}, false},
		{"a bad branch of any", ksb.Rule{Any: []ksb.Rule{a, {}}}, false},
		{"a bad branch of all", ksb.Rule{All: []ksb.Rule{{}, a}}, false},
		{"a bad branch of a count", ksb.Rule{Of: []ksb.Rule{a, {}}, AtLeast: 1}, false},
		{"a bad branch of not", not(ksb.Rule{}), false},
		{"a bad branch far below", ksb.Rule{All: []ksb.Rule{not(ksb.Rule{Any: []ksb.Rule{{}}})}}, false},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			var want []mistake
			if !tt.sound {
				want = one(ksb.ErrGate, "roles[R1].gates[X]")
			}
			ix, problems := ksb.Compile(withGate(ksb.Gate{ID: "X", Phase: ksb.Gateway, Rule: tt.rule}))
			if diff := cmp.Diff(want, mistakes(problems)); diff != "" {
				t.Error(diff)
			}
			r, _ := ix.Role("R1")
			require.Equal(t, tt.sound, len(r.Gates) == 2, "a gate that is not understood is left out")
		})
	}
}

func withGate(g ksb.Gate) ksb.Framework {
	f := sound()
	g.Origin = at("f", 90)
	f.Roles[0].Gates = with(f.Roles[0].Gates, g)
	return f
}

func TestGatesBesideTheirRules(t *testing.T) {
	tests := []struct {
		why  string
		gate ksb.Gate
	}{
		{"when it is looked at is missing", ksb.Gate{ID: "X", Rule: credential("a")}},
		{"when it is looked at is unknown", ksb.Gate{ID: "X", Phase: 9, Rule: credential("a")}},
		{"grace does not end before the start", ksb.Gate{ID: "X", Phase: ksb.Entry, GraceDays: -1, Rule: credential("a")}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			_, problems := ksb.Compile(withGate(tt.gate))
			if diff := cmp.Diff(one(ksb.ErrGate, "roles[R1].gates[X]"), mistakes(problems)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestGatesStandInTheOrderOfACareer(t *testing.T) {
	var gates []ksb.Gate
	for _, g := range []struct {
		id    ksb.GateID
		phase ksb.Phase
	}{{"G10", ksb.Entry}, {"A", ksb.Retention}, {"G2", ksb.Entry}, {"Z", ksb.Gateway}} {
		gates = append(gates, ksb.Gate{ID: g.id, Phase: g.phase, Rule: credential("c")})
	}
	r, _ := compiled(t, roleFramework(ksb.Role{ID: "R", Requirements: requires("S1"), Gates: gates})).Role("R")
	var got []ksb.GateID
	for _, g := range r.Gates {
		got = append(got, g.ID)
	}
	require.Equal(t, []ksb.GateID{"G2", "G10", "Z", "A"}, got)
}
