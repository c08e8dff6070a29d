package pathway_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

func inSettings(settings ...string) func(*pathway.Course) {
	return func(c *pathway.Course) { c.Settings = settings }
}

func given(mode pathway.Delivery) func(*pathway.Course) {
	return func(c *pathway.Course) { c.Mode = mode }
}

func funded(most int64) func(*pathway.Course) {
	return func(c *pathway.Course) { c.FundingMaxPence = most }
}

func critical(id ksb.StatementID, importance float64) assess.Gap {
	g := gap(id, 2, assess.Develop, importance)
	g.Critical = true
	return g
}

func from(options pathway.Options) pathway.Options {
	options.Start = firstDay
	return options
}

func within(pence int64) pathway.Limits { return pathway.Limits{Pence: &pence} }

// TestWhatAQuestionMaySay is each feature of a question by itself.
func TestWhatAQuestionMaySay(t *testing.T) {
	t.Parallel()
	s1, both := report(develop("S1", 2)), report(develop("S1", 2), develop("S2", 2))
	for _, c := range []struct {
		name, why string
		report    *assess.Report
		options   pathway.Options
		courses   []pathway.Course
		want      []string
		left      []pathway.Left
		ruledOut  []pathway.RuledOut
	}{
		{"for a credential alone", "a course that teaches nothing is taken for the credential that another needs", s1, pathway.Options{},
			[]pathway.Course{course("a", 5, needing("care-certificate")), course("cc", 9, awarding("care-certificate")), course("z", 15)}, []string{"cc", "a"}, nil, nil},
		{"unless that is dearer in all", "the two together are weighed against the one", s1, pathway.Options{},
			[]pathway.Course{course("a", 5, needing("care-certificate")), course("cc", 9, awarding("care-certificate")), course("z", 13)}, []string{"z"}, nil, nil},
		{"step by step", "a level is reached by courses that each build on the one before", report(develop("S1", 3)), pathway.Options{},
			[]pathway.Course{course("one", 1, giving("S1", 1)), course("two", 1, giving("S1", 2), requiring("S1", 1)), course("three", 1, giving("S1", 3), requiring("S1", 2))}, []string{"one", "two", "three"}, nil, nil},
		{"from half-way", "steps that are held are not taken again", holding(report(develop("S1", 3)), "S1", 2), pathway.Options{},
			[]pathway.Course{course("one", 1, giving("S1", 1)), course("two", 1, giving("S1", 2), requiring("S1", 1)), course("three", 1, giving("S1", 3), requiring("S1", 2))}, []string{"three"}, nil, nil},
		{"not above the need", "a level above the one needed is not paid for", s1, pathway.Options{}, []pathway.Course{course("high", 9, giving("S1", 4)), course("enough", 8)}, []string{"enough"}, nil, nil},
		{"above the need if cheaper", "but it is no fault", s1, pathway.Options{}, []pathway.Course{course("high", 8, giving("S1", 4)), course("enough", 9)}, []string{"high"}, nil, nil},
		{"setting", "a course for another area is not taken, and named where nothing else is", s1, pathway.Options{Setting: "ward"}, []pathway.Course{course("a", 1, inSettings("clinic", "lab"))}, nil,
			[]pathway.Left{{Statement: "S1", Reason: pathway.Blocked, Refs: []string{"a"}}}, []pathway.RuledOut{{Course: "a", Reason: pathway.WrongSetting}}},
		{"setting fits", "of several settings one is enough", s1, pathway.Options{Setting: "ward"}, []pathway.Course{course("a", 1, inSettings("clinic", "ward"))}, []string{"a"}, nil, nil},
		{"no setting", "a course that names none works anywhere", s1, pathway.Options{Setting: "ward"}, []pathway.Course{course("a", 1)}, []string{"a"}, nil, nil},
		{"mode", "a way of giving it that will not do", s1, pathway.Options{NotModes: []pathway.Delivery{pathway.Online}}, []pathway.Course{course("a", 1, given(pathway.Online)), course("b", 9, given(pathway.Classroom))}, []string{"b"}, nil, nil},
		{"no mode", "a course that does not say how it is given is taken", s1, pathway.Options{NotModes: []pathway.Delivery{pathway.Online}}, []pathway.Course{course("a", 1)}, []string{"a"}, nil, nil},
		{"without", "a course that is not wanted", s1, pathway.Options{Without: []string{"a"}}, []pathway.Course{course("a", 1), course("b", 9)}, []string{"b"}, nil, nil},
		{"with", "a course that is wanted comes with what it builds on", s1, pathway.Options{With: []string{"b"}}, []pathway.Course{course("a", 1), course("b", 9, giving("S3", 1), after("z")), course("z", 1, giving("S3", 1))}, []string{"a", "z", "b"}, nil, nil},
		{"with before gaps", "within limits it comes before any gap", s1, pathway.Options{With: []string{"b"}, Limits: within(9)}, []pathway.Course{course("a", 1), course("b", 9, giving("S3", 1))}, []string{"b"},
			[]pathway.Left{{Statement: "S1", Reason: pathway.OverBudget, Refs: []string{}}}, nil},
		{"with and without", "what is both wanted and not wanted is not taken", s1, pathway.Options{With: []string{"a"}, Without: []string{"a"}}, []pathway.Course{course("a", 1), course("b", 9)}, []string{"b"}, nil, nil},
		{"starts", "the course that ends first may be the one that begins later", both, from(pathway.Options{}),
			[]pathway.Course{course("a", 5, on(4), lasting(3, 60)), course("b", 5, on(5), lasting(1, 60)), course("c", 1, giving("S2", 2))}, []string{"c", "b"}, nil, nil},
		{"too late for what is before it", "the first day is before what it builds on has ended, the last is not", s1, from(pathway.Options{}),
			[]pathway.Course{course("a", 5, after("z"), on(1, 3)), course("z", 1, giving("S3", 1), lasting(2, 60))}, []string{"z", "a"}, nil, nil},
		{"no day late enough", "all days are: the course is no use, and a dearer one is taken", s1, from(pathway.Options{}),
			[]pathway.Course{course("a", 5, after("z"), on(0, 1)), course("z", 1, giving("S3", 1), lasting(2, 60)), course("dear", 90)}, []string{"dear"}, nil, nil},
		{"no day late enough, and no other", "it is named", s1, from(pathway.Options{}), []pathway.Course{course("a", 5, after("z"), on(0, 1)), course("z", 1, giving("S3", 1), lasting(2, 60))}, nil,
			[]pathway.Left{{Statement: "S1", Reason: pathway.Blocked, Refs: []string{"a"}}}, []pathway.RuledOut{{Course: "a", Reason: pathway.NoStart}}},
		{"days of the past", "a course that began before the start is over", s1, from(pathway.Options{}), []pathway.Course{course("a", 5, on(-3))}, nil,
			[]pathway.Left{{Statement: "S1", Reason: pathway.Blocked, Refs: []string{"a"}}}, []pathway.RuledOut{{Course: "a", Reason: pathway.NoStart}}},
		{"a faster way to it", "the dear course is taken since the cheap one ends too late for the day", both, from(pathway.Options{}),
			[]pathway.Course{course("a", 5, requiring("S2", 2), on(2)), course("slow", 1, giving("S2", 2), lasting(3, 60)), course("quick", 9, giving("S2", 2), lasting(2, 60))}, []string{"quick", "a"}, nil, nil},
		{"weeks with days", "a limit of weeks counts the time until a course begins", both, from(pathway.Options{Limits: pathway.Limits{Weeks: ptr(4)}}),
			[]pathway.Course{course("a", 5, on(4)), course("c", 1, giving("S2", 2))}, []string{"c"}, []pathway.Left{{Statement: "S1", Reason: pathway.OverBudget, Refs: []string{}}}, nil},
		{"days without a start", "a question without a day does not look at days", s1, pathway.Options{}, []pathway.Course{course("a", 5, on(-3))}, []string{"a"}, nil, nil},
		{"critical first", "a critical gap comes before any sum of others", report(critical("S1", 0.1), gap("S2", 2, assess.Develop, 0.6), gap("S3", 2, assess.Renew, 0.6)), pathway.Options{Limits: within(9)},
			[]pathway.Course{course("a", 9), course("b", 1, giving("S2", 2)), course("c", 1, giving("S3", 2))}, []string{"a"},
			[]pathway.Left{{Statement: "S2", Reason: pathway.OverBudget, Refs: []string{}}, {Statement: "S3", Reason: pathway.OverBudget, Refs: []string{}}}, nil},
		{"then the best value", "what is left of the budget goes where it closes most", report(critical("S1", 0.1), gap("S2", 2, assess.Develop, 0.5), gap("S3", 2, assess.Renew, 0.6)), pathway.Options{Limits: within(9)},
			[]pathway.Course{course("a", 5), course("b", 4, giving("S2", 2)), course("c", 4, giving("S3", 2))}, []string{"a", "c"},
			[]pathway.Left{{Statement: "S2", Reason: pathway.OverBudget, Refs: []string{}}}, nil},
		{"funding", "what a levy pays makes the dear course the cheap one", s1, pathway.Options{Funding: &pathway.Funding{}}, []pathway.Course{course("a", 5), course("b", 900, funded(900))}, []string{"b"}, nil, nil},
		{"above the band", "what lies above the maximum the employer pays", s1, pathway.Options{Funding: &pathway.Funding{}}, []pathway.Course{course("a", 5), course("b", 906, funded(900))}, []string{"a"}, nil, nil},
		{"an empty pot", "a plan does not draw more than there is", s1, pathway.Options{Funding: &pathway.Funding{PotPence: ptr(int64(899))}}, []pathway.Course{course("a", 5), course("b", 900, funded(900))}, []string{"a"}, nil, nil},
		{"provided and funded", "what is provided draws nothing", s1, pathway.Options{Funding: &pathway.Funding{PotPence: ptr(int64(0))}}, []pathway.Course{course("a", 5), course("b", 900, funded(900), provided)}, []string{"b"}, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := plan(t, planner(t, index(t, "S1", "S2", "S3"), c.courses...), c.report, c.options)
			require.Empty(t, cmp.Diff(append([]string{}, c.want...), courses(got)), c.why)
			require.Empty(t, cmp.Diff(append([]pathway.Left{}, c.left...), got.Left), c.why)
			require.Empty(t, cmp.Diff(c.ruledOut, got.RuledOut), c.why)
			require.True(t, got.Proved, c.why)
		})
	}
}

