package esco

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/rows"
)

// kind is what the rows of a table are, in the order in which tables are read.
type kind uint8

const (
	none kind = iota
	occupations
	skills
	groups
	collection // of occupations or skills, under a heading of its own
	requirements
	broader   // one step of a hierarchy a row
	levels    // the way from the root down a row
	skillPair // skill to skill
)

type table struct {
	*rows.Table
	kind kind
}

type row = rows.Row

// open reads the header; a table of no kind is none of ours.
func open(file string, data []byte, problems *ksb.Problems) table {
	t := rows.Open(file, data, rows.CSV, problems)
	return table{t, kindOf(t)}
}

func kindOf(t *rows.Table) kind {
	concept := t.Has("originuri", "id") || t.Has("concepturi")
	switch labelled := concept && t.Has("preferredlabel"); {
	case labelled && (t.Has("broaderconcepturi") || strings.HasSuffix(tableName(t.File), "collection")):
		return collection
	case labelled && t.Has("skilltype"):
		return skills
	case labelled && (t.Has("occupationgroupcode") || t.Has("iscogroup")):
		return occupations
	case labelled:
		return groups
	case t.Has("occupationid", "skillid", "relationtype"), t.Has("occupationuri", "skilluri", "relationtype"):
		return requirements
	case t.Has("parentobjecttype", "parentid", "childid", "childobjecttype"), t.Has("concepturi", "broaderuri"):
		return broader
	case t.Has("level 0 uri", "level 1 uri"):
		return levels
	case t.Has("requiringid", "requiredid", "relationtype"), t.Has("originalskilluri", "relatedskilluri", "relationtype"):
		return skillPair
	}
	return none
}

// repeated are columns that say in words or labels what another column says.
func (t table) repeated() []string {
	switch t.kind {
	case collection:
		return []string{"concepttype", "preferredlabel", "skilltype", "altlabels", "broaderconcepturi", "broaderconceptpt"}
	case occupations, skills, groups:
		return []string{"concepttype", "islocalized"}
	case requirements:
		return []string{"occupationtype", "occupationlabel", "skilltype", "skilllabel"}
	case skillPair:
		return []string{"originalskilltype", "relatedskilltype"}
	}
	return []string{"conceptlabel", "broaderlabel"}
}

// listOf is a cell of many, sorted: one a line, or parted by " | " as in the collections.
func listOf(r row, column string) []string {
	text := strings.ReplaceAll(r.Text(column), " | ", "\n")
	if text == "" {
		return nil
	}
	list := make([]string, 0, 1+strings.Count(text, "\n"))
	for part := range strings.SplitSeq(text, "\n") {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
