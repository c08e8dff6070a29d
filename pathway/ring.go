package pathway

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// breakRings reports each ring of courses that come after one another as the ring it
// is, and drops its courses: none of them could ever begin.
func (k *checker) breakRings() {
	at := k.positions()
	ringed := make([]bool, len(k.courses))
	for i := range k.courses {
		if ringed[i] {
			continue
		}
		way := k.wayRound(i, at)
		if way == nil {
			continue
		}
		k.problems.Add(k.courses[i].Origin, place(&k.courses[i].Course)+".after", ksb.ErrRing, "%s", k.ringInWords(way))
		for j := range k.courses {
			ringed[j] = ringed[j] || k.leads(i, j, at) && k.leads(j, i, at)
		}
	}
	i := -1
	k.courses = slices.DeleteFunc(k.courses, func(course) bool { i++; return ringed[i] })
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

// wayRound returns a shortest way from course i back to itself along After, without
// its end; nil: there is none.
func (k *checker) wayRound(i int, at map[string]int) []int {
	from := k.walk(i, at)
	for _, j := range from.order {
		if slices.Contains(k.courses[j].After, k.courses[i].ID) {
			return from.trace(i, j)
		}
	}
	return nil
}

func (k *checker) leads(i, j int, at map[string]int) bool {
	_, met := k.walk(i, at).from[j]
	return met
}

// steps are the courses met on a walk, nearest first, and where each was met from.
type steps struct {
	order []int
	from  map[int]int
}

// walk visits all that course i comes after, i first.
func (k *checker) walk(i int, at map[string]int) steps {
	s := steps{order: []int{i}, from: map[int]int{i: i}}
	for n := 0; n < len(s.order); n++ {
		for _, id := range k.courses[s.order[n]].After {
			j, usable := at[id]
			if _, met := s.from[j]; usable && !met {
				s.from[j] = s.order[n]
				s.order = append(s.order, j)
			}
		}
	}
	return s
}

func (s steps) trace(start, end int) []int {
	way := []int{end}
	for end != start {
		end = s.from[end]
		way = append(way, end)
	}
	slices.Reverse(way)
	return way
}
