package blim

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/assess/probe"
	"github.com/skillgap-go/skillgap/ksb"
)

// Pattern is a set of items answered with "yes", all others with "no", and how many
// people did so.
type Pattern struct {
	Yes    probe.Set
	People int
}

// gathered are patterns, each once, with people, in the order of their bits; and how
// many people there are.
func gathered(s probe.Structure, data []Pattern) (list []Pattern, people int, err error) {
	if len(s.States) == 0 {
		return nil, 0, fmt.Errorf("blim: %w: a structure without states", ksb.ErrValue)
	}
	const most = 1 << 40 // sums stay whole numbers
	for _, p := range data {
		if p.People < 0 || p.People > most-people {
			return nil, 0, fmt.Errorf("blim: %w: %d people", ksb.ErrValue, p.People)
		}
		for i := range p.Yes.Items() {
			if i >= s.Items {
				return nil, 0, fmt.Errorf("blim: %w: item %d of %d", ksb.ErrValue, i, s.Items)
			}
		}
		people += p.People
	}
	if people == 0 {
		return nil, 0, fmt.Errorf("blim: %w: nobody answered", ksb.ErrMissing)
	}
	return merged(data), people, nil
}

func merged(data []Pattern) (list []Pattern) {
	sorted := slices.Clone(data)
	slices.SortFunc(sorted, func(a, b Pattern) int { return cmp.Compare(a.Yes, b.Yes) })
	for _, p := range sorted {
		switch last := len(list) - 1; {
		case p.People == 0:
		case last >= 0 && list[last].Yes == p.Yes:
			list[last].People += p.People
		default:
			list = append(list, p)
		}
	}
	return list
}

// Discrepancy is in how many items, on average over people, an answer pattern differs
// from the state nearest to it. 0: every pattern is a state. The error wraps
// [ksb.ErrValue] or [ksb.ErrMissing], as that of [Estimate].
func Discrepancy(s probe.Structure, data []Pattern) (float64, error) {
	list, people, err := gathered(s, data)
	if err != nil {
		return 0, err
	}
	return discrepancy(s, list, people), nil
}

func discrepancy(s probe.Structure, list []Pattern, people int) float64 {
	total := 0.0
	for _, p := range list {
		total += float64(float64(p.People) * float64(least(s, p.Yes)))
	}
	return total / float64(people)
}

// least is the distance from a pattern to the nearest state.
func least(s probe.Structure, yes probe.Set) int {
	best := s.Items + 1
	for _, k := range s.States {
		best = min(best, (k ^ yes).Len())
	}
	return best
}
