package solve

// lpState is a basis to come back to. Of the inverse it keeps the rows that have changed
// since, which are few as long as few steps are made.
type lpState struct {
	basis, place    []int32
	atUpper         []bool
	reduced, weight []float64
	value, stand    []float64
	object          float64
	pivots          int
	changed         []bool    // by position: its row of the inverse is kept
	kept            []int32   // positions
	lines           []float64 // their rows
}

// save notes the basis of l, to which load comes back until l.saved is nil again.
func (z *lpState) save(l *lp) {
	z.basis, z.place = append(z.basis[:0], l.basis...), append(z.place[:0], l.place...)
	z.atUpper = append(z.atUpper[:0], l.atUpper...)
	z.reduced, z.weight = append(z.reduced[:0], l.reduced...), append(z.weight[:0], l.weight...)
	z.value, z.stand = append(z.value[:0], l.value...), append(z.stand[:0], l.stand...)
	z.object, z.pivots = l.object, l.pivots
	if len(z.changed) != len(l.inverse) {
		z.changed = make([]bool, len(l.inverse))
	}
	z.forget()
	l.saved = z
}

// keep keeps the row at a position before it changes.
func (z *lpState) keep(l *lp, p int) {
	m := len(z.changed)
	if p >= m || z.changed[p] {
		return
	}
	z.changed[p] = true
	z.kept, z.lines = append(z.kept, int32(p)), append(z.lines, l.inverse[p][:m]...)
}

func (z *lpState) forget() {
	clear(z.changed)
	z.kept, z.lines = z.kept[:0], z.lines[:0]
}

// load goes back to the basis that was saved.
func (z *lpState) load(l *lp) {
	copy(l.basis, z.basis)
	copy(l.place, z.place)
	copy(l.atUpper, z.atUpper)
	copy(l.reduced, z.reduced)
	copy(l.weight, z.weight)
	copy(l.value, z.value)
	copy(l.stand, z.stand)
	m := len(z.changed)
	for k, p := range z.kept {
		copy(l.inverse[p], z.lines[k*m:(k+1)*m])
	}
	l.object, l.pivots = z.object, z.pivots
	z.forget()
}
