package pathway_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// land is a small world to travel in: roles, links, courses and a person.
type land struct {
	framework ksb.Framework
	courses   []pathway.Course // by ID
	worker    assess.Worker
	in        ksb.RoleID
	options   pathway.RouteOptions

	ix      *ksb.Index
	engine  *assess.Engine
	profile *assess.Profile
	planner *pathway.Planner
	atlas   *pathway.Atlas
}

const landSteps = 5 // statements

func skill(i int) ksb.StatementID { return ksb.StatementID(fmt.Sprintf("S%d", i)) }

// explore invents a land: rings of roles, sideways links, courses that build on each
// other, award things and exclude each other, a person of whom some things are known.
func explore(rng *rand.Rand) *land {
	l := &land{framework: ksb.Framework{Format: ksb.Format, ID: "land", Scales: []ksb.Scale{{ID: "four", Rungs: []string{"0", "1", "2", "3"}}}}}
	for i := range landSteps {
		l.framework.Statements = append(l.framework.Statements, ksb.Statement{ID: skill(i), Code: string(skill(i)), Kind: ksb.Skill, Text: fmt.Sprint("does number ", i), Scale: "four"})
	}
	n := 2 + rng.IntN(7)
	for i := range n {
		r := ksb.Role{ID: ksb.RoleID(fmt.Sprintf("R%d", i)), Title: fmt.Sprint("role ", i), Qual: ksb.Qual(rng.IntN(4))}
		for _, s := range rng.Perm(landSteps)[:1+rng.IntN(3)] {
			r.Requirements = append(r.Requirements, ksb.Requirement{Statement: skill(s), Level: ksb.Level(1 + rng.IntN(3)), Critical: rng.IntN(5) == 0})
		}
		if rng.IntN(4) == 0 {
			r.Facts.Regulator = "a council"
		}
		l.framework.Roles = append(l.framework.Roles, r)
	}
	for range n + rng.IntN(3*n) {
		from, to := rng.IntN(n), rng.IntN(n)
		if from != to {
			relation := []string{"progression", "progression", "progression", "lateral", "related"}[rng.IntN(5)]
			l.framework.Related = append(l.framework.Related, ksb.RoleLink{From: l.framework.Roles[from].ID, To: l.framework.Roles[to].ID, Relation: relation, Source: "us"})
		}
	}
	l.courses = inventCourses(rng)
	l.hire(rng, n)
	return l
}

func inventCourses(rng *rand.Rand) (list []pathway.Course) {
	excluding, dear := rng.IntN(2) == 0, []int{2, 20, 1000}[rng.IntN(3)]
	for i := range 2 + rng.IntN(9) {
		c := pathway.Course{ID: fmt.Sprintf("c%02d", i), CostPence: int64(rng.IntN(dear)), Minutes: int64(rng.IntN(5)), Weeks: rng.IntN(6), Provided: rng.IntN(8) == 0}
		for range 1 + rng.IntN(2) {
			c.Teaches = append(c.Teaches, pathway.Attainment{Statement: skill(rng.IntN(landSteps)), Level: ksb.Level(1 + rng.IntN(3))})
		}
		if rng.IntN(3) == 0 {
			c.Requires = []pathway.Attainment{{Statement: skill(rng.IntN(landSteps)), Level: ksb.Level(1 + rng.IntN(2))}}
		}
		if rng.IntN(5) == 0 {
			c.Awards = []ksb.CredentialID{"x"}
		}
		if rng.IntN(5) == 0 {
			c.Needs = []ksb.CredentialID{"x"}
		}
		if i > 0 && rng.IntN(6) == 0 {
			c.After = []string{list[rng.IntN(i)].ID}
		}
		if excluding && i > 0 && rng.IntN(3) == 0 {
			c.Excludes = []string{list[rng.IntN(i)].ID}
		}
		list = append(list, c)
	}
	return list
}

