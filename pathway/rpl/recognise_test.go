package rpl_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway/rpl"
)

func allShown() rpl.Prior {
	return shown(map[string]int64{"K1": 10, "K2": 10, "S1": 10, "S2": 10, "B1": 10})
}

// TestRefusals: there is no result where it would have to be guessed.
func TestRefusals(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why    string
		change func(*rpl.Delivery, *rpl.Prior, *rpl.Options)
		fault  ksb.Fault
		path   string
	}{
		{"no start", func(d *rpl.Delivery, _ *rpl.Prior, _ *rpl.Options) { d.Start = 0 }, ksb.ErrMissing, "start"},
		{"a start that no rules are known for", func(_ *rpl.Delivery, _ *rpl.Prior, o *rpl.Options) { o.Start = day(t, "2027-08-01") }, rpl.ErrNoRules, "start"},
		{"no weeks", func(d *rpl.Delivery, _ *rpl.Prior, _ *rpl.Options) { d.Weeks = 0 }, ksb.ErrValue, "weeks"},
		{"no band", func(d *rpl.Delivery, _ *rpl.Prior, _ *rpl.Options) { d.BandMaxPence = 0 }, ksb.ErrValue, "bandMaxPence"},
		{"a negative offer", func(d *rpl.Delivery, _ *rpl.Prior, _ *rpl.Options) { d.OfferedPence = new(int64(-1)) }, ksb.ErrValue, "offeredPence"},
		{"a negative price", func(d *rpl.Delivery, _ *rpl.Prior, _ *rpl.Options) { d.AgreedPence = new(int64(-1)) }, ksb.ErrValue, "agreedPence"},
		{"negative hours", func(d *rpl.Delivery, _ *rpl.Prior, _ *rpl.Options) { d.TotalMinutes = -1 }, ksb.ErrValue, "totalMinutes"},
		{"less in all than in the parts", func(d *rpl.Delivery, _ *rpl.Prior, _ *rpl.Options) { d.TotalMinutes = 100 }, ksb.ErrValue, "totalMinutes"},
		{"no hours", func(d *rpl.Delivery, _ *rpl.Prior, _ *rpl.Options) { d.TotalMinutes, d.Activities = 0, nil }, ksb.ErrMissing, "totalMinutes"},
		{"a sum with a part that cannot be used", func(d *rpl.Delivery, _ *rpl.Prior, _ *rpl.Options) { d.TotalMinutes, d.Activities[0].ID = 0, "" }, ksb.ErrMissing, "totalMinutes"},
		{"a type of course that nobody knows", func(d *rpl.Delivery, _ *rpl.Prior, _ *rpl.Options) { d.CourseType = 9 }, ksb.ErrValue, "courseType"},
		{"a method that nobody knows", func(_ *rpl.Delivery, _ *rpl.Prior, o *rpl.Options) { o.Method = 9 }, ksb.ErrValue, "method"},
		{"a level above what is needed", func(_ *rpl.Delivery, p *rpl.Prior, _ *rpl.Options) { p.Statements[0].Level = 11 }, ksb.ErrLevel, "prior[id-K1]"},
		{"the same statement twice", func(_ *rpl.Delivery, p *rpl.Prior, _ *rpl.Options) { p.Statements[1] = p.Statements[0] }, ksb.ErrDuplicateID, "prior[id-K1]"},
		{"contracted hours that the old rules need", func(d *rpl.Delivery, _ *rpl.Prior, _ *rpl.Options) { d.Start = day(t, "2022-01-10") }, ksb.ErrMissing, "weeklyMinutes"},
	} {
		d, p, o := seven(t), allShown(), rpl.Options{}
		c.change(&d, &p, &o)
		r, problems := rpl.Recognise(d, p, o)
		require.Nil(t, r, c.why)
		found := slices.ContainsFunc(problems, func(q *ksb.Problem) bool { return q.Fault == c.fault && q.Path == c.path })
		require.True(t, found, "%s: %v", c.why, problems)
	}
}

