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

// wardCourses: one course serves two roles, and one costs less for one role alone.
func wardCourses() []pathway.Course {
	return []pathway.Course{
		course("both", 900, giving("S2", 3), lasting(4, 60)),
		course("first", 500, giving("S2", 2), lasting(1, 60)),
		course("theory", 300, awarding("degree"), giving("K2", 2), alsoGiving("K1", 2), lasting(6, 60)),
	}
}

func alsoGiving(id ksb.StatementID, level ksb.Level) func(*pathway.Course) {
	return func(c *pathway.Course) { c.Teaches = append(c.Teaches, teaches(id, level)...) }
}

func codesOf(list []pathway.Asked) (codes []string) {
	for _, a := range list {
		codes = append(codes, a.Code)
	}
	return codes
}

// TestWhatIsLearnedCountsOnTheNextHop: the senior's course alone would be the cheaper
// one; for both roles together the dearer course is the cheaper way, and it is taken
// once, on the first hop.
func TestWhatIsLearnedCountsOnTheNextHop(t *testing.T) {
	t.Parallel()
	_, a := wardAtlas(t, pathway.AtlasOptions{}, wardCourses()...)
	holder, err := a.Holder("support")
	require.NoError(t, err)
	alone, err := holder.Routes(t.Context(), "senior", pathway.RouteOptions{})
	require.NoError(t, err)
	require.Equal(t, "first", alone.Routes[0].Hops[0].Steps[0].Course)

	r, err := holder.Routes(t.Context(), "practitioner", pathway.RouteOptions{})
	require.NoError(t, err)
	require.True(t, r.Proved)
	require.Len(t, r.Routes, 1, "nothing leads there but by way of the senior")
	senior, practitioner := r.Routes[0].Hops[0], r.Routes[0].Hops[1]
	require.Equal(t, []string{"both", "theory"}, []string{senior.Steps[0].Course, senior.Steps[1].Course})
	require.Empty(t, practitioner.Steps, "everything has been learned for the senior")
	require.Equal(t, pathway.Totals{CostPence: 1200, Minutes: 120, Weeks: 6, Left: 1}, r.Routes[0].Totals,
		"nobody teaches B1 to 3, which both roles ask for: that is one gap")
}

func TestWhatCarriesOver(t *testing.T) {
	t.Parallel()
	_, a := wardAtlas(t, pathway.AtlasOptions{}, wardCourses()...)
	holder, err := a.Holder("support")
	require.NoError(t, err)
	r, err := holder.Routes(t.Context(), "practitioner", pathway.RouteOptions{})
	require.NoError(t, err)
	senior, practitioner := r.Routes[0].Hops[0], r.Routes[0].Hops[1]
	require.Equal(t, []string{"S1"}, codesOf(senior.Shown), "the role that is held asks for it at that level")
	require.Empty(t, senior.Built)
	require.Equal(t, []string{"B1", "K1", "S2"}, codesOf(senior.New), "a higher level is newly asked")
	require.Equal(t, []string{"B1", "K1"}, codesOf(practitioner.Built), "the senior asked for it")
	require.Equal(t, []string{"K2", "S2"}, codesOf(practitioner.New), "S2 at a higher level than the senior's")
	require.Equal(t, "degree", string(practitioner.Gates[0].Gate))
	require.Equal(t, []pathway.LinkKind{pathway.PublishedLink, pathway.ComputedLink}, []pathway.LinkKind{practitioner.Links[0].Kind, practitioner.Links[1].Kind})
	require.InDelta(t, 4./7, practitioner.Cover, 1e-12)
}

