package render

import (
	"io"

	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/pathway"
)

// ChangesText writes what becomes of each course when a plan is changed, and why: 80
// columns, courses by their IDs. The new plan itself is for [Text]. The only errors are
// those of w.
func ChangesText(w io.Writer, r *pathway.Replanned) error { return Options{}.ChangesText(w, r) }

// ChangesText is [ChangesText] with choices.
func (o Options) ChangesText(w io.Writer, r *pathway.Replanned) error {
	v, page := newPlanVoice(o.Words), &reports.Page{}
	page.Heading(v.say("changes.title"))
	if len(r.Changes) == 0 {
		page.Item("", v.say("changes.none"))
	}
	width := widest(v.changed(pathway.Kept), v.changed(pathway.Added), v.changed(pathway.Dropped))
	for _, c := range r.Changes {
		page.Item("  "+reports.Column(v.changed(c.Change), width)+"  ", c.Course+": "+v.changedFor(c))
	}
	return page.Flush(w)
}

// changed is what becomes of a course.
func (v planVoice) changed(k pathway.ChangeKind) string {
	return v.code("changes.course.", string(k))
}

// changedFor says why.
func (v planVoice) changedFor(c pathway.Change) string {
	if key := "changes.because." + string(c.Reason); v.words.Has(key) {
		return v.say(key, "names", v.orNone(c.Refs))
	}
	return string(c.Reason) + "."
}
