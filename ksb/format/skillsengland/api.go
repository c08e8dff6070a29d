package skillsengland

import (
	"io"
	"iter"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// ReadAPI reads standards as the API gives them: one object, a list, or one object a
// line; gzipped or not. A value of the wrong type is reported and left out, the rest
// of its object stays. Keys that do not concern a framework are passed over.
//
// Beside the faults of [strictjson.Decode] the problems wrap ErrFormat (no object in
// it), ErrMissingID and ErrDuplicateID (see the package comment; a standard without a
// reference is left out), ErrMissing (no text, a duty that is a mere dot),
// ErrUnknownStatement and ErrUnknownOption (only what [ksb.Compile] would not see),
// ErrEmptyRole (where the KSBs of a standard without any may be found), ErrValue and
// ErrDate.
func ReadAPI(r io.Reader, name string) (ksb.Framework, ksb.Problems) {
	data, problem := input.Read(r, name)
	if problem != nil {
		return ksb.Framework{}, ksb.Problems{problem}
	}
	return readAPI(data, name)
}

func readAPI(data []byte, name string) (ksb.Framework, ksb.Problems) {
	c := &collector{file: name, statements: map[ksb.StatementID]bool{}, linked: map[ksb.StatementID]bool{}}
	objects := 0
	for s, problems := range strictjson.Each[standard](data, name, strictjson.Foreign) {
		c.problems = append(c.problems, problems...)
		if s != nil {
			objects++
			c.add(s)
		}
	}
	if objects == 0 && len(c.problems) == 0 {
		return ksb.Framework{}, notOurs(name, "there is no standard in it")
	}
	return c.framework(), c.problems.Sort()
}

// collector holds the standards of one input until all are known: which version keeps
// a UUID can only be told at the end.
type collector struct {
	file       string
	editions   []*edition
	statements map[ksb.StatementID]bool // those of the framework
	linked     map[ksb.StatementID]bool // those linked to the one that keeps their UUID
	problems   ksb.Problems
}

// edition is one version of a standard.
type edition struct {
	*standard
	id      ksb.RoleID
	version version
	stated  bool                    // the version is the standard's own word
	items   []*item                 // its KSBs in order
	named   map[string]*item        // by the ID that the standard gives them
	options map[string]ksb.OptionID // those that are mere names, by name in lower case
}

// item is a KSB of an edition. Its statement has no ID until all editions are known,
// unless it needs one of its own.
type item struct {
	ksb.Statement
	uuid string // "": its ID is its own
	of   *edition
}

func (c *collector) add(s *standard) {
	e := &edition{standard: s, named: map[string]*item{}, options: map[string]ksb.OptionID{}}
	if !c.name(e) {
		return
	}
	c.list(e, "knowledges", s.Knowledges, ksb.Knowledge, "K")
	c.list(e, "technicalKnowledges", s.TechnicalKnowledges, ksb.Knowledge, "TK")
	c.list(e, "skills", s.Skills, ksb.Skill, "S")
	c.list(e, "technicalSkills", s.TechnicalSkills, ksb.Skill, "TS")
	c.list(e, "behaviours", s.Behaviours, ksb.Behaviour, "B")
	c.list(e, "employabilitySkillsAndBehaviours", s.Employability, ksb.Behaviour, "ESB")
	c.editions = append(c.editions, e)
}

// framework builds the framework of everything that was added.
func (c *collector) framework() ksb.Framework {
	f := framework()
	c.dropProposals()
	c.settle(&f)
	for _, e := range c.editions {
		f.Roles = append(f.Roles, c.roles(e)...)
	}
	return f
}

// shared yields the items whose ID other editions may use too, in order of the input.
func (c *collector) shared() iter.Seq[*item] {
	return func(yield func(*item) bool) {
		for _, e := range c.editions {
			for _, it := range e.items {
				if it.uuid != "" && !yield(it) {
					return
				}
			}
		}
	}
}
