package ksb

import "slices"

// rings returns the sets of nodes that can all reach one another, each sorted, in
// the order of their first nodes: the strongly connected components that hold an
// edge (Tarjan 1972). next lists where a node's edges lead.
func rings(nodes int, next func(int32) []int32) [][]int32 {
	t := &tarjan{next: next, seen: make([]int32, nodes), low: make([]int32, nodes), open: make([]bool, nodes)}
	for v := range int32(nodes) {
		if t.seen[v] == 0 {
			t.visit(v)
		}
	}
	slices.SortFunc(t.found, slices.Compare[[]int32])
	return t.found
}

type tarjan struct {
	next      func(int32) []int32
	count     int32
	seen, low []int32
	open      []bool
	stack     []int32
	found     [][]int32
}

func (t *tarjan) visit(v int32) {
	t.count++
	t.seen[v], t.low[v], t.open[v] = t.count, t.count, true
	t.stack = append(t.stack, v)
	for _, w := range t.next(v) {
		if t.seen[w] == 0 {
			t.visit(w)
			t.low[v] = min(t.low[v], t.low[w])
		} else if t.open[w] {
			t.low[v] = min(t.low[v], t.seen[w])
		}
	}
	if t.low[v] == t.seen[v] {
		t.close(v)
	}
}

// close takes the finished component of v off the stack and keeps it if it is a ring.
func (t *tarjan) close(v int32) {
	start := len(t.stack) - 1
	for t.stack[start] != v {
		start--
	}
	members := slices.Clone(t.stack[start:])
	t.stack = t.stack[:start]
	for _, w := range members {
		t.open[w] = false
	}
	if len(members) > 1 || slices.Contains(t.next(v), v) {
		slices.Sort(members)
		t.found = append(t.found, members)
	}
}

// wayRound returns a shortest closed walk from the first node of a ring back to it,
// without the node repeated at the end.
func wayRound(ring []int32, next func(int32) []int32) []int32 {
	from := map[int32]int32{}
	queue := []int32{ring[0]}
	for len(queue) > 0 {
		v := queue[0]
		queue = queue[1:]
		for _, w := range next(v) {
			if w == ring[0] {
				return trace(from, ring[0], v)
			}
			_, seen := from[w]
			if _, inRing := slices.BinarySearch(ring, w); inRing && !seen {
				from[w] = v
				queue = append(queue, w)
			}
		}
	}
	return ring
}

func trace(from map[int32]int32, start, v int32) []int32 {
	way := []int32{v}
	for v != start {
		v = from[v]
		way = append(way, v)
	}
	slices.Reverse(way)
	return way
}
