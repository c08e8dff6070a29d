package render

import (
	"strconv"
	"unicode/utf8"
)

// The narrowest chart is that of a small telephone; letters are about that wide.
const (
	narrowest   = 310
	letterWidth = 7
)

// wordWidth is that of the words above a line.
func (g *gantt) wordWidth() int {
	wide := utf8.RuneCountInString(g.h.say("plan.week", "n", g.weeks))
	if g.dates {
		wide = max(wide, len("2026-06-30"))
	}
	return wide*letterWidth + 8
}

// step is how many weeks there are from line to line: so many that the words above them
// stand apart on a telephone, in whatever language.
func (g *gantt) step() int {
	most := max(narrowest/g.wordWidth(), 1)
	for _, step := range []int{1, 2, 3, 4, 6, 8, 10, 13, 16, 20, 26, 32, 39, 52, 78, 104, 156, 208, 260, 520} {
		if g.weeks <= most*step {
			return step
		}
	}
	return max(g.weeks/most, 1)
}

// roomForTitles is the share of the width that the longest period leaves on a telephone.
func (g *gantt) roomForTitles() string {
	longest := 0
	for i := range g.rows {
		longest = max(longest, utf8.RuneCountInString(g.rows[i].period))
	}
	return strconv.Itoa(max(100-100*(longest*letterWidth+8)/narrowest, 35)) + "%"
}
