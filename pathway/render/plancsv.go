package render

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/pathway"
)

// CSV writes the courses of a plan as a table: one row a course, in the order of the
// plan, columns
//
//	step,course,title,start_week,end_week,begins,pence,funded_pence,minutes,closes,opens
//
// Weeks count from 0 as in plan/1, pence and minutes are whole, lists are joined by "; ".
// A cell that a spreadsheet would take for a formula (it begins with = + - @ or a tab)
// gets an apostrophe in front. Lines end in CR LF (RFC 4180). The only errors are those
// of w.
func CSV(w io.Writer, p *pathway.Plan) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	rows := [][]string{{"step", "course", "title", "start_week", "end_week", "begins", "pence", "funded_pence", "minutes", "closes", "opens"}}
	for i, s := range p.Steps {
		rows = append(rows, []string{
			strconv.Itoa(i + 1), cell(s.Course), cell(s.Title), strconv.Itoa(s.StartWeek), strconv.Itoa(s.EndWeek), s.Begins.String(),
			takenBy(s, "pence"), takenBy(s, "fundedPence"), takenBy(s, "minutes"), cell(listed(s.Closes)), cell(listed(s.Opens)),
		})
	}
	return out.WriteAll(rows)
}

// takenBy is a number of what a course takes.
func takenBy(s pathway.Step, name string) string {
	for _, r := range reasonsOf(s, pathway.Takes) {
		if n, given := r.Numbers.Of(name); given {
			return strconv.FormatInt(int64(n), 10)
		}
	}
	return "0"
}

func listed[T ~string](list []T) string {
	return strings.ReplaceAll(joined(list), ", ", "; ")
}

// cell is text that no spreadsheet takes for a formula, on one line.
func cell(text string) string {
	text = strings.Map(func(r rune) rune {
		if r == '\r' || r == '\n' || r == 0 {
			return ' '
		}
		return r
	}, text)
	if strings.HasPrefix(text, "\t") || strings.IndexAny(strings.TrimLeft(text, " "), "=+-@＝＋－＠") == 0 {
		return "'" + text
	}
	return text
}
