package ksb

import (
	"fmt"
	"math"
	"strconv"
)

// Rating returns a scale that skills scans are commonly filled in on: "0-4", "1-5",
// "0-10", "rag" (red, amber, green) or "yes-partly-no", and whether there is one of
// that ID. The lowest value is the bottom rung of each, also where it is written 1.
func Rating(id ScaleID) (Scale, bool) {
	switch id {
	case "0-4":
		return Scale{ID: id, Rungs: numbered(0, 4)}, true
	case "1-5":
		return Scale{ID: id, Rungs: numbered(1, 5)}, true
	case "0-10":
		return Scale{ID: id, Rungs: numbered(0, 10)}, true
	case "rag":
		return Scale{ID: id, Rungs: []string{"red", "amber", "green"}}, true
	case "yes-partly-no":
		return Scale{ID: id, Rungs: []string{"no", "partly", "yes"}}, true
	}
	return Scale{}, false
}

func numbered(low, high int) (rungs []string) {
	for n := low; n <= high; n++ {
		rungs = append(rungs, strconv.Itoa(n))
	}
	return rungs
}

// RatingConversion returns the table between two scales of [Rating], and whether there
// is one. No authority publishes such tables; these never credit more than was stated:
// a rung becomes the highest one that stands no higher on its scale, and the top of
// the new scale is for the top of the old one alone. Who knows better what the words
// meant writes a [Conversion] of their own.
func RatingConversion(from, to ScaleID) (Conversion, bool) {
	old, known := Rating(from)
	next, nextKnown := Rating(to)
	if !known || !nextKnown {
		return Conversion{}, false
	}
	return Conversion{From: old, To: next, Rungs: ratingRungs(len(old.Rungs), len(next.Rungs))}, true
}

// ratingRungs are the tables, by the number of rungs of the old and the new scale.
func ratingRungs(from, to int) []Level {
	switch [2]int{from, to} {
	case [2]int{3, 3}:
		return []Level{0, 1, 2}
	case [2]int{3, 5}:
		return []Level{0, 2, 4}
	case [2]int{3, 11}:
		return []Level{0, 5, 10}
	case [2]int{5, 3}:
		return []Level{0, 0, 1, 1, 2}
	case [2]int{5, 5}:
		return []Level{0, 1, 2, 3, 4}
	case [2]int{5, 11}:
		return []Level{0, 2, 5, 7, 10}
	case [2]int{11, 3}:
		return []Level{0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2}
	case [2]int{11, 5}:
		return []Level{0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 4}
	}
	return []Level{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}
}

// ValueRange is the least and the greatest value of a survey question.
type ValueRange struct{ Low, High float64 }

// ONETImportance is the range of the importance scale of O*NET (IM).
func ONETImportance() ValueRange { return ValueRange{1, 5} }

// ONETLevel is the range of the level scale of O*NET (LV).
func ONETLevel() ValueRange { return ValueRange{0, 7} }

// ONETFrequency is the range of O*NET's scale of how often.
func ONETFrequency() ValueRange { return ValueRange{1, 4} }

// Standardise returns a value as a percentage of its range, 0 to 100, as O*NET
// publishes it: (value - low) / (high - low) x 100, not rounded. A value off its
// range, or a range without a length, is an error that wraps [ErrValue].
func (r ValueRange) Standardise(value float64) (float64, error) {
	if !(r.Low < r.High && r.High-r.Low <= math.MaxFloat64 && value >= r.Low && value <= r.High) {
		return 0, fmt.Errorf("%w: %v on a scale from %v to %v", ErrValue, value, r.Low, r.High)
	}
	return (value - r.Low) / (r.High - r.Low) * 100, nil
}
