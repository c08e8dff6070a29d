package solve_test

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// The certificate of a problem that differs a little is full of reasons, all of which are
// nearly right. Wherever its plan loses or costs something else than the best, what differs
// has to be found, be it in the plan or in the proof.
func TestCertificateOfAnotherProblem(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(83, 2026))
	dearer, cheaper := 0, 0
	for range 6_000 {
		in := random(rng)
		if len(in.Actions) == 0 {
			continue
		}
		best, err := solve.Exact(context.Background(), in)
		require.NoError(t, err)
		for range 6 {
			like := alike(rng, in)
			other, err := solve.Exact(context.Background(), like)
			require.NoError(t, err)
			if best.Lost == other.Lost && best.Value == other.Value {
				continue
			}
			require.NoError(t, other.Certificate.Check(like))
			require.ErrorIs(t, other.Certificate.Check(in), solve.ErrCertificate, "%+v\n%+v\n%+v", in, like, other.Certificate)
			if other.Lost < best.Lost || other.Lost == best.Lost && other.Value < best.Value {
				cheaper++
			} else {
				dearer++
			}
		}
	}
	require.Greater(t, dearer, 500)
	require.Greater(t, cheaper, 500)
}

// alike is a problem that differs in one number, or in one entry of a list.
func alike(rng *rand.Rand, in *solve.Instance) *solve.Instance {
	made := *in
	made.Actions = slices.Clone(in.Actions)
	a := &made.Actions[rng.IntN(len(made.Actions))]
	more := func(list []int, n int) []int { return append(slices.Clone(list), rng.IntN(n)) }
	less := func(list []int) []int { return list[:max(0, len(list)-1)] }
	switch rng.IntN(14) {
	case 0:
		a.Needs = more(a.Needs, in.Facts)
	case 1:
		a.Needs = less(a.Needs)
	case 2:
		a.Adds = more(a.Adds, in.Facts)
	case 3:
		a.Adds = less(a.Adds)
	case 4:
		a.Excludes = more(a.Excludes, len(in.Actions))
	case 5:
		a.Excludes = less(a.Excludes)
	case 6:
		a.Time += 1 + rng.IntN(4)
	case 7:
		a.Time /= 2
	case 8:
		a.Cost = int64(rng.IntN(20))
	case 9:
		a.Uses = slices.Clone(a.Uses)
		for r := range a.Uses {
			a.Uses[r] = int64(rng.IntN(9))
		}
	case 10:
		made.Limits = slices.Clone(in.Limits)
		for r := range made.Limits {
			made.Limits[r] = int64(rng.IntN(25))
		}
	case 11:
		made.Start = less(in.Start)
	case 12:
		if in.Deadline != nil {
			made.Deadline = ptr(rng.IntN(12))
		}
	case 13:
		made.Goals = slices.Clone(in.Goals)
		for g := range made.Goals[:min(1, len(made.Goals))] {
			made.Goals[g].Sources = rng.IntN(4)
		}
	}
	return &made
}

// choice is a problem whose only goal each of some actions closes, at these costs.
func choice(costs ...int64) *solve.Instance {
	in := &solve.Instance{Facts: 1, Goals: []solve.Goal{{Weight: 1}}}
	for _, cost := range costs {
		in.Actions = append(in.Actions, solve.Action{Adds: []int{0}, Cost: cost})
	}
	return in
}

// claims is a certificate that some actions are the best plan, by these cases. The only row is
// that the first goal be closed.
func claims(in *solve.Instance, c *solve.Case, items ...int) *solve.Certificate {
	made := &solve.Certificate{Items: items, Cost: &solve.Proof{Case: c, Landmarks: []solve.Landmark{{Zone: []solve.Label{{Time: -1}}}}}}
	for _, i := range items {
		made.Value += in.Actions[i].Cost
	}
	return made
}

// at is a list of prices: of the row, at multiples of the limits.
func at(price int64, multiples ...int64) solve.Prices {
	return solve.Prices{Unit: 1, Multiples: multiples, Rows: []int{0}, Each: []int64{price}}
}

func proved(p ...solve.Prices) *solve.Case { return &solve.Case{Action: -1, Prices: p} }

