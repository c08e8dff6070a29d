package skillsengland

import (
	"io"
	"io/fs"
	"iter"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// ReadAPI reads standards as the API gives them: one object, a list, or one object a
// line; gzipped or not. A value of the wrong type is reported and left out, the rest
// of its object stays.
//
// Beside the faults of [strictjson.Decode] and of this package the problems wrap
// ErrFormat (no object in it), ErrMissingID and ErrDuplicateID (see the package comment;
// a standard without a reference is left out), ErrMissing (no text, a duty that is a
// mere dot), ErrUnknownKey, ErrUnknownStatement and ErrUnknownOption (only what
// [ksb.Compile] would not see), ErrEmptyRole (no KSBs, neither in lists nor in HTML that
// is understood), ErrValue and ErrDate.
func ReadAPI(r io.Reader, name string) (ksb.Framework, ksb.Problems) {
	data, problem := input.Read(r, name)
	if problem != nil {
		return ksb.Framework{}, ksb.Problems{problem}
	}
	return readAPI(data, name)
}

func readAPI(data []byte, name string) (ksb.Framework, ksb.Problems) {
	c := newCollector()
	c.read(data, name)
	return c.framework(), c.problems.Sort()
}

// ReadFS reads the documents at paths as one list of standards, each as [ReadAPI] does,
// whose problems it shares, and a file that cannot be opened wraps ErrRead. So versions
// that lie in several files share their statements as the package comment says, which
// [ksb.Compile] cannot do for frameworks read apart. The order of paths does not show.
func ReadFS(fsys fs.FS, paths []string) (ksb.Framework, ksb.Problems) {
	c := newCollector()
	for _, p := range slices.Sorted(slices.Values(paths)) {
		data, problem := contents(fsys, p)
		if problem != nil {
			c.problems = append(c.problems, problem)
			continue
		}
		c.read(data, p)
	}
	return c.framework(), c.problems.Sort()
}

func contents(fsys fs.FS, name string) ([]byte, *ksb.Problem) {
	file, err := fsys.Open(name)
	if err != nil {
		return nil, &ksb.Problem{Fault: ksb.ErrRead, Detail: err.Error(), Origin: ksb.Origin{File: name}}
	}
	defer file.Close()
	return input.Read(file, name)
}

// read takes the standards of a document in.
func (c *collector) read(data []byte, name string) {
	objects, before := 0, len(c.problems)
	for s, problems := range strictjson.Each[standard](data, name, strictjson.Foreign) {
		c.problems = append(c.problems, problems...)
		if s != nil {
			objects++
			c.add(s)
		}
	}
	if objects == 0 && len(c.problems) == before {
		c.problems = append(c.problems, notOurs(name, "there is no standard in it")...)
	}
}

// collector holds the standards of one input until all are known: which version keeps
// a UUID can only be told at the end.
type collector struct {
	editions   []*edition
	newest     ksb.Date                 // the last day that any standard names
	unknown    map[string]*unknownKey   // by where they stand
	statements map[ksb.StatementID]bool // those of the framework
	linked     map[ksb.StatementID]bool // those linked to the one that keeps their UUID
	problems   ksb.Problems
}

func newCollector() *collector {
	return &collector{unknown: map[string]*unknownKey{}, statements: map[ksb.StatementID]bool{}, linked: map[ksb.StatementID]bool{}}
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
	c.noteUnknown(s)
	if !c.name(e) {
		return
	}
	c.check(e)
	c.list(e, "knowledges", s.Knowledges, ksb.Knowledge, "K")
	c.list(e, "technicalKnowledges", s.TechnicalKnowledges, ksb.Knowledge, "TK")
	c.list(e, "skills", s.Skills, ksb.Skill, "S")
	c.list(e, "technicalSkills", s.TechnicalSkills, ksb.Skill, "TS")
	c.list(e, "behaviours", s.Behaviours, ksb.Behaviour, "B")
	c.list(e, "employabilitySkillsAndBehaviours", s.Employability, ksb.Behaviour, "ESB")
	if len(e.items) == 0 && s.Information != "" {
		c.readInformation(e)
	}
	c.editions = append(c.editions, e)
}

// framework builds the framework of everything that was added.
func (c *collector) framework() ksb.Framework {
	c.reportUnknown()
	if len(c.editions) == 0 {
		return ksb.Framework{}
	}
	f := framework()
	c.dropProposals()
	c.checkTogether()
	c.settle(&f)
	for _, e := range c.editions {
		f.Roles = append(f.Roles, c.roles(e)...)
	}
	f.Related = c.related()
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
