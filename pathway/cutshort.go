package pathway

import (
	"math"
	"slices"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// asTheyAre are courses for an answer, without any search: as many of them as can be taken
// by themselves and are of use, or none if they break limits or exclude each other.
func (t *task) asTheyAre(courses []int) answer {
	weeks := math.MaxInt - 1
	if t.options.Limits.Weeks != nil {
		weeks = *t.options.Limits.Weeks
	}
	s := t.schedule(t.with(courses, weeks).timely(courses))
	courses = t.supported(s)
	if !t.allowed(courses) {
		s, courses = schedule{}, nil
	}
	made := solve.Solution{Items: append([]int{}, courses...), Open: []int{}}
	slices.Sort(made.Items)
	for _, c := range courses {
		made.Value += t.weight(c)
	}
	for g, goal := range t.asksFor() {
		if _, supplied := s.supplier[goal.Fact]; !supplied && !t.held(goal.Fact) {
			made.Open, made.Lost = append(made.Open, g), made.Lost+goal.Weight
		}
	}
	return answer{Solution: made}
}

// supported are the courses of a schedule that are the first to close a goal or to give what
// another of them builds on. They close as much.
func (t *task) supported(s schedule) (kept []int) {
	met := make([]bool, len(s.runs))
	facts := slices.Concat(t.aims, t.forced)
	for n := 0; n < len(facts); n++ {
		if i, supplied := s.supplier[facts[n]]; supplied && !met[i] {
			met[i], kept = true, append(kept, s.runs[i].course)
			facts = append(facts, t.buildsOn(s.runs[i])...)
		}
	}
	return kept
}

// inWeeks is the answer of courses that can all be taken in so many weeks.
func (t *task) inWeeks(courses []int, weeks int) answer {
	s := solve.Solution{Items: append([]int{}, courses...), Open: []int{}}
	slices.Sort(s.Items)
	clock := t.with(courses, weeks)
	for _, c := range courses {
		s.Value += t.weight(c)
	}
	for g, goal := range t.asksFor() {
		if !clock.has(goal.Fact) {
			s.Open, s.Lost = append(s.Open, g), s.Lost+goal.Weight
		}
	}
	return answer{Solution: s}
}

// allowed tells whether courses keep to the limits, but for weeks, and exclude none of each
// other.
func (t *task) allowed(courses []int) bool {
	limits := t.limits(t.options.Limits)
	for _, c := range courses {
		for k, n := range t.uses(c, t.options.Limits) {
			limits[k] -= n
		}
		if slices.ContainsFunc(t.excluded(t.courses[c]), func(other int) bool { return slices.Contains(courses, other) }) {
			return false
		}
	}
	return !slices.ContainsFunc(limits, func(left int64) bool { return left < 0 })
}
