package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/page"
)

// text prints the matches for people: 80 columns, plain English. reports are those behind
// them.
func (o *options) text(w io.Writer, list []assess.Matched, reports []*assess.Report) error {
	var p page.Page
	switch {
	case len(list) == 0:
		p.Item("", "There is nothing to compare with.")
	case o.role != "":
		p.Heading("Who is nearest to " + list[0].Role.Title)
	default:
		p.Heading("Which roles are nearest to " + list[0].Worker)
	}
	for i, m := range list {
		name := m.Role.Title + " [" + string(m.Role.ID) + "]"
		if o.role != "" {
			name = m.Worker
		}
		p.Item("", "")
		p.Item(fmt.Sprintf("%2d. ", i+1), name)
		p.Item("      ", fmt.Sprintf("%s assured: %d of %d requirements met. Looked at so far: %s. %s", render.Percent(m.Assured), m.Met, m.Of, render.Percent(m.Coverage), ready(m)))
		grounds(&p, "Shown      ", m.Shown)
		grounds(&p, "Develop    ", m.Develop)
		grounds(&p, "Find out   ", m.Assess)
		carried(&p, reports[i])
		if len(m.Shut) > 0 {
			p.Item("      Gates shut ", gates(m.Shut))
		}
	}
	return p.Flush(w)
}

// ready says how the match stands as a whole.
func ready(m assess.Matched) string {
	text := "Ready: " + m.Ready.String() + "."
	if m.CriticalNotMet > 0 {
		text += fmt.Sprintf(" Critical requirements not met: %d.", m.CriticalNotMet)
	}
	return text
}

// grounds lists requirements, the first under the name of the list.
func grounds(p *page.Page, name string, list []assess.Ground) {
	lead := "      " + name
	for _, g := range list {
		p.Item(lead+page.Column(g.Code, 5)+" ", g.Text)
		lead = strings.Repeat(" ", len(lead))
	}
}

func gates(ids []ksb.GateID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = string(id)
	}
	return strings.Join(names, ", ")
}
