package pathway_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// changes writes changes as "kept a: done []".
func changes(r *pathway.Replanned) (list []string) {
	for _, c := range r.Changes {
		list = append(list, fmt.Sprintf("%s %s: %s %v", c.Change, c.Course, c.Reason, c.Refs))
	}
	return list
}

func lacking(ids ...ksb.StatementID) *assess.Report {
	r := report()
	for _, id := range ids {
		r.Gaps = append(r.Gaps, gap(id, 2, assess.Develop, 1))
	}
	return r
}

func TestReplanRules(t *testing.T) {
	t.Parallel()
	course := func(id string, pence int64, teachesThat ...ksb.StatementID) pathway.Course {
		c := pathway.Course{ID: id, CostPence: pence, Minutes: 60, Weeks: 1}
		for _, s := range teachesThat {
			c.Teaches = append(c.Teaches, teaches(s, 2)...)
		}
		return c
	}
	for _, c := range []struct {
		why     string
		courses []pathway.Course
		old     []ksb.StatementID
		now     []ksb.StatementID
		done    pathway.Progress
		options pathway.Options
		want    []string
	}{
		{
			"a dearer course is added rather than two others dropped for a cheap one",
			[]pathway.Course{course("a", 10, "S1"), course("b", 10, "S2"), course("y", 50, "S3"), course("z", 25, "S1", "S2", "S3")},
			[]ksb.StatementID{"S1", "S2"}, []ksb.StatementID{"S1", "S2", "S3"}, pathway.Progress{}, pathway.Options{},
			[]string{"kept a: still-needed []", "kept b: still-needed []", "added y: new-need [S3]"},
		},
		{
			"where the one that has to come does it all, the old ones are not sat for old times' sake",
			[]pathway.Course{course("a", 10, "S1"), course("b", 10, "S2"), course("z", 25, "S1", "S2", "S3")},
			[]ksb.StatementID{"S1", "S2"}, []ksb.StatementID{"S1", "S2", "S3"}, pathway.Progress{}, pathway.Options{},
			[]string{"added z: new-need [S1 S2 S3]", "dropped a: replaced [z]", "dropped b: replaced [z]"},
		},
		{
			"unless they are booked or done",
			[]pathway.Course{course("a", 10, "S1"), course("b", 10, "S2"), course("z", 25, "S1", "S2", "S3")},
			[]ksb.StatementID{"S1", "S2"}, []ksb.StatementID{"S1", "S2", "S3"}, pathway.Progress{Done: []string{"a"}, Booked: []string{"b"}}, pathway.Options{},
			[]string{"kept a: done []", "kept b: booked []", "added z: new-need [S3]"},
		},
		{
			"what is met by now needs no course",
			[]pathway.Course{course("a", 10, "S1"), course("b", 10, "S2")},
			[]ksb.StatementID{"S1", "S2"}, []ksb.StatementID{"S2"}, pathway.Progress{}, pathway.Options{},
			[]string{"kept b: still-needed []", "dropped a: not-needed []"},
		},
		{
			"a course that is not to be had any more is replaced",
			[]pathway.Course{course("a", 10, "S1"), course("b", 20, "S1")},
			[]ksb.StatementID{"S1"}, []ksb.StatementID{"S1"}, pathway.Progress{}, pathway.Options{Without: []string{"a"}},
			[]string{"added b: new-need [S1]", "dropped a: gone []"},
		},
		{
			"an old course gives way to what excludes it and closes more",
			[]pathway.Course{course("a", 10, "S1"), {ID: "z", CostPence: 90, Excludes: []string{"a"}, Teaches: append(teaches("S1", 2), teaches("S2", 2)...)}},
			[]ksb.StatementID{"S1"}, []ksb.StatementID{"S1", "S2"}, pathway.Progress{}, pathway.Options{},
			[]string{"added z: new-need [S1 S2]", "dropped a: replaced [z]"},
		},
		{
			"but a booked one does not",
			[]pathway.Course{course("a", 10, "S1"), {ID: "z", CostPence: 90, Excludes: []string{"a"}, Teaches: append(teaches("S1", 2), teaches("S2", 2)...)}},
			[]ksb.StatementID{"S1"}, []ksb.StatementID{"S1", "S2"}, pathway.Progress{Booked: []string{"a"}}, pathway.Options{},
			[]string{"kept a: booked []"},
		},
		{
			"what is done is paid for: the limit is for the rest",
			[]pathway.Course{course("a", 100, "S1"), course("b", 50, "S2")},
			[]ksb.StatementID{"S1"}, []ksb.StatementID{"S1", "S2"}, pathway.Progress{Done: []string{"a"}}, pathway.Options{Limits: pathway.Limits{Pence: ptr(int64(50))}},
			[]string{"kept a: done []", "added b: new-need [S2]"},
		},
		{
			"a limit on minutes is kept as well",
			[]pathway.Course{course("a", 100, "S1"), course("b", 50, "S2")},
			[]ksb.StatementID{"S1"}, []ksb.StatementID{"S1", "S2"}, pathway.Progress{}, pathway.Options{Limits: pathway.Limits{Minutes: ptr(int64(60))}},
			[]string{"kept a: still-needed []"},
		},
		{
			"money and time are limited at once: neither may be overdrawn, however few the changes",
			[]pathway.Course{course("a", 100, "S1"), {ID: "cheap", CostPence: 10, Minutes: 600, Weeks: 1, Teaches: teaches("S2", 2)}, course("dear", 500, "S2"), course("fits", 60, "S2")},
			[]ksb.StatementID{"S1"}, []ksb.StatementID{"S1", "S2"}, pathway.Progress{}, pathway.Options{Limits: pathway.Limits{Pence: ptr(int64(200)), Minutes: ptr(int64(120))}},
			[]string{"kept a: still-needed []", "added fits: new-need [S2]"},
		},
		{
			"time is limited beside what funding has left",
			[]pathway.Course{course("a", 100, "S1"), {ID: "funded", CostPence: 90, FundingMaxPence: 90, Minutes: 60, Weeks: 1, Teaches: teaches("S2", 2)}, {ID: "long", CostPence: 20, Minutes: 600, Weeks: 1, Teaches: teaches("S2", 2)}, course("own", 60, "S2")},
			[]ksb.StatementID{"S1"}, []ksb.StatementID{"S1", "S2"}, pathway.Progress{}, pathway.Options{Funding: &pathway.Funding{PotPence: ptr(int64(50))}, Limits: pathway.Limits{Minutes: ptr(int64(120))}},
			[]string{"kept a: still-needed []", "added own: new-need [S2]"},
		},
		{
			"what the question asks for is no use to another course, and is not said to be",
			[]pathway.Course{course("a", 10, "S1"), course("z", 20, "S3")},
			[]ksb.StatementID{"S1"}, []ksb.StatementID{"S1"}, pathway.Progress{}, pathway.Options{With: []string{"z"}},
			[]string{"kept a: still-needed []", "added z: asked-for []"},
		},
		{
			"a booked course whose days are past runs already: nothing is bought in its place",
			[]pathway.Course{{ID: "a", CostPence: 10, Teaches: teaches("S1", 2), Starts: []ksb.Date{firstDay - 7}}, course("b", 20, "S1")},
			[]ksb.StatementID{"S1"}, []ksb.StatementID{"S1"}, pathway.Progress{Booked: []string{"a"}}, pathway.Options{Start: firstDay},
			[]string{"kept a: booked []"},
		},
		{
			"booked, and nothing gives what it builds on",
			[]pathway.Course{{ID: "b", Teaches: teaches("S1", 2), Needs: []ksb.CredentialID{"card"}}},
			nil, []ksb.StatementID{"S1"}, pathway.Progress{Booked: []string{"b"}}, pathway.Options{},
			[]string{"dropped b: stuck []"},
		},
	} {
		p := planner(t, index(t, statements...), c.courses...)
		old := plan(t, p, lacking(c.old...), pathway.Options{})
		got, err := p.Replan(context.Background(), lacking(c.now...), old, c.done, c.options)
		require.NoError(t, err, c.why)
		require.Empty(t, cmp.Diff(c.want, changes(got)), c.why)
		require.True(t, got.Plan.Proved, c.why)
	}
}

