package assess

import (
	"maps"
	"math"
	"slices"

	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/ksb"
)

// maxHops is how many prerequisites away something may be inferred.
const maxHops = 3

// sums are support and counter-support by level, of all and without what the person says.
type sums struct{ all, others balance }

type balance struct{ support, counter []float64 }

// at are the sums of all at a level.
func (s sums) at(l ksb.Level) (support, counter float64) {
	if s.all.support == nil {
		return 0, 0
	}
	return s.all.support[l-1], s.all.counter[l-1]
}

func newSums(top int) sums {
	room := make([]float64, 4*top)
	return sums{balance{room[:top], room[top : 2*top]}, balance{room[2*top : 3*top], room[3*top:]}}
}

// link is a statement from which something is inferred about another: support from one
// that builds on it, counter-support from one that it builds on.
type link struct {
	from    *standing
	direct  *sums // what was shown of that statement itself
	factor  float64
	support bool
}

// infers: the policy asks for inference and the model has sums to infer from.
func (e *Engine) infers() bool {
	_, ledger := e.model.(belief.Ledger)
	return ledger && e.policy.Inference > 0
}

// relate notes the prerequisites both ways.
func (e *Engine) relate() {
	n := e.ix.Statements()
	e.requires, e.requiredBy = make([][]int32, n), make([][]int32, n)
	for i := range int32(n) {
		for _, id := range e.ix.StatementAt(i).Requires {
			if needed, known := e.ix.NumberOf(id); known {
				e.requires[i] = append(e.requires[i], needed)
				e.requiredBy[needed] = append(e.requiredBy[needed], i)
			}
		}
	}
}

// infer adds to standings what their prerequisites, and what builds on them, imply. If B
// requires A, h steps away by the shortest way, then R_A += γ^h R_B and S_B += γ^h S_A
// at every level, for h up to 3: only what was shown of a statement itself is passed on,
// never what was inferred. Levels mean the same only on one scale, so nothing passes
// between scales. The result has a standing for every statement that something is known
// of, by number.
func (e *Engine) infer(shown []standing) []standing {
	b := &bench{engine: e}
	all := map[int32]*standing{}
	for _, s := range shown {
		all[s.number] = &s
	}
	for number, links := range b.links(shown) { // any order: each statement has its own place
		if all[number] == nil {
			all[number] = &standing{number: number}
		}
		all[number].links = links
	}
	list := make([]standing, 0, len(all))
	for _, number := range slices.Sorted(maps.Keys(all)) {
		s := all[number]
		if len(s.links) > 0 {
			b.addInferred(s, e.scales[number])
		}
		list = append(list, *s)
	}
	return list
}

// links are what is inferred, by the number of the statement that it is inferred about.
func (b *bench) links(shown []standing) map[int32][]link {
	e, links := b.engine, map[int32][]link{}
	for i := range shown {
		from := &shown[i]
		direct := b.sums(e.scales[from.number], from.direct())
		pass := func(support bool) func(int32, float64) {
			return func(at int32, factor float64) {
				links[at] = append(links[at], link{from, &direct, factor, support})
			}
		}
		e.walk(from.number, e.requires, pass(true))
		e.walk(from.number, e.requiredBy, pass(false))
	}
	return links
}

// walk visits what lies up to three steps away on the same scale, the nearest first.
func (e *Engine) walk(from int32, next [][]int32, visit func(at int32, factor float64)) {
	seen := map[int32]bool{from: true}
	ring := []int32{from}
	for hop := 1; hop <= maxHops; hop++ {
		var beyond []int32
		for _, at := range ring {
			for _, n := range next[at] {
				if seen[n] {
					continue
				}
				seen[n] = true
				beyond = append(beyond, n)
				if e.ix.ScaleAt(n).ID == e.ix.ScaleAt(from).ID && e.scales[n].Top == e.scales[from].Top {
					visit(n, math.Pow(e.policy.Inference, float64(hop)))
				}
			}
		}
		ring = beyond
	}
}

// sums are what the pieces of one statement come to, with and without the person's word.
func (b *bench) sums(s belief.Scale, pieces []piece) sums {
	b.sortOut(pieces)
	out := newSums(s.Top)
	b.engine.model.Estimate(&b.all, s, b.pieces)
	copy(out.all.support, b.all.For)
	copy(out.all.counter, b.all.Against)
	b.engine.model.Estimate(&b.others, s, b.nonSelf)
	copy(out.others.support, b.others.For)
	copy(out.others.counter, b.others.Against)
	return out
}

// addInferred judges a standing again with what its links say. The conflict stays that
// of the sources that looked.
func (b *bench) addInferred(st *standing, s belief.Scale) {
	st.extra = newSums(s.Top)
	for _, l := range st.links {
		l.add(&st.extra.all, &l.direct.all)
		l.add(&st.extra.others, &l.direct.others)
	}
	st.marks = b.judge(nil, s, st.pieces)
	all := b.estimate(&b.all, s, b.pieces, &st.extra.all)
	others := b.estimate(&b.others, s, b.nonSelf, &st.extra.others)
	st.spread = b.spread()
	for k := range st.marks {
		m := &st.marks[k]
		m.q, m.opinion, m.others = all.AtLeast[k], all.Opinion[k], others.Opinion[k]
	}
	if len(b.shadowPieces) > len(b.pieces) {
		b.addToShadow(st, s)
	}
}

// addToShadow adds the same to what stood before evidence lapsed.
func (b *bench) addToShadow(st *standing, s belief.Scale) {
	shadow := b.estimate(&b.shadow, s, b.shadowPieces, &st.extra.all)
	for k := range st.marks {
		st.marks[k].shadowQ = shadow.AtLeast[k]
	}
	shadow = b.estimate(&b.shadow, s, b.shadowNonSelf, &st.extra.others)
	for k := range st.marks {
		st.marks[k].shadowBelief = shadow.Opinion[k].Belief
	}
}

// estimate judges pieces together with what is inferred.
func (b *bench) estimate(e *belief.Estimate, s belief.Scale, pieces []belief.Piece, extra *balance) *belief.Estimate {
	ledger := b.engine.model.(belief.Ledger) // see Engine.infers
	ledger.Estimate(e, s, pieces)
	ledger.Add(e, s, extra.support, extra.counter)
	return e
}

// add passes on what one side says.
func (l *link) add(to, from *balance) {
	for k := range to.support {
		if l.support {
			to.support[k] += float64(l.factor * from.support[k])
		} else {
			to.counter[k] += float64(l.factor * from.counter[k])
		}
	}
}

// inferAgain infers within a role, from what its codes resolved to as well.
func (a *assessment) inferAgain() {
	var list []standing
	for _, s := range a.standings() {
		if s.told() {
			list = append(list, s.alone())
		}
	}
	list = a.infer(list)
	for i, q := range a.brief.Needs {
		if at, known := find(list, q.Statement); known {
			a.needs[i].standing = &list[at]
		}
	}
}

// told: somebody said something about the statement, or about one that a link leads from.
func (s *standing) told() bool { return len(s.refs)+len(s.pieces)+len(s.findings) > 0 }

// alone is a standing without what was inferred; its marks are those of before.
func (s *standing) alone() standing {
	out := *s
	out.links, out.extra = nil, sums{}
	return out
}