func TestFilters(t *testing.T) {
	t.Parallel()
	courses := wardCourses()
	courses[0].Settings = []string{"hospital"}
	_, a := wardAtlas(t, pathway.AtlasOptions{}, courses...)
	yes, no := true, false
	for _, c := range []struct {
		why   string
		o     pathway.RouteOptions
		found int
	}{
		{"no filter", pathway.RouteOptions{}, 1},
		{"a level on the way that is too low", pathway.RouteOptions{LeastQual: 4}, 0},
		{"the target itself may be of any level", pathway.RouteOptions{MostQual: 3}, 1},
		{"only regulated roles on the way", pathway.RouteOptions{Regulated: &yes}, 0},
		{"no regulated role on the way", pathway.RouteOptions{Regulated: &no}, 1},
		{"one role only", pathway.RouteOptions{MostHops: 1}, 0},
		{"a month is enough for four weeks and not for six", pathway.RouteOptions{MostMonths: 1}, 0},
		{"two months are", pathway.RouteOptions{MostMonths: 2}, 1},
		{"published links alone", pathway.RouteOptions{PublishedOnly: true}, 1},
	} {
		holder, err := a.Holder("support")
		require.NoError(t, err)
		r, err := holder.Routes(t.Context(), "practitioner", c.o)
		require.NoError(t, err)
		require.Len(t, r.Routes, c.found, c.why)
		require.True(t, r.Proved, c.why)
	}
	holder, err := a.Holder("support")
	require.NoError(t, err)
	r, err := holder.Routes(t.Context(), "senior", pathway.RouteOptions{Setting: "practice"})
	require.NoError(t, err)
	require.Equal(t, "first", r.Routes[0].Hops[0].Steps[0].Course)
	r, err = holder.Routes(t.Context(), "practitioner", pathway.RouteOptions{Setting: "practice"})
	require.NoError(t, err)
	require.Equal(t, "theory", r.Routes[0].Hops[0].Steps[1].Course, "the course that is for hospitals only is left out")
	require.Equal(t, pathway.NoCourse, r.Routes[0].Hops[1].Left[0].Reason)
}

func TestRouteMisuse(t *testing.T) {
	t.Parallel()
	ix, a := wardAtlas(t, pathway.AtlasOptions{})
	_, err := a.Holder("astronaut")
	require.ErrorIs(t, err, ksb.ErrUnknownRole)
	e, err := assess.New(ix, assess.DefaultPolicy())
	require.NoError(t, err)
	p := e.Profile(assess.Worker{ID: "w"}, 738_000)
	_, err = a.Person(e, p, "astronaut")
	require.ErrorIs(t, err, ksb.ErrUnknownRole)
	other, err := assess.New(ix, assess.DefaultPolicy())
	require.NoError(t, err)
	_, err = a.Person(other, p, "")
	require.ErrorIs(t, err, assess.ErrOtherEngine)
	person, err := a.Person(e, p, "support")
	require.NoError(t, err)
	_, err = person.Routes(t.Context(), "astronaut", pathway.RouteOptions{})
	require.ErrorIs(t, err, ksb.ErrUnknownRole)
	_, err = person.Routes(t.Context(), "senior", pathway.RouteOptions{Objectives: []pathway.Objective{"joy"}})
	require.ErrorIs(t, err, ksb.ErrValue)
	_, err = person.Within(t.Context(), -1, pathway.RouteOptions{})
	require.ErrorIs(t, err, ksb.ErrValue)
	_, err = person.UnlockedByCourse("no-such", pathway.RouteOptions{})
	require.ErrorIs(t, err, pathway.ErrUnknownCourse)
	r, err := person.Routes(t.Context(), "support", pathway.RouteOptions{})
	require.NoError(t, err)
	require.Empty(t, r.Routes, "the person is there already: nothing leads from a role to itself")
}

// shown is a person who has shown some statements at some levels.
func shown(t testing.TB, ix *ksb.Index, a *pathway.Atlas, in ksb.RoleID, credentials []assess.Credential, levels map[ksb.StatementID]float64) *pathway.Traveller {
	t.Helper()
	w := assess.Worker{Format: assess.WorkerFormat, ID: "w", Credentials: credentials}
	for _, id := range []ksb.StatementID{"K1", "K2", "S1", "S2", "S3", "B1"} {
		if level, known := levels[id]; known {
			w.Evidence = append(w.Evidence, seen(id, level)...)
		}
	}
	e, err := assess.New(ix, assess.DefaultPolicy())
	require.NoError(t, err)
	p, err := a.Person(e, e.Profile(w, 738_000), in)
	require.NoError(t, err)
	return p
}

