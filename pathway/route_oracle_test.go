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
