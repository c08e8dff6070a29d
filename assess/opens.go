package assess

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/skillgap-go/skillgap/ksb"
)

// mostWays caps the sets of things that are listed for one gate, and those that are
// kept on the way there: the smallest stay.
const mostWays = 32

// opens lists the smallest sets of things that would open a gate, none of which
// holds another: the smallest first, then in natural order. At most mostWays.
func (p *Profile) opens(r *ksb.Rule) [][]string { return nonNil(p.ways(r, true)) }

// ways are the sets that make a rule hold, or not hold. A rule that does so already
// needs the empty set.
func (p *Profile) ways(r *ksb.Rule, holds bool) [][]string {
	want := GateMet
	if !holds {
		want = GateNotMet
	}
	switch {
	case p.claim(r) == want:
		return [][]string{{}}
	case r.Not != nil:
		return p.ways(r.Not, !holds)
	case len(r.Any) > 0:
		return p.waysOf(r.Any, 1, holds)
	case len(r.All) > 0:
		return p.waysOf(r.All, len(r.All), holds)
	case len(r.Of) > 0:
		return p.waysOf(r.Of, int(r.AtLeast), holds)
	}
	return [][]string{{p.atom(r, holds)}}
}

// waysOf: at least n of the rules hold, or fewer than n do, which is that at least
// len-n+1 of them do not.
func (p *Profile) waysOf(rules []ksb.Rule, n int, holds bool) [][]string {
	if !holds {
		n = len(rules) - n + 1
	}
	some := make([][][]string, n+1) // some[j]: ways to have j of the rules looked at
	some[0] = [][]string{{}}
	for i := range rules {
		one := p.ways(&rules[i], holds)
		for j := n; j > 0; j-- {
			some[j] = smallest(append(some[j], both(some[j-1], one)...))
		}
	}
	return some[n]
}

// both joins every set of one list with every set of the other.
func both(xs, ys [][]string) (joined [][]string) {
	for _, x := range xs {
		for _, y := range ys {
			set := append(slices.Clone(x), y...)
			slices.SortFunc(set, compareNatural)
			joined = append(joined, slices.Compact(set))
		}
	}
	return joined
}

// smallest orders sets by size and drops those that hold another.
func smallest(sets [][]string) (kept [][]string) {
	slices.SortFunc(sets, func(x, y []string) int {
		return cmp.Or(cmp.Compare(len(x), len(y)), slices.CompareFunc(x, y, compareNatural))
	})
	for _, set := range sets {
		holdsAnother := slices.ContainsFunc(kept, func(k []string) bool {
			return !slices.ContainsFunc(k, func(thing string) bool { return !slices.Contains(set, thing) })
		})
		if !holdsAnother && len(kept) < mostWays {
			kept = append(kept, set)
		}
	}
	return kept
}

func whole(n int) string { return strconv.Itoa(n) }

func decimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
