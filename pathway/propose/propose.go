// Package propose tells from the description of a course what it may teach. It proposes, and a
// person accepts:
//
//	text --Teaches--> []Draft --Accept, by a person--> pathway.Course
//
// A draft teaches nothing: no plan is made with one. Which statements a text is about is told
// by a [Matcher], such as the Statements of package match, which the caller brings.
package propose

import (
	"cmp"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// Matcher finds the statements that the passages of a text may be about. It calls found
// with the bytes of the passage, the statement, and how likely it is, from 0 to 1.
type Matcher interface {
	Mentions(text string, found func(start, end int, id ksb.StatementID, confidence float64))
}

// Draft is a statement that a course may teach, with the passage that says so most clearly.
type Draft struct {
	Statement  ksb.StatementID `json:"statement"`
	Confidence float64         `json:"confidence"` // that the passage is about the statement; not how well it is taught
	Start      int             `json:"start"`      // bytes of the text
	End        int             `json:"end"`
	Text       string          `json:"text"` // the passage
}

// Teaches returns the statements that a course may teach by its description, such as its
// title and what it says it covers: each once, the likeliest first, equals by statement.
func Teaches(m Matcher, text string) (list []Draft) {
	best := map[ksb.StatementID]Draft{}
	m.Mentions(text, func(start, end int, id ksb.StatementID, confidence float64) {
		d, known := best[id]
		if start >= 0 && start < end && end <= len(text) && id != "" && (!known || confidence > d.Confidence) {
			best[id] = Draft{id, confidence, start, end, text[start:end]}
		}
	})
	for _, d := range best { // any order: sorted below
		list = append(list, d)
	}
	slices.SortFunc(list, func(d, e Draft) int {
		return cmp.Or(cmp.Compare(e.Confidence, d.Confidence), strings.Compare(string(d.Statement), string(e.Statement)))
	})
	return list
}

// Accept returns the course with what a person has accepted that it teaches, up to a level;
// 0 is the top rung of each statement's scale. What it teaches already stays as it is.
func Accept(c pathway.Course, level ksb.Level, drafts ...Draft) pathway.Course {
	c.Teaches = slices.Clone(c.Teaches)
	for _, d := range drafts {
		taught := func(a pathway.Attainment) bool { return a.Statement == d.Statement }
		if d.Statement != "" && !slices.ContainsFunc(c.Teaches, taught) {
			c.Teaches = append(c.Teaches, pathway.Attainment{Statement: d.Statement, Level: level})
		}
	}
	return c
}
