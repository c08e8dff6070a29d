package skillsengland

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/plaintext"
)

// namedOptions returns the roles of options that are mere names: the KSBs of the core
// and of the option, in the order of the whole standard. Where the map names nothing
// at all there are none: Compile then gives every option every KSB and says so.
func (c *collector) namedOptions(e *edition, whole *ksb.Role) (roles []ksb.Role) {
	if len(e.Options) > 0 {
		return nil
	}
	core, own, mapped := c.optionMaps(e)
	if len(core) == 0 && len(own) == 0 {
		return nil
	}
	for _, o := range whole.Options {
		if !mapped[o.ID] {
			c.report(e, o.Origin, ".optionsUnstructuredKsbMapping", ksb.ErrMissing, "nothing is mapped to %q: it has the core alone", o.Title)
		}
		role := *whole
		role.ID, role.Title, role.Origin = ksb.OptionRole(e.id, o.ID), whole.Title+": "+o.Title, o.Origin
		role.Options, role.Duties = nil, nil
		role.Requirements = slices.DeleteFunc(slices.Clone(whole.Requirements), func(q ksb.Requirement) bool {
			return !core[q.Statement] && !own[asked{o.ID, q.Statement}]
		})
		roles = append(roles, role)
	}
	return roles
}

// asked is a statement that an option asks for.
type asked struct {
	option    ksb.OptionID
	statement ksb.StatementID
}

// optionMaps reads the map of KSBs: what the core and the options ask for, and which
// options it lists. An ID that leads nowhere is reported here, since no duty holds it.
func (c *collector) optionMaps(e *edition) (core map[ksb.StatementID]bool, own map[asked]bool, listed map[ksb.OptionID]bool) {
	core, own, listed = map[ksb.StatementID]bool{}, map[asked]bool{}, map[ksb.OptionID]bool{}
	for _, m := range e.Maps {
		title := plaintext.Of(m.Title)
		id, known := e.options[strings.ToLower(title)]
		listed[id] = listed[id] || known
		if title == "" {
			c.report(e, c.origin(e, m.Origin), ".optionsUnstructuredKsbMapping", ksb.ErrMissing, "a map of KSBs without the option it is for")
		}
		for _, s := range c.mappedHere(e, title, m) {
			switch {
			case isCore(title):
				core[s] = true
			case known:
				own[asked{id, s}] = true
			}
		}
	}
	return core, own, listed
}

// mappedHere returns the statements of a map that the standard has.
func (c *collector) mappedHere(e *edition, title string, m optionKSBMap) (out []ksb.StatementID) {
	for _, given := range slices.Concat(m.Knowledge, m.Skills, m.Behaviours) {
		if it := e.named[normalID(given)]; it != nil {
			out = append(out, it.ID)
			continue
		}
		c.report(e, c.origin(e, m.Origin), ".optionsUnstructuredKsbMapping["+title+"]", ksb.ErrUnknownStatement, "%q is not in this standard", given)
	}
	return out
}