// In each problem action 1 closes the goal at 9, and another at less. Nothing proves that 9 is
// the least.
func TestForgedCasesDoNotHold(t *testing.T) {
	t.Parallel()
	open, nine := proved(), proved(at(9))
	for _, c := range []struct {
		why   string
		in    *solve.Instance
		cases *solve.Case
		spoil func(*solve.Instance, *solve.Certificate)
	}{
		{"what is dropped without a proof", choice(4, 9), &solve.Case{Action: 0, With: open, Without: nine}, nil},
		{"what is dropped without a case", choice(4, 9), &solve.Case{Action: 0, Without: nine}, nil},
		{"what is taken without a case", choice(9, 9, 4), &solve.Case{Action: 0, With: nine}, nil},
		{"what was taken is taken again", choice(4, 9), &solve.Case{Action: 0, With: &solve.Case{Action: 0, With: open, Without: nine}, Without: nine}, nil},
		{"what was dropped is dropped again", choice(4, 9), &solve.Case{Action: 1, With: nine, Without: &solve.Case{Action: 1, With: nine, Without: open}}, nil},
		{"what is outdone is dropped again", choice(4, 9), &solve.Case{Action: 1, With: nine, Without: open}, func(_ *solve.Instance, c *solve.Certificate) {
			c.Removals = []solve.Removal{{Action: 1, By: 0}}
		}},
		{"an action that does not exist", choice(4, 9), &solve.Case{Action: 2, With: nine, Without: nine}, nil},
		{"a plan may use all there is", choice(4, 9), &solve.Case{Action: 0, Without: proved(at(9, 0))}, func(in *solve.Instance, _ *solve.Certificate) {
			in.Limits, in.Actions[0].Uses = []int64{5}, []int64{5}
		}},
		{"what was used is free again", choice(9, 9, 4), &solve.Case{Action: 0, With: proved(at(0, 0)), Without: &solve.Case{Action: 2, Without: proved(at(9, 0))}}, func(in *solve.Instance, _ *solve.Certificate) {
			in.Limits, in.Actions[0].Uses, in.Actions[2].Uses = []int64{5}, []int64{5}, []int64{5}
		}},
		{"who excludes another may be taken", choice(4, 9), &solve.Case{Action: 0, Without: nine}, func(in *solve.Instance, _ *solve.Certificate) {
			in.Actions[0].Excludes = []int{1}
		}},
		{"who is excluded may be taken", choice(4, 9), &solve.Case{Action: 0, Without: nine}, func(in *solve.Instance, _ *solve.Certificate) {
			in.Actions[1].Excludes = []int{0}
		}},
		{"prices of one list are not those of the next", choice(4, 9), proved(at(5), at(4)), nil},
		{"what a group is spared by one list it is not by the next", choice(1, 9), proved(at(90), at(40)), func(in *solve.Instance, c *solve.Certificate) {
			in.Actions[0].Excludes, c.Cost.Groups = []int{1}, [][]int{{0, 1}}
		}},
		{"a price below nothing", choice(4, 9), proved(at(-9)), nil},
		{"a multiple below nothing", choice(4, 9), proved(at(0, -9)), func(in *solve.Instance, _ *solve.Certificate) { in.Limits = []int64{9} }},
		{"a unit below nothing", choice(4, 9), proved(solve.Prices{Unit: -1, Rows: []int{0}, Each: []int64{9}}), nil},
		{"a price without a row", choice(4, 9), proved(solve.Prices{Unit: 1, Each: []int64{9}}), nil},
		{"a row below all", choice(4, 9), proved(solve.Prices{Unit: 1, Rows: []int{-1}, Each: []int64{9}}), nil},
		{"a goal out of reach has no rows", choice(4, 9), proved(at(9)), func(in *solve.Instance, c *solve.Certificate) {
			in.Facts, in.Goals = 2, append(in.Goals, solve.Goal{Fact: 1})
			c.Beyond = []solve.Label{{Fact: 1, Time: -1}}
			c.Cost.Landmarks = []solve.Landmark{{Goal: 1, Zone: []solve.Label{{Fact: 1, Time: -1}}}}
		}},
		{"a goal of too few sources has none either", choice(4, 9), proved(at(9)), func(in *solve.Instance, c *solve.Certificate) {
			in.Goals, c.Cost.Landmarks[0].Goal = append(in.Goals, solve.Goal{Sources: 3}), 1
		}},
		{"a goal that is closed has none either", choice(4, 9), proved(at(9)), func(in *solve.Instance, c *solve.Certificate) {
			in.Facts, in.Start, in.Goals = 2, []int{1}, append(in.Goals, solve.Goal{Fact: 1})
			c.Cost.Landmarks[0].Goal = 1
		}},
	} {
		forged := claims(c.in, c.cases, 1)
		if c.spoil != nil {
			c.spoil(c.in, forged)
		}
		require.ErrorIs(t, forged.Check(c.in), solve.ErrCertificate, c.why)
	}
}

