package belief

import (
	"cmp"
	"slices"
	"strings"
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
	rs := dst.rate(s, pieces)
	point(dst, s, len(rs), average(rs))
}

// Estimate takes the newest rating; of several of one day the last by ID.
func (Last) Estimate(dst *Estimate, s Scale, pieces []Piece) {
	rs := dst.rate(s, pieces)
	point(dst, s, len(rs), first(rs, rating.newer, 0))
}

// Estimate takes the greatest rating.
func (Max) Estimate(dst *Estimate, s Scale, pieces []Piece) {
	rs := dst.rate(s, pieces)
	point(dst, s, len(rs), first(rs, rating.greater, 0))
}

// Explain tells how far each rating moves the average.
func (Mean) Explain(dst []Contribution, s Scale, pieces []Piece, level int) []Contribution {
	rs := ratings(nil, s, pieces)
	n, all := float64(len(rs)), average(rs)
	rest := func(r rating) float64 {
		if n == 1 {
			return 0
		}
		return (float64(all*n) - r.value) / (n - 1)
	}
	return without(dst, rs, len(pieces), level, all, rest)
}

// Explain tells what would stand without the newest rating; the others move nothing.
func (Last) Explain(dst []Contribution, s Scale, pieces []Piece, level int) []Contribution {
	return withoutFirst(dst, ratings(nil, s, pieces), len(pieces), level, rating.newer)
}

// Explain tells what would stand without the greatest rating; the others move nothing.
func (Max) Explain(dst []Contribution, s Scale, pieces []Piece, level int) []Contribution {
	return withoutFirst(dst, ratings(nil, s, pieces), len(pieces), level, rating.greater)
}

// rating is what a spreadsheet would note for a piece.
type rating struct {
	piece      int // position in the input
	value, age float64
	id         string
}

// rate notes the ratings in the memory of e.
func (e *Estimate) rate(s Scale, pieces []Piece) []rating {
	e.scratch.ratings = ratings(e.scratch.ratings[:0], s, pieces)
	return e.scratch.ratings
}

// ratings notes the pieces that say something.
func ratings(list []rating, s Scale, pieces []Piece) []rating {
	for i, p := range pieces {
		if p.silent() {
			continue
		}
		value := s.clamp(p.Level)
		if p.Mode == Below {
			value = max(value-1, 0)
		}
		list = append(list, rating{piece: i, value: value, age: p.AgeDays, id: p.ID})
	}
	return list
}

func (r rating) newer(q rating) int {
	return cmp.Or(cmp.Compare(r.age, q.age), strings.Compare(q.id, r.id), cmp.Compare(q.value, r.value))
}

func (r rating) greater(q rating) int {
	return cmp.Or(cmp.Compare(q.value, r.value), strings.Compare(q.id, r.id))
}

// average adds from the least to the greatest, so that order does not matter.
func average(rs []rating) (sum float64) {
	if len(rs) == 0 {
		return 0
	}
	slices.SortFunc(rs, func(r, q rating) int { return cmp.Compare(r.value, q.value) })
	for _, r := range rs {
		sum += r.value
	}
	return sum / float64(len(rs))
}

// first sorts the ratings and returns the value at a place, 0 if there is none.
func first(rs []rating, order func(r, q rating) int, place int) float64 {
	slices.SortFunc(rs, order)
	if place < len(rs) {
		return rs[place].value
	}
	return 0
}

// point is an estimate that is certain of one level: AtLeast falls from 1 to 0
// across it, so that the expected gap is the required level less the rating.
func point(dst *Estimate, s Scale, pieces int, level float64) {
	dst.resetPlain(s.Top)
	for k := range s.Top {
		q := reached(level, k+1)
		dst.AtLeast[k] = q
		dst.Opinion[k] = Opinion{Uncertainty: 1}
		if pieces > 0 {
			dst.Opinion[k] = Opinion{Belief: q, Disbelief: 1 - q}
		}
	}
	dst.summarise()
}

// reached is how much of rung k a rating covers.
func reached(x float64, k int) float64 { return min(max(x-float64(k-1), 0), 1) }

// without compares what stands with all ratings and without each. What says nothing
// adds nothing.
func without(dst []Contribution, rs []rating, pieces, level int, all float64, rest func(rating) float64) []Contribution {
	start := len(dst)
	dst = append(dst, make([]Contribution, pieces)...)
	for _, r := range rs {
		says := reached(r.value, level)
		dst[start+r.piece] = Contribution{For: says, Against: 1 - says, Delta: reached(all, level) - reached(rest(r), level)}
	}
	return dst
}

func withoutFirst(dst []Contribution, rs []rating, pieces, level int, order func(r, q rating) int) []Contribution {
	all, second := first(rs, order, 0), first(rs, order, 1)
	return without(dst, rs, pieces, level, all, func(r rating) float64 {
		if r.piece == rs[0].piece {
			return second
		}
		return all
	})
}
