package routes

import (
	"context"
	"slices"
)

// Shortest returns the k paths with the least first cost, the least first; fewer if
// there are no more. Where several cost the same it is fixed which of them come first,
// but not by any rule of use to a caller. A path from a place to itself is the path
// without links. The error wraps [ErrRange], or is the context's.
func (g *Graph) Shortest(ctx context.Context, from, to, k int) ([]Path, error) {
	if err := g.check(from, to); err != nil {
		return nil, err
	}
	s := &deviator{Graph: g, from: int32(from), to: int32(to), left: g.distances(int32(to), 0, int32(from))}
	s.visited, s.reached = make([]bool, g.places), make([]reach, g.places)
	if s.left[from] >= far {
		return nil, nil
	}
	s.queueUp(candidate{}, s.left[from])
	var found []Path
	for len(found) < k && len(s.waiting) > 0 {
		if err := ctx.Err(); err != nil {
			return found, err
		}
		c := s.made[s.waiting.pop().number]
		if !c.complete {
			s.finish(c)
			continue
		}
		found = append(found, s.path(c.arcs))
		s.deviate(c)
	}
	return found, nil
}

// candidate is a path, or the start of one: the first keep of its arcs are fixed, and
// the links of banned do not come next.
type candidate struct {
	complete bool
	keep     int
	arcs     []int32 // positions in Graph.out
	banned   []int32 // positions in Graph.out that leave the last fixed place
}

// deviator looks for the shortest paths between two places.
type deviator struct {
	*Graph
	from, to int32
	left     []int64 // distances to the target; see distances
	made     []candidate
	waiting  heap    // of positions in made, by cost
	visited  []bool  // by place: the fixed part of a candidate visits it
	reached  []reach // by place: by the search that is going on
	round    int32
	queue    heap // of places, by a lower bound on the paths over them
}

// queueUp queues a candidate by its cost, or, of an incomplete one, a cost that it
// cannot be below. What is complete comes first, so that no search is made for nothing.
func (s *deviator) queueUp(c candidate, cost int64) {
	key := Cost{cost, 1}
	if c.complete {
		key[1] = 0
	}
	s.waiting.push(item{key, int32(len(s.made))})
	s.made = append(s.made, c)
}

// reach is how a place was reached in a round of the search.
type reach struct {
	cost  int64
	round int32
	by    int32 // position in Graph.out; -1: the search began there
	done  bool
}

// deviate leaves a path at every place from which it was free to choose.
func (s *deviator) deviate(c candidate) {
	at, cost := s.from, int64(0)
	s.mark(c.arcs[:c.keep], true)
	for i := 0; i < len(c.arcs); i++ {
		if i >= c.keep {
			d := candidate{keep: i, arcs: c.arcs[:i:i], banned: []int32{c.arcs[i]}}
			if i == c.keep {
				d.banned = append(slices.Clone(c.banned), c.arcs[i])
			}
			s.visited[at] = true
			s.wait(d, at, cost)
		}
		cost += s.out[c.arcs[i]].cost[0]
		at = s.out[c.arcs[i]].to
	}
	s.mark(c.arcs, false)
}

// wait puts the start of a path into the queue, if anything can come of it. Its bound is
// the best next link, were the rest of the way free.
func (s *deviator) wait(c candidate, at int32, cost int64) {
	best := int64(far)
	for i := s.first[at]; i < s.first[at+1]; i++ {
		a := &s.out[i]
		if !s.visited[a.to] && s.left[a.to] < far && !slices.Contains(c.banned, i) {
			best = min(best, a.cost[0]+s.left[a.to])
		}
	}
	if best < far {
		s.queueUp(c, cost+best)
	}
}

// mark notes which places the fixed part of a path visits; its last place is free to be
// the start of a search.
func (s *deviator) mark(arcs []int32, visited bool) {
	at := s.from
	s.visited[at] = visited
	for _, i := range arcs {
		at = s.out[i].to
		s.visited[at] = visited
	}
}

// finish searches the best rest of a path whose start is fixed, and puts it back.
func (s *deviator) finish(c candidate) {
	at, cost := s.from, int64(0)
	for _, i := range c.arcs {
		at, cost = s.out[i].to, cost+s.out[i].cost[0]
	}
	s.mark(c.arcs, true)
	end, found := s.search(at, cost, c.banned)
	s.mark(c.arcs, false)
	if !found {
		return
	}
	rest := []int32{}
	for v := s.to; s.reached[v].by >= 0; v = s.tail(s.reached[v].by) {
		rest = append(rest, s.reached[v].by)
	}
	slices.Reverse(rest)
	c.arcs, c.complete = append(slices.Clone(c.arcs), rest...), true
	s.queueUp(c, end)
}

// tail is the place that an arc leaves.
func (s *deviator) tail(arc int32) int32 {
	at, exact := slices.BinarySearch(s.first, arc)
	if !exact {
		return int32(at - 1)
	}
	for at+1 < len(s.first) && s.first[at+1] == arc {
		at++ // places that nothing leaves
	}
	return int32(at)
}

// search is A* from a place, over places that are not visited, and not by the banned
// links at first. The distances left are those of the whole map, or less, so they never
// overestimate. Of equal bounds it prefers what is nearer to the target.
func (s *deviator) search(from int32, cost int64, banned []int32) (int64, bool) {
	s.round++
	s.queue = s.queue[:0]
	s.reached[from] = reach{cost: cost, round: s.round, by: -1}
	s.queue.push(item{Cost{cost + s.left[from], s.left[from]}, from})
	for len(s.queue) > 0 {
		at := s.queue.pop().number
		if at == s.to {
			return s.reached[at].cost, true
		}
		if !s.reached[at].done {
			s.reached[at].done = true
			s.expand(at, from, banned)
		}
	}
	return 0, false
}

func (s *deviator) expand(at, from int32, banned []int32) {
	way := s.reached[at].cost
	for i := s.first[at]; i < s.first[at+1]; i++ {
		a := &s.out[i]
		if s.visited[a.to] || s.left[a.to] >= far || at == from && slices.Contains(banned, i) {
			continue
		}
		cost, was := way+a.cost[0], &s.reached[a.to]
		if was.round == s.round && (was.done || was.cost <= cost) {
			continue
		}
		*was = reach{cost: cost, round: s.round, by: i}
		s.queue.push(item{Cost{cost + s.left[a.to], s.left[a.to]}, a.to})
	}
}

// path is what a caller sees of arcs.
func (g *Graph) path(arcs []int32) Path {
	p := Path{Links: make([]int, len(arcs))}
	for i, at := range arcs {
		p.Links[i] = int(g.out[at].link)
		p.Cost = p.Cost.plus(g.out[at].cost)
	}
	return p
}
