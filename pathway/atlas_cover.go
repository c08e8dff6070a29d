package pathway

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// coverage knows which roles ask for what, the other way around: so all roles that share
// anything with one are found without looking at the rest.
type coverage struct {
	ix     *ksb.Index
	class  []int32   // by statement number: statements of one class count as the same
	near   [][]akin  // by class: what counts for it, itself first
	askers [][]want  // by class: who asks for it, by role
	asks   []float64 // by role: what its knowledge and skills come to

	covered []float64 // by role: scratch of one walk, as what follows
	best    []float64 // by want
	wanted  []*want   // those with any
	touched []int32   // roles
}

// want is what a role asks of a class of statements.
type want struct {
	role, number int32
	level, top   ksb.Level
	importance   float64
}

// grip is a level of a class of statements that somebody or some role has.
type grip struct {
	class      int32
	level, top ksb.Level
}

func newCoverage(ix *ksb.Index, frameworks []ksb.Framework, likeness float64) *coverage {
	c := &coverage{ix: ix, class: classes(ix, frameworks)}
	c.near = wordings(ix, c.class, likeness)
	briefs := ix.Briefs()
	c.askers, c.asks, c.covered = make([][]want, ix.Statements()), make([]float64, len(briefs)), make([]float64, len(briefs))
	wants := int32(0)
	for i := range briefs {
		for _, n := range briefs[i].Needs {
			if ix.StatementAt(n.Statement).Kind == ksb.Behaviour {
				continue
			}
			at := c.class[n.Statement]
			c.askers[at] = append(c.askers[at], want{int32(i), wants, n.Level, c.top(n.Statement), n.Importance})
			c.asks[i] += float64(n.Importance * float64(n.Level))
			wants++
		}
	}
	c.best = make([]float64, wants)
	return c
}

func (c *coverage) top(statement int32) ksb.Level { return c.ix.ScaleAt(statement).Top() }

// levels are the knowledge and skills of a role, each class once, at the greatest level.
func (c *coverage) levels(b *ksb.Brief) []grip {
	var list []grip
	for _, n := range b.Needs {
		if c.ix.StatementAt(n.Statement).Kind != ksb.Behaviour {
			list = append(list, grip{c.class[n.Statement], n.Level, c.top(n.Statement)})
		}
	}
	return strongest(list)
}

// strongest keeps of each class the greatest level.
func strongest(list []grip) []grip {
	slices.SortFunc(list, func(a, b grip) int {
		return cmp.Or(cmp.Compare(a.class, b.class), cmp.Compare(int(b.level)*int(a.top), int(a.level)*int(b.top)))
	})
	return slices.CompactFunc(list, func(a, b grip) bool { return a.class == b.class })
}

// met is how much of what is wanted a level comes to, in rungs of the one who wants it.
func (w *want) met(g grip) float64 {
	if w.top == g.top {
		return float64(min(w.level, g.level))
	}
	return min(float64(w.level), float64(g.level)/float64(g.top)*float64(w.top))
}

// walk adds up what levels come to for every role that asks for any of it. The roles
// stand in touched, ascending, and their cover in covered, until the next walk.
func (c *coverage) walk(levels []grip) {
	for _, i := range c.touched {
		c.covered[i] = 0
	}
	c.touched, c.wanted = c.touched[:0], c.wanted[:0]
	for _, g := range levels {
		for _, near := range c.near[g.class] {
			c.offer(g, near)
		}
	}
	slices.SortFunc(c.wanted, func(v, w *want) int { return cmp.Compare(v.number, w.number) })
	for _, w := range c.wanted {
		if c.covered[w.role] == 0 {
			c.touched = append(c.touched, w.role)
		}
		c.covered[w.role] += float64(w.importance * c.best[w.number])
		c.best[w.number] = 0
	}
	slices.Sort(c.touched)
	for _, i := range c.touched {
		c.covered[i] = min(c.covered[i]/c.asks[i], 1)
	}
}