func TestWhereAPersonCanBegin(t *testing.T) {
	t.Parallel()
	ix, a := wardAtlas(t, pathway.AtlasOptions{}, wardCourses()...)
	new := shown(t, ix, a, "", nil, nil)
	r, err := new.Routes(t.Context(), "senior", pathway.RouteOptions{})
	require.NoError(t, err)
	require.Equal(t, []ksb.RoleID{"support", "senior"}, told(r.Routes[0]).Roles, "careers begin with support")
	require.Equal(t, pathway.StartEntry, r.Routes[0].Hops[0].Start)
	require.Len(t, r.Routes[0].Hops[0].AssessFirst, 3, "nobody has looked at anything, so nothing is bought")
	require.Zero(t, r.Routes[0].CostPence)

	able := shown(t, ix, a, "", nil, map[ksb.StatementID]float64{"K1": 3, "S1": 3, "S2": 1})
	r, err = able.Routes(t.Context(), "senior", pathway.RouteOptions{Objectives: []pathway.Objective{pathway.LeastHops}})
	require.NoError(t, err)
	require.Equal(t, []ksb.RoleID{"senior"}, told(r.Routes[0]).Roles)
	require.Equal(t, pathway.StartCovered, r.Routes[0].Hops[0].Start)
	require.InDelta(t, (2+2+1)/6., r.Routes[0].Hops[0].Cover, 1e-12)
}

func TestWithin(t *testing.T) {
	t.Parallel()
	ix, a := wardAtlas(t, pathway.AtlasOptions{}, wardCourses()...)
	person := shown(t, ix, a, "", nil, map[ksb.StatementID]float64{"K1": 3, "S1": 3, "B1": 3, "S2": 0, "K2": 0})
	for _, c := range []struct {
		weeks int
		want  []string
		why   string
	}{
		{0, []string{"support now", "manager 0 weeks, 1 to look at"}, "the manager asks for something that nobody has looked at"},
		{3, []string{"support now", "senior 1 weeks, 0 to look at", "manager 0 weeks, 1 to look at"}, ""},
		{6, []string{"support now", "senior 1 weeks, 0 to look at", "practitioner 6 weeks, 0 to look at", "manager 0 weeks, 1 to look at"}, ""},
	} {
		list, err := person.Within(t.Context(), c.weeks, pathway.RouteOptions{})
		require.NoError(t, err)
		var got []string
		for _, r := range list {
			text := fmt.Sprintf("%s %d weeks, %d to look at", r.Role, r.Weeks, r.Unknown)
			if r.Now {
				text = string(r.Role) + " now"
			}
			got = append(got, text)
		}
		require.Equal(t, c.want, got, c.why)
	}
	list, err := person.Within(t.Context(), 52, pathway.RouteOptions{})
	require.NoError(t, err)
	require.Equal(t, []ksb.GateID{"degree"}, list[2].Shut)
	require.Equal(t, int64(1200), list[2].CostPence)
}