// hire invents the person and the question.
func (l *land) hire(rng *rand.Rand, roles int) {
	l.worker = assess.Worker{Format: assess.WorkerFormat, ID: "w"}
	for i := range landSteps {
		if rng.IntN(2) == 0 {
			l.worker.Evidence = append(l.worker.Evidence, seen(skill(i), float64(rng.IntN(4)))...)
		}
	}
	if rng.IntN(4) == 0 {
		l.worker.Credentials = []assess.Credential{{ID: "x"}}
	}
	if rng.IntN(4) > 0 {
		l.in = l.framework.Roles[rng.IntN(roles)].ID
	}
	l.options = pathway.RouteOptions{K: 1 + rng.IntN(6), AssumeUnmet: rng.IntN(3) > 0, MostHops: 1 + rng.IntN(8), Solves: 1 << 30}
	if rng.IntN(5) == 0 {
		l.options.MostMonths = 1 + rng.IntN(3)
	}
	if rng.IntN(6) == 0 {
		regulated := rng.IntN(2) == 0
		l.options.Regulated = &regulated
	}
	if rng.IntN(6) == 0 {
		l.options.LeastQual, l.options.MostQual = ksb.Qual(1), ksb.Qual(1+rng.IntN(3))
	}
}

// seen is the word of three assessors.
func seen(id ksb.StatementID, level float64) (list []assess.Evidence) {
	for _, by := range []string{"a", "b", "c"} {
		list = append(list, assess.Evidence{ID: string(id) + by, Statements: []assess.StatementRef{{ID: string(id)}}, Kind: assess.Observation, Mode: assess.Graded, Level: &level, By: by, At: 738_000})
	}
	return list
}

// settle compiles what was invented.
func (l *land) settle(t testing.TB) *land {
	t.Helper()
	var problems ksb.Problems
	l.ix, problems = ksb.Compile(l.framework)
	require.NoError(t, problems.Err())
	var err error
	l.engine, err = assess.New(l.ix, assess.DefaultPolicy())
	require.NoError(t, err)
	l.profile = l.engine.Profile(l.worker, 738_000)
	l.planner, problems = pathway.NewPlanner(l.ix, pathway.Catalogue{Courses: l.courses})
	require.NoError(t, problems.Err())
	l.atlas = pathway.NewAtlas(l.ix, l.planner, pathway.AtlasOptions{}, l.framework)
	return l
}

func (l *land) person(t testing.TB) *pathway.Traveller {
	t.Helper()
	p, err := l.atlas.Person(l.engine, l.profile, l.in)
	require.NoError(t, err)
	return p
}

// aim is a level of a statement to reach.
type aim struct {
	id    ksb.StatementID
	level ksb.Level
}

// lore is what a role asks of the person, from a report.
type lore struct {
	goals map[aim]bool
	open  map[ksb.StatementID]bool
}

func (l *land) lore(t testing.TB, role ksb.RoleID) lore {
	t.Helper()
	r, err := l.engine.Assess(l.profile, role)
	require.NoError(t, err)
	o := lore{map[aim]bool{}, map[ksb.StatementID]bool{}}
	for _, g := range r.Gaps {
		if g.Action == assess.None {
			continue
		}
		o.open[g.Statement] = true
		if shown := g.Action == assess.Develop || g.Action == assess.Renew; shown || l.options.AssumeUnmet {
			o.goals[aim{g.Statement, g.Level}] = true
		}
	}
	return o
}

// trek is a route and what it comes to, found the long way.
type trek struct {
	Roles                                     []ksb.RoleID
	Left, Pence, Minutes, Weeks, Hops, Opened int64
}

func (k trek) of(o pathway.Objective) int64 {
	return map[pathway.Objective]int64{pathway.LeastPence: k.Pence, pathway.LeastMinutes: k.Minutes, pathway.LeastWeeks: k.Weeks, pathway.LeastHops: k.Hops, pathway.LeastAsked: k.Opened}[o]
}

