package solve

import "slices"

// removals checks that each removed action is outdone. Costs, and numbers where costs
// are equal, go down from action to action, so nothing is outdone in a circle.
func (v *verifier) removals(list []Removal) error {
	by, met := -1, int32(0)
	for _, r := range list {
		a, b := &v.in.Actions[r.Action], &v.in.Actions[r.By]
		if r.By != by {
			by = r.By
			v.looks++
			met = v.looks
			meet(v.facts.seen, b.Adds, met)
		}
		if v.actions.fate[r.By]&cannot != 0 || b.Cost > a.Cost || b.Cost == a.Cost && r.By >= r.Action || b.Time > a.Time || !usesNoMore(b, a) ||
			!v.needsNoMore(b, a) || !v.addsNoLess(a, met) || !v.excludesNoMore(r.By, r.Action) {
			return faulty("action %d does not outdo action %d", r.By, r.Action)
		}
	}
	return nil
}

// meet notes a look at what is on a list.
func meet(seen []int32, list []int, look int32) {
	for _, f := range list {
		seen[f] = look
	}
}

func usesNoMore(b, a *Action) bool {
	for r, n := range b.Uses {
		if n > 0 && (r >= len(a.Uses) || n > a.Uses[r]) {
			return false
		}
	}
	return true
}

func (v *verifier) needsNoMore(b, a *Action) bool {
	for _, f := range b.Needs {
		if v.facts.kind[f]&isHeld == 0 && !slices.Contains(a.Needs, f) {
			return false
		}
	}
	return true
}

// addsNoLess tells whether what matters of what action a makes true was met in a look.
func (v *verifier) addsNoLess(a *Action, met int32) bool {
	kind, seen := v.facts.kind, v.facts.seen
	for _, f := range a.Adds {
		if k := kind[f]; k&isSeveral != 0 || k&(isHeld|isIdle) == 0 && seen[f] != met {
			return false
		}
	}
	return true
}

// excludesNoMore tells whether what goes with action a goes with action b too.
func (v *verifier) excludesNoMore(b, a int) bool {
	if v.actions.rivals[b] == 0 && len(v.in.Actions[b].Excludes) == 0 {
		return true
	}
	v.excluded(a)
	v.actions.seen[a] = v.looks
	for k := v.actions.rivals[b]; k > 0; k = v.links[k].next {
		if v.actions.seen[v.links[k].of] != v.looks {
			return false
		}
	}
	return !slices.ContainsFunc(v.in.Actions[b].Excludes, func(i int) bool { return v.actions.seen[i] != v.looks })
}

// excluded is a new look at the actions that an action excludes, or that exclude it.
func (v *verifier) excluded(a int) {
	v.looks++
	meet(v.actions.seen, v.in.Actions[a].Excludes, v.looks)
	for k := v.actions.rivals[a]; k > 0; k = v.links[k].next {
		v.actions.seen[v.links[k].of] = v.looks
	}
}