func TestUnlocks(t *testing.T) {
	t.Parallel()
	ix, a := wardAtlas(t, pathway.AtlasOptions{}, wardCourses()...)
	levels := map[ksb.StatementID]float64{"K1": 3, "S1": 3, "B1": 3, "S2": 0, "K2": 0}
	person := shown(t, ix, a, "", nil, levels)
	for _, c := range []struct {
		why  string
		ask  func() ([]pathway.Unlock, error)
		want []string
	}{
		{"the degree opens a gate; gaps remain", func() ([]pathway.Unlock, error) { return person.UnlockedByCredential("degree", pathway.RouteOptions{}) }, []string{"practitioner [degree] [] false"}},
		{"a credential that no gate names", func() ([]pathway.Unlock, error) { return person.UnlockedByCredential("diving", pathway.RouteOptions{}) }, nil},
		{"a course that closes the last gap of a role", func() ([]pathway.Unlock, error) { return person.UnlockedByCourse("first", pathway.RouteOptions{}) }, []string{"senior [] [S2] true"}},
		{"a course that awards what a gate asks", func() ([]pathway.Unlock, error) { return person.UnlockedByCourse("theory", pathway.RouteOptions{}) }, []string{"practitioner [degree] [K2] false"}},
	} {
		list, err := c.ask()
		require.NoError(t, err)
		var got []string
		for _, u := range list {
			got = append(got, fmt.Sprint(u.Role, " ", u.Opens, " ", u.Closes, " ", u.Whole))
		}
		require.Equal(t, c.want, got, c.why)
	}
}

// TestNothingMoreLengthensARoute: another credential, or another piece that says at
// least so much, never makes the best route dearer, longer or further from closing gaps.
func TestNothingMoreLengthensARoute(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(31, 2026))
	better := 0
	for i := range 400 {
		l := explore(rng)
		l.options.MostMonths = 0
		for j := range l.courses {
			l.courses[j].Excludes = nil
		}
		to := l.framework.Roles[rng.IntN(len(l.framework.Roles))].ID
		best := func(o pathway.Objective) (int64, int64, bool) {
			l.options.Objectives = []pathway.Objective{o}
			r, err := l.settle(t).person(t).Routes(t.Context(), to, l.options)
			require.NoError(t, err)
			if len(r.Routes) == 0 {
				return 0, 0, false
			}
			k := told(r.Routes[0])
			return k.Left, k.of(o), true
		}
		for _, o := range []pathway.Objective{pathway.LeastPence, pathway.LeastHops, pathway.LeastAsked} {
			left, value, found := best(o)
			was := l.worker
			if rng.IntN(2) == 0 {
				l.worker.Credentials = append(slices.Clone(was.Credentials), assess.Credential{ID: "x"})
			} else {
				level := float64(1 + rng.IntN(3))
				id := skill(rng.IntN(landSteps))
				l.worker.Evidence = append(slices.Clone(was.Evidence), assess.Evidence{
					ID: "more", Statements: []assess.StatementRef{{ID: string(id)}}, Kind: assess.Certificate, Mode: assess.AtLeast, Level: &level, By: "d", At: 738_000,
				})
			}
			newLeft, newValue, stillFound := best(o)
			require.True(t, stillFound || !found)
			if found {
				require.True(t, newLeft < left || newLeft == left && newValue <= value, "land %d, by %s: %d %d became %d %d\n%+v", i, o, left, value, newLeft, newValue, l)
				if newLeft < left || newValue < value {
					better++
				}
			}
			l.worker = was
		}
	}
	require.Greater(t, better, 20)
}

// TestAnotherCourseNeverMakesRoutesDearer: nor leaves more open.
func TestAnotherCourseNeverMakesRoutesDearer(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(32, 2026))
	for range 300 {
		l := explore(rng)
		l.options.MostMonths, l.options.Objectives = 0, nil
		to := l.framework.Roles[rng.IntN(len(l.framework.Roles))].ID
		all := l.courses
		with, err := l.settle(t).person(t).Routes(t.Context(), to, l.options)
		require.NoError(t, err)
		gone := all[len(all)-1].ID
		l.courses = slices.Clone(all[:len(all)-1])
		without, err := l.settle(t).person(t).Routes(t.Context(), to, l.options)
		require.NoError(t, err)
		for i := range without.Routes {
			w, o := with.Routes[i], without.Routes[i]
			require.True(t, w.Left < o.Left || w.Left == o.Left && w.CostPence <= o.CostPence, "without %s: %+v", gone, l)
		}
	}
}

