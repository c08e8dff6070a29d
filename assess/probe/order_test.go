package probe_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/probe"
	"github.com/skillgap-go/skillgap/ksb"
)

// TestStatesAgainstBruteForce: the states are the subsets that hold the prerequisites of
// their members, in rings too.
func TestStatesAgainstBruteForce(t *testing.T) {
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 5))
		list := web(r, 1+r.IntN(9), 0.25)
		if seed%2 == 0 && len(list) > 2 { // close a ring
			list[0].Requires = append(list[0].Requires, list[len(list)-1].ID)
		}
		o, err := probe.New(list...)
		require.NoError(t, err)
		got, err := o.Structure(1 << 12)
		require.NoError(t, err)
		want, err := probe.NewStructure(len(list), feasible(o.Statements())...)
		require.NoError(t, err)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("seed %d: %s", seed, diff)
		}
		union, intersection := got.Closed()
		require.True(t, union && intersection, "quasi-ordinal")
	}
}

func feasible(list []ksb.Statement) (states []probe.Set) {
	at := map[ksb.StatementID]int{}
	for i, s := range list {
		at[s.ID] = i
	}
	for k := range probe.Set(1) << len(list) {
		sound := true
		for i, s := range list {
			for _, needed := range s.Requires {
				sound = sound && (!k.Has(i) || k.Has(at[needed]))
			}
		}
		if sound {
			states = append(states, k)
		}
	}
	return states
}

// TestFringesAgainstStructure: by prerequisites and by the list of states, the same.
func TestFringesAgainstStructure(t *testing.T) {
	for seed := range uint64(60) {
		o, err := probe.New(web(rand.New(rand.NewPCG(seed, 6)), 8, 0.25)...)
		require.NoError(t, err)
		s, err := o.Structure(1 << 8)
		require.NoError(t, err)
		ids := func(set probe.Set) (list []ksb.StatementID) {
			for i := range set.Items() {
				list = append(list, o.Statements()[i].ID)
			}
			return list
		}
		for _, state := range s.States {
			require.Equal(t, ids(s.Inner(state)), o.Inner(ids(state)))
			require.Equal(t, ids(s.Outer(state)), o.Outer(ids(state)))
		}
	}
}

// TestMarginalsAgainstBruteForce: a scan by components and the sum over all states.
func TestMarginalsAgainstBruteForce(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 7))
		list := web(r, 9, 0.12) // often several components
		o, err := probe.New(list...)
		require.NoError(t, err)
		whole, err := o.Structure(1 << 9)
		require.NoError(t, err)
		belief, err := probe.NewBelief(whole, nil)
		require.NoError(t, err)
		of := map[ksb.StatementID]probe.Chance{list[0].ID: {Slip: 0.3, Guess: 0.05}}
		scan, err := probe.Start(o, probe.Options{Of: of, Chance: probe.Chance{Slip: 0.02, Guess: 0.2}})
		require.NoError(t, err)
		for range 8 {
			item, yes := r.IntN(len(list)), r.IntN(2) == 0
			id := o.Statements()[item].ID
			chance := probe.Chance{Slip: 0.02, Guess: 0.2}
			if own, has := of[id]; has {
				chance = own
			}
			belief.Answer(item, yes, chance)
			require.NoError(t, scan.Answer(id, yes))
			for i, p := range belief.Marginals(nil) {
				require.InDelta(t, p, scan.Standings()[i].Probability, 1e-9)
			}
			bits, known := scan.Entropy()
			require.True(t, known)
			require.InDelta(t, belief.Entropy(), bits, 1e-9)
		}
	}
}

// TestGain: the closed form is the expected drop of the entropy over the states.
func TestGain(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 8))
		o, _ := probe.New(web(r, 7, 0.25)...)
		s, _ := o.Structure(1 << 7)
		b, err := probe.NewBelief(s, nil)
		require.NoError(t, err)
		c := probe.Chance{Slip: 0.05 + 0.3*r.Float64(), Guess: 0.05 + 0.3*r.Float64()}
		item := r.IntN(7)
		p := b.Marginals(nil)[item]
		after := func(yes bool) float64 {
			other, _ := probe.NewBelief(s, b.Shares(nil))
			other.Answer(item, yes, c)
			return other.Entropy()
		}
		drop := b.Entropy() - c.Yes(p)*after(true) - (1-c.Yes(p))*after(false)
		require.InDelta(t, drop, c.Gain(p), 1e-12)
	}
}

