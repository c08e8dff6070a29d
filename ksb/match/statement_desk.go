package match

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb/match/rank"
	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// statementDesk is what one query writes on.
type statementDesk struct {
	text                  string
	tokens                []words.Token
	all, stems, grams     rank.Query
	asked                 []uint32 // the known stems, once each, in order
	words, chars, singles rank.Scratch
	rest                  rank.Scratch
	lists                 [6][]rank.Hit // by each view, by words first
	near, fused           []rank.Hit
	parts                 []rank.Weighted
	shown                 spelt
}

// read turns the text into queries.
func (d *statementDesk) read(s *Statements, text string) {
	d.text = text
	d.tokens = words.AppendTokens(d.tokens[:0], text)
	d.shown = appendSpelt(d.shown[:0], &s.lexicon, d.tokens)
	d.all.Terms, d.all.Unknown = s.lexicon.Terms(d.all.Terms[:0], d.tokens)
	d.stems.Terms, d.stems.Unknown = s.stems(d.stems.Terms[:0], d.all.Terms), d.all.Unknown
	d.grams.Terms, d.grams.Unknown = s.grams.Terms(d.grams.Terms[:0], d.tokens)
	d.asked = distinct(append(d.asked[:0], d.stems.Terms...))
}

// fuse ranks the statements by all views. The result is good until the next query.
func (s *Statements) fuse(d *statementDesk) []rank.Hit {
	v := &s.views
	ask := func(i int, ix *rank.Index, on *rank.Scratch, q rank.Query) {
		ix.Score(on, q)
		d.lists[i] = on.AppendTop(d.lists[i][:0], statementDepth)
	}
	ask(0, v.words, &d.words, d.all)
	ask(1, v.okapi, &d.rest, d.stems)
	ask(2, v.model, &d.rest, d.stems)
	ask(3, v.chars, &d.chars, d.grams)
	n := 5
	d.lists[4] = append(d.lists[4][:0], d.lists[0]...) // of single wordings, where there are no others
	if v.wordings != nil {
		v.wordings.Score(&d.singles, d.all)
		d.near = d.singles.AppendTop(d.near[:0], wordingsAsked)
		d.lists[4] = rank.Votes(d.lists[4][:0], &d.rest, d.near, s.owner, statementDepth)
	}
	if v.embedder != nil {
		d.lists[n] = s.byVector(d.text)
		n++
	}
	d.fused = rank.AppendFused(d.fused[:0], &d.rest, statementDepth, statementDepth*n, d.lists[:n]...)
	return d.fused
}

func (s *Statements) owner(at uint32) []uint32 { return s.owners[at : at+1] }

// byVector ranks the statements by the wording of each that is most like the text. What
// the Embedder cannot do for this text is passed over.
func (s *Statements) byVector(text string) []rank.Hit {
	vectors, err := s.views.embedder.Embed([]string{text})
	if err != nil || len(vectors) != 1 {
		return nil
	}
	asked := unit(vectors[0])
	best := make([]rank.Hit, len(s.ids))
	for n := range best {
		best[n].Doc = uint32(n)
	}
	for at, v := range s.views.vectors {
		if h := &best[s.owners[at]]; len(v) == len(asked) {
			h.Score = max(h.Score, dot(v, asked))
		}
	}
	slices.SortFunc(best, rank.Hit.Compare)
	best = best[:min(len(best), statementDepth)]
	return slices.DeleteFunc(best, func(h rank.Hit) bool { return h.Score <= 0 })
}

func dot(a, b []float32) (sum float64) {
	for i, x := range a {
		sum += float64(float64(x) * float64(b[i]))
	}
	return sum
}

// nearest is the wording of a statement that is most like the text; its own where none is,
// and an empty one of a statement that has only a description.
func (s *Statements) nearest(d *statementDesk, n uint32) wording {
	of := s.of[n]
	if len(of) == 0 {
		return wording{}
	}
	best := of[0]
	for _, at := range of {
		if s.views.wordings != nil && d.singles.ScoreOf(at) > d.singles.ScoreOf(best) {
			best = at
		}
	}
	return s.texts[best]
}

// asTyped is the wording of a statement that the text is.
func (s *Statements) asTyped(d *statementDesk, n uint32) string {
	key := join(d.tokens)
	for _, at := range s.of[n] {
		if words.Normalise(s.texts[at].text) == key {
			return s.texts[at].text
		}
	}
	return ""
}
