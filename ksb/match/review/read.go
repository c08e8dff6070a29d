package review

import (
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

func layout() table.Layout {
	return table.Layout{
		{Name: "from", Key: true}, {Name: "fromText"}, {Name: "to", Key: true}, {Name: "toText"},
		{Name: "relation", Required: true}, {Name: "confidence"}, {Name: "band"}, {Name: "terms"},
		{Name: "decision", Key: true}, {Name: "by", Required: true}, {Name: "at", Required: true},
	}
}

// Read reads a review from a CSV file, with commas, semicolons or tabs, or from a workbook,
// gzipped or not. Every fault of a row is reported with its line, and the row decides
// nothing; the others count. A pair that is decided twice counts once, and not at all if the
// two differ. No table: one problem that wraps ErrRead, ErrFormat, ErrMissing or
// ErrSyntax.
func Read(r io.Reader, name string) (Review, ksb.Problems) {
	book, problem := table.Open(r, name)
	if problem != nil {
		return Review{}, ksb.Problems{problem}
	}
	var problems ksb.Problems
	var out Review
	seen := map[pair][]Decision{}
	for row := range book.Rows(layout(), &problems) {
		d, decided := decision(row)
		switch {
		case row.Faulty:
		case !decided:
			out.Undecided++
		case len(seen[pairOf(d)]) > 0:
			again(row, seen[pairOf(d)][0], d)
			seen[pairOf(d)] = append(seen[pairOf(d)], d)
		default:
			seen[pairOf(d)] = []Decision{d}
			out.Decisions = append(out.Decisions, d)
		}
	}
	out.Decisions = agreed(out.Decisions, seen)
	return out, problems.Sort()
}

// pair is what a decision is about.
type pair struct{ from, to ksb.StatementID }

func pairOf(d Decision) pair { return pair{d.Link.From, d.Link.To} }

// same: two decisions say the same of their pair.
func same(d, e Decision) bool {
	return d.Link.Confirmed == e.Link.Confirmed && (!d.Link.Confirmed || d.Link.Relation == e.Link.Relation)
}

// again reports that a pair was decided before.
func again(row *table.Row, first, d Decision) {
	detail := "is decided again: it counts once"
	if !same(first, d) {
		detail = "is decided twice, not alike: it is not decided"
	}
	row.Fault("", ksb.ErrDuplicateID, fmt.Sprintf("%q to %q %s", d.Link.From, d.Link.To, detail))
}

// agreed leaves out the pairs whose decisions differ.
func agreed(list []Decision, seen map[pair][]Decision) (kept []Decision) {
	for _, d := range list {
		alike := true
		for _, other := range seen[pairOf(d)] {
			alike = alike && same(d, other)
		}
		if alike {
			kept = append(kept, d)
		}
	}
	return kept
}

// decision reads a row; decided: somebody did.
func decision(r *table.Row) (d Decision, decided bool) {
	d = Decision{FromText: r.Text("fromText"), By: r.Text("by")}
	d.Link = ksb.Link{From: ksb.StatementID(r.Required("from")), To: ksb.StatementID(r.Required("to")), Origin: r.Origin}
	d.At = r.Date("at")
	switch text := r.Text("decision"); {
	case text == "" && (d.By != "" || d.At != 0):
		r.Fault("decision", ksb.ErrMissing, "somebody is named, or a day, and nothing is decided")
		return d, false
	case text == "":
		return d, false
	case r.Yes("decision"):
		d.Link.Confirmed = true
		r.Required("relation")
		r.Named("relation", &d.Link.Relation)
	}
	r.Required("by")
	r.Required("at")
	if d.Link.From == d.Link.To && d.Link.From != "" {
		r.Fault("to", ksb.ErrValue, "a statement is not linked to itself")
	}
	return d, true
}
