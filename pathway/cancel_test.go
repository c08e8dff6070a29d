package pathway_test

import (
	"context"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// latecomer is a question that takes long where there are many courses.
type latecomer struct {
	name string
	ask  func(context.Context)
}

// latecomers are all questions of a planner, about one person and as many courses as given,
// a ninth of which begin on certain days alone where the question says when it starts.
func latecomers(tb testing.TB, gaps, offered int) []latecomer {
	ids, list, r := market(1, gaps, offered)
	for i := range list {
		list[i].CostPence, list[i].Minutes = list[i].CostPence/500, list[i].Minutes/60 // so that changes can be counted
		for k := 0; i%9 == 0 && k < 5; k++ {
			list[i].Starts = append(list[i].Starts, ksb.Date(738_000+(i*7+k*31)%300))
		}
	}
	p := planner(tb, index(tb, ids...), list...)
	half := *r
	half.Gaps = half.Gaps[:gaps/2]
	old, err := p.Plan(context.Background(), &half, pathway.Options{})
	require.NoError(tb, err)
	limited, dated := pathway.Options{Limits: pathway.Limits{Pence: ptr(old.CostPence)}}, pathway.Options{Start: 738_000}
	told := limited
	told.Nodes = 1 // it comes to telling why gaps are left
	full := pathway.Calendar{Start: 738_000, MinutesPerWeek: 60 * 12, Beside: 4}
	plan := func(o pathway.Options) func(context.Context) {
		return func(ctx context.Context) { _, _ = p.Plan(ctx, r, o) }
	}
	return []latecomer{
		{"plan", plan(pathway.Options{})},
		{"plan-limited", plan(limited)},
		{"plan-told", plan(told)},
		{"plan-dated", plan(dated)},
		{"plan-reuse", plan(pathway.Options{Reuse: true})},
		{"why", func(ctx context.Context) { _, _ = p.Why(ctx, r, pathway.Options{}, list[7].ID) }},
		{"frontier", func(ctx context.Context) {
			for range p.Frontier(ctx, r, pathway.Options{}) {
				break
			}
		}},
		{"timetable", func(ctx context.Context) { _, _ = p.Timetable(ctx, &half, old, pathway.Calendar{Start: 738_000}) }},
		{"timetable-full", func(ctx context.Context) { _, _ = p.Timetable(ctx, &half, old, full) }},
		{"paces", func(ctx context.Context) { _, _ = p.Paces(ctx, &half, old, full, 60) }},
		{"replan", func(ctx context.Context) {
			_, _ = p.Replan(ctx, r, old, pathway.Progress{Done: []string{old.Steps[0].Course}}, pathway.Options{})
		}},
	}
}

// tired is a context that ends once it has been asked so many times, and notes what was
// allocated by then.
type tired struct {
	context.Context
	asked, end int
	allocated  uint64
}

func (c *tired) Err() error {
	c.asked++
	if c.asked == c.end {
		c.allocated = allocated()
	}
	if c.asked >= c.end {
		return context.Canceled
	}
	return nil
}

func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// What is left to do once the context has ended is little, whenever it ends: no list of all
// courses is gone through with a question at every few, and no more is allocated than a few
// numbers a course. Time is not asserted; BenchmarkLate measures it. Not in parallel: what
// others allocate would count.
func TestLittleIsDoneAfterTheEnd(t *testing.T) {
	const gaps, offered, moments = 40, 6_000, 5
	for _, c := range latecomers(t, gaps, offered) {
		all := &tired{Context: context.Background(), end: 20_000}
		c.ask(all)
		asked := min(all.asked, all.end)
		if c.name != "timetable" { // which looks at the courses of the plan alone
			require.Greater(t, asked, 6*offered/256, c.name)
		}
		for k := range moments {
			ctx := &tired{Context: context.Background(), end: 1 + asked*k/moments}
			c.ask(ctx)
			if ctx.allocated == 0 {
				continue // it came to an end before
			}
			more := allocated() - ctx.allocated
			require.LessOrEqual(t, ctx.asked-ctx.end, 2*gaps+20, "%s, ended at question %d of %d", c.name, ctx.end, asked)
			require.LessOrEqual(t, more, uint64(40*offered+1<<18), "%s, ended at question %d of %d", c.name, ctx.end, asked)
		}
	}
}

// Wherever a question is cut short, what it answers holds: plans can be carried out, nothing
// is said to be proved that the whole answer does not say, and no reason is given that it does
// not give.
func TestCutAnywhere(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(41, 2026))
	ix := index(t, statements...)
	proved, open := 0, 0
	for range 150 {
		o := invent(rng)
		p, id := planner(t, ix, o.courses...), o.courses[rng.IntN(len(o.courses))].ID
		why, err := p.Why(context.Background(), o.report, o.options, id)
		require.NoError(t, err)
		var front []*pathway.Plan
		for made := range p.Frontier(context.Background(), o.report, o.options) {
			front = append(front, made)
		}
		for range 12 {
			ctx := func() context.Context {
				ctx := asked{context.Background(), new(atomic.Int64)}
				ctx.left.Store(rng.Int64N(1 + rng.Int64N(400)))
				return ctx
			}
			cut, err := p.Why(ctx(), o.report, o.options, id)
			require.NoError(t, err)
			requireWithin(t, why, cut)
			if cut.Proved {
				proved++
			} else {
				open++
			}
			var some []*pathway.Plan
			for made, err := range p.Frontier(ctx(), o.report, o.options) {
				if err != nil {
					require.ErrorIs(t, err, pathway.ErrUnfinished)
					break
				}
				requireCarriedOut(t, o, made)
				some = append(some, made)
			}
			require.True(t, len(some) <= len(front) || !some[len(some)-1].Proved)
		}
	}
	require.Greater(t, proved, 50)
	require.Greater(t, open, 500)
}

