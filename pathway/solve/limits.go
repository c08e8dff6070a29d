package solve

import "slices"

// shares are the multiples at which the limits of all resources are worth the same,
// as nearly as whole numbers that cannot overflow allow.
func (p *problem) shares() []int64 {
	multiples := make([]int64, len(p.caps))
	room := int64(1<<56) / int64(1+len(p.caps))
	for r, limit := range p.caps {
		room = min(room, int64(1<<56)/int64(1+len(p.caps))/(p.total(r)/(limit+1)+1))
	}
	for r, limit := range p.caps {
		multiples[r] = max(1, room/(limit+1))
	}
	return multiples
}

// total is the use of a resource by all actions.
func (p *problem) total(r int) int64 {
	if p.totals == nil {
		p.totals = make([]int64, len(p.caps))
		for a := range p.acts {
			for k, n := range p.acts[a].uses {
				p.totals[k] += n
			}
		}
	}
	return p.totals[r]
}

// tightCaps lowers limits that exceed all use to that use, so that multiples of them
// cannot overflow.
func (p *problem) tightCaps() {
	p.caps = slices.Clone(p.caps)
	for r := range p.caps {
		p.caps[r] = min(p.caps[r], p.total(r))
	}
}

// group puts actions that all exclude each other together, each in one group at most.
func (p *problem) group(t *pulse) {
	p.groups, p.groupOf = nil, make([]int32, len(p.acts))
	for a := range p.groupOf {
		p.groupOf[a] = -1
	}
	for a := range p.acts {
		if p.groupOf[a] >= 0 || len(p.acts[a].excludes) == 0 {
			continue
		}
		group := []int32{int32(a)}
		for _, b := range p.acts[a].excludes {
			if t.after(len(group)) {
				return
			}
			if p.groupOf[b] < 0 && int(b) != a && p.excludesAll(b, group) {
				group = append(group, b)
			}
		}
		if len(group) > 1 {
			for _, b := range group {
				p.groupOf[b] = int32(len(p.groups))
			}
			p.groups = append(p.groups, group)
		}
	}
}

func (p *problem) excludesAll(a int32, group []int32) bool {
	for _, b := range group {
		if _, found := slices.BinarySearch(p.acts[a].excludes, b); !found {
			return false
		}
	}
	return true
}

// divisor is the greatest common divisor; that with 0 is the other number.
func divisor(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// rounded is the least cost that a plan of at least this cost can have.
func (p *problem) rounded(cost int64) int64 {
	if over := cost % p.step; over > 0 {
		return cost + p.step - over
	}
	return cost
}
