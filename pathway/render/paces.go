package render

import (
	"io"

	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/pathway"
)

// PacesText writes for people what time a week buys, the slowest pace first: 80 columns,
// no colour. The step is that of [pathway.Planner.Paces], in minutes. The only errors are
// those of w.
func PacesText(w io.Writer, paces []pathway.Pace, step int64) error {
	return Options{}.PacesText(w, paces, step)
}

// PacesText is [PacesText] with choices.
func (o Options) PacesText(w io.Writer, paces []pathway.Pace, step int64) error {
	v, page := newPlanVoice(o.Words), &reports.Page{}
	page.Heading(v.say("timetable.paces"))
	if len(paces) == 0 {
		page.Item("", v.say("timetable.paces.none"))
		return page.Flush(w)
	}
	page.Item("", v.say("timetable.paces.words", "step", v.hours(step)))
	for _, p := range paces {
		page.Item("  ", v.pace(p))
	}
	return page.Flush(w)
}

func (v planVoice) pace(p pathway.Pace) string {
	said := v.say("timetable.pace", "hours", v.hours(p.MinutesPerWeek), "weeks", v.weeks(p.Weeks), "day", p.Ends.String())
	if p.Proved {
		return said
	}
	return v.say("timetable.pace.open", "said", said)
}
