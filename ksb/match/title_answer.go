package match

import (
	"cmp"
	"slices"
)

// candidate is a target on its way to become a suggestion.
type candidate struct {
	finding
	target uint32
	fused  float64
}

// order puts all targets found in the order of their stages; inside a stage by the fused
// score, then by number.
func (t *Titles) order(d *desk, found staged) []candidate {
	list := make([]candidate, 0, len(d.fused)+len(found))
	for _, h := range d.fused {
		by, staged := found[h.Doc]
		if !staged {
			by = finding{stage: Alike}
		}
		list = append(list, candidate{by, h.Doc, h.Score})
		delete(found, h.Doc)
	}
	for target, by := range found { // any order: sorted next
		list = append(list, candidate{by, target, 0})
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.stage, b.stage), cmp.Compare(b.fused, a.fused), cmp.Compare(a.target, b.target))
	})
	return list
}

// answer writes the suggestions of the first k candidates and of all exact ones.
func (t *Titles) answer(d *desk, m mended, list []candidate, k int) []Suggestion {
	exact := 0
	for exact < len(list) && list[exact].stage == ExactName {
		exact++
	}
	repaired := ""
	if m.changed {
		repaired = join(m.tokens)
	}
	answer := make([]Suggestion, min(max(k, exact), len(list)))
	e := t.newEvidence(d, m, list)
	d.shown = appendSpelt(d.shown[:0], t.lexicon, m.tokens)
	for i := range answer {
		answer[i] = e.suggestion(i, exact)
		answer[i].Repaired = repaired
	}
	return answer
}

// suggestion writes candidate i, of which so many have the words for an exact name.
func (e *evidence) suggestion(i, exact int) Suggestion {
	c := e.list[i]
	name, signs := e.of(i)
	s := Suggestion{ID: e.ids[c.target], Text: e.names.shown[name], Rank: i + 1, Score: c.score(), Stage: c.stage}
	s.Confidence = e.confidence.of(signs)
	if c.stage == ExactName {
		s.Confidence = 1 / float64(exact)
	}
	s.Band = bandOf(s.Confidence)
	if c.stage == ExactName && exact == 1 {
		s.Band = Exact
	}
	s.Terms = e.explain(e.desk, c.target)
	return s
}

// score tells candidates of several stages apart: each stage has its own fifth of 0..1.
func (c candidate) score() float64 {
	return (float64(Alike-c.stage) + c.fused) / float64(Alike)
}