// TestActivitiesThatStay: what is wrong with an activity keeps it in the programme, and
// the others are judged.
func TestActivitiesThatStay(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why    string
		change func(*rpl.Activity)
		fault  ksb.Fault // "": no problem
		hours  int64     // not needed
	}{
		{"as it was", func(*rpl.Activity) {}, "", 130},
		{"no ID", func(a *rpl.Activity) { a.ID = "" }, ksb.ErrMissingID, 90},
		{"the ID of another: neither goes", func(a *rpl.Activity) { a.ID = "A2" }, ksb.ErrDuplicateID, 60},
		{"negative minutes", func(a *rpl.Activity) { a.Minutes = -1 }, ksb.ErrValue, 90},
		{"negative weeks", func(a *rpl.Activity) { a.Weeks = -1 }, ksb.ErrValue, 90},
		{"a statement that the role does not have", func(a *rpl.Activity) { a.Statements = append(a.Statements, "K99") }, ksb.ErrUnknownStatement, 90},
		{"no statement", func(a *rpl.Activity) { a.Statements = nil }, "", 90},
		{"a statement twice, by ID and by code", func(a *rpl.Activity) { a.Statements = append(a.Statements, "id-K1") }, "", 130},
	} {
		d := seven(t)
		c.change(&d.Activities[0])
		r, problems := rpl.Recognise(d, allShown(), rpl.Options{})
		require.NotNil(t, r, "%s: %v", c.why, problems)
		require.Equal(t, c.hours*hour, r.Minutes.NotNeeded, c.why)
		require.Equal(t, int64(400*hour), r.Minutes.Total, c.why)
		if c.fault == "" {
			require.NoError(t, problems.Err(), c.why)
			continue
		}
		require.ErrorIs(t, problems, c.fault, c.why)
	}
}

// TestUnknownStatementKeepsItsShare: by the other methods its part of the activity stays.
func TestUnknownStatementKeepsItsShare(t *testing.T) {
	t.Parallel()
	d := seven(t)
	d.Activities[0].Statements = []string{"K1", "K99"}
	r, _ := rpl.Recognise(d, allShown(), rpl.Options{Method: rpl.Binary})
	require.Equal(t, int64(20*hour), r.Lines[0].NotNeededMinutes, "half of 40 hours")
	require.Equal(t, []string{"K99"}, r.Lines[0].Missing)
}

// TestAmbiguousCode: a code that two statements have means neither.
func TestAmbiguousCode(t *testing.T) {
	t.Parallel()
	p := allShown()
	p.Statements[1].Code = "K1"
	d := seven(t)
	r, problems := rpl.Recognise(d, p, rpl.Options{})
	require.ErrorIs(t, problems, ksb.ErrUnknownStatement)
	require.Equal(t, rpl.Stays, r.Lines[0].Outcome)
}

