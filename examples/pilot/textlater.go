package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/page"
	"github.com/skillgap-go/skillgap/pathway"
)

// later writes how the plan is revised.
func (t *text) later() {
	r := t.revised
	t.Heading(fmt.Sprintf("5. When the need changes, in week %d", r.Week))
	t.wanted("Newly asked for:", r.offer, r.New)
	t.wanted("No longer asked for:", t.now, r.Gone)
	t.Item("", "What is done by then counts as taught and is not done again, what has begun stays booked, and everybody's plan changes as little as it can.")
	for i, m := range r.People {
		t.Item("", "")
		t.revision(m, t.planning.People[i].Plan)
	}
	t.Item("", "")
	t.Item("  Added: ", t.added(r.Added))
	if r.Dropped.CostPence+r.Dropped.Minutes > 0 {
		t.Item("  Dropped: ", pounds(r.Dropped.CostPence)+" and "+hours(r.Dropped.Minutes)+".")
	}
	t.Item("  ", t.fit(r.TooLong))
}

func (t *text) wanted(says string, o offer, ids []ksb.StatementID) {
	if len(ids) == 0 {
		return
	}
	t.Item("", says)
	for _, id := range ids {
		s, _ := o.index.Statement(id)
		t.Item("  "+page.Column(o.label(id), 4)+" ", s.Text)
	}
}

func (t *text) added(b bill) string {
	if b == (bill{}) {
		return "nothing."
	}
	return fmt.Sprintf("%s and %s; the last of it ends in week %d.", pounds(b.CostPence), hours(b.Minutes), b.Weeks)
}

// change is the change in one line.
func (t *text) change() string {
	r := t.revised
	if r.Added == (bill{}) && r.Dropped == (bill{}) {
		return "the plan stays as it is"
	}
	says := pounds(r.Added.CostPence) + " and " + hours(r.Added.Minutes) + " are added"
	if r.Dropped != (bill{}) {
		says += ", " + pounds(r.Dropped.CostPence) + " and " + hours(r.Dropped.Minutes) + " dropped"
	}
	return says
}

// revision writes what stays and what changes for one person. The weeks are those of the
// whole.
func (t *text) revision(m personRevised, old *pathway.Plan) {
	t.Item("  "+m.Worker+": ", "")
	of := func(reasons ...pathway.ChangeReason) (ids []string) {
		for _, c := range m.Changes {
			if slices.Contains(reasons, c.Reason) && c.Change == pathway.Kept {
				ids = append(ids, c.Course)
			}
		}
		return ids
	}
	for _, group := range []struct {
		lead string
		ids  []string
	}{
		{"    Done      ", of(pathway.WasDone)},
		{"    Booked    ", t.until(of(pathway.WasBooked), old)},
		{"    Kept      ", t.still(m, of(pathway.StillNeeded, pathway.BuiltOn, pathway.NewNeed))},
	} {
		if len(group.ids) > 0 {
			t.Item(group.lead, list(group.ids))
		}
	}
	for _, c := range m.Changes {
		if c.Change != pathway.Kept {
			t.Item("    "+page.Column(title(string(c.Change)), 10), c.Course+t.when(c.Course, m.Plan)+why(t.revised.offer, c))
		}
	}
	if len(m.Crowded) > 0 {
		t.Item("    More than there is time for: ", list(m.Crowded)+".")
	}
	for _, l := range m.Plan.Left {
		t.Item("    Open      ", t.revised.offer.label(l.Statement)+", "+because(l))
	}
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// until adds to booked courses the week in which they end.
func (t *text) until(ids []string, old *pathway.Plan) []string {
	for i, id := range ids {
		for _, s := range old.Steps {
			if s.Course == id {
				ids[i] = fmt.Sprintf("%s (to week %d)", id, s.EndWeek)
			}
		}
	}
	return ids
}

// still adds to courses that are kept when they now take place.
func (t *text) still(m personRevised, ids []string) []string {
	for i, id := range ids {
		ids[i] = id + " (" + strings.TrimPrefix(t.when(id, m.Plan), ", ") + ")"
	}
	return ids
}

func (t *text) when(course string, p *pathway.Plan) string {
	for _, s := range p.Steps {
		if s.Course == course {
			return ", " + span(t.revised.Week+s.StartWeek, t.revised.Week+s.EndWeek)
		}
	}
	return ""
}

// why says why a course comes or goes.
func why(o offer, c pathway.Change) string {
	switch c.Reason {
	case pathway.NewNeed:
		ids := make([]ksb.StatementID, len(c.Refs))
		for i, ref := range c.Refs {
			ids[i] = ksb.StatementID(ref)
		}
		return ", for " + o.labels(ids)
	case pathway.BuiltOn:
		return ", since other courses build on it"
	case pathway.NotNeeded:
		return ", since it is not needed any more"
	case pathway.Replaced:
		return ", replaced by " + list(c.Refs)
	case pathway.Stuck:
		return ", which is booked and cannot be taken"
	case pathway.Gone:
		return ", which is not on offer any more"
	}
	return ""
}
