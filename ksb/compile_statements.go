package ksb

import (
	"slices"
	"strings"
)

// readStatements keeps the sound statements of a framework, each with its scale.
func (c *compiler) readStatements(f *Framework) {
	scales := c.readScales(f)
	for _, s := range f.Statements {
		scale, known := scales[s.Scale]
		path := "statements[" + string(s.ID) + "]"
		before := len(c.problems)
		if s.Kind < Knowledge || s.Kind > Behaviour {
			c.problems.Add(s.Origin, path+".kind", ErrKind, "%q is neither knowledge, skill nor behaviour", s.ID)
		}
		if s.HalfLifeDays < 0 {
			c.problems.Add(s.Origin, path+".halfLifeDays", ErrValue, "%d is below zero", s.HalfLifeDays)
		}
		if !known {
			c.problems.Add(s.Origin, path+".scale", ErrUnknownScale, "%q", s.Scale)
		}
		if s.ID == "" {
			c.problems.Add(s.Origin, "statements[]", ErrMissingID, "")
		}
		if len(c.problems) == before {
			s.Requires, s.VerifiedBy = sorted(s.Requires), sorted(s.VerifiedBy)
			c.statements = append(c.statements, graded{s, scale})
		}
	}
}

// readScales returns the sound scales by ID, the one of two rungs among them.
func (c *compiler) readScales(f *Framework) map[ScaleID]Scale {
	scales := map[ScaleID]Scale{"": TwoRungs()}
	id := func(s *Scale) string { return string(s.ID) }
	at := func(s *Scale) Origin { return s.Origin }
	for _, s := range unique(c, f.Scales, id, at, "scales") {
		if len(s.Rungs) < 2 || len(s.Rungs) > 256 {
			c.problems.Add(s.Origin, "scales["+string(s.ID)+"].rungs", ErrScale, "%q has %d rungs, not 2 to 256", s.ID, len(s.Rungs))
			continue
		}
		s.Rungs = slices.Clone(s.Rungs)
		scales[s.ID] = s
	}
	return scales
}

// freezeStatements numbers the statements in the order of their IDs and checks
// their prerequisites.
func (c *compiler) freezeStatements() {
	id := func(s *graded) string { return string(s.ID) }
	at := func(s *graded) Origin { return s.Origin }
	c.statements = unique(c, c.statements, id, at, "statements")
	slices.SortFunc(c.statements, func(a, b graded) int { return strings.Compare(string(a.ID), string(b.ID)) })
	for i, s := range c.statements {
		c.at[s.ID] = int32(i)
	}
	for i := range c.statements {
		c.checkRequires(&c.statements[i].Statement)
	}
	c.breakRings()
}

func (c *compiler) checkRequires(s *Statement) {
	s.Requires = slices.DeleteFunc(s.Requires, func(needed StatementID) bool {
		_, known := c.at[needed]
		if !known {
			c.problems.Add(s.Origin, "statements["+string(s.ID)+"].requires", ErrUnknownStatement, "%q", needed)
		}
		return !known
	})
}

// breakRings reports each ring of prerequisites as the ring it is and takes the
// prerequisites that form it out of the statements.
func (c *compiler) breakRings() {
	requires := func(i int32) (out []int32) {
		for _, id := range c.statements[i].Requires {
			out = append(out, c.at[id])
		}
		return out
	}
	for _, ring := range rings(len(c.statements), requires) {
		first := &c.statements[ring[0]]
		c.problems.Add(first.Origin, "statements["+string(first.ID)+"].requires", ErrRing, "%s", c.ringInWords(ring, requires))
		for _, member := range ring {
			s := &c.statements[member].Statement
			s.Requires = slices.DeleteFunc(s.Requires, func(id StatementID) bool {
				_, inRing := slices.BinarySearch(ring, c.at[id])
				return inRing
			})
		}
	}
}

// ringInWords names a shortest way round, capped at ten statements.
func (c *compiler) ringInWords(ring []int32, next func(int32) []int32) string {
	const most = 10
	way := wayRound(ring, next)
	var names []string
	for _, i := range way[:min(len(way), most)] {
		names = append(names, string(c.statements[i].ID))
	}
	if len(way) > most {
		names = append(names, "…")
	}
	return strings.Join(append(names, names[0]), " requires ")
}
