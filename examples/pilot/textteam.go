package main

import (
	"fmt"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/page"
)

// view writes where the team stands, area by area.
func (t *text) view(v view, at moment) {
	for _, c := range v.Areas {
		t.Item("", "")
		t.Item("", t.titleOf(c)+":")
		width := 0
		for _, name := range c.People {
			width = max(width, len([]rune(name)))
		}
		for _, s := range v.Team {
			if s.Area == c.Area {
				t.standing(s, width, at)
			}
		}
		t.Item("", "")
		for _, d := range c.Duties {
			t.Item("  "+page.Column(d.Code, 3)+" ", d.Text+": "+covered(d, len(c.People), at))
		}
		t.rare(c)
	}
}

func (t *text) titleOf(c coverage) string {
	title := c.Title
	if title == "" {
		title = "The team"
	}
	if len(c.NotHere) == 0 {
		return title
	}
	return title + " (" + list(c.NotHere) + " " + verb(len(c.NotHere), "is", "are") + " no part of the work here)"
}

func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// standing writes what one person shows.
func (t *text) standing(s standing, width int, at moment) {
	lead := "  " + page.Column(s.Worker, width) + "  "
	says := fmt.Sprintf("shows %d of %d", len(s.Shown), s.Of)
	if at == after {
		says = fmt.Sprintf("would show %d of %d", len(s.Shown), s.Of)
	}
	if at == today && len(s.Shown) > 0 {
		says += ": " + t.now.labels(s.Shown)
	}
	says += "."
	for _, group := range []struct {
		ids  []ksb.StatementID
		says string
	}{
		{s.NotLookedAt, "Nobody has looked at"},
		{s.Unclear, "Looked at, and not clear:"},
		{s.ToDevelop, "Shown not to be there yet, or lapsed:"},
	} {
		if len(group.ids) > 0 {
			says += " " + group.says + " " + t.now.labels(group.ids) + "."
		}
	}
	if len(s.Gates) > 0 {
		says += " Gates not open: " + gates(s.Gates) + "."
	}
	t.Item(lead, says)
}

// gates names gates, and by when they should have been open.
func gates(shut []gateShut) string {
	names := make([]string, len(shut))
	for i, g := range shut {
		if names[i] = string(g.Gate); g.Due != 0 {
			names[i] += " (due " + g.Due.String() + ")"
		}
	}
	return list(names)
}

// covered says who could do a duty.
func covered(d dutyCoverage, people int, at moment) string {
	one, many := "shows", "show"
	if at == after {
		one, many = "would show", "would show"
	}
	parts := "."
	if len(d.InPart) > 0 {
		parts = "; " + list(d.InPart) + " in part."
	}
	switch n := len(d.CoveredBy); {
	case n == 0:
		return "nobody " + one + " all of it" + parts
	case n == 1:
		return "ONLY " + d.CoveredBy[0] + " " + one + " all of it" + parts
	case n == people:
		return "everybody " + one + " all of it" + parts
	}
	return list(d.CoveredBy) + " " + many + " all of it" + parts
}

// rare names the statements that nobody or only one person shows.
func (t *text) rare(c coverage) {
	var nobody []ksb.StatementID
	var one []string
	for _, s := range c.Statements {
		switch len(s.ShownBy) {
		case 0:
			nobody = append(nobody, s.Statement)
		case 1:
			one = append(one, t.now.label(s.Statement)+" ("+s.ShownBy[0]+")")
		}
	}
	if len(nobody) > 0 {
		t.Item("  Shown by nobody: ", t.now.labels(nobody)+".")
	}
	if len(one) > 0 {
		t.Item("  Resting on one person: ", list(one)+".")
	}
	if len(nobody)+len(one) == 0 {
		t.Item("  ", "No statement rests on one person alone.")
	}
}
