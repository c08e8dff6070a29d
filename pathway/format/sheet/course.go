package sheet

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
	"github.com/skillgap-go/skillgap/pathway"
)

// columns are those of the format, in its order.
func columns() []table.Head {
	return []table.Head{
		{Name: "course", Width: 22, Note: "A short name of your own for the course. Needed."},
		{Name: "title", Width: 40, Note: "What the course is called."},
		{Name: "provider", Width: 18, Note: "Who gives it."},
		{Name: "teaches", Width: 28, Note: "What it teaches, each with the level it leads to: S1@3; S2@2. Without a level: the top rung."},
		{Name: "requires", Width: 20, Note: "What must be held or taught before, in the same way."},
		{Name: "after", Width: 16, Note: "Courses that come before it."},
		{Name: "needs", Width: 18, Note: "Certificates and other credentials that must be held."},
		{Name: "awards", Width: 18, Note: "Certificates and other credentials that it ends with."},
		{Name: "credits of", Width: 18, Note: "What its credits count towards."},
		{Name: "credits add", Width: 9, Note: "How many credits."},
		{Name: "excludes", Width: 16, Note: "Courses that make no sense beside it."},
		{Name: "cost pence", Width: 10, Note: "In whole pence. Blank: nothing."},
		{Name: "minutes", Width: 9, Note: "Of the learner's time."},
		{Name: "weeks", Width: 8, Note: "From its first to its last day."},
		{Name: "mode", Width: 12, Choices: modes(), Note: "How it is given."},
		{Name: "settings", Width: 16, Note: "Where it fits, parted by semicolons."},
		{Name: "starts", Width: 24, Note: "Days on which it begins, parted by semicolons. Blank: any day."},
		{Name: "funding maximum pence", Width: 12, Note: "In whole pence."},
		{Name: "assessed by", Width: 14, Choices: kinds(), Note: "The evidence it ends with. Blank: none."},
		{Name: "provided", Width: 9, Choices: []string{"yes", "no"}, Note: "yes: already available here at no extra cost."},
		{Name: "currency", Width: 9, Note: "GBP, the same on every row. May be blank."},
	}
}

func modes() (list []string) {
	for m := pathway.Online; m.String() != ""; m++ {
		list = append(list, m.String())
	}
	return list
}

func kinds() (list []string) {
	for k := assess.Self; k.String() != ""; k++ {
		list = append(list, k.String())
	}
	return list
}

func layout() table.Layout {
	also := map[string][]string{
		"course": {"course id", "id"}, "title": {"course title", "name"}, "teaches": {"outcomes", "statements"},
		"requires": {"prerequisites"}, "credits add": {"credits", "adds"}, "cost pence": {"cost in pence", "price pence"},
		"minutes": {"time in minutes", "learning minutes"}, "weeks": {"duration weeks", "weeks long"}, "mode": {"delivery"},
		"starts": {"start dates", "start date"}, "funding maximum pence": {"funding max pence"}, "assessed by": {"assessment"},
	}
	var l table.Layout
	for _, c := range columns() {
		l = append(l, table.Column{Name: c.Name, Also: also[c.Name], Key: c.Name == "course"})
	}
	return l
}

// course reads the course of a row.
func course(r *table.Row) pathway.Course {
	c := pathway.Course{
		ID: r.Required("course"), Title: r.Text("title"), Provider: r.Text("provider"),
		Teaches: attainments(r, "teaches"), Requires: attainments(r, "requires"), After: r.List("after", ";"),
		Needs: credentials(r, "needs"), Awards: credentials(r, "awards"), Credits: credits(r), Excludes: r.List("excludes", ";"),
		CostPence: r.Whole("cost pence", math.MaxInt64), Minutes: r.Whole("minutes", math.MaxInt64), Weeks: int(r.Whole("weeks", math.MaxInt32)),
		Settings: r.List("settings", ";"), Starts: days(r, "starts"), FundingMaxPence: r.Whole("funding maximum pence", math.MaxInt64),
		Provided: r.Yes("provided"), Origin: r.Origin,
	}
	r.Named("mode", &c.Mode)
	r.Named("assessed by", &c.AssessedBy)
	return c
}

func credentials(r *table.Row, column string) (list []ksb.CredentialID) {
	for _, id := range r.List(column, ";") {
		list = append(list, ksb.CredentialID(id))
	}
	return list
}

// credits reads the two columns of credits, which go together.
func credits(r *table.Row) *pathway.Credits {
	c := pathway.Credits{Of: ksb.CredentialID(r.Text("credits of")), Adds: int(r.Whole("credits add", math.MaxInt32))}
	switch given := r.Text("credits add") != ""; {
	case c.Of == "" && !given:
		return nil
	case c.Of == "":
		r.Fault("credits of", ksb.ErrMissing, "credits count towards something")
	case !given:
		r.Fault("credits add", ksb.ErrMissing, "how many credits?")
	}
	return &c
}

func days(r *table.Row, column string) (list []ksb.Date) {
	for _, text := range r.List(column, ";") {
		day, err := ksb.ParseDate(text)
		if err != nil {
			r.Fault(column, ksb.ErrDate, fmt.Sprintf("%q is not a day as YYYY-MM-DD", text))
			continue
		}
		list = append(list, day)
	}
	return list
}

// attainments reads a list of statements at levels.
func attainments(r *table.Row, column string) (list []pathway.Attainment) {
	for _, text := range r.List(column, ";") {
		a := pathway.Attainment{Statement: ksb.StatementID(text), Origin: r.Origin}
		if at := strings.LastIndexByte(text, '@'); at > 0 && digits(text[at+1:]) {
			a.Statement = ksb.StatementID(strings.TrimSpace(text[:at]))
			a.Level = level(r, column, text, text[at+1:])
		}
		list = append(list, a)
	}
	return list
}

// digits: nothing else, and perhaps nothing at all.
func digits(text string) bool { return strings.Trim(text, "0123456789") == "" }

func level(r *table.Row, column, text, number string) ksb.Level {
	n, err := strconv.ParseUint(number, 10, 8)
	if number != "" && (err != nil || n == 0) {
		r.Fault(column, ksb.ErrLevel, fmt.Sprintf("%q: a level is from 1 to 255; without one it is the top rung", text))
	}
	return ksb.Level(n)
}

// attained writes what attainments reads.
func attained(list []pathway.Attainment) string {
	texts := make([]string, len(list))
	for i, a := range list {
		texts[i] = string(a.Statement)
		switch at := strings.LastIndexByte(texts[i], '@'); {
		case a.Level > 0:
			texts[i] += "@" + strconv.Itoa(int(a.Level))
		case at > 0 && digits(texts[i][at+1:]):
			texts[i] += "@"
		}
	}
	return table.Join(texts, ";")
}

// cells writes what course reads.
func cells(c pathway.Course, currency string) []any {
	of, adds := "", any("")
	if c.Credits != nil {
		of, adds = string(c.Credits.Of), c.Credits.Adds
	}
	starts := make([]string, len(c.Starts))
	for i, day := range c.Starts {
		starts[i] = day.String()
	}
	return []any{
		c.ID, c.Title, c.Provider, attained(c.Teaches), attained(c.Requires), table.Join(c.After, ";"), table.Join(c.Needs, ";"),
		table.Join(c.Awards, ";"), of, adds, table.Join(c.Excludes, ";"), c.CostPence, c.Minutes, c.Weeks, c.Mode.String(),
		table.Join(c.Settings, ";"), table.Join(starts, ";"), table.OrBlank(c.FundingMaxPence), c.AssessedBy.String(), c.Provided, currency,
	}
}
