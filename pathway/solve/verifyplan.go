package solve

import "slices"

// plan checks the plan, and tells whether it closes every goal that can be reached.
func (v *verifier) plan(c *Certificate) (all bool, err error) {
	uses := make([]int64, len(v.in.Limits))
	cost, lost := int64(0), int64(0)
	v.looks++
	chosen := v.seen[v.in.Facts:]
	for _, i := range c.Items {
		if i < 0 || i >= len(v.in.Actions) || chosen[i] == v.looks {
			return false, faulty("item %d", i)
		}
		chosen[i] = v.looks
		cost += v.in.Actions[i].Cost
		for r, n := range v.in.Actions[i].Uses {
			uses[r] += n
		}
	}
	for _, i := range c.Items {
		if slices.ContainsFunc(v.in.Actions[i].Excludes, func(b int) bool { return chosen[b] == v.looks }) {
			return false, faulty("item %d excludes another", i)
		}
	}
	for r, n := range uses {
		if n > v.in.Limits[r] {
			return false, faulty("resource %d: %d of %d used", r, n, v.in.Limits[r])
		}
	}
	sources, err := v.carriedOut(c.Items)
	if err != nil {
		return false, err
	}
	all = true
	for g, goal := range v.in.Goals {
		if int(sources[goal.Fact]) < v.lacks[g] {
			lost += goal.Weight
			all = all && v.goals[g] < 0
		}
	}
	if cost != c.Value || lost != c.Lost {
		return false, faulty("the items cost %d and lose %d", cost, lost)
	}
	return all, nil
}

// carriedOut checks that all of some actions can be carried out in time without any others,
// and counts how many of them make each fact true.
func (v *verifier) carriedOut(items []int) (sources []int32, err error) {
	room := make([]int32, v.in.Facts+len(v.in.Actions))
	sources, lacks := room[:v.in.Facts], room[v.in.Facts:]
	order := make([]int, 0, len(items))
	clear(v.first)
	waiting := chains{first: v.first, links: make([]link, 1, 1+3*len(items))}
	for _, i := range items {
		for _, f := range v.in.Actions[i].Needs {
			if v.kind[f]&isHeld == 0 {
				waiting.add(f, int32(i), 0)
				lacks[i]++
			}
		}
		if lacks[i] == 0 {
			order = append(order, i)
		}
	}
	for n := 0; n < len(order); n++ {
		v.looks++
		for _, f := range v.in.Actions[order[n]].Adds {
			if v.seen[f] == v.looks {
				continue
			}
			v.seen[f] = v.looks
			if sources[f]++; sources[f] > 1 {
				continue
			}
			for k := waiting.first[f]; k > 0; k = waiting.links[k].next {
				i := waiting.links[k].of
				if lacks[i]--; lacks[i] == 0 {
					order = append(order, int(i))
				}
			}
		}
	}
	if len(order) < len(items) {
		return nil, faulty("%d of %d items cannot be carried out", len(items)-len(order), len(items))
	}
	if !v.inTime(order) {
		return nil, faulty("the items do not keep to the deadline")
	}
	return sources, nil
}

// inTime tells whether actions end before the deadline if each is begun as soon as can be.
// They come in an order in which they can be carried out; where a fact is had sooner from
// one that comes later, they are gone through again.
func (v *verifier) inTime(order []int) bool {
	if v.in.Deadline == nil {
		return true
	}
	at := make([]int32, v.in.Facts)
	for f := range at {
		if v.kind[f]&isHeld == 0 {
			at[f] = notEver
		}
	}
	for sooner, late := true, true; late; {
		if !sooner {
			return false
		}
		sooner, late = false, false
		for _, i := range order {
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
