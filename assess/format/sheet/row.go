package sheet

import (
	"cmp"
	"fmt"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

// columns are those of the format, in its order.
func columns() []table.Head {
	return []table.Head{
		{Name: "worker", Width: 12, Note: "Who it is about: an ID, never a name."},
		{Name: "evidence", Width: 12, Note: "A name for the piece of evidence. The same name on several rows: one piece about several statements."},
		{Name: "statement", Width: 16, Note: "The ID or the code of the statement, such as K1. Needed."},
		{Name: "kind", Width: 14, Choices: kinds(), Note: "How it is known. Needed."},
		{Name: "as", Width: 12, Choices: []string{"apprentice", "employer", "provider", "assessor"}, Note: "In what capacity somebody says so."},
		{Name: "mode", Width: 10, Choices: names(assess.Graded, assess.AtLeast, assess.Below), Note: "graded: at this level; at-least: passed at it; below: failed at it. Blank: at-least for certificates and sign-offs, else graded."},
		{Name: "level", Width: 8, Free: true, Note: "The number of the rung, from 0; may have decimals. Blank: for at-least the top rung; graded and below need one."},
		{Name: "by", Width: 16, Note: "Who or what it comes from: an ID. Different people need different ones."},
		{Name: "at", Width: 12, Note: "The day, as 2026-01-31. Needed."},
		{Name: "until", Width: 12, Note: "The last day on which it is valid. Blank: it ages instead."},
		{Name: "relevance", Width: 10, Note: "Above 0, up to 1. Blank: 1."},
		{Name: "confidence", Width: 11, Note: "Above 0, up to 1. Blank: 1."},
		{Name: "reliability", Width: 10, Note: "Above 0, up to 1. Blank: the usual for its kind."},
		{Name: "state", Width: 12, Choices: names(assess.Accepted, assess.Submitted, assess.Draft, assess.Rejected), Note: "Only accepted pieces count. Blank: accepted."},
	}
}

func kinds() []string {
	return names(assess.Self, assess.Peer, assess.Supervisor, assess.WorkProduct, assess.Observation, assess.Certificate, assess.Test, assess.SignOff)
}

func names[T fmt.Stringer](values ...T) (list []string) {
	for _, v := range values {
		list = append(list, v.String())
	}
	return list
}

func layout() table.Layout {
	also := map[string][]string{
		"worker": {"worker id", "person", "staff id", "employee id", "learner", "learner id"}, "evidence": {"evidence id", "piece"},
		"statement": {"statement id", "ksb", "ksb code"}, "kind": {"evidence kind", "evidence type", "type"}, "as": {"capacity", "in the capacity of"},
		"by": {"source", "assessor", "assessed by", "given by"}, "at": {"date", "day", "assessed on", "evidence date"},
		"until": {"valid until", "expires", "expiry", "expiry date"}, "state": {"status"}, "level": {"rating", "score"},
	}
	var l table.Layout
	for _, c := range columns() {
		l = append(l, table.Column{
			Name: c.Name, Also: also[c.Name], Key: c.Name == "statement" || c.Name == "kind", Required: c.Name == "at",
		})
	}
	return append(l, table.Column{Name: aside, Also: []string{"statement text", "ksb text"}})
}

// evidence reads the piece of a row.
func evidence(r *table.Row) assess.Evidence {
	e := assess.Evidence{
		ID: cmp.Or(r.Text("evidence"), fmt.Sprintf("row-%d", r.Position)), By: r.Text("by"), Level: r.Number("level"),
		Relevance: share(r, "relevance"), Confidence: share(r, "confidence"), Reliability: share(r, "reliability"),
		Row: r.Position, Origin: r.Origin,
	}
	if statement := r.Required("statement"); statement != "" {
		e.Statements = assess.Refs(statement)
	}
	r.Required("kind")
	r.Named("kind", &e.Kind)
	r.Named("as", &e.As)
	r.Named("mode", &e.Mode)
	r.Named("state", &e.State)
	r.Required("at")
	e.At, e.Until = r.Date("at"), r.Date("until")
	return e
}

// share reads a number for which 0 is refused, since a blank is the default.
func share(r *table.Row, column string) float64 {
	x := r.Number(column)
	switch {
	case x == nil:
		return 0
	case *x == 0:
		r.Fault(column, ksb.ErrValue, "0 is refused: leave it blank for the default")
	}
	return *x
}