// TestSearchCutShort: an answer all the same, and it says that it is not proved.
func TestSearchCutShort(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(33, 2026))
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	cut := 0
	for range 300 {
		l := explore(rng).settle(t)
		to := l.framework.Roles[rng.IntN(len(l.framework.Roles))].ID
		best, err := l.person(t).Routes(t.Context(), to, l.options)
		require.NoError(t, err)
		o := l.options
		o.Solves = 1
		for _, ctx := range []context.Context{t.Context(), ended} {
			r, err := l.person(t).Routes(ctx, to, o)
			require.NoError(t, err)
			require.LessOrEqual(t, len(r.Routes), len(best.Routes))
			if r.Proved && ctx.Err() == nil {
				require.Empty(t, cmp.Diff(best, r))
			}
			if !r.Proved {
				cut++
			}
		}
	}
	require.Greater(t, cut, 50)
}

// TestOrderOfTheFrameworkDoesNotMatter: nor does the order of courses or evidence.
func TestOrderOfTheFrameworkDoesNotMatter(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(34, 2026))
	for range 60 {
		l := explore(rng)
		to := l.framework.Roles[0].ID
		want, err := l.settle(t).person(t).Routes(t.Context(), to, l.options)
		require.NoError(t, err)
		shuffle(rng, l.framework.Roles)
		shuffle(rng, l.framework.Statements)
		shuffle(rng, l.framework.Related)
		l.courses = slices.Clone(l.courses)
		shuffle(rng, l.courses)
		shuffle(rng, l.worker.Evidence)
		got, err := l.settle(t).person(t).Routes(t.Context(), to, l.options)
		require.NoError(t, err)
		require.Empty(t, cmp.Diff(want, got))
	}
}

func shuffle[T any](rng *rand.Rand, list []T) {
	rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

// TestFrontierWhereCoursesExcludeEachOther: the longer route leaves a gap open, since two
// courses exclude each other, and for that costs less. Neither route outdoes the other.
func TestFrontierWhereCoursesExcludeEachOther(t *testing.T) {
	t.Parallel()
	f := ksb.Framework{
		Statements: []ksb.Statement{{ID: "a", Kind: ksb.Skill, Text: "does a"}, {ID: "t", Kind: ksb.Skill, Text: "does t"}, {ID: "z", Kind: ksb.Skill, Text: "does z"}},
		Roles: []ksb.Role{
			{ID: "here", Title: "Here", Requirements: []ksb.Requirement{{Statement: "z"}}},
			{ID: "between", Title: "Between", Requirements: []ksb.Requirement{{Statement: "a"}}},
			{ID: "there", Title: "There", Requirements: []ksb.Requirement{{Statement: "t"}}},
		},
		Related: []ksb.RoleLink{{From: "here", To: "there", Relation: "progression"}, {From: "here", To: "between", Relation: "progression"}, {From: "between", To: "there", Relation: "progression"}},
	}
	ix, problems := ksb.Compile(f)
	require.NoError(t, problems.Err())
	a := pathway.NewAtlas(ix, planner(t, ix, course("for-a", 5, giving("a", 1)), course("for-t", 100, giving("t", 1), excluding("for-a"))), pathway.AtlasOptions{}, f)
	holder, err := a.Holder("here")
	require.NoError(t, err)
	r, err := holder.Frontier(t.Context(), "there", pathway.RouteOptions{K: 1, Objectives: []pathway.Objective{pathway.LeastPence, pathway.LeastHops}})
	require.NoError(t, err)
	require.True(t, r.Proved)
	var got []trek
	for _, route := range r.Routes {
		got = append(got, told(route))
	}
	want := []trek{
		{Roles: []ksb.RoleID{"there"}, Pence: 100, Minutes: 60, Weeks: 1, Hops: 1, Opened: 1},
		{Roles: []ksb.RoleID{"between", "there"}, Left: 1, Pence: 5, Minutes: 60, Weeks: 1, Hops: 2, Opened: 2},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