// offer shows a level to all who want it, or what is near it; the best counts.
func (c *coverage) offer(g grip, near akin) {
	for i := range c.askers[near.class] {
		w := &c.askers[near.class][i]
		worth := float64(near.share * w.met(g))
		if c.best[w.number] == 0 {
			c.wanted = append(c.wanted, w)
		}
		c.best[w.number] = max(c.best[w.number], worth)
	}
}

// of is the cover of one role. It leaves the scratch alone, so that many may ask.
func (c *coverage) of(levels []grip, b *ksb.Brief, role int32) float64 {
	if c.asks[role] == 0 {
		return 0
	}
	has := map[int32]grip{}
	for _, g := range levels {
		has[g.class] = g
	}
	cover := 0.0
	for _, n := range b.Needs {
		if c.ix.StatementAt(n.Statement).Kind == ksb.Behaviour {
			continue
		}
		best, w := 0.0, want{level: n.Level, top: c.top(n.Statement)}
		for _, near := range c.near[c.class[n.Statement]] {
			if g, held := has[near.class]; held {
				best = max(best, float64(near.share*w.met(g)))
			}
		}
		cover += float64(n.Importance * best)
	}
	return min(cover/c.asks[role], 1)
}

// computed lists of each whole role the links of greatest cover.
func (a *Atlas) computed(most int) (drawn []drawing) {
	for i := range a.briefs {
		if a.briefs[i].OptionOf != "" {
			continue
		}
		a.cover.walk(a.cover.levels(&a.briefs[i]))
		start := len(drawn)
		for _, j := range a.cover.touched {
			if a.briefs[j].OptionOf == "" && int(j) != i && a.reaches(a.cover.covered[j], j) {
				drawn = append(drawn, drawing{int32(i), j, Link{
					From: a.briefs[i].Role.ID, To: a.briefs[j].Role.ID, Kind: ComputedLink, Cover: a.cover.covered[j], Least: a.least[j],
				}})
			}
		}
		mine := drawn[start:]
		slices.SortStableFunc(mine, func(l, m drawing) int { return -cmp.Compare(round6(l.link.Cover), round6(m.link.Cover)) })
		drawn = drawn[:start+min(len(mine), most)]
	}
	return drawn
}

// reaches tells whether a cover makes a link to a role, both rounded to six decimals.
func (a *Atlas) reaches(cover float64, role int32) bool {
	return round6(cover) >= round6(a.least[role])
}

func round6(x float64) float64 { return math.Round(float64(x*1e6)) / 1e6 }

// classes numbers the statements so that those that count as the same share a number.
func classes(ix *ksb.Index, frameworks []ksb.Framework) []int32 {
	class := make([]int32, ix.Statements())
	for n := range class {
		class[n] = int32(n)
	}
	root := func(n int32) int32 {
		for class[n] != n {
			n = class[n]
		}
		return n
	}
	join := func(a, b int32) {
		a, b = root(a), root(b)
		class[max(a, b)] = min(a, b)
	}
	said := map[string]int32{}
	for n := range class {
		s := ix.StatementAt(int32(n))
		if words := wording(s); words != "" {
			if first, known := said[words]; known {
				join(first, int32(n))
			} else {
				said[words] = int32(n)
			}
		}
	}
	for i := range frameworks {
		for _, l := range frameworks[i].Links {
			from, knownFrom := ix.NumberOf(l.From)
			to, knownTo := ix.NumberOf(l.To)
			if l.Relation == ksb.Exact && knownFrom && knownTo {
				join(from, to)
			}
		}
	}
	for n := range class {
		class[n] = root(int32(n))
	}
	return class
}

// wording is a statement's kind and its words, without what is not said aloud; "" if it
// has none.
func wording(s *ksb.Statement) string {
	words := strings.FieldsFunc(strings.ToLower(s.Text), func(r rune) bool { return !isSaid(r) })
	if len(words) == 0 {
		return ""
	}
	return s.Kind.String() + " " + strings.Join(words, " ")
}
