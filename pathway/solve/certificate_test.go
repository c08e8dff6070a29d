package solve_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// certified solves an instance and returns a certificate that holds.
func certified(t *testing.T, in *solve.Instance) *solve.Certificate {
	t.Helper()
	s, err := solve.Exact(context.Background(), in)
	require.NoError(t, err)
	require.NotNil(t, s.Certificate)
	require.NoError(t, s.Certificate.Check(in))
	return s.Certificate
}

// everyCase visits all cases of a proof.
func everyCase(c *solve.Case, visit func(*solve.Case)) {
	if c != nil {
		visit(c)
		everyCase(c.With, visit)
		everyCase(c.Without, visit)
	}
}

// A certificate that says more than is true does not hold, whatever is forged: since the
// claim is false, there must be something that Check finds.
func TestForgedCertificatesDoNotHold(t *testing.T) {
	t.Parallel()
	in := &solve.Instance{
		Facts: 4,
		Goals: []solve.Goal{{Fact: 0, Weight: 3}, {Fact: 1, Weight: 2}},
		Actions: []solve.Action{
			{Needs: []int{2}, Adds: []int{0}, Cost: 2}, {Needs: []int{2}, Adds: []int{1}, Cost: 3}, {Adds: []int{2}, Cost: 4},
			{Adds: []int{0, 1}, Cost: 20}, {Adds: []int{3}, Cost: 1},
		},
	}
	for _, c := range []struct {
		why   string
		forge func(*solve.Certificate)
	}{
		{"another plan is dearer", func(c *solve.Certificate) { c.Items, c.Value = []int{3}, 20 }},
		{"the plan costs what it costs", func(c *solve.Certificate) { c.Value-- }},
		{"the plan loses what it loses", func(c *solve.Certificate) { c.Lost++ }},
		{"a plan must be one", func(c *solve.Certificate) { c.Items, c.Value = []int{0, 1}, 5 }},
		{"a part of the plan leaves goals open", func(c *solve.Certificate) { c.Items, c.Value, c.Lost = []int{0, 2}, 6, 2 }},
		{"an item twice", func(c *solve.Certificate) { c.Items = append(c.Items, c.Items[0]) }},
		{"an item that does not exist", func(c *solve.Certificate) { c.Items = []int{9} }},
		{"no proof", func(c *solve.Certificate) { c.Cost = nil }},
		{"no cases", func(c *solve.Certificate) { c.Cost.Case = nil }},
		{"a start that is no landmark", func(c *solve.Certificate) {
			c.Cost.Landmarks[0].Zone = append(c.Cost.Landmarks[0].Zone, solve.Label{Fact: 9, Time: -1})
		}},
		{"a time where there is no deadline", func(c *solve.Certificate) { c.Cost.Landmarks[0].Zone[0].Time = 1 }},
		{"a fact that holds from the start", func(c *solve.Certificate) {
			c.Cost.Landmarks[0].Zone = append(c.Cost.Landmarks[0].Zone, solve.Label{Fact: 0, Time: 0})
		}},
		{"a goal that does not exist", func(c *solve.Certificate) { c.Cost.Landmarks[0].Goal = 7 }},
		{"a removal without a reason", func(c *solve.Certificate) { c.Removals = append(c.Removals, solve.Removal{Action: 2, By: 4}) }},
		{"a removal by itself", func(c *solve.Certificate) { c.Removals = append(c.Removals, solve.Removal{Action: 2, By: 2}) }},
		{"a group of actions that go together", func(c *solve.Certificate) { c.Cost.Groups = append(c.Cost.Groups, []int{0, 1}) }},
		{"prices of rows that do not exist", func(c *solve.Certificate) {
			everyCase(c.Cost.Case, func(k *solve.Case) { k.Prices = []solve.Prices{{Unit: 1, Rows: []int{99}, Each: []int64{100}}} })
		}},
		{"prices too low", func(c *solve.Certificate) {
			everyCase(c.Cost.Case, func(k *solve.Case) {
				for _, p := range k.Prices {
					for i := range p.Each {
						p.Each[i] /= 2
					}
				}
			})
		}},
		{"prices too high are overcharged", func(c *solve.Certificate) {
			everyCase(c.Cost.Case, func(k *solve.Case) {
				for _, p := range k.Prices {
					for i := range p.Each {
						p.Each[i] *= 9
					}
				}
			})
		}},
		{"prices that overflow", func(c *solve.Certificate) {
			everyCase(c.Cost.Case, func(k *solve.Case) {
				for _, p := range k.Prices {
					for i := range p.Each {
						p.Each[i] = 1 << 62
					}
				}
			})
		}},
	} {
		forged := certified(t, in)
		c.forge(forged)
		require.Error(t, forged.Check(in), c.why)
	}
}

