package assess_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// gated is a role of one statement with gates.
func gated(gates ...ksb.Gate) ksb.Framework {
	return ksb.Framework{
		Statements: []ksb.Statement{{ID: "S1", Code: "K1", Kind: ksb.Skill}},
		Roles:      []ksb.Role{{ID: "R", Requirements: []ksb.Requirement{{Statement: "S1"}}, Gates: gates}},
	}
}

func gateOf(rule ksb.Rule) ksb.Gate { return ksb.Gate{ID: "G", Phase: ksb.Entry, Rule: rule} }

// truth answers every claim of a rule: the name of a claim, and whether it holds.
type truth map[string]bool

// completions are all the ways in which what is unknown may turn out.
func completions(known truth, names []string) []truth {
	all := []truth{known}
	for _, name := range names {
		if _, told := known[name]; told {
			continue
		}
		var more []truth
		for _, one := range all {
			for _, v := range []bool{false, true} {
				other := maps.Clone(one)
				other[name] = v
				more = append(more, other)
			}
		}
		all = more
	}
	return all
}

// name is what a report calls the claim of a leaf, for a worker without credits.
func name(r *ksb.Rule) string {
	switch {
	case r.Credential != "":
		return string(r.Credential)
	case r.Credits != nil:
		return fmt.Sprint(r.Credits.Of, "+", r.Credits.AtLeast)
	}
	return fmt.Sprint(r.Fact, ">=", r.AtLeast)
}

func names(r *ksb.Rule) (list []string) {
	branches := slices.Concat(r.Any, r.All, r.Of)
	if r.Not != nil {
		branches = append(branches, *r.Not)
	}
	for i := range branches {
		list = append(list, names(&branches[i])...)
	}
	if len(branches) == 0 {
		list = append(list, name(r))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// is judges a rule in plain logic.
func (v truth) is(r *ksb.Rule) bool {
	count := func(branches []ksb.Rule) (n int) {
		for i := range branches {
			if v.is(&branches[i]) {
				n++
			}
		}
		return n
	}
	switch {
	case len(r.Any) > 0:
		return count(r.Any) > 0
	case len(r.All) > 0:
		return count(r.All) == len(r.All)
	case len(r.Of) > 0:
		return count(r.Of) >= int(r.AtLeast)
	case r.Not != nil:
		return !v.is(r.Not)
	}
	return v[name(r)]
}

// oracle asks every completion: met or not met only if all agree.
func oracle(r *ksb.Rule, known truth) assess.GateState {
	met, all := 0, completions(known, names(r))
	for _, v := range all {
		if v.is(r) {
			met++
		}
	}
	switch met {
	case 0:
		return assess.GateNotMet
	case len(all):
		return assess.GateMet
	}
	return assess.GateUnknown
}

// holder is a worker of whom exactly this is known.
func holder(known truth) assess.Worker {
	w := assess.Worker{Facts: assess.Facts{}}
	for name, holds := range known {
		switch id, _, _ := strings.Cut(name, "+"); name[0] {
		case 'c':
			w.Credentials = append(w.Credentials, assess.Credential{ID: ksb.CredentialID(name), Held: &holds})
		case 'd': // no credits, or enough
			credits := 0
			if holds {
				credits = 60
			}
			w.Credentials = append(w.Credentials, assess.Credential{ID: ksb.CredentialID(id), Credits: credits})
		default:
			number := 17.0
			if holds {
				number = 18
			}
			fact, _, _ := strings.Cut(name, ">")
			w.Facts[fact] = assess.Fact{Number: number}
		}
	}
	return w
}

func randomTruth(rng *rand.Rand, names []string) truth {
	known := truth{}
	for _, name := range names {
		if answer := rng.IntN(3); answer < 2 {
			known[name] = answer == 1
		}
	}
	return known
}

// gateResult is what a report says of one gate.
func gateResult(t *testing.T, rule ksb.Rule, known truth) assess.GateResult {
	t.Helper()
	ix, problems := ksb.Compile(gated(gateOf(rule)))
	require.NoError(t, problems.Err())
	engine, err := assess.New(ix, assess.DefaultPolicy())
	require.NoError(t, err)
	r, err := engine.Assess(engine.Profile(holder(known), today), "R")
	require.NoError(t, err)
	return r.Gates[0]
}

// TestGatesInThreeValues: where every claim stands once, a gate is met if it is met
// however the unknown turns out, not met if it never is, else unknown.
func TestGatesInThreeValues(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(50, 2026))
	seen := map[assess.GateState]int{}
	for range 5_000 {
		rule := plainRule(rng, 3)
		if len(names(&rule)) > 10 {
			continue
		}
		known := randomTruth(rng, names(&rule))
		want := oracle(&rule, known)
		if got := gateResult(t, rule, known); got.State != want {
			t.Fatalf("%v, want %v: %+v of %v", got, want, rule, known)
		}
		seen[want]++
	}
	require.Len(t, seen, 3)
}

// TestGatesNeverSayTooMuch: where claims come up again, a gate may stay unknown
// although logic decides it, as in "held or not held"; it never says the wrong thing.
func TestGatesNeverSayTooMuch(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(51, 2026))
	for range 5_000 {
		rule := randomRule(rng, 3)
		known := randomTruth(rng, names(&rule))
		if len(names(&rule)) > len(known)+6 {
			continue
		}
		got, want := gateResult(t, rule, known).State, oracle(&rule, known)
		if got != assess.GateUnknown && got != want {
			t.Fatalf("%v, want %v: %+v of %v", got, want, rule, known)
		}
	}
}

// TestCounts: credits add up over the listings of a credential that is valid.
func TestCounts(t *testing.T) {
	t.Parallel()
	rule := ksb.Rule{Credits: &ksb.Credits{Of: "degree", AtLeast: 200}}
	held := func(credits int, until ksb.Date) assess.Credential {
		return assess.Credential{ID: "degree", Credits: credits, Until: until}
	}
	for _, c := range []struct {
		list  []assess.Credential
		want  assess.GateState
		opens [][]string
		why   string
	}{
		{nil, assess.GateUnknown, [][]string{{"degree+200"}}, "nobody said"},
		{[]assess.Credential{held(199, 0)}, assess.GateNotMet, [][]string{{"degree+1"}}, "one short is short"},
		{[]assess.Credential{held(200, 0)}, assess.GateMet, [][]string{}, "exactly enough"},
		{[]assess.Credential{held(120, 0), held(80, today)}, assess.GateMet, [][]string{}, "two years of one degree"},
		{[]assess.Credential{held(120, 0), held(80, today-1)}, assess.GateNotMet, [][]string{{"degree+80"}}, "the second has lapsed"},
	} {
		w := newWorld(t, gated(gateOf(rule)), assess.DefaultPolicy())
		got := w.report(assess.Worker{Credentials: c.list}, "R", today).Gates[0]
		want := assess.GateResult{Gate: "G", Phase: ksb.Entry, State: c.want, Opens: c.opens}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}