func TestReplanErrors(t *testing.T) {
	t.Parallel()
	p := planner(t, index(t, statements...), sampleCourses()...)
	old, ctx := &pathway.Plan{}, context.Background()
	_, err := p.Replan(ctx, nil, old, pathway.Progress{}, pathway.Options{})
	require.ErrorIs(t, err, pathway.ErrNoReport)
	_, err = p.Replan(ctx, lacking("S1"), old, pathway.Progress{Booked: []string{"z"}}, pathway.Options{})
	require.ErrorIs(t, err, pathway.ErrUnknownCourse)
	_, err = p.Replan(ctx, lacking("S1"), old, pathway.Progress{Done: []string{"retired"}}, pathway.Options{})
	require.NoError(t, err, "a course that is done may have left the catalogue")
	got, err := p.Replan(ctx, lacking("S1"), nil, pathway.Progress{}, pathway.Options{})
	require.NoError(t, err)
	require.Equal(t, []string{"added a: new-need [S1]"}, changes(got), "without an old plan all is new")
}

// TestReplanOfManyCourses: a change outweighs all costs of a plan, not of a market; and where
// what comes new leaves old courses without a use, that is settled in few questions.
func TestReplanOfManyCourses(t *testing.T) {
	t.Parallel()
	for seed, size := range map[uint64]int{5: 500, 2: 5_000} { // any order: each by itself
		ids, list, r := market(seed, 30, size)
		p := planner(t, index(t, ids...), list...)
		less := *r
		less.Gaps = r.Gaps[:25]
		got, err := p.Replan(context.Background(), r, plan(t, p, &less, pathway.Options{}), pathway.Progress{}, pathway.Options{})
		require.NoError(t, err)
		require.True(t, got.Plan.Proved, "%d courses", size)
		require.Empty(t, got.Plan.Left)
	}
}