// TestWarnings: each situation, and what is said of it.
func TestWarnings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why    string
		change func(*rpl.Delivery, *rpl.Prior)
		code   string
	}{
		{"rules that could not be checked", func(d *rpl.Delivery, _ *rpl.Prior) { d.Start = day(t, "2026-09-01") }, rpl.RulesUnconfirmed},
		{"a short course", func(d *rpl.Delivery, _ *rpl.Prior) { d.CourseType = rpl.ApprenticeshipUnit }, rpl.NotRequired},
		{"assessed after the start", func(d *rpl.Delivery, p *rpl.Prior) { p.AsOf = d.Start + 1 }, rpl.AssessedAfterStart},
		{"nothing on file", func(_ *rpl.Delivery, p *rpl.Prior) { p.Statements[0].Evidence = nil }, rpl.NothingOnFile},
		{"a decision", func(_ *rpl.Delivery, p *rpl.Prior) { p.Statements[0].Override = &assess.Override{} }, rpl.DecidedByPerson},
		{"a certificate that ends too soon", func(d *rpl.Delivery, p *rpl.Prior) { p.Statements[0].Evidence[0].Until = d.Start - 1 }, rpl.LapsesBeforeStart},
		{"contracted hours unknown", func(d *rpl.Delivery, _ *rpl.Prior) { d.Start, d.WeeklyMinutes = day(t, "2024-09-01"), 0 }, rpl.FullTimeAssumed},
		{"published hours unknown", func(d *rpl.Delivery, _ *rpl.Prior) { d.PublishedMinutes = 0 }, rpl.PublishedUnknown},
		{"a plan below the published hours", func(d *rpl.Delivery, _ *rpl.Prior) { d.PublishedMinutes = 401 * hour }, rpl.BelowPublished},
		{"a plan below 187 hours", func(d *rpl.Delivery, _ *rpl.Prior) { d.TotalMinutes = 186 * hour }, rpl.BelowMinimumHours},
		{"not all can be removed", func(d *rpl.Delivery, _ *rpl.Prior) { d.TotalMinutes = 200 * hour }, rpl.HoursLimited},
		{"a plan of 34 weeks", func(d *rpl.Delivery, _ *rpl.Prior) { d.Weeks = 34 }, rpl.BelowMinimumDuration},
		{"not all weeks can be removed", func(d *rpl.Delivery, _ *rpl.Prior) { d.Weeks = 36 }, rpl.WeeksLimited},
		{"a start without a price formula", func(d *rpl.Delivery, _ *rpl.Prior) { d.Start, d.WeeklyMinutes = day(t, "2022-01-10"), 37*hour }, rpl.PriceWithoutRule},
		{"an offer below the floor", func(d *rpl.Delivery, _ *rpl.Prior) { d.OfferedPence = new(int64(48699)) }, rpl.OfferTooLow},
		{"an offer of the floor", func(d *rpl.Delivery, _ *rpl.Prior) { d.OfferedPence = new(int64(48700)) }, rpl.OfferBelowExact},
		{"an agreed price below the band", func(d *rpl.Delivery, _ *rpl.Prior) { d.AgreedPence = new(int64(200000)) }, rpl.AgreedBelowBand},
		{"an agreed price above the band", func(d *rpl.Delivery, _ *rpl.Prior) { d.AgreedPence = new(int64(400000)) }, rpl.AboveFunding},
		{"the service on fewer hours", func(d *rpl.Delivery, _ *rpl.Prior) { d.TotalMinutes = 200 * hour }, rpl.ServiceDiffers},
		{"a cut below £100", func(d *rpl.Delivery, _ *rpl.Prior) { d.BandMaxPence = 60000 }, rpl.ServicePrice},
		{"a reduction of less than an hour", func(d *rpl.Delivery, _ *rpl.Prior) {
			d.Activities = []rpl.Activity{{ID: "a", Minutes: 59, Statements: []string{"K1"}}}
		}, rpl.ServiceReduction},
		{"12,000 hours", func(d *rpl.Delivery, _ *rpl.Prior) { d.TotalMinutes = 12000 * hour }, rpl.ServiceTotal},
	} {
		d, p := seven(t), allShown()
		before, problems := rpl.Recognise(d, p, rpl.Options{})
		require.NoError(t, problems.Err())
		require.NotContains(t, codes(before.Warnings), c.code, c.why)
		c.change(&d, &p)
		r, problems := rpl.Recognise(d, p, rpl.Options{})
		require.NoError(t, problems.Err(), c.why)
		require.Contains(t, codes(r.Warnings), c.code, c.why)
	}
}

// TestOfferedCut: an offer stands if it is enough, else the floor does.
func TestOfferedCut(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why           string
		offered, want int64
	}{
		{"more than the floor", 60000, 60000}, {"the floor", 48700, 48700}, {"less", 48699, 48700}, {"nothing", 0, 48700},
	} {
		d := seven(t)
		d.OfferedPence = &c.offered
		r, _ := rpl.Recognise(d, allShown(), rpl.Options{})
		require.Equal(t, c.want, r.Price.CutPence, c.why)
		require.Equal(t, int64(300000-48700), r.Price.MaxFundablePence, c.why)
		require.Equal(t, c.want/100, *r.Entry.PriceReducedPounds, c.why)
	}
}

// TestPriceFallsWhereHoursCannot: the minimum keeps hours in the programme, and the price
// falls for all that is not needed.
func TestPriceFallsWhereHoursCannot(t *testing.T) {
	t.Parallel()
	d := seven(t)
	d.TotalMinutes, d.Weeks = 200*hour, 35
	r, problems := rpl.Recognise(d, allShown(), rpl.Options{})
	require.NoError(t, problems.Err())
	require.Equal(t, int64(130*hour), r.Minutes.NotNeeded)
	require.Equal(t, int64(13*hour), r.Minutes.Removed)
	require.Equal(t, int64(187*hour), r.Minutes.Remaining)
	require.Zero(t, r.Weeks.Removed)
	require.Equal(t, int64(97500), *r.Price.FloorPence, "£3,000 x 130 / 400")
	require.Equal(t, int64(9700), *r.Price.ServicePence, "£3,000 x 13 / 400, which the service would have to be told")
}

