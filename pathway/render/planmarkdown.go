package render

import (
	"fmt"
	"io"
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
	before, after := m.sections()
	m.head()
	m.all(before)
	m.courses()
	m.all(after)
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

// all sets sections as lists.
func (m *planMarkdown) all(list []section) {
	for _, s := range list {
		m.heading(s.title)
		for _, l := range s.lines {
			m.out.WriteString("- " + plainMarkdown(l.inWords()) + "\n")
		}
	}
}

// inWords is a line without columns.
func (l spoken) inWords() string {
	switch {
	case l.code != "":
		return l.code + " " + l.words
	case l.name != "":
		return strings.TrimSuffix(l.name, ":") + ": " + l.words
	}
	return l.words
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
