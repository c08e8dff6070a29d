package assesstest

import (
	"math"
	"math/rand/v2"
)

// draw is a stream of chance.
type draw struct{ *rand.Rand }

func newDraw(seed, stream uint64) draw { return draw{rand.New(rand.NewPCG(seed, stream))} }

func (d draw) from(n Normal) float64 { return n.Mean + n.SD*d.NormFloat64() }

func (d draw) happens(p float64) bool { return d.Float64() < p }

// poisson counts events of a mean number, by Knuth's product of uniforms.
func (d draw) poisson(mean float64) (n int) {
	limit := math.Exp(-mean)
	for product := d.Float64(); product > limit; product *= d.Float64() {
		n++
	}
	return n
}

// pick returns a place with the odds of the shares, which need not sum to 1.
func (d draw) pick(shares []float64) int {
	total := 0.0
	for _, s := range shares {
		total += s
	}
	x := d.Float64() * total
	for i, s := range shares {
		if x -= s; x < 0 {
			return i
		}
	}
	return len(shares) - 1
}

// strayed is an error with standard deviation 1. That of Student's t with three degrees
// of freedom is √3.
func (d draw) strayed(heavy bool) float64 {
	if !heavy {
		return d.NormFloat64()
	}
	square := 0.0
	for range 3 {
		z := d.NormFloat64()
		square += z * z
	}
	return d.NormFloat64() / math.Sqrt(square/3) / math.Sqrt(3)
}
