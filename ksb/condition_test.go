package ksb_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

func TestGateConditions(t *testing.T) {
	tests := []struct {
		why   string
		give  *ksb.Condition
		sound bool
	}{
		{"no condition: everybody", nil, true},
		{"an option", &ksb.Condition{Options: []ksb.OptionID{"O"}}, true},
		{"an age from", &ksb.Condition{AgeFrom: 19}, true},
		{"an age under", &ksb.Condition{AgeUnder: 19}, true},
		{"both, one year wide", &ksb.Condition{AgeFrom: 18, AgeUnder: 19}, true},
		{"a start from", &ksb.Condition{StartFrom: 739000}, true},
		{"a start until", &ksb.Condition{StartUntil: 739000}, true},
		{"starts of one day", &ksb.Condition{StartFrom: 739000, StartUntil: 739000}, true},

		{"a condition that narrows nothing hides a slip of the pen", &ksb.Condition{}, false},
		{"an empty list of options narrows nothing", &ksb.Condition{Options: []ksb.OptionID{}}, false},
		{"nobody is 19 and under 19", &ksb.Condition{AgeFrom: 19, AgeUnder: 19}, false},
		{"nobody is under 0", &ksb.Condition{AgeUnder: -1}, false},
		{"nobody is minus one", &ksb.Condition{AgeFrom: -1}, false},
		{"nobody starts between tomorrow and today", &ksb.Condition{StartFrom: 739001, StartUntil: 739000}, false},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			var want []mistake
			if !tt.sound {
				want = one(ksb.ErrGate, "roles[R1].gates[X]")
			}
			gate := ksb.Gate{ID: "X", Phase: ksb.Gateway, AppliesIf: tt.give, Rule: credential("a")}
			ix, problems := ksb.Compile(withGate(gate))
			if diff := cmp.Diff(want, mistakes(problems)); diff != "" {
				t.Error(diff)
			}
			r, _ := ix.Role("R1")
			require.Equal(t, tt.sound, len(r.Gates) == 2, "a gate that is not understood is left out")
		})
	}
}

// What is compiled is the caller's no longer: options stand sorted, each once, and the
// order in which they were given shows nowhere.
func TestGateConditionsAreCopied(t *testing.T) {
	compile := func(options ...ksb.OptionID) *ksb.Index {
		gate := ksb.Gate{ID: "X", Phase: ksb.Entry, AppliesIf: &ksb.Condition{Options: options}, Rule: credential("a")}
		ix, problems := ksb.Compile(withGate(gate))
		require.NoError(t, problems.Err())
		return ix
	}
	given := []ksb.OptionID{"b", "a", "b"}
	ix := compile(given...)
	given[0] = "changed"
	r, _ := ix.Role("R1")
	for _, g := range r.Gates {
		if g.ID == "X" {
			require.Equal(t, []ksb.OptionID{"a", "b"}, g.AppliesIf.Options)
		}
	}
	require.Equal(t, ix.Fingerprint(), compile("a", "b").Fingerprint())
	require.NotEqual(t, ix.Fingerprint(), compile("a").Fingerprint(), "who is concerned is content")
}
