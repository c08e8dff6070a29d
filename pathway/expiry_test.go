package pathway_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// lapsing is a plan in which "late" needs a card after ten weeks of "long".
func lapsing(card bool) []pathway.Course {
	list := []pathway.Course{
		{ID: "long", Teaches: teaches("S1", 2), Weeks: 10},
		{ID: "late", Teaches: teaches("S2", 2), After: []string{"long"}, Needs: []ksb.CredentialID{"card"}, Weeks: 2},
	}
	if card {
		list = append(list, pathway.Course{ID: "refresher", Awards: []ksb.CredentialID{"card"}, CostPence: 1200, Weeks: 1})
	}
	return list
}

func TestCredentialsThatRunOut(t *testing.T) {
	t.Parallel()
	start := date(t, "2026-09-07")
	needed := lapsing(true)
	needed[2].Needs = []ksb.CredentialID{"card"}
	for _, c := range []struct {
		why     string
		courses []pathway.Course
		until   string
		options pathway.Options
		want    []string
		lapses  []pathway.Lapse
	}{
		{"it lasts as long as the plan", lapsing(true), "2026-11-29", pathway.Options{Start: start}, []string{"long", "late"}, nil},
		{"it runs out while the last course that needs it runs", lapsing(true), "2026-11-20", pathway.Options{Start: start}, []string{"long", "late"}, []pathway.Lapse{{Credential: "card", NeededBy: []string{}, RenewedBy: []string{}, Renews: []string{"refresher"}}}},
		{"it runs out before: it is awarded again", lapsing(true), "2026-11-15", pathway.Options{Start: start}, []string{"long", "refresher", "late"}, []pathway.Lapse{{Credential: "card", NeededBy: []string{"late"}, RenewedBy: []string{"refresher"}, Renews: []string{}}}},
		{"nothing awards it: that is said", lapsing(false), "2026-11-15", pathway.Options{Start: start}, []string{"long", "late"}, []pathway.Lapse{{Credential: "card", NeededBy: []string{"late"}, RenewedBy: []string{}, Renews: []string{}}}},
		{"what awards it asks for it", needed, "2026-11-15", pathway.Options{Start: start}, []string{"long", "late"}, []pathway.Lapse{{Credential: "card", NeededBy: []string{"late"}, RenewedBy: []string{}, Renews: []string{"refresher"}}}},
		{"there is no money to renew it", lapsing(true), "2026-11-15", pathway.Options{Start: start, Limits: pathway.Limits{Pence: ptr(int64(1000))}}, []string{"long", "late"}, []pathway.Lapse{{Credential: "card", NeededBy: []string{"late"}, RenewedBy: []string{}, Renews: []string{"refresher"}}}},
		{"what would renew it is ruled out", lapsing(true), "2026-11-15", pathway.Options{Start: start, Without: []string{"refresher"}}, []string{"long", "late"}, []pathway.Lapse{{Credential: "card", NeededBy: []string{"late"}, RenewedBy: []string{}, Renews: []string{}}}},
		{"without a start nothing rests on days", lapsing(true), "2026-11-15", pathway.Options{}, []string{"long", "late"}, nil},
	} {
		r := lacking("S1", "S2")
		r.Held.Credentials = []ksb.CredentialID{"card"}
		c.options.Expires = []pathway.Expiry{{Credential: "card", Until: date(t, c.until)}}
		for i := range c.lapses {
			c.lapses[i].Until = date(t, c.until)
		}
		got := plan(t, planner(t, index(t, statements...), c.courses...), r, c.options)
		require.Empty(t, cmp.Diff(c.want, courses(got)), c.why)
		require.Empty(t, cmp.Diff(c.lapses, got.Lapses), c.why)
		require.True(t, got.Proved, c.why)
	}
}

