package main

import (
	"slices"

	"github.com/skillgap-go/skillgap/assess"
)

// move is a statement that stands elsewhere under the assumptions. Places count from 1.
type move struct {
	Before, After     *assess.Gap
	PlaceWas, PlaceIs int
	StatusMoved       bool
}

// Up is by how many places it rose; below 0: it fell.
func (m move) Up() int { return m.PlaceWas - m.PlaceIs }

// moves compares two reports on the same role, statement by statement, in the order of
// the second: what has another status comes first, then what overtook others or fell
// behind them. What only made room for those is left out.
func moves(before, after *assess.Report) (list []move) {
	was := map[string]int{}
	for i, g := range before.Gaps {
		was[string(g.Statement)] = i
	}
	places := make([]int, len(after.Gaps))
	for i, g := range after.Gaps {
		places[i] = was[string(g.Statement)]
	}
	stays := inOrder(places)
	for i := range after.Gaps {
		m := move{&before.Gaps[places[i]], &after.Gaps[i], places[i] + 1, i + 1, false}
		m.StatusMoved = m.Before.Status != m.After.Status
		if m.StatusMoved || m.Before.Level != m.After.Level || !stays[i] {
			list = append(list, m)
		}
	}
	slices.SortStableFunc(list, func(a, b move) int { return statusFirst(a) - statusFirst(b) })
	return list
}

func statusFirst(m move) int {
	if m.StatusMoved {
		return 0
	}
	return 1
}

// inOrder marks as many places as can be that still stand in their old order: a longest
// increasing subsequence, so that the fewest are said to have moved.
func inOrder(places []int) []bool {
	length, from := make([]int, len(places)), make([]int, len(places))
	last := -1
	for i := range places {
		length[i], from[i] = 1, -1
		for j := range i {
			if places[j] < places[i] && length[j] >= length[i] {
				length[i], from[i] = length[j]+1, j
			}
		}
		if last < 0 || length[i] > length[last] {
			last = i
		}
	}
	stays := make([]bool, len(places))
	for ; last >= 0; last = from[last] {
		stays[last] = true
	}
	return stays
}
