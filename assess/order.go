package assess

import (
	"cmp"
	"math"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// Compare orders gaps: 1. critical and not met first, not applicable last;
// 2. Priority, descending; 3. probability at the required level, ascending;
// 4. Importance, descending; 5. Code in natural order; 6. ID. Numbers are compared
// after rounding to six decimals.
func (g *Gap) Compare(h *Gap) int {
	if order := g.sortKey(g.Priority, 0).compare(h.sortKey(h.Priority, 0)); order != 0 {
		return order
	}
	if order := ksb.CompareCodes(g.Code, h.Code); order != 0 {
		return order
	}
	return strings.Compare(string(g.Statement), string(h.Statement))
}

// sortKey is what a gap is ranked by, rounded once. place is its position among the
// needs, which stand in the order of their codes and IDs already.
type sortKey struct {
	tier                             tier
	leading, probability, importance float64
	place                            int
	gap                              *Gap
}

func (g *Gap) sortKey(leading float64, place int) sortKey {
	return sortKey{g.tier, round6(leading), round6(g.Probability()), round6(g.Importance), place, g}
}

func (k sortKey) compare(l sortKey) int {
	switch {
	case k.tier != l.tier:
		return cmp.Compare(k.tier, l.tier)
	case k.leading != l.leading:
		return cmp.Compare(l.leading, k.leading)
	case k.probability != l.probability:
		return cmp.Compare(k.probability, l.probability)
	case k.importance != l.importance:
		return cmp.Compare(l.importance, k.importance)
	}
	return cmp.Compare(k.place, l.place)
}

// round6 rounds half away from zero to the six decimals that reports show.
func round6(x float64) float64 { return math.Round(x*1e6) / 1e6 }
