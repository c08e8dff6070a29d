package match

import (
	"cmp"
	"slices"

	"github.com/skillgap-go/skillgap/ksb/match/rank"
)

// favour is what else is known of statements beside their words.
type favour struct {
	ahead         float64              // what the favoured are ahead of others, where 1 is the best fused score
	is            func(id string) bool // which are favoured
	asked, others string               // cases of statementConfidence, for the favoured and the others
	all           bool                 // statements that share nothing with the text count, too
	mayBeExact    func(id string) bool // which may be the same as the text that they have; others are only like it
	bySure        bool                 // the most confident come first, not those with the best score
}

// favouring is suggest with some statements ahead of others.
func (s *Statements) favouring(f favour, text string, k int) (list []Suggestion) {
	d := s.desks.Get().(*statementDesk)
	defer s.desks.Put(d)
	d.read(s, text)
	if len(d.tokens) == 0 {
		return nil
	}
	same, barred := s.known(d)
	same = slices.DeleteFunc(slices.Clone(same), func(n uint32) bool { return !f.mayBeExact(s.ids[n]) })
	hits := slices.Clone(s.inOrder(s.fuse(d), same))
	if f.all {
		hits = s.withRest(hits)
	}
	for i := range hits {
		if f.is(s.ids[hits[i].Doc]) {
			hits[i].Score += f.ahead
		}
		hits[i].Score /= 1 + f.ahead
	}
	slices.SortStableFunc(hits, func(a, b rank.Hit) int { return cmp.Compare(b.Score, a.Score) })
	hits = slices.DeleteFunc(hits, func(h rank.Hit) bool { return slices.Contains(barred, h.Doc) })
	wanted := k
	if f.bySure {
		wanted = max(k, statementDepth)
	}
	for i, h := range hits[:min(wanted, len(hits))] {
		asked := f.others
		if f.is(s.ids[h.Doc]) {
			asked = f.asked
		}
		list = append(list, s.suggestion(d, h, i+1, same, asked))
	}
	if f.bySure {
		surestFirst(list)
	}
	return list[:min(k, len(list))]
}

// surestFirst orders suggestions by their confidence, those with the very text before all
// others, equals as they were.
func surestFirst(list []Suggestion) {
	slices.SortStableFunc(list, func(a, b Suggestion) int {
		return cmp.Or(cmp.Compare(a.Stage, b.Stage), cmp.Compare(b.Confidence, a.Confidence))
	})
	for i := range list {
		list[i].Rank = i + 1
	}
}

// withRest adds the statements that are not among the hits, by number.
func (s *Statements) withRest(hits []rank.Hit) []rank.Hit {
	listed := make([]bool, len(s.ids))
	for _, h := range hits {
		listed[h.Doc] = true
	}
	for n := range s.ids {
		if !listed[n] {
			hits = append(hits, rank.Hit{Doc: uint32(n)})
		}
	}
	return hits
}
