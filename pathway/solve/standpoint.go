package solve

import "slices"

// standpoint is the basis of a node that had to wait: a step away from that of its children,
// where the basis that another node has left is far away.
type standpoint struct {
	basis  []int32   // actions and slacks: of a limit or a group by its variable, of a landmark as ^landmark
	weight []float32 // of each, as in lp
	tight  []int32   // landmarks whose slacks are out of the basis
}

// standpoint notes the present basis.
func (r *relaxation) standpoint() *standpoint {
	l := r.lp
	b := &standpoint{basis: slices.Clone(l.basis), weight: make([]float32, len(l.basis))}
	for p, v := range l.basis {
		b.weight[p] = float32(l.weight[p])
		if row := int(v) - l.n; row >= 0 && r.rows[row] >= 0 {
			b.basis[p] = ^r.rows[row]
		}
	}
	for row, i := range r.rows {
		if i >= 0 && l.place[l.n+row] < 0 {
			b.tight = append(b.tight, i)
		}
	}
	return b
}

// resume goes back to a standpoint, with the rows that are still there; of those that came
// since the slacks join the basis. Where an action of it has been retired, prices could come
// out below 0: there the present basis does as well.
func (s *search) resume(b *standpoint) {
	r, l := s.relax, s.relax.lp
	if slices.ContainsFunc(b.basis, func(v int32) bool { return v >= 0 && int(v) < l.n && l.retired[v] }) {
		return
	}
	for _, i := range b.tight {
		r.use(int(i), &s.pool[i])
	}
	r.follow(s)
	number, slack := make([]int32, len(s.pool)), make([]bool, len(r.rows))
	for row, i := range r.rows {
		if slack[row] = i >= 0; i >= 0 {
			number[i] = int32(row + 1)
		}
	}
	for _, i := range b.tight {
		slack[number[i]-1] = false
	}
	basis, weight := make([]int32, 0, len(r.rows)), make([]float32, 0, len(r.rows))
	for p, v := range b.basis {
		if v < 0 {
			row := number[^v] - 1
			if row < 0 {
				continue
			}
			v, slack[row] = int32(l.n)+row, false
		}
		basis, weight = append(basis, v), append(weight, b.weight[p])
	}
	for row, is := range slack {
		if is {
			basis, weight = append(basis, int32(l.n+row)), append(weight, 1)
		}
	}
	l.begin(basis)
	for k, v := range basis {
		if p := l.place[v]; p >= 0 {
			l.weight[p] = float64(weight[k])
		}
	}
}
