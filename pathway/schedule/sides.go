package schedule

import "context"

// sides are two searches for the same end, one of them back to front. Nobody knows
// beforehand which is over sooner, often many times so: each has a try in turn.
type sides struct {
	m      *model
	end    int
	list   []*search // the second is of the model back to front
	beyond bool      // a bound shows that there is no schedule
}

func (m *model) sides(ctx context.Context, end int) *sides {
	s := &sides{m: m, end: end}
	list := []*model{m}
	if back, ok := m.reversed(end); ok {
		list = append(list, back)
	}
	for _, one := range list {
		x := one.searcher(ctx, end)
		if x == nil {
			s.beyond = true
			break
		}
		s.list = append(s.list, x)
	}
	return s
}

// more goes on for so many nodes, and returns how many are left.
func (s *sides) more(nodes int) (starts, outcome, int) {
	if s.beyond {
		return nil, none, nodes
	}
	for {
		x, back := s.turn()
		o, left := x.more(nodes)
		switch nodes = left; {
		case o == found && back:
			return s.m.turned(x.at, s.end), o, nodes
		case o != cut || nodes <= 0 || x.ctx.Err() != nil:
			return x.at, o, nodes
		}
	}
}

// turn is the search that has visited fewer nodes.
func (s *sides) turn() (x *search, back bool) {
	if len(s.list) > 1 && s.list[1].visited < s.list[0].visited {
		return s.list[1], true
	}
	return s.list[0], false
}
