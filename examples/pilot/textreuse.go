package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb/page"
)

// reused writes what is there before anything new.
func (t *text) reused() {
	r := &t.planning.Reuse
	t.Heading("2. Reuse first")
	t.Item("", "Each need is counted once: as shown, as taught by a course that is there already, or as something new.")
	t.Item("", "")
	t.row("Needs", "Shown", "Reuse", "New", "")
	for i, m := range t.members() {
		s, u := t.today.Team[i], m.plan.Reuse
		t.row(fmt.Sprint(s.Of), fmt.Sprint(len(s.Shown)), fmt.Sprint(len(u.Closes)), fmt.Sprint(len(u.Residue)), s.Worker)
	}
	t.row(fmt.Sprint(r.Asked), fmt.Sprint(r.Held), fmt.Sprint(r.Provided), fmt.Sprint(r.residual()), "in all")
	t.provided()
	t.residue()
	t.settings()
}

// row writes four numbers and whose they are.
func (t *text) row(needs, shown, provided, bought, whose string) {
	t.Item(fmt.Sprintf("  %6s  %6s  %6s  %6s   ", needs, shown, provided, bought), whose)
}

// provided lists what is there already and is used.
func (t *text) provided() {
	t.Item("", "")
	t.Item("", "There already, and used:")
	for _, c := range t.planning.Courses {
		if c.Provided {
			t.Item("  ", c.Title+" ["+c.Course+"]: "+count(len(c.People), "person", "people")+".")
		}
	}
}

// residue lists what something new is needed for, and what nothing is there for.
func (t *text) residue() {
	all := t.planning.Reuse.Residue
	if len(all) == 0 {
		t.Item("", "")
		t.Item("", "Nothing new is needed.")
	}
	t.residues("The residue, for which something new is needed:", all, func(r residue) []string {
		return slices.DeleteFunc(slices.Clone(r.People), func(name string) bool { return slices.Contains(r.Without, name) })
	})
	t.residues("The residue that NO course closes:", all, func(r residue) []string { return r.Without })
}

func (t *text) residues(says string, all []residue, of func(residue) []string) {
	said := false
	for _, r := range all {
		people := of(r)
		if len(people) == 0 {
			continue
		}
		if !said {
			t.Item("", "")
			t.Item("", says)
			said = true
		}
		s, _ := t.now.index.Statement(r.Statement)
		by := ""
		if !slices.Equal(people, r.Without) {
			by = "; by " + list(t.bought(r.Courses))
		}
		t.Item("  "+page.Column(t.now.label(r.Statement), 4)+" ", fmt.Sprintf("%s. %s: %s%s.", strings.TrimSuffix(s.Text, "."), count(len(people), "person", "people"), list(people), by))
	}
}

// bought names courses, and says of those that are there already why they do not count
// as such.
func (t *text) bought(ids []string) []string {
	names := slices.Clone(ids)
	for i, id := range ids {
		if courseOf(t.now.catalogue, id).Provided {
			names[i] += " (there already, but it builds on something new)"
		}
	}
	return names
}

// settings says what does not fit where.
func (t *text) settings() {
	said := false
	for i, a := range t.planning.Areas {
		if len(a.NotFitting) == 0 {
			continue
		}
		if !said {
			t.Item("", "")
			said = true
		}
		title := cmp.Or(t.areas[i].title, "the team")
		t.Item("", "Not planned for "+title+", where "+verb(len(a.NotFitting), "it does", "they do")+" not fit: "+list(a.NotFitting)+".")
	}
}
