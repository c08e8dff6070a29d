package calibrate

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// ErrNoVariation: everything was rated alike, so that agreement cannot be told from
// chance.
var ErrNoVariation = errors.New("no variation: everything was rated alike")

// ErrTooFew: there is too little to measure agreement at all.
var ErrTooFew = errors.New("too few ratings")

// MaxRating is the greatest size of a rating, either side of 0.
const MaxRating = 1e6

// Coefficient is a measure of agreement with its interval. What is not defined is 0.
type Coefficient struct {
	Value     float64
	Low, High float64
	Defined   bool // Value is a number
	Bounded   bool // Low and High are numbers
}

// ICC are the six intraclass correlations of Shrout and Fleiss 1979, named by their
// case and by whether one rating or the mean of all k is meant, and the mean squares
// they come from.
//
//	case 1: every target has raters of its own
//	case 2: the raters are a sample of all raters; their leniency is error
//	case 3: these raters are all there are; their leniency is not error
type ICC struct {
	Targets, Raters        int
	One1, Two1, Three1     Coefficient // ICC(1,1), ICC(2,1), ICC(3,1)
	OneK, TwoK, ThreeK     Coefficient // ICC(1,k), ICC(2,k), ICC(3,k)
	Between, Within        float64     // BMS, WMS
	BetweenRaters, Residue float64     // JMS, EMS
}

// Intraclass measures agreement of k raters about n targets: a row a target, a column
// a rater. level is that of the intervals, such as 0.95. Errors: fewer than two rows or
// columns wrap [ErrTooFew]; rows of different lengths, ratings beyond [MaxRating] or a
// level outside (0, 1) wrap [ksb.ErrValue]; ratings that are all equal are
// [ErrNoVariation]. A target with a missing rating must be left out.
func Intraclass(rows [][]float64, level float64) (ICC, error) {
	if err := checkRows(rows, level); err != nil {
		return ICC{}, err
	}
	c := ICC{Targets: len(rows), Raters: len(rows[0])}
	rows = slices.Clone(rows)
	slices.SortFunc(rows, slices.Compare[[]float64]) // the order of the targets does not show
	c.meanSquares(rows)
	if c.Between == 0 && c.Within == 0 {
		return c, ErrNoVariation
	}
	c.points()
	c.bounds((1 - level) / 2)
	for _, coefficient := range []*Coefficient{&c.One1, &c.Two1, &c.Three1, &c.OneK, &c.TwoK, &c.ThreeK} {
		coefficient.settle()
	}
	return c, nil
}

func checkRows(rows [][]float64, level float64) error {
	if !(level > 0 && level < 1) {
		return fmt.Errorf("%w: a level of %v is not between 0 and 1", ksb.ErrValue, level)
	}
	if len(rows) < 2 || len(rows[0]) < 2 {
		return fmt.Errorf("%w: agreement needs two targets and two raters", ErrTooFew)
	}
	for i, row := range rows {
		if len(row) != len(rows[0]) {
			return fmt.Errorf("%w: row %d has %d ratings, the first has %d", ksb.ErrValue, i+1, len(row), len(rows[0]))
		}
		for _, x := range row {
			if !(math.Abs(x) <= MaxRating) {
				return fmt.Errorf("%w: row %d: %v is no rating", ksb.ErrValue, i+1, x)
			}
		}
	}
	return nil
}

// meanSquares is the analysis of variance, each sum of squares from its own deviations,
// so that nothing is lost by subtraction.
func (c *ICC) meanSquares(rows [][]float64) {
	n, k := float64(c.Targets), float64(c.Raters)
	rowMeans, columnMeans, grand, largest := make([]float64, c.Targets), make([]float64, c.Raters), 0.0, 0.0
	for i, row := range rows {
		for j, x := range row {
			rowMeans[i] += x / k
			columnMeans[j] += x / n
			largest = max(largest, math.Abs(x))
		}
		grand += rowMeans[i] / n
	}
	for i, row := range rows {
		c.Between += k * squared(rowMeans[i]-grand) / (n - 1)
		for j, x := range row {
			c.Within += squared(x-rowMeans[i]) / float64(n*(k-1))
			c.Residue += squared(x-rowMeans[i]-columnMeans[j]+grand) / float64((n-1)*(k-1))
		}
	}
	for _, m := range columnMeans {
		c.BetweenRaters += n * squared(m-grand) / (k - 1)
	}
	for _, square := range []*float64{&c.Between, &c.Within, &c.BetweenRaters, &c.Residue} {
		if *square <= 1e-24*squared(largest) { // the rounding of means, not a difference
			*square = 0
		}
	}
}

