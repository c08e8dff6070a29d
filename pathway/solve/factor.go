package solve

// factor solves equations with a basis of a simplex: a lower times an upper triangle, made
// afresh now and then, and what has changed since. The column at position i has its pivot
// in row i; a slack at its own row needs no step at all.
type factor struct {
	lower, upper []step
	across       []step // the upper triangle by rows
	changes      []step
	entries      []entry // of the triangles
	turned       []entry // of across
	later        []entry // of the changes
}

// step is a pivot: a row and a column, the rest of which are entries.
type step struct {
	at       int32
	pivot    float64
	from, to int32
	row      bool // of a change: a row was added; otherwise a column was exchanged
}

// solve turns b, by row, into the x for which the basis times x is b.
func (f *factor) solve(x []float64) {
	for i := range f.lower {
		f.lower[i].spread(x, f.entries)
	}
	for i := len(f.upper) - 1; i >= 0; i-- {
		f.upper[i].spread(x, f.entries)
	}
	for i := range f.changes {
		if s := &f.changes[i]; s.row {
			s.gather(x, f.later)
		} else {
			s.spread(x, f.later)
		}
	}
}

// solveBack turns c, by position, into the y for which y times the basis is c.
func (f *factor) solveBack(y []float64) {
	for i := len(f.changes) - 1; i >= 0; i-- {
		if s := &f.changes[i]; s.row {
			s.spread(y, f.later)
		} else {
			s.gather(y, f.later)
		}
	}
	for i := range f.across {
		f.across[i].spread(y, f.turned)
	}
	for i := len(f.lower) - 1; i >= 0; i-- {
		f.lower[i].gather(y, f.entries)
	}
}

// spread divides by the pivot and takes what follows from all others.
func (s *step) spread(x []float64, entries []entry) {
	v := x[s.at]
	if v == 0 {
		return
	}
	v /= s.pivot
	x[s.at] = v
	for _, e := range entries[s.from:s.to] {
		x[e.row] -= float64(e.v * v)
	}
}

// gather takes from the pivot what follows from all others, and divides.
func (s *step) gather(y []float64, entries []entry) {
	y[s.at] = (y[s.at] - product(entries[s.from:s.to], y)) / s.pivot
}

// product is the sum of entries, each times what x has in its row: four sums side by side,
// since one alone would wait for itself.
func product(entries []entry, x []float64) float64 {
	var a, b, c, d float64
	for len(entries) >= 4 {
		a += float64(entries[0].v * x[entries[0].row])
		b += float64(entries[1].v * x[entries[1].row])
		c += float64(entries[2].v * x[entries[2].row])
		d += float64(entries[3].v * x[entries[3].row])
		entries = entries[4:]
	}
	for _, e := range entries {
		a += float64(e.v * x[e.row])
	}
	return (a + b) + (c + d)
}

// exchange notes that the column at a position was exchanged for one that the basis
// solves to the given values, which are 0 but at some positions.
func (f *factor) exchange(p int, column []float64, at []int32) {
	from := int32(len(f.later))
	for _, i := range at {
		if int(i) != p {
			f.later = append(f.later, entry{i, column[i]})
		}
	}
	f.changes = append(f.changes, step{at: int32(p), pivot: column[p], from: from, to: int32(len(f.later))})
}

// border notes that a row was added, with these entries by position.
func (f *factor) border(row int, entries []entry) {
	if len(entries) == 0 {
		return
	}
	from := int32(len(f.later))
	f.later = append(f.later, entries...)
	f.changes = append(f.changes, step{at: int32(row), pivot: 1, from: from, to: int32(len(f.later)), row: true})
}

// heavy tells whether the changes have come to weigh more than a fresh start.
func (f *factor) heavy() bool {
	return len(f.changes) > 100 || len(f.later) > 200+8*len(f.entries)
}
