package routes_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"

	"github.com/skillgap-go/skillgap/pathway/routes"
)

// everyPath walks every path that visits no place twice.
func everyPath(places int, links []routes.Link, from, to int) (all []routes.Path) {
	visited := make([]bool, places)
	var walk func(at int, way []int, cost routes.Cost)
	walk = func(at int, way []int, cost routes.Cost) {
		if at == to {
			all = append(all, routes.Path{Links: slices.Clone(way), Cost: cost})
			return
		}
		visited[at] = true
		for i, l := range links {
			if l.From == at && !visited[l.To] {
				walk(l.To, append(way, i), routes.Cost{cost[0] + l.Cost[0], cost[1] + l.Cost[1], cost[2] + l.Cost[2]})
			}
		}
		visited[at] = false
	}
	walk(from, nil, routes.Cost{})
	return all
}

// sketch invents a small map: rings, links from a place to itself, twins and free links.
func sketch(rng *rand.Rand, criteria int) (places int, links []routes.Link) {
	places = 2 + rng.IntN(6)
	most := []int{1, 3, 20}[rng.IntN(3)]
	for range places + rng.IntN(4*places) {
		l := routes.Link{From: rng.IntN(places), To: rng.IntN(places)}
		for c := range criteria {
			l.Cost[c] = int64(rng.IntN(most + 1))
		}
		links = append(links, l)
	}
	return places, links
}

// follow checks that a path is one, and costs what it says.
func follow(t *testing.T, links []routes.Link, from, to int, p routes.Path) {
	t.Helper()
	at, seen, cost := from, map[int]bool{from: true}, routes.Cost{}
	for _, i := range p.Links {
		require.Equal(t, at, links[i].From)
		at = links[i].To
		require.False(t, seen[at], "%d is visited twice: %v", at, p)
		seen[at] = true
		for c := range cost {
			cost[c] += links[i].Cost[c]
		}
	}
	require.Equal(t, to, at)
	require.Equal(t, cost, p.Cost)
}

func TestShortestAgreesWithEveryPath(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 2026))
	several := 0
	for i := range 8_000 {
		places, links := sketch(rng, 1)
		from, to, k := rng.IntN(places), rng.IntN(places), 1+rng.IntN(12)
		g, err := routes.New(places, links)
		require.NoError(t, err)
		got, err := g.Shortest(t.Context(), from, to, k)
		require.NoError(t, err)
		text := fmt.Sprintf("map %d: %d places, %v, %d to %d, %d best", i, places, links, from, to, k)
		all := everyPath(places, links, from, to)
		var want, costs []int64
		for _, p := range all {
			want = append(want, p.Cost[0])
		}
		slices.Sort(want)
		want = want[:min(k, len(want))]
		seen := map[string]bool{}
		for _, p := range got {
			follow(t, links, from, to, p)
			require.False(t, seen[fmt.Sprint(p.Links)], "listed twice: %s", text)
			seen[fmt.Sprint(p.Links)] = true
			costs = append(costs, p.Cost[0])
		}
		require.Empty(t, gocmp.Diff(want, costs), text)
		if len(got) > 2 {
			several++
		}
	}
	require.Greater(t, several, 1_200, "the maps are too plain to prove anything")
}

func TestParetoAgreesWithEveryPath(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(2, 2026))
	wide := 0
	for i := range 8_000 {
		places, links := sketch(rng, 1+i%3)
		from, to := rng.IntN(places), rng.IntN(places)
		g, err := routes.New(places, links)
		require.NoError(t, err)
		got, err := g.Pareto(t.Context(), from, to)
		require.NoError(t, err)
		text := fmt.Sprintf("map %d: %d places, %v, %d to %d", i, places, links, from, to)
		var costs []routes.Cost
		for _, p := range got {
			follow(t, links, from, to, p)
			costs = append(costs, p.Cost)
		}
		require.Empty(t, gocmp.Diff(front(everyPath(places, links, from, to)), costs), text)
		if len(got) > 2 {
			wide++
		}
	}
	require.Greater(t, wide, 200, "the maps are too plain to prove anything")
}

