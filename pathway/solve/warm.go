package solve

// warm offers a plan of the caller. With waivers, goals that it does not close are
// left open.
func (s *search) warm(items []int) {
	if len(items) == 0 {
		return
	}
	var actions []int32
	wanted := make([]bool, s.p.actions)
	for _, i := range items {
		if i >= 0 && i < len(wanted) {
			wanted[i] = true
		}
	}
	for a := range s.p.acts[:s.p.courses] {
		if wanted[s.p.acts[a].item] {
			actions = append(actions, int32(a))
		}
	}
	if s.weighing {
		actions = append(actions, s.waiversFor(actions)...)
	}
	s.try(&s.plain, actions)
}
