package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/pathway"
)

// Markdown writes a plan as Markdown: what [Text] says, with the courses as a table. r
// is the report that the plan was made for; nil: statements are called by their IDs.
// Titles and texts are escaped, so that none of them is taken for markup. The only errors
// are those of w.
func Markdown(w io.Writer, r *assess.Report, p *pathway.Plan) error {
	return Options{}.Markdown(w, r, p)
}

// Markdown is [Markdown] with choices.
func (o Options) Markdown(w io.Writer, r *assess.Report, p *pathway.Plan) error {
	m := &planMarkdown{text: o.text(r, p)}
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
	*text
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
		return l.name + ": " + l.words
	}
	return l.words
}

func (m *planMarkdown) head() {
	m.out.WriteString("# " + plainMarkdown(m.say("plan.title", "worker", m.worker(), "role", m.role())) + "\n")
	if m.nothing() {
		m.out.WriteString("\n" + plainMarkdown(m.say("plan.nothing")) + "\n")
	}
}

func (m *planMarkdown) courses() {
	if len(m.p.Steps) == 0 {
		return
	}
	m.heading(m.say("plan.steps"))
	fmt.Fprintf(&m.out, "| # | %s | %s | %s |\n| ---: | --- | --- | --- |\n",
		plainMarkdown(m.say("plan.column.course")), plainMarkdown(m.say("plan.column.when")), plainMarkdown(m.say("plan.text.column.why")))
	for i, s := range m.p.Steps {
		fmt.Fprintf(&m.out, "| %s | %s | %s | %s |\n", m.words.Number(i+1), plainMarkdown(titleOf(s)), plainMarkdown(m.when(s)), plainMarkdown(m.why(s)))
	}
}
