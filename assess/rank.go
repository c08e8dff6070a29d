package assess

import "math"

// Above is the probability that g is truly the greater need of the two, ties split:
// the exact double sum over the shortfalls of both, weighted by importance. Weighted
// shortfalls are compared after rounding to nine decimals, so that .3 x 2 ties with
// .2 x 3.
func Above(g, h *Gap) (p float64) {
	ours, theirs := g.shortfalls(), h.shortfalls()
	for x, px := range ours {
		for y, py := range theirs {
			switch d := round9(g.Importance*float64(x)) - round9(h.Importance*float64(y)); {
			case d > 0:
				p += float64(px * py)
			case d == 0:
				p += float64(px * py / 2)
			}
		}
	}
	return p
}

func round9(x float64) float64 { return math.Round(x*1e9) / 1e9 }

// shortfalls is the distribution of the number of rungs below the required level.
func (g *Gap) shortfalls() []float64 {
	level := int(g.Level)
	mass := make([]float64, level+1)
	mass[0] = g.AtLeast[level-1]
	for j := 1; j <= level; j++ {
		mass[j] = g.atLeast(level-j) - g.atLeast(level-j+1)
	}
	return mass
}

// atLeast is q_k, with q_0 = 1.
func (g *Gap) atLeast(k int) float64 {
	if k == 0 {
		return 1
	}
	return g.AtLeast[k-1]
}

// variance is that of the shortfall.
func (g *Gap) variance() float64 {
	var square float64
	for j, p := range g.shortfalls() {
		square += float64(p * float64(j*j))
	}
	return max(square-float64(g.Expected*g.Expected), 0)
}
