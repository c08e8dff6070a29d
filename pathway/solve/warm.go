package solve

import "slices"

// warm offers a plan of the caller. With waivers, goals that it does not close are
// left open.
func (s *search) warm(items []int) {
	if len(items) == 0 {
		return
	}
	var actions []int32
	for a := range s.p.acts[:s.p.courses] {
		if slices.Contains(items, s.p.acts[a].item) {
			actions = append(actions, int32(a))
		}
	}
	if s.weighing {
		actions = append(actions, s.waiversFor(actions)...)
	}
	s.try(&s.plain, actions)
}
