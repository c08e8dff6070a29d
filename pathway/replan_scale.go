package pathway

import (
	"slices"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// changeScale puts changes before pence, and those before minutes, in one number.
type changeScale struct {
	unit   int64 // what a penny weighs against a minute
	change int64 // what a change weighs against a minute; 0: more than fits into one number
}

// changeScale is the scale for a task in which so many old courses are to be kept besides.
// Of a plan of which nothing can be left out every course is the first to give something
// that is waited for, so that it holds no more courses than there is such: a penny and a
// change have to outweigh only the longest and the dearest of so many. When it ended the
// scale is of no use.
func (t *task) changeScale(ended func() bool, kept int) (s changeScale) {
	most := min(len(t.courses), t.waitedFor()+kept)
	s.unit = 1 + t.largest(ended, most, func(c *course) int64 { return c.Minutes })
	weight := func(c *course) int64 { return c.pence*s.unit + c.Minutes }
	s.change = 1 + t.largest(ended, most, weight)
	if all := t.largest(ended, len(t.courses), weight); all > solve.MostSum/2 || s.change > solve.MostSum/2/int64(len(t.courses)+kept+1) {
		return changeScale{unit: t.unit} // with which pence and minutes fit
	}
	return s
}

// waitedFor counts the facts that courses give and that something waits for.
func (t *task) waitedFor() (n int) {
	asked := make([]bool, len(t.facts))
	for _, f := range slices.Concat(t.aims, t.forced) {
		asked[f] = true
	}
	for f := range t.facts {
		if len(t.givers[f]) > 0 && (asked[f] || len(t.needers[f]) > 0) && !t.held(f) {
			n++
		}
	}
	return n
}

func (t *task) held(f int) bool {
	_, held := slices.BinarySearch(t.start, f)
	return held
}

// waited tells whether a goal or a course waits for a fact.
func (t *task) waited(f int) bool {
	return !t.held(f) && (len(t.needers[f]) > 0 || slices.Contains(t.aims, f) || slices.Contains(t.forced, f))
}

// largest is the sum of the n largest values of courses; when it ended, 0.
func (t *task) largest(ended func() bool, n int, value func(*course) int64) (sum int64) {
	most := make([]int64, 0, min(len(t.courses), 2*n+aWhile))
	for i := range t.courses {
		if len(most) == cap(most) {
			slices.Sort(most)
			most = most[:copy(most, most[len(most)-n:])]
		}
		if i%aWhile == 0 && ended() {
			return 0
		}
		most = append(most, value(t.courses[i]))
	}
	if len(most) > n {
		slices.Sort(most)
	}
	for _, v := range most[max(0, len(most)-n):] {
		sum += v
	}
	return sum
}