func TestStartsMoveWeeks(t *testing.T) {
	t.Parallel()
	p := planner(t, index(t, "S1", "S2", "S3"),
		course("a", 1, on(5, 2, 9), lasting(2, 60)), course("b", 1, giving("S2", 2), after("a"), lasting(1, 60)), course("c", 1, giving("S3", 2), after("a"), on(4, 3, 0)))
	got := plan(t, p, report(develop("S1", 2), develop("S2", 2), develop("S3", 2)), pathway.Options{Start: firstDay})
	type when struct {
		Course     string
		Start, End int
		Begins     ksb.Date
	}
	var times []when
	for _, s := range got.Steps {
		times = append(times, when{s.Course, s.StartWeek, s.EndWeek, s.Begins})
	}
	require.Empty(t, cmp.Diff([]when{{"a", 2, 4, firstDay.AddDays(16)}, {"b", 4, 5, 0}, {"c", 4, 5, firstDay.AddDays(30)}}, times))
	require.Equal(t, firstDay, got.Start)
	require.Equal(t, 5, got.Weeks)
}

func TestWhoPaysWhat(t *testing.T) {
	t.Parallel()
	p := planner(t, index(t, "S1", "S2"), course("a", 10_001, funded(8_001)), course("b", 500, giving("S2", 2)))
	got := plan(t, p, report(develop("S1", 2), develop("S2", 2)), pathway.Options{Funding: &pathway.Funding{ShareBasisPoints: 500}})
	require.EqualValues(t, 7_600, got.FundedPence, "95 % of the maximum, rounded down")
	require.EqualValues(t, 10_001+500-7_600, got.CostPence)
	takes := got.Steps[0].Because[len(got.Steps[0].Because)-1]
	require.Empty(t, cmp.Diff(assess.Numbers{{Name: "fundedPence", Value: 7_600}, {Name: "minutes", Value: 60}, {Name: "pence", Value: 2_401}}, takes.Numbers))
	require.EqualValues(t, 7_600, got.Conditional.FundedPence)
}

