package render

import (
	"fmt"
	"io"
	"strings"

	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/pathway"
)

// TimetableJSON writes a timetable as timetable/1: keys in the order of the fields of
// [pathway.Timetable], two spaces of indent. Equal timetables give equal bytes. The only
// errors are those of w.
func TimetableJSON(w io.Writer, t *pathway.Timetable) error {
	return strictjson.WriteResult(w, t)
}

// TimetableText writes a timetable for people: 80 columns, no colour. The courses with
// their days come first, then every week with a bar of what it holds against what there
// is time for, then what found no place and why. The only errors are those of w.
func TimetableText(w io.Writer, t *pathway.Timetable) error {
	page := &reports.Page{}
	title := "Timetable"
	if t.Worker != "" {
		title += " for " + t.Worker
	}
	page.Heading(title)
	page.Item("", timetableProof(t))
	timetableLessons(page, t)
	timetableLoad(page, t)
	timetableNotPlaced(page, t)
	return page.Flush(w)
}

// timetableProof says how long it takes and how sure it is that it cannot be shorter.
func timetableProof(t *pathway.Timetable) string {
	if len(t.Lessons) == 0 {
		return "No course has a place."
	}
	words := fmt.Sprintf("%s from Monday %s", plural(int64(t.Weeks), "week"), t.Start)
	switch {
	case t.Proved:
		return words + " - proved: these courses cannot end sooner."
	case t.Weeks == t.BoundWeeks:
		return words + ": these courses cannot end sooner. The search was cut short before it was sure that no more of them fit."
	}
	return words + fmt.Sprintf(" - not proved: the search was cut short. These courses cannot end in fewer than %s.", plural(int64(t.BoundWeeks), "week"))
}

func timetableLessons(page *reports.Page, t *pathway.Timetable) {
	if len(t.Lessons) == 0 {
		return
	}
	page.Heading("Courses")
	for i, l := range t.Lessons {
		name := lessonTitle(l)
		if l.Title != "" {
			name += " [" + l.Course + "]"
		}
		note := ""
		if l.Booked {
			note = ", booked"
		}
		page.Item(fmt.Sprintf("%3d. ", i+1), name)
		page.Item("     ", fmt.Sprintf("%s to %s, %s%s%s", l.Begins, l.Ends, hours(l.Minutes), note, pressing(l)))
	}
}

// pressing says what makes a course pressing, and whether it comes too late.
func pressing(l pathway.Lesson) string {
	words := ""
	if len(l.Opens) > 0 {
		words = "; for " + joined(l.Opens)
	}
	switch {
	case l.Due == 0:
	case l.Ends > l.Due:
		words += ", due " + l.Due.String() + ": it ends too late"
	default:
		words += ", due " + l.Due.String()
	}
	if n := len(l.Critical); n > 0 {
		words += "; closes " + plural(int64(n), "critical gap")
	}
	return words
}

// barWidth is how many characters the largest week has.
const barWidth = 30

func timetableLoad(page *reports.Page, t *pathway.Timetable) {
	if len(t.Load) == 0 {
		return
	}
	page.Heading("Minutes a week")
	page.Item("", "# is taken, . is free; the figures say the same.")
	most := int64(1)
	for _, l := range t.Load {
		most = max(most, l.Minutes)
		if l.MostMinutes != nil {
			most = max(most, *l.MostMinutes)
		}
	}
	for _, l := range t.Load {
		page.Item(fmt.Sprintf("%5d  %s  ", l.Week+1, l.Monday), weekWords(l, most))
	}
}

// weekWords is the bar of a week and its figures.
func weekWords(l pathway.Load, most int64) string {
	if l.Closed {
		return "closed"
	}
	taken, room, figures := barLength(l.Minutes, most), 0, thousands(l.Minutes)
	if l.MostMinutes != nil {
		room = max(barLength(*l.MostMinutes, most)-taken, 0)
		figures += " of " + thousands(*l.MostMinutes)
	}
	return strings.TrimSpace(strings.Repeat("#", taken) + strings.Repeat(".", room) + " " + figures)
}

// barLength is in proportion, and at least one for anything at all.
func barLength(minutes, most int64) int {
	if minutes == 0 {
		return 0
	}
	part := float64(minutes) / float64(most)
	return min(max(int(float64(part*barWidth)), 1), barWidth)
}

func timetableNotPlaced(page *reports.Page, t *pathway.Timetable) {
	if len(t.NotPlaced) == 0 {
		return
	}
	page.Heading("What found no place")
	for _, n := range t.NotPlaced {
		page.Item("  "+n.Course+": ", notPlacedWords(n))
	}
}

func notPlacedWords(n pathway.NotPlaced) string {
	switch n.Reason {
	case pathway.NoDay:
		return "it begins on no day that is open and late enough."
	case pathway.NoTime:
		return "in no week in which it could run is there time enough for it, though it were alone."
	case pathway.Waits:
		return "what it builds on found no place: " + orNone(joined(n.Refs)) + "."
	case pathway.Clashes:
		return "it does not fit beside the courses that were placed before it."
	}
	return string(n.Reason) + "."
}