// treks walks every route to a role that the options allow.
func (l *land) treks(t testing.TB, to ksb.RoleID) (all []trek) {
	next := map[ksb.RoleID][]ksb.RoleID{}
	leads, led := map[ksb.RoleID]bool{}, map[ksb.RoleID]bool{}
	for _, r := range l.framework.Related {
		next[r.From] = append(next[r.From], r.To)
		if r.Relation == "progression" {
			leads[r.From], led[r.To] = true, true
		} else {
			next[r.To] = append(next[r.To], r.From)
		}
	}
	first := next[l.in]
	if l.in == "" {
		for _, r := range l.framework.Roles {
			if leads[r.ID] && !led[r.ID] {
				first = append(first, r.ID)
			}
		}
		if len(first) == 0 {
			first = []ksb.RoleID{to}
		}
	}
	var walk func(way []ksb.RoleID, next []ksb.RoleID)
	links := next
	walk = func(way []ksb.RoleID, next []ksb.RoleID) {
		for _, r := range slices.Compact(slices.Sorted(slices.Values(next))) {
			switch {
			case slices.Contains(way, r) || r == l.in || len(way) >= l.options.MostHops || !l.passes(r, to):
			case r == to:
				all = append(all, l.trek(t, append(slices.Clone(way), r)))
			default:
				walk(append(slices.Clone(way), r), links[r])
			}
		}
	}
	walk(nil, first)
	if l.options.MostMonths > 0 {
		all = slices.DeleteFunc(all, func(k trek) bool { return k.Weeks*12 > int64(l.options.MostMonths)*52 })
	}
	return all
}

func (l *land) passes(id, to ksb.RoleID) bool {
	r, _ := l.ix.Role(id)
	o := l.options
	switch {
	case id == to:
		return true
	case r.Qual != 0 && (r.Qual < o.LeastQual || o.MostQual != 0 && r.Qual > o.MostQual):
		return false
	}
	return o.Regulated == nil || *o.Regulated == (r.Facts.Regulator != "")
}

// trek finds the cheapest courses for a sequence of roles by trying every set, and
// shares them out role by role in the same manner.
func (l *land) trek(t testing.TB, roles []ksb.RoleID) trek {
	k := trek{Roles: roles, Hops: int64(len(roles))}
	goals, open, each := map[aim]bool{}, map[ksb.StatementID]bool{}, []map[aim]bool{}
	for _, r := range roles {
		o := l.lore(t, r)
		each = append(each, o.goals)
		for g := range o.goals {
			goals[g] = true
		}
		for s := range o.open {
			open[s] = true
		}
	}
	k.Opened = int64(len(open))
	w := l.start(t, roles[0], goals)
	set, b := l.cheapest(w, 1<<len(l.courses)-1, goals)
	k.Left, k.Pence, k.Minutes = int64(len(goals))-b.closed, b.pence, b.minutes
	for i := range roles {
		part := set
		if i < len(roles)-1 {
			open := map[aim]bool{}
			for g := range each[i] {
				if w.taught[g.id] < g.level {
					open[g] = true
				}
			}
			part, _ = l.cheapest(w, set, open)
		}
		k.Weeks += l.try(&w, part, nil).weeks
		set &^= part
	}
	return k
}

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

func byOrder(order []pathway.Objective) func(a, b trek) int {
	return func(a, b trek) int {
		if c := cmp.Compare(a.Left, b.Left); c != 0 {
			return c
		}
		for _, o := range order {
			if c := cmp.Compare(a.of(o), b.of(o)); c != 0 {
				return c
			}
		}
		return slices.Compare(a.Roles, b.Roles)
	}
}

// told is a route as the library tells it.
func told(r pathway.Route) trek {
	k := trek{Left: int64(r.Left), Pence: r.CostPence, Minutes: r.Minutes, Weeks: int64(r.Weeks), Hops: int64(len(r.Hops)), Opened: int64(r.Asked)}
	for _, h := range r.Hops {
		k.Roles = append(k.Roles, h.Role)
	}
	return k
}

