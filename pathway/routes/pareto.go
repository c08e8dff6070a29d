package routes

import (
	"context"
	"slices"
)

// Pareto returns a path for every cost of which none is better: no other path is at
// most as much in every criterion and less in one. They come in lexicographic order of
// their costs; of paths that cost the same in everything one stands for all. When the
// context ends it returns those found so far, which are right, and the context's error.
// Another error wraps [ErrRange].
func (g *Graph) Pareto(ctx context.Context, from, to int) ([]Path, error) {
	if err := g.check(from, to); err != nil {
		return nil, err
	}
	s := &labeller{Graph: g, to: int32(to), closed: make([]stairs, g.places)}
	for c := range s.left {
		s.left[c] = g.distances(int32(to), c, -1)
	}
	if s.left[0][from] >= far {
		return nil, nil
	}
	s.add(Cost{}, int32(from), -1, -1)
	var found []Path
	for n := 0; len(s.queue) > 0; n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return found, ctx.Err()
		}
		l := s.queue.pop()
		step := s.steps[l.number]
		if s.closed[step.place].covers(rest(step.cost)) || s.closed[to].covers(rest(l.key)) {
			continue
		}
		s.closed[step.place].add(rest(step.cost))
		if step.place == s.to {
			found = append(found, s.path(s.arcsTo(l.number)))
			continue
		}
		s.extend(l.number, step)
	}
	return found, nil
}

// labeller sets labels.
type labeller struct {
	*Graph
	to     int32
	left   [MostCriteria][]int64 // distances to the target
	closed []stairs              // by place: what its labels cost beyond the first criterion
	steps  []step                // all labels, by number
	queue  heap                  // of labels, by the least that can become of them
}

// step is a label: a way from the start to some place.
type step struct {
	cost   Cost
	place  int32
	by     int32 // position in Graph.out; -1: none
	before int32 // number of the label that it goes on from; -1: none
}

// rest is a cost beyond the first criterion.
func rest(c Cost) pair { return pair{c[1], c[2]} }

func (s *labeller) add(cost Cost, place, by, before int32) {
	bound := cost.plus(Cost{s.left[0][place], s.left[1][place], s.left[2][place]})
	if s.closed[place].covers(rest(cost)) || s.closed[s.to].covers(rest(bound)) {
		return
	}
	s.queue.push(item{bound, int32(len(s.steps))})
	s.steps = append(s.steps, step{cost, place, by, before})
}

func (s *labeller) extend(number int32, at step) {
	for i := s.first[at.place]; i < s.first[at.place+1]; i++ {
		a := &s.out[i]
		if s.left[0][a.to] < far {
			s.add(at.cost.plus(a.cost), a.to, i, number)
		}
	}
}

func (s *labeller) arcsTo(number int32) []int32 {
	arcs := []int32{}
	for ; s.steps[number].by >= 0; number = s.steps[number].before {
		arcs = append(arcs, s.steps[number].by)
	}
	slices.Reverse(arcs)
	return arcs
}

// pair is two costs.
type pair struct{ a, b int64 }

// stairs are pairs of which none is better than another: a rises, and b falls.
type stairs []pair

// above is the position of the first pair with a greater a.
func (s stairs) above(a int64) int {
	low, high := 0, len(s)
	for low < high {
		if middle := (low + high) / 2; s[middle].a <= a {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// covers tells whether some pair is no worse than p.
func (s stairs) covers(p pair) bool {
	at := s.above(p.a)
	return at > 0 && s[at-1].b <= p.b
}

// add puts in a pair that is not covered, and takes out those that it covers.
func (s *stairs) add(p pair) {
	from := s.above(p.a)
	if from > 0 && (*s)[from-1].a == p.a {
		from-- // the same a, and a greater b
	}
	to := from
	for to < len(*s) && (*s)[to].b >= p.b {
		to++
	}
	*s = slices.Replace(*s, from, to, p)
}
