package pathway

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// breakRings reports each ring of courses that come after one another as the ring it
// is, and drops its courses: none of them could ever begin.
func (k *checker) breakRings() {
	g := k.order()
	ring := g.rings()
	named := map[int]bool{}
	for i := range k.courses {
		if r := ring[i]; r != 0 && !named[r] {
			named[r] = true
			c := &k.courses[i]
			k.problems.Add(c.Origin, place(&c.Course)+".after", ksb.ErrRing, "%s", k.ringInWords(g.wayRound(i)))
		}
	}
	i := -1
	k.courses = slices.DeleteFunc(k.courses, func(course) bool { i++; return ring[i] != 0 })
}

// ringInWords names a way round, capped at ten courses.
func (k *checker) ringInWords(way []int) string {
	const most = 10
	var names []string
	for _, i := range way[:min(len(way), most)] {
		names = append(names, k.courses[i].ID)
	}
	if len(way) > most {
		names = append(names, "…")
	}
	return strings.Join(append(names, names[0]), " after ")
}

// order is which courses come after which: by course, those before and those behind.
type order struct{ before, behind [][]int }

func (k *checker) order() order {
	at := k.positions()
	g := order{make([][]int, len(k.courses)), make([][]int, len(k.courses))}
	for i := range k.courses {
		for _, id := range k.courses[i].After {
			if j, usable := at[id]; usable {
				g.before[i], g.behind[j] = append(g.before[i], j), append(g.behind[j], i)
			}
		}
	}
	return g
}

// rings numbers the rings, by course; 0: it is in none. Of all courses, the one that a
// walk leaves last is in a ring with just those that lead to it (Kosaraju).
func (g order) rings() []int {
	left := g.left()
	ring, met := make([]int, len(left)), make([]bool, len(left))
	for n := len(left) - 1; n >= 0; n-- {
		var members []int
		if !met[left[n]] {
			met[left[n]], members = true, []int{left[n]}
		}
		for m := 0; m < len(members); m++ {
			for _, j := range g.behind[members[m]] {
				if !met[j] {
					met[j], members = true, append(members, j)
				}
			}
		}
		if len(members) > 1 {
			for _, i := range members {
				ring[i] = n + 1
			}
		}
	}
	return ring
}

// left lists the courses in the order in which walks along before leave them.
func (g order) left() (left []int) {
	next := make([]int, len(g.before)) // by course: how far it has been looked into, plus 1 once it is met
	for start := range g.before {
		if next[start] > 0 {
			continue
		}
		next[start] = 1
		for stack := []int{start}; len(stack) > 0; {
			i := stack[len(stack)-1]
			if next[i] > len(g.before[i]) {
				left, stack = append(left, i), stack[:len(stack)-1]
				continue
			}
			j := g.before[i][next[i]-1]
			if next[i]++; next[j] == 0 {
				next[j], stack = 1, append(stack, j)
			}
		}
	}
	return left
}

// wayRound returns a shortest way from course i back to itself, without its end.
func (g order) wayRound(i int) (way []int) {
	from := map[int]int{}
	for queue := []int{i}; len(queue) > 0; queue = queue[1:] {
		for _, j := range g.before[queue[0]] {
			if _, met := from[j]; !met {
				from[j], queue = queue[0], append(queue, j)
			}
		}
		if _, met := from[i]; met {
			break
		}
	}
	for j := from[i]; j != i; j = from[j] {
		way = append(way, j)
	}
	slices.Reverse(way)
	return append([]int{i}, way...)
}
