package rpl_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway/rpl"
)

const hour = 60

func day(t testing.TB, s string) ksb.Date {
	t.Helper()
	d, err := ksb.ParseDate(s)
	require.NoError(t, err)
	return d
}

// codes are the codes of warnings, in their order.
func codes(list []rpl.Warning) []string {
	out := []string{}
	for _, w := range list {
		out = append(out, w.Code)
	}
	return out
}

// TestPriceFloor holds the price formula to every published example of it, exact and as
// the service computes it.
func TestPriceFloor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		vector, why, source  string
		band, total, reduced int64 // whole pounds, whole hours
		floor, service       int64 // pounds
		exact                int64 // pence, rounded up
	}{
		{vector: "TV-01", why: "30% of the hours is 15% of the band", source: "funding rules 2022 to 2023, P24.5.1-2", band: 10000, total: 1000, reduced: 300, floor: 1500, service: 1500, exact: 150000},
		{vector: "TV-02", why: "10% is 5%", source: "das-commitments unit test", band: 3200, total: 2000, reduced: 200, floor: 160, service: 160, exact: 16000},
		{vector: "TV-03", why: "25% is 12.5%", source: "das-commitments unit test", band: 8200, total: 800, reduced: 200, floor: 1025, service: 1025, exact: 102500},
		{vector: "TV-04", why: "761.538 is rounded down; more than all is not refused here", source: "das-commitments unit test", band: 99, total: 13, reduced: 200, floor: 761, service: 761, exact: 76154},
		{vector: "TV-04b", why: "the service divides first and comes out a pound low", source: "derived from das-commitments", band: 3000, total: 300, reduced: 100, floor: 500, service: 499, exact: 50000},
		{vector: "TV-04b", why: "17 of 204 is a repeating decimal", source: "derived from das-commitments", band: 3000, total: 204, reduced: 17, floor: 125, service: 124, exact: 12500},
		{vector: "TV-04b", why: "7 of 210", source: "derived from das-commitments", band: 3000, total: 210, reduced: 7, floor: 50, service: 49, exact: 5000},
		{vector: "TV-05", why: "2.7505% of 9,000", source: "customerhelp post 35197244346770", band: 9000, total: 509, reduced: 14, floor: 123, service: 123, exact: 12378},
		{vector: "TV-05", why: "137.52: the floor is 137", source: "customerhelp post 35197244346770", band: 10000, total: 509, reduced: 14, floor: 137, service: 137, exact: 13753},
		{vector: "TV-05", why: "11,000", source: "customerhelp post 35197244346770", band: 11000, total: 509, reduced: 14, floor: 151, service: 151, exact: 15128},
		{vector: "TV-05", why: "27,000", source: "customerhelp post 35197244346770", band: 27000, total: 509, reduced: 14, floor: 371, service: 371, exact: 37132},
		{vector: "TV-06", why: "20% is 10%", source: "das-commitments unit test", band: 5000, total: 1000, reduced: 200, floor: 500, service: 500, exact: 50000},
		{vector: "TV-06", why: "2% is 1%", source: "das-commitments unit test", band: 5000, total: 10000, reduced: 200, floor: 50, service: 50, exact: 5000},
		{vector: "TV-07", why: "binary: 25% of 3,000, halved", source: "derived", band: 3000, total: 400, reduced: 100, floor: 375, service: 375, exact: 37500},
		{vector: "TV-07", why: "activity omission: 262.50 is rounded down", source: "derived", band: 3000, total: 400, reduced: 70, floor: 262, service: 262, exact: 26250},
	} {
		floor, exact, known := rpl.PriceFloor(c.band*100, c.reduced*hour, c.total*hour)
		require.True(t, known, "%s %s", c.vector, c.why)
		service, known := rpl.ServiceValue(c.band, c.total, c.reduced)
		require.True(t, known, "%s %s", c.vector, c.why)
		got, want := []int64{floor, exact, service}, []int64{c.floor * 100, c.exact, c.service}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s, %s (%s): floor, exact, service (-want +got):\n%s", c.vector, c.why, c.source, diff)
		}
	}
}

