package render

import (
	"io"

	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/pathway"
)

// ChangesText writes what becomes of each course when a plan is changed, and why: 80
// columns, courses by their IDs. The new plan itself is for [Text]. The only errors are
// those of w.
func ChangesText(w io.Writer, r *pathway.Replanned) error {
	page := &reports.Page{}
	page.Heading("What changes")
	if len(r.Changes) == 0 {
		page.Item("", "Nothing: there is no course before or after.")
	}
	for _, c := range r.Changes {
		page.Item("  "+reports.Column(string(c.Change), 7)+"  ", c.Course+": "+changeWords(c))
	}
	return page.Flush(w)
}

func changeWords(c pathway.Change) string {
	switch c.Reason {
	case pathway.WasDone:
		return "it is done."
	case pathway.WasBooked:
		return "it is booked."
	case pathway.StillNeeded:
		return "it is still needed."
	case pathway.NewNeed:
		return "it closes " + joined(c.Refs) + "."
	case pathway.BuiltOn:
		return "other courses of the plan build on it."
	case pathway.NotNeeded:
		return "the new plan closes as much without it."
	case pathway.Replaced:
		return "the new plan does without it; added: " + orNone(joined(c.Refs)) + "."
	case pathway.Stuck:
		return "it is booked, but what it builds on, or the limits, leave no way to take it: look at this first."
	case pathway.Gone:
		return "it is not to be had any more."
	}
	return string(c.Reason) + "."
}
