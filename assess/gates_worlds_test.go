package assess_test

import (
	"math/bits"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// worldsOf is how many credentials the small worlds have: a world is the set of those
// that are held, the others are known not to be.
const worldsOf = 5

// isIn judges a rule of credentials in a world.
func isIn(r *ksb.Rule, world uint) bool {
	count := func(branches []ksb.Rule) (n int) {
		for i := range branches {
			if isIn(&branches[i], world) {
				n++
			}
		}
		return n
	}
	switch {
	case len(r.Any) > 0:
		return count(r.Any) > 0
	case len(r.All) > 0:
		return count(r.All) == len(r.All)
	case len(r.Of) > 0:
		return count(r.Of) >= int(r.AtLeast)
	}
	number, _ := strconv.Atoi(string(r.Credential[1:]))
	return world>>number&1 == 1
}

// nearestOpen are the smallest sets of credentials whose addition to a world gives one in
// which the rule holds, found by looking at every world.
func nearestOpen(r *ksb.Rule, world uint) [][]string {
	var added []uint
	for other := range uint(1) << worldsOf {
		if other&world == world && isIn(r, other) {
			added = append(added, other&^world)
		}
	}
	slices.SortStableFunc(added, func(a, b uint) int { return bits.OnesCount(a) - bits.OnesCount(b) })
	var kept []uint
	sets := [][]string{}
	for _, a := range added {
		if slices.ContainsFunc(kept, func(k uint) bool { return a&k == k }) {
			continue
		}
		kept = append(kept, a)
		var set []string
		for i := range worldsOf {
			if a>>i&1 == 1 {
				set = append(set, "c"+strconv.Itoa(i))
			}
		}
		sets = append(sets, set)
	}
	slices.SortFunc(sets, func(x, y []string) int {
		if len(x) != len(y) {
			return len(x) - len(y)
		}
		return slices.Compare(x, y)
	})
	return sets
}

// risingRule asks for credentials by any, all and at-least, without a not, so that the
// same credential may come up in several branches.
func risingRule(rng *rand.Rand, depth int) ksb.Rule {
	if depth == 0 || rng.IntN(4) == 0 {
		return ksb.Rule{Credential: ksb.CredentialID("c" + strconv.Itoa(rng.IntN(worldsOf)))}
	}
	var branches []ksb.Rule
	for range 1 + rng.IntN(4) {
		branches = append(branches, risingRule(rng, depth-1))
	}
	switch rng.IntN(3) {
	case 0:
		return ksb.Rule{Any: branches}
	case 1:
		return ksb.Rule{All: branches}
	}
	return ksb.Rule{AtLeast: float64(1 + rng.IntN(len(branches))), Of: branches}
}

func inWorld(world uint) (list []assess.Credential) {
	for i := range worldsOf {
		list = append(list, assess.Credential{ID: ksb.CredentialID("c" + strconv.Itoa(i)), Held: new(world>>i&1 == 1)})
	}
	return list
}

// TestOpensInEveryWorld: in each world of credentials a gate is met exactly if its rule
// holds there, and what is said to open it are the smallest additions, all of them.
func TestOpensInEveryWorld(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(61, 2026))
	most := 0
	for range 150 {
		rule := risingRule(rng, 3)
		w := newWorld(t, gated(gateOf(rule)), assess.DefaultPolicy())
		for world := range uint(1) << worldsOf {
			g := w.report(assess.Worker{Credentials: inWorld(world)}, "R", today).Gates[0]
			if isIn(&rule, world) {
				require.Equal(t, assess.GateMet, g.State)
				require.Empty(t, g.Opens)
				continue
			}
			require.Equal(t, assess.GateNotMet, g.State)
			want := nearestOpen(&rule, world)
			if diff := cmp.Diff(want, g.Opens); diff != "" {
				t.Fatalf("%+v in world %05b (-worlds +got):\n%s", rule, world, diff)
			}
			most = max(most, len(want))
		}
	}
	require.Greater(t, most, 4, "some gates have many ways")
}

// TestACredentialMoreClosesNothing: where no gate has a not, a credential more leaves
// open what is open, and the answer no worse.
func TestACredentialMoreClosesNothing(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(62, 2026))
	opened := 0
	for range 600 {
		w := newWorld(t, gated(threeGates(rng, risingRule)...), assess.DefaultPolicy())
		worker := certified(rng.IntN(200))
		for i, c := range inWorld(rng.UintN(1 << worldsOf)) {
			if rng.IntN(3) > 0 || i == 0 { // the others are not known
				worker.Credentials = append(worker.Credentials, c)
			}
		}
		before := w.report(worker, "R", today)
		more := assess.Credential{ID: ksb.CredentialID("c" + strconv.Itoa(rng.IntN(worldsOf))), At: today - ksb.Date(rng.IntN(99))}
		worker.Credentials = append(slices.Clone(worker.Credentials), more)
		after := w.report(worker, "R", today)
		for i, g := range before.Gates {
			require.GreaterOrEqual(t, wider(after.Gates[i].State), wider(g.State), "%s", g.Gate)
			if after.Gates[i].State != g.State {
				opened++
			}
		}
		require.GreaterOrEqual(t, better(after.Ready), better(before.Ready))
	}
	require.Greater(t, opened, 100)
}

// wider puts shut below not known below open.
func wider(s assess.GateState) int {
	return map[assess.GateState]int{assess.GateNotMet: 0, assess.GateUnknown: 1, assess.GateMet: 2}[s]
}
