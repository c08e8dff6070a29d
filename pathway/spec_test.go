package pathway_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// course is one that teaches S1 to level 2 unless a change says otherwise.
func course(id string, pence int64, changes ...func(*pathway.Course)) pathway.Course {
	c := pathway.Course{ID: id, CostPence: pence, Minutes: 60, Weeks: 1, Teaches: teaches("S1", 2)}
	for _, change := range changes {
		change(&c)
	}
	return c
}

func giving(id ksb.StatementID, level ksb.Level) func(*pathway.Course) {
	return func(c *pathway.Course) { c.Teaches = teaches(id, level) }
}

func requiring(id ksb.StatementID, level ksb.Level) func(*pathway.Course) {
	return func(c *pathway.Course) { c.Requires = teaches(id, level) }
}

func after(ids ...string) func(*pathway.Course) {
	return func(c *pathway.Course) { c.After = ids }
}

func needing(ids ...ksb.CredentialID) func(*pathway.Course) {
	return func(c *pathway.Course) { c.Needs = ids }
}

func awarding(ids ...ksb.CredentialID) func(*pathway.Course) {
	return func(c *pathway.Course) { c.Awards, c.Teaches = ids, nil }
}

func excluding(ids ...string) func(*pathway.Course) {
	return func(c *pathway.Course) { c.Excludes = ids }
}

func lasting(weeks int, minutes int64) func(*pathway.Course) {
	return func(c *pathway.Course) { c.Weeks, c.Minutes = weeks, minutes }
}

func provided(c *pathway.Course) { c.Provided = true }

func holding(r *assess.Report, id ksb.StatementID, level ksb.Level) *assess.Report {
	r.Held.Levels = append(r.Held.Levels, assess.HeldLevel{Statement: id, Level: level})
	return r
}