// Action 0 closes the goal at 3, with what action 1 makes true; action 3 does at 9. Whoever says that
// nothing can come to need fact 1 has action 1 outdone by one that does nothing, and proves 9.
func TestWhatServesAGoalIsNotIdle(t *testing.T) {
	t.Parallel()
	for why, held := range map[string]bool{"a goal that nothing closes yet": false, "a goal that asks for one source more than the start": true} { // any order: each stands alone
		in := &solve.Instance{
			Facts: 2, Goals: []solve.Goal{{}},
			Actions: []solve.Action{{Needs: []int{1}, Adds: []int{0}, Cost: 1}, {Adds: []int{1}, Cost: 2}, {Cost: 1}, {Adds: []int{0}, Cost: 9}},
		}
		forged := claims(in, proved(at(9)), 3)
		forged.Idle, forged.Removals = []int{1}, []solve.Removal{{Action: 1, By: 2}}
		forged.Cost.Landmarks[0].Zone = append(forged.Cost.Landmarks[0].Zone, solve.Label{Fact: 1, Time: -1})
		if held {
			in.Start, in.Goals[0].Sources = []int{0}, 2
			forged.Cost.Landmarks[0].Zone = forged.Cost.Landmarks[0].Zone[1:]
		}
		require.ErrorIs(t, forged.Check(in), solve.ErrCertificate, why)
	}
}

// Who makes the fact of the goal true no sooner than the zone says does not enter it, and closes the
// goal all the same.
func TestWhoClosesAGoalLateIsInItsRow(t *testing.T) {
	t.Parallel()
	in := choice(4, 9)
	in.Deadline, in.Actions[0].Time, in.Actions[1].Time = ptr(9), 5, 1
	forged := claims(in, proved(at(9)), 1)
	forged.Cost.Landmarks[0].Zone[0].Time = 3
	require.ErrorIs(t, forged.Check(in), solve.ErrCertificate)
	honest := claims(in, proved(at(4)), 0)
	honest.Cost.Landmarks[0].Zone[0].Time = 3
	require.NoError(t, honest.Check(in))
}

