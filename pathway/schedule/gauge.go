package schedule

// gauge is a scale made ready for one question: what each activity and the weeks to the
// end come to.
type gauge struct {
	scale
	work   []int64 // by activity
	from   []int64 // by week: the room from it to the end
	open   int64   // of the activities that are not placed
	tells  []int64 // by minutes: what they can hold; nil: they are too many to list
	hits   int     // how often it showed a dead end
	strict int     // the same, of those that only showed between first and last starts
}

// mostTold is how many minutes are listed.
const mostTold = 4_096

func (m *model) gauge(s scale, end int) *gauge {
	g := &gauge{scale: s, from: make([]int64, end+1)}
	for w := end - 1; w >= 0; w-- {
		g.from[w] = g.from[w+1] + s.room[w]
	}
	for i := range m.acts {
		g.work = append(g.work, s.upTo(&m.acts[i], i, m.acts[i].span))
	}
	if most := m.mostMinutes(); most < mostTold && !s.count {
		for minutes := range most + 1 {
			g.tells = append(g.tells, s.left(minutes, 0))
		}
	}
	return g
}

// left is what so many minutes and places can hold.
func (g *gauge) left(minutes int64, places int32) int64 {
	if g.tells != nil {
		return g.tells[minutes]
	}
	return g.scale.left(minutes, places)
}

// gauges are asked one after the other.
type gauges []*gauge

func sum(list []int64) (all int64) {
	for _, n := range list {
		all += n
	}
	return all
}

// raise moves one ahead of the one before it, if it has shown more.
func (l gauges) raise(k int) {
	if k > 0 && l[k].hits > l[k-1].hits {
		l[k], l[k-1] = l[k-1], l[k]
	}
}
