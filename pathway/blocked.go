package pathway

import "slices"

// missing names what stands in the way of a goal that courses teach: of all that they
// build on, directly or through others, what no course gives; if everything has a
// course, and these wait for each other in a circle, what the courses that teach it
// lack themselves.
func (t *task) missing(goal int, all []bool) []string {
	var given, lacked []int
	lacking := func(f int) (needs []int) {
		for c := range t.courses {
			if slices.Contains(t.adds[c], f) {
				needs = append(needs, slices.DeleteFunc(slices.Clone(t.needs[c]), func(n int) bool { return all[n] })...)
			}
		}
		return distinct(needs)
	}
	direct := lacking(t.aims[goal])
	queue := slices.Clone(direct)
	for len(queue) > 0 {
		f := queue[0]
		queue = queue[1:]
		if slices.Contains(given, f) || slices.Contains(lacked, f) {
			continue
		}
		if needs := lacking(f); len(needs) > 0 {
			given, queue = append(given, f), append(queue, needs...)
		} else {
			lacked = append(lacked, f)
		}
	}
	if len(lacked) == 0 {
		lacked = direct
	}
	return t.refs(lacked)
}

func (t *task) refs(facts []int) []string {
	names := []string{}
	for _, f := range facts {
		names = append(names, t.facts[f].ref())
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// inTheWay are the courses of a plan that exclude a course which helps to a goal; if
// there are none, the courses that exclude each other on the way to it.
func (t *task) inTheWay(goal int, chosen []int) []string {
	helps := t.helpers(goal)
	var names, among []string
	for c := range t.courses {
		for _, other := range t.excluded(&t.courses[c]) {
			for _, pair := range [][2]int{{c, other}, {other, c}} {
				if helps[pair[1]] && slices.Contains(chosen, pair[0]) {
					names = append(names, t.courses[pair[0]].ID)
				}
				if helps[pair[1]] && helps[pair[0]] {
					among = append(among, t.courses[pair[0]].ID)
				}
			}
		}
	}
	if len(names) == 0 {
		names = among
	}
	slices.Sort(names)
	return slices.Compact(append([]string{}, names...))
}

// helpers are the courses that a plan for a goal can come to hold.
func (t *task) helpers(goal int) []bool {
	helps := make([]bool, len(t.courses))
	queue := []int{t.aims[goal]}
	for len(queue) > 0 {
		f := queue[0]
		queue = queue[1:]
		for c := range t.courses {
			if !helps[c] && slices.Contains(t.adds[c], f) {
				helps[c] = true
				queue = append(queue, t.needs[c]...)
			}
		}
	}
	return helps
}