// requireWithin requires that an answer cut short says nothing that the whole one does not.
func requireWithin(t *testing.T, whole, cut *pathway.Why) {
	t.Helper()
	if cut.Proved {
		require.Equal(t, []any{whole.Best, whole.Other}, []any{cut.Best, cut.Other})
	}
	for _, r := range cut.Because {
		if slices.Contains([]string{pathway.NotAllowed, pathway.CannotBegin, pathway.DoesNotFit}, r.Code) {
			require.Contains(t, whole.Because, r)
		}
	}
}

// requireCarriedOut requires that the steps of a plan can be carried out, within the limits.
func requireCarriedOut(t *testing.T, o oracle, made *pathway.Plan) bill {
	t.Helper()
	set := uint(0)
	for _, s := range made.Steps {
		set |= 1 << slices.IndexFunc(o.courses, func(c pathway.Course) bool { return c.ID == s.Course })
	}
	b, good := o.live(set)
	require.True(t, good, "%+v\n%+v\n%+v", o.courses, o.options, made)
	return b
}

// A plan that is cut short keeps to the limit of weeks: what ends too late is no part of it,
// even if there was no time to find out that it is of no use.
func TestCutShortKeepsToTheWeeks(t *testing.T) {
	t.Parallel()
	p := planner(t, index(t, "S1", "S2"),
		course("now", 5), course("late", 0, lasting(2, 10), func(c *pathway.Course) { c.Starts = []ksb.Date{738_090} }))
	for k := range int64(150) {
		ctx := asked{context.Background(), new(atomic.Int64)}
		ctx.left.Store(k)
		made, err := p.Plan(ctx, report(develop("S1", 2)), pathway.Options{Start: 738_000, Limits: pathway.Limits{Weeks: ptr(2)}})
		require.NoError(t, err)
		require.LessOrEqual(t, made.Weeks, 2, "cut at question %d", k)
	}
}

// A new plan that is cut short still tells what becomes of each course.
func TestReplanCutAnywhere(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(43, 2026))
	kept := 0
	for range 100 {
		o, old, p := inventNeed(t, rng)
		whole, err := p.Replan(context.Background(), o.report, old, pathway.Progress{}, o.options)
		require.NoError(t, err)
		atOnce, err := p.Replan(ended(), o.report, old, pathway.Progress{}, o.options)
		require.NoError(t, err)
		least := requireCarriedOut(t, o, atOnce.Plan)
		if least.closed != [3]int64{} {
			kept++
		}
		for range 12 {
			ctx := asked{context.Background(), new(atomic.Int64)}
			ctx.left.Store(rng.Int64N(1 + rng.Int64N(300)))
			cut, err := p.Replan(ctx, o.report, old, pathway.Progress{}, o.options)
			require.NoError(t, err)
			b := requireCarriedOut(t, o, cut.Plan)
			require.True(t, o.options.Start > 0 || slices.Compare(b.closed[:], least.closed[:]) >= 0, "what is left of the old plan is there without any search")
			if cut.Plan.Proved {
				require.Equal(t, courses(whole.Plan), courses(cut.Plan))
			}
			for _, s := range cut.Plan.Steps {
				require.True(t, slices.ContainsFunc(cut.Changes, func(c pathway.Change) bool { return c.Course == s.Course && c.Change != pathway.Dropped }))
			}
		}
	}
	require.Greater(t, kept, 5)
}

// ended is a context that has ended.
func ended() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	return ctx
}

// Where there is no time at all, what the old plan still closes is kept, and what it holds
// besides is not; a plan over the new budget is none.
func TestReplanAtOnce(t *testing.T) {
	t.Parallel()
	p := planner(t, index(t, "S1", "S2", "S3"), course("one", 5), course("two", 7, giving("S2", 2)))
	old := plan(t, p, report(develop("S1", 2), develop("S2", 2)), pathway.Options{})
	for _, c := range []struct {
		why    string
		limits pathway.Limits
		want   []string
	}{
		{"one closes what is open still", pathway.Limits{}, []string{"one"}},
		{"it costs 5", pathway.Limits{Pence: ptr(int64(4))}, []string{}},
	} {
		made, err := p.Replan(ended(), report(develop("S1", 2), develop("S3", 2)), old, pathway.Progress{}, pathway.Options{Limits: c.limits})
		require.NoError(t, err)
		require.Equal(t, c.want, courses(made.Plan), c.why)
		require.False(t, made.Plan.Proved)
	}
}

// The longer a question may take, the more its answer closes: what was found is not lost again.
func TestLaterIsNoWorse(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(44, 2026))
	cut := 0
	for range 150 {
		o := invent(rng)
		o.options.Start = 0 // what is best without days may be late for most
		p := planner(t, index(t, statements...), o.courses...)
		var last [3]int64
		for k := int64(0); k < 400; k += 1 + k/8 {
			ctx := asked{context.Background(), new(atomic.Int64)}
			ctx.left.Store(k)
			made, err := p.Plan(ctx, o.report, o.options)
			require.NoError(t, err)
			b := requireCarriedOut(t, o, made)
			require.GreaterOrEqual(t, slices.Compare(b.closed[:], last[:]), 0, "cut at question %d: %v after %v\n%+v\n%+v\n%+v", k, b.closed, last, o.courses, o.report, o.options)
			if last = b.closed; !made.Proved {
				cut++
			}
		}
	}
	require.Greater(t, cut, 500)
}
