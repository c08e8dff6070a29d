package rpl_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway/rpl"
)

// draws is how many random inputs are drawn.
func draws() int {
	if testing.Short() || raceEnabled {
		return 20_000
	}
	return 100_000
}

// randomDelivery is a programme as one might be planned, and now and then as nobody would.
func randomDelivery(r *rand.Rand, first, last ksb.Date) rpl.Delivery {
	d := rpl.Delivery{
		ID: "d", Start: first + ksb.Date(r.IntN(int(last-first)+1)), Weeks: 1 + r.Int64N(160),
		WeeklyMinutes: 60 + r.Int64N(2700), BandMaxPence: 1 + r.Int64N(3_000_000), PublishedMinutes: r.Int64N(2) * r.Int64N(90_000),
	}
	sum := int64(0)
	for i := range r.IntN(9) {
		a := rpl.Activity{ID: "a" + strconv.Itoa(i), Minutes: r.Int64N(9000), Weeks: r.Int64N(2) * r.Int64N(9)}
		for range r.IntN(5) {
			a.Statements = append(a.Statements, [...]string{"s", "K"}[r.IntN(2)]+strconv.Itoa(r.IntN(11)))
		}
		sum += a.Minutes
		d.Activities = append(d.Activities, a)
	}
	if d.TotalMinutes = sum + r.Int64N(60_000); r.IntN(4) == 0 && sum > 0 {
		d.TotalMinutes = 0
	}
	if d.TotalMinutes == 0 && sum == 0 {
		d.TotalMinutes = 1
	}
	for _, price := range []**int64{&d.AgreedPence, &d.OfferedPence} {
		if r.IntN(2) == 0 {
			*price = new(r.Int64N(3_000_000))
		}
	}
	return d
}

func randomPrior(r *rand.Rand) rpl.Prior {
	p := rpl.Prior{Worker: "w"}
	for i := range 10 {
		s := rpl.Standing{Statement: ksb.StatementID("s" + strconv.Itoa(i)), Code: "K" + strconv.Itoa(i), Needed: 1 + r.Int64N(12)}
		if s.Level = s.Needed; r.IntN(2) == 0 {
			s.Level = r.Int64N(s.Needed + 1)
		}
		s.Evidence = []rpl.Piece{{ID: "e" + strconv.Itoa(i), Kind: assess.Observation}}
		p.Statements = append(p.Statements, s)
	}
	return p
}

// TestInvariants draws random programmes and people and holds every result to the stated
// invariants and to the oracle.
func TestInvariants(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 187))
	sets := rpl.RuleSets()
	first, last := sets[0].From, sets[len(sets)-1].Until
	removed := 0
	for range draws() {
		d, p := randomDelivery(r, first, last), randomPrior(r)
		method := rpl.Methods()[r.IntN(3)]
		result, problems := rpl.Recognise(d, p, rpl.Options{Method: method, RuleSets: sets})
		if result == nil {
			t.Fatalf("refused: %v\n%+v", problems, d)
		}
		requireInvariants(t, d, result)
		requireAgreement(t, d, p, result)
		requireOrder(t, result)
		requireMonotone(t, r, d, p, rpl.Options{Method: method, RuleSets: sets}, result)
		if result.Minutes.Removed > 0 {
			removed++
		}
	}
	require.Greater(t, removed, draws()/4, "enough of them remove something")
}

// requireInvariants: hours, weeks and money are never negative, add up, and keep to the
// minimum of the rules; the cut is at least the floor.
func requireInvariants(t testing.TB, d rpl.Delivery, r *rpl.Result) {
	t.Helper()
	m, w, p := r.Minutes, r.Weeks, r.Price
	fail := func(broken bool, what string) {
		if broken {
			t.Fatalf("%s\n%+v\n%+v\n%+v\n%+v", what, d, m, w, p)
		}
	}
	fail(min(m.Total, m.Published, m.NotNeeded, m.Minimum, m.Removed, m.Remaining) < 0, "negative minutes")
	fail(min(w.Planned, w.NotNeeded, w.Minimum, w.Removed, w.Remaining) < 0, "negative weeks")
	fail(m.Removed+m.Remaining != m.Total || w.Removed+w.Remaining != w.Planned, "the parts are not the whole")
	fail(m.Removed > m.NotNeeded || m.NotNeeded > m.Total || w.Removed > w.NotNeeded, "more removed than is not needed")
	fail(m.Remaining < min(m.Total, m.Minimum) || w.Remaining < min(w.Planned, w.Minimum), "less is left than must be")
	published := r.RuleSet.ID == "2025" || r.RuleSet.ID == "2026"
	fail(published && m.Remaining < min(m.Total, 187*60), "less than 187 hours")
	sum := int64(0)
	for _, l := range r.Lines {
		fail(l.NotNeededMinutes < 0 || l.NotNeededMinutes > l.Minutes, "an activity loses more than it has")
		sum += l.NotNeededMinutes
	}
	fail(sum != m.NotNeeded, "the lines do not add up")
	requirePrice(t, r)
}