// TestTooManyStates: the error says how large, and a scan does without.
func TestTooManyStates(t *testing.T) {
	for _, c := range []struct {
		why   string
		list  []ksb.Statement
		limit int
		fails bool
	}{
		{"5 apart have 32 states", loose(chain(5)), 32, false},
		{"one fewer allowed", loose(chain(5)), 31, true},
		{"a chain of 12 has 13", chain(12), 13, false},
		{"and not 12", chain(12), 12, true},
		{"40 apart", loose(chain(40)), 1 << 20, true},
		{"65 do not fit a set, however few the states", chain(65), 1 << 20, true},
		{"64 do", chain(64), 65, false},
		{"nothing has one state", nil, 1, false},
	} {
		o, err := probe.New(c.list...)
		require.NoError(t, err)
		s, err := o.Structure(c.limit)
		var many *probe.StatesError
		require.Equal(t, c.fails, errors.As(err, &many), c.why)
		if c.fails {
			require.Equal(t, &probe.StatesError{Statements: len(c.list), Limit: c.limit}, many, c.why)
			require.Empty(t, s.States, c.why)
		}
		scan, err := probe.Start(o, probe.Options{})
		require.NoError(t, err)
		require.True(t, scan.Exact(), c.why)
	}
}

// TestRings: a ring is one thing, and nothing loops for ever.
func TestRings(t *testing.T) {
	o, err := probe.New(statement("a", "c"), statement("b", "a"), statement("c", "b"), statement("d", "d", "a"), statement("e"))
	require.NoError(t, err)
	s, err := o.Structure(100)
	require.NoError(t, err)
	require.Len(t, s.States, 6, "nothing, abc or abcd, each with or without e")
	require.Equal(t, []ksb.StatementID{"a", "b", "c", "e"}, o.Outer(nil), "a ring comes together")
	require.Equal(t, []ksb.StatementID{"d"}, o.Inner([]ksb.StatementID{"a", "b", "c", "d"}))
	for _, most := range []int{0, -1} {
		scan, err := probe.Start(o, probe.Options{MaxStates: most})
		require.NoError(t, err)
		require.NoError(t, scan.Answer("b", true))
		list := scan.Standings()
		require.Equal(t, list[0].Probability, list[1].Probability)
		require.Equal(t, list[1].Probability, list[2].Probability)
		require.InDelta(t, 18./19, list[0].Probability, 1e-9)
	}
}

// TestForRole: prerequisites lead through statements that the role does not require.
func TestForRole(t *testing.T) {
	ix, problems := ksb.Compile(ksb.Framework{Format: ksb.Format, ID: "f",
		Statements: []ksb.Statement{statement("a"), statement("b", "a"), statement("c", "b"), statement("d", "x"), statement("x")},
		Roles:      []ksb.Role{{ID: "R", Requirements: []ksb.Requirement{{Statement: "a"}, {Statement: "c"}, {Statement: "d"}}}}})
	require.Empty(t, problems)
	o, err := probe.ForRole(ix, "R")
	require.NoError(t, err)
	var got []string
	for _, s := range o.Statements() {
		got = append(got, fmt.Sprint(s.ID, s.Requires))
	}
	require.Equal(t, []string{"a[]", "c[a]", "d[]"}, got)
	require.Equal(t, 2, o.Components())
	_, err = probe.ForRole(ix, "nobody")
	require.ErrorIs(t, err, ksb.ErrUnknownRole)
	_, err = probe.New(statement("a"), statement("a"))
	require.ErrorIs(t, err, ksb.ErrDuplicateID)
}

// TestOrderOfInput: in whatever order statements are listed, the scan is the same.
func TestOrderOfInput(t *testing.T) {
	list := web(rand.New(rand.NewPCG(1, 9)), 14, 0.15)
	want := transcript(t, list)
	for seed := range uint64(20) {
		shuffled := slices.Clone(list)
		rand.New(rand.NewPCG(seed, 10)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		require.Equal(t, want, transcript(t, shuffled))
	}
}

// transcript is a whole scan: what was asked, and every probability to the bit.
func transcript(t *testing.T, list []ksb.Statement) (lines []string) {
	t.Helper()
	o, err := probe.New(list...)
	require.NoError(t, err)
	scan, err := probe.Start(o, probe.Options{MaxStates: 100})
	require.NoError(t, err)
	for range 30 {
		q, more := scan.Next()
		if !more {
			break
		}
		require.NoError(t, scan.Answer(q.Statement, len(lines)%3 != 0))
		line := q.Code
		for _, s := range scan.Standings() {
			line += fmt.Sprintf(" %x", math.Float64bits(s.Probability))
		}
		lines = append(lines, line)
	}
	return lines
}
