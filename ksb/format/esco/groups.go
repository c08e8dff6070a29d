package esco

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// readCollection reads a collection, which repeats rows of the tables of skills or
// occupations under a heading of its own. The heading is the name of the file.
func (s *set) readCollection(t *table) {
	name := cmp.Or(tableName(t.file), t.file, "collection")
	heading := s.heading(row{table: t, at: ksb.Origin{File: t.file, Line: 1}}, name, name)
	for r := range t.rows() {
		if c := s.listed(r); c != nil {
			s.place(r, c, heading)
		}
	}
}

// heading is the group that is known by ref, or else a new one.
func (s *set) heading(r row, ref, label string) *concept {
	at := key{skillGroup, ref}
	if s.known[at] == nil {
		s.keep(&concept{class: skillGroup, ref: ref, uri: ref, label: label, at: r.at})
	}
	return s.known[at]
}

// listed is the concept of a row of a collection: the one that is known, or a new one
// if its own table is not there.
func (s *set) listed(r row) *concept {
	read, c := occupationOf, occupation
	if r.has("skilltype") {
		read, c = skillOf, skill
	}
	at := key{c, r.text("concepturi", "originuri")}
	if s.known[at] == nil {
		s.keep(read(r))
	}
	return s.known[at]
}

// readLevels reads the ways from the root down to each group. A group that no other
// table lists is one of its own.
func (s *set) readLevels(t *table) {
	for r := range t.rows() {
		var above *concept
		for depth := 0; ; depth++ {
			uri := r.text(fmt.Sprintf("level %d uri", depth))
			if uri == "" {
				break
			}
			own := s.heading(r, uri, r.text(fmt.Sprintf("level %d preferred term", depth)))
			if above != nil {
				s.place(r, own, above)
			}
			above = own
		}
	}
}

// assemble puts the parts of the framework in the order of their IDs.
func (s *set) assemble() ksb.Framework {
	f := ksb.Framework{Format: ksb.Format, ID: "esco", Title: "European Skills, Competences, Qualifications and Occupations", Jurisdiction: "European Union"}
	slices.SortFunc(s.concepts, (*concept).compare)
	for _, c := range s.concepts {
		slices.SortFunc(c.above, (*concept).compare)
	}
	for _, c := range s.concepts {
		switch c.class {
		case occupation:
			slices.SortFunc(c.role.Requirements, compareRequirements)
			f.Roles = append(f.Roles, c.role)
		case skill:
			slices.Sort(c.statement.Requires)
			c.statement.Requires = slices.Compact(c.statement.Requires)
			f.Statements = append(f.Statements, c.statement)
		}
		if c.class == occupationGroup || c.class == skillGroup || len(c.below) > 0 {
			f.Groups = append(f.Groups, c.group())
		}
	}
	f.Links = sortedLinks(s.links)
	return f
}

func compareRequirements(a, b ksb.Requirement) int {
	return cmp.Or(strings.Compare(string(a.Statement), string(b.Statement)), cmp.Compare(b.Weight, a.Weight), compareOrigins(a.Origin, b.Origin))
}

func compareOrigins(a, b ksb.Origin) int {
	return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
}

// compare: by ID, then class, then place.
func (c *concept) compare(d *concept) int {
	return cmp.Or(strings.Compare(c.id, d.id), cmp.Compare(c.class, d.class), compareOrigins(c.at, d.at))
}

// group is the concept with what is below it. Below several groups, it belongs to the
// first and is a member of the rest.
func (c *concept) group() ksb.Group {
	g := ksb.Group{ID: c.id, Title: c.label, Origin: c.at}
	if len(c.above) > 0 {
		g.Parent = c.above[0].id
	}
	for _, below := range c.below {
		isGroup := below.class == occupationGroup || below.class == skillGroup
		if !isGroup || below.above[0] != c {
			g.Members = append(g.Members, below.id)
		}
	}
	slices.Sort(g.Members)
	return g
}

// sortedLinks drops the links that two tables repeat; the first place counts.
func sortedLinks(links []ksb.Link) []ksb.Link {
	slices.SortFunc(links, func(a, b ksb.Link) int {
		return cmp.Or(strings.Compare(string(a.From), string(b.From)), strings.Compare(string(a.To), string(b.To)),
			cmp.Compare(a.Relation, b.Relation), compareOrigins(a.Origin, b.Origin))
	})
	return slices.CompactFunc(links, func(a, b ksb.Link) bool { return a.From == b.From && a.To == b.To && a.Relation == b.Relation })
}