// TestWeeks: stated weeks of what is left out whole, or in proportion.
func TestWeeks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why    string
		change func(*rpl.Delivery)
		method rpl.Method
		want   int64
	}{
		{"in proportion: 60 x 130 / 400, rounded down", func(*rpl.Delivery) {}, 0, 19},
		{"stated: 3 and 4", func(d *rpl.Delivery) { d.Activities[0].Weeks, d.Activities[1].Weeks = 3, 4 }, 0, 7},
		{"an activity that is only shorter keeps its weeks", func(d *rpl.Delivery) {
			d.Activities[0].Weeks, d.Activities[1].Weeks = 3, 4
			d.Activities[0].Statements = []string{"K1", "K99"}
		}, rpl.Binary, 4},
		{"eight months are left", func(d *rpl.Delivery) { d.Weeks = 40 }, 0, 5},
	} {
		d := seven(t)
		c.change(&d)
		r, _ := rpl.Recognise(d, allShown(), rpl.Options{Method: c.method})
		require.Equal(t, c.want, r.Weeks.Removed, c.why)
		if r.Entry.WeeksReduced != nil {
			require.Equal(t, c.want, *r.Entry.WeeksReduced, c.why)
		}
		require.Equal(t, c.want >= 12, r.Entry.Accelerated, c.why)
	}
}

// TestFiguresAccountForThemselves: every figure names a rule with edition and source.
func TestFiguresAccountForThemselves(t *testing.T) {
	t.Parallel()
	for _, start := range []string{"2018-01-08", "2022-09-01", "2024-09-01", "2025-09-01", "2026-09-01"} {
		d := seven(t)
		d.Start, d.WeeklyMinutes, d.AgreedPence = day(t, start), 37*hour, new(int64(350000))
		r, problems := rpl.Recognise(d, allShown(), rpl.Options{})
		require.NoError(t, problems.Err())
		var names []string
		for _, f := range r.Figures {
			require.NotEmpty(t, f.Says, f.Figure)
			require.NotEmpty(t, f.Edition, f.Figure)
			require.NotEmpty(t, f.Source, f.Figure)
			require.NotEmpty(t, f.From, f.Figure)
			names = append(names, f.Figure)
		}
		want := []string{"minutes.notNeeded", "weeks.minimum", "weeks.removed", "minutes.minimum", "minutes.removed", "price.floorPence", "price.maxFundablePence", "price.pricePence", "price.servicePence"}
		if start == "2018-01-08" {
			want = slices.DeleteFunc(want, func(s string) bool { return s == "price.floorPence" || s == "price.servicePence" })
		}
		require.Equal(t, want, names, start)
	}
}

// TestKeep: what is recognised decides what belongs on file.
func TestKeep(t *testing.T) {
	t.Parallel()
	p := shown(map[string]int64{"K1": 10, "K2": 10, "S1": 10})
	p.Statements[1].Override = &assess.Override{}
	r, _ := rpl.Recognise(seven(t), p, rpl.Options{})
	var list []string
	for _, k := range r.Keep {
		list = append(list, k.Code)
	}
	require.Equal(t, []string{rpl.KeepAssessment, rpl.KeepEvidence, rpl.KeepDecision, rpl.KeepEmployer, rpl.KeepDiscussion, rpl.KeepStatement, rpl.KeepTrainingPlan}, list)
	require.Equal(t, []string{"e-K1", "e-K2", "e-S1"}, r.Keep[1].Refs)
	require.Equal(t, []string{"id-K2"}, r.Keep[2].Refs)
}

func TestNamesAreReadAgain(t *testing.T) {
	t.Parallel()
	for _, m := range rpl.Methods() {
		text, err := m.MarshalText()
		require.NoError(t, err)
		var again rpl.Method
		require.NoError(t, again.UnmarshalText(text))
		require.Equal(t, m, again)
		require.Equal(t, m.String(), string(text))
	}
	_, err := rpl.Method(0).MarshalText()
	require.ErrorIs(t, err, ksb.ErrValue)
	require.ErrorIs(t, new(rpl.Method).UnmarshalText([]byte("guess")), ksb.ErrValue)
	require.Equal(t, "apprenticeship-unit", rpl.ApprenticeshipUnit.String())
}

// TestPublishedHours stand in the result only where the rules ask for them.
func TestPublishedHours(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		start string
		want  int64
	}{{"2024-09-01", 0}, {"2025-09-01", 400 * hour}} {
		d := seven(t)
		d.Start = day(t, c.start)
		r, problems := rpl.Recognise(d, allShown(), rpl.Options{})
		require.NoError(t, problems.Err())
		require.Equal(t, c.want, r.Minutes.Published, c.start)
	}
}
