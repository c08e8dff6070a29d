package esco

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// readRelations reads a table that relates concepts. One that needs occupations or
// skills where there are none at all is one problem.
func (s *set) readRelations(t table) {
	var read func(row)
	var ends []class
	switch t.kind {
	case requirements:
		read, ends = s.readRequirement, []class{occupation, skill}
	case skillPair:
		read, ends = s.readPair, []class{skill}
	case broader:
		read = s.readBroader
	default:
		return
	}
	if len(s.concepts) == 0 || slices.ContainsFunc(ends, s.lacks) {
		s.problems.Add(ksb.Origin{File: t.File}, "", ksb.ErrMissing, "relations of concepts that no table lists: read the whole folder")
		return
	}
	for r := range t.All() {
		read(r)
	}
}

func (s *set) lacks(c class) bool {
	return !slices.ContainsFunc(s.concepts, func(known *concept) bool { return known.class == c })
}

// find returns the concept that a row refers to. None is a problem; its fault says what
// was looked for.
func (s *set) find(r row, ref string, classes ...class) *concept {
	for _, c := range classes {
		if found := s.known[c][ref]; found != nil {
			return found
		}
	}
	fault := ErrUnknownGroup
	switch classes[0] {
	case occupation:
		fault = ksb.ErrUnknownRole
	case skill:
		fault = ksb.ErrUnknownStatement
	}
	r.Fault("", fault, "%q", ref)
	return nil
}

// readRequirement adds what an occupation asks of a skill.
func (s *set) readRequirement(r row) {
	role := s.find(r, r.Text("occupationid", "occupationuri"), occupation)
	asked := s.find(r, r.Text("skillid", "skilluri"), skill)
	if role == nil || asked == nil {
		return
	}
	q := ksb.Requirement{Statement: ksb.StatementID(asked.id), Origin: r.At}
	switch relation := strings.ToLower(r.Text("relationtype")); relation {
	case "essential":
		q.Critical, q.Weight = true, essentialWeight
	case "optional":
		q.Weight = optionalWeight
	default:
		r.Fault(role.path()+".requirements", ksb.ErrValue, "%q is neither essential nor optional: %q is not asked for", relation, asked.id)
		return
	}
	role.role.Requirements = append(role.role.Requirements, q)
}

// The weights of what an occupation asks for: of two optional skills as of one that is
// essential. ESCO publishes no numbers.
const (
	essentialWeight = 1
	optionalWeight  = 0.5
)

// readPair adds what a skill needs of another.
func (s *set) readPair(r row) {
	from := s.find(r, r.Text("requiringid", "originalskilluri"), skill)
	to := s.find(r, r.Text("requiredid", "relatedskilluri"), skill)
	if from == nil || to == nil {
		return
	}
	switch relation := strings.ToLower(r.Text("relationtype")); relation {
	case "essential":
		from.statement.Requires = append(from.statement.Requires, to.statement.ID)
	case "optional":
		s.link(from, to, ksb.Close, r.At)
	default:
		r.Fault(from.path()+".requires", ksb.ErrValue, "%q is neither essential nor optional: %q is not linked", relation, to.id)
	}
}

func (s *set) link(from, to *concept, relation ksb.Relation, at ksb.Origin) {
	s.links = append(s.links, ksb.Link{From: from.statement.ID, To: to.statement.ID, Relation: relation, Origin: at})
}

// readBroader puts a concept below a broader one.
func (s *set) readBroader(r row) {
	above := s.find(r, r.Text("parentid", "broaderuri"), classesOf(r.Text("parentobjecttype", "broadertype"))...)
	below := s.find(r, r.Text("childid", "concepturi"), classesOf(r.Text("childobjecttype", "concepttype"))...)
	if above != nil && below != nil {
		s.place(r, below, above)
	}
}

// classesOf is what a type may stand for; the likeliest comes first.
func classesOf(objectType string) []class {
	switch strings.ToLower(objectType) {
	case "occupation", "escooccupation", "localoccupation":
		return []class{occupation}
	case "iscogroup", "localgroup":
		return []class{occupationGroup}
	case "skill", "knowledgeskillcompetence":
		return []class{skill, skillGroup}
	case "skillgroup":
		return []class{skillGroup}
	}
	return []class{anything, occupation, skill, occupationGroup, skillGroup}
}

// place puts below under above: a link between skills, else a place in a group.
func (s *set) place(r row, below, above *concept) {
	switch {
	case below == above:
		r.Fault(below.path(), ksb.ErrValue, "%q is below itself", below.ref)
	case above.class == skill && below.class == skill:
		s.link(below, above, ksb.Broad, r.At)
	case above.class == skill:
		r.Fault(below.path(), ksb.ErrValue, "%q is no skill and cannot be below the skill %q", below.ref, above.ref)
	case !s.placed[[2]*concept{below, above}]:
		s.placed[[2]*concept{below, above}] = true
		below.above = append(below.above, above)
		above.below = append(above.below, below)
	}
}