func everyOrder(rng *rand.Rand) []pathway.Objective {
	all := []pathway.Objective{pathway.LeastPence, pathway.LeastMinutes, pathway.LeastWeeks, pathway.LeastHops, pathway.LeastAsked}
	rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// TestRoutesAgreeWithEveryRoute: every sequence of roles and every set of courses, for
// every objective first, and every Pareto set of two or three.
func TestRoutesAgreeWithEveryRoute(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(11, 2026))
	several, wide := 0, 0
	for i := range 300 {
		l := explore(rng).settle(t)
		to := l.framework.Roles[rng.IntN(len(l.framework.Roles))].ID
		if to == l.in {
			continue
		}
		all := l.treks(t, to)
		text := fmt.Sprintf("land %d: from %q to %s, %+v\n%+v\n%+v\n%+v", i, l.in, to, l.options, l.framework.Roles, l.framework.Related, l.courses)
		person := l.person(t)
		for range 3 {
			order := everyOrder(rng)
			l.options.Objectives = order
			want := slices.Clone(all)
			slices.SortFunc(want, byOrder(order))
			want = want[:min(len(want), l.options.K)]
			got, err := person.Routes(t.Context(), to, l.options)
			require.NoError(t, err)
			require.True(t, got.Proved, text)
			var list []trek
			for _, r := range got.Routes {
				list = append(list, told(r))
				audited(t, got, r, text)
			}
			require.Empty(t, gocmp.Diff(want, list, cmpopts.EquateEmpty()), "%v %s", order, text)
			several += min(len(list), 2) / 2

			criteria := order[:2+rng.IntN(2)]
			l.options.Objectives = criteria
			got, err = person.Frontier(t.Context(), to, l.options)
			require.NoError(t, err)
			require.True(t, got.Proved, text)
			list = nil
			for _, r := range got.Routes {
				list = append(list, told(r))
				audited(t, got, r, text)
			}
			require.Empty(t, gocmp.Diff(pareto(all, criteria), list, cmpopts.EquateEmpty()), "%v %s", criteria, text)
			wide += min(len(list), 2) / 2
		}
	}
	require.Greater(t, several, 150, "the lands are too plain to prove anything")
	require.Greater(t, wide, 4, "the lands are too plain to prove anything")
}

// pareto keeps the treks that no other outdoes, and of those that are alike the first.
func pareto(all []trek, criteria []pathway.Objective) (kept []trek) {
	rest := []pathway.Objective{pathway.LeastPence, pathway.LeastMinutes, pathway.LeastWeeks, pathway.LeastHops, pathway.LeastAsked}
	all = slices.Clone(all)
	slices.SortFunc(all, byOrder(append(slices.Clone(criteria), rest...)))
	for _, k := range all {
		if !slices.ContainsFunc(kept, func(f trek) bool {
			return f.Left <= k.Left && !slices.ContainsFunc(criteria, func(o pathway.Objective) bool { return f.of(o) > k.of(o) })
		}) {
			kept = append(kept, k)
		}
	}
	return kept
}

// audited checks what must hold of every route, whatever is best.
func audited(t *testing.T, all *pathway.Routes, r pathway.Route, text string) {
	t.Helper()
	var sum pathway.Totals
	taken := map[string]bool{}
	for _, h := range r.Hops {
		sum.CostPence, sum.Minutes, sum.Weeks = sum.CostPence+h.CostPence, sum.Minutes+h.Minutes, sum.Weeks+h.Weeks
		sum.Left = h.Total.Left
		require.Equal(t, sum, h.Total, "running totals: %s", text)
		for _, s := range h.Steps {
			require.False(t, taken[s.Course], "%s is taken twice: %s", s.Course, text)
			taken[s.Course] = true
		}
		require.True(t, h.Start != "" || len(h.Links) > 0, "why here? %s", text)
	}
	require.Equal(t, r.Totals, sum, text)
	require.True(t, r.Left > all.Direct.Left || r.Left == all.Direct.Left && r.CostPence >= all.Direct.CostPence, "no route costs less than the target alone: %s", text)
	require.LessOrEqual(t, r.BoundPence, r.CostPence, text)
}
