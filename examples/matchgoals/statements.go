package main

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/rows"
	"github.com/skillgap-go/skillgap/ksb/match"
)

// skills are the labels of ESCO's skills, each its own ID, with the other labels of those
// in the sample.
func (d *data) skills() (targets []match.Target) {
	others := map[string][]string{}
	for row := range d.table("esco-sample/skills.csv.gz", rows.CSV) {
		others[row.Text("preferredlabel")] = labels(row.Text("altlabels"))
	}
	for label := range d.lines("text/esco_skill_labels.txt.gz") {
		targets = append(targets, match.Target{ID: label, Texts: append([]string{label}, others[label]...)})
	}
	return targets
}

// sentences are sentences of job adverts, with the labels of the skills that people found
// in them; one in which none of the skills is, is left out.
func (d *data) sentences(name string, skills []match.Target) (list []query) {
	known, at := map[string]bool{}, map[string]int{}
	for _, t := range skills {
		known[t.ID] = true
	}
	for row := range d.table(name, rows.CSV) {
		sentence, label := row.Text("sentence"), row.Text("label")
		if !known[label] {
			continue
		}
		i, seen := at[sentence]
		if !seen {
			i = len(list)
			at[sentence], list = i, append(list, query{text: sentence})
		}
		if !slices.Contains(list[i].gold, label) {
			list[i].gold = append(list[i].gold, label)
		}
	}
	return list
}

// duties asks for the KSBs of each duty, among those of its own standard.
func duties(ix *ksb.Index, list []ksb.Role) (parts []part, queries []query) {
	for _, role := range list {
		for _, duty := range role.Duties {
			q := query{text: duty.Text, part: len(parts)}
			for _, id := range duty.Statements {
				q.gold = append(q.gold, string(id))
			}
			if len(q.gold) > 0 {
				queries = append(queries, q)
			}
		}
		parts = append(parts, part{targets: match.StatementTargets(ix, role.ID), standards: ix, role: role.ID})
	}
	return parts, queries
}

// tasks are the tasks of the occupations: some to ask for, the others confirmed.
func (d *data) tasks() (queries []query, others []confirmed) {
	for row := range d.table("onet/Task_Statements.txt.gz", rows.Tabs) {
		id, task := row.Text("o*net-soc code"), row.Text("task")
		if held(task) {
			queries = append(queries, query{text: task, gold: []string{id}})
		} else {
			others = append(others, confirmed{task, id})
		}
	}
	return queries, others
}

// related asks for the ten occupations that are published as the most related to one, by
// all that is said about it.
func (d *data) related(occupations []match.Target) (targets []match.Target, queries []query) {
	about, gold := map[string][]string{}, map[string][]string{}
	for row := range d.table("onet/Task_Statements.txt.gz", rows.Tabs) {
		id := row.Text("o*net-soc code")
		about[id] = append(about[id], row.Text("task"))
	}
	for row := range d.table("onet/Related_Occupations.txt.gz", rows.Tabs) {
		id := row.Text("o*net-soc code")
		if !strings.HasPrefix(row.Text("relatedness tier"), "Primary") {
			continue
		}
		gold[id] = append(gold[id], row.Text("related o*net-soc code"))
	}
	for _, o := range occupations {
		if len(gold[o.ID]) > 0 {
			text := strings.Join(append([]string{o.Texts[0], o.About}, about[o.ID]...), ". ")
			targets = append(targets, match.Target{ID: o.ID, Texts: []string{text}})
			queries = append(queries, query{text: text, gold: gold[o.ID], self: o.ID})
		}
	}
	return targets, queries
}
