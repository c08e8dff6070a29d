package routes

import (
	"errors"
	"fmt"
	"math"
)

// The faults of a map or a question, for errors.Is.
var (
	ErrRange    = errors.New("number out of range")
	ErrNegative = errors.New("below zero")
	ErrOverflow = errors.New("sum too large")
)

// MostCriteria is how many costs a link can have.
const MostCriteria = 3

// MostSum is what each cost of all links may add up to.
const MostSum = math.MaxInt64 / 4

// Cost is what a link or a path costs, by criterion. Criteria that a map does not use
// are 0.
type Cost [MostCriteria]int64

func (c Cost) plus(d Cost) Cost { return Cost{c[0] + d[0], c[1] + d[1], c[2] + d[2]} }

// before is lexicographic order.
func (c Cost) before(d Cost) bool {
	for i := range c {
		if c[i] != d[i] {
			return c[i] < d[i]
		}
	}
	return false
}

// AtMost tells whether c is no worse than d in any criterion.
func (c Cost) AtMost(d Cost) bool { return c[0] <= d[0] && c[1] <= d[1] && c[2] <= d[2] }

// Link leads from one place to another.
type Link struct {
	From, To int
	Cost     Cost
}

// Path is a way from the start to the target.
type Path struct {
	Links []int // by their place in the list that the map was made of
	Cost  Cost  // the sum of theirs
}

// Graph is a map, ready for questions. It never changes and is safe for use by many
// goroutines at once.
type Graph struct {
	places      int
	out, in     []arc
	first, back []int32 // out[first[v]:first[v+1]] leave v; in[back[v]:back[v+1]] lead to it
}

// arc is a link as seen from one of its ends.
type arc struct {
	cost Cost
	to   int32 // the other end
	link int32
}

// New makes a map. The errors wrap [ErrRange], [ErrNegative] and [ErrOverflow].
func New(places int, links []Link) (*Graph, error) {
	if places < 0 || places > math.MaxInt32-2 || len(links) > math.MaxInt32-2 {
		return nil, fmt.Errorf("%w: %d places, %d links", ErrRange, places, len(links))
	}
	var sum Cost
	for i, l := range links {
		if l.From < 0 || l.From >= places || l.To < 0 || l.To >= places {
			return nil, fmt.Errorf("link %d from %d to %d: %w: there are %d places", i, l.From, l.To, ErrRange, places)
		}
		for c, n := range l.Cost {
			switch {
			case n < 0:
				return nil, fmt.Errorf("link %d: %w: %d", i, ErrNegative, n)
			case n > MostSum-sum[c]:
				return nil, fmt.Errorf("link %d: %w: %d", i, ErrOverflow, n)
			}
			sum[c] += n
		}
	}
	g := &Graph{places: places}
	g.out, g.first = pack(places, links, func(l *Link) (int, int) { return l.From, l.To })
	g.in, g.back = pack(places, links, func(l *Link) (int, int) { return l.To, l.From })
	return g, nil
}

// pack sorts the links by one of their ends, and keeps their order beyond that.
func pack(places int, links []Link, ends func(*Link) (at, other int)) ([]arc, []int32) {
	first := make([]int32, places+1)
	for i := range links {
		at, _ := ends(&links[i])
		first[at+1]++
	}
	for v := range places {
		first[v+1] += first[v]
	}
	next := make([]int32, places)
	copy(next, first)
	arcs := make([]arc, len(links))
	for i := range links {
		at, other := ends(&links[i])
		arcs[next[at]] = arc{links[i].Cost, int32(other), int32(i)}
		next[at]++
	}
	return arcs, first
}

// check refuses a question about places that are not there.
func (g *Graph) check(from, to int) error {
	for _, v := range []int{from, to} {
		if v < 0 || v >= g.places {
			return fmt.Errorf("%w: place %d of %d", ErrRange, v, g.places)
		}
	}
	return nil
}
