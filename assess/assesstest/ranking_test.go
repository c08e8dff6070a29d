package assesstest

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"
)

func TestRanks(t *testing.T) {
	for _, c := range []struct {
		why        string
		list, want []float64
	}{
		{"from 1 upwards", []float64{30, 10, 20}, []float64{3, 1, 2}},
		{"equals share the mean", []float64{5, 1, 5, 9}, []float64{2.5, 1, 2.5, 4}},
		{"all equal", []float64{0, 0, 0}, []float64{2, 2, 2}},
		{"nothing", nil, []float64{}},
	} {
		if diff := cmp.Diff(c.want, ranks(c.list)); diff != "" {
			t.Errorf("%s: %s", c.why, diff)
		}
	}
}

// TestSpearman: without ties it is 1 - 6 Σd² / (n³-n), the textbook's form.
func TestSpearman(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		n := 2 + random.IntN(12)
		a, b := floats(random.Perm(n)), floats(random.Perm(n))
		sum := 0.0
		for i := range a {
			sum += (a[i] - b[i]) * (a[i] - b[i])
		}
		rho, known := spearman(a, b)
		require.True(t, known)
		require.InDelta(t, 1-6*sum/float64(n*n*n-n), rho, 1e-12)
	}
	_, known := spearman([]float64{1, 1, 1}, []float64{1, 2, 3})
	require.False(t, known, "a list of one value ranks nothing")
}

func floats(list []int) (out []float64) {
	for _, x := range list {
		out = append(out, float64(x))
	}
	return out
}

// TestNDCG: the ideal is the best of all orders, found by trying each.
func TestNDCG(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 100 {
		gains := floats(random.Perm(6)[:4])
		best := 0.0
		for _, order := range permutations(gains) {
			best = max(best, discounted(order, 3))
		}
		share, known := ndcg(gains, 3)
		require.True(t, known)
		require.InDelta(t, discounted(gains, 3)/best, share, 1e-12)
	}
	_, known := ndcg([]float64{0, 0}, 5)
	require.False(t, known, "nothing to gain")
	share, _ := ndcg([]float64{3, 2, 0}, 5)
	require.Equal(t, 1.0, share)
}

func permutations(list []float64) (all [][]float64) {
	if len(list) < 2 {
		return [][]float64{list}
	}
	for i := range list {
		rest := slices.Delete(slices.Clone(list), i, i+1)
		for _, p := range permutations(rest) {
			all = append(all, append([]float64{list[i]}, p...))
		}
	}
	return all
}

func TestCurve(t *testing.T) {
	var c Curve
	c.note(0.95, true)
	c.note(0.95, false)
	c.note(0.1, false)
	c.note(1, true)
	want := Curve{1: {1, 0.1, 0}, 9: {3, 2.9, 2}}
	if diff := cmp.Diff(want, c, cmpopts.EquateApprox(0, 1e-12)); diff != "" {
		t.Error(diff)
	}
	require.InDelta(t, (0.1+0.9)/4, c.Error(), 1e-12)
	require.Zero(t, (&Curve{}).Error())
}

// TestStrayed: both kinds of error have the same spread, and the heavy ones a longer tail.
func TestStrayed(t *testing.T) {
	for _, heavy := range []bool{false, true} {
		d := newDraw(7, 7)
		var square, far float64
		const n = 400_000
		for range n {
			x := d.strayed(heavy)
			square += x * x / n
			far += one(math.Abs(x) > 4) / n
		}
		require.InDelta(t, 1, square, 0.1)
		require.Equal(t, heavy, far > 0.001)
	}
}

func TestPoisson(t *testing.T) {
	d, sum := newDraw(1, 1), 0
	for range 100_000 {
		sum += d.poisson(2)
	}
	require.InDelta(t, 2, float64(sum)/100_000, 0.03)
}
