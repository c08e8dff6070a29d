package needs

import (
	"math"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// Missing is whose answers count where some are missing.
type Missing uint8

// The policies. The zero Missing is Pairwise.
const (
	// Pairwise counts a person for an item where both importance and performance are
	// answered: all means of an item are of the same people.
	Pairwise Missing = iota
	// Complete counts only people who answered both for every item: every item is judged
	// by the same people, often few.
	Complete
	// Available takes each mean over everyone who answered its question, and the
	// discrepancy over those who answered both. So importance is weighed by people who
	// may not have said how well they do.
	Available
)

func missings() ksb.Names { return ksb.Names{"", "pairwise", "complete", "available"} }

// String names the policy as files do: pairwise, complete, available.
func (m Missing) String() string { return missings().Name(uint8(m) + 1) }

// MarshalText writes the name.
func (m Missing) MarshalText() ([]byte, error) { return missings().Marshal(uint8(m) + 1) }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (m *Missing) UnmarshalText(text []byte) error {
	i, err := missings().Parse(text)
	if err == nil {
		*m = Missing(i - 1)
	}
	return err
}

// Counting says which answers count. The zero Counting is pairwise, whoever answered.
type Counting struct {
	Missing Missing `json:"missing"`
	Fewest  int     `json:"fewest"` // people that a figure must rest on; below 1 counts as 1
}

func (c Counting) fewest() int { return max(c.Fewest, 1) }

// Silent is an item that too few people answered for a method to say anything.
type Silent struct {
	Item string `json:"item"`
	N    int    `json:"n"` // who answered what the method needs
}

// ratings are the answers that count for one item.
type ratings struct {
	item                    Item
	pairs                   []pair    // of people who gave both
	importance, performance []float64 // that the means are taken of
}

type pair struct{ importance, performance float64 }

func (p pair) discrepancy() float64 { return p.importance - p.performance }

// column gathers what counts for every item, and the items with too little. All is
// sorted by value, so that sums do not depend on who is called what.
func (r *Returns) columns(c Counting) (list []ratings, silent []Silent) {
	complete := map[string]int{}
	if c.Missing == Complete {
		complete = r.bothAnswered()
	}
	for i, item := range r.survey.Items {
		column := ratings{item: item}
		for _, a := range r.answers[i] {
			if c.Missing != Complete || complete[a.Respondent] == len(r.survey.Items) {
				column.add(a, c.Missing)
			}
		}
		if len(column.pairs) < c.fewest() {
			silent = append(silent, Silent{item.ID, len(column.pairs)})
			continue
		}
		column.sort()
		list = append(list, column)
	}
	return list, silent
}

// bothAnswered counts the items for which a person gave both ratings.
func (r *Returns) bothAnswered() map[string]int {
	count := map[string]int{}
	for _, answers := range r.answers {
		for _, a := range answers {
			if a.Importance != nil && a.Performance != nil {
				count[a.Respondent]++
			}
		}
	}
	return count
}

func (column *ratings) add(a Answer, m Missing) {
	both := a.Importance != nil && a.Performance != nil
	if both {
		column.pairs = append(column.pairs, pair{*a.Importance, *a.Performance})
	}
	if a.Importance != nil && (both || m == Available) {
		column.importance = append(column.importance, *a.Importance)
	}
	if a.Performance != nil && (both || m == Available) {
		column.performance = append(column.performance, *a.Performance)
	}
}

func (column *ratings) sort() {
	slices.Sort(column.importance)
	slices.Sort(column.performance)
	slices.SortFunc(column.pairs, func(a, b pair) int {
		return slices.Compare([]float64{a.discrepancy(), a.importance}, []float64{b.discrepancy(), b.importance})
	})
}

// discrepancy is the mean of importance less performance, over those who gave both.
func (column *ratings) discrepancy() float64 {
	sum := 0.0
	for _, p := range column.pairs {
		sum += p.discrepancy()
	}
	return sum / float64(len(column.pairs))
}

// mean of a sorted list; 0 of none.
func mean(list []float64) float64 {
	sum := 0.0
	for _, x := range list {
		sum += x
	}
	return sum / float64(max(len(list), 1))
}

// median of a sorted list; 0 of none.
func median(list []float64) float64 {
	n := len(list)
	if n == 0 {
		return 0
	}
	return (list[(n-1)/2] + list[n/2]) / 2
}

// round6 is what numbers are compared by: six decimals, half away from zero.
func round6(x float64) float64 { return math.Round(x*1e6) / 1e6 }
