package belief

import (
	"fmt"
	"math"
)

// BaseRates are the shares of a population that are at level 1 or above, 2 or above,
// and so on to the top: what is assumed of somebody of whom nothing is known. They are
// never increasing. As [Scale.Base] they take the place of the uniform ones, and bring
// intervals that are honest for that population: people who are to be compared must be
// judged by the same ones.
type BaseRates []float64

// SharesAtLeast takes a table of shares, a_1 to a_K. The error wraps [ErrParameter]:
// at least one share, each from 0 to 1, none above the one before it.
func SharesAtLeast(shares ...float64) (BaseRates, error) {
	rates := BaseRates(append([]float64(nil), shares...))
	if err := rates.Check(); err != nil {
		return nil, err
	}
	return rates, nil
}

// MeasuredBaseRates counts people with known levels on a scale with this top. A
// person's level counts as "at k or above" from k - ½. One more person is added,
// spread evenly over all levels, so that nobody seen at a level in a small group is not
// taken for nobody ever. The error wraps [ErrParameter]: a top of 1 or more, at least
// one person, every level from 0 to the top.
func MeasuredBaseRates(top int, levels []float64) (BaseRates, error) {
	if top < 1 || len(levels) == 0 {
		return nil, fmt.Errorf("%w: base rates of %d people up to level %d", ErrParameter, len(levels), top)
	}
	rates := make(BaseRates, top)
	for i, level := range levels {
		if !(level >= 0 && level <= float64(top)) {
			return nil, fmt.Errorf("%w: base rates: level %v of person %d is not from 0 to %d", ErrParameter, level, i+1, top)
		}
		for k := 1; k <= top && level >= float64(k)-0.5; k++ {
			rates[k-1]++
		}
	}
	for k := range rates {
		rates[k] = (rates[k] + Scale{Top: top}.base(k+1)) / float64(len(levels)+1)
	}
	return rates, nil
}

// Check tells whether the shares can be base rates; the error wraps [ErrParameter].
func (r BaseRates) Check() error {
	if len(r) == 0 {
		return fmt.Errorf("%w: base rates without a level", ErrParameter)
	}
	for k, share := range r {
		switch {
		case math.IsNaN(share) || share < 0 || share > 1:
			return fmt.Errorf("%w: base rate %v of level %d is not from 0 to 1", ErrParameter, share, k+1)
		case k > 0 && share > r[k-1]:
			return fmt.Errorf("%w: base rate %v of level %d is above %v of level %d", ErrParameter, share, k+1, r[k-1], k)
		}
	}
	return nil
}
