package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/pathway"
)

// Markdown writes a plan as Markdown: what [Text] says, with the courses as a table. r
// is the report that the plan was made for; nil: statements are called by their IDs.
// Titles and texts are escaped, so that none of them is taken for markup. The only errors
// are those of w.
func Markdown(w io.Writer, r *assess.Report, p *pathway.Plan) error {
	if r == nil {
		r = &assess.Report{}
	}
	m := &planMarkdown{text: text{r: r, p: p, label: reports.Labels(r)}}
	m.head()
	m.find()
	m.courses()
	m.sums()
	m.open()
	m.rest()
	_, err := io.WriteString(w, m.out.String())
	return err
}

// planMarkdown words a plan as text does and sets it as Markdown.
type planMarkdown struct {
	text
	out strings.Builder
}

func (m *planMarkdown) heading(title string) {
	m.out.WriteString("\n## " + plainMarkdown(title) + "\n\n")
}

func (m *planMarkdown) item(words string) {
	m.out.WriteString("- " + plainMarkdown(words) + "\n")
}

func (m *planMarkdown) head() {
	title := "Training plan"
	if m.p.Worker != "" {
		title += " for " + m.p.Worker
	}
	if role := orElse(m.r.Role.Title, string(m.p.Role)); role != "" {
		title += ": " + role
	}
	m.out.WriteString("# " + plainMarkdown(title) + "\n")
	if len(m.p.Steps)+len(m.p.AssessFirst)+len(m.p.Left) == 0 {
		m.out.WriteString("\nThere is nothing to do: the report shows no gap.\n")
	}
}

func (m *planMarkdown) find() {
	if len(m.p.AssessFirst) == 0 {
		return
	}
	m.heading("Find out first")
	for _, a := range m.p.AssessFirst {
		words := m.label(string(a.Statement)) + " " + m.wording(a.Statement)
		if a.Action == assess.Moderate {
			words += " (sources disagree: have a second assessor decide)"
		}
		m.item(words)
	}
}

func (m *planMarkdown) courses() {
	if len(m.p.Steps) == 0 {
		return
	}
	m.heading("Courses")
	m.out.WriteString("| # | Course | When | What it takes and what it is for |\n| ---: | --- | --- | --- |\n")
	for i, s := range m.p.Steps {
		fmt.Fprintf(&m.out, "| %d | %s | %s | %s |\n", i+1, plainMarkdown(titleOf(s)), plainMarkdown(weeksOf(s)+begins(s)), plainMarkdown(m.why(s)))
	}
}

func (m *planMarkdown) sums() {
	m.heading("In all")
	m.item("Cost: " + pounds(m.p.CostPence))
	if m.p.FundedPence > 0 {
		m.item("Funded besides: " + pounds(m.p.FundedPence))
	}
	m.item("Hours: " + hours(m.p.Minutes))
	m.item("Weeks: " + strconv.Itoa(m.p.Weeks))
	m.item("Proof: " + m.proof())
}

func (m *planMarkdown) open() {
	if len(m.p.Left) == 0 {
		return
	}
	m.heading("What stays open")
	for _, l := range m.p.Left {
		words := "to be looked at first."
		if l.Reason != pathway.AssessFirst {
			words = m.leftWords(l)
		}
		m.item(strings.TrimSpace(m.label(string(l.Statement))+" "+m.wording(l.Statement)) + " - " + words)
	}
}

// rest is what text says last, in its own words, without its underlines.
func (m *planMarkdown) rest() {
	if len(m.p.TaughtNotYetShown) > 0 {
		m.heading("Taught, but not yet shown")
		m.item("After the courses somebody must still assess " + m.statements(m.p.TaughtNotYetShown) + ": the courses' own assessment does not settle them.")
	}
	if c := m.p.Conditional; len(m.p.AssessFirst) > 0 {
		m.heading("If nothing that is still to be looked at turns out to be met")
		m.item(fmt.Sprintf("It could come to %s, %s and %s in all, without limits, with these courses: %s.",
			pounds(c.CostPence), hours(c.Minutes), plural(int64(c.Weeks), "week"), orNone(joined(c.Courses))))
	}
}
