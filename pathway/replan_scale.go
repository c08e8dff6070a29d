package pathway

import (
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway/solve"
)

// changeScale puts changes before pence, and those before minutes, in one number.
type changeScale struct {
	unit   int64 // what a penny weighs against a minute
	change int64 // what a change weighs against a minute
}

// changeScale is the scale for a task in which so many old courses are to be kept besides.
// Of a plan of which nothing can be left out every course is the first to give something
// that is waited for, so that it holds no more courses than there is such: a penny and a
// change have to outweigh only the longest and the dearest of so many. The error wraps
// [ksb.ErrTooLarge].
func (t *task) changeScale(kept int) (s changeScale, err error) {
	most := min(len(t.courses), t.waitedFor()+kept)
	s.unit = 1 + t.largest(most, func(c *course) int64 { return c.Minutes })
	weight := func(c *course) int64 { return c.pence*s.unit + c.Minutes }
	s.change = 1 + t.largest(most, weight)
	if all := t.largest(len(t.courses), weight); all > solve.MostSum/2 || s.change > solve.MostSum/2/int64(len(t.courses)+kept+1) {
		return s, fmt.Errorf("%w: the costs of the catalogue", ksb.ErrTooLarge)
	}
	return s, nil
}

// waitedFor counts the facts that courses give and that something waits for.
func (t *task) waitedFor() (n int) {
	for f := range t.facts {
		if len(t.givers[f]) > 0 && t.waited(f) {
			n++
		}
	}
	return n
}

// waited tells whether a goal or a course waits for a fact.
func (t *task) waited(f int) bool {
	_, held := slices.BinarySearch(t.start, f)
	return !held && (len(t.needers[f]) > 0 || slices.Contains(t.aims, f) || slices.Contains(t.forced, f))
}

// largest is the sum of the n largest values of courses.
func (t *task) largest(n int, value func(*course) int64) (sum int64) {
	values := make([]int64, len(t.courses))
	for i := range t.courses {
		values[i] = value(&t.courses[i])
	}
	slices.Sort(values)
	for _, v := range values[len(values)-n:] {
		sum += v
	}
	return sum
}
