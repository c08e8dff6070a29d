package solve

import "slices"

// removals checks that each removed action is outdone. Costs, and numbers where costs
// are equal, go down from action to action, so nothing is outdone in a circle.
func (v *verifier) removals(list []Removal) error {
	if len(list) == 0 {
		return nil
	}
	wanted, multiple := v.wanted()
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
			!v.excludesNoMore(r.By, r.Action):
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

// excludesNoMore tells whether what goes with action a goes with action b too.
func (v *verifier) excludesNoMore(b, a int) bool {
	more := func(i int) bool { return i != a && !v.excludes(i, a) }
	for _, i := range v.rivals.of(b) {
		if more(int(i)) {
			return false
		}
	}
	return !slices.ContainsFunc(v.in.Actions[b].Excludes, more)
}

// excludes tells whether two actions exclude each other: either may say so.
func (v *verifier) excludes(a, b int) bool {
	return slices.Contains(v.in.Actions[a].Excludes, b) || slices.Contains(v.in.Actions[b].Excludes, a)
}

// wanted tells which facts a goal can come to need, and which need several sources.
func (v *verifier) wanted() (wanted, multiple []bool) {
	wanted, multiple = make([]bool, v.in.Facts), make([]bool, v.in.Facts)
	var todo []int
	want := func(f int) {
		if !wanted[f] {
			wanted[f] = true
			todo = append(todo, f)
		}
	}
	for g, goal := range v.in.Goals {
		multiple[goal.Fact] = multiple[goal.Fact] || goal.Sources > 1
		if v.goals[g] >= 0 {
			want(goal.Fact)
		}
	}
	seen := make([]bool, len(v.in.Actions))
	for n := 0; n < len(todo); n++ {
		f := todo[n]
		if v.start[f] && !multiple[f] {
			continue
		}
		for _, i := range v.adders.of(f) {
			if !seen[i] {
				seen[i] = true
				for _, need := range v.in.Actions[i].Needs {
					want(need)
				}
			}
		}
	}
	return wanted, multiple
}