func TestWhichCourses(t *testing.T) {
	t.Parallel()
	credentialed := report(develop("S1", 2))
	credentialed.Held.Credentials = []ksb.CredentialID{"care-certificate"}
	for _, c := range []struct {
		name, why string
		report    *assess.Report
		options   pathway.Options
		courses   []pathway.Course
		want      []string // steps, in their order
		left      []pathway.Left
	}{
		{"nothing to do", "a report without gaps needs no course, even a free one", report(), pathway.Options{}, []pathway.Course{course("c", 0)}, nil, nil},
		{"met", "a requirement that calls for nothing gets nothing", report(gap("S1", 2, assess.None, 1)), pathway.Options{}, []pathway.Course{course("c", 0)}, nil, nil},
		{"renew", "what has lapsed is renewed as what is missing is learned", report(gap("S1", 2, assess.Renew, 1)), pathway.Options{}, []pathway.Course{course("c", 5)}, []string{"c"}, nil},
		{"higher level", "a course to a higher level gives the lower ones", report(develop("S1", 1)), pathway.Options{}, []pathway.Course{course("c", 5)}, []string{"c"}, nil},
		{"lower level", "a course to a lower level closes nothing", report(develop("S1", 3)), pathway.Options{}, []pathway.Course{course("c", 5)}, nil,
			[]pathway.Left{{Statement: "S1", Reason: pathway.NoCourse, Refs: []string{}}}},
		{"top rung", "a course that names no level teaches to the top", report(develop("S1", 4)), pathway.Options{}, []pathway.Course{course("c", 5, giving("S1", 0))}, []string{"c"}, nil},
		{"pence before minutes", "cost comes before time", report(develop("S1", 2)), pathway.Options{}, []pathway.Course{course("a", 6, lasting(1, 1)), course("b", 5, lasting(9, 9000))}, []string{"b"}, nil},
		{"minutes before weeks", "of equal cost the one with fewer minutes", report(develop("S1", 2)), pathway.Options{}, []pathway.Course{course("a", 5, lasting(1, 61)), course("b", 5, lasting(9, 60))}, []string{"b"}, nil},
		{"weeks before names", "of equal cost and minutes the one that ends sooner", report(develop("S1", 2)), pathway.Options{}, []pathway.Course{course("a", 5, lasting(2, 60)), course("b", 5, lasting(1, 60))}, []string{"b"}, nil},
		{"names last", "of equals in all else the first by ID", report(develop("S1", 2)), pathway.Options{}, []pathway.Course{course("b", 5), course("a", 5)}, []string{"a"}, nil},
		{"provided", "what is provided costs nothing, whatever it says", report(develop("S1", 2)), pathway.Options{}, []pathway.Course{course("a", 1), course("b", 900, provided)}, []string{"b"}, nil},
		{"requires held", "a level that is held need not be taught", holding(report(develop("S1", 2)), "S2", 3), pathway.Options{}, []pathway.Course{course("c", 5, requiring("S2", 2)), course("d", 1, giving("S2", 2))}, []string{"c"}, nil},
		{"requires taught", "a level that is not held is taught earlier", report(develop("S1", 2)), pathway.Options{}, []pathway.Course{course("a", 5, requiring("S2", 2)), course("z", 1, giving("S2", 2))}, []string{"z", "a"}, nil},
		{"after", "a course that comes after another brings it along", report(develop("S1", 2)), pathway.Options{}, []pathway.Course{course("a", 5, after("z")), course("z", 1, giving("S2", 1))}, []string{"z", "a"}, nil},
		{"needs held", "a credential that is held", credentialed, pathway.Options{}, []pathway.Course{course("c", 5, needing("care-certificate"))}, []string{"c"}, nil},
		{"needs awarded", "a credential that an earlier course awards", report(develop("S1", 2)), pathway.Options{}, []pathway.Course{course("a", 5, needing("x")), course("z", 1, awarding("x"))}, []string{"z", "a"}, nil},
		{"circle", "courses that support each other in a circle are no plan", report(develop("S1", 2)), pathway.Options{},
			[]pathway.Course{course("a", 1, requiring("S2", 1)), course("b", 1, giving("S2", 2), requiring("S1", 1)), course("c", 900)}, []string{"c"}, nil},
		{"own lower level", "a course may ask for a lower level of what it teaches", report(develop("S1", 3)), pathway.Options{},
			[]pathway.Course{course("a", 5, giving("S1", 3), requiring("S1", 1)), course("z", 1, giving("S1", 1))}, []string{"z", "a"}, nil},
		{"excluded", "of courses that exclude one another the plan takes one", report(develop("S1", 2), develop("S2", 2)), pathway.Options{},
			[]pathway.Course{course("a", 1, excluding("b")), course("b", 1, giving("S2", 2)), course("c", 50, giving("S2", 2))}, []string{"a", "c"}, nil},
		{"excluded for good", "where exclusion stands between goals the more important is closed, and the course in the way is named",
			report(gap("S1", 2, assess.Develop, 0.2), gap("S2", 2, assess.Develop, 0.5)), pathway.Options{},
			[]pathway.Course{course("a", 1, excluding("b")), course("b", 90, giving("S2", 2))}, []string{"b"},
			[]pathway.Left{{Statement: "S1", Reason: pathway.Blocked, Refs: []string{"b"}}}},
		{"excluded, with money enough", "a limit that is not what bars it is not blamed", report(gap("S1", 2, assess.Develop, 0.2), gap("S2", 2, assess.Develop, 0.5)), pathway.Options{Limits: pathway.Limits{Pence: ptr(int64(1000))}},
			[]pathway.Course{course("a", 1, excluding("b")), course("b", 90, giving("S2", 2))}, []string{"b"},
			[]pathway.Left{{Statement: "S1", Reason: pathway.Blocked, Refs: []string{"b"}}}},
		{"excluded, and no money", "where nothing can be bought the limit is what bars either", report(gap("S1", 2, assess.Develop, 0.2), gap("S2", 2, assess.Develop, 0.5)), pathway.Options{Limits: pathway.Limits{Pence: ptr(int64(0))}},
			[]pathway.Course{course("a", 1, excluding("b")), course("b", 90, giving("S2", 2))}, []string{},
			[]pathway.Left{{Statement: "S1", Reason: pathway.OverBudget, Refs: []string{}}, {Statement: "S2", Reason: pathway.OverBudget, Refs: []string{}}}},
		{"excluded for want of money", "with more money the plan would hold another course, which excludes nothing", report(develop("S1", 2), develop("S2", 2)), pathway.Options{Limits: pathway.Limits{Pence: ptr(int64(50))}},
			[]pathway.Course{course("a", 1, excluding("b")), course("b", 40, giving("S2", 2)), course("c", 60)}, []string{"a"},
			[]pathway.Left{{Statement: "S2", Reason: pathway.OverBudget, Refs: []string{}}}},
		{"blocked by a level", "what is missing in the end is named, not the course half-way", report(develop("S1", 2)), pathway.Options{},
			[]pathway.Course{course("a", 1, after("b")), course("b", 1, giving("S2", 1), requiring("S3", 2))}, nil,
			[]pathway.Left{{Statement: "S1", Reason: pathway.Blocked, Refs: []string{"S3"}}}},
		{"blocked by a credential", "a credential that nobody awards", report(develop("S1", 2)), pathway.Options{}, []pathway.Course{course("a", 1, needing("dbs"))}, nil,
			[]pathway.Left{{Statement: "S1", Reason: pathway.Blocked, Refs: []string{"dbs"}}}},
		{"blocked by a circle", "in a circle what the course itself lacks is named", report(develop("S1", 2)), pathway.Options{},
			[]pathway.Course{course("a", 1, requiring("S2", 1)), course("b", 1, giving("S2", 2), requiring("S1", 1))}, nil,
			[]pathway.Left{{Statement: "S1", Reason: pathway.Blocked, Refs: []string{"S2"}}}},
		{"over budget", "what could be had without the limit", report(develop("S1", 2)), pathway.Options{Limits: pathway.Limits{Pence: ptr(int64(4))}}, []pathway.Course{course("a", 5)}, nil,
			[]pathway.Left{{Statement: "S1", Reason: pathway.OverBudget, Refs: []string{}}}},
		{"too many minutes", "minutes are a limit as pence are", report(develop("S1", 2)), pathway.Options{Limits: pathway.Limits{Minutes: ptr(int64(59))}}, []pathway.Course{course("a", 5)}, nil,
			[]pathway.Left{{Statement: "S1", Reason: pathway.OverBudget, Refs: []string{}}}},
		{"too late", "weeks limit the end of the last course, not the length of one", report(develop("S1", 2)), pathway.Options{Limits: pathway.Limits{Weeks: ptr(1)}},
			[]pathway.Course{course("a", 1, after("z")), course("z", 1, giving("S2", 1)), course("d", 70)}, []string{"d"}, nil},
		{"limit of nothing", "with no money what is provided is still there", report(develop("S1", 2), develop("S2", 2)), pathway.Options{Limits: pathway.Limits{Pence: ptr(int64(0))}},
			[]pathway.Course{course("a", 9, provided), course("b", 1, giving("S2", 2))}, []string{"a"},
			[]pathway.Left{{Statement: "S2", Reason: pathway.OverBudget, Refs: []string{}}}},
		{"importance first", "within limits the important gap is closed, though the other is cheaper", report(gap("S1", 2, assess.Develop, 0.4), gap("S2", 2, assess.Develop, 0.6)),
			pathway.Options{Limits: pathway.Limits{Pence: ptr(int64(9))}}, []pathway.Course{course("a", 1), course("b", 9, giving("S2", 2))}, []string{"b"},
			[]pathway.Left{{Statement: "S1", Reason: pathway.OverBudget, Refs: []string{}}}},
		{"assess first", "nothing is bought for what nobody has looked at", report(gap("S1", 2, assess.Assess, 1)), pathway.Options{}, []pathway.Course{course("a", 0)}, nil,
			[]pathway.Left{{Statement: "S1", Reason: pathway.AssessFirst, Refs: []string{}}}},
		{"assume unmet", "unless the question says so", report(gap("S1", 2, assess.Assess, 1), gap("S2", 2, assess.Moderate, 1)), pathway.Options{AssumeUnmet: true},
			[]pathway.Course{course("a", 1), course("b", 1, giving("S2", 2))}, []string{"a", "b"}, nil},
		{"overruled", "a level that the ledger holds and a person denies is taught again", holding(report(develop("S1", 2)), "S1", 4), pathway.Options{}, []pathway.Course{course("a", 1)}, []string{"a"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := plan(t, planner(t, index(t, "S1", "S2", "S3"), c.courses...), c.report, c.options)
			if diff := cmp.Diff(append([]string{}, c.want...), courses(got)); diff != "" {
				t.Errorf("%s\n%s", c.why, diff)
			}
			if diff := cmp.Diff(append([]pathway.Left{}, c.left...), got.Left); diff != "" {
				t.Errorf("%s\n%s", c.why, diff)
			}
			require.True(t, got.Proved, c.why)
		})
	}
}

