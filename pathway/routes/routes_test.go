package routes_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/graph/path"
	"gonum.org/v1/gonum/graph/simple"

	"github.com/skillgap-go/skillgap/pathway/routes"
)

// Three ways from 0 to 3: the cheap one is slow, the quick one is dear.
func ways() []routes.Link {
	return []routes.Link{
		{From: 0, To: 1, Cost: routes.Cost{1, 5}}, {From: 1, To: 3, Cost: routes.Cost{1, 5}},
		{From: 0, To: 2, Cost: routes.Cost{4, 1}}, {From: 2, To: 3, Cost: routes.Cost{4, 1}},
		{From: 0, To: 3, Cost: routes.Cost{9, 4}}, {From: 3, To: 0, Cost: routes.Cost{0, 0}},
	}
}

func ExampleGraph_Shortest() {
	g, err := routes.New(4, ways())
	if err != nil {
		fmt.Println(err)
		return
	}
	paths, _ := g.Shortest(context.Background(), 0, 3, 5)
	for _, p := range paths {
		fmt.Println(p.Cost[0], p.Links)
	}
	// Output:
	// 2 [0 1]
	// 8 [2 3]
	// 9 [4]
}

func ExampleGraph_Pareto() {
	g, err := routes.New(4, ways())
	if err != nil {
		fmt.Println(err)
		return
	}
	paths, _ := g.Pareto(context.Background(), 0, 3)
	for _, p := range paths {
		fmt.Println(p.Cost, p.Links)
	}
	// Output:
	// [2 10 0] [0 1]
	// [8 2 0] [2 3]
}

func TestMisuse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why    string
		places int
		links  []routes.Link
		want   error
	}{
		{"a place that is not there", 2, []routes.Link{{From: 0, To: 2}}, routes.ErrRange},
		{"a place below zero", 2, []routes.Link{{From: -1, To: 1}}, routes.ErrRange},
		{"no number of places", -1, nil, routes.ErrRange},
		{"a cost below zero", 2, []routes.Link{{From: 0, To: 1, Cost: routes.Cost{0, -1}}}, routes.ErrNegative},
		{"costs that no sum can hold", 2, []routes.Link{{From: 0, To: 1, Cost: routes.Cost{math.MaxInt64}}}, routes.ErrOverflow},
	} {
		_, err := routes.New(c.places, c.links)
		require.ErrorIs(t, err, c.want, c.why)
	}
	g, err := routes.New(2, nil)
	require.NoError(t, err)
	_, err = g.Shortest(t.Context(), 0, 2, 1)
	require.ErrorIs(t, err, routes.ErrRange)
	_, err = g.Pareto(t.Context(), -1, 0)
	require.ErrorIs(t, err, routes.ErrRange)
}

func TestNothingLeadsThere(t *testing.T) {
	t.Parallel()
	g, err := routes.New(3, []routes.Link{{From: 0, To: 1}, {From: 2, To: 1}})
	require.NoError(t, err)
	for _, c := range []struct {
		why               string
		from, to, k, want int
	}{
		{"no way", 0, 2, 3, 0}, {"a place to itself: the way without links", 1, 1, 3, 1}, {"none asked for", 0, 1, 0, 0},
	} {
		paths, err := g.Shortest(t.Context(), c.from, c.to, c.k)
		require.NoError(t, err)
		require.Len(t, paths, c.want, c.why)
		if c.k > 0 {
			paths, err = g.Pareto(t.Context(), c.from, c.to)
			require.NoError(t, err)
			require.Len(t, paths, c.want, c.why)
		}
	}
}

func TestEndedContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	g, err := routes.New(4, ways())
	require.NoError(t, err)
	_, err = g.Shortest(ctx, 0, 3, 2)
	require.ErrorIs(t, err, context.Canceled)
	_, err = g.Pareto(ctx, 0, 3)
	require.ErrorIs(t, err, context.Canceled)
}

// TestNewLinkNeverLengthens: with one more link no rank of the list gets dearer.
func TestNewLinkNeverLengthens(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		links := country(seed, 60, 400)
		before, err := routes.New(60, links[1:])
		require.NoError(t, err)
		after, err := routes.New(60, links)
		require.NoError(t, err)
		was, err := before.Shortest(t.Context(), 0, 59, 6)
		require.NoError(t, err)
		is, err := after.Shortest(t.Context(), 0, 59, 6)
		require.NoError(t, err)
		for i := range was {
			require.LessOrEqual(t, is[i].Cost[0], was[i].Cost[0])
		}
	}
}

const roles, steps = 1_000, 20_000

func nation(b *testing.B) (*routes.Graph, []routes.Link) {
	b.Helper()
	links := country(1, roles, steps)
	g, err := routes.New(roles, links)
	require.NoError(b, err)
	b.ReportAllocs()
	return g, links
}

func BenchmarkShortest5(b *testing.B) {
	g, _ := nation(b)
	n := 0
	for b.Loop() {
		n++
		if p, err := g.Shortest(context.Background(), n*7%roles, (n*131+500)%roles, 5); err != nil || len(p) == 0 {
			b.Fatal(err)
		}
	}
}

func BenchmarkShortest5Gonum(b *testing.B) {
	_, links := nation(b)
	g := weighted(links)
	n := 0
	for b.Loop() {
		n++
		path.YenKShortestPaths(g, 5, 1e17, simple.Node(n*7%roles), simple.Node((n*131+500)%roles))
	}
}

func BenchmarkPareto2(b *testing.B) { benchmarkPareto(b, 2) }

func BenchmarkPareto3(b *testing.B) { benchmarkPareto(b, 3) }

func benchmarkPareto(b *testing.B, criteria int) {
	_, links := nation(b)
	for i := range links {
		for c := criteria; c < routes.MostCriteria; c++ {
			links[i].Cost[c] = 0
		}
	}
	g, err := routes.New(roles, links)
	require.NoError(b, err)
	n, found := 0, 0
	for b.Loop() {
		n++
		p, err := g.Pareto(context.Background(), n*7%roles, (n*131+500)%roles)
		if err != nil {
			b.Fatal(err)
		}
		found += len(p)
	}
	b.ReportMetric(float64(found)/float64(n), "front")
}

func BenchmarkNew(b *testing.B) {
	_, links := nation(b)
	for b.Loop() {
		if _, err := routes.New(roles, links); err != nil {
			b.Fatal(err)
		}
	}
}
