package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/ksb/page"
	"github.com/skillgap-go/skillgap/pathway"
)

// planned writes who takes what, when, and what it comes to.
func (t *text) planned() {
	s := &t.planning
	t.Heading("3. The plan")
	t.Item("", "From "+s.Start.String()+", as if everything that is not shown were unmet: the most that it can come to. Of this, "+t.proven()+" is for what was shown to be missing. The rest hangs on what an assessment finds, so look first."+t.limit())
	t.courses()
	t.support()
	t.people()
	t.Item("", "")
	for i, a := range s.Areas {
		t.Item("  "+cmp.Or(t.areas[i].title, "The team")+": ", t.bill(a.Bill)+".")
	}
	t.Item("  In all: ", t.bill(s.Bill)+".")
	t.Item("", "")
	t.Item("", t.fit(s.TooLong))
	t.proof()
	t.overdue()
	t.runningOut()
	t.toShow()
}

// limit says how much time there is in a week.
func (t *text) limit() string {
	if t.planning.WeekMinutes == 0 {
		return " There is no limit to the hours in a week."
	}
	return " Everybody has " + hours(t.planning.WeekMinutes) + " a week to learn in."
}

func (t *text) proven() string {
	b := t.planning.ProvenBill
	if b == (bill{}) {
		return "nothing"
	}
	return pounds(b.CostPence) + " and " + hours(b.Minutes)
}

// courses is the list of what is taken.
func (t *text) courses() {
	t.Item("", "")
	t.Item("", "What is taken, for each person who takes it:")
	for _, c := range t.planning.Courses {
		cost := pounds(c.CostPence)
		if c.Provided {
			cost = "there already"
		}
		by := ""
		if c.Provider != "" {
			by = ", " + c.Provider
		}
		t.Item("  ", fmt.Sprintf("[%s] %s%s: %s, %s, %s; %s.", c.Course, c.Title, by, cost, hours(c.Minutes), plural(int64(c.Weeks), "week"), count(len(c.People), "person", "people")))
	}
}

// support names what is no part of the role and has to come first for some.
func (t *text) support() {
	said := false
	for _, c := range t.planning.Courses {
		if len(c.Supports) == 0 {
			continue
		}
		if !said {
			t.Item("", "")
			said = true
		}
		t.Item("", fmt.Sprintf("Support first: %s "+verb(len(c.Supported), "needs", "need")+" %s before they can begin %s. By itself it closes nothing that the role asks for.", list(c.Supported), c.Course, list(c.Supports)))
	}
}

// people is the plan of each of the team.
func (t *text) people() {
	for _, m := range t.planning.People {
		t.Item("", "")
		t.Item("  "+m.Worker+": ", t.bill(billOf(m.Plan))+t.busy(m.Busiest)+".")
		if len(m.LookFirst) > 0 {
			t.Item("    Look first at ", t.now.labels(m.LookFirst)+".")
		}
		t.steps(m.Plan.Steps, 0)
		if len(m.Crowded) > 0 {
			t.Item("    More than there is time for: ", list(m.Crowded)+", put last.")
		}
		for _, l := range m.Plan.Left {
			t.Item("    Stays open: ", t.now.label(l.Statement)+", "+because(l)+".")
		}
	}
}

func (t *text) busy(b busiest) string {
	if b.Minutes == 0 {
		return ""
	}
	return fmt.Sprintf("; the busiest week is week %d, with %s", b.Week+1, hours(b.Minutes))
}

// steps writes courses by when they take place, those of one time together.
func (t *text) steps(steps []pathway.Step, from int) {
	var whens []string
	at := map[string][]string{}
	for _, s := range slices.SortedStableFunc(slices.Values(steps), byWeek) {
		when := span(from+s.StartWeek, from+s.EndWeek)
		if at[when] == nil {
			whens = append(whens, when)
		}
		at[when] = append(at[when], s.Course)
	}
	for _, when := range whens {
		t.Item("    "+page.Column(when, 15)+" ", list(at[when]))
	}
}

func because(l pathway.Left) string {
	switch l.Reason {
	case pathway.NoCourse:
		return "no course here teaches it to that level"
	case pathway.Blocked:
		return "what teaches it builds on something that cannot be had: " + list(l.Refs)
	case pathway.OverBudget:
		return "not within the limits"
	case pathway.AssessFirst:
		return "to be looked at first"
	}
	return string(l.Reason)
}

// proof says for whom a better plan was not ruled out.
func (t *text) proof() {
	var open []string
	for _, m := range t.planning.People {
		if !m.Plan.Proved {
			open = append(open, m.Worker)
		}
	}
	if len(open) == 0 {
		t.Item("", "Proved: for nobody is there a plan that closes as much and costs less.")
		return
	}
	t.Item("", "The search was cut short for "+list(open)+": there may be a better plan for them.")
}

// overdue names gates that should be open when the plan begins, and when it opens them.
func (t *text) overdue() {
	type late struct{ gate, due string }
	var lates []late
	who, last := map[late][]string{}, map[late]int{}
	for i, m := range t.members() {
		for _, g := range t.today.Team[i].Gates {
			l := late{string(g.Gate), g.Due.String()}
			if g.Due == 0 || g.Due >= t.planning.Start {
				continue
			}
			if who[l] == nil {
				lates = append(lates, l)
			}
			who[l], last[l] = append(who[l], m.worker.ID), max(last[l], m.opensIn(g.Gate))
		}
	}
	for _, l := range lates {
		opened := "The plan does not open it."
		if last[l] > 0 {
			opened = fmt.Sprintf("The plan opens it by week %d: better at once.", last[l])
		}
		t.Item("", "Overdue: "+l.gate+" was due on "+l.due+", for "+t.everybody(who[l])+". "+opened)
	}
}

// everybody joins names, and says so where they are all of the team.
func (t *text) everybody(names []string) string {
	if len(names) > 1 && len(names) == len(t.today.Team) {
		return "everybody"
	}
	return list(names)
}

// runningOut names what lapses on the way.
func (t *text) runningOut() {
	type lapse struct{ what, courses string }
	var lapses []lapse
	who := map[lapse][]string{}
	for _, m := range t.planning.People {
		for _, r := range m.RunsOut {
			l := lapse{string(r.Credential) + " on " + r.Until.String(), list(r.Courses)}
			if who[l] == nil {
				lapses = append(lapses, l)
			}
			who[l] = append(who[l], m.Worker)
		}
	}
	for _, l := range lapses {
		renew := "No course here renews it."
		if l.courses != "" {
			renew = "It is not in the plan; " + l.courses + " renews it."
		}
		t.Item("", "Runs out on the way: "+l.what+", for "+t.everybody(who[l])+". "+renew)
	}
}

// toShow names what the courses' own assessment does not settle.
func (t *text) toShow() {
	var who []string
	for _, m := range t.planning.People {
		if ids := m.Plan.TaughtNotYetShown; len(ids) > 0 {
			who = append(who, m.Worker+" ("+t.now.labels(t.now.sorted(ids))+")")
		}
	}
	if len(who) > 0 {
		t.Item("", "To be assessed after the courses, since their own assessment does not settle it: "+list(who)+".")
	}
}