func TestCoursesRunSideBySide(t *testing.T) {
	t.Parallel()
	p := planner(t, index(t, "S1", "S2", "S3"),
		course("last", 1, requiring("S2", 1), after("long"), lasting(2, 60)),
		course("long", 1, giving("S3", 2), lasting(6, 60)),
		course("short", 1, giving("S2", 2), lasting(1, 60)),
		course("moment", 1, giving("S2", 4), requiring("S2", 2), lasting(0, 60)),
	)
	got := plan(t, p, report(develop("S1", 2), develop("S2", 4), develop("S3", 1)), pathway.Options{})
	type when struct {
		Course     string
		Start, End int
	}
	var times []when
	for _, s := range got.Steps {
		times = append(times, when{s.Course, s.StartWeek, s.EndWeek})
	}
	require.Empty(t, cmp.Diff([]when{{"long", 0, 6}, {"short", 0, 1}, {"moment", 1, 1}, {"last", 6, 8}}, times))
	require.Equal(t, 8, got.Weeks, "the end of the last, not the sum")
	require.EqualValues(t, 240, got.Minutes)
}

func TestStepsSayWhy(t *testing.T) {
	t.Parallel()
	numbers := func(name string, value float64) assess.Numbers { return assess.Numbers{{Name: name, Value: value}} }
	takes := func(minutes, pence float64) assess.Reason {
		return assess.Reason{Code: pathway.Takes, Numbers: assess.Numbers{{Name: "minutes", Value: minutes}, {Name: "pence", Value: pence}}, Refs: []string{}}
	}
	first := course("a", 700, provided)
	first.Teaches, first.Awards, first.Credits = teaches("S2", 3), []ksb.CredentialID{"x"}, &pathway.Credits{Of: "degree", Adds: 40}
	second := course("b", 5, requiring("S2", 2), needing("x"), after("a"))
	got := plan(t, planner(t, index(t, "S1", "S2"), first, second), report(develop("S1", 2), develop("S2", 3)), pathway.Options{})
	require.Empty(t, cmp.Diff([][]assess.Reason{
		{
			{Code: pathway.ClosesGap, Numbers: numbers("level", 3), Refs: []string{"S2"}},
			{Code: pathway.SuppliesLevel, Numbers: numbers("level", 2), Refs: []string{"b", "S2"}},
			{Code: pathway.SuppliesCredential, Numbers: assess.Numbers{}, Refs: []string{"b", "x"}},
			{Code: pathway.ComesBefore, Numbers: assess.Numbers{}, Refs: []string{"b"}},
			{Code: pathway.AwardsCredential, Numbers: assess.Numbers{}, Refs: []string{"x"}},
			{Code: pathway.AddsCredits, Numbers: numbers("credits", 40), Refs: []string{"degree"}},
			takes(60, 0),
		},
		{{Code: pathway.ClosesGap, Numbers: numbers("level", 2), Refs: []string{"S1"}}, takes(60, 5)},
	}, [][]assess.Reason{got.Steps[0].Because, got.Steps[1].Because}))
}

