package pathway_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// oracle finds the best plan by trying every set of courses, week by week. It reads the
// catalogue and the report as they are and shares nothing with the planner.
type oracle struct {
	courses []pathway.Course
	report  *assess.Report
	options pathway.Options
	inForce map[ksb.CredentialID]ksb.Date // last days of credentials: what needs one later waits for what awards it again
}

// bill is what a set of courses comes to.
type bill struct {
	IDs            []string
	Pence, Minutes int64
	Funded         int64
	Weeks          int
	Starts         map[string]int
	closed         [3]int64 // courses asked for, importance of critical goals and of others, in millionths
	all            []ksb.StatementID
}

func (o oracle) goals() (goals []assess.Gap) {
	for _, g := range o.report.Gaps {
		looked := g.Action == assess.Develop || g.Action == assess.Renew
		unlooked := g.Action == assess.Assess || g.Action == assess.Moderate
		if looked || unlooked && o.options.AssumeUnmet {
			goals = append(goals, g)
		}
	}
	return goals
}

// world is what is true of the person in one week.
type world struct {
	levels      map[ksb.StatementID]ksb.Level
	credentials map[ksb.CredentialID]bool
	awarded     map[ksb.CredentialID]bool
	done        map[string]bool
}

func (o oracle) start() world {
	w := world{map[ksb.StatementID]ksb.Level{}, map[ksb.CredentialID]bool{}, map[ksb.CredentialID]bool{}, map[string]bool{}}
	for _, held := range o.report.Held.Levels {
		w.levels[held.Statement] = max(w.levels[held.Statement], held.Level)
	}
	for _, g := range o.goals() {
		w.levels[g.Statement] = min(w.levels[g.Statement], g.Level-1)
	}
	for _, id := range o.report.Held.Credentials {
		w.credentials[id] = true
	}
	return w
}

