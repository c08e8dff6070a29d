package schedule

import (
	"fmt"
	"slices"
)

// ErrSchedule is wrapped by what [Solution.Check] finds wrong.
const ErrSchedule Error = "not a schedule"

// Check tells whether a solution is a schedule of an instance: by walking through the
// weeks, with nothing of what the search knows. It does not tell whether a shorter one
// exists.
func (s Solution) Check(in *Instance) error {
	if len(s.Starts) != len(in.Activities) {
		return fmt.Errorf("%w: %d starts for %d activities", ErrSchedule, len(s.Starts), len(in.Activities))
	}
	k := checker{in, s.Starts, make([][]int, len(s.Starts)), 0}
	for i := range s.Starts {
		if err := k.walk(i); err != nil {
			return err
		}
	}
	if err := k.order(); err != nil {
		return err
	}
	if k.end != s.Weeks {
		return fmt.Errorf("%w: it ends after %d weeks, not %d", ErrSchedule, k.end, s.Weeks)
	}
	return k.load()
}

type checker struct {
	in     *Instance
	starts []int
	weeks  [][]int // by activity: the weeks that it runs in
	end    int
}

// walk lists the weeks in which an activity runs, past those that are closed.
func (k *checker) walk(i int) error {
	a, s := k.in.Activities[i], k.starts[i]
	if s == NotPlaced {
		return nil
	}
	if s < 0 || slices.Contains(k.in.Closed, s) || a.Starts != nil && !slices.Contains(a.Starts, s) {
		return fmt.Errorf("%w: activity %d may not start in week %d", ErrSchedule, i, s)
	}
	for w := s; len(k.weeks[i]) < a.span(); w++ {
		if !slices.Contains(k.in.Closed, w) {
			k.weeks[i] = append(k.weeks[i], w)
		}
	}
	if n := len(k.weeks[i]); n > 0 {
		k.end = max(k.end, k.weeks[i][n-1]+1)
	} else {
		k.end = max(k.end, k.in.afterLast(s))
	}
	if k.in.Until > 0 && k.end > k.in.Until {
		return fmt.Errorf("%w: activity %d runs in week %d or later", ErrSchedule, i, k.in.Until)
	}
	return nil
}

// afterLast is where the last open week before a week ends.
func (in *Instance) afterLast(week int) int {
	for week > 0 && slices.Contains(in.Closed, week-1) {
		week--
	}
	return week
}

// order checks that the activities can begin one after another, each once it has what it
// builds on: those of no weeks must not support each other in a circle within a week.
func (k *checker) order() error {
	begun := make([]bool, len(k.starts))
	for again := true; again; {
		again = false
		for i, s := range k.starts {
			if !begun[i] && s != NotPlaced && k.supported(i, begun) {
				begun[i], again = true, true
			}
		}
	}
	for i, s := range k.starts {
		if s != NotPlaced && !begun[i] {
			return fmt.Errorf("%w: activity %d starts in week %d, before it has what it builds on", ErrSchedule, i, s)
		}
	}
	return nil
}

func (k *checker) supported(i int, begun []bool) bool {
	return !slices.ContainsFunc(k.in.Activities[i].After, func(group []int) bool {
		return !slices.ContainsFunc(group, func(j int) bool { return j != i && begun[j] && k.ended(j, k.starts[i]) })
	})
}

func (k *checker) ended(j, by int) bool {
	if k.starts[j] > by {
		return false
	}
	n := len(k.weeks[j])
	return k.in.Activities[j].Weeks == 0 || k.weeks[j][n-1] < by
}

// load checks what each week has room for.
func (k *checker) load() error {
	minutes, beside := map[int]int64{}, map[int]int{}
	for i, weeks := range k.weeks {
		for n, w := range weeks {
			minutes[w] += Share(k.in.Activities[i].Minutes, k.in.Activities[i].Weeks, n)
			beside[w]++
		}
	}
	for w := range k.end {
		if most, limited := k.in.Room(w); limited && minutes[w] > most {
			return fmt.Errorf("%w: week %d holds %d minutes, %d at most", ErrSchedule, w, minutes[w], most)
		}
		if k.in.Beside > 0 && beside[w] > k.in.Beside {
			return fmt.Errorf("%w: week %d holds %d activities, %d at most", ErrSchedule, w, beside[w], k.in.Beside)
		}
	}
	return nil
}

// Room is how many minutes a week has; limited false: as many as are wanted.
func (in *Instance) Room(week int) (most int64, limited bool) {
	most, limited = in.Minutes, in.Minutes > 0
	found := false
	for _, w := range in.Weeks {
		if w.At == week && (!found || w.Minutes < most) {
			most, limited, found = w.Minutes, true, true
		}
	}
	return most, limited
}