// What a certificate says of facts must be true of the instance, or nothing of it holds. Fact 3
// never comes true, 4 serves nothing, and 1 comes true after 2 weeks at the soonest.
func TestForgedFactsDoNotHold(t *testing.T) {
	t.Parallel()
	in := &solve.Instance{
		Facts: 6, Deadline: ptr(9), Start: []int{5},
		Goals: []solve.Goal{{Fact: 0, Weight: 3}, {Fact: 1, Weight: 2}, {Fact: 3, Weight: 1}},
		Actions: []solve.Action{
			{Needs: []int{1}, Adds: []int{0}, Cost: 2, Time: 1}, {Adds: []int{1}, Cost: 3, Time: 2}, {Adds: []int{1, 4}, Cost: 4, Time: 3},
			{Needs: []int{3}, Adds: []int{0}, Cost: 1}, {Needs: []int{4}, Adds: []int{4}, Cost: 1},
		},
	}
	honest := certified(t, in)
	require.Equal(t, []int{0, 1}, honest.Items)
	require.Equal(t, []solve.Label{{Fact: 0, Time: 3}, {Fact: 1, Time: 2}, {Fact: 3, Time: -1}, {Fact: 4, Time: 3}}, honest.Beyond)
	require.Equal(t, []int{4}, honest.Idle)
	require.Equal(t, []solve.Removal{{Action: 2, By: 1}}, honest.Removals)
	for _, c := range []struct {
		why   string
		forge func(*solve.Certificate)
	}{
		{"a fact that comes true is not out of reach", func(c *solve.Certificate) { c.Beyond[1].Time = -1 }},
		{"it comes true sooner than that", func(c *solve.Certificate) { c.Beyond[1].Time = 3 }},
		{"it comes true before the deadline", func(c *solve.Certificate) { c.Beyond[1].Time = 10 }},
		{"what comes true after it comes true as soon as it says", func(c *solve.Certificate) { c.Beyond[0].Time = 4 }},
		{"of two times of a fact the later one must be true too", func(c *solve.Certificate) {
			c.Beyond = append(c.Beyond, solve.Label{Fact: 1, Time: 3})
		}},
		{"a fact that does not exist", func(c *solve.Certificate) { c.Beyond[0].Fact = 6 }},
		{"a fact below all", func(c *solve.Certificate) { c.Beyond[0].Fact = -1 }},
		{"what holds from the start is not beyond", func(c *solve.Certificate) { c.Beyond[0].Fact = 5 }},
		{"time 0 says nothing", func(c *solve.Certificate) { c.Beyond[0].Time = 0 }},
		{"a goal that nothing reaches is only known by its fact", func(c *solve.Certificate) { c.Beyond = c.Beyond[:2] }},
		{"a goal is not idle", func(c *solve.Certificate) { c.Idle = append(c.Idle, 1) }},
		{"what serves a goal is not idle", func(c *solve.Certificate) { c.Idle = append(c.Idle, 0, 1) }},
		{"a removal that gives up a fact says that it is idle", func(c *solve.Certificate) { c.Idle = nil }},
		{"an idle fact that does not exist", func(c *solve.Certificate) { c.Idle = append(c.Idle, 6) }},
		{"an idle fact below all", func(c *solve.Certificate) { c.Idle = append(c.Idle, -1) }},
		{"a removal that does not exist", func(c *solve.Certificate) { c.Removals[0].Action = 5 }},
		{"what stands in does not exist", func(c *solve.Certificate) { c.Removals[0].By = -1 }},
		{"what cannot be carried out stands in for nothing", func(c *solve.Certificate) { c.Removals[0] = solve.Removal{Action: 0, By: 3} }},
	} {
		forged := certified(t, in)
		c.forge(forged)
		require.ErrorIs(t, forged.Check(in), solve.ErrCertificate, c.why)
	}
	for _, c := range []struct {
		why   string
		forge func(*solve.Certificate)
	}{
		{"sooner than it is is no lie", func(c *solve.Certificate) { c.Beyond[0].Time = 2 }},
		{"nothing needs what is said of the fact that serves nothing", func(c *solve.Certificate) { c.Beyond = c.Beyond[:3] }},
		{"what cannot be carried out matters to none", func(c *solve.Certificate) { c.Idle = append(c.Idle, 3) }},
	} {
		other := certified(t, in)
		c.forge(other)
		require.NoError(t, other.Check(in), c.why)
	}
}

