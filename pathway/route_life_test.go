package pathway_test

import (
	"cmp"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// being is a person in the oracle.
type being struct {
	levels, taught map[ksb.StatementID]ksb.Level
	holds          map[ksb.CredentialID]bool
	done           map[string]bool
}

func (l *land) start(t testing.TB, role ksb.RoleID, goals map[aim]bool) being {
	r, err := l.engine.Assess(l.profile, role)
	require.NoError(t, err)
	w := being{map[ksb.StatementID]ksb.Level{}, map[ksb.StatementID]ksb.Level{}, map[ksb.CredentialID]bool{}, map[string]bool{}}
	for _, h := range r.Held.Levels {
		w.levels[h.Statement] = h.Level
	}
	for g := range goals {
		w.levels[g.id] = min(w.levels[g.id], g.level-1)
	}
	for _, id := range r.Held.Credentials {
		w.holds[id] = true
	}
	return w
}

func (w being) copied() being {
	c := being{map[ksb.StatementID]ksb.Level{}, map[ksb.StatementID]ksb.Level{}, map[ksb.CredentialID]bool{}, map[string]bool{}}
	for k, v := range w.levels {
		c.levels[k] = v
	}
	for k, v := range w.taught {
		c.taught[k] = v
	}
	for k := range w.holds {
		c.holds[k] = true
	}
	for k := range w.done {
		c.done[k] = true
	}
	return c
}

func (w being) ready(c pathway.Course) bool {
	for _, a := range c.Requires {
		if w.levels[a.Statement] < a.Level {
			return false
		}
	}
	for _, id := range c.Needs {
		if !w.holds[id] {
			return false
		}
	}
	for _, id := range c.After {
		if !w.done[id] {
			return false
		}
	}
	return true
}

// result is what a set of courses comes to.
type result struct {
	ok                            bool
	closed, pence, minutes, weeks int64
}

// try lives through a set of courses week by week, and leaves the person as they then
// are.
func (l *land) try(w *being, set uint, goals map[aim]bool) (r result) {
	begun, ended, count := map[int]int64{}, map[int]bool{}, 0
	for i, c := range l.courses {
		if set>>i&1 == 1 {
			count++
			r.minutes += c.Minutes
			if !c.Provided {
				r.pence += c.CostPence
			}
			for j, d := range l.courses {
				if set>>j&1 == 1 && slices.Contains(c.Excludes, d.ID) {
					return result{}
				}
			}
		}
	}
	for week := int64(0); week < 80 && len(ended) < count; week++ {
		for again := true; again; {
			again = false
			for i, c := range l.courses {
				at, running := begun[i]
				switch {
				case set>>i&1 == 0 || ended[i]:
				case !running && w.ready(c):
					begun[i], again = week, true
				case running && at+int64(c.Weeks) == week:
					for _, a := range c.Teaches {
						w.levels[a.Statement] = max(w.levels[a.Statement], a.Level)
						w.taught[a.Statement] = max(w.taught[a.Statement], a.Level)
					}
					for _, id := range c.Awards {
						w.holds[id] = true
					}
					w.done[c.ID], ended[i], again = true, true, true
					r.weeks = max(r.weeks, week)
				}
			}
		}
	}
	r.ok = len(ended) == count
	for g := range goals {
		if w.taught[g.id] >= g.level {
			r.closed++
		}
	}
	return r
}

// cheapest tries every part of a set of courses.
func (l *land) cheapest(w being, within uint, goals map[aim]bool) (best uint, b result) {
	results, most := map[uint]result{}, int64(-1)
	for part := within; ; part = (part - 1) & within {
		as := w.copied()
		if r := l.try(&as, part, goals); r.ok {
			results[part] = r
			most = max(most, r.closed)
		}
		if part == 0 {
			break
		}
	}
	first := true
	for part, r := range results {
		if r.closed != most || (!first && l.compare(part, r, best, b) > 0) || l.hasSpare(results, part, most) {
			continue
		}
		best, b, first = part, r, false
	}
	return best, b
}

// hasSpare: fewer of the courses would do.
func (l *land) hasSpare(results map[uint]result, set uint, most int64) bool {
	for part := set; part > 0; {
		part = (part - 1) & set
		if r, ok := results[part]; ok && r.closed == most {
			return true
		}
	}
	return false
}

func (l *land) compare(set uint, r result, other uint, b result) int {
	ids := func(set uint) (list []int) {
		for i := range l.courses {
			if set>>i&1 == 1 {
				list = append(list, i)
			}
		}
		return list
	}
	return cmp.Or(cmp.Compare(r.pence, b.pence), cmp.Compare(r.minutes, b.minutes), cmp.Compare(r.weeks, b.weeks), slices.Compare(ids(set), ids(other)))
}
