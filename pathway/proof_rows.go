package pathway

import (
	"context"
	"slices"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// row is a landmark: actions of which a plan holds one, and what they are needed for.
type row struct {
	acts    []int
	outdone []int // actions that would be among them, but another stands in for them
	need    Amount
}

// rows derives the landmarks of a proof from their zones, as package solve describes
// them.
type rows struct {
	*task
	ctx    context.Context
	in     *solve.Instance
	adders [][]int // by fact
	can    []bool  // by action: it can be carried out
	out    []bool  // by action: it is removed
	zone   []int   // by fact, of the landmark at hand: when it comes true, below 0 never; 0: it is not in the zone
	seen   []int   // by action: the last landmark, from 1, that it enters
	count  int     // of landmarks
	// removals say what stands in for the actions that are removed.
	removals []solve.Removal
	names    []string // of the limits of the question
}

// rows has no landmarks yet; nil: the context has ended.
func (t *task) rows(ctx context.Context, s answer) *rows {
	in, c := s.asked, s.Certificate
	r := &rows{task: t, ctx: ctx, in: in, names: t.limitNames(s.within), zone: make([]int, in.Facts), seen: make([]int, len(in.Actions)), out: make([]bool, len(in.Actions)), removals: c.Removals}
	adds, needs := make([][]int, len(in.Actions)), make([][]int, len(in.Actions))
	for i := range in.Actions {
		if i%(4*aWhile) == 0 && r.ended() {
			return nil
		}
		if adds[i] = in.Actions[i].Adds; r.affordable(i) {
			needs[i] = in.Actions[i].Needs
		}
	}
	r.adders = turned(r.ended, in.Facts, adds)
	if needers := turned(r.ended, in.Facts, needs); r.adders == nil || needers == nil || !r.possible(needers) {
		return nil
	}
	for _, removed := range c.Removals {
		r.out[removed.Action] = true
	}
	return r
}

func (r *rows) ended() bool { return r.ctx.Err() != nil }

// possible finds the actions that can be carried out if all are that keep to the limits;
// false: the context has ended.
func (r *rows) possible(needers [][]int) bool {
	at := make([]int, r.in.Facts)
	for f := range at {
		at[f] = -1
	}
	for _, f := range r.in.Start {
		at[f] = 0
	}
	r.can = make([]bool, len(r.in.Actions))
	todo := make([]int, 0, len(r.in.Actions))
	for i := range r.in.Actions {
		if i%(4*aWhile) == 0 && r.ended() {
			return false
		}
		if r.affordable(i) {
			todo = append(todo, i)
		}
	}
	for n := 0; n < len(todo); n++ {
		if n%aWhile == 0 && r.ended() {
			return false
		}
		end, ok := r.end(todo[n], func(f int) int { return at[f] })
		if !ok {
			continue
		}
		r.can[todo[n]] = true
		for _, f := range r.in.Actions[todo[n]].Adds {
			if at[f] < 0 || end < at[f] {
				at[f], todo = end, append(todo, needers[f]...)
			}
		}
	}
	return true
}

// affordable: an action that breaks a limit by itself, or excludes itself, is in no plan.
func (r *rows) affordable(i int) bool {
	for k, n := range r.in.Actions[i].Uses {
		if n > r.in.Limits[k] {
			return false
		}
	}
	return !slices.Contains(r.in.Actions[i].Excludes, i)
}

// end is when an action ends if facts come true when at says (below 0: never); false: it
// cannot be, or not in time.
func (r *rows) end(i int, at func(fact int) int) (end int, ok bool) {
	for _, f := range r.in.Actions[i].Needs {
		if at(f) < 0 {
			return 0, false
		}
		end = max(end, at(f))
	}
	end += r.in.Actions[i].Time
	return end, r.in.Deadline == nil || end <= *r.in.Deadline
}

// row lists the actions that enter the zone of a landmark.
func (r *rows) row(l *solve.Landmark) (made row) {
	for _, z := range l.Zone {
		r.zone[z.Fact] = z.Time
	}
	r.count++
	for _, z := range l.Zone {
		for _, a := range r.adders[z.Fact] {
			if r.seen[a] != r.count && r.enters(a, z) {
				r.seen[a] = r.count
				made.add(a, r.out[a])
			}
		}
	}
	slices.Sort(made.acts)
	made.need = r.need(l, made.acts)
	for _, z := range l.Zone {
		r.zone[z.Fact] = 0
	}
	return made
}

func (r *row) add(action int, outdone bool) {
	if outdone {
		r.outdone = append(r.outdone, action)
	} else {
		r.acts = append(r.acts, action)
	}
}

// enters tells whether an action makes a fact of the zone true sooner than it says.
func (r *rows) enters(a int, z solve.Label) bool {
	end, ok := r.entry(a)
	return ok && (z.Time < 0 || end < z.Time)
}

// entry is when an action ends if what is in the zone comes true no sooner than it says.
func (r *rows) entry(a int) (int, bool) {
	if !r.can[a] {
		return 0, false
	}
	return r.end(a, func(f int) int { return r.zone[f] })
}
