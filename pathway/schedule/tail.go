package schedule

import (
	"context"
	"slices"
)

// fronted is the shortest of some schedules of which most is placed from week to week, each
// time a little more, and the rest by guided ejection; false: there is none, or it is not
// tried: where few activities may run side by side, or many start seldom.
func (m *model) fronted(ctx context.Context, bound int) (best starts, any bool) {
	if int(m.beside) < len(m.acts) || m.seldom()*10 > len(m.acts) {
		return nil, false
	}
	f, ok := m.front(ctx)
	if !ok {
		return nil, false
	}
	for _, tenths := range []int{2, 4, 6, 7, 8, 9} {
		list := f.run(ctx, bound*tenths/10)
		if tenths < 6 || len(list) == 0 || any && m.end(best) <= bound {
			continue
		}
		if at, ok := m.finish(ctx, list[0], bound); ok && (!any || m.end(at) < m.end(best)) {
			best, any = at, true
		}
	}
	return best, any
}

// seldom is how many activities may not start in most weeks.
func (m *model) seldom() (acts int) {
	for i := range m.acts {
		may := 0
		for _, allowed := range m.acts[i].allowed {
			if allowed {
				may++
			}
		}
		if may*2 < m.horizon {
			acts++
		}
	}
	return acts
}

// finish places what a partial schedule leaves, and nothing before its week.
func (m *model) finish(ctx context.Context, p *partial, bound int) (starts, bool) {
	c, rest := m.after(p)
	at, ok := c.serial(c.latest(c.horizon))
	if !ok {
		return nil, false
	}
	at = c.shrink(ctx, c.justify(at), bound, effort(len(m.acts))/20)
	all := slices.Clone(p.at)
	for k, i := range rest {
		all[i] = at[k]
	}
	return m.justify(all), true
}

// after is the problem that a partial schedule leaves, and what its activities are. Of a
// group of which something is placed the first to end counts.
func (m *model) after(p *partial) (*model, []int) {
	c, rest, as := *m, []int(nil), make([]int, len(m.acts))
	for i, s := range p.at {
		if s == never {
			as[i] = len(rest)
			rest = append(rest, i)
		}
	}
	c.acts, c.minutes = nil, slices.Clone(p.left.minutes)
	for _, i := range rest {
		c.acts = append(c.acts, m.waiting(i, p, as))
	}
	c.link()
	return &c, rest
}

// waiting is an activity that a partial schedule leaves, with what it still builds on.
func (m *model) waiting(i int, p *partial, as []int) act {
	a, from := m.acts[i], p.week
	a.groups, a.next = nil, nil
	for _, group := range m.acts[i].groups {
		if !slices.ContainsFunc(group, func(j int) bool { return p.at[j] < never }) {
			var rest []int
			for _, j := range group {
				rest = append(rest, as[j])
			}
			a.groups = append(a.groups, rest)
			continue
		}
		ends := never
		for _, j := range group {
			if p.at[j] < never {
				ends = min(ends, p.at[j]+m.acts[j].lag)
			}
		}
		from = max(from, ends)
	}
	a.allowed = slices.Clone(a.allowed)
	clear(a.allowed[:min(from, len(a.allowed))])
	return a
}