func requirePrice(t testing.TB, r *rpl.Result) {
	t.Helper()
	p := r.Price
	floor := int64(0)
	if p.FloorPence != nil {
		floor = *p.FloorPence
		if floor < 0 || floor > *p.ExactPence || *p.ExactPence-floor > 100 || floor%100 != 0 {
			t.Fatalf("floor %d, exact %d", floor, *p.ExactPence)
		}
		if p.ServicePence != nil && r.Minutes.Removed == r.Minutes.NotNeeded && r.Minutes.NotNeeded%60 == 0 && r.Minutes.Total%60 == 0 && p.BandMaxPence%100 == 0 {
			require.Contains(t, []int64{0, 100}, floor-*p.ServicePence)
		}
	}
	if p.CutPence < floor || p.MaxFundablePence != p.BandMaxPence-floor || 2*floor > p.BandMaxPence {
		t.Fatalf("the cut is below the floor, or the floor above half the band: %+v", p)
	}
	if p.AgreedPence != nil && (min(*p.PricePence, *p.FundedPence, *p.EmployerPence) < 0 ||
		*p.FundedPence+*p.EmployerPence != *p.PricePence || *p.PricePence > *p.AgreedPence || *p.FundedPence > p.MaxFundablePence) {
		t.Fatalf("the agreed price is not shared out: %+v", p)
	}
}

// requireOrder: activity omission never removes more than binary, nor that than sliding.
func requireOrder(t testing.TB, r *rpl.Result) {
	t.Helper()
	if !slices.IsSortedFunc(r.Methods, func(a, b rpl.MethodResult) int { return int(a.NotNeeded - b.NotNeeded) }) {
		t.Fatalf("%+v", r.Methods)
	}
	if r.Methods[r.Method-1].NotNeeded != r.Minutes.NotNeeded {
		t.Fatalf("the chosen method is not among the compared: %+v", r)
	}
}

// requireMonotone: less prior learning never removes more hours, weeks or money.
func requireMonotone(t testing.TB, r *rand.Rand, d rpl.Delivery, p rpl.Prior, o rpl.Options, more *rpl.Result) {
	t.Helper()
	p.Statements = slices.Clone(p.Statements)
	for range 1 + r.IntN(3) {
		s := &p.Statements[r.IntN(len(p.Statements))]
		s.Level = r.Int64N(s.Level + 1)
	}
	less, problems := rpl.Recognise(d, p, o)
	if less == nil {
		t.Fatal(problems)
	}
	floor := func(r *rpl.Result) int64 {
		if r.Price.FloorPence == nil {
			return 0
		}
		return *r.Price.FloorPence
	}
	if less.Minutes.NotNeeded > more.Minutes.NotNeeded || less.Minutes.Removed > more.Minutes.Removed || less.Weeks.Removed > more.Weeks.Removed || floor(less) > floor(more) {
		t.Fatalf("less prior learning removes more:\n%+v\n%+v %+v\n%+v %+v", d, more.Minutes, more.Weeks, less.Minutes, less.Weeks)
	}
}

