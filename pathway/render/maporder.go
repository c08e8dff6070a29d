package render

import (
	"cmp"
	"slices"
)

// sweeps is how often the columns are gone through, there and back.
const sweeps = 12

// order sorts each column so that few lines cross: every node to the middle of what it is
// joined to in the column before, or after on the way back, and the best order seen is
// kept.
func (l *layout) order() {
	best, least := l.copied(), l.crossings()
	for sweep := range sweeps {
		for i := range l.columns {
			if sweep%2 == 0 {
				l.sortBy(i, func(n *node) []int { return n.before })
			} else {
				l.sortBy(len(l.columns)-1-i, func(n *node) []int { return n.after })
			}
		}
		l.swap()
		if n := l.crossings(); n < least {
			best, least = l.copied(), n
		}
	}
	l.columns = best
}

func (l *layout) copied() [][]int {
	columns := make([][]int, len(l.columns))
	for i := range columns {
		columns[i] = slices.Clone(l.columns[i])
	}
	return columns
}

// ranks are the places of all nodes in their columns.
func (l *layout) ranks() []int {
	rank := make([]int, len(l.nodes))
	for _, column := range l.columns {
		for at, n := range column {
			rank[n] = at
		}
	}
	return rank
}

// sortBy sorts a column by the mean place of the neighbours, compared as fractions; nodes
// without any stay where they are among the others.
func (l *layout) sortBy(column int, neighbours func(*node) []int) {
	rank := l.ranks()
	sum := func(n int) (total, count int) {
		for _, m := range neighbours(&l.nodes[n]) {
			total, count = total+rank[m], count+1
		}
		if count == 0 {
			return rank[n], 1
		}
		return total, count
	}
	slices.SortStableFunc(l.columns[column], func(a, b int) int {
		x, nx := sum(a)
		y, ny := sum(b)
		return cmp.Compare(x*ny, y*nx)
	})
}

// swap exchanges neighbours in a column as long as that saves a crossing.
func (l *layout) swap() {
	for better := true; better; {
		better = false
		rank := l.ranks()
		for _, column := range l.columns {
			for i := 0; i+1 < len(column); i++ {
				a, b := column[i], column[i+1]
				if l.between(a, b, rank) > l.between(b, a, rank) {
					column[i], column[i+1], rank[a], rank[b], better = b, a, i+1, i, true
				}
			}
		}
	}
}

// between counts the crossings of the lines of two nodes, the first above the second.
func (l *layout) between(a, b int, rank []int) (crossings int) {
	for _, side := range []func(*node) []int{func(n *node) []int { return n.before }, func(n *node) []int { return n.after }} {
		for _, x := range side(&l.nodes[a]) {
			for _, y := range side(&l.nodes[b]) {
				if rank[x] > rank[y] {
					crossings++
				}
			}
		}
	}
	return crossings
}

// crossings counts all of them.
func (l *layout) crossings() (n int) {
	rank := l.ranks()
	for i, e := range l.edges {
		for _, f := range l.edges[i+1:] {
			if l.nodes[e.from].column == l.nodes[f.from].column && (rank[e.from]-rank[f.from])*(rank[e.to]-rank[f.to]) < 0 {
				n++
			}
		}
	}
	return n
}