// An instance that makes no sense is told so, whichever action is at fault: one that is taken,
// one that another outdoes, or one that cannot be carried out.
func TestCheckRefusesWhatMakesNoSense(t *testing.T) {
	t.Parallel()
	sound := func() *solve.Instance {
		return &solve.Instance{
			Facts: 3, Limits: []int64{9}, Deadline: ptr(9), Goals: []solve.Goal{{Fact: 0, Weight: 3}},
			Actions: []solve.Action{{Adds: []int{0}, Cost: 2}, {Adds: []int{0}, Cost: 3}, {Needs: []int{2}, Adds: []int{0}}},
		}
	}
	honest := certified(t, sound())
	require.Equal(t, []solve.Removal{{Action: 1, By: 0}}, honest.Removals)
	for a := range 3 {
		for _, c := range []struct {
			why   string
			want  error
			spoil func(*solve.Instance, *solve.Action)
		}{
			{"it needs a fact that does not exist", solve.ErrRange, func(_ *solve.Instance, a *solve.Action) { a.Needs = append(a.Needs, 3) }},
			{"it adds one", solve.ErrRange, func(_ *solve.Instance, a *solve.Action) { a.Adds = append(a.Adds, -1) }},
			{"it excludes an action that does not exist", solve.ErrRange, func(_ *solve.Instance, a *solve.Action) { a.Excludes = []int{3} }},
			{"it uses a resource that does not exist", solve.ErrRange, func(_ *solve.Instance, a *solve.Action) { a.Uses = []int64{0, 0} }},
			{"it uses less than nothing", solve.ErrNegative, func(_ *solve.Instance, a *solve.Action) { a.Uses = []int64{-1} }},
			{"it costs less than nothing", solve.ErrNegative, func(_ *solve.Instance, a *solve.Action) { a.Cost = -1 }},
			{"it takes less than no time", solve.ErrNegative, func(_ *solve.Instance, a *solve.Action) { a.Time = -1 }},
			{"costs overflow", solve.ErrOverflow, func(in *solve.Instance, a *solve.Action) { a.Cost = solve.MostSum - 1 }},
			{"times overflow", solve.ErrOverflow, func(in *solve.Instance, a *solve.Action) { a.Time = solve.MostTime + 1 }},
			{"use overflows", solve.ErrOverflow, func(in *solve.Instance, a *solve.Action) { a.Uses = []int64{solve.MostSum + 1} }},
			{"less than no facts", solve.ErrNegative, func(in *solve.Instance, _ *solve.Action) { in.Facts = -1 }},
			{"a goal that does not exist", solve.ErrRange, func(in *solve.Instance, _ *solve.Action) { in.Goals[0].Fact = 3 }},
			{"a start that does not exist", solve.ErrRange, func(in *solve.Instance, _ *solve.Action) { in.Start = []int{-1} }},
			{"a weight below nothing", solve.ErrNegative, func(in *solve.Instance, _ *solve.Action) { in.Goals[0].Weight = -1 }},
			{"a limit below nothing", solve.ErrNegative, func(in *solve.Instance, _ *solve.Action) { in.Limits[0] = -1 }},
			{"a deadline before the start", solve.ErrNegative, func(in *solve.Instance, _ *solve.Action) { in.Deadline = ptr(-1) }},
			{"weights overflow", solve.ErrOverflow, func(in *solve.Instance, _ *solve.Action) { in.Goals[0].Weight = solve.MostSum + 1 }},
		} {
			in := sound()
			c.spoil(in, &in.Actions[a])
			require.ErrorIs(t, honest.Check(in), c.want, "action %d: %s", a, c.why)
			_, err := solve.Exact(context.Background(), in)
			require.ErrorIs(t, err, c.want, "action %d: %s", a, c.why)
		}
	}
}

// A row lists an action once, however often its facts are named, and whichever facts of the
// zone it makes true: counted twice it would prove twice its price.
func TestAnActionEntersAZoneOnce(t *testing.T) {
	t.Parallel()
	in := &solve.Instance{
		Facts:   2,
		Goals:   []solve.Goal{{Fact: 0, Weight: 1}},
		Actions: []solve.Action{{Adds: []int{0, 1, 0}, Cost: 4}, {Needs: []int{1, 1}, Adds: []int{0}, Cost: 1}, {Adds: []int{1}, Cost: 5}},
	}
	c := certified(t, in)
	c.Cost.Landmarks = []solve.Landmark{{Goal: 0, Zone: []solve.Label{{Fact: 1, Time: -1}, {Fact: 0, Time: -1}, {Fact: 1, Time: -1}}}}
	c.Cost.Case = &solve.Case{Action: -1, Prices: []solve.Prices{{Unit: 1, Rows: []int{0}, Each: []int64{4}}}}
	require.NoError(t, c.Check(in))
	c.Cost.Case.Prices[0].Each[0] = 3
	require.Error(t, c.Check(in), "one short")
	in.Goals[0].Sources = 2
	c = certified(t, in)
	require.Equal(t, int64(5), c.Value)
	c.Items, c.Value = []int{0}, 4
	require.Error(t, c.Check(in), "what names its fact twice is one source")
}