func TestGatesOpenStepByStep(t *testing.T) {
	t.Parallel()
	credits := func(c *pathway.Course) { c.Credits = &pathway.Credits{Of: "degree", Adds: 40} }
	both := func(c *pathway.Course) { c.Awards = []ksb.CredentialID{"maths"} }
	p := planner(t, index(t, "S1", "S2"), course("a", 1, credits), course("b", 1, giving("S2", 2), after("a"), credits, both))
	r := report(develop("S1", 2), develop("S2", 2))
	r.Held.Credentials = []ksb.CredentialID{"english"}
	r.Gates = []assess.GateResult{
		{Gate: "met", State: assess.GateMet, Opens: [][]string{}},
		{Gate: "held", State: assess.GateUnknown, Opens: [][]string{{"english"}}},
		{Gate: "forty", State: assess.GateNotMet, Opens: [][]string{{"degree+40"}}},
		{Gate: "eighty", State: assess.GateNotMet, Opens: [][]string{{"degree+80", "english"}}},
		{Gate: "more", State: assess.GateNotMet, Opens: [][]string{{"degree+81"}}},
		{Gate: "either", State: assess.GateUnknown, Opens: [][]string{{"maths-a"}, {"maths"}}},
		{Gate: "age", State: assess.GateUnknown, Opens: [][]string{{"ageAtStart>=18", "maths"}, {"not lapsed"}}},
	}
	got := plan(t, p, r, pathway.Options{})
	require.Empty(t, cmp.Diff([][]ksb.GateID{{"forty"}, {"eighty", "either"}}, [][]ksb.GateID{got.Steps[0].Opens, got.Steps[1].Opens}))
}

