package schedule

// starts are the first weeks of all activities of a model.
type starts []int

// end is the number of weeks until the last has ended.
func (m *model) end(at starts) (end int) {
	for i, s := range at {
		end = max(end, s+m.acts[i].span)
	}
	return end
}

// serial places the activities one by one, each as early as it can be: of those that
// have what they build on the one of least rank, and of equals the first. false: one of
// them found no place.
func (m *model) serial(rank []int) (starts, bool) {
	at := make(starts, len(m.acts))
	for i := range at {
		at[i] = never
	}
	left := m.room()
	for range at {
		i, ready := m.foremost(rank, at)
		if i < 0 {
			return nil, false
		}
		s := left.earliest(&m.acts[i], ready, never)
		if s == never {
			return nil, false
		}
		at[i] = s
		left.take(&m.acts[i], s)
	}
	return at, true
}

func (m *model) foremost(rank []int, at starts) (best, ready int) {
	best = -1
	for i := range at {
		if at[i] != never || best >= 0 && rank[i] >= rank[best] {
			continue
		}
		if r := m.ready(i, at); r < never {
			best, ready = i, r
		}
	}
	return best, ready
}
