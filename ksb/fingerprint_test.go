package ksb_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

func fingerprint(frameworks ...ksb.Framework) string {
	ix, _ := ksb.Compile(frameworks...)
	return ix.Fingerprint()
}

// shuffle puts every list in v in another order, but for the rungs of a scale, whose
// order is their meaning, and for the fields named skip.
func shuffle(random *rand.Rand, v reflect.Value, skip string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			shuffle(random, v.Elem(), skip)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if name := v.Type().Field(i).Name; name != "Rungs" && name != skip {
				shuffle(random, v.Field(i), skip)
			}
		}
	case reflect.Slice:
		random.Shuffle(v.Len(), reflect.Swapper(v.Interface()))
		for i := range v.Len() {
			shuffle(random, v.Index(i), skip)
		}
	}
}

func TestFingerprintIgnoresOrder(t *testing.T) {
	tests := []struct{ why, skip string }{
		{"the lists of a framework", "Rule"},
		{"the branches of a rule too: any, all and some of them know no order", ""},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			random := rand.New(rand.NewPCG(5, 5))
			for _, build := range []func() []ksb.Framework{
				func() []ksb.Framework { return []ksb.Framework{unsorted()} },
				func() []ksb.Framework { return []ksb.Framework{manyMistakes(), hospital()} },
			} {
				want := fingerprint(build()...)
				for range 100 {
					shuffled := build()
					shuffle(random, reflect.ValueOf(&shuffled), tt.skip)
					require.Equal(t, want, fingerprint(shuffled...))
				}
			}
		})
	}
}

func TestFingerprintIgnoresPlaces(t *testing.T) {
	f := sound()
	for i := range f.Statements {
		f.Statements[i].Origin = at("elsewhere", i)
	}
	require.Equal(t, fingerprint(sound()), fingerprint(f))
}

func TestFingerprintIgnoresRepetition(t *testing.T) {
	require.Equal(t, fingerprint(sound()), fingerprint(sound(), sound()), "a repetition counts once")
}

func TestFingerprintSeesEveryChange(t *testing.T) {
	tests := []struct {
		why    string
		change func(f *ksb.Framework, s *ksb.Statement, r *ksb.Role)
	}{
		{"framework", func(f *ksb.Framework, _ *ksb.Statement, _ *ksb.Role) { f.ID = "x" }},
		{"edition", func(f *ksb.Framework, _ *ksb.Statement, _ *ksb.Role) { f.Edition = "2" }},
		{"framework title", func(f *ksb.Framework, _ *ksb.Statement, _ *ksb.Role) { f.Title = "x" }},
		{"jurisdiction", func(f *ksb.Framework, _ *ksb.Statement, _ *ksb.Role) { f.Jurisdiction = "x" }},
		{"name of a rung", func(f *ksb.Framework, _ *ksb.Statement, _ *ksb.Role) { f.Scales[0].Rungs[4] = "x" }},
		{"order of rungs", func(f *ksb.Framework, _ *ksb.Statement, _ *ksb.Role) { slices.Reverse(f.Scales[0].Rungs) }},
		{"statement ID", func(f *ksb.Framework, s *ksb.Statement, _ *ksb.Role) { s.ID = "x" }},
		{"code", func(f *ksb.Framework, s *ksb.Statement, _ *ksb.Role) { s.Code = "x" }},
		{"kind", func(f *ksb.Framework, s *ksb.Statement, _ *ksb.Role) { s.Kind = ksb.Knowledge }},
		{"text", func(f *ksb.Framework, s *ksb.Statement, _ *ksb.Role) { s.Text = "two." }},
		{"scale", func(f *ksb.Framework, s *ksb.Statement, _ *ksb.Role) { s.Scale = "five" }},
		{"half-life", func(f *ksb.Framework, s *ksb.Statement, _ *ksb.Role) { s.HalfLifeDays = 1 }},
		{"prerequisites", func(f *ksb.Framework, s *ksb.Statement, _ *ksb.Role) { s.Requires = nil }},
		{"verifiers", func(f *ksb.Framework, s *ksb.Statement, _ *ksb.Role) { s.VerifiedBy = s.VerifiedBy[:1] }},
		{"one statement fewer", func(f *ksb.Framework, _ *ksb.Statement, _ *ksb.Role) { f.Statements = f.Statements[:2] }},
		{"role title", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Title = "x" }},
		{"role edition", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Edition = "x" }},
		{"alias", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Aliases[0] = "x" }},
		{"qualification level", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Qual = 5 }},
		{"band", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Band = "4" }},
		{"level", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Requirements[0].Level = 4 }},
		{"critical", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Requirements[0].Critical = false }},
		{"weight", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Requirements[1].Weight = 0.5 }},
		{"duty text", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Duties[0].Text = "x" }},
		{"duty weight", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Duties[0].Weight = 1 }},
		{"core", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Duties[0].Core = false }},
		{"statements of a duty", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Duties[1].Statements = nil }},
		{"options of a duty", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Duties[1].Options = nil }},
		{"option title", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Options[0].Title = "x" }},
		{"phase", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Gates[0].Phase = ksb.Gateway }},
		{"grace", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Gates[0].GraceDays = 1 }},
		{"source of a gate", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Gates[0].Source = "x" }},
		{"rule", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Gates[0].Rule.Credential = "x" }},
		{"code of another system", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Codes[0].System = "OCC" }},
		{"facts", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Facts.Until = 1 }},
		{"keywords", func(f *ksb.Framework, _ *ksb.Statement, r *ksb.Role) { r.Facts.Keywords = nil }},
		{"link", func(f *ksb.Framework, _ *ksb.Statement, _ *ksb.Role) { f.Links[0].To = "x" }},
		{"relation", func(f *ksb.Framework, _ *ksb.Statement, _ *ksb.Role) { f.Links[0].Relation = ksb.Close }},
		{"a link that a person has confirmed", func(f *ksb.Framework, _ *ksb.Statement, _ *ksb.Role) { f.Links[0].Confirmed = true }},
		{"step", func(f *ksb.Framework, _ *ksb.Statement, _ *ksb.Role) { f.Related[0].Relation = "related" }},
		{"source of a step", func(f *ksb.Framework, _ *ksb.Statement, _ *ksb.Role) { f.Related[0].Source = "x" }},
		{"members of a group", func(f *ksb.Framework, _ *ksb.Statement, _ *ksb.Role) { f.Groups[0].Members = nil }},
	}
	seen := map[string]string{fingerprint(sound()): "nothing"}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			f := sound()
			tt.change(&f, &f.Statements[1], &f.Roles[0])
			got := fingerprint(f)
			require.Empty(t, seen[got], "not told from a change of this")
			seen[got] = tt.why
		})
	}
}

// Where one text ends and the next begins is content.
func TestFingerprintKeepsTextsApart(t *testing.T) {
	a, b := sound(), sound()
	a.ID, a.Edition = "imaging 2026", "draft"
	b.ID, b.Edition = "imaging", "2026 draft"
	require.NotEqual(t, fingerprint(a), fingerprint(b))
}