// TestGatesThatStayShut: a plan names what would help, and buys nothing for a gate.
func TestGatesThatStayShut(t *testing.T) {
	t.Parallel()
	awarding := func(id string, pence int64, of ...ksb.CredentialID) pathway.Course {
		return pathway.Course{ID: id, CostPence: pence, Minutes: 30, Weeks: 2, Awards: of, Teaches: teaches("S2", 1)}
	}
	offer := func(of ksb.CredentialID, id string, pence int64) pathway.Offer {
		return pathway.Offer{Credential: of, Course: id, CostPence: pence, Minutes: 30, Weeks: 2}
	}
	provided := awarding("here", 900, "card")
	provided.Provided = true
	far := awarding("far", 0, "card")
	far.Settings = []string{"elsewhere"}
	given := course("a", 1)
	given.Awards = []ksb.CredentialID{"post"}
	p := planner(t, index(t, "S1", "S2"), given, awarding("d", 4, "card"), awarding("c", 3, "card", "maths"), awarding("b", 2, "card"), provided, far)
	for _, c := range []struct {
		why  string
		gate assess.GateResult
		want []pathway.Offer
	}{
		{"the three that cost least, what is provided first", assess.GateResult{Opens: [][]string{{"card"}}}, []pathway.Offer{offer("card", "here", 0), offer("card", "b", 2), offer("card", "c", 3)}},
		{"of each credential once, in the order of the gate", assess.GateResult{Opens: [][]string{{"maths", "age>=18"}, {"letter", "maths"}}}, []pathway.Offer{offer("maths", "c", 3)}},
		{"not what is held, nor what the plan earns", assess.GateResult{Opens: [][]string{{"held", "maths"}, {"post", "letter"}}}, []pathway.Offer{offer("maths", "c", 3)}},
		{"what no course awards", assess.GateResult{Opens: [][]string{{"letter"}}}, nil},
		{"what is open already", assess.GateResult{State: assess.GateMet, Opens: [][]string{{"card"}}}, nil},
		{"what the plan opens", assess.GateResult{Opens: [][]string{{"post"}, {"card"}}}, nil},
	} {
		r := report(develop("S1", 2))
		r.Held.Credentials, c.gate.Gate = []ksb.CredentialID{"held"}, "g"
		r.Gates = []assess.GateResult{c.gate}
		got := plan(t, p, r, pathway.Options{Setting: "here"})
		require.Equal(t, []string{"a"}, courses(got), c.why)
		var want []pathway.GateLeft
		if c.want != nil {
			want = []pathway.GateLeft{{Gate: "g", Offers: c.want}}
		}
		require.Empty(t, cmp.Diff(want, got.Gates), c.why)
	}
}

func TestAssessFirstFollowsNext(t *testing.T) {
	t.Parallel()
	r := report(gap("S1", 2, assess.Assess, 1), gap("S2", 2, assess.Moderate, 1), gap("S3", 2, assess.Assess, 1))
	r.Next = []assess.Probe{{Statement: "S3", Value: 3}, {Statement: "S2", Value: 2}}
	got := plan(t, planner(t, index(t, "S1", "S2", "S3"), course("a", 7)), r, pathway.Options{})
	require.Empty(t, cmp.Diff([]pathway.Assessment{{Statement: "S3", Action: assess.Assess}, {Statement: "S2", Action: assess.Moderate}, {Statement: "S1", Action: assess.Assess}}, got.AssessFirst))
	require.Empty(t, cmp.Diff(pathway.Conditional{CostPence: 7, Minutes: 60, Weeks: 1, Courses: []string{"a"}}, got.Conditional), "the whole bill, if all of it turns out unmet")
	require.EqualValues(t, 0, got.CostPence)
}