// TestNoPriceFloor is TV-06: where hours are missing there is no floor, which is not a
// floor of zero (das-commitments unit test).
func TestNoPriceFloor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why                  string
		band, total, reduced int64
	}{
		{"no hours at all", 5000, 0, 200},
		{"nothing reduced", 5000, 1000, 0},
		{"negative hours", 5000, -1, 200},
		{"a negative reduction", 5000, 1000, -10},
		{"a negative band", -1, 1000, 200},
	} {
		_, _, known := rpl.PriceFloor(c.band*100, c.reduced, c.total)
		require.False(t, known, c.why)
		_, known = rpl.ServiceValue(c.band, c.total, c.reduced)
		require.False(t, known, c.why)
	}
}

// TestOffers is TV-05: an offered cut of £137 against four bands (customerhelp post
// 35197244346770), and TV-02 and TV-03 (das-commitments unit tests).
func TestOffers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		vector, why                   string
		band, total, reduced, offered int64
		want                          []string
		below                         bool // of the exact product
	}{
		{"TV-05", "137 is above 123", 9000, 509, 14, 137, []string{}, false},
		{"TV-05", "137 is the floor, and 52 pence under the product", 10000, 509, 14, 137, []string{}, true},
		{"TV-05", "137 is below 151", 11000, 509, 14, 137, []string{rpl.ServicePriceTooLow}, true},
		{"TV-05", "137 is below 371", 27000, 509, 14, 137, []string{rpl.ServicePriceTooLow}, true},
		{"TV-02", "1,000 is above 160", 3200, 2000, 200, 1000, []string{}, false},
		{"TV-03", "1,000 is below 1,025", 8200, 800, 200, 1000, []string{rpl.ServicePriceTooLow}, true},
	} {
		entry := rpl.Entry{TotalHours: &c.total, ReducedHours: &c.reduced, BandMaxPounds: &c.band, PriceReducedPounds: &c.offered}
		require.Equal(t, c.want, codes(rpl.ServiceLimits().Check(entry, 0)), "%s %s", c.vector, c.why)
		_, exact, _ := rpl.PriceFloor(c.band*100, c.reduced, c.total)
		require.Equal(t, c.below, c.offered*100 < exact, "%s %s", c.vector, c.why)
	}
}

// TestServiceLimits is TV-06b: what the service refuses (das-commitments unit tests).
func TestServiceLimits(t *testing.T) {
	t.Parallel()
	none := int64(-1 << 40)
	field := func(n int64) *int64 {
		if n == none {
			return nil
		}
		return &n
	}
	for _, c := range []struct {
		why                          string
		total, reduced, weeks, price int64
		minHours                     int64
		want                         []string
	}{
		{"186 hours: it must be 187 or more", 186, none, none, none, 0, []string{rpl.ServiceTotal}},
		{"187 is enough", 187, none, none, none, 0, []string{}},
		{"10,000: it must be 9,999 or less", 10000, none, none, none, 0, []string{rpl.ServiceTotal}},
		{"9,999 is not too much", 9999, none, none, none, 0, []string{}},
		{"226 less 50 leaves 176", 226, 50, none, none, 0, []string{rpl.ServiceHoursLeft}},
		{"226 less 39 leaves 187", 226, 39, none, none, 0, []string{}},
		{"more than there is", 500, 550, none, none, 0, []string{rpl.ServiceReductionAboveTotal}},
		{"the same, and over the limit", 900, 1200, none, none, 0, []string{rpl.ServiceReduction, rpl.ServiceReductionAboveTotal}},
		{"all there is", 500, 500, none, none, 0, []string{rpl.ServiceReductionAboveTotal}},
		{"800 less 700 leaves 100", 800, 700, none, none, 0, []string{rpl.ServiceHoursLeft}},
		{"a minimum of 300: 400 less 150", 400, 150, none, none, 300, []string{rpl.ServiceHoursLeft}},
		{"a minimum of 300: 400 less 100", 400, 100, none, none, 300, []string{}},
		{"an unknown course falls back to 187", 300, 150, none, none, 0, []string{rpl.ServiceHoursLeft}},
		{"a reduction of nothing", none, 0, none, none, 0, []string{rpl.ServiceReduction}},
		{"a negative reduction", none, -10, none, none, 0, []string{rpl.ServiceReduction}},
		{"1,000: it must be 999 or less", none, 1000, none, none, 0, []string{rpl.ServiceReduction}},
		{"no week", none, none, 0, none, 0, []string{rpl.ServiceWeeks}},
		{"a negative week", none, none, -1, none, 0, []string{rpl.ServiceWeeks}},
		{"261 weeks", none, none, 261, none, 0, []string{rpl.ServiceWeeks}},
		{"260 weeks", none, none, 260, none, 0, []string{}},
		{"£18,001", none, none, none, 18001, 0, []string{rpl.ServicePrice}},
		{"£18,000", none, none, none, 18000, 0, []string{}},
		{"£99", none, none, none, 99, 0, []string{rpl.ServicePrice}},
		{"all of it right", 3000, 180, 10, 100, 0, []string{}},
		{"nothing entered", none, none, none, none, 0, []string{}},
	} {
		entry := rpl.Entry{TotalHours: field(c.total), ReducedHours: field(c.reduced), WeeksReduced: field(c.weeks), PriceReducedPounds: field(c.price)}
		require.Equal(t, c.want, codes(rpl.ServiceLimits().Check(entry, c.minHours)), c.why)
	}
	require.Empty(t, rpl.Limits{}.Check(rpl.Entry{TotalHours: new(int64)}, 0), "a service that takes no such data says nothing")
}

