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
func TimetableText(w io.Writer, t *pathway.Timetable) error { return Options{}.TimetableText(w, t) }

// TimetableText is [TimetableText] with choices.
func (o Options) TimetableText(w io.Writer, t *pathway.Timetable) error {
	p := &timetableText{planVoice: newPlanVoice(o.Words), t: t}
	if t.Worker == "" {
		p.Heading(p.say("timetable.title.nobody"))
	} else {
		p.Heading(p.say("timetable.title", "worker", t.Worker))
	}
	p.Item("", p.proof())
	p.lessons()
	p.load()
	p.notPlaced()
	return p.Flush(w)
}

// timetableText is a timetable on its way to a page.
type timetableText struct {
	planVoice
	reports.Page
	t *pathway.Timetable
}

// proof says how long it takes and how sure it is that it cannot be shorter.
func (p *timetableText) proof() string {
	t, weeks := p.t, p.weeks(p.t.Weeks)
	switch {
	case len(t.Lessons) == 0:
		return p.say("timetable.none")
	case t.Proved:
		return p.say("timetable.proved", "weeks", weeks, "day", t.Start.String())
	case t.Weeks == t.BoundWeeks:
		return p.say("timetable.proved.end", "weeks", weeks, "day", t.Start.String())
	}
	return p.say("timetable.bound", "weeks", weeks, "day", t.Start.String(), "least", p.weeks(t.BoundWeeks))
}

func (p *timetableText) lessons() {
	if len(p.t.Lessons) == 0 {
		return
	}
	p.Heading(p.say("plan.steps"))
	for i, l := range p.t.Lessons {
		p.Item(fmt.Sprintf("%3s. ", p.words.Number(i+1)), titleOf(pathway.Step{Course: l.Course, Title: l.Title}))
		said := p.say("timetable.lesson", "from", l.Begins.String(), "to", l.Ends.String(), "hours", p.hours(l.Minutes))
		if l.Booked {
			said = p.say("timetable.lesson.booked", "said", said)
		}
		p.Item("     ", p.pressing(said, l))
	}
}

// pressing says what makes a course pressing, and whether it comes too late.
func (p *timetableText) pressing(said string, l pathway.Lesson) string {
	if len(l.Opens) > 0 {
		said = p.say("timetable.lesson.for", "said", said, "names", p.commas(texts(l.Opens)))
	}
	switch {
	case l.Due == 0:
	case l.Ends > l.Due:
		said = p.say("timetable.lesson.late", "said", said, "day", l.Due.String())
	default:
		said = p.say("timetable.lesson.due", "said", said, "day", l.Due.String())
	}
	if n := len(l.Critical); n > 0 {
		said = p.say("timetable.lesson.critical", "said", said, "n", n)
	}
	return said
}

// barWidth is how many characters the largest week has.
const barWidth = 30

func (p *timetableText) load() {
	if len(p.t.Load) == 0 {
		return
	}
	p.Heading(p.say("timetable.load"))
	p.Item("", p.say("timetable.load.words"))
	most := int64(1)
	for _, l := range p.t.Load {
		most = max(most, l.Minutes)
		if l.MostMinutes != nil {
			most = max(most, *l.MostMinutes)
		}
	}
	for _, l := range p.t.Load {
		p.Item(fmt.Sprintf("%5s  %s  ", p.words.Number(l.Week+1), l.Monday), p.week(l, most))
	}
}

// week is the bar of a week and its figures.
func (p *timetableText) week(l pathway.Load, most int64) string {
	if l.Closed {
		return p.say("timetable.closed")
	}
	taken, room, figures := barLength(l.Minutes, most), 0, p.words.Number(int(l.Minutes))
	if l.MostMinutes != nil {
		room = max(barLength(*l.MostMinutes, most)-taken, 0)
		figures = p.say("timetable.room", "minutes", figures, "most", int(*l.MostMinutes))
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

func (p *timetableText) notPlaced() {
	if len(p.t.NotPlaced) == 0 {
		return
	}
	p.Heading(p.say("timetable.not-placed"))
	for _, n := range p.t.NotPlaced {
		p.Item("  "+n.Course+": ", p.noPlace(n))
	}
}

func (p *timetableText) noPlace(n pathway.NotPlaced) string {
	if key := "timetable.not-placed." + string(n.Reason); p.words.Has(key) {
		return p.say(key, "names", p.orNone(n.Refs))
	}
	return string(n.Reason) + "."
}
