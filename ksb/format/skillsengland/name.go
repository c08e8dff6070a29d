package skillsengland

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/plaintext"
)

// name gives an edition its role ID, such as "ST0096_2.0", and tells whether it has
// the reference that takes.
func (c *collector) name(e *edition) bool {
	reference := strings.ToUpper(strings.TrimSpace(e.Reference))
	if reference == "" {
		c.problems.Add(e.Origin, "referenceNumber", ksb.ErrMissingID, "the standard %q has no reference: it is left out", plaintext.Of(e.Title))
		return false
	}
	v, stated := versionOf(e.standard)
	e.stated = stated
	e.Reference, e.version, e.id = reference, v, ksb.RoleID(reference+"_"+v.String())
	return true
}

// dropProposals leaves out the editions that are called 1.0 for want of a version of
// their own where the real 1.0 of the standard is there, too.
func (c *collector) dropProposals() {
	published := map[ksb.RoleID]bool{}
	for _, e := range c.editions {
		published[e.id] = published[e.id] || e.stated
	}
	c.editions = slices.DeleteFunc(c.editions, func(e *edition) bool {
		proposal := !e.stated && published[e.id]
		if proposal {
			c.report(e, e.Origin, ".versionNumber", ksb.ErrDuplicateID, "a standard without a version of its own, status %q: it is left out beside %s", plaintext.Of(e.Status), e.id)
		}
		return proposal
	})
}

// report adds a problem; path is what follows the role ID.
func (c *collector) report(e *edition, at ksb.Origin, path string, fault ksb.Fault, detail string, args ...any) {
	c.problems.Add(at, string(e.id)+path, fault, detail, args...)
}

// isReference: ST for a standard, FA for a foundation apprenticeship, AU for a unit.
func isReference(s string) bool {
	return len(s) == 6 && (s[:2] == "ST" || s[:2] == "FA" || s[:2] == "AU") && digits(s[2:]) == 4
}

// isOccupation: OCC0215, or OCC0217A for an option of one.
func isOccupation(s string) bool {
	rest, found := strings.CutPrefix(s, "OCC")
	letter := len(rest) == 4 || len(rest) == 5 && rest[4] >= 'A' && rest[4] <= 'Z'
	return found && letter && digits(rest) == 4
}

// digits is how many digits s starts with.
func digits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}
