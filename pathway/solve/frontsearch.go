package solve

import (
	"cmp"
	"context"
	"slices"
)

// seeded is a landmark, and the deadline under which it was found: it holds for earlier
// ones.
type seeded struct {
	landmark
	deadline int32
	tight    bool // in the first relaxation of the latest search that knew it
}

// solve searches below the limits of a zone.
func (f *Front) solve(ctx context.Context, zone []int64) (*candidate, bool) {
	p := f.within(zone)
	if p.deadline < 0 || slices.ContainsFunc(p.caps, func(n int64) bool { return n < 0 }) {
		return nil, true
	}
	if next := f.reaped(); next != nil {
		return next, true
	}
	s := newSearch(ctx, p, f.by.Time, cmp.Or(f.in.Nodes, DefaultNodes))
	if zone[0] < ruledOut/f.stakes {
		s.ceiling = min(s.ceiling, zone[0]*f.stakes-1)
	}
	from := f.teach(s)
	s.kept = mostKept // nobody asks for the proof
	s.dropUnfit()
	if f.latest != nil && f.by.Lost && len(zone) == 2 {
		s.swap(f.latest)
	}
	s.advance(f.latest)
	if known := f.found.within(p); known != nil {
		s.offer(known)
	}
	s.deep = s.best != nil
	f.widen(s, zone)
	s.run()
	f.remember(s, from)
	if s.stretch != nil {
		f.reap(s)
		return f.reaped(), !s.cut
	}
	return s.best, !s.cut
}

// mostPoints is how many points of a front are found in one tree: with more of them the tree
// spends its time on points that are not known well.
const mostPoints = 12

// widen lets a search look for several points, where there is one criterion beside cost and
// nothing but that one zone is left.
func (f *Front) widen(s *search, zone []int64) {
	if len(zone) != 2 || f.by.Time || len(f.zones) > 1 || f.unproved || s.best == nil {
		return
	}
	resource := f.measured()[0]
	if f.by.Lost {
		s.swapAlong(resource, f.points)
	}
	if s.stretch = s.newStretch(resource, f.points); s.stretch != nil {
		s.nodes *= len(s.stretch.boxes)
	}
}

// reap keeps the plans of a stretch, which are points; where it was cut short the first, which
// may be none.
func (f *Front) reap(s *search) {
	for _, m := range f.found.along(s.stretch.widest, len(f.found.plans)) {
		if m.cost > s.stretch.last || s.cut && len(f.ahead) > 0 {
			break
		}
		f.ahead = append(f.ahead, m.candidate)
	}
}

// reaped is the next of the plans of a stretch; nil: there is none left.
func (f *Front) reaped() *candidate {
	if len(f.ahead) == 0 {
		return nil
	}
	next := f.ahead[0]
	f.ahead = f.ahead[1:]
	return next
}

// within is the problem below the limits of a zone.
func (f *Front) within(zone []int64) *problem {
	p := *f.p
	p.caps = slices.Clone(p.caps)
	for k, r := range f.measured() {
		at := 1 + k
		if f.by.Time && k == len(f.by.Resources) {
			at++
		}
		p.caps[r] = min(p.caps[r], zone[at]-1)
	}
	if f.by.Time {
		limit := zone[f.timeAt()] - 1
		p.timed, p.deadline = p.timed || limit < int64(f.p.deadline), int32(min(int64(p.deadline), limit))
	}
	return &p
}

// teach gives a search what others have learnt. From are the landmarks that hold for it.
func (f *Front) teach(s *search) (from []int32) {
	for i, l := range f.pool {
		if l.deadline >= s.p.deadline {
			s.pool, from = append(s.pool, l.landmark), append(from, int32(i))
			if l.tight {
				s.first = append(s.first, int32(len(s.pool)-1))
			}
		}
	}
	s.guide, s.basis, s.found = *f.guide, f.basis, &f.found
	return from
}

// remember keeps what a search has learnt. From are the landmarks that it was given.
func (f *Front) remember(s *search, from []int32) {
	for i := range s.pool {
		if i < len(from) {
			f.pool[from[i]].tight = false
		} else {
			from = append(from, int32(len(f.pool)))
			f.pool = append(f.pool, seeded{s.pool[i].whole(), s.p.deadline, false})
		}
	}
	for _, i := range s.first {
		f.pool[from[i]].tight = true
	}
	*f.guide, f.basis = s.guide, s.basis
}

// dropUnfit drops the actions that alone break a limit or the deadline.
func (s *search) dropUnfit() {
	for a := range int32(len(s.p.acts)) {
		if a%1024 == 0 && s.ended() {
			return
		}
		if !s.p.allowed([]int32{a}) || s.p.acts[a].time > s.p.deadline {
			s.drop(a)
		}
	}
}
