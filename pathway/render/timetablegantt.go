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
func Gantt(w io.Writer, t *pathway.Timetable) error {
	var out strings.Builder
	fmt.Fprintf(&out, "gantt\n    title Training timetable%s\n    dateFormat YYYY-MM-DD\n    axisFormat %%d %%b\n", forWhom(t.Worker))
	if len(t.Lessons) > 0 {
		out.WriteString("    section Courses\n")
	}
	for i, l := range t.Lessons {
		note := ""
		if l.Booked {
			note = " (booked)"
		}
		fmt.Fprintf(&out, "    %d. %s%s :c%d, %s, %s\n", i+1, ganttText(lessonTitle(l)), note, i+1, l.Begins, l.Ends.AddDays(1))
	}
	closedWeeks(&out, t)
	_, err := io.WriteString(w, out.String())
	return err
}

// closedWeeks draws each run of closed weeks as one bar.
func closedWeeks(out *strings.Builder, t *pathway.Timetable) {
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
			out.WriteString("    section Closed\n")
		}
		fmt.Fprintf(out, "    Closed %d :x%d, %s, %s\n", n, n, l.Monday, t.Start.AddDays(7*end))
	}
}

func forWhom(worker string) string {
	if worker == "" {
		return ""
	}
	return " for " + ganttText(worker)
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
