package ksb

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

// graph lists where the edges of each node lead.
type graph [][]int32

func (g graph) next(v int32) []int32 { return g[v] }

// reach is the oracle (Floyd and Warshall 1962): reach[a][b] tells whether a walk of
// at least one edge leads from a to b.
func (g graph) reach() [][]bool {
	far := make([][]bool, len(g))
	for v := range g {
		far[v] = make([]bool, len(g))
		for _, w := range g[v] {
			far[v][w] = true
		}
	}
	for via := range g {
		for a := range g {
			for b := range g {
				far[a][b] = far[a][b] || far[a][via] && far[via][b]
			}
		}
	}
	return far
}

// ringsByReach puts nodes together that reach one another.
func (g graph) ringsByReach() (found [][]int32) {
	far := g.reach()
	for a := range g {
		var ring []int32
		for b := range g {
			if far[a][b] && far[b][a] {
				ring = append(ring, int32(b))
			}
		}
		if len(ring) > 0 && ring[0] == int32(a) { // told once, by its first node
			found = append(found, ring)
		}
	}
	return found
}

func randomGraph(random *rand.Rand) graph {
	g := make(graph, 1+random.IntN(12))
	for range random.IntN(2 * len(g)) {
		v := random.IntN(len(g))
		g[v] = append(g[v], int32(random.IntN(len(g))))
	}
	return g
}

func TestRingsAgreeWithReachability(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	for range 5_000 {
		g := randomGraph(random)
		want := g.ringsByReach()
		if diff := cmp.Diff(want, rings(len(g), g.next)); diff != "" {
			t.Fatalf("%v: %s", g, diff)
		}
		for _, ring := range want {
			way := wayRound(ring, g.next)
			requireWalk(t, g, ring, way)
			require.Len(t, way, g.shortestRound(ring[0]), "%v", g)
		}
	}
}

// requireWalk: the way starts at the first node, follows edges, stays in the ring,
// meets no node twice and ends where an edge leads back.
func requireWalk(t *testing.T, g graph, ring, way []int32) {
	t.Helper()
	require.Equal(t, ring[0], way[0])
	for i, v := range way {
		require.Contains(t, ring, v)
		require.Contains(t, g[v], way[(i+1)%len(way)], "%v: no edge after %d in %v", g, v, way)
	}
	met := slices.Clone(way)
	slices.Sort(met)
	require.Len(t, slices.Compact(met), len(way))
}

// shortestRound counts the edges of a shortest walk from a node back to it.
func (g graph) shortestRound(start int32) int {
	here := map[int32]bool{start: true}
	for steps := 1; steps <= len(g); steps++ {
		next := map[int32]bool{}
		for v := range here {
			for _, w := range g[v] {
				next[w] = true
			}
		}
		if next[start] {
			return steps
		}
		here = next
	}
	return 0
}

// A chain as long as a large framework must not cost a stack frame too many.
func TestRingsOfALongChain(t *testing.T) {
	const length = 20_000
	g := make(graph, length)
	for v := range int32(length - 1) {
		g[v] = []int32{v + 1}
	}
	require.Empty(t, rings(length, g.next))
	g[length-1] = []int32{0}
	found := rings(length, g.next)
	require.Len(t, found, 1)
	require.Len(t, found[0], length)
}