func (w world) allows(c pathway.Course) bool {
	for _, a := range c.Requires {
		if w.levels[a.Statement] < a.Level {
			return false
		}
	}
	for _, id := range c.Needs {
		if !w.credentials[id] {
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

func (w world) finish(c pathway.Course) {
	for _, a := range c.Teaches {
		w.levels[a.Statement] = max(w.levels[a.Statement], a.Level)
	}
	for _, id := range c.Awards {
		w.credentials[id], w.awarded[id] = true, true
	}
	w.done[c.ID] = true
}

// live lives through the set week by week; false: some of it can never begin, or it
// breaks a limit.
func (o oracle) live(set uint) (b bill, ok bool) {
	b = bill{IDs: []string{}, Starts: map[string]int{}}
	w := o.start()
	total, last := 0, 0
	for i, c := range o.courses {
		if set>>i&1 == 1 {
			b.IDs = append(b.IDs, c.ID)
			b.Minutes += c.Minutes
			pence, funded := o.pays(c)
			b.Pence, b.Funded = b.Pence+pence, b.Funded+funded
			total += c.Weeks
			for _, day := range c.Starts {
				if o.options.Start > 0 {
					last = max(last, int(day-o.options.Start)/7)
				}
			}
		}
	}
	total += last
	finished := 0
	for week := 0; week <= total && finished < len(b.IDs); week++ {
		for changed := true; changed; { // courses of no length may follow each other within a week
			changed = false
			for i, c := range o.courses {
				begun, running := b.Starts[c.ID]
				switch {
				case set>>i&1 == 0 || w.done[c.ID]:
				case running && begun+c.Weeks == week:
					w.finish(c)
					finished++
					changed = true
				case !running && w.allows(c) && o.canBegin(c, week) && o.valid(w, c, week):
					b.Starts[c.ID] = week
					b.Weeks = max(b.Weeks, week+c.Weeks)
					changed = true
				}
			}
		}
	}
	for _, g := range o.goals() {
		if w.levels[g.Statement] >= g.Level {
			tier := 2
			if g.Critical {
				tier = 1
			}
			b.closed[tier] += int64(math.Round(g.Importance * 1e6))
			b.all = append(b.all, g.Statement)
		}
	}
	slices.Sort(b.IDs)
	for i, id := range o.options.With {
		if slices.Contains(b.IDs, id) && !slices.Contains(o.options.With[:i], id) {
			b.closed[0]++
		}
	}
	l := o.options.Limits
	if f := o.options.Funding; f != nil && f.PotPence != nil && b.Funded > *f.PotPence {
		return b, false
	}
	fits := (l.Pence == nil || b.Pence <= *l.Pence) && (l.Minutes == nil || b.Minutes <= *l.Minutes) && (l.Weeks == nil || b.Weeks <= *l.Weeks)
	return b, fits && len(b.Starts) == len(b.IDs) && !o.clash(b.IDs)
}

// pays is what the employer and what funding pays.
func (o oracle) pays(c pathway.Course) (employer, funded int64) {
	if c.Provided {
		return 0, 0
	}
	if f := o.options.Funding; f != nil {
		funded = int64(math.Floor(float64(min(c.CostPence, c.FundingMaxPence)) * float64(10_000-f.ShareBasisPoints) / 10_000))
	}
	return c.CostPence - funded, funded
}

// canBegin tells whether the question lets a course begin in a week.
func (o oracle) canBegin(c pathway.Course, week int) bool {
	q := o.options
	if slices.Contains(q.Without, c.ID) || c.Mode != 0 && slices.Contains(q.NotModes, c.Mode) {
		return false
	}
	if q.Setting != "" && len(c.Settings) > 0 && !slices.Contains(c.Settings, q.Setting) {
		return false
	}
	if q.Start == 0 || len(c.Starts) == 0 {
		return true
	}
	first := q.Start.AddDays(7 * week)
	return slices.ContainsFunc(c.Starts, func(day ksb.Date) bool { return first <= day && day < first.AddDays(7) })
}

// valid tells whether what a course needs is in force on the day on which it begins.
func (o oracle) valid(w world, c pathway.Course, week int) bool {
	return !slices.ContainsFunc(c.Needs, func(id ksb.CredentialID) bool {
		until, runsOut := o.inForce[id]
		return runsOut && !w.awarded[id] && o.firstDay(c, week) > until
	})
}

// firstDay is that of a course that begins in a week.
func (o oracle) firstDay(c pathway.Course, week int) ksb.Date {
	first := o.options.Start.AddDays(7 * week)
	for day := first; day < first.AddDays(7); day++ {
		if slices.Contains(c.Starts, day) {
			return day
		}
	}
	return first
}

func (o oracle) clash(ids []string) bool {
	return slices.ContainsFunc(o.courses, func(c pathway.Course) bool {
		return slices.Contains(ids, c.ID) && slices.ContainsFunc(c.Excludes, func(id string) bool { return slices.Contains(ids, id) })
	})
}

func (o oracle) best() (best bill) {
	sets := uint(1) << len(o.courses)
	bills, good := make([]bill, sets), make([]bool, sets)
	most := [3]int64{-1}
	for set := range sets {
		if bills[set], good[set] = o.live(set); good[set] {
			if slices.Compare(bills[set].closed[:], most[:]) > 0 {
				most = bills[set].closed
			}
		}
	}
	for set := range sets {
		good[set] = good[set] && bills[set].closed == most
	}
	first := true
	for set := range sets {
		if good[set] && !partIsGood(good, set) && (first || cheaper(bills[set], best)) {
			best, first = bills[set], false
		}
	}
	return best
}

func partIsGood(good []bool, set uint) bool {
	for part := set; part > 0; {
		part = (part - 1) & set
		if good[part] {
			return true
		}
	}
	return false
}

func cheaper(a, b bill) bool {
	for _, key := range [][2]int64{{a.Pence, b.Pence}, {a.Minutes, b.Minutes}, {int64(a.Weeks), int64(b.Weeks)}} {
		if key[0] != key[1] {
			return key[0] < key[1]
		}
	}
	return slices.Compare(a.IDs, b.IDs) < 0
}

func TestPlanAgreesWithEverySubset(t *testing.T) {
	t.Parallel()
	ix := index(t, statements...)
	rng := rand.New(rand.NewPCG(3, 2026))
	for i := range 1_500 {
		o := invent(rng)
		want := o.best()
		shuffled := slices.Clone(o.courses)
		rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		got := plan(t, planner(t, ix, shuffled...), o.report, o.options)
		text := fmt.Sprintf("world %d: %+v\n%+v\n%+v", i, o.courses, o.report, o.options)
		require.True(t, got.Proved, text)
		starts := map[string]int{}
		var closed []ksb.StatementID
		for _, s := range got.Steps {
			starts[s.Course] = s.StartWeek
			closed = append(closed, s.Closes...)
			if !slices.Contains(o.options.With, s.Course) {
				require.NotContains(t, []string{pathway.Takes, pathway.AwardsCredential}, s.Because[0].Code, text)
			}
		}
		ids := courses(got)
		slices.Sort(ids)
		require.Empty(t, cmp.Diff(want.IDs, ids), text)
		require.Empty(t, cmp.Diff(want.Starts, starts), text)
		require.Equal(t, []int64{want.Pence, want.Funded, want.Minutes, int64(want.Weeks)}, []int64{got.CostPence, got.FundedPence, got.Minutes, int64(got.Weeks)}, text)
		slices.Sort(closed)
		slices.Sort(want.all)
		require.Empty(t, cmp.Diff(want.all, closed), text)
		if got.BoundShare != nil {
			require.InDelta(t, o.share(want), *got.BoundShare, 1e-9, text)
		}
		audit(t, o, got, text)
		if i%4 == 0 {
			auditConditional(t, o, got, text)
		}
	}
}

// audit checks what must hold of every plan, whatever is best.
func audit(t *testing.T, o oracle, p *pathway.Plan, text string) {
	t.Helper()
	w := o.start()
	byID := map[string]pathway.Course{}
	for _, c := range o.courses {
		byID[c.ID] = c
	}
	for _, s := range p.Steps {
		require.True(t, w.allows(byID[s.Course]), "step %s out of order: %s", s.Course, text)
		w.finish(byID[s.Course])
	}
	actions := 0
	for _, g := range o.report.Gaps {
		if g.Action != assess.None {
			actions++
		}
	}
	closed := 0
	for _, s := range p.Steps {
		closed += len(s.Closes)
	}
	require.Equal(t, actions, closed+len(p.Left), text)
}

func auditConditional(t *testing.T, o oracle, p *pathway.Plan, text string) {
	t.Helper()
	unlimited := o
	unlimited.options.AssumeUnmet, unlimited.options.Limits = true, pathway.Limits{}
	if f := o.options.Funding; f != nil {
		unlimited.options.Funding = &pathway.Funding{ShareBasisPoints: f.ShareBasisPoints}
	}
	want := unlimited.best()
	require.Empty(t, cmp.Diff(pathway.Conditional{CostPence: want.Pence, FundedPence: want.Funded, Minutes: want.Minutes, Weeks: want.Weeks, Courses: want.IDs}, p.Conditional), text)
}

// asked is a context that ends once it has been asked so many times whether it has.
type asked struct {
	context.Context
	left *atomic.Int64
}

func (a asked) Err() error {
	if a.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// A context that has ended before anything was done, or that ends anywhere in between.
func TestEndedContextGivesAnHonestPlan(t *testing.T) {
	t.Parallel()
	ix := index(t, statements...)
	rng := rand.New(rand.NewPCG(4, 2026))
	for i := range 2_000 {
		o := invent(rng)
		ctx := asked{context.Background(), new(atomic.Int64)}
		if i >= 1_000 {
			ctx.left.Store(rng.Int64N(120))
		}
		got, err := planner(t, ix, o.courses...).Plan(ctx, o.report, o.options)
		require.NoError(t, err)
		text := fmt.Sprintf("world %d: %+v\n%+v\n%+v", i, o.courses, o.report, o.options)
		set, starts := uint(0), map[string]int{}
		for _, s := range got.Steps {
			set |= 1 << slices.IndexFunc(o.courses, func(c pathway.Course) bool { return c.ID == s.Course })
			starts[s.Course] = s.StartWeek
		}
		lived, good := o.live(set)
		require.True(t, good, text)
		require.Empty(t, cmp.Diff(lived.Starts, starts), text)
		want := o.best()
		require.False(t, got.Proved && i < 1_000)
		if got.BoundPence != nil {
			require.LessOrEqual(t, *got.BoundPence, got.CostPence, text)
			require.LessOrEqual(t, *got.BoundPence, want.Pence, text)
		}
		if got.BoundShare != nil {
			require.LessOrEqual(t, o.share(want), *got.BoundShare+1e-9, text)
			require.LessOrEqual(t, o.share(lived), *got.BoundShare+1e-9, text)
		}
	}
}

// share is what part of the importance of all goals is closed.
func (o oracle) share(b bill) float64 {
	total := 0.0
	for _, g := range o.goals() {
		total += g.Importance * 1e6
	}
	if total == 0 {
		return 1
	}
	return float64(b.closed[1]+b.closed[2]) / total
}
