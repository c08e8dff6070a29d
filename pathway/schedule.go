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
	rank       int // 0: it teaches a critical gap; 1: it does not
}

// schedule is the courses of a plan side by side, each as early as can be.
type schedule struct {
	runs     []run       // by start, those that teach a critical gap first, then by course
	supplier map[int]int // by fact: position in runs of the one that makes it true first
}

// schedule runs the chosen courses. Every one of them can begin.
func (t *task) schedule(chosen []int) schedule {
	s := schedule{runs: make([]run, 0, len(chosen)), supplier: make(map[int]int, 4*len(chosen))}
	at, critical := t.moments(chosen), t.criticalAims()
	for _, c := range chosen {
		start, _ := t.begin(c, at)
		rank := 1
		if slices.ContainsFunc(t.adds[c], func(f int) bool { return critical[f] }) {
			rank = 0
		}
		s.runs = append(s.runs, run{c, start, t.end(c, start), rank})
	}
	slices.SortFunc(s.runs, func(a, b run) int {
		return cmp.Or(a.start.compare(b.start), cmp.Compare(a.rank, b.rank), strings.Compare(t.courses[a.course].ID, t.courses[b.course].ID))
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

// criticalAims are the facts of the critical goals.
func (t *task) criticalAims() map[int]bool {
	critical := map[int]bool{}
	for g, f := range t.aims {
		if t.goals[g].Critical {
			critical[f] = true
		}
	}
	return critical
}

// moments are when each fact is true first, until [task.with] is asked again.
func (t *task) moments(chosen []int) []moment { return t.with(chosen, math.MaxInt-1).at }
