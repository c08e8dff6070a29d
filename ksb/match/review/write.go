package review

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/skillgap-go/skillgap/ksb/format/table"
	"github.com/skillgap-go/skillgap/ksb/match"
)

// help is what stands above the table.
func help() []string {
	return []string{
		"Links proposed between the statements of two roles or editions. Nothing counts before somebody decides it.",
		"from is read to its to: exact (says the same), close (nearly the same), broad (to is the broader), narrow (to is the narrower). Change it where it is wrong.",
		"decision: yes or no; leave it blank while nobody has decided. by: who decided. at: the day, as 2026-01-31.",
		"confidence is how likely a person is to link the two; band what that is worth; terms what both texts share.",
	}
}

// WriteCSV writes proposals for a person to decide, with an explanation above the header.
// Pairs of earlier decisions keep them, and those that are proposed no more stand at the
// end: nobody's word is lost. Equal arguments give equal bytes. The errors are those of w.
func WriteCSV(w io.Writer, list []match.Proposal, earlier ...Decision) error {
	out := csv.NewWriter(w)
	for _, line := range help() {
		if err := out.Write([]string{line}); err != nil {
			return err
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return err
	}
	return table.WriteCSV(w, page(list, earlier))
}

// WriteXLSX is WriteCSV for a workbook, with drop-down lists; the explanation stands on a
// sheet of its own.
func WriteXLSX(w io.Writer, list []match.Proposal, earlier ...Decision) error {
	return table.WriteWorkbook(w, help(), page(list, earlier))
}

func page(list []match.Proposal, earlier []Decision) table.Page {
	p := table.Page{Name: "Links", Columns: columns()}
	decided := map[pair]Decision{}
	for _, d := range earlier {
		decided[pairOf(d)] = d
	}
	for _, q := range list {
		at := pair{q.From, q.To}
		d, known := decided[at]
		delete(decided, at)
		p.Add(cells(q, d, known)...)
	}
	for _, d := range earlier {
		if _, left := decided[pairOf(d)]; left {
			delete(decided, pairOf(d))
			p.Add(cells(match.Proposal{From: d.Link.From, To: d.Link.To, FromText: d.FromText}, d, true)...)
		}
	}
	return p
}

func columns() []table.Head {
	return []table.Head{
		{Name: "from", Width: 14, Note: "the statement that the link is read from"}, {Name: "fromText", Width: 50, Note: "its text"},
		{Name: "to", Width: 14, Note: "the statement that it is read to"}, {Name: "toText", Width: 50, Note: "its text"},
		{Name: "relation", Width: 10, Note: "how near the two are; may be changed", Choices: []string{"exact", "close", "broad", "narrow"}},
		{Name: "confidence", Width: 10, Note: "how likely a person is to link the two, from 0 to 1"},
		{Name: "band", Width: 10, Note: "what that is worth: exact, likely, possible or none"},
		{Name: "terms", Width: 30, Note: "what both texts share, the weightiest first"},
		{Name: "decision", Width: 10, Note: "yes or no; blank: nobody has decided", Choices: []string{"yes", "no"}},
		{Name: "by", Width: 14, Note: "who decided"}, {Name: "at", Width: 12, Note: "the day of the decision, as 2026-01-31"},
	}
}

// cells are a row: what is proposed, and what was decided, if anything was.
func cells(q match.Proposal, d Decision, decided bool) []any {
	relation, answer := q.Relation, ""
	switch {
	case decided && d.Link.Confirmed:
		relation, answer = d.Link.Relation, "yes"
	case decided:
		answer = "no"
	}
	confidence, band := any(hundredths(q)), q.Band.String()
	if q.Rank == 0 { // proposed no more
		confidence, band = "", ""
	}
	return []any{string(q.From), q.FromText, string(q.To), q.ToText, relation.String(), confidence, band, terms(q), answer, d.By, d.At}
}

// hundredths is the confidence with two decimals; what is not the same text is never 1.
func hundredths(q match.Proposal) float64 {
	if q.Band == match.Exact {
		return 1
	}
	return min(math.Round(q.Confidence*100), 99) / 100
}

// terms are the weightiest of what the two share: "wellbeing 40%, physical 31%".
func terms(q match.Proposal) string {
	const most = 5
	var list []string
	for _, t := range q.Terms[:min(len(q.Terms), most)] {
		list = append(list, fmt.Sprintf("%s %.0f%%", t.Text, t.Share*100))
	}
	return strings.Join(list, ", ")
}
