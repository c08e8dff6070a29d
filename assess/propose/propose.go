// Package propose turns what a person wrote about their work into evidence that they may
// claim. It proposes, and a person accepts:
//
//	text --Evidence--> []Draft --Accept, by a person--> assess.Evidence
//
// A draft is no evidence: nothing takes one for it, and it counts nowhere. Which statements a
// text is about is told by a [Matcher], such as the Statements of package match, which the
// caller brings.
package propose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// Matcher finds the statements that the passages of a text may be about. It calls found
// with the bytes of the passage, the statement, and how likely it is, from 0 to 1.
type Matcher interface {
	Mentions(text string, found func(start, end int, id ksb.StatementID, confidence float64))
}

// Draft is a passage and a statement that it may be evidence of.
type Draft struct {
	Start      int             `json:"start"` // bytes of the text
	End        int             `json:"end"`
	Text       string          `json:"text"` // the passage
	Statement  ksb.StatementID `json:"statement"`
	Confidence float64         `json:"confidence"` // that the passage is about the statement; not that it shows it
}

// Evidence returns what a text may be evidence of, in the order of the passages, and of one
// passage the likeliest first, equals by statement. What a matcher says of places that the
// text does not have is passed over.
func Evidence(m Matcher, text string) (list []Draft) {
	m.Mentions(text, func(start, end int, id ksb.StatementID, confidence float64) {
		if start >= 0 && start < end && end <= len(text) && id != "" {
			list = append(list, Draft{start, end, text[start:end], id, confidence})
		}
	})
	slices.SortStableFunc(list, func(d, e Draft) int {
		return cmp.Or(cmp.Compare(d.Start, e.Start), cmp.Compare(d.End, e.End), cmp.Compare(e.Confidence, d.Confidence),
			strings.Compare(string(d.Statement), string(e.Statement)))
	})
	return list
}

// Acceptance is what a person says when they accept drafts: all that a text cannot say.
// Kind, By and At are required.
type Acceptance struct {
	ID    string
	Kind  assess.EvidenceKind
	By    string // whose word it is
	As    assess.Party
	At    ksb.Date
	Mode  assess.Mode
	Level *float64 // nil: as in worker/1
	State assess.State
}

// Accept makes one piece of evidence out of drafts that a person has accepted, about the
// statements of all of them, each once, in their order. The error wraps [ksb.ErrMissing]:
// no draft, or not said what kind of evidence it is, whose or of which day.
func Accept(a Acceptance, drafts ...Draft) (assess.Evidence, error) {
	var missing []string
	for _, part := range []struct {
		name string
		said bool
	}{{"a draft", len(drafts) > 0}, {"kind", a.Kind != 0}, {"by", strings.TrimSpace(a.By) != ""}, {"at", a.At != 0}} {
		if !part.said {
			missing = append(missing, part.name)
		}
	}
	if len(missing) > 0 {
		return assess.Evidence{}, fmt.Errorf("propose: %w: %s", ksb.ErrMissing, strings.Join(missing, ", "))
	}
	e := assess.Evidence{ID: a.ID, Kind: a.Kind, By: a.By, As: a.As, At: a.At, Mode: a.Mode, Level: a.Level, State: a.State}
	for _, d := range drafts {
		about := func(r assess.StatementRef) bool { return r.ID == string(d.Statement) }
		if !slices.ContainsFunc(e.Statements, about) {
			e.Statements = append(e.Statements, assess.StatementRef{ID: string(d.Statement)})
		}
	}
	return e, nil
}