// TestReplanOfDearCourses: where changes and costs do not fit into one number they are asked
// for one after the other.
func TestReplanOfDearCourses(t *testing.T) {
	t.Parallel()
	dear := func(id string, pence int64, gives ksb.StatementID) pathway.Course {
		return pathway.Course{ID: id, CostPence: pence, Teaches: teaches(gives, 2)}
	}
	p := planner(t, index(t, statements...), dear("a", 1<<60, "S1"), dear("b", 2, "S1"), dear("c", 1<<59, "S2"), dear("d", 1, "S2"))
	old := &pathway.Plan{Steps: []pathway.Step{{Course: "c"}}}
	got, err := p.Replan(context.Background(), lacking("S1", "S2"), old, pathway.Progress{}, pathway.Options{})
	require.NoError(t, err)
	require.True(t, got.Plan.Proved)
	require.ElementsMatch(t, []string{"b", "c"}, courses(got.Plan), "c stays, dear as it is; b is the cheaper one to add")
}

// changed is the oracle of a change: every set of courses that holds those that stay.
type changed struct {
	oracle
	fixed []string
}

// sets are those of the courses that stay and some others that close most.
func (c changed) sets(may func(id string) bool) (good []bill) {
	var most []int64
	for set := range uint(1) << len(c.courses) {
		b, ok := c.live(set)
		fits := ok && !slices.ContainsFunc(c.fixed, func(id string) bool { return !slices.Contains(b.IDs, id) })
		fits = fits && !slices.ContainsFunc(b.IDs, func(id string) bool { return !may(id) && !slices.Contains(c.fixed, id) })
		switch {
		case !fits || slices.Compare(b.closed[:], most) < 0:
		case slices.Compare(b.closed[:], most) > 0:
			good, most = []bill{b}, b.closed[:]
		default:
			good = append(good, b)
		}
	}
	return good
}

// whole are those of which none but the courses that stay can be left out.
func (c changed) whole(may func(id string) bool) []bill {
	good := c.sets(may)
	return slices.DeleteFunc(slices.Clone(good), func(b bill) bool {
		return slices.ContainsFunc(good, func(part bill) bool {
			return len(part.IDs) < len(b.IDs) && !slices.ContainsFunc(part.IDs, func(id string) bool { return !slices.Contains(b.IDs, id) })
		})
	})
}

func (c changed) bestOf(ids []string) (best bill) {
	for i, b := range c.whole(func(id string) bool { return slices.Contains(ids, id) }) {
		if i == 0 || cheaper(b, best) {
			best = b
		}
	}
	return best
}

// answers are the plans that the rule allows, as lists of courses.
func (c changed) answers(old []string) (list []string) {
	needed := slices.DeleteFunc(slices.Clone(c.bestOf(old).IDs), func(id string) bool { return slices.Contains(c.fixed, id) })
	good := c.whole(func(string) bool { return true })
	key := func(b bill) []int64 {
		n := 0
		for _, id := range b.IDs {
			if !slices.Contains(c.fixed, id) && !slices.Contains(needed, id) {
				n++
			}
		}
		for _, id := range needed {
			if !slices.Contains(b.IDs, id) {
				n++
			}
		}
		return []int64{int64(n), b.Pence, b.Minutes}
	}
	var least []int64
	for _, b := range good {
		if k := key(b); least == nil || slices.Compare(k, least) < 0 {
			least = k
		}
	}
	for _, b := range good {
		if slices.Equal(key(b), least) {
			list = append(list, fmt.Sprint(b.IDs))
		}
	}
	return list
}

