package esco

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/rows"
)

// readCollection reads a collection, which repeats rows of the tables of skills or
// occupations under a heading of its own. The heading is the name of the file.
func (s *set) readCollection(t table) {
	name := cmp.Or(tableName(t.File), t.File, "collection")
	heading := s.heading(ksb.Origin{File: t.File, Line: 1}, name, name)
	for r := range t.All() {
		if c := s.listed(r); c != nil {
			s.place(r, c, heading)
		}
	}
}

// heading is the group that is known by ref, or else a new one.
func (s *set) heading(place ksb.Origin, ref, label string) *concept {
	if s.known[skillGroup][ref] == nil {
		s.keep(&concept{class: skillGroup, ref: ref, uri: ref, label: label, at: place})
	}
	return s.known[skillGroup][ref]
}

// listed is the concept of a row of a collection: the one that is known, or a new one
// if its own table is not there.
func (s *set) listed(r row) *concept {
	read, c := occupationOf, occupation
	if r.Has("skilltype") {
		read, c = skillOf, skill
	}
	ref := r.Text("concepturi", "originuri")
	if s.known[c][ref] == nil {
		s.keep(read(r))
	}
	return s.known[c][ref]
}

// readLevels reads the ways from the root down to each group. A group that no other
// table lists is one of its own.
func (s *set) readLevels(t table) {
	for r := range t.All() {
		var above *concept
		for depth := 0; ; depth++ {
			uri := r.Text(fmt.Sprintf("level %d uri", depth))
			if uri == "" {
				break
			}
			own := s.heading(r.At, uri, r.Text(fmt.Sprintf("level %d preferred term", depth)))
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
	f.Roles, f.Statements = slices.Grow(f.Roles, len(s.known[occupation])), slices.Grow(f.Statements, len(s.known[skill]))
	for _, c := range s.concepts {
		slices.SortFunc(c.above, (*concept).compare) // before any group asks which is its first
	}
	for _, c := range s.concepts {
		c.into(&f)
	}
	f.Links = sortedLinks(s.links)
	return f
}

// into puts a concept where it belongs, its lists in order.
func (c *concept) into(f *ksb.Framework) {
	switch c.class {
	case occupation:
		slices.SortFunc(c.role.Requirements, compareRequirements)
		f.Roles = append(f.Roles, *c.role)
	case skill:
		slices.Sort(c.statement.Requires)
		c.statement.Requires = slices.Compact(c.statement.Requires)
		f.Statements = append(f.Statements, *c.statement)
	}
	if c.class == occupationGroup || c.class == skillGroup || len(c.below) > 0 {
		f.Groups = append(f.Groups, c.group())
	}
}

func compareRequirements(a, b ksb.Requirement) int {
	if order := strings.Compare(string(a.Statement), string(b.Statement)); order != 0 {
		return order
	}
	return cmp.Or(cmp.Compare(b.Weight, a.Weight), rows.Compare(a.Origin, b.Origin))
}

// compare: by ID, then class, then place.
func (c *concept) compare(d *concept) int {
	if order := strings.Compare(c.id, d.id); order != 0 {
		return order
	}
	return cmp.Or(cmp.Compare(c.class, d.class), rows.Compare(c.at, d.at))
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
		if order := strings.Compare(string(a.From), string(b.From)); order != 0 {
			return order
		}
		return cmp.Or(strings.Compare(string(a.To), string(b.To)), cmp.Compare(a.Relation, b.Relation), rows.Compare(a.Origin, b.Origin))
	})
	return slices.CompactFunc(links, func(a, b ksb.Link) bool { return a.From == b.From && a.To == b.To && a.Relation == b.Relation })
}
