package solve

// lpState is a basis to come back to.
type lpState struct {
	basis, place    []int32
	atUpper         []bool
	reduced, weight []float64
	value, stand    []float64
	object          float64
	pivots          int
	factor          *factor
	changes, later  int // how long the lists of the factor were
}

// save notes the basis of l, to which load comes back until l.saved is nil again.
func (z *lpState) save(l *lp) {
	z.basis, z.place = append(z.basis[:0], l.basis...), append(z.place[:0], l.place...)
	z.atUpper = append(z.atUpper[:0], l.atUpper...)
	z.reduced, z.weight = append(z.reduced[:0], l.reduced...), append(z.weight[:0], l.weight...)
	z.value, z.stand = append(z.value[:0], l.value...), append(z.stand[:0], l.stand...)
	z.object, z.pivots = l.object, l.pivots
	z.factor, z.changes, z.later = l.factor, len(l.factor.changes), len(l.factor.later)
	l.saved = z
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
	l.object, l.pivots = z.object, z.pivots
	if l.factor != z.factor {
		l.factor, l.spare = z.factor, l.factor
	}
	l.factor.changes, l.factor.later = l.factor.changes[:z.changes], l.factor.later[:z.later]
}
