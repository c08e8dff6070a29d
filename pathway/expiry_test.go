package pathway_test

import (
	"context"
	"fmt"
	"maps"
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
	behind := lapsing(true)
	behind[2].After = []string{"late"}
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
		{"what awards it asks for it, and is taken in time", needed, "2026-11-15", pathway.Options{Start: start}, []string{"long", "refresher", "late"}, []pathway.Lapse{{Credential: "card", NeededBy: []string{"late"}, RenewedBy: []string{"refresher"}, Renews: []string{}}}},
		{"there is no money to renew it", lapsing(true), "2026-11-15", pathway.Options{Start: start, Limits: pathway.Limits{Pence: ptr(int64(1000))}}, []string{"long", "late"}, []pathway.Lapse{{Credential: "card", NeededBy: []string{"late"}, RenewedBy: []string{}, Renews: []string{"refresher"}}}},
		{"what would renew it is ruled out", lapsing(true), "2026-11-15", pathway.Options{Start: start, Without: []string{"refresher"}}, []string{"long", "late"}, []pathway.Lapse{{Credential: "card", NeededBy: []string{"late"}, RenewedBy: []string{}, Renews: []string{}}}},
		{"without a start nothing rests on days", lapsing(true), "2026-11-15", pathway.Options{}, []string{"long", "late"}, nil},
		{"what awards it comes after what needs it: that is no renewal", behind, "2026-11-15", pathway.Options{Start: start, With: []string{"refresher"}}, []string{"long", "late", "refresher"}, []pathway.Lapse{{Credential: "card", NeededBy: []string{"late"}, RenewedBy: []string{}, Renews: []string{"refresher"}}}},
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

// TestTimetablesRenewInTime: what renews a credential comes before what needs it later,
// though it is held at the start.
func TestTimetablesRenewInTime(t *testing.T) {
	t.Parallel()
	start := date(t, "2026-09-07")
	r := lacking("S1", "S2")
	r.Held.Credentials = []ksb.CredentialID{"card"}
	list := lapsing(true)
	list[1].Starts, list[1].After = []ksb.Date{date(t, "2026-11-02")}, nil
	p := planner(t, index(t, statements...), list...)
	made := plan(t, p, r, pathway.Options{Start: start, Expires: []pathway.Expiry{{Credential: "card", Until: date(t, "2026-10-31")}}})
	for _, c := range []struct {
		why    string
		booked pathway.Booking
		want   []string
	}{
		{"in time", pathway.Booking{Course: "refresher", Begins: start}, []string{"refresher 2026-09-07 to 2026-09-13", "long 2026-09-07 to 2026-11-15", "late 2026-11-02 to 2026-11-15"}},
		{"booked for a day that is too late", pathway.Booking{Course: "refresher", Begins: date(t, "2026-11-09")}, []string{"long 2026-09-07 to 2026-11-15", "refresher 2026-11-09 to 2026-11-15", "late: no-day []"}},
	} {
		got, err := p.Timetable(context.Background(), r, made, pathway.Calendar{Start: start, Booked: []pathway.Booking{c.booked}})
		require.NoError(t, err, c.why)
		require.Equal(t, c.want, lessons(got), c.why)
	}
}

// TestWhyNotAfterItRanOut: a course that begins when what it needs has run out, and that
// nothing awards again, cannot begin.
func TestWhyNotAfterItRanOut(t *testing.T) {
	t.Parallel()
	r := report(develop("S1", 2))
	r.Held.Credentials = []ksb.CredentialID{"card"}
	p := planner(t, index(t, statements...), course("dear", 9), course("late", 1, on(3), needing("card")))
	got, err := p.Why(context.Background(), r, pathway.Options{Start: firstDay, Expires: []pathway.Expiry{{Credential: "card", Until: firstDay + 20}}}, "late")
	require.NoError(t, err)
	require.Equal(t, []string{"cannot-begin[card]"}, said(got.Because))
}

func TestExpiries(t *testing.T) {
	t.Parallel()
	day, no := ksb.Date(740_000), false
	r := &assess.Report{AsOf: day, Held: assess.Held{Credentials: []ksb.CredentialID{"card", "badge", "pass"}}}
	w := assess.Worker{Credentials: []assess.Credential{
		{ID: "pass", Until: day},
		{ID: "card", Until: day - 1},
		{ID: "card", Until: day + 9},
		{ID: "card", Until: day + 90},
		{ID: "card", Until: day + 900, At: day + 1},
		{ID: "card", Until: day + 900, Held: &no},
		{ID: "badge", Until: day + 5},
		{ID: "badge"},
		{ID: "lost", Until: day + 5},
	}}
	want := []pathway.Expiry{{Credential: "card", Until: day + 90}, {Credential: "pass", Until: day}}
	require.Equal(t, want, pathway.Expiries(r, w), "the latest of those that are valid; nothing of what does not run out")
}

// TestExpiriesThatCountForNothing: those of what is not held, and all but the latest of one
// credential.
func TestExpiriesThatCountForNothing(t *testing.T) {
	t.Parallel()
	r := lacking("S1", "S2")
	r.Held.Credentials = []ksb.CredentialID{"card"}
	p := planner(t, index(t, statements...), lapsing(true)...)
	o := pathway.Options{Start: firstDay, Expires: []pathway.Expiry{{"card", firstDay + 1}, {"card", firstDay + 900}, {"lost", firstDay}, {"", -5}}}
	got := plan(t, p, r, o)
	require.Equal(t, []string{"long", "late"}, courses(got))
	require.Empty(t, got.Lapses)
}

// TestPlansBeyondTheCalendar: weeks that no day can count any more still come after the
// last day of a credential.
func TestPlansBeyondTheCalendar(t *testing.T) {
	t.Parallel()
	r := lacking("S1", "S2")
	r.Held.Credentials = []ksb.CredentialID{"card"}
	list := lapsing(false)
	list[0].Weeks = 400_000_000
	got := plan(t, planner(t, index(t, statements...), list...), r, pathway.Options{Start: firstDay, Expires: []pathway.Expiry{{"card", firstDay + 1}}})
	require.Equal(t, []pathway.Lapse{{Credential: "card", Until: firstDay + 1, NeededBy: []string{"late"}, RenewedBy: []string{}, Renews: []string{}}}, got.Lapses)
}

// inventExpiry makes a world of credentials that run out, with courses that award them
// again, some of which ask for them.
func inventExpiry(rng *rand.Rand) oracle {
	o := invent(rng)
	o.courses = o.courses[:min(len(o.courses), 7)]
	o.options = pathway.Options{Start: firstDay, Limits: o.options.Limits, AssumeUnmet: o.options.AssumeUnmet}
	o.report.Held.Credentials = []ksb.CredentialID{"x", "y"}
	known := func(id string) bool {
		return !slices.ContainsFunc(o.courses, func(c pathway.Course) bool { return c.ID == id })
	}
	for i := range o.courses {
		c := &o.courses[i]
		c.After, c.Excludes = slices.DeleteFunc(c.After, known), slices.DeleteFunc(c.Excludes, known)
		c.Needs, c.Awards = nil, nil
		for _, id := range o.report.Held.Credentials {
			if rng.IntN(3) == 0 {
				c.Needs = append(c.Needs, id)
			}
			if rng.IntN(3) == 0 {
				c.Awards = append(c.Awards, id)
			}
		}
	}
	for _, id := range o.report.Held.Credentials {
		if rng.IntN(4) > 0 {
			o.options.Expires = append(o.options.Expires, pathway.Expiry{Credential: id, Until: o.options.Start.AddDays(rng.IntN(30) - 2)})
		}
	}
	return o
}

// renewing is the world in which what runs out has to be in force, each credential in turn
// as far as that closes as much.
func (o oracle) renewing() oracle {
	for _, e := range o.options.Expires {
		strict := o
		strict.inForce = maps.Clone(o.inForce)
		if strict.inForce == nil {
			strict.inForce = map[ksb.CredentialID]ksb.Date{}
		}
		strict.inForce[e.Credential] = e.Until
		if strict.best().closed == o.best().closed {
			o = strict
		}
	}
	return o
}

// TestRenewalsAgreeWithEverySubset: with credentials that run out the plan, what it would
// come to otherwise, and the front are the best there are.
func TestRenewalsAgreeWithEverySubset(t *testing.T) {
	t.Parallel()
	ix := index(t, statements...)
	rng := rand.New(rand.NewPCG(18, 2026))
	renewed, left := 0, 0
	for i := range 500 {
		o := inventExpiry(rng)
		text := fmt.Sprintf("world %d: %+v\n%+v\n%+v", i, o.courses, o.report, o.options)
		p := planner(t, ix, o.courses...)
		got := plan(t, p, o.report, o.options)
		o = o.renewing()
		requireSame(t, o.best(), got, text)
		for _, e := range o.options.Expires {
			if _, strict := o.inForce[e.Credential]; !strict {
				left++
			}
		}
		for _, l := range got.Lapses {
			renewed += min(len(l.NeededBy), len(l.RenewedBy))
		}
		if i%5 == 0 {
			requireSameWhy(t, o, p, o.courses[rng.IntN(len(o.courses))].ID, text)
			requireSameFront(t, o, p, text)
		}
	}
	require.Greater(t, renewed, 15)
	require.Greater(t, left, 15)
}

func requireSame(t *testing.T, want bill, got *pathway.Plan, text string) {
	t.Helper()
	require.True(t, got.Proved, text)
	starts := map[string]int{}
	for _, s := range got.Steps {
		starts[s.Course] = s.StartWeek
		require.NotContains(t, []string{pathway.Takes, pathway.AwardsCredential}, s.Because[0].Code, text)
	}
	ids := courses(got)
	slices.Sort(ids)
	require.Empty(t, cmp.Diff(want.IDs, ids), text)
	require.Empty(t, cmp.Diff(want.Starts, starts), text)
}

func requireSameWhy(t *testing.T, o oracle, p *pathway.Planner, id, text string) {
	t.Helper()
	got, err := p.Why(context.Background(), o.report, o.options, id)
	require.NoError(t, err, text)
	require.True(t, got.Proved, text)
	best := o.best()
	require.Equal(t, best.IDs, got.Best.Courses, text)
	require.Equal(t, slices.Contains(best.IDs, id), got.InPlan, text)
	if o.options.Without = []string{id}; !got.InPlan {
		o.options.Without, o.options.With = nil, []string{id}
	}
	other := o.best()
	require.Equal(t, got.InPlan || slices.Contains(other.IDs, id), got.Other != nil, text)
	if got.Other != nil {
		require.Equal(t, other.IDs, got.Other.Courses, text)
	}
}

func requireSameFront(t *testing.T, o oracle, p *pathway.Planner, text string) {
	t.Helper()
	var want, got []string
	for _, b := range o.front() {
		want = append(want, fmt.Sprint(b.IDs, b.Weeks))
	}
	for _, made := range frontier(t, p, o.report, o.options) {
		ids := courses(made)
		slices.Sort(ids)
		got = append(got, fmt.Sprint(ids, made.Weeks))
	}
	require.ElementsMatch(t, want, got, text)
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
