package assess

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// mostWays caps the sets of things that are listed for one gate, and mostMoves the
// things that are tried in every combination; see opens.
const mostWays, mostMoves = 32, 12

// move is one thing that could change: a claim that could be made to hold, or not to.
type move struct {
	claim string // the key of the claim
	holds bool
	text  string
}

// opens lists the smallest sets of things that would open a gate, none of which
// holds another: the smallest first, then in natural order, at most mostWays. Every
// combination is tried. A rule with more than mostMoves things in it is taken apart
// branch by branch instead, and sets that turn out not to open it are left out.
func (p *Profile) opens(r *ksb.Rule) [][]string {
	moves := p.moves(r, true, nil)
	if len(moves) > mostMoves {
		return nonNil(slices.DeleteFunc(p.ways(r, true), func(way []string) bool { return !p.opensWith(r, way, moves) }))
	}
	masks := make([]uint, 0, 1<<len(moves))
	for mask := range uint(1) << len(moves) {
		masks = append(masks, mask)
	}
	slices.SortStableFunc(masks, func(a, b uint) int { return bits.OnesCount(a) - bits.OnesCount(b) })
	var found []uint
	var sets [][]string
	for _, mask := range masks {
		larger := slices.ContainsFunc(found, func(f uint) bool { return mask&f == f })
		if !larger && p.opensAfter(r, moves, mask) {
			found = append(found, mask)
			sets = append(sets, texts(moves, mask))
		}
	}
	return nonNil(smallest(sets))
}

// moves lists what could change the claims below a rule towards holding, or not.
func (p *Profile) moves(r *ksb.Rule, holds bool, list []move) []move {
	for _, branches := range [][]ksb.Rule{r.Any, r.All, r.Of} {
		for i := range branches {
			list = p.moves(&branches[i], holds, list)
		}
	}
	if r.Not != nil {
		return p.moves(r.Not, !holds, list)
	}
	if !single(r) || p.claim(r, nil) == stateOf(holds) {
		return list
	}
	m := move{claim: p.atom(r, true), holds: holds, text: p.atom(r, holds)}
	if slices.Contains(list, m) {
		return list
	}
	return append(list, m)
}

// single tells whether the rule makes its claim itself.
func single(r *ksb.Rule) bool { return r.Credential != "" || r.Credits != nil || r.Fact != "" }

func stateOf(holds bool) GateState {
	if holds {
		return GateMet
	}
	return GateNotMet
}

// opensAfter tells whether the rule holds after the moves of a mask. Moves that undo
// each other are no way.
func (p *Profile) opensAfter(r *ksb.Rule, moves []move, mask uint) bool {
	assumed := map[string]GateState{}
	for i, m := range moves {
		if mask>>i&1 == 0 {
			continue
		}
		if _, twice := assumed[m.claim]; twice {
			return false
		}
		assumed[m.claim] = stateOf(m.holds)
	}
	return p.claim(r, assumed) == GateMet
}

// opensWith is opensAfter for a set of texts.
func (p *Profile) opensWith(r *ksb.Rule, way []string, moves []move) bool {
	mine := slices.DeleteFunc(slices.Clone(moves), func(m move) bool { return !slices.Contains(way, m.text) })
	return len(mine) < bits.UintSize && p.opensAfter(r, mine, 1<<len(mine)-1)
}

func texts(moves []move, mask uint) []string {
	set := []string{}
	for i, m := range moves {
		if mask>>i&1 == 1 {
			set = append(set, m.text)
		}
	}
	slices.SortFunc(set, compareNatural)
	return set
}

// ways are the sets that make a rule hold, or not hold, worked out branch by branch. A
// rule that does so already needs the empty set.
func (p *Profile) ways(r *ksb.Rule, holds bool) [][]string {
	switch {
	case p.claim(r, nil) == stateOf(holds):
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
