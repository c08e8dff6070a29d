package match

import (
	"cmp"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// CrosswalkOptions are what a user may choose. The zero value is right for most.
type CrosswalkOptions struct {
	Most int // proposals for one statement at most; 0: 5
	// Examples are decisions about texts of the first list and statements of the second; nil:
	// none. What was rejected is not proposed. What was confirmed is no wording here: a person
	// may have called the two close, and only the same words are exact.
	Examples *Examples
	Embedder Embedder // one more ranker; nil: none
	// SameKind tells whether a statement of the first list and one of the second are of one
	// kind; nil: not known. Knowing how and doing share their words and are not the same, so
	// statements of one kind come first, and two of different kinds are never exact.
	SameKind func(from, to ksb.StatementID) bool
}

// Proposal is a statement of one role or edition, and one of another that may say the
// same. It is for a person to confirm: nothing is carried over it before.
type Proposal struct {
	From, To         ksb.StatementID
	FromText, ToText string
	Rank             int     // among the proposals for From, from 1
	Score            float64 // 0..1, how alike beside the others for the same From
	Relation         ksb.Relation
	Confidence       float64 // 0..1, the probability that a person would link the two
	Band             Band
	Terms            []Term // what the two share, the weightiest first
}

// Crosswalk proposes links from each statement of one list to those of another: in the
// order of the first list, the most confident first, equals by score and then by ID; with an
// Embedder by score, since confidence knows nothing of its vectors. A statement that shares no
// word or part of a word with any gets none, and neither does one that stands in both
// lists, as with two editions that keep their IDs. Whether a statement has an equivalent at all
// is told by the confidence of its first proposal, and by that only vaguely.
//
// The relation proposed is exact only between texts that are the same but for case, accents
// and punctuation, of statements of one kind. Of others it is close, unless one text has clearly more in it than the
// other: then To is broader or narrower. See [ksb.Link] for the direction. The band [Exact]
// is for texts that are the same and have no other equal in the second list.
//
// An error is that of [NewStatements], of either list.
func Crosswalk(from, to []Target, o CrosswalkOptions) ([]Proposal, error) {
	theirs, err := NewStatements(to, o.Examples.rejections(), StatementOptions{Embedder: o.Embedder})
	if err != nil {
		return nil, err
	}
	ours, err := NewStatements(from, nil, StatementOptions{})
	if err != nil {
		return nil, err
	}
	var list []Proposal
	for _, t := range from {
		if len(t.Texts) == 0 || theirs.has(t.ID, t.Texts[0]) {
			continue
		}
		f := o.favour(ksb.StatementID(t.ID))
		for _, g := range theirs.favouring(f, t.Texts[0], cmp.Or(o.Most, 5)) {
			list = append(list, Proposal{
				From: ksb.StatementID(t.ID), To: ksb.StatementID(g.ID), FromText: t.Texts[0], ToText: g.Text,
				Rank: g.Rank, Score: g.Score, Relation: relationOf(ours, theirs, t.Texts[0], g),
				Confidence: g.Confidence, Band: g.Band, Terms: g.Terms,
			})
		}
	}
	return list, nil
}

// has tells whether a statement stands here with that ID and text.
func (s *Statements) has(id, text string) bool {
	n, known := slices.BinarySearch(s.ids, id)
	return known && slices.Contains(s.exact[words.Normalise(text)], uint32(n))
}

// alike is what a statement of the same kind is ahead of others.
const alike = .2

// favour puts the statements of one's own kind first.
func (o CrosswalkOptions) favour(id ksb.StatementID) favour {
	if o.SameKind == nil {
		all := func(string) bool { return true }
		return favour{is: all, mayBeExact: all, asked: asCrosswalk, bySure: o.Embedder == nil}
	}
	same := func(other string) bool { return o.SameKind(id, ksb.StatementID(other)) }
	return favour{ahead: alike, is: same, mayBeExact: same, asked: asCrosswalk, others: asCrosswalkKinds, bySure: o.Embedder == nil}
}

// SameKind tells whether a statement of one index and one of another are of one kind; a
// statement that its index does not have is of no kind.
func SameKind(a, b *ksb.Index) func(from, to ksb.StatementID) bool {
	return func(from, to ksb.StatementID) bool {
		one, _ := a.Statement(from)
		other, _ := b.Statement(to)
		return one.Kind == other.Kind
	}
}

// clearly is by how much more of one text than of the other must be shared for the other
// to be called broader.
const clearly = .25

// relationOf is the relation to propose: what is in both, as a share of either text by the
// rarity of its words where it comes from.
func relationOf(ours, theirs *Statements, text string, g Suggestion) ksb.Relation {
	if g.Stage == ExactName {
		return ksb.Exact
	}
	switch more := ours.share(text, g.Text) - theirs.share(g.Text, text); {
	case more >= clearly: // To has nearly all of From, and more beside
		return ksb.Broad
	case more <= -clearly:
		return ksb.Narrow
	}
	return ksb.Close
}

// stemsOf are the stems of a text, once each, in order.
func stemsOf(text string) (stems []string) {
	for _, t := range words.Tokens(text) {
		if !words.Stop(t.Text) {
			stems = append(stems, words.Stem(t.Text))
		}
	}
	slices.Sort(stems)
	return slices.Compact(stems)
}

// share is how much of one text another has, by how rare its stems are here.
func (s *Statements) share(of, by string) float64 {
	there, seen := stemsOf(by), map[string]bool{}
	total, shared := 0.0, 0.0
	for _, t := range words.Tokens(of) {
		stem := words.Stem(t.Text)
		if words.Stop(t.Text) || seen[stem] {
			continue
		}
		seen[stem] = true
		weight := 0.0
		if at, known := s.lexicon.Word(t.Text); known && int(at) < len(s.idf) {
			weight = s.idf[at]
		}
		total += weight
		if _, found := slices.BinarySearch(there, stem); found {
			shared += weight
		}
	}
	if total == 0 {
		return 0
	}
	return shared / total
}