func TestConditional(t *testing.T) {
	t.Parallel()
	p := planner(t, index(t, "S1", "S2"), course("b", 7), course("a", 9, giving("S2", 2)))
	r := report(develop("S1", 2), gap("S2", 2, assess.Assess, 1), gap("S3", 2, assess.Assess, 1))
	limited := plan(t, p, r, pathway.Options{Limits: pathway.Limits{Pence: ptr(int64(0))}})
	require.Empty(t, cmp.Diff(pathway.Conditional{CostPence: 16, Minutes: 120, Weeks: 1, Courses: []string{"a", "b"}}, limited.Conditional), "limits do not bear on it, nor does what no course closes")
	settled := plan(t, p, report(develop("S1", 2)), pathway.Options{})
	require.Empty(t, cmp.Diff(pathway.Conditional{CostPence: 7, Minutes: 60, Weeks: 1, Courses: []string{"b"}}, settled.Conditional), "nothing to assess: the plan itself")
}

func TestBounds(t *testing.T) {
	t.Parallel()
	p := planner(t, index(t, "S1", "S2"), course("a", 7), course("b", 9, giving("S2", 2)))
	r := report(gap("S1", 2, assess.Develop, 0.25), gap("S2", 2, assess.Develop, 0.5), gap("S3", 2, assess.Develop, 0.25))
	free := plan(t, p, r, pathway.Options{})
	require.Equal(t, ptr(int64(16)), free.BoundPence)
	require.Nil(t, free.BoundShare)
	limited := plan(t, p, r, pathway.Options{Limits: pathway.Limits{Pence: ptr(int64(9))}})
	require.Nil(t, limited.BoundPence)
	require.Equal(t, ptr(0.5), limited.BoundShare, "the share of all goals, those that no course closes among them")
}

func TestTaughtNotYetShown(t *testing.T) {
	t.Parallel()
	tested := course("a", 1)
	tested.AssessedBy = assess.Test
	r := report(develop("S1", 2), develop("S2", 2))
	got := plan(t, planner(t, index(t, "S1", "S2"), tested, course("b", 1, giving("S2", 2))), r, pathway.Options{})
	require.Equal(t, []ksb.StatementID{"S2"}, got.TaughtNotYetShown, "a course that ends without an assessment settles nothing")
}

func TestOrderOfTheFileDoesNotMatter(t *testing.T) {
	t.Parallel()
	list := []pathway.Course{
		course("a", 5, excluding("d")), course("b", 5, giving("S2", 2)), course("c", 5, giving("S2", 2)), course("d", 4), course("e", 4, giving("S3", 3), needing("x")), course("f", 0, awarding("x")),
	}
	r := report(develop("S1", 2), develop("S2", 1), develop("S3", 3))
	want := plan(t, planner(t, index(t, "S1", "S2", "S3"), list...), r, pathway.Options{})
	for range list {
		list = append(list[1:], list[0])
		turned := slices.Clone(list)
		slices.Reverse(turned)
		require.Empty(t, cmp.Diff(want, plan(t, planner(t, index(t, "S1", "S2", "S3"), turned...), r, pathway.Options{})))
	}
}

func TestMisuse(t *testing.T) {
	t.Parallel()
	p := planner(t, index(t))
	_, err := p.Plan(context.Background(), nil, pathway.Options{})
	require.ErrorIs(t, err, pathway.ErrNoReport)
	for _, l := range []pathway.Limits{{Pence: ptr(int64(-1))}, {Minutes: ptr(int64(-1))}, {Weeks: ptr(-1)}} {
		_, err := p.Plan(context.Background(), report(), pathway.Options{Limits: l})
		require.ErrorIs(t, err, ksb.ErrValue)
	}
}

func TestShuffledMarketGivesTheSamePlan(t *testing.T) {
	t.Parallel()
	for seed := range uint64(6) {
		ids, list, r := market(seed, 30, 40)
		o := pathway.Options{}
		if seed%2 == 1 {
			o.Limits.Pence = ptr(int64(150000))
		}
		want := plan(t, planner(t, index(t, ids...), list...), r, o)
		require.True(t, want.Proved)
		rng := rand.New(rand.NewPCG(seed, 1))
		rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		require.Empty(t, cmp.Diff(want, plan(t, planner(t, index(t, ids...), list...), r, o)))
	}
}
