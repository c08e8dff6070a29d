package render

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// ICalendar writes a timetable as an iCalendar file (RFC 5545): an all-day event a
// course, from its first day to its last, that leaves the days free. made is the day on
// which the timetable was made, since the library has no clock; every event carries it.
// The UID of an event depends on the worker, the role and the course alone, so that a
// later timetable moves the events of an earlier one. Lines end in CR LF and are folded
// at 75 octets; text is escaped, and characters that are not seen are left out. The only
// errors are those of w.
func ICalendar(w io.Writer, t *pathway.Timetable, made ksb.Date) error {
	return Options{}.ICalendar(w, t, made)
}

// ICalendar is [ICalendar] with choices.
func (o Options) ICalendar(w io.Writer, t *pathway.Timetable, made ksb.Date) error {
	v := newPlanVoice(o.Words)
	cal := ics.NewCalendar()
	cal.SetMethod(ics.MethodPublish)
	cal.SetProductId("-//skillgap//timetable//EN")
	for _, l := range t.Lessons {
		e := cal.AddEvent(uid(t, l.Course))
		e.SetDtStampTime(dayTime(made))
		e.SetAllDayStartAt(dayTime(l.Begins))
		e.SetAllDayEndAt(dayTime(l.Ends.AddDays(1)))
		e.SetSummary(seen(lessonTitle(l)))
		e.SetDescription(seen(v.lesson(l)))
		e.SetTimeTransparency(ics.TransparencyTransparent)
	}
	return cal.SerializeTo(w, ics.WithNewLineWindows, ics.WithLineLength(75))
}

// uid names a course of a person in a role for ever, without telling who it is.
func uid(t *pathway.Timetable, course string) string {
	sum := sha256.Sum256([]byte(t.Worker + "\x00" + string(t.Role) + "\x00" + course))
	return hex.EncodeToString(sum[:16]) + "@skillgap"
}

// dayTime is the start of a day where no zone matters.
func dayTime(d ksb.Date) time.Time {
	at, err := time.Parse(time.DateOnly, d.String())
	if err != nil {
		return time.Time{}
	}
	return at
}

func lessonTitle(l pathway.Lesson) string {
	if l.Title == "" {
		return l.Course
	}
	return l.Title
}

func (v planVoice) lesson(l pathway.Lesson) string {
	said := v.say("timetable.event", "hours", v.hours(l.Minutes), "course", l.Course)
	if l.Booked {
		said += " " + v.say("timetable.event.booked")
	}
	return said
}

// seen is text on one line without characters that are not seen.
func seen(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == utf8.RuneError:
			return -1
		}
		return r
	}, text)), " ")
}