// seven is the programme of TV-07: 400 hours, £3,000.
func seven(t testing.TB) rpl.Delivery {
	return rpl.Delivery{
		ID: "seven", Start: day(t, "2025-09-01"), Weeks: 60, TotalMinutes: 400 * hour, PublishedMinutes: 400 * hour, BandMaxPence: 300000,
		Activities: []rpl.Activity{
			{ID: "A1", Minutes: 40 * hour, Statements: []string{"K1", "S1"}},
			{ID: "A2", Minutes: 30 * hour, Statements: []string{"K2"}},
			{ID: "A3", Minutes: 60 * hour, Statements: []string{"S2", "B1"}},
		},
	}
}

// shown is a prior learning of levels out of ten, by code.
func shown(levels map[string]int64) rpl.Prior {
	p := rpl.Prior{Worker: "w"}
	for _, code := range []string{"K1", "K2", "S1", "S2", "B1"} {
		p.Statements = append(p.Statements, rpl.Standing{Statement: ksb.StatementID("id-" + code), Code: code, Level: levels[code], Needed: 10,
			Evidence: []rpl.Piece{{ID: "e-" + code, Kind: assess.Observation}}})
	}
	return p
}

// TestMethods is TV-07 (derived): the three practices on one programme.
func TestMethods(t *testing.T) {
	t.Parallel()
	met := map[string]int64{"K1": 10, "S1": 10, "K2": 10, "S2": 10}
	most := map[string]int64{"K1": 10, "S1": 10, "K2": 9, "S2": 5}
	for _, c := range []struct {
		why                     string
		levels                  map[string]int64
		method                  rpl.Method
		hours, pounds, exactP   int64
		remaining               int64
		outcomeA1, outcomeA2, o rpl.Outcome
	}{
		{"activity omission: 40 + 30; B1 keeps the third", met, rpl.ActivityOmission, 70, 262, 26250, 330, rpl.LeftOut, rpl.LeftOut, rpl.Stays},
		{"binary: 40 + 30 + half of 60", met, rpl.Binary, 100, 375, 37500, 300, rpl.LeftOut, rpl.LeftOut, rpl.Shortened},
		{"sliding: full scores give what binary gives", met, rpl.Sliding, 100, 375, 37500, 300, rpl.LeftOut, rpl.LeftOut, rpl.Shortened},
		{"sliding: 40 + 9/10 of 30 + 5/10 of 30", most, rpl.Sliding, 82, 307, 30750, 318, rpl.LeftOut, rpl.Shortened, rpl.Shortened},
		{"binary: nine of ten is not met", most, rpl.Binary, 40, 150, 15000, 360, rpl.LeftOut, rpl.Stays, rpl.Stays},
		{"the method that is not said is activity omission", met, 0, 70, 262, 26250, 330, rpl.LeftOut, rpl.LeftOut, rpl.Stays},
	} {
		r, problems := rpl.Recognise(seven(t), shown(c.levels), rpl.Options{Method: c.method})
		require.NoError(t, problems.Err(), c.why)
		require.Equal(t, c.hours*hour, r.Minutes.NotNeeded, c.why)
		require.Equal(t, c.hours*hour, r.Minutes.Removed, c.why)
		require.Equal(t, c.remaining*hour, r.Minutes.Remaining, c.why)
		require.Equal(t, c.pounds*100, *r.Price.FloorPence, c.why)
		require.Equal(t, c.exactP, *r.Price.ExactPence, c.why)
		got := []rpl.Outcome{r.Lines[0].Outcome, r.Lines[1].Outcome, r.Lines[2].Outcome}
		require.Equal(t, []rpl.Outcome{c.outcomeA1, c.outcomeA2, c.o}, got, c.why)
	}
}

