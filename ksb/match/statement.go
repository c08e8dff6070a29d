package match

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match/rank"
	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// StatementOptions are what a user may choose. The zero value is right for most.
type StatementOptions struct {
	Embedder Embedder // one more ranker; nil: none
}

// Statements finds the statements that a sentence is about. How rare a word is, is told by
// these statements alone: in a standard about imaging the word image says little. It is
// frozen: many goroutines may ask at once.
type Statements struct {
	ids     []string   // of the targets, sorted: a target's number is its place
	texts   []wording  // of all targets, each target's one after another
	owners  []uint32   // of each text
	of      [][]uint32 // of each target: its texts, its own wording first
	exact   map[string][]uint32
	barred  map[string][]uint32 // text -> targets that a person rejected for it
	lexicon words.Lexicon
	grams   *words.Grams
	idf     []float64 // of each stem, over the targets
	views   statementViews
	sure    statementConfidence
	desks   sync.Pool
}

// wording is one text of a target.
type wording struct {
	text  string
	stems []uint32 // once each, in order
}

// NewStatements prepares the search. Confirmed examples are further wordings of their
// statements; rejected ones are never suggested for their text. Examples about other
// statements are passed over, since one file may serve several standards. The order of the
// targets changes nothing. An error wraps [ksb.ErrMissingID] or [ksb.ErrDuplicateID], or is
// the Embedder's. A target without words is never found.
func NewStatements(targets []Target, examples *Examples, o StatementOptions) (*Statements, error) {
	targets = slices.SortedStableFunc(slices.Values(targets), func(a, b Target) int { return cmp.Compare(a.ID, b.ID) })
	s := &Statements{exact: map[string][]uint32{}, barred: map[string][]uint32{}, grams: words.NewGrams(4, 4)}
	for i, t := range targets {
		switch {
		case t.ID == "":
			return nil, fmt.Errorf("match: %w: a statement with the texts %.200q", ksb.ErrMissingID, t.Texts)
		case i > 0 && targets[i-1].ID == t.ID:
			return nil, fmt.Errorf("match: %w: statement %q", ksb.ErrDuplicateID, t.ID)
		}
		s.ids = append(s.ids, t.ID)
		targets[i].Texts = slices.Clone(t.Texts)
	}
	var err error
	if s.sure, err = readStatementConfidence(); err != nil {
		return nil, err
	}
	s.take(targets, examples)
	s.learn(targets)
	s.desks.New = func() any { return &statementDesk{} }
	if o.Embedder != nil {
		return s, s.embed(o.Embedder)
	}
	return s, nil
}

// take gives confirmed texts to the targets and notes the rejected ones.
func (s *Statements) take(targets []Target, examples *Examples) {
	for _, e := range examples.Standing() {
		at, known := slices.BinarySearch(s.ids, string(e.Statement))
		switch {
		case known && e.Verdict == Confirmed:
			targets[at].Texts = append(targets[at].Texts, e.Text)
		case known:
			key := words.Normalise(e.Text)
			s.barred[key] = append(s.barred[key], uint32(at))
		}
	}
}

// Suggest returns the statements that a text may be about, the likeliest first, k at most
// and never more than about 250; those for fewer are the first of those for more. Equals
// are ordered by ID. A text without words gets none.
//
// A text that is, but for case, accents and punctuation, a wording of one statement and of
// no other is [Exact]. One that is a wording of several brings them all, and is not. Every
// other suggestion is for a person, however high its confidence.
func (s *Statements) Suggest(text string, k int) []Suggestion {
	d := s.desks.Get().(*statementDesk)
	defer s.desks.Put(d)
	d.read(s, text)
	if len(d.tokens) == 0 || k <= 0 {
		return nil
	}
	same, barred := s.known(d)
	var list []Suggestion
	for _, h := range s.inOrder(s.fuse(d), same) {
		if len(list) == k {
			break
		}
		if slices.Contains(barred, h.Doc) {
			continue
		}
		list = append(list, s.suggestion(d, h, len(list)+1, same, asStatement))
	}
	return list
}

// known are the targets that have the very text, and those that were rejected for it.
func (s *Statements) known(d *statementDesk) (same, barred []uint32) {
	key := join(d.tokens)
	same, barred = s.exact[key], s.barred[key]
	if len(barred) == 0 {
		return same, nil
	}
	return slices.DeleteFunc(slices.Clone(same), func(n uint32) bool { return slices.Contains(barred, n) }), barred
}

// inOrder puts the targets that have the very text first.
func (s *Statements) inOrder(fused []rank.Hit, same []uint32) []rank.Hit {
	if len(same) == 0 {
		return fused
	}
	list := make([]rank.Hit, 0, len(fused)+len(same))
	for _, h := range fused {
		if slices.Contains(same, h.Doc) {
			list = append(list, rank.Hit{Doc: h.Doc, Score: 1})
		}
	}
	for _, n := range same { // a text of stop words alone is found by nothing else
		if !slices.ContainsFunc(list, func(h rank.Hit) bool { return h.Doc == n }) {
			list = append(list, rank.Hit{Doc: n, Score: 1})
		}
	}
	for _, h := range fused {
		if !slices.Contains(same, h.Doc) {
			list = append(list, h)
		}
	}
	return list
}

// suggestion explains one hit. same are the targets that have the very text; asked is a case
// of statementConfidence.
func (s *Statements) suggestion(d *statementDesk, h rank.Hit, rank int, same []uint32, asked string) Suggestion {
	near := s.nearest(d, h.Doc)
	out := Suggestion{ID: s.ids[h.Doc], Text: near.text, Rank: rank, Score: h.Score, Stage: Alike, Terms: s.terms(d, h.Doc)}
	if slices.Contains(same, h.Doc) {
		out.Stage, out.Text = ExactName, s.asTyped(d, h.Doc)
		out.Confidence, out.Band = 1/float64(len(same)), Likely
		if len(same) == 1 {
			out.Band = Exact
		}
		return out
	}
	x := s.signs(d, h.Doc, near)
	out.Confidence = logistic(s.sure.of(asked, out.Rank), x[:])
	out.Band = bandOf(out.Confidence)
	return out
}
