package review

import (
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match"
)

// Decision is what a person decided about a pair. Link.Confirmed is the decision: false
// says that the two are not to be linked, and then the relation says nothing.
type Decision struct {
	Link     ksb.Link
	FromText string
	By       string
	At       ksb.Date
}

// Review is what a file holds, in the order of its rows.
type Review struct {
	Decisions []Decision
	Undecided int // rows that nobody has decided
}

// Links are the confirmed ones.
func (r Review) Links() (list []ksb.Link) {
	for _, d := range r.Decisions {
		if d.Link.Confirmed {
			list = append(list, d.Link)
		}
	}
	return list
}

// Examples are the decisions as examples about the texts of the from statements, for the
// next crosswalk: a rejected pair is not proposed again. A decision without a text gives
// none.
func (r Review) Examples() (list []match.Example) {
	for _, d := range r.Decisions {
		verdict := match.Rejected
		if d.Link.Confirmed {
			verdict = match.Confirmed
		}
		if d.FromText != "" {
			list = append(list, match.Example{Text: d.FromText, Statement: d.Link.To, Verdict: verdict, By: d.By, At: d.At, Origin: d.Link.Origin})
		}
	}
	return list
}

// Problems are those that only the standards can tell: links whose statements are in
// none of the indexes. They wrap ErrUnknownStatement.
func (r Review) Problems(indexes ...*ksb.Index) (problems ksb.Problems) {
	known := func(id ksb.StatementID) bool {
		for _, ix := range indexes {
			if _, there := ix.Statement(id); there {
				return true
			}
		}
		return false
	}
	for _, d := range r.Decisions {
		for _, end := range []struct {
			path string
			id   ksb.StatementID
		}{{"from", d.Link.From}, {"to", d.Link.To}} {
			if !known(end.id) {
				problems.Add(d.Link.Origin, end.path, ksb.ErrUnknownStatement, "%q", end.id)
			}
		}
	}
	return problems.Sort()
}
