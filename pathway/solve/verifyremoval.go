package solve

import "slices"

// removals checks that each removed action is outdone. Costs, and numbers where costs
// are equal, go down from action to action, so nothing is outdone in a circle.
func (v *verifier) removals(list []Removal) error {
	if len(list) == 0 {
		return nil
	}
	wanted, multiple := v.wanted()
	against := make([][]int, len(v.in.Actions))
	for i, a := range v.in.Actions {
		for _, other := range a.Excludes {
			against[i], against[other] = append(against[i], other), append(against[other], i)
		}
	}
	for _, r := range list {
		if min(r.Action, r.By) < 0 || max(r.Action, r.By) >= len(v.in.Actions) {
			return faulty("removal %v", r)
		}
		a, b := &v.in.Actions[r.Action], &v.in.Actions[r.By]
		switch {
		case !v.can[r.By] || b.Cost > a.Cost || b.Cost == a.Cost && r.By >= r.Action || b.Time > a.Time || !v.usesNoMore(b, a),
			slices.ContainsFunc(b.Needs, func(f int) bool { return !v.start[f] && !slices.Contains(a.Needs, f) }),
			slices.ContainsFunc(a.Adds, func(f int) bool {
				return multiple[f] || wanted[f] && !v.start[f] && !slices.Contains(b.Adds, f)
			}),
			slices.ContainsFunc(against[r.By], func(i int) bool { return i != r.Action && !slices.Contains(against[r.Action], i) }):
			return faulty("action %d does not outdo action %d", r.By, r.Action)
		}
		v.out[r.Action] = true
	}
	return nil
}

func (v *verifier) usesNoMore(b, a *Action) bool {
	for r, n := range b.Uses {
		if n > 0 && (r >= len(a.Uses) || n > a.Uses[r]) {
			return false
		}
	}
	return true
}

// wanted tells which facts a goal can come to need, and which need several sources.
func (v *verifier) wanted() (wanted, multiple []bool) {
	wanted, multiple = make([]bool, v.in.Facts), make([]bool, v.in.Facts)
	seen := make([]bool, len(v.in.Actions))
	var todo []int
	for g, goal := range v.in.Goals {
		multiple[goal.Fact] = multiple[goal.Fact] || goal.Sources > 1
		if v.goals[g] >= 0 {
			todo = append(todo, goal.Fact)
		}
	}
	for ; len(todo) > 0; todo = todo[1:] {
		f := todo[0]
		if wanted[f] {
			continue
		}
		if wanted[f] = true; v.start[f] && !multiple[f] {
			continue
		}
		for _, i := range v.adders[f] {
			if v.can[i] && !seen[i] {
				seen[i] = true
				todo = append(todo, v.in.Actions[i].Needs...)
			}
		}
	}
	return wanted, multiple
}
