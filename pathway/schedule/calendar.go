package schedule

import "slices"

// calendar is the weeks that are open, numbered without the closed ones.
type calendar struct {
	closed []int // ascending, distinct
	until  int   // open weeks before the end; -1: there is no end
}

func (in *Instance) calendar() calendar {
	c := calendar{closed: slices.Clone(in.Closed), until: -1}
	slices.Sort(c.closed)
	c.closed = slices.Compact(c.closed)
	if in.Until > 0 {
		c.until = in.Until - c.closedBefore(in.Until)
	}
	return c
}

// closedBefore counts the closed weeks from week 0 to before a week.
func (c calendar) closedBefore(week int) int {
	first, _ := slices.BinarySearch(c.closed, 0)
	end, _ := slices.BinarySearch(c.closed, week)
	return max(end-first, 0)
}

// open returns the number of a week among the open ones; false: it is closed.
func (c calendar) open(week int) (int, bool) {
	_, closed := slices.BinarySearch(c.closed, week)
	return week - c.closedBefore(week), !closed && week >= 0
}

// week returns the week of an open number.
func (c calendar) week(open int) int {
	week := open
	for _, shut := range c.closed {
		if shut > week {
			break
		}
		if shut >= 0 {
			week++
		}
	}
	return week
}

// length is the number of weeks, closed ones counted, through the n-th open one.
func (c calendar) length(n int) int {
	if n == 0 {
		return 0
	}
	return c.week(n-1) + 1
}