func TestReuse(t *testing.T) {
	t.Parallel()
	p := planner(t, index(t, "S1", "S2", "S3"), course("a", 9, provided), course("b", 5, giving("S2", 2)), course("c", 9, giving("S3", 2), after("b"), provided))
	r := report(develop("S1", 2), develop("S2", 2), develop("S3", 2))
	require.Nil(t, plan(t, p, r, pathway.Options{}).Reuse, "only where it was asked for")
	got := plan(t, p, r, pathway.Options{Reuse: true})
	require.Empty(t, cmp.Diff(&pathway.Reuse{Courses: []string{"a"}, Closes: []ksb.StatementID{"S1"}, Residue: []ksb.StatementID{"S2", "S3"}}, got.Reuse), "what is provided and builds on something new is no reuse")
}

func TestAskedForIsSaid(t *testing.T) {
	t.Parallel()
	got := plan(t, planner(t, index(t, "S1"), course("a", 9), course("b", 5)), report(develop("S1", 2)), pathway.Options{With: []string{"a"}})
	require.Equal(t, []string{"closes-gap[S1]", "asked-for[]", "takes[]"}, said(got.Steps[0].Because))
	require.Equal(t, ptr(int64(9)), got.BoundPence, "of the plans that hold it")
}

func TestOptionsThatMakeNoSense(t *testing.T) {
	t.Parallel()
	p := planner(t, index(t, "S1"), course("a", 1))
	for _, c := range []struct {
		options pathway.Options
		want    error
	}{
		{pathway.Options{With: []string{"x"}}, pathway.ErrUnknownCourse},
		{pathway.Options{Without: []string{"x"}}, pathway.ErrUnknownCourse},
		{pathway.Options{Start: -1}, ksb.ErrValue},
		{pathway.Options{Aims: pathway.Cost + 1}, ksb.ErrValue},
		{pathway.Options{Funding: &pathway.Funding{ShareBasisPoints: -1}}, ksb.ErrValue},
		{pathway.Options{Funding: &pathway.Funding{ShareBasisPoints: pathway.Whole + 1}}, ksb.ErrValue},
		{pathway.Options{Funding: &pathway.Funding{PotPence: ptr(int64(-1))}}, ksb.ErrValue},
	} {
		_, err := p.Plan(context.Background(), report(), c.options)
		require.ErrorIs(t, err, c.want)
	}
}
