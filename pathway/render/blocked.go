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
			said = append(said, t.say("plan.text.barred."+string(why), "n", len(barred), "names", t.some(barred)))
		}
	}
	if len(others) > 0 {
		said = append(said, t.say("plan.text.in-the-way", "names", t.labels(others)))
	}
	return t.say("plan.text.blocked", "why", strings.Join(said, "; "))
}
