package belief

import (
	"cmp"
	"math"
	"slices"
)

// Mean, Last and Max take the average, the newest and the greatest rating for the
// level, as spreadsheets do: a pass at a level is a rating of that level, a failure
// one of the level below, nothing is level 0, and neither age, source nor reliability
// counts. Their opinions know no uncertainty once there is one rating, and they have
// no ledger: they can tell neither contested nor self-only evidence.
type (
	Mean struct{}
	Last struct{}
	Max  struct{}
)

// Name is "mean".
func (Mean) Name() string { return "mean" }

// Name is "last".
func (Last) Name() string { return "last" }

// Name is "max".
func (Max) Name() string { return "max" }

// Estimate takes the average of the ratings.
func (Mean) Estimate(dst *Estimate, s Scale, pieces []Piece) {
	point(dst, s, len(pieces), mean(pieces))
}

// Estimate takes the newest rating; of several of one day the last by ID.
func (Last) Estimate(dst *Estimate, s Scale, pieces []Piece) {
	first, _ := best(pieces, newer)
	point(dst, s, len(pieces), first)
}

// Estimate takes the greatest rating.
func (Max) Estimate(dst *Estimate, s Scale, pieces []Piece) {
	first, _ := best(pieces, greater)
	point(dst, s, len(pieces), first)
}

// Explain tells how far each rating moves the average.
func (Mean) Explain(dst []Contribution, s Scale, pieces []Piece, level int) []Contribution {
	n, m := float64(len(pieces)), mean(pieces)
	return without(dst, pieces, level, m, func(i int) float64 {
		if n == 1 {
			return 0
		}
		return (float64(m*n) - rating(pieces[i])) / (n - 1)
	})
}

// Explain tells what would stand without the newest rating; the others move nothing.
func (Last) Explain(dst []Contribution, s Scale, pieces []Piece, level int) []Contribution {
	return withoutBest(dst, pieces, level, newer)
}

// Explain tells what would stand without the greatest rating; the others move nothing.
func (Max) Explain(dst []Contribution, s Scale, pieces []Piece, level int) []Contribution {
	return withoutBest(dst, pieces, level, greater)
}

// rating is the level that a spreadsheet would note for the piece.
func rating(p Piece) float64 {
	if math.IsNaN(p.Level) {
		return 0
	}
	if p.Mode == Below {
		return max(p.Level-1, 0)
	}
	return p.Level
}

func mean(pieces []Piece) float64 {
	if len(pieces) == 0 {
		return 0
	}
	ratings := make([]float64, len(pieces))
	for i, p := range pieces {
		ratings[i] = rating(p)
	}
	return sortedSum(ratings) / float64(len(pieces))
}

// sortedSum adds from the least to the greatest, so that order does not matter.
func sortedSum(values []float64) (sum float64) {
	slices.Sort(values)
	for _, v := range values {
		sum += v
	}
	return sum
}

func newer(a, b Piece) int {
	return cmp.Or(cmp.Compare(b.AgeDays, a.AgeDays), cmp.Compare(a.ID, b.ID))
}

func greater(a, b Piece) int {
	return cmp.Or(cmp.Compare(rating(a), rating(b)), cmp.Compare(a.ID, b.ID))
}

// best returns the rating of the first piece by an order, and of the second.
func best(pieces []Piece, order func(a, b Piece) int) (first, second float64) {
	at := bestAt(pieces, order)
	if at < 0 {
		return 0, 0
	}
	rest := -1
	for i := range pieces {
		if i != at && (rest < 0 || order(pieces[i], pieces[rest]) > 0) {
			rest = i
		}
	}
	if rest >= 0 {
		second = rating(pieces[rest])
	}
	return rating(pieces[at]), second
}

func bestAt(pieces []Piece, order func(a, b Piece) int) int {
	at := -1
	for i := range pieces {
		if at < 0 || order(pieces[i], pieces[at]) > 0 {
			at = i
		}
	}
	return at
}

// point is an estimate that is certain of one level: AtLeast falls from 1 to 0
// across it, so that the expected gap is the required level less the rating.
func point(dst *Estimate, s Scale, pieces int, level float64) {
	dst.reset(s.Top)
	dst.For, dst.Against = dst.For[:0], dst.Against[:0]
	for k := range s.Top {
		q := min(max(level-float64(k), 0), 1)
		dst.AtLeast[k] = q
		dst.Opinion[k] = Opinion{Uncertainty: 1}
		if pieces > 0 {
			dst.Opinion[k] = Opinion{Belief: q, Disbelief: 1 - q}
		}
	}
	dst.summarise()
}

func without(dst []Contribution, pieces []Piece, level int, all float64, rest func(int) float64) []Contribution {
	at := func(x float64) float64 { return min(max(x-float64(level-1), 0), 1) }
	for i, p := range pieces {
		says := at(rating(p))
		dst = append(dst, Contribution{For: says, Against: 1 - says, Delta: at(all) - at(rest(i))})
	}
	return dst
}

func withoutBest(dst []Contribution, pieces []Piece, level int, order func(a, b Piece) int) []Contribution {
	at := bestAt(pieces, order)
	first, second := best(pieces, order)
	return without(dst, pieces, level, first, func(i int) float64 {
		if i == at {
			return second
		}
		return first
	})
}
