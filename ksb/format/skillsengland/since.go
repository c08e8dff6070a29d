package skillsengland

import (
	"slices"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/plaintext"
)

// Since runs the checks that need what was read earlier: ErrS1001, a standard that had a
// LARS code and has none in any version now, and ErrS1013, a version whose options were
// removed or renamed. What is in one of the frameworks alone is passed over. Problems
// stand where the roles of now do.
func Since(before, now ksb.Framework) (problems ksb.Problems) {
	had, options := map[string]bool{}, map[ksb.RoleID][]ksb.Option{}
	for _, r := range before.Roles {
		had[reference(r)] = had[reference(r)] || hasLARS(r)
		options[r.ID] = r.Options
	}
	for _, r := range now.Roles {
		if strings.Contains(string(r.ID), "/") {
			continue // an option of a standard
		}
		if had[reference(r)] && !hasLARS(r) {
			problems.Add(r.Origin, string(r.ID)+".larsCode", ErrS1001, "it had one before")
		}
		if lost := lost(titlesOf(options[r.ID]), titlesOf(r.Options)); len(lost) > 0 {
			problems.Add(r.Origin, string(r.ID)+".options", ErrS1013, "there was %s before", lost)
		}
	}
	return problems.Sort()
}

func reference(r ksb.Role) string {
	reference, _, _ := strings.Cut(string(r.ID), "_")
	return reference
}

func hasLARS(r ksb.Role) bool {
	return slices.ContainsFunc(r.Codes, func(c ksb.Code) bool { return c.System == "LARS" })
}

func titlesOf(options []ksb.Option) (list []string) {
	for _, o := range options {
		list = append(list, o.Title)
	}
	return list
}

// optionTitles are the titles of the options of an edition, with IDs or without.
func (e *edition) optionTitles() (list []string) {
	for _, o := range e.Options {
		list = append(list, plaintext.Of(o.Title))
	}
	return append(list, plaintext.Each(e.Names)...)
}

// lost names the texts that are not there any more, quoted.
func lost(before, now []string) string {
	var gone []string
	for _, title := range before {
		if !slices.Contains(now, title) {
			gone = append(gone, strconv.Quote(title))
		}
	}
	return strings.Join(gone, ", ")
}