// settle is the world as it is for those that stay.
func settle(o oracle, done pathway.Progress) (c changed) {
	c = changed{oracle: o, fixed: slices.Concat(done.Done, done.Booked)}
	c.courses = slices.Clone(o.courses)
	for i := range c.courses {
		k := &c.courses[i]
		switch {
		case slices.Contains(done.Done, k.ID):
			*k = pathway.Course{ID: k.ID, Teaches: k.Teaches, Awards: k.Awards, Excludes: k.Excludes}
		case slices.Contains(done.Booked, k.ID):
			k.Settings, k.Mode = nil, 0
			past := func(day ksb.Date) bool { return day < o.options.Start }
			if !slices.ContainsFunc(k.Starts, func(day ksb.Date) bool { return !past(day) }) {
				k.Starts = nil // it runs already
			}
		}
		if slices.Contains(c.fixed, k.ID) {
			k.Excludes = slices.DeleteFunc(slices.Clone(k.Excludes), func(id string) bool { return slices.Contains(c.fixed, id) })
		}
	}
	c.options.Without = slices.DeleteFunc(slices.Clone(o.options.Without), func(id string) bool { return slices.Contains(c.fixed, id) })
	c.options.With = c.fixed
	c.oracle = c.renewing()
	return c
}

// inventNeed makes a world for a new need: another report, and whatever a question may say.
func inventNeed(t *testing.T, rng *rand.Rand) (o oracle, old *pathway.Plan, p *pathway.Planner) {
	t.Helper()
	if o = invent(rng); rng.IntN(2) == 0 {
		o = inventExpiry(rng)
	}
	p = planner(t, index(t, statements...), o.courses...)
	held, asked := o.report.Held, o.options
	old = plan(t, p, o.report, pathway.Options{})
	o.report = invent(rng).report
	o.report.Held.Credentials = held.Credentials
	o.options = asked
	o.options.With, o.options.AssumeUnmet = nil, false
	return o, old, p
}

func TestReplanAgreesWithEverySubset(t *testing.T) {
	t.Parallel()
	tried, renewed := replanAgrees(t, 12, 400, false)
	require.Greater(t, tried, 250)
	require.Greater(t, renewed, 100)
}

// With prices at which changes have to be counted first it is the same.
func TestReplanOfDearCoursesAgreesWithEverySubset(t *testing.T) {
	t.Parallel()
	tried, renewed := replanAgrees(t, 14, 200, true)
	require.Greater(t, tried, 120)
	require.Greater(t, renewed, 40)
}

// dearer multiplies all prices of a world, by as much as a planner takes.
func dearer(o oracle) oracle {
	pence, minutes := int64(1), int64(1)
	for _, c := range o.courses {
		pence, minutes = pence+c.CostPence, minutes+c.Minutes
	}
	times := min(1e15, (math.MaxInt64/4-minutes)/(pence*minutes))
	o.courses = slices.Clone(o.courses)
	for i := range o.courses {
		o.courses[i].CostPence *= times
		o.courses[i].FundingMaxPence *= times
	}
	if most := o.options.Limits.Pence; most != nil {
		o.options.Limits.Pence = ptr(*most * times)
	}
	if f := o.options.Funding; f != nil && f.PotPence != nil {
		more := *f
		more.PotPence, o.options.Funding = ptr(*f.PotPence*times), &more
	}
	return o
}

// replanAgrees compares new plans with what every set of courses would come to.
func replanAgrees(t *testing.T, seed uint64, worlds int, dear bool) (tried, renewed int) {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 2026))
	for i := range worlds {
		o, old, p := inventNeed(t, rng)
		if dear {
			o = dearer(o)
			p = planner(t, index(t, statements...), o.courses...)
		}
		var done pathway.Progress
		for _, s := range old.Steps {
			switch rng.IntN(4) {
			case 0:
				done.Done = append(done.Done, s.Course)
			case 1:
				done.Booked = append(done.Booked, s.Course)
			}
		}
		c := settle(o, done)
		if len(c.sets(func(string) bool { return true })) == 0 {
			continue // a booked course is stuck
		}
		tried++
		renewed += len(c.inForce)
		text := fmt.Sprintf("world %d: %+v\n%+v\n%+v %v %+v", i, o.courses, o.report, done, courses(old), o.options)
		got, err := p.Replan(context.Background(), o.report, old, done, o.options)
		require.NoError(t, err, text)
		require.True(t, got.Plan.Proved, text)
		ids := courses(got.Plan)
		slices.Sort(ids)
		oldIDs := courses(old)
		require.Contains(t, c.answers(oldIDs), fmt.Sprint(ids), text)
	}
	return tried, renewed
}
