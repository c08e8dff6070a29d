package calibrate

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// Metric is how far two ratings differ. The zero Metric is Nominal.
type Metric uint8

// The metrics of Krippendorff's alpha.
const (
	Nominal  Metric = iota // the same or not
	Ordinal                // how many ratings lie between them
	Interval               // their difference
	Ratio                  // their difference over their sum; for ratings from 0
)

// Resampling is how the interval of alpha is found: so many samples of whole units,
// drawn with a seed.
type Resampling struct {
	Samples int     // below 1: no interval
	Seed    uint64  // same seed, same interval
	Level   float64 // such as 0.95
}

// Alpha is Krippendorff's alpha (2011): 1 less observed over expected disagreement. units
// hold the ratings that each unit was given, by whomever, in any order; a rating that
// is missing is not in the list, and units with fewer than two ratings say nothing.
// Errors: fewer than two ratings to compare wrap [ErrTooFew]; ratings beyond
// [MaxRating], or below 0 for Ratio, or a level outside (0, 1), wrap [ksb.ErrValue];
// ratings that are all equal are [ErrNoVariation].
func Alpha(units [][]float64, m Metric, by Resampling) (Coefficient, error) {
	if err := checkUnits(units, m, by); err != nil {
		return Coefficient{}, err
	}
	sorted := pairable(units)
	if len(sorted) == 0 {
		return Coefficient{}, fmt.Errorf("%w: no unit was rated twice", ErrTooFew)
	}
	var c Coefficient
	var varied bool
	if c.Value, varied = alphaOf(sorted, m); !varied {
		return Coefficient{}, ErrNoVariation
	}
	if by.Samples > 0 {
		c.Low, c.High = resample(sorted, m, by, &c.Bounded)
	}
	c.Defined = true
	return c, nil
}

func checkUnits(units [][]float64, m Metric, by Resampling) error {
	if m > Ratio {
		return fmt.Errorf("%w: no such metric", ksb.ErrValue)
	}
	if by.Samples > 0 && !(by.Level > 0 && by.Level < 1) {
		return fmt.Errorf("%w: a level of %v is not between 0 and 1", ksb.ErrValue, by.Level)
	}
	for _, unit := range units {
		for _, x := range unit {
			if !(math.Abs(x) <= MaxRating) || m == Ratio && x < 0 {
				return fmt.Errorf("%w: %v is no such rating", ksb.ErrValue, x)
			}
		}
	}
	return nil
}

// pairable are the units with two ratings or more, in an order of their own.
func pairable(units [][]float64) (list [][]float64) {
	for _, unit := range units {
		if len(unit) > 1 {
			list = append(list, slices.Sorted(slices.Values(unit)))
		}
	}
	slices.SortFunc(list, slices.Compare[[]float64])
	return list
}

// alphaOf is alpha, and whether there is any variation to speak of.
func alphaOf(units [][]float64, m Metric) (float64, bool) {
	all := slices.Concat(units...)
	slices.Sort(all)
	if all[0] == all[len(all)-1] {
		return 0, false
	}
	place := func(x float64) float64 { return x }
	if m == Ordinal { // as many ratings lie between two values as between their middle ranks
		place, m = middleRanks(all), Interval
		for i, x := range all {
			all[i] = place(x)
		}
	}
	observed := 0.0
	placed := make([]float64, 0, 8)
	for _, unit := range units {
		placed = placed[:0]
		for _, x := range unit {
			placed = append(placed, place(x))
		}
		observed += disagreement(placed, m) / float64(len(unit)-1)
	}
	expected := disagreement(all, m) / float64(len(all)-1)
	if expected == 0 { // differences too small for their squares
		return 0, false
	}
	return 1 - observed/expected, true
}

// middleRanks are the middles of the places that equal values take in a sorted list.
func middleRanks(sorted []float64) func(float64) float64 {
	ranks := map[float64]float64{}
	for start, end := 0, 0; start < len(sorted); start = end {
		for end = start; end < len(sorted) && sorted[end] == sorted[start]; end++ {
		}
		ranks[sorted[start]] = float64(start+end-1) / 2
	}
	return func(x float64) float64 { return ranks[x] }
}

// disagreement sums the squared distances of all ordered pairs of a sorted list.
func disagreement(list []float64, m Metric) float64 {
	n := float64(len(list))
	switch m {
	case Nominal:
		same := 0.0
		for start, end := 0, 0; start < len(list); start = end {
			for end = start; end < len(list) && list[end] == list[start]; end++ {
			}
			same += squared(float64(end - start))
		}
		return squared(n) - same
	case Ratio:
		sum := 0.0
		for i, x := range list {
			for _, y := range list[:i] {
				if x != y {
					sum += float64(2 * squared((x-y)/(x+y)))
				}
			}
		}
		return sum
	}
	mean, sum := 0.0, 0.0
	for _, x := range list {
		mean += x / n
	}
	for _, x := range list {
		sum += squared(x - mean)
	}
	return 2 * n * sum
}

// resample draws as many units as there are, again and again, and reads the ends of the
// interval off the sorted alphas. Samples without variation have no alpha; where they
// are more than half, there is no interval.
func resample(units [][]float64, m Metric, by Resampling, bounded *bool) (low, high float64) {
	random := rand.New(rand.NewPCG(by.Seed, uint64(len(units))))
	drawn := make([][]float64, len(units))
	alphas := make([]float64, 0, by.Samples)
	for range by.Samples {
		for i := range drawn {
			drawn[i] = units[random.IntN(len(units))]
		}
		if alpha, varied := alphaOf(drawn, m); varied {
			alphas = append(alphas, alpha)
		}
	}
	if *bounded = 2*len(alphas) > by.Samples; !*bounded {
		return 0, 0
	}
	slices.Sort(alphas)
	at := func(p float64) float64 { return alphas[int(math.Round(p*float64(len(alphas)-1)))] }
	return at((1 - by.Level) / 2), at((1 + by.Level) / 2)
}
