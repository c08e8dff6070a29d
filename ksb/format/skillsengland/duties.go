package skillsengland

import (
	"slices"
	"strconv"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/plaintext"
)

// duties returns the duties of an edition with what they name. A text that is a mere
// dot is a placeholder and is left out.
func (c *collector) duties(e *edition) (list []ksb.Duty) {
	taken := map[string]bool{}
	for i, d := range e.Duties {
		code := "D" + strconv.Itoa(i+1)
		path, text, at := ".duties["+code+"]", plaintext.Of(d.Detail), c.origin(e, d.Origin)
		switch text {
		case ".":
			c.report(e, at, path, ksb.ErrMissing, "%s is a placeholder: it is left out", code)
			continue
		case "":
			c.report(e, at, path, ksb.ErrMissing, "%s has no text", code)
		}
		id := c.dutyID(e, d, code, path, taken)
		list = append(list, ksb.Duty{
			ID: id, Code: code, Text: text, Core: bool(d.Core), Origin: at,
			Statements: c.mapped(e, path, at, d.Knowledge, d.Skills, d.Behaviours),
			Options:    optionIDs(d.Options),
		})
	}
	return list
}

// dutyID is the ID of a duty, or its code where the ID is missing or taken.
func (c *collector) dutyID(e *edition, d duty, code, path string, taken map[string]bool) ksb.DutyID {
	id := normalID(d.ID)
	switch {
	case id == "":
		c.report(e, c.origin(e, d.Origin), path, ksb.ErrMissingID, "%s has no ID: it is %q here", code, code)
		id = code
	case taken[id]:
		c.report(e, c.origin(e, d.Origin), path, ksb.ErrDuplicateID, "%s has an ID that is taken, %q: it is %q here", code, id, code)
		id = code
	}
	taken[id] = true
	return ksb.DutyID(id)
}

// mapped turns the IDs that the standard uses into those of its statements. An ID that
// leads nowhere stays for Compile to report, unless another standard makes it known.
func (c *collector) mapped(e *edition, path string, at ksb.Origin, lists ...[]string) (out []ksb.StatementID) {
	for _, given := range slices.Concat(lists...) {
		id := ksb.StatementID(normalID(given))
		if it := e.named[string(id)]; it != nil {
			out = append(out, it.ID)
			continue
		}
		if c.statements[id] || id == "" {
			c.report(e, at, path, ksb.ErrUnknownStatement, "%q is not in this standard", id)
			continue
		}
		out = append(out, id)
	}
	return out
}

func optionIDs(given []string) (out []ksb.OptionID) {
	for _, id := range given {
		out = append(out, ksb.OptionID(normalID(id)))
	}
	return out
}
