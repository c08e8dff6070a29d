package render

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/pathway"
)

// CSV writes a plan as a table with the columns
//
//	section,step,course,title,start_week,end_week,begins,pence,funded_pence,minutes,closes,opens,statement,reason,refs
//
// The section says what a row is about: assess-first (a statement to look at, and how),
// course (in the order of the plan), total, left (a gap that stays open, and why),
// not-yet-shown (a statement that is taught), lapses (a credential, the last day on which
// it is valid, what needs it later), gate (one that stays shut, a credential that it takes
// and a course that awards it), provided and new (what courses that are here already
// can close, and what they cannot) and conditional. Sections without anything to say have
// no row.
//
// Weeks count from 0 as in plan/1, pence and minutes are whole, lists are joined by "; ".
// A cell that a spreadsheet would take for a formula (it begins with = + - @ or a tab)
// gets an apostrophe in front. Lines end in CR LF (RFC 4180). The only errors are those
// of w.
func CSV(w io.Writer, p *pathway.Plan) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	rows := [][]string{csvColumns()}
	for _, part := range [][]csvRow{csvBefore(p), csvCourses(p), csvAfter(p)} {
		for _, r := range part {
			rows = append(rows, r.cells())
		}
	}
	return out.WriteAll(rows)
}

func csvColumns() []string {
	return strings.Split("section,step,course,title,start_week,end_week,begins,pence,funded_pence,minutes,closes,opens,statement,reason,refs", ",")
}

// csvRow is a row by column; what is not named stays empty.
type csvRow map[string]string

func (r csvRow) cells() (cells []string) {
	for _, name := range csvColumns() {
		cells = append(cells, cell(r[name]))
	}
	return cells
}

func csvBefore(p *pathway.Plan) (rows []csvRow) {
	for _, a := range p.AssessFirst {
		rows = append(rows, csvRow{"section": "assess-first", "statement": string(a.Statement), "reason": a.Action.String(), "minutes": strconv.FormatInt(a.Minutes, 10)})
	}
	return rows
}

func csvCourses(p *pathway.Plan) (rows []csvRow) {
	for i, s := range p.Steps {
		rows = append(rows, csvRow{
			"section": "course", "step": strconv.Itoa(i + 1), "course": s.Course, "title": s.Title,
			"start_week": strconv.Itoa(s.StartWeek), "end_week": strconv.Itoa(s.EndWeek), "begins": s.Begins.String(),
			"pence": takenBy(s, "pence"), "funded_pence": takenBy(s, "fundedPence"), "minutes": takenBy(s, "minutes"),
			"closes": listed(s.Closes), "opens": listed(s.Opens),
		})
	}
	return rows
}

func csvAfter(p *pathway.Plan) []csvRow {
	total := pathway.Conditional{CostPence: p.CostPence, FundedPence: p.FundedPence, Minutes: p.Minutes, Weeks: p.Weeks}
	rows := []csvRow{csvBill("total", total, p.Start.String())}
	for _, l := range p.Left {
		rows = append(rows, csvRow{"section": "left", "statement": string(l.Statement), "reason": string(l.Reason), "refs": listed(l.Refs)})
	}
	for _, id := range p.TaughtNotYetShown {
		rows = append(rows, csvRow{"section": "not-yet-shown", "statement": string(id)})
	}
	for _, l := range p.Lapses {
		rows = append(rows, csvRow{"section": "lapses", "statement": string(l.Credential), "reason": l.Until.String(), "refs": listed(l.NeededBy), "course": listed(l.RenewedBy)})
	}
	for _, g := range p.Gates {
		for _, o := range g.Offers {
			rows = append(rows, csvRow{
				"section": "gate", "opens": string(g.Gate), "statement": string(o.Credential), "course": o.Course,
				"pence": strconv.FormatInt(o.CostPence, 10), "minutes": strconv.FormatInt(o.Minutes, 10), "end_week": strconv.Itoa(o.Weeks),
			})
		}
	}
	if u := p.Reuse; u != nil {
		rows = append(rows, csvRow{"section": "provided", "course": listed(u.Courses), "closes": listed(u.Closes)}, csvRow{"section": "new", "statement": listed(u.Residue)})
	}
	if len(p.AssessFirst) > 0 {
		rows = append(rows, csvBill("conditional", p.Conditional, ""))
	}
	return rows
}

// csvBill is what all courses come to together.
func csvBill(section string, c pathway.Conditional, begins string) csvRow {
	return csvRow{
		"section": section, "begins": begins, "end_week": strconv.Itoa(c.Weeks), "pence": strconv.FormatInt(c.CostPence, 10),
		"funded_pence": strconv.FormatInt(c.FundedPence, 10), "minutes": strconv.FormatInt(c.Minutes, 10), "course": listed(c.Courses),
	}
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
