package match

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// MaxQuery is how many bytes of a text are read as a title; the rest is ignored.
const MaxQuery = 4096

// TitleOptions are what a user may choose. The zero value is right for most.
type TitleOptions struct {
	Embedder Embedder // one more ranker; nil: none
}

// Titles finds targets by their names and aliases. It is frozen: many goroutines may ask
// at once.
type Titles struct {
	ids        []string // of the targets, sorted: a target's number is its place
	names      names
	lexicon    *words.Lexicon
	grams      *words.Grams
	speller    *words.Speller
	rankers    rankers
	confidence calibration
	decided    float64 // how well the names tell each other's targets, 0..1
	desks      sync.Pool
}

// NewTitles prepares the search for targets by their texts. The order of the targets
// changes nothing. An error wraps [ksb.ErrMissingID] or [ksb.ErrDuplicateID], or is the
// Embedder's. A target without texts is never found.
func NewTitles(targets []Target, o TitleOptions) (*Titles, error) {
	targets, err := sorted(targets)
	if err != nil {
		return nil, err
	}
	t := &Titles{lexicon: &words.Lexicon{}, grams: words.NewGrams(3, 4)}
	t.names = newNames(t.lexicon)
	t.desks.New = func() any { return &desk{} }
	if t.confidence, err = readCalibration(); err != nil {
		return nil, err
	}
	return t, t.learn(targets, o)
}

// sorted returns the targets in the order of their IDs.
func sorted(targets []Target) ([]Target, error) {
	targets = slices.SortedStableFunc(slices.Values(targets), func(a, b Target) int { return cmp.Compare(a.ID, b.ID) })
	for i, target := range targets {
		if target.ID == "" {
			return nil, fmt.Errorf("%w: a target with the texts %.80q", ksb.ErrMissingID, target.Texts)
		}
		if i > 0 && targets[i-1].ID == target.ID {
			return nil, fmt.Errorf("%w: target %.80q", ksb.ErrDuplicateID, target.ID)
		}
	}
	return targets, nil
}

// Resolve returns the targets that a text may mean, the likeliest first and equals by ID:
// k at most, but never without one of those that have the text for an exact name. None if
// k is 0 or less, or if the text shares nothing with any name.
func (t *Titles) Resolve(text string, k int) []Suggestion {
	if k <= 0 {
		return nil
	}
	d := t.desks.Get().(*desk)
	defer t.desks.Put(d)
	d.tokens = words.AppendTokens(d.tokens[:0], text[:min(len(text), MaxQuery)])
	m := t.mend(d.tokens)
	found := t.stages(d.tokens, m)
	t.rank(d, m.tokens, k)
	return t.answer(d, m, t.order(d, found), k)
}
