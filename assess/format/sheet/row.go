package sheet

import (
	"encoding"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// row is one row being read; faulty once a problem was reported.
type row struct {
	*table
	cells  []string
	at     ksb.Origin
	number int // of the row, the one below the header being 1
	faulty bool
}

func (r *row) evidence() assess.Evidence {
	e := assess.Evidence{
		ID: r.text("evidence"), By: r.text("by"), Level: r.number64("level"),
		Relevance: r.share("relevance"), Confidence: r.share("confidence"), Reliability: r.share("reliability"),
		Row: r.number, Origin: r.at,
	}
	if e.ID == "" {
		e.ID = fmt.Sprintf("row-%d", r.number)
	}
	if statement := r.required("statement"); statement != "" {
		e.Statements = assess.Refs(statement)
	}
	r.named("kind", r.required("kind"), &e.Kind)
	r.named("as", r.text("as"), &e.As)
	r.named("mode", r.text("mode"), &e.Mode)
	r.named("state", r.text("state"), &e.State)
	r.named("at", r.required("at"), &e.At)
	r.named("until", r.text("until"), &e.Until)
	return e
}

// text is the cell of a column, trimmed; "" where there is none.
func (r *row) text(column string) string {
	if at, there := r.column[column]; there && at < len(r.cells) {
		return strings.TrimSpace(r.cells[at])
	}
	return ""
}

func (r *row) required(column string) string {
	text := r.text(column)
	if text == "" {
		r.fault(column, ksb.ErrMissing, "")
	}
	return text
}

func (r *row) fault(column string, fault ksb.Fault, detail string) {
	r.faulty = true
	path := "row " + strconv.Itoa(r.number)
	if column != "" {
		path += "." + column
	}
	r.problems.Add(r.at, path, fault, "%s", detail)
}

// named reads a text that stands for a value.
func (r *row) named(column, text string, into encoding.TextUnmarshaler) {
	if text == "" {
		return
	}
	if err := into.UnmarshalText([]byte(strings.ToLower(text))); err != nil {
		fault := ksb.ErrValue
		errors.As(err, &fault)
		r.fault(column, fault, strings.TrimPrefix(err.Error(), string(fault)+": "))
	}
}

// number64 reads a finite number; nil where there is none.
func (r *row) number64(column string) *float64 {
	text := r.text(column)
	if text == "" {
		return nil
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(x) || math.IsInf(x, 0) || strings.ContainsAny(text, "xX_") {
		r.fault(column, ksb.ErrWrongType, fmt.Sprintf("%q is not a number", text))
		return nil
	}
	return &x
}

// share reads a number for which 0 is refused, since a blank is the default.
func (r *row) share(column string) float64 {
	x := r.number64(column)
	switch {
	case x == nil:
		return 0
	case *x == 0:
		r.fault(column, ksb.ErrValue, "0 is refused: leave it blank for the default")
	}
	return *x
}