// Whatever numbers of a certificate are changed, it never comes to prove too much: a
// dearer plan put in the place of the best never checks.
func TestNoForgeryProvesADearerPlan(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(11, 2026))
	forged := 0
	for range 2_500 {
		in := random(rng)
		c := certified(t, in)
		if len(in.Actions) == 0 {
			continue
		}
		// the same problem without one action of the plan has a dearer plan, or as dear
		if len(c.Items) == 0 {
			continue
		}
		gone := c.Items[rng.IntN(len(c.Items))]
		less := *in
		less.Actions = append([]solve.Action{}, in.Actions...)
		less.Actions[gone].Excludes = []int{gone}
		other := certified(t, &less)
		if other.Lost == c.Lost && other.Value == c.Value {
			continue
		}
		for _, p := range []*solve.Proof{other.Impossible, other.Least, other.Cost} {
			if p == nil {
				continue
			}
			everyCase(p.Case, func(k *solve.Case) {
				for _, list := range k.Prices {
					for i := range list.Each {
						list.Each[i] += int64(rng.IntN(2000)) - 500
						list.Each[i] = max(0, list.Each[i])
					}
				}
			})
		}
		require.Error(t, other.Check(in), "%+v\n%+v", in, other)
		lie(rng, in, other)
		require.Error(t, other.Check(in), "%+v\n%+v", in, other)
		forged++
	}
	require.Greater(t, forged, 500)
}

// lie says things of facts and actions that may be wrong.
func lie(rng *rand.Rand, in *solve.Instance, c *solve.Certificate) {
	for range 1 + rng.IntN(3) {
		f, a, b := rng.IntN(in.Facts), rng.IntN(len(in.Actions)), rng.IntN(len(in.Actions))
		switch rng.IntN(4) {
		case 0:
			c.Beyond = append(c.Beyond, solve.Label{Fact: f, Time: -1})
		case 1:
			c.Beyond = append(c.Beyond, solve.Label{Fact: f, Time: 1 + rng.IntN(9)})
		case 2:
			c.Idle = append(c.Idle, f)
		case 3:
			c.Removals = append(c.Removals, solve.Removal{Action: a, By: b})
		}
	}
}

// Pounds in pence, all weights multiples of 35: the same plan, at a multiple of its cost,
// and bounds that are rounded up to such a multiple are proved too.
func TestCostsThatAreMultiples(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(31, 2026))
	for i := range 1_500 {
		in := random(rng)
		before, err := solve.Exact(context.Background(), in)
		require.NoError(t, err)
		for a := range in.Actions {
			in.Actions[a].Cost *= 100
		}
		for g := range in.Goals {
			in.Goals[g].Weight *= 35
		}
		after, err := solve.Exact(context.Background(), in)
		require.NoError(t, err)
		text := fmt.Sprintf("instance %d: %+v", i, in)
		require.Equal(t, []any{before.Items, 100 * before.Value, 100 * before.Bound, 35 * before.Lost, true}, []any{after.Items, after.Value, after.Bound, after.Lost, after.Proved}, text)
		require.NoError(t, after.Certificate.Check(in), text)
		if after.Value > 0 {
			after.Certificate.Value--
			require.Error(t, after.Certificate.Check(in), text)
		}
	}
}

func ExampleCertificate_Check() {
	in := &solve.Instance{
		Facts:   2,
		Goals:   []solve.Goal{{Fact: 0}, {Fact: 1}},
		Actions: []solve.Action{{Adds: []int{0}, Cost: 4}, {Adds: []int{1}, Cost: 3}, {Adds: []int{0, 1}, Cost: 9}},
	}
	s, err := solve.Exact(context.Background(), in)
	if err != nil {
		return
	}
	printPrices(s.Certificate)
	// An honest proof holds, a claim that is too good does not.
	printError(s.Certificate.Check(in))
	s.Certificate.Value--
	printError(s.Certificate.Check(in))
	// Output:
	// one of [0 2] must be taken: 4.000
	// one of [1 2] must be taken: 3.000
	// <nil>
	// certificate does not hold: the items cost 7 and lose 0
}

// printPrices prints the landmarks of a proof without cases, and their prices.
func printPrices(c *solve.Certificate) {
	for _, p := range c.Cost.Case.Prices[:1] {
		for k, i := range p.Rows {
			fmt.Printf("one of %v must be taken: %.3f\n", members(c.Cost.Landmarks[i]), float64(p.Each[k])/float64(p.Unit))
		}
	}
}

// members are, in the example, the actions that close the goal.
func members(l solve.Landmark) []int { return []int{l.Goal, 2} }

func printError(err error) { fmt.Println(err) }
