package routes

import "math"

// far is the distance of a place from which the target cannot be reached.
const far = math.MaxInt64 / 2

// distances are the distances of all places to the target, by one criterion. With a
// place until, the search ends once that is reached: what is farther off is then as far
// as that, which is never too much. until -1: all distances are exact.
func (g *Graph) distances(to int32, criterion int, until int32) []int64 {
	left := make([]int64, g.places)
	for v := range left {
		left[v] = far
	}
	left[to] = 0
	queue := make(heap, 1, g.places)
	queue[0] = item{number: to}
	for len(queue) > 0 {
		at := queue.pop()
		if at.number == until {
			return atMost(left, at.key[0])
		}
		if at.key[0] > left[at.number] {
			continue // it was reached more cheaply since
		}
		for i := g.back[at.number]; i < g.back[at.number+1]; i++ {
			a := &g.in[i]
			if d := at.key[0] + a.cost[criterion]; d < left[a.to] {
				left[a.to] = d
				queue.push(item{Cost{d}, a.to})
			}
		}
	}
	return left
}

// atMost cuts distances off.
func atMost(left []int64, most int64) []int64 {
	for v := range left {
		left[v] = min(left[v], most)
	}
	return left
}