// Action 1 costs less than action 0, but does not stand in for it. Whoever removes action 0 all the same
// can prove that the plan at 9 or more is the best.
func TestWhatDoesNotStandIn(t *testing.T) {
	t.Parallel()
	adds := func(cost int64, facts ...int) solve.Action { return solve.Action{Cost: cost, Adds: facts} }
	zone := func(goal int, facts ...int) (l solve.Landmark) {
		l.Goal = goal
		for _, f := range facts {
			l.Zone = append(l.Zone, solve.Label{Fact: f, Time: -1})
		}
		return l
	}
	each := func(rows []int, prices ...int64) *solve.Case {
		return proved(solve.Prices{Unit: 1, Rows: rows, Each: prices})
	}
	two := []solve.Goal{{Fact: 0}, {Fact: 1}}
	for _, c := range []struct {
		why       string
		in        *solve.Instance
		landmarks []solve.Landmark
		cases     *solve.Case
		items     []int
	}{
		{
			"it excludes itself",
			&solve.Instance{Facts: 1, Goals: []solve.Goal{{}}, Actions: []solve.Action{
				{Adds: []int{0}, Cost: 4, Excludes: []int{1}}, {Adds: []int{0}, Cost: 3, Excludes: []int{1}}, {}, adds(9, 0),
			}},
			[]solve.Landmark{zone(0, 0)}, each([]int{0}, 9), []int{3},
		},
		{
			"it takes longer",
			&solve.Instance{Facts: 2, Goals: []solve.Goal{{}}, Deadline: ptr(9), Actions: []solve.Action{
				{Adds: []int{1}, Cost: 4, Time: 4}, {Adds: []int{1}, Cost: 3, Time: 5}, {Needs: []int{1}, Adds: []int{0}, Time: 5}, {Adds: []int{0}, Cost: 9, Time: 1},
			}},
			[]solve.Landmark{{Zone: []solve.Label{{Fact: 0, Time: -1}, {Fact: 1, Time: 5}}}}, each([]int{0}, 9), []int{3},
		},
		{
			"it uses more",
			&solve.Instance{Facts: 2, Goals: two, Limits: []int64{5}, Actions: []solve.Action{
				adds(4, 0), {Adds: []int{0}, Cost: 3, Uses: []int64{3}}, {Adds: []int{1}, Cost: 1, Uses: []int64{3}}, adds(9, 0, 1),
			}},
			[]solve.Landmark{zone(0, 0), zone(1, 1)},
			&solve.Case{
				Action:  2,
				With:    &solve.Case{Action: 1, Without: proved(solve.Prices{Unit: 1, Multiples: []int64{0}, Rows: []int{0}, Each: []int64{9}})},
				Without: proved(solve.Prices{Unit: 1, Multiples: []int64{0}, Rows: []int{1}, Each: []int64{9}}),
			}, []int{3},
		},
		{
			"it needs more",
			&solve.Instance{Facts: 2, Goals: []solve.Goal{{}}, Actions: []solve.Action{
				adds(4, 0), {Needs: []int{1}, Adds: []int{0}, Cost: 3}, adds(7, 1), adds(9, 0),
			}},
			[]solve.Landmark{zone(0, 0), zone(0, 0, 1)}, each([]int{0, 1}, 3, 6), []int{3},
		},
		{
			"it excludes more",
			&solve.Instance{Facts: 2, Goals: two, Actions: []solve.Action{
				adds(4, 0), {Adds: []int{0}, Cost: 3, Excludes: []int{2}}, adds(1, 1), adds(9, 0, 1),
			}},
			[]solve.Landmark{zone(0, 0), zone(1, 1)}, &solve.Case{Action: 2, With: each([]int{0}, 9), Without: each([]int{1}, 9)}, []int{3},
		},
		{
			"more exclude it",
			&solve.Instance{Facts: 2, Goals: two, Actions: []solve.Action{
				adds(4, 0), adds(3, 0), {Adds: []int{1}, Cost: 1, Excludes: []int{1}}, adds(9, 0, 1),
			}},
			[]solve.Landmark{zone(0, 0), zone(1, 1)}, &solve.Case{Action: 2, With: each([]int{0}, 9), Without: each([]int{1}, 9)}, []int{3},
		},
		{
			"it is another source",
			&solve.Instance{Facts: 1, Goals: []solve.Goal{{Sources: 2}}, Actions: []solve.Action{adds(4, 0), adds(3, 0), {}, adds(9, 0)}},
			[]solve.Landmark{zone(0)}, each([]int{0}, 9), []int{1, 3},
		},
		{
			"it gives less",
			&solve.Instance{Facts: 2, Goals: two, Actions: []solve.Action{adds(4, 0, 1), adds(3, 0), {}, adds(9, 0, 1)}},
			[]solve.Landmark{zone(1, 1)}, each([]int{0}, 9), []int{3},
		},
	} {
		forged := claims(c.in, c.cases, c.items...)
		forged.Cost.Landmarks = c.landmarks
		forged.Removals = []solve.Removal{{Action: 0, By: 1}}
		require.ErrorIs(t, forged.Check(c.in), solve.ErrCertificate, c.why)
		c.in.Actions[0] = solve.Action{}
		forged.Removals = nil
		require.NoError(t, forged.Check(c.in), "without action 0 it is no lie: %s", c.why)
	}
}

// Cases that hold themselves end all the same, and prove nothing.
func TestCasesThatGoRoundInACircle(t *testing.T) {
	t.Parallel()
	in := choice(4, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9)
	round := &solve.Case{Action: 0}
	round.With, round.Without = round, round
	require.ErrorIs(t, claims(in, round, 1).Check(in), solve.ErrCertificate)
	deep := &solve.Case{Action: 1}
	deep.With, deep.Without = &solve.Case{Action: 1, With: deep, Without: deep}, deep
	require.ErrorIs(t, claims(in, deep, 1).Check(in), solve.ErrCertificate)
}

// What cannot be carried out is in no plan, even if it costs nothing.
func TestItemsThatCannotBeCarriedOut(t *testing.T) {
	t.Parallel()
	in := choice(4)
	in.Facts, in.Actions = 2, append(in.Actions, solve.Action{Needs: []int{1}, Adds: []int{0}})
	honest, forged := claims(in, proved(at(4)), 0), claims(in, proved(at(4)), 0, 1)
	honest.Beyond = []solve.Label{{Fact: 1, Time: -1}}
	forged.Beyond = honest.Beyond
	require.NoError(t, honest.Check(in))
	require.ErrorIs(t, forged.Check(in), solve.ErrCertificate)
}

