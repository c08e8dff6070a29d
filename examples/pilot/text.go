package main

import (
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/ksb/page"
)

// text is the pilot on its way to a page.
type text struct {
	page.Page
	*pilot
}

func (p *pilot) text(w io.Writer) error {
	t := &text{pilot: p}
	t.summary()
	t.Heading("1. The team today")
	t.Item("", "What the evidence shows of what the role asks for in each area. What nobody has looked at may be there all the same.")
	t.view(p.today, today)
	t.carried()
	t.reused()
	t.planned()
	t.Heading("4. Afterwards: expected, not found")
	t.Item("", "The same table if everything that the plan teaches is then shown. That is what the plan is meant to lead to; it says nothing about anybody before they have been assessed.")
	t.view(p.after, after)
	if p.revised != nil {
		t.later()
	}
	return t.Flush(w)
}

// summary is the whole in a few lines.
func (t *text) summary() {
	role, _ := t.now.index.Role(t.role)
	s := &t.planning
	t.Heading(role.Title + ": " + count(len(t.today.Team), "person", "people") + " in " + count(len(t.areas), "area", "areas"))
	t.Item("  Today   ", fmt.Sprintf("%d of %d needs are shown; a need is one statement for one person.", s.Reuse.Held, s.Reuse.Asked))
	t.Item("  Reuse   ", fmt.Sprintf("%d more can be met by courses that are there already, %d only by something new%s.", s.Reuse.Provided, s.Reuse.residual(), s.Reuse.unclosed()))
	t.Item("  Plan    ", t.bill(s.Bill)+" from the first course to the last. "+t.fit(s.TooLong))
	t.Item("  After   ", fmt.Sprintf("%d of %d needs, if everything taught is then shown.", shownIn(t.after), s.Reuse.Asked))
	if r := t.revised; r != nil {
		t.Item("  Later   ", fmt.Sprintf("in week %d the need changes: %s.", r.Week, t.change()))
	}
}

func (r *reuse) residual() (n int) {
	for _, s := range r.Residue {
		n += len(s.People)
	}
	return n
}

// unclosed says how much of the residue no course closes.
func (r *reuse) unclosed() string {
	n := 0
	for _, s := range r.Residue {
		n += len(s.Without)
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", of which no course closes %d", n)
}

func shownIn(v view) (n int) {
	for _, s := range v.Team {
		n += len(s.Shown)
	}
	return n
}

func (t *text) bill(b bill) string {
	return fmt.Sprintf("%s, %s of learning, %s", pounds(b.CostPence), hours(b.Minutes), plural(int64(b.Weeks), "week"))
}

// fit says whether all plans end within the horizon.
func (t *text) fit(tooLong []string) string {
	weeks := t.planning.HorizonWeeks
	switch {
	case weeks == 0:
		return "No horizon was given."
	case len(tooLong) == 0:
		return fmt.Sprintf("It fits the horizon of %s.", plural(int64(weeks), "week"))
	}
	return fmt.Sprintf("It does NOT fit the horizon of %s for %s.", plural(int64(weeks), "week"), list(tooLong))
}
