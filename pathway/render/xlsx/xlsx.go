// Package xlsx writes a plan into the workbook of the report that it was made for: the
// courses with their weeks, cost and time, and what they come to; what to find out first;
// what stays open; and what runs out on the way. Package [github.com/skillgap-go/skillgap/assess/render/xlsx] says
// what a cell holds and why equal input gives equal bytes.
package xlsx

import (
	"io"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render/xlsx"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/wording"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/render"
)

// Write writes a report and a plan for it as one workbook. The errors are those of w, and
// of sheets that no workbook can hold.
func Write(w io.Writer, r *assess.Report, p *pathway.Plan, o reports.Options) error {
	o.More = append(Sheets(o.Words, r, p), o.More...)
	return reports.Write(w, r, o)
}

// Sheets are those of a plan, for a workbook of the caller's own; nil words are English.
// r is the report that the plan was made for; nil: statements are called by their IDs. A
// sheet with nothing on it is left out, but for that of the courses.
func Sheets(words *wording.Words, r *assess.Report, p *pathway.Plan) []reports.Sheet {
	v := &view{PlanVoice: render.NewPlanVoice(words, r, p), words: wording.OrEnglish(words), p: p}
	sheets := []reports.Sheet{v.courses()}
	for _, s := range []reports.Sheet{v.first(), v.left(), v.lapses()} {
		if len(s.Rows) > 0 {
			sheets = append(sheets, s)
		}
	}
	return sheets
}

// view turns a plan into sheets.
type view struct {
	render.PlanVoice
	words *wording.Words
	p     *pathway.Plan
}

func (v *view) say(key string) string { return v.words.Say(key) }

func (v *view) column(key string, width float64) reports.Column {
	return reports.Column{Name: v.say(key), Width: width}
}

// courses is a row a course, and a last one with what they come to.
func (v *view) courses() reports.Sheet {
	bar := v.column("plan.column.cost", 14)
	bar.Bar = true
	s := reports.Sheet{Name: v.say("plan.sheet"), Total: true, Printed: 9, Columns: []reports.Column{
		v.column("plan.column.number", 7), v.column("plan.column.course", 44), v.column("plan.column.when", 16), bar, v.column("plan.column.funding", 14), v.column("plan.column.hours", 16),
		v.column("plan.column.after", 14), v.column("plan.column.closes", 20), v.column("plan.column.why", 70),
		v.column("plan.column.from-week", 12), v.column("plan.column.to-week", 12), v.column("plan.column.begins", 14), v.column("plan.column.opens", 24), v.column("plan.column.id", 24),
	}}
	after := v.After()
	for i, step := range v.p.Steps {
		s.Add(i+1, title(step), v.When(step), reports.Pence(taken(step, "pence")), reports.Pence(taken(step, "fundedPence")), reports.Minutes(taken(step, "minutes")),
			numbers(after[i]), v.labels(step.Closes), strings.Join(v.Why(step), " "),
			step.StartWeek+1, step.EndWeek, step.Begins, joined(step.Opens), step.Course)
	}
	s.Add(nil, v.say("plan.total.row"), v.words.Say("time.weeks", "n", v.p.Weeks), reports.Pence(v.p.CostPence), reports.Pence(v.p.FundedPence), reports.Minutes(v.p.Minutes), nil, nil, v.Proof())
	return s
}

// first is what to find out before anything is bought for it.
func (v *view) first() reports.Sheet {
	s := reports.Sheet{Name: v.say("plan.first"), Columns: []reports.Column{
		v.column("plan.column.number", 7), v.column("plan.column.code", 10), v.column("plan.column.text", 80), v.column("plan.column.do", 34), v.column("plan.column.hours", 16),
	}}
	for i, a := range v.p.AssessFirst {
		s.Add(i+1, v.Label(a.Statement), v.Text(a.Statement), v.Action(a), orBlank(a.Minutes))
	}
	return s
}

func orBlank(minutes int64) any {
	if minutes == 0 {
		return nil // not known
	}
	return reports.Minutes(minutes)
}

// left is what stays open, and why.
func (v *view) left() reports.Sheet {
	s := reports.Sheet{Name: v.say("plan.left"), Columns: []reports.Column{v.column("plan.column.code", 10), v.column("plan.column.text", 80), v.column("plan.column.reason", 60)}}
	for _, l := range v.p.Left {
		s.Add(v.Label(l.Statement), v.Text(l.Statement), v.Left(l))
	}
	return s
}

// lapses is what runs out before the plan ends.
func (v *view) lapses() reports.Sheet {
	s := reports.Sheet{Name: v.say("plan.lapses"), Columns: []reports.Column{
		v.column("plan.lapses.credential", 30), v.column("plan.lapses.until", 14), v.column("plan.lapses.needed", 50), v.column("plan.lapses.then", 70),
	}}
	for _, l := range v.p.Lapses {
		s.Add(string(l.Credential), l.Until, strings.Join(l.NeededBy, ", "), v.Lapse(l))
	}
	return s
}

func title(s pathway.Step) string {
	if s.Title == "" {
		return s.Course
	}
	return s.Title
}

// taken is a number of what a course takes.
func taken(s pathway.Step, name string) int64 {
	for _, r := range s.Because {
		if n, given := r.Numbers.Of(name); given && r.Code == pathway.Takes {
			return int64(n)
		}
	}
	return 0
}

func (v *view) labels(ids []ksb.StatementID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = v.Label(id)
	}
	return strings.Join(names, ", ")
}

func joined[T ~string](list []T) string {
	names := make([]string, len(list))
	for i, name := range list {
		names[i] = string(name)
	}
	return strings.Join(names, ", ")
}

func numbers(list []int) string {
	names := make([]string, len(list))
	for i, n := range list {
		names[i] = strconv.Itoa(n)
	}
	return strings.Join(names, ", ")
}