// An action that is listed twice is one source. Twice the cheaper of two would cost what the prices
// prove, 8, and close a goal that needs both, at 13.
func TestAnItemTwiceIsOneSource(t *testing.T) {
	t.Parallel()
	in := choice(4, 9)
	in.Goals[0].Sources = 2
	forged := claims(in, proved(at(4)), 0, 0)
	forged.Cost.Landmarks[0].Zone = nil
	require.ErrorIs(t, forged.Check(in), solve.ErrCertificate)
	honest := claims(in, proved(at(9)), 0, 1)
	honest.Cost.Landmarks[0].Zone = nil
	require.NoError(t, honest.Check(in))
}

// Beside the forged cases: the same ones prove what is true.
func TestHonestCasesHold(t *testing.T) {
	t.Parallel()
	in := choice(9, 9, 10)
	for _, c := range []*solve.Case{
		proved(at(9)),
		{Action: 0, With: proved(at(0)), Without: proved(at(9))},
		{Action: 2, With: proved(at(0)), Without: &solve.Case{Action: 2, Without: proved(at(9))}},
		{Action: 0, With: &solve.Case{Action: 0, With: proved(at(0))}, Without: proved(at(9))},
		proved(at(5), at(9)),
		proved(solve.Prices{Unit: 7, Rows: []int{0}, Each: []int64{57}}), // 57/7 are more than 8
	} {
		require.NoError(t, claims(in, c, 1).Check(in), "%+v", c)
	}
	require.Error(t, claims(in, proved(solve.Prices{Unit: 7, Rows: []int{0}, Each: []int64{56}}), 1).Check(in), "56/7 are 8")
}

// Sums that pass 64 bits come to anything. Each list would prove that no plan costs less than
// one of 9 or more.
func TestSumsThatWrapProveNothing(t *testing.T) {
	t.Parallel()
	// Three times the third of 2 to the power 64 is -1: who is in three rows would be left more
	// than it costs, and four rows pay.
	third := int64(math.MaxUint64 / 3)
	in := &solve.Instance{Facts: 4, Goals: []solve.Goal{{Fact: 0}, {Fact: 1}, {Fact: 2}, {Fact: 3}}}
	for f := range 4 {
		in.Actions = append(in.Actions, solve.Action{Cost: 1, Adds: []int{f, (f + 1) % 4, (f + 2) % 4}})
	}
	in.Actions = append(in.Actions, solve.Action{Cost: 9, Adds: []int{0, 1, 2}})
	rows := claims(in, proved(solve.Prices{Unit: 1, Rows: []int{0, 1, 2, 3}, Each: []int64{third, third, third, third}}), 1, 4)
	rows.Cost.Landmarks = nil
	for f := range 4 {
		rows.Cost.Landmarks = append(rows.Cost.Landmarks, solve.Landmark{Goal: f, Zone: []solve.Label{{Fact: f, Time: -1}}})
	}
	require.ErrorIs(t, rows.Check(in), solve.ErrCertificate, "prices")

	// Eight actions that are each overcharged by an eighth of it.
	many := choice(4, 9, 4, 4, 4, 4, 4, 4)
	require.ErrorIs(t, claims(many, proved(at(math.MaxInt64/4-9)), 1).Check(many), solve.ErrCertificate, "what is owed")

	// Twelve times a limit of 2 to the power 60 is less than nothing, and sixteen times is nothing.
	limited := choice(4, 9)
	limited.Limits, limited.Actions[0].Uses = []int64{1 << 60}, []int64{1}
	for _, p := range []solve.Prices{at(0, 12), at(9, 16)} {
		require.ErrorIs(t, claims(limited, proved(p), 1).Check(limited), solve.ErrCertificate, "limits: %v", p)
	}

	// A unit so large that what can be afforded is less than nothing.
	dear := choice(4, 9)
	require.ErrorIs(t, claims(dear, proved(solve.Prices{Unit: math.MaxInt64 / 7, Rows: []int{0}, Each: []int64{0}}), 1).Check(dear), solve.ErrCertificate, "the unit")
}
