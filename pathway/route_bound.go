package pathway

import "github.com/skillgap-go/skillgap/ksb"

// foresee finds for each course the least pence and the fewest weeks by which it can
// have been taken, were everything that it builds on as cheap and as early as can be. Each
// is the greatest over what it builds on, so neither ever says too much.
func (s *stock) foresee() {
	s.dear = s.earliest(func(c *course) int64 { return c.pence })
	s.soon = s.earliest(func(c *course) int64 { return int64(c.Weeks) })
}

func (s *stock) earliest(takes func(*course) int64) []int64 {
	at, done := make([]int64, s.facts), make([]int64, len(s.courses))
	for f := range at {
		at[f] = unreached
	}
	for _, f := range s.start {
		at[f] = 0
	}
	for g, f := range s.rungs { // any order: each has its own place
		if s.held[g.statement] >= g.level {
			at[f] = 0
		}
	}
	for changed := true; changed; {
		changed = false
		for i := range s.actions {
			end := int64(0)
			for _, f := range s.actions[i].Needs {
				end = max(end, at[f])
			}
			if end += takes(s.courses[i]); end >= unreached {
				end = unreached
			}
			done[i] = end
			for _, f := range s.actions[i].Adds {
				if end < at[f] {
					at[f], changed = end, true
				}
			}
		}
	}
	return done
}

// outlook is what a set of goals comes to at least.
type outlook struct {
	left         int
	pence, weeks int64
}

// outlook bounds the best set of courses for goals from below. Goals that nothing can
// lead to stay open. Each other goal needs one of the courses that teach it: it is given
// a price that none of these, nor all goals of one course together, exceeds, so the sum
// of the prices is a bound, and so is what the dearest goal costs by itself.
func (s *stock) outlook(goals []goal, spent []int64) outlook {
	var o outlook
	prices := int64(0)
	clear(spent)
	for _, g := range goals {
		alone, weeks, price := int64(unreached), int64(unreached), int64(unreached)
		for _, t := range s.teachers[g.statement] {
			if t.level >= g.level && s.dear[t.course] < unreached {
				alone, weeks = min(alone, s.dear[t.course]), min(weeks, s.soon[t.course])
				price = min(price, s.courses[t.course].pence-spent[t.course])
			}
		}
		if alone == unreached {
			o.left++
			continue
		}
		for _, t := range s.teachers[g.statement] {
			if t.level >= g.level {
				spent[t.course] += price
			}
		}
		prices += price
		o.pence, o.weeks = max(o.pence, alone), max(o.weeks, weeks)
	}
	o.pence = max(o.pence, prices)
	return o
}

// teaches tells whether any of some courses teaches a goal.
func (s *stock) teaches(courses []int, g goal) bool { return s.taught(courses, g.statement) >= g.level }

// taught is the level to which some courses teach a statement; 0: none does.
func (s *stock) taught(courses []int, statement int32) (level ksb.Level) {
	for _, t := range s.teachers[statement] {
		for _, c := range courses {
			if t.course == c {
				level = max(level, t.level)
			}
		}
	}
	return level
}
