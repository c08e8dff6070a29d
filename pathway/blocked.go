package pathway

import (
	"slices"
	"strings"
)

// missing names what stands in the way of a fact that courses give: of all that they
// build on, directly or through others, what no course gives; if everything has a
// course, and these wait for each other in a circle, what the courses that teach it
// lack themselves. A course that is there and has what it builds on, but can begin on
// no day late enough, stands in the way itself. When the context has ended it is of no use.
func (t *task) missing(aim int, all *clock) (lacked, late []int) {
	direct, late := t.lacking(aim, all)
	seen, queue := map[int]bool{}, slices.Clone(direct)
	for len(queue) > 0 && !t.ended() {
		f := queue[0]
		queue = queue[1:]
		if seen[f] {
			continue
		}
		seen[f] = true
		needs, begun := t.lacking(f, all)
		if late = append(late, begun...); len(needs)+len(begun) == 0 {
			lacked = append(lacked, f)
		}
		queue = append(queue, needs...)
	}
	if len(lacked)+len(late) == 0 {
		lacked = direct
	}
	return lacked, late
}

// lacking are what the courses that give a fact lack, and those of them that lack
// nothing and come too late all the same.
func (t *task) lacking(f int, all *clock) (needs, late []int) {
	for i, c := range t.givers[f] {
		if i%aWhile == aWhile-1 && t.ended() {
			break
		}
		lacks := slices.DeleteFunc(slices.Clone(t.needs[c]), all.has)
		if len(lacks) == 0 {
			lacks = t.lapsed(c, all.at)
		}
		if len(lacks) == 0 {
			late = append(late, c)
		}
		needs = append(needs, lacks...)
	}
	return distinct(needs), late
}

// block names what stands in the way, and notes which of it are courses that the
// question does not allow.
func (t *task) block(p *Plan, facts, late []int) []string {
	names := []string{}
	for _, f := range facts {
		names = append(names, t.facts[f].ref())
		if id := t.facts[f].allowed; id != "" {
			c, _ := t.position(id)
			p.RuledOut = append(p.RuledOut, RuledOut{id, t.barred[c]})
		}
	}
	for _, c := range late {
		names = append(names, t.courses[c].ID)
		p.RuledOut = append(p.RuledOut, RuledOut{t.courses[c].ID, NoStart})
	}
	slices.SortFunc(p.RuledOut, func(a, b RuledOut) int { return strings.Compare(a.Course, b.Course) })
	p.RuledOut = slices.Compact(p.RuledOut)
	slices.Sort(names)
	return slices.Compact(names)
}

// inTheWay are the courses of a plan that exclude a course which helps to a goal; if
// there are none, the courses that exclude each other on the way to it. When the context has
// ended some may be missing.
func (t *task) inTheWay(goal int, chosen []int) []string {
	found := t.excluders(goal, chosen)
	if helps := t.helpers(goal); len(found) == 0 {
		for c, rivals := range t.rivals {
			if c%aWhile == 0 && t.ended() {
				break
			}
			if helps[c] && slices.ContainsFunc(rivals, func(other int) bool { return helps[other] }) {
				found = append(found, c)
			}
		}
	}
	names := []string{}
	for _, c := range distinct(found) {
		names = append(names, t.courses[c].ID)
	}
	return names
}

// excluders are the courses of a plan that exclude a course which helps to a goal.
func (t *task) excluders(goal int, chosen []int) (found []int) {
	t.pair()
	helps := t.helpers(goal)
	for _, c := range chosen {
		if slices.ContainsFunc(t.rivals[c], func(other int) bool { return helps[other] }) {
			found = append(found, c)
		}
	}
	return found
}

// pair finds out which courses exclude each other.
func (t *task) pair() {
	if t.rivals != nil {
		return
	}
	t.rivals = make([][]int, len(t.courses))
	for c := range t.courses {
		if c%aWhile == 0 && t.ended() {
			return
		}
		for _, other := range t.excluded(t.courses[c]) {
			t.rivals[c], t.rivals[other] = append(t.rivals[c], other), append(t.rivals[other], c)
		}
	}
}

// helpers are the courses that a plan for a goal can come to hold; when the context has
// ended, some of them.
func (t *task) helpers(goal int) []bool {
	helps, met := make([]bool, len(t.courses)), make([]bool, len(t.facts))
	queue := []int{t.aims[goal]}
	for n := 0; n < len(queue); n++ {
		f := queue[n]
		if met[f] {
			continue
		}
		if met[f] = true; t.ended() {
			break
		}
		for i, c := range t.givers[f] {
			if i%aWhile == aWhile-1 && t.ended() {
				break
			}
			if !helps[c] {
				helps[c] = true
				queue = append(queue, t.needs[c]...)
			}
		}
	}
	return helps
}
