package match

import (
	"fmt"
	"math"
	"slices"

	"github.com/skillgap-go/skillgap/ksb/match/rank"
	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// The parameters of the study.
const (
	statementDepth = 50  // how far down each ranker is asked
	wordingsAsked  = 100 // how many like wordings vote for their statements
)

// statementViews are the rankers that are fused with equal weights: all wordings of a
// statement as one document by three measures of words and one of characters, and its
// single wordings, which vote. Where every statement has one wording the cosine speaks for
// both.
type statementViews struct {
	words    *rank.Index // cosine of stems and pairs
	okapi    *rank.Index // BM25 of stems
	model    *rank.Index // language model of stems
	chars    *rank.Index // cosine of character 4-grams
	wordings *rank.Index // cosine of stems and pairs; nil: every statement has one wording
	embedder Embedder
	vectors  [][]float32 // of the wordings, each of length 1
}

// learn makes the views of the targets' texts.
func (s *Statements) learn(targets []Target) {
	var whole, stems, chars, single rank.Bags
	several := false
	for i, t := range targets {
		n := uint32(i)
		for _, b := range []*rank.Bags{&whole, &stems, &chars} {
			b.Add(n, 1)
		}
		s.of = append(s.of, nil)
		for _, text := range t.Texts {
			tokens := words.Tokens(text)
			if key := join(tokens); key == "" || slices.Contains(s.exact[key], n) {
				continue
			} else {
				s.exact[key] = append(s.exact[key], n)
			}
			ids := s.lexicon.Learn(nil, tokens)
			at := s.addWording(n, text, ids)
			single.Add(at, 1, ids...)
			whole.Add(n, 1, ids...)
			stems.Add(n, 1, s.stems(nil, ids)...)
			chars.Add(n, 1, s.grams.Learn(nil, tokens)...)
		}
		several = several || len(s.of[i]) > 1 || t.About != ""
		ids := s.lexicon.Learn(nil, words.Tokens(t.About))
		whole.Add(n, aboutShare, ids...)
		stems.Add(n, aboutShare, s.stems(nil, ids)...)
	}
	s.views = statementViews{words: rank.Cosine(&whole), okapi: rank.BM25(&stems), model: rank.Dirichlet(&stems), chars: rank.Cosine(&chars)}
	if several {
		s.views.wordings = rank.Cosine(&single)
	}
	s.weighStems()
}

func (s *Statements) addWording(owner uint32, text string, ids []uint32) uint32 {
	at := uint32(len(s.texts))
	s.texts = append(s.texts, wording{text, distinct(s.stems(nil, ids))})
	s.owners = append(s.owners, owner)
	s.of[owner] = append(s.of[owner], at)
	return at
}

// stems appends those of ids that are no pairs.
func (s *Statements) stems(dst, ids []uint32) []uint32 {
	for _, id := range ids {
		if !s.lexicon.IsPair(id) {
			dst = append(dst, id)
		}
	}
	return dst
}

// distinct sorts and keeps one of each.
func distinct(ids []uint32) []uint32 {
	slices.Sort(ids)
	return slices.Compact(ids)
}

// rarity weighs a stem that n of the N targets have: ln(1 + (N-n+.5)/(n+.5)).
func (s *Statements) rarity(n float64) float64 {
	return math.Log1p((float64(len(s.ids)) - n + .5) / (n + .5))
}

// weighStems tells how rare each stem is among the targets.
func (s *Statements) weighStems() {
	counts := make([]float64, s.lexicon.Len())
	for _, of := range s.of {
		var all []uint32
		for _, at := range of {
			all = append(all, s.texts[at].stems...)
		}
		for _, stem := range distinct(all) {
			counts[stem]++
		}
	}
	s.idf = counts
	for stem, n := range counts {
		s.idf[stem] = s.rarity(n)
	}
}

// embed adds the vectors of the wordings. The error is the Embedder's, or says that it
// gave vectors that cannot be compared.
func (s *Statements) embed(e Embedder) error {
	texts := make([]string, len(s.texts))
	for i, w := range s.texts {
		texts[i] = w.text
	}
	vectors, err := e.Embed(texts)
	if err != nil {
		return fmt.Errorf("match: embed: %w", err)
	}
	if len(vectors) != len(texts) {
		return fmt.Errorf("match: embed: %d vectors for %d texts", len(vectors), len(texts))
	}
	for _, v := range vectors {
		if len(v) != len(vectors[0]) {
			return fmt.Errorf("match: embed: vectors of %d and %d numbers", len(vectors[0]), len(v))
		}
		s.views.vectors = append(s.views.vectors, unit(v))
	}
	s.views.embedder = e
	return nil
}

// unit is the vector of length 1 in the same direction; nil for one without direction.
func unit(v []float32) []float32 {
	sum := 0.0
	for _, x := range v {
		sum += float64(float64(x) * float64(x))
	}
	if !(sum > 0) || math.IsInf(sum, 1) {
		return nil
	}
	by := 1 / math.Sqrt(sum)
	out := make([]float32, len(v))
	for i, x := range v {
		out[i] = float32(float64(x) * by)
	}
	return out
}
