package render

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/pathway"
)

// blocked says what stands in the way, first of all courses that the question does not
// allow.
func (t *text) blocked(refs []string) string {
	var said []string
	others := slices.Clone(refs)
	for _, why := range []pathway.BarReason{pathway.Unwanted, pathway.WrongSetting, pathway.WrongMode, pathway.NoStart} {
		var barred []string
		for _, c := range t.p.RuledOut {
			if at := slices.Index(others, c.Course); c.Reason == why && at >= 0 {
				others = slices.Delete(others, at, at+1)
				barred = append(barred, c.Course)
			}
		}
		if len(barred) > 0 {
			said = append(said, joined(barred)+areOrIs(barred)+barWords(why))
		}
	}
	if len(others) > 0 {
		said = append(said, "these stand in the way: "+t.labels(others))
	}
	return "there is a course, but " + strings.Join(said, "; ") + "."
}

func areOrIs(list []string) string {
	if len(list) == 1 {
		return " is "
	}
	return " are "
}

// barWords follows "is" or "are".
func barWords(r pathway.BarReason) string {
	switch r {
	case pathway.WrongSetting:
		return "for other settings"
	case pathway.WrongMode:
		return "given in a way that will not do"
	case pathway.Unwanted:
		return "not to be taken"
	case pathway.NoStart:
		return "not on offer late enough"
	}
	return string(r)
}
