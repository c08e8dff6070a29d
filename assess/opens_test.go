package assess_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// with is what is known once a set of things has been done.
func (v truth) with(set []string) truth {
	after := maps.Clone(v)
	for _, thing := range set {
		name, turned := strings.CutPrefix(thing, "not ")
		after[name] = !turned
	}
	return after
}

// smallestWays finds by brute force the smallest sets of things that open a gate for
// certain: none of them holds another.
func smallestWays(r *ksb.Rule, known truth) [][]string {
	var things []string
	for _, name := range names(r) {
		if holds, told := known[name]; !told || !holds {
			things = append(things, name)
		}
		if holds, told := known[name]; !told || holds {
			things = append(things, "not "+name)
		}
	}
	slices.Sort(things)
	var ways [][]string
	for size := 0; size <= len(names(r)); size++ {
		for _, set := range choose(things, size) {
			if !contradicts(set) && !holdsOneOf(set, ways) && oracle(r, known.with(set)) == assess.GateMet {
				ways = append(ways, set)
			}
		}
	}
	return ways
}

func choose(things []string, size int) [][]string {
	if size == 0 {
		return [][]string{{}}
	}
	var sets [][]string
	for i := range things {
		for _, rest := range choose(things[i+1:], size-1) {
			sets = append(sets, append([]string{things[i]}, rest...))
		}
	}
	return sets
}

func contradicts(set []string) bool {
	return slices.ContainsFunc(set, func(thing string) bool { return slices.Contains(set, "not "+thing) })
}

func holdsOneOf(set []string, ways [][]string) bool {
	return slices.ContainsFunc(ways, func(way []string) bool {
		return !slices.ContainsFunc(way, func(thing string) bool { return !slices.Contains(set, thing) })
	})
}

// TestOpens: every listed set opens the gate, none holds another, and brute force finds
// no other, where every claim stands once.
func TestOpens(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(52, 2026))
	for range 3_000 {
		rule := plainRule(rng, 2)
		if len(names(&rule)) > 5 {
			continue
		}
		known := randomTruth(rng, names(&rule))
		for name, holds := range known { // more credits than asked for have no name yet
			if name[0] == 'd' && holds {
				delete(known, name)
			}
		}
		got := gateResult(t, rule, known)
		want := smallestWays(&rule, known)
		if got.State == assess.GateMet {
			want = [][]string{}
		}
		if diff := cmp.Diff(want, inPlainOrder(got.Opens)); diff != "" {
			t.Fatalf("%+v of %v (-want +got):\n%s", rule, known, diff)
		}
	}
}

// inPlainOrder sorts by size and bytes, as the brute force does; natural order and
// "not" make another order in the report.
func inPlainOrder(ways [][]string) [][]string {
	ways = slices.Clone(ways)
	for i := range ways {
		ways[i] = slices.Sorted(slices.Values(ways[i]))
	}
	slices.SortStableFunc(ways, func(x, y []string) int {
		if len(x) != len(y) {
			return len(x) - len(y)
		}
		return slices.Compare(x, y)
	})
	return ways
}

// TestOpensWhereAClaimComesUpAgain: what opens one part of a rule may shut another.
func TestOpensWhereAClaimComesUpAgain(t *testing.T) {
	t.Parallel()
	a, b := ksb.Rule{Credential: "c1"}, ksb.Rule{Credential: "c2"}
	for _, c := range []struct {
		rule  ksb.Rule
		known truth
		why   string
	}{
		{ksb.Rule{All: []ksb.Rule{a, {Any: []ksb.Rule{{Not: &a}, b}}}}, truth{"c1": false, "c2": false}, "c1 alone shuts the second part: both are needed"},
		{ksb.Rule{All: []ksb.Rule{a, {Not: &a}}}, truth{}, "nothing opens it"},
	} {
		want, got := smallestWays(&c.rule, c.known), gateResult(t, c.rule, c.known).Opens
		if diff := cmp.Diff(len(want), len(got)); diff != "" {
			t.Errorf("%s: %v, want %v", c.why, got, want)
		}
		for _, way := range got {
			if oracle(&c.rule, c.known.with(way)) != assess.GateMet {
				t.Errorf("%s: %v does not open it", c.why, way)
			}
		}
	}
}

// TestOpensOrder: the smallest first, then natural order; at most thirty-two.
func TestOpensOrder(t *testing.T) {
	t.Parallel()
	one := func(id ksb.CredentialID) ksb.Rule { return ksb.Rule{Credential: id} }
	rule := ksb.Rule{Any: []ksb.Rule{{All: []ksb.Rule{one("c10"), one("c9")}}, one("c10"), one("c2"), {All: []ksb.Rule{one("c4"), one("c3")}}}}
	want := [][]string{{"c2"}, {"c10"}, {"c3", "c4"}}
	if diff := cmp.Diff(want, gateResult(t, rule, truth{}).Opens); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var pairs []ksb.Rule
	for _, id := range []ksb.CredentialID{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"} {
		pairs = append(pairs, one(id))
	}
	got := gateResult(t, ksb.Rule{AtLeast: 2, Of: pairs}, truth{}).Opens
	if len(got) != 32 || got[0][1] != "b" {
		t.Errorf("%d of the 45 pairs, from %v", len(got), got[0])
	}
}
