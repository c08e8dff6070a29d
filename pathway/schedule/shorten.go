package schedule

import (
	"context"
	"slices"
)

// shorten asks for ever shorter schedules until none is left (true) or it has run into
// most dead ends.
func (m *model) shorten(ctx context.Context, at starts, bound, most int) (starts, bool) {
	l := m.learner(ctx, at, m.end(at), most)
	for end := m.end(at); end > bound; end = m.end(at) {
		if !l.limit(end - 1) {
			return at, true
		}
		o := l.run()
		if o != found {
			return at, o == none
		}
		got := l.starts()
		if !m.supported(got) {
			return at, false
		}
		l.back(0)
		l.done, l.ordered = 0, 0
		at = m.justify(got)
		l.target = at
	}
	return at, true
}

// refute asks whether a schedule ends within so many weeks.
func (m *model) refute(ctx context.Context, at starts, end, most int) (starts, outcome) {
	l := m.learner(ctx, at, end, most)
	l.rounds = 1
	if !l.limit(end) {
		return nil, none
	}
	o := l.run()
	if o != found {
		return nil, o
	}
	if got := l.starts(); m.supported(got) {
		return m.justify(got), found
	}
	return nil, cut
}

// starts are those that are settled.
func (l *learner) starts() (at starts) {
	for i := range l.m.acts {
		at = append(at, int(l.first(int32(i))))
	}
	return at
}

// supported tells whether activities can begin one after another: those of no weeks must
// not wait for each other in a circle, of which the bounds know nothing.
func (m *model) supported(at starts) bool {
	begun := make([]int, len(at))
	for i := range begun {
		begun[i] = never
	}
	for again := true; again; {
		again = false
		for i, s := range at {
			if begun[i] == never && m.ready(i, begun) <= s {
				begun[i], again = s, true
			}
		}
	}
	return !slices.Contains(begun, never)
}