// TestRenewalsAreTaken: whatever runs out when, a course that needs it later has it
// awarded again before, or the plan says that it has not; and no plan closes less for it.
func TestRenewalsAreTaken(t *testing.T) {
	t.Parallel()
	ix := index(t, statements...)
	rng := rand.New(rand.NewPCG(18, 2026))
	renewed := 0
	for i := range 600 {
		o := invent(rng)
		o.options.Start = 740000
		o.report.Held.Credentials = []ksb.CredentialID{"x"}
		for j := range o.courses {
			c := &o.courses[j]
			if c.Needs, c.Awards = nil, nil; rng.IntN(2) == 0 {
				c.Needs = []ksb.CredentialID{"x"}
			} else if rng.IntN(2) == 0 {
				c.Awards = []ksb.CredentialID{"x"}
			}
		}
		p := planner(t, ix, o.courses...)
		calm := plan(t, p, o.report, o.options)
		for _, id := range o.report.Held.Credentials {
			o.options.Expires = append(o.options.Expires, pathway.Expiry{Credential: id, Until: o.options.Start.AddDays(rng.IntN(20))})
		}
		got, err := p.Plan(context.Background(), o.report, o.options)
		require.NoError(t, err)
		text := fmt.Sprintf("world %d: %+v\n%+v\n%+v\n%+v", i, o.courses, o.report, o.options, got)
		require.Len(t, got.Left, len(calm.Left), text)
		for _, e := range o.options.Expires {
			renewed += requireRenewed(t, o, got, e, text)
		}
	}
	require.Greater(t, renewed, 10)
}

func requireRenewed(t *testing.T, o oracle, p *pathway.Plan, e pathway.Expiry, text string) (renewed int) {
	t.Helper()
	at := slices.IndexFunc(p.Lapses, func(l pathway.Lapse) bool { return l.Credential == e.Credential })
	awarded := false
	for _, s := range p.Steps {
		c := o.courses[slices.IndexFunc(o.courses, func(c pathway.Course) bool { return c.ID == s.Course })]
		begins := max(o.options.Start.AddDays(7*s.StartWeek), s.Begins)
		if slices.Contains(c.Needs, e.Credential) && begins > e.Until {
			require.GreaterOrEqual(t, at, 0, text)
			require.Contains(t, p.Lapses[at].NeededBy, s.Course, text)
			if awarded {
				renewed++
			}
		}
		awarded = awarded || slices.Contains(c.Awards, e.Credential)
	}
	if at >= 0 {
		require.Equal(t, awarded, len(p.Lapses[at].RenewedBy) > 0, text)
	}
	return renewed
}

func ExamplePlan_lapses() {
	ix, problems := ksb.Compile(ksb.Framework{Format: "ksb/1", ID: "f", Statements: []ksb.Statement{{ID: "S1", Code: "S1", Kind: ksb.Skill, Text: "Places a cannula"}}})
	fmt.Println(problems.Err())
	planner, _ := pathway.NewPlanner(ix, pathway.Catalogue{Courses: []pathway.Course{
		{ID: "cannulation", Teaches: []pathway.Attainment{{Statement: "S1"}}, Needs: []ksb.CredentialID{"life-support"}, Weeks: 2, Starts: []ksb.Date{740100}},
		{ID: "refresher", Awards: []ksb.CredentialID{"life-support"}, CostPence: 1200, Weeks: 1},
	}})
	report := &assess.Report{
		Gaps: []assess.Gap{{Statement: "S1", Level: 1, Importance: 1, Action: assess.Develop}},
		Held: assess.Held{Credentials: []ksb.CredentialID{"life-support"}},
	}
	plan, err := planner.Plan(context.Background(), report, pathway.Options{Start: 740000, Expires: []pathway.Expiry{{Credential: "life-support", Until: 740050}}})
	fmt.Println(plan.Steps[0].Course, plan.Steps[1].Course, plan.Lapses[0].RenewedBy, err)
	// Output:
	// <nil>
	// refresher cannulation [refresher] <nil>
}
