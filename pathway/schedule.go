package pathway

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// moment is a point in a plan: a week, and within it a place in the order of courses
// that take no time.
type moment struct{ week, place int }

func (m moment) compare(n moment) int {
	return cmp.Or(cmp.Compare(m.week, n.week), cmp.Compare(m.place, n.place))
}

// run is a course of a plan and when it takes place.
type run struct {
	course     int
	start, end moment
}

// schedule is the courses of a plan side by side, each as early as can be.
type schedule struct {
	runs     []run       // by start, those that teach a critical gap first, then by course
	supplier map[int]int // by fact: position in runs of the one that makes it true first
}

// schedule runs the chosen courses. Every one of them can begin.
func (t *task) schedule(chosen []int) schedule {
	s := schedule{supplier: map[int]int{}}
	at := t.moments(chosen)
	for _, c := range chosen {
		start, _ := t.begin(c, at)
		s.runs = append(s.runs, run{c, start, t.end(c, start)})
	}
	slices.SortFunc(s.runs, func(a, b run) int {
		return cmp.Or(a.start.compare(b.start), cmp.Compare(t.rank(a.course), t.rank(b.course)), strings.Compare(t.courses[a.course].ID, t.courses[b.course].ID))
	})
	for i, r := range s.runs {
		for _, f := range t.adds[r.course] {
			if _, held := slices.BinarySearch(t.start, f); held {
				continue
			}
			if j, known := s.supplier[f]; !known || r.end.compare(s.runs[j].end) < 0 {
				s.supplier[f] = i
			}
		}
	}
	return s
}

// rank sorts the courses that teach a critical gap before all others.
func (t *task) rank(course int) int {
	for g, f := range t.aims {
		if t.goals[g].Critical && slices.Contains(t.adds[course], f) {
			return 0
		}
	}
	return 1
}

// moments are when each fact is true first.
func (t *task) moments(chosen []int) []moment {
	k := t.clock(math.MaxInt - 1)
	for _, c := range chosen {
		k.add(c)
	}
	return k.at
}
