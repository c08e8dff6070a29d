package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/pathway"
)

// Gantt writes a timetable as a Mermaid Gantt chart: a bar a course, with closed weeks
// in a section of their own. What Mermaid would take for markup is written as its entity
// codes, and every task begins with its number, so that no title can be taken for a
// keyword. The only errors are those of w.
func Gantt(w io.Writer, t *pathway.Timetable) error { return Options{}.Gantt(w, t) }

// Gantt is [Gantt] with choices.
func (o Options) Gantt(w io.Writer, t *pathway.Timetable) error {
	v, out := newPlanVoice(o.Words), strings.Builder{}
	title := v.say("timetable.gantt")
	if t.Worker != "" {
		title = v.say("timetable.gantt.for", "worker", t.Worker)
	}
	fmt.Fprintf(&out, "gantt\n    title %s\n    dateFormat YYYY-MM-DD\n    axisFormat %%d %%b\n", ganttText(title))
	if len(t.Lessons) > 0 {
		out.WriteString("    section " + ganttText(v.say("plan.steps")) + "\n")
	}
	for i, l := range t.Lessons {
		name := lessonTitle(l)
		if l.Booked {
			name = v.say("timetable.gantt.booked", "course", name)
		}
		fmt.Fprintf(&out, "    %d. %s :c%d, %s, %s\n", i+1, ganttText(name), i+1, l.Begins, l.Ends.AddDays(1))
	}
	v.closedWeeks(&out, t)
	_, err := io.WriteString(w, out.String())
	return err
}

// closedWeeks draws each run of closed weeks as one bar.
func (v planVoice) closedWeeks(out *strings.Builder, t *pathway.Timetable) {
	n := 0
	for i, l := range t.Load {
		if !l.Closed || i > 0 && t.Load[i-1].Closed {
			continue
		}
		end := i
		for end < len(t.Load) && t.Load[end].Closed {
			end++
		}
		if n++; n == 1 {
			out.WriteString("    section " + ganttText(v.say("timetable.gantt.closed")) + "\n")
		}
		fmt.Fprintf(out, "    %s :x%d, %s, %s\n", ganttText(v.say("timetable.gantt.closed-weeks", "n", n)), n, l.Monday, t.Start.AddDays(7*end))
	}
}

// ganttText is text on one line that Mermaid shows as it is.
func ganttText(text string) string {
	var out strings.Builder
	for _, r := range seen(text) {
		if strings.ContainsRune("#;:%<>&\"`\\{}|,", r) {
			fmt.Fprintf(&out, "#%d;", r)
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}