// TestHugeNumbers: near the limits of 64 bits a result is right or refused, never wrong.
func TestHugeNumbers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why    string
		change func(*rpl.Delivery)
		path   string // of the refusal; "": there is a result
	}{
		{"the greatest band", func(d *rpl.Delivery) { d.BandMaxPence = math.MaxInt64 }, ""},
		{"hours beyond doubling", func(d *rpl.Delivery) { d.TotalMinutes = math.MaxInt64 }, "bandMaxPence"},
		{"hours that just fit", func(d *rpl.Delivery) { d.TotalMinutes = math.MaxInt64 / 200 }, ""},
		{"activities beyond adding up", func(d *rpl.Delivery) {
			d.Activities[0].Minutes, d.Activities[1].Minutes = math.MaxInt64, math.MaxInt64
		}, "activities"},
		{"weeks of an activity", func(d *rpl.Delivery) { d.Activities[0].Weeks, d.Activities[1].Weeks = math.MaxInt64, math.MaxInt64 }, ""},
		{"weeks beyond any contract", func(d *rpl.Delivery) { d.Start, d.Weeks = day(t, "2024-01-01"), math.MaxInt64 }, "weeklyMinutes"},
	} {
		d := seven(t)
		c.change(&d)
		r, problems := rpl.Recognise(d, shown(map[string]int64{"K1": 10, "S1": 10, "K2": 10}), rpl.Options{})
		if c.path == "" {
			require.NoError(t, problems.Err(), c.why)
			requireInvariants(t, d, r)
			requireAgreement(t, d, shown(map[string]int64{"K1": 10, "S1": 10, "K2": 10}), r)
			continue
		}
		require.Nil(t, r, c.why)
		require.Equal(t, c.path, problems[0].Path, c.why)
		require.ErrorIs(t, problems, ksb.ErrValue, c.why)
	}
}

// TestScalesThatDoNotFit: shares of scales without a common measure in 64 bits are
// refused where they would have to be added up, and only there.
func TestScalesThatDoNotFit(t *testing.T) {
	t.Parallel()
	d := seven(t)
	d.Activities = []rpl.Activity{{ID: "a", Minutes: 600, Statements: []string{"K1", "K2", "S1"}}}
	p := allShown()
	for i, prime := range []int64{1<<31 - 1, 1<<61 - 1, 2147483629} {
		p.Statements[i].Needed, p.Statements[i].Level = prime, prime
	}
	r, problems := rpl.Recognise(d, p, rpl.Options{Method: rpl.Sliding})
	require.NoError(t, problems.Err(), "what is met is one, whatever the scale")
	require.Equal(t, int64(600), r.Minutes.NotNeeded)
	for i := range 3 {
		p.Statements[i].Level--
	}
	r, problems = rpl.Recognise(d, p, rpl.Options{Method: rpl.Sliding})
	require.Nil(t, r)
	require.Equal(t, "activities[a]", problems[0].Path)
	require.ErrorIs(t, problems, ksb.ErrValue)
}

// FuzzRecognise is total on whatever numbers there are: a refusal, or a result that keeps
// the invariants and agrees with the oracle.
func FuzzRecognise(f *testing.F) {
	f.Add(int64(24000), int64(300000), int64(52), int64(1800), int64(2400), int64(3), int64(4), int32(739500), uint8(1))
	f.Add(int64(math.MaxInt64), int64(math.MaxInt64), int64(math.MaxInt64), int64(1), int64(math.MaxInt64), int64(1), int64(math.MaxInt64), int32(738000), uint8(3))
	f.Add(int64(-1), int64(0), int64(1), int64(0), int64(9), int64(9), int64(9), int32(0), uint8(7))
	f.Fuzz(func(t *testing.T, total, band, weeks, weekly, minutes, level, needed int64, start int32, method uint8) {
		d := rpl.Delivery{TotalMinutes: total, BandMaxPence: band, Weeks: weeks, WeeklyMinutes: weekly, Start: ksb.Date(start),
			Activities: []rpl.Activity{{ID: "a", Minutes: minutes, Statements: []string{"K1"}}, {ID: "b", Minutes: 1, Statements: []string{"K1", "K2"}}}}
		p := rpl.Prior{Statements: []rpl.Standing{{Statement: "1", Code: "K1", Level: level, Needed: needed}, {Statement: "2", Code: "K2", Needed: 3}}}
		r, problems := rpl.Recognise(d, p, rpl.Options{Method: rpl.Method(method)})
		if r == nil {
			require.NotEmpty(t, problems)
			return
		}
		requireInvariants(t, d, r)
		requireAgreement(t, d, p, r)
	})
}
