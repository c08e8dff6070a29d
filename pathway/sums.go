package pathway

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway/solve"
)

// checkSums drops the largest courses until nothing that is added up can overflow.
func (k *checker) checkSums() {
	order := slices.Clone(k.courses)
	slices.SortFunc(order, func(a, b course) int {
		return cmp.Or(cmp.Compare(a.size(), b.size()), strings.Compare(a.ID, b.ID))
	})
	var pence, minutes, weeks int64
	refused := map[string]bool{}
	for _, c := range order {
		if !sumsFit(pence, c.CostPence, minutes, c.Minutes, weeks, int64(c.Weeks)) {
			k.problems.Add(c.Origin, place(&c.Course), ksb.ErrTooLarge, "%d pence, %d minutes, %d weeks: the sums of the catalogue would overflow", c.CostPence, c.Minutes, c.Weeks)
			refused[c.ID] = true
			continue
		}
		pence, minutes, weeks = pence+c.CostPence, minutes+c.Minutes, weeks+int64(c.Weeks)
	}
	k.courses = slices.DeleteFunc(k.courses, func(c course) bool { return refused[c.ID] })
}

// size is what sorts courses that overflow a sum behind those that do not.
func (c *course) size() int64 { return max(c.CostPence, c.Minutes, int64(c.Weeks)) }

// sumsFit tells whether (all pence) x (all minutes + 1) + (all minutes), and all weeks,
// stay within what package solve adds up.
func sumsFit(pence, morePence, minutes, moreMinutes, weeks, moreWeeks int64) bool {
	const most = solve.MostSum
	if morePence > most-pence || moreMinutes > most-1-minutes || moreWeeks > solve.MostTime-weeks {
		return false
	}
	high, low := bits.Mul64(uint64(pence+morePence), uint64(minutes+moreMinutes+1))
	return high == 0 && low <= uint64(most-(minutes+moreMinutes))
}
