package schedule

import "fmt"

// Error is a class of misuse, for errors.Is.
type Error string

// Error is the misuse in words.
func (e Error) Error() string { return string(e) }

// The errors of [Solve].
const (
	ErrRange    Error = "number out of range" // an activity that does not exist
	ErrNegative Error = "negative number"
	ErrTooLarge Error = "more than can be scheduled"
)

// The most that an Instance may hold.
const (
	MostActivities = 500
	MostWeeks      = 5_000   // of all activities together; a later start is no start
	MostMinutes    = 1 << 48 // of all activities together
)

// DefaultNodes is the limit of nodes of an Instance that states none and has up to 30
// activities; for more of them it is a 250th of that.
const DefaultNodes = 10_000_000

// Instance is a problem. Weeks are numbered from 0.
type Instance struct {
	Activities []Activity
	// Minutes are there for all activities together in every week; 0: no limit.
	Minutes int64
	// Beside is how many activities may run in the same week; 0: no limit. One that takes
	// no time does not count.
	Beside int
	// Weeks are the weeks with other minutes than Minutes. Of two entries for a week the
	// smaller holds.
	Weeks  []Week
	Closed []int // weeks in which nothing runs, in any order
	// First are activities that should end early, the most pressing first. They go before
	// others as far as that does not make the whole longer.
	First []int
	// Until is the first week in which nothing may run any more; 0: there is no end.
	Until int
	// Nodes is the most nodes that the search may visit for one question; 0:
	// [DefaultNodes]. A dead end that the other search learns from counts as 250.
	Nodes int
}

// Activity is work that is done as a whole.
type Activity struct {
	Weeks   int // from its first to its last, closed ones not counted
	Minutes int64
	// After are groups of activities; of each group one at least has ended before this
	// one starts. A group of one is a plain predecessor.
	After [][]int
	// Starts are the weeks in which it may start; nil: any. Those that are closed or
	// above MostWeeks are none.
	Starts []int
}

// Week is a week with minutes of its own.
type Week struct {
	At      int
	Minutes int64 // 0: none at all
}

// Share is what an activity takes of its k-th week, k from 0: minutes divided by weeks,
// and one more in the first weeks until the remainder is used up. The shares add up to
// minutes. An activity of no weeks takes all in the first.
func Share(minutes int64, weeks, k int) int64 {
	n := int64(max(weeks, 1))
	if k < 0 || int64(k) >= n {
		return 0
	}
	if int64(k) < minutes%n {
		return minutes/n + 1
	}
	return minutes / n
}

// span is the number of weeks in which an activity takes a place.
func (a Activity) span() int {
	if a.Weeks == 0 && a.Minutes > 0 {
		return 1
	}
	return a.Weeks
}

func (in *Instance) check() error {
	if len(in.Activities) > MostActivities {
		return fmt.Errorf("%w: %d activities, %d at most", ErrTooLarge, len(in.Activities), MostActivities)
	}
	if in.Minutes < 0 || in.Beside < 0 || in.Until < 0 || in.Nodes < 0 {
		return fmt.Errorf("%w: minutes %d, beside %d, until %d, nodes %d", ErrNegative, in.Minutes, in.Beside, in.Until, in.Nodes)
	}
	for _, w := range in.Weeks {
		if w.At < 0 || w.Minutes < 0 {
			return fmt.Errorf("%w: week %d with %d minutes", ErrNegative, w.At, w.Minutes)
		}
	}
	for _, i := range in.First {
		if i < 0 || i >= len(in.Activities) {
			return fmt.Errorf("%w: activity %d is to be first", ErrRange, i)
		}
	}
	return in.checkActivities()
}

func (in *Instance) checkActivities() error {
	weeks, minutes := 0, int64(0)
	for i, a := range in.Activities {
		if a.Weeks < 0 || a.Minutes < 0 {
			return fmt.Errorf("%w: activity %d of %d weeks and %d minutes", ErrNegative, i, a.Weeks, a.Minutes)
		}
		if a.span() > MostWeeks-weeks || a.Minutes > MostMinutes-minutes {
			return fmt.Errorf("%w: more than %d weeks or %d minutes in all at activity %d", ErrTooLarge, MostWeeks, int64(MostMinutes), i)
		}
		weeks, minutes = weeks+a.span(), minutes+a.Minutes
		for _, group := range a.After {
			for _, j := range group {
				if j < 0 || j >= len(in.Activities) {
					return fmt.Errorf("%w: activity %d comes after %d", ErrRange, i, j)
				}
			}
		}
	}
	return nil
}