// TestOffTheJobHours is TV-08: four ways to reckon the minimum, each by its name.
func TestOffTheJobHours(t *testing.T) {
	t.Parallel()
	weekly, ok := rpl.WeeklyMinimum(52, 30*hour, 30*hour)
	require.True(t, ok)
	require.Equal(t, int64(278*hour+24), weekly, "278.4 hours: (52 - 5.6) x 6; provider guide quoting the rules of 2023")
	weekly, _ = rpl.WeeklyMinimum(52, 37*hour, 30*hour)
	require.Equal(t, int64(278*hour+24), weekly, "six hours a week are the most")
	weekly, _ = rpl.WeeklyMinimum(52, 37*hour+30, 0)
	require.Equal(t, int64(348*hour), weekly, "before August 2022 every contracted hour counted: 46.4 x 37.5 / 5")
	weekly, _ = rpl.WeeklyMinimum(52, 20*hour, 30*hour)
	require.Equal(t, int64(185*hour+36), weekly, "under 30 hours: 20% of them, 46.4 x 4")
	worked, ok := rpl.WorkingWeeksMinimum(46, 30*hour)
	require.True(t, ok)
	require.Equal(t, int64(276*hour), worked, "46 x 30 x 0.2; a consultancy's form")
	calendar, ok := rpl.CalendarMinimum(365, 30*hour)
	require.True(t, ok)
	require.Equal(t, int64(280), calendar, "279.26 rounded up; a vendor's form, on purpose not 278")
	set, err := rpl.RuleSetOn(rpl.RuleSets(), day(t, "2025-08-01"))
	require.NoError(t, err)
	require.Equal(t, int64(187*hour), set.MinimumMinutes, "31.2 weeks at 6 hours; published floor from August 2025")
}

// TestAboveTheBand is TV-09 (community answer, post 7321153980690, not official): what is
// above the band is settled with the employer.
func TestAboveTheBand(t *testing.T) {
	t.Parallel()
	agreed := int64(1200000)
	d := rpl.Delivery{Start: day(t, "2024-09-01"), Weeks: 104, TotalMinutes: 1000 * hour, BandMaxPence: 1000000, AgreedPence: &agreed, WeeklyMinutes: 37 * hour,
		Activities: []rpl.Activity{{ID: "A", Minutes: 200 * hour, Statements: []string{"K1"}}}}
	r, problems := rpl.Recognise(d, shown(map[string]int64{"K1": 10}), rpl.Options{})
	require.NoError(t, problems.Err())
	require.Equal(t, int64(100000), *r.Price.FloorPence, "10% of the band")
	require.Equal(t, int64(900000), r.Price.MaxFundablePence)
	require.Equal(t, int64(1100000), *r.Price.PricePence)
	require.Equal(t, int64(900000), *r.Price.FundedPence)
	require.Equal(t, int64(200000), *r.Price.EmployerPence)
	require.Contains(t, codes(r.Warnings), rpl.AboveFunding)
}

// TestPercent is TV-05 (customerhelp post 35197244346770): 2.7505% and 1.3752%.
func TestPercent(t *testing.T) {
	t.Parallel()
	d := seven(t)
	d.TotalMinutes = 509 * hour
	d.Activities = []rpl.Activity{{ID: "A", Minutes: 14 * hour, Statements: []string{"K1"}}}
	r, problems := rpl.Recognise(d, shown(map[string]int64{"K1": 10}), rpl.Options{})
	require.NoError(t, problems.Err())
	require.InDelta(t, 2.7505, r.Percent.NotNeeded, 5e-5)
	require.InDelta(t, 1.3752, r.Percent.PriceCut, 5e-5)
}