// squared is never fused with a sum, so that every processor gives the same digits.
func squared(x float64) float64 { return float64(x * x) }

func (c *ICC) points() {
	n, k := float64(c.Targets), float64(c.Raters)
	b, w, j, e := c.Between, c.Within, c.BetweenRaters, c.Residue
	c.One1.Value = (b - w) / (b + float64((k-1)*w))
	c.Two1.Value = (b - e) / (b + float64((k-1)*e) + float64(k*(j-e))/n)
	c.Three1.Value = (b - e) / (b + float64((k-1)*e))
	c.OneK.Value = (b - w) / b
	c.TwoK.Value = (b - e) / (b + (j-e)/n)
	c.ThreeK.Value = (b - e) / b
}

// bounds are the intervals by the F distribution that Shrout and Fleiss give, with tail
// on either side.
func (c *ICC) bounds(tail float64) {
	n, k := float64(c.Targets), float64(c.Raters)
	byRatio(&c.One1, &c.OneK, c.Between, c.Within, k, tail, n-1, n*(k-1))
	byRatio(&c.Three1, &c.ThreeK, c.Between, c.Residue, k, tail, n-1, (n-1)*(k-1))
	c.boundTwo(tail)
	c.TwoK.Low, c.TwoK.High = lengthened(c.Two1.Low, k), lengthened(c.Two1.High, k)
}

// byRatio bounds a coefficient that hangs on the ratio of two mean squares alone.
func byRatio(one, many *Coefficient, between, error, k, tail, n, m float64) {
	if error == 0 { // no disagreement at all
		one.Low, one.High, many.Low, many.High = 1, 1, 1, 1
		return
	}
	low := between / error / fQuantile(1-tail, n, m)
	high := between / error * fQuantile(1-tail, m, n)
	one.Low, one.High = (low-1)/(low+k-1), (high-1)/(high+k-1)
	many.Low, many.High = 1-1/low, 1-1/high
}

// boundTwo is Satterthwaite's approximation for case 2.
func (c *ICC) boundTwo(tail float64) {
	n, k, r := float64(c.Targets), float64(c.Raters), c.Two1.Value
	b, j, e := c.Between, c.BetweenRaters, c.Residue
	raters := float64(k * r * j)
	error := float64(float64(n*(1+float64((k-1)*r)))-float64(k*r)) * e
	v := (k - 1) * (n - 1) * squared(raters+float64(error)) / (float64((n-1)*squared(raters)) + squared(error))
	below, above := math.NaN(), math.NaN()
	if v > 0 && !math.IsInf(v, 1) {
		below, above = fQuantile(1-tail, n-1, v), fQuantile(1-tail, v, n-1)
	}
	rest := float64(k*j) + float64((k*n-k-n)*e) // k, n are whole: their sums are exact
	c.Two1.Low = n * (b - float64(below*e)) / (float64(below*rest) + float64(n*b))
	c.Two1.High = n * (float64(above*b) - e) / (rest + float64(n*above*b))
}

// lengthened is the reliability of the mean of k.
func lengthened(r, k float64) float64 { return k * r / (1 + float64((k-1)*r)) }

// settle marks what is a number and clears what is not. No interval lies off its value.
func (c *Coefficient) settle() {
	finite := func(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
	c.Defined = finite(c.Value)
	c.Bounded = c.Defined && finite(c.Low) && finite(c.High) && c.Low <= c.High
	if !c.Defined {
		c.Value = 0
	}
	if !c.Bounded {
		c.Low, c.High = 0, 0
	}
}

// SpearmanBrown is the reliability of the mean of n ratings of which one has
// reliability r, n being any number above 0: 1/n turns it around. r is in [0, 1]. The
// error wraps [ksb.ErrValue].
func SpearmanBrown(r, n float64) (float64, error) {
	if !(r >= 0 && r <= 1) || !(n > 0) || math.IsInf(n, 1) {
		return 0, fmt.Errorf("%w: reliability %v of %v ratings", ksb.ErrValue, r, n)
	}
	if r == 0 {
		return 0, nil
	}
	return 1 / (1 + (1-r)/r/n), nil
}
