package esco

import (
	"cmp"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// set is the tables of one edition and the concepts found in them.
type set struct {
	tables   []table
	concepts []*concept
	known    [classes]map[string]*concept // by what the tables call it: the IDs of Tabiya need not differ between classes
	placed   map[[2]*concept]bool         // what is below what
	links    []ksb.Link
	problems ksb.Problems
}

func newSet() *set {
	s := &set{placed: map[[2]*concept]bool{}}
	for c := range s.known {
		s.known[c] = map[string]*concept{}
	}
	return s
}

// add opens a table; what is none is a problem.
func (s *set) add(file string, data []byte) {
	t := open(file, data, &s.problems)
	if t.kind == none {
		s.problems.Add(ksb.Origin{File: file, Line: 1}, "", ksb.ErrFormat, "expected a table of ESCO: its first line names no columns of one")
		return
	}
	t.PassOver(t.repeated()...)
	s.tables = append(s.tables, t)
}

// framework reads the concepts, names them, and only then what refers to them.
func (s *set) framework() (ksb.Framework, ksb.Problems) {
	slices.SortStableFunc(s.tables, func(a, b table) int { return cmp.Or(cmp.Compare(a.kind, b.kind), strings.Compare(a.File, b.File)) })
	for _, t := range s.tables {
		s.readConcepts(t)
	}
	s.dropSpoilt()
	for _, t := range s.tables {
		s.readHeadings(t)
	}
	s.name()
	for _, t := range s.tables {
		s.readRelations(t)
		t.Rest()
	}
	if len(s.concepts) == 0 {
		return ksb.Framework{}, s.problems.Sort()
	}
	return s.assemble(), s.problems.Sort()
}

func (s *set) readConcepts(t table) {
	switch t.kind {
	case occupations:
		s.keepAll(t, occupationOf)
	case skills:
		s.keepAll(t, skillOf)
	case groups:
		s.keepAll(t, groupOf)
	}
}

// readHeadings reads the tables that repeat concepts to put them under headings.
func (s *set) readHeadings(t table) {
	switch t.kind {
	case collection:
		s.readCollection(t)
	case levels:
		s.readLevels(t)
	}
}

func (s *set) keepAll(t table, read func(row) *concept) {
	for r := range t.All() {
		s.keep(read(r))
	}
}

// keep adds a concept. A repeated row counts once; of two that differ neither counts,
// since nobody can tell which was meant.
func (s *set) keep(c *concept) {
	twin := s.known[c.class][c.ref]
	switch {
	case c.ref == "":
		s.problems.Add(c.at, "", ksb.ErrMissingID, "%q has neither a URI nor an ID", c.label)
		return
	case twin == nil:
		s.known[c.class][c.ref] = c
	case !twin.spoilt && twin.same(c):
		s.problems.Add(c.at, c.path(), ksb.ErrDuplicateID, "%q is repeated: it counts once", c.ref)
		return
	default:
		twin.spoilt, c.spoilt = true, true
	}
	s.concepts = append(s.concepts, c)
}

func (s *set) dropSpoilt() {
	s.concepts = slices.DeleteFunc(s.concepts, func(c *concept) bool {
		if c.spoilt {
			s.problems.Add(c.at, c.path(), ksb.ErrDuplicateID, "%q stands more than once, not alike: none is used", c.ref)
			delete(s.known[c.class], c.ref)
		}
		return c.spoilt
	})
}

// name gives each concept its identity.
func (s *set) name() {
	sharing := map[string]int{}
	for _, c := range s.concepts {
		sharing[c.uri]++
	}
	for _, c := range s.concepts {
		c.id = c.uri
		if copied := c.local && sharing[c.uri] > 1; c.uri == "" || copied {
			s.nameOtherwise(c)
		}
		switch c.class {
		case occupation:
			c.role.ID = ksb.RoleID(c.id)
		case skill:
			c.statement.ID = ksb.StatementID(c.id)
		}
	}
	s.code()
}

// nameOtherwise names a concept that has no URI of its own.
func (s *set) nameOtherwise(c *concept) {
	c.id = c.ref
	if c.uuid != "" {
		c.id = "urn:uuid:" + c.uuid
	}
	if c.uri == "" {
		s.problems.Add(c.at, c.path(), ksb.ErrMissingID, "no URI: it is named %q", c.id)
		return
	}
	s.problems.Add(c.at, c.path(), ksb.ErrDuplicateID, "it shares the URI %q: it is named %q", c.uri, c.id)
}
