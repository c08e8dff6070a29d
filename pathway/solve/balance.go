package solve

import (
	"math/bits"
	"slices"
)

// balance adds the views that limits call for: one for each resource alone, and one
// that adds to the cost such multiples of all resources as raise the bound most.
func (s *search) balance() {
	if len(s.p.caps) == 0 {
		return
	}
	for r := range s.p.caps {
		alone := make([]int64, len(s.p.caps))
		alone[r] = 1
		s.views = append(s.views, s.view(0, alone))
	}
	if scale, dear := s.scale(); scale > 0 {
		s.views = append(s.views, s.view(scale, s.multiples(scale, dear)))
	}
}

// scale is the weight that cost gets beside multiples of resources, so large that
// these are precise and so small that nothing overflows, and the cost of all actions
// at that weight. 0: nothing costs anything.
func (s *search) scale() (weight, total int64) {
	for a := range s.p.acts {
		total += s.p.acts[a].cost
	}
	room := int64(1<<56) / int64(1+len(s.p.caps))
	if total == 0 || total > room {
		return 0, 0
	}
	weight = 1 << (bits.Len64(uint64(room/total)) - 1)
	return weight, weight * total
}

// multiples tries powers of two for each resource in turn and keeps what bounds best.
func (s *search) multiples(scale, dear int64) []int64 {
	chosen := make([]int64, len(s.p.caps))
	best := s.worthOf(scale, chosen)
	for range 2 {
		for r := range chosen {
			for _, m := range s.p.ladder(r, dear) {
				tried := slices.Clone(chosen)
				tried[r] = m
				if worth := s.worthOf(scale, tried); worth > best && !s.ended() {
					chosen, best = tried, worth
				}
			}
		}
	}
	return chosen
}

// worthOf is the bound, times scale, that the multiples give at the root.
func (s *search) worthOf(scale int64, multiples []int64) int64 {
	v := s.view(scale, multiples)
	sum, _ := s.bound(&v)
	return sum - v.spare
}

// ladder are the multiples of resource r worth trying: those at which all of it is
// worth from 8 times to a thousandth of all the cost.
func (p *problem) ladder(r int, dear int64) (steps []int64) {
	total := p.total(r)
	if total == 0 {
		return nil
	}
	for k := 3; k >= -10; k-- {
		m := dear / total
		if k >= 0 {
			m <<= k
		} else {
			m >>= -k
		}
		if m > 0 {
			steps = append(steps, m)
		}
	}
	return steps
}

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
func (p *problem) total(r int) (sum int64) {
	for a := range p.acts {
		sum += p.acts[a].uses[r]
	}
	return sum
}

// tightCaps lowers limits that exceed all use to that use, so that multiples of them
// cannot overflow.
func (p *problem) tightCaps() {
	p.caps = slices.Clone(p.caps)
	for r := range p.caps {
		p.caps[r] = min(p.caps[r], p.total(r))
	}
}