// front are the costs that no other path is at most as dear as in everything.
func front(all []routes.Path) (costs []routes.Cost) {
	for _, p := range all {
		outdone := slices.ContainsFunc(all, func(q routes.Path) bool { return q.Cost != p.Cost && q.Cost.AtMost(p.Cost) })
		if !outdone {
			costs = append(costs, p.Cost)
		}
	}
	slices.SortFunc(costs, func(a, b routes.Cost) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(costs)
}

// country invents a map of the size of a national one: most links stay near.
func country(seed uint64, places, links int) (list []routes.Link) {
	rng := rand.New(rand.NewPCG(seed, 20_000))
	seen := map[[2]int]bool{}
	for len(list) < links {
		from := rng.IntN(places)
		to := (from + 1 + rng.IntN(places/10)) % places
		if rng.IntN(4) == 0 {
			to = rng.IntN(places)
		}
		if from == to || seen[[2]int{from, to}] {
			continue
		}
		seen[[2]int{from, to}] = true
		list = append(list, routes.Link{From: from, To: to, Cost: routes.Cost{
			int64(1 + rng.IntN(1_000)), int64(1 + rng.IntN(100)), int64(1 + rng.IntN(100)),
		}})
	}
	return list
}

// weighted is the same map for gonum.
func weighted(links []routes.Link) *simple.WeightedDirectedGraph {
	g := simple.NewWeightedDirectedGraph(0, 1e18)
	for _, l := range links {
		g.SetWeightedEdge(g.NewWeightedEdge(simple.Node(l.From), simple.Node(l.To), float64(l.Cost[0])))
	}
	return g
}

// TestShortestAgreesWithYenOfGonum: another implementation on a map of real size.
func TestShortestAgreesWithYenOfGonum(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(3, 2026))
	for i := range 6 {
		links := country(uint64(i), 200, 2_000)
		g, err := routes.New(200, links)
		require.NoError(t, err)
		theirs := weighted(links)
		for range 3 {
			from, to := rng.IntN(200), rng.IntN(200)
			if from == to {
				continue
			}
			got, err := g.Shortest(t.Context(), from, to, 8)
			require.NoError(t, err)
			var want, costs []int64
			for _, way := range path.YenKShortestPaths(theirs, 8, 1e17, simple.Node(from), simple.Node(to)) {
				sum := int64(0)
				for j := 1; j < len(way); j++ {
					w, _ := theirs.Weight(way[j-1].ID(), way[j].ID())
					sum += int64(w)
				}
				want = append(want, sum)
			}
			for _, p := range got {
				follow(t, links, from, to, p)
				costs = append(costs, p.Cost[0])
			}
			require.Empty(t, gocmp.Diff(want, costs))
		}
	}
}

// TestParetoHoldsEveryBest: on a map of real size the front holds the least of each
// criterion, and is in order.
func TestParetoHoldsEveryBest(t *testing.T) {
	t.Parallel()
	links := country(7, 300, 4_000)
	g, err := routes.New(300, links)
	require.NoError(t, err)
	found, err := g.Pareto(t.Context(), 3, 250)
	require.NoError(t, err)
	for c := range routes.MostCriteria {
		alone := slices.Clone(links)
		for i := range alone {
			alone[i].Cost = routes.Cost{links[i].Cost[c]}
		}
		one, err := routes.New(300, alone)
		require.NoError(t, err)
		best, err := one.Shortest(t.Context(), 3, 250, 1)
		require.NoError(t, err)
		least := slices.MinFunc(found, func(p, q routes.Path) int { return cmp.Compare(p.Cost[c], q.Cost[c]) })
		require.Equal(t, best[0].Cost[0], least.Cost[c])
	}
	for i := range found[1:] {
		require.Negative(t, slices.Compare(found[i].Cost[:], found[i+1].Cost[:]))
		require.False(t, found[i].Cost.AtMost(found[i+1].Cost))
	}
}
