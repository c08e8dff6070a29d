package solve

import "slices"

// plan checks the plan, and tells whether it closes every goal that can be reached.
func (v *verifier) plan(c *Certificate) (all bool, err error) {
	uses := make([]int64, len(v.in.Limits))
	cost, lost := int64(0), int64(0)
	v.looks++
	chosen := v.looks
	for _, i := range c.Items {
		if uint(i) >= uint(len(v.actions.fate)) || v.actions.seen[i] == chosen {
			return false, faulty("item %d", i)
		}
		v.actions.seen[i] = chosen
		cost += v.in.Actions[i].Cost
		for r, n := range v.in.Actions[i].Uses {
			uses[r] += n
		}
	}
	for _, i := range c.Items {
		if slices.ContainsFunc(v.in.Actions[i].Excludes, func(b int) bool { return v.actions.seen[b] == chosen }) {
			return false, faulty("item %d excludes another", i)
		}
	}
	for r, n := range uses {
		if n > v.in.Limits[r] {
			return false, faulty("resource %d: %d of %d used", r, n, v.in.Limits[r])
		}
	}
	if err := v.carriedOut(c.Items); err != nil {
		return false, err
	}
	all = true
	for g, goal := range v.in.Goals {
		if v.facts.sources[goal.Fact] < v.goals.lacks[g] {
			lost += goal.Weight
			all = all && v.goals.first[g] < 0
		}
	}
	if cost != c.Value || lost != c.Lost {
		return false, faulty("the items cost %d and lose %d", cost, lost)
	}
	return all, nil
}

// carriedOut checks that all of some actions can be carried out in time without any others,
// and counts how many of them make each fact true.
func (v *verifier) carriedOut(items []int) error {
	for k, i := range items {
		for _, f := range v.in.Actions[i].Needs {
			if v.facts.kind[f]&isHeld == 0 {
				v.add(&v.facts.waits[f], int32(k), 0)
				v.lacks[k]++
			}
		}
		if v.lacks[k] == 0 {
			v.order = append(v.order, int32(i))
		}
	}
	seen, sources, waits := v.facts.seen, v.facts.sources, v.facts.waits
	for n := 0; n < len(v.order); n++ {
		v.looks++
		look := v.looks
		for _, f := range v.in.Actions[v.order[n]].Adds {
			if seen[f] == look {
				continue
			}
			seen[f] = look
			if sources[f]++; sources[f] == 1 && waits[f] > 0 {
				v.release(items, waits[f])
			}
		}
	}
	if len(v.order) < len(items) {
		return faulty("%d of %d items cannot be carried out", len(items)-len(v.order), len(items))
	}
	if !v.inTime() {
		return faulty("the items do not keep to the deadline")
	}
	return nil
}

// release lets the items wait no more for a fact that is on their lists, from an entry on.
func (v *verifier) release(items []int, k int32) {
	for ; k > 0; k = v.links[k].next {
		item := v.links[k].of
		if v.lacks[item]--; v.lacks[item] == 0 {
			v.order = append(v.order, int32(items[item]))
		}
	}
}

// inTime tells whether the items end before the deadline if each is begun as soon as can be.
// They come in an order in which they can be carried out; where a fact is had sooner from
// one that comes later, they are gone through again.
func (v *verifier) inTime() bool {
	if v.in.Deadline == nil {
		return true
	}
	at := make([]int32, v.in.Facts)
	for f := range at {
		if v.facts.kind[f]&isHeld == 0 {
			at[f] = notEver
		}
	}
	for sooner, late := true, true; late; {
		if !sooner {
			return false
		}
		sooner, late = false, false
		for _, i := range v.order {
			a, end := &v.in.Actions[i], int32(0)
			for _, f := range a.Needs {
				end = max(end, at[f])
			}
			end += int32(a.Time)
			late = late || end > v.deadline
			for _, f := range a.Adds {
				if end < at[f] {
					at[f], sooner = end, true
				}
			}
		}
	}
	return true
}
