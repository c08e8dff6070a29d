package sheet

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/assess/needs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/cell"
)

// row is one row being read; faulty once a problem was reported.
type row struct {
	*table
	cells  []string
	at     ksb.Origin
	number int // of the row, the one below the header being 1
	faulty bool
}

// row adds an answer and what it tells of its item, unless something in it is faulty.
func (t *table) row(r *row) {
	if len(r.cells) > t.width && !blank(r.cells[t.width:]) {
		r.fault("", ksb.ErrSyntax, fmt.Sprintf("%d cells below %d columns: a comma within a cell needs quotes", len(r.cells), t.width))
	}
	a := needs.Answer{
		Respondent: r.required("respondent"), Item: r.required("item"),
		Importance: r.rating("importance"), Performance: r.rating("performance"),
		Difficulty: r.rating("difficulty"), Frequency: r.rating("frequency"),
		Trainable: r.yesNo("trainable"), Origin: r.at,
	}
	if !r.faulty {
		r.describe(a.Item)
	}
	if !r.faulty {
		t.survey.Answers = append(t.survey.Answers, a)
	}
}

// describe notes the item of the row. What two rows tell of it must not differ.
func (r *row) describe(id string) {
	at, known := r.items[id]
	if !known {
		at = len(r.survey.Items)
		r.items[id] = at
		r.survey.Items = append(r.survey.Items, needs.Item{ID: id, Origin: r.at})
	}
	item := &r.survey.Items[at]
	statement := string(item.Statement)
	r.agree("text", &item.Text)
	r.agree("area", &item.Area)
	r.agree("statement", &statement)
	item.Statement = ksb.StatementID(statement)
}

func (r *row) agree(column string, told *string) {
	text := r.text(column)
	switch {
	case text == "" || text == *told:
	case *told == "":
		*told = text
	default:
		r.fault(column, ksb.ErrValue, fmt.Sprintf("%q, but an earlier row of the item says %q", text, *told))
	}
}

// text is the cell of a column, trimmed; "" where there is none.
func (r *row) text(column string) string {
	if at, there := r.column[column]; there && at < len(r.cells) {
		return strings.TrimSpace(cell.Bare(r.cells[at]))
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

// rating reads a finite number; nil where there is none.
func (r *row) rating(column string) *float64 {
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

// yesNo reads yes or no; nil where there is neither.
func (r *row) yesNo(column string) *bool {
	switch text := strings.ToLower(r.text(column)); text {
	case "":
	case "yes", "no":
		yes := text == "yes"
		return &yes
	default:
		r.fault(column, ksb.ErrValue, fmt.Sprintf("%q is neither yes nor no", text))
	}
	return nil
}
