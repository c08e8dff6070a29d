package main

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/rows"
	"github.com/skillgap-go/skillgap/ksb/match"
)

// roles are roles with their names, some of which are held out.
type roles struct {
	known []match.Target
	held  []query             // the names held out
	named map[string][]string // a folded name that is known -> the roles that have it
	texts []string            // the names that are known, in order of the roles
}

// add gives a role its title, which is always known, and its other names.
func (r *roles) add(id, title, about string, names []string) {
	t := match.Target{ID: id, Texts: []string{title}, About: about}
	for _, name := range names {
		if !held(name) && !slices.ContainsFunc(t.Texts, func(known string) bool { return fold(known) == fold(name) }) {
			t.Texts = append(t.Texts, name)
		}
	}
	r.known = append(r.known, t)
	for _, text := range t.Texts {
		if f := fold(text); !slices.Contains(r.named[f], id) {
			r.named[f], r.texts = append(r.named[f], id), append(r.texts, text)
		}
	}
}

// holdOut makes queries of the names that no role keeps.
func (r *roles) holdOut(names map[string][]string, ids []string) {
	at := map[string]int{}
	for _, id := range ids {
		for _, name := range names[id] {
			f := fold(name)
			if !held(name) || r.named[f] != nil || f == "" {
				continue
			}
			i, seen := at[f]
			if !seen {
				i = len(r.held)
				at[f], r.held = i, append(r.held, query{text: name})
			}
			if !slices.Contains(r.held[i].gold, id) {
				r.held[i].gold = append(r.held[i].gold, id)
			}
		}
	}
}

// aliases asks for every name that is known.
func (r *roles) aliases() (list []query) {
	seen := map[string]bool{}
	for _, text := range r.texts {
		if f := fold(text); !seen[f] {
			seen[f], list = true, append(list, query{text: text, gold: r.named[f]})
		}
	}
	return list
}

// mistyped asks for every name that is known, with n typing errors; names that are too
// short, or become those of other roles, are left out.
func (r *roles) mistyped(n int) (list []query) {
	for _, q := range r.aliases() {
		if wrong := typo(q.text, n); fold(wrong) != fold(q.text) && r.named[fold(wrong)] == nil {
			list = append(list, query{text: wrong, gold: q.gold})
		}
	}
	return list
}

// named are the roles of a source, each with its title, description and other names.
func named(list []match.Target) *roles {
	r, names, ids := &roles{named: map[string][]string{}}, map[string][]string{}, []string(nil)
	for _, t := range list {
		names[t.ID], ids = t.Texts[1:], append(ids, t.ID)
		r.add(t.ID, t.Texts[0], t.About, t.Texts[1:])
	}
	r.holdOut(names, ids)
	return r
}

// onet are the occupations of O*NET with the titles that people report.
func (d *data) onet() (list []match.Target) {
	names := map[string][]string{}
	for file, column := range map[string]string{ // any order: sorted below
		"onet/Alternate_Titles.dev-half.txt.gz":          "alternate title",
		"onet/Sample_of_Reported_Titles.dev-half.txt.gz": "reported job title",
	} {
		for row := range d.table(file, rows.Tabs) {
			id := row.Text("o*net-soc code")
			names[id] = append(names[id], row.Text(column))
		}
	}
	for row := range d.table("onet/Occupation_Data.txt.gz", rows.Tabs) {
		id := row.Text("o*net-soc code")
		slices.Sort(names[id])
		list = append(list, match.Target{ID: id, Texts: append([]string{row.Text("title")}, names[id]...), About: row.Text("description")})
	}
	return list
}

// esco are the occupations of ESCO with all their labels.
func (d *data) esco() (list []match.Target) {
	for row := range d.table("esco-sample/official_occupations_en.csv.gz", rows.CSV) {
		texts := append([]string{row.Text("preferredlabel")}, labels(row.Text("altlabels"))...)
		list = append(list, match.Target{ID: row.Text("concepturi"), Texts: texts, About: row.Text("description")})
	}
	return list
}

// labels parts a cell of several labels, a line each.
func labels(cell string) []string {
	return strings.FieldsFunc(cell, func(r rune) bool { return r == '\n' })
}

// occupations are the apprenticeship standards with their typical job titles.
func occupations(list []ksb.Role) (targets []match.Target) {
	for _, role := range list {
		targets = append(targets, match.Target{ID: string(role.ID), Texts: append([]string{strings.TrimSpace(role.Title)}, role.Aliases...)})
	}
	return targets
}

// vacancies are titles of job adverts with the ESCO occupation that people chose.
func (d *data) vacancies() (list []query) {
	for row := range d.table("text/jobbert_titles.dev.csv.gz", rows.CSV) {
		list = append(list, query{text: row.Text("vacancytitle"), gold: []string{row.Text("concepturi")}})
	}
	return list
}

// titlesAlone are the targets by their titles, without their other names.
func titlesAlone(targets []match.Target) (list []match.Target) {
	for _, t := range targets {
		list = append(list, match.Target{ID: t.ID, Texts: t.Texts[:1]})
	}
	return list
}

// described are the targets by their names and descriptions.
func described(targets []match.Target) (list []match.Target) {
	for _, t := range targets {
		list = append(list, match.Target{ID: t.ID, Texts: []string{t.Texts[0], t.About}})
	}
	return list
}
