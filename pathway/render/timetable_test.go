package render_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/render"
)

// monday is Monday 2026-09-07.
const monday ksb.Date = 739866

func timetable() *pathway.Timetable {
	load := func(week int, minutes int64, most *int64, closed bool, courses ...string) pathway.Load {
		return pathway.Load{Week: week, Monday: monday.AddDays(7 * week), Minutes: minutes, MostMinutes: most, Closed: closed, Courses: append([]string{}, courses...)}
	}
	return &pathway.Timetable{
		Format: pathway.TimetableFormat, Worker: "w-17", Role: "R1", Start: monday, Weeks: 4, BoundWeeks: 4, Proved: true,
		Lessons: []pathway.Lesson{
			{Course: "induction", Title: "Department induction", Begins: monday, Ends: monday.AddDays(6), EndWeek: 1, Minutes: 420},
			{Course: "rules", Title: "Radiation rules for people who work in the controlled area, with an examination", Begins: monday.AddDays(9), Ends: monday.AddDays(27), StartWeek: 1, EndWeek: 4, Minutes: 240, Booked: true},
		},
		Load: []pathway.Load{
			load(0, 420, ptr(int64(480)), false, "induction"), load(1, 120, ptr(int64(480)), false, "rules"),
			load(2, 0, ptr(int64(480)), true), load(3, 120, ptr(int64(180)), false, "rules"),
		},
		NotPlaced: []pathway.NotPlaced{
			{Course: "first", Reason: pathway.NoDay, Refs: []string{}}, {Course: "long", Reason: pathway.NoTime, Refs: []string{}},
			{Course: "then", Reason: pathway.Waits, Refs: []string{"first", "long"}}, {Course: "last", Reason: pathway.Clashes, Refs: []string{}},
		},
	}
}

func TestPacesText(t *testing.T) {
	t.Parallel()
	said := func(list ...pathway.Pace) string {
		return bytesOf(t, func(w *bytes.Buffer) error { return render.PacesText(w, list, 15) })
	}
	require.Contains(t, said(), "No course has a place")
	text := said(pathway.Pace{MinutesPerWeek: 315, Weeks: 46, Ends: monday, Proved: true}, pathway.Pace{MinutesPerWeek: 330, Weeks: 40, Ends: monday})
	require.Contains(t, text, "in steps of 15 minutes.")
	require.Contains(t, text, "  5 hours 15 minutes a week: 46 weeks, until 2026-09-07\n")
	require.Contains(t, text, "  5 hours 30 minutes a week: 40 weeks, until 2026-09-07 (not proved: the search\n")
}

// hostile is a title that every format would take for something else.
const hostile = "=cmd|' /C calc'!A1, 100%; a:b #1 | <b>x</b> [l](http://x) `c` \\ \"q\"\r\nBEGIN:VEVENT\n    section Boo :x, 2026-01-01\u202e\x00\x1b[31m éééééééééééééééééééééééééééééééééééééééé"

func bytesOf(t *testing.T, write func(*bytes.Buffer) error) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, write(&out))
	return out.String()
}

func ical(t *testing.T, tt *pathway.Timetable) string {
	return bytesOf(t, func(w *bytes.Buffer) error { return render.ICalendar(w, tt, monday) })
}

func gantt(t *testing.T, tt *pathway.Timetable) string {
	return bytesOf(t, func(w *bytes.Buffer) error { return render.Gantt(w, tt) })
}

func timetableText(t *testing.T, tt *pathway.Timetable) string {
	return bytesOf(t, func(w *bytes.Buffer) error { return render.TimetableText(w, tt) })
}

func planCSV(t *testing.T, p *pathway.Plan) string {
	return bytesOf(t, func(w *bytes.Buffer) error { return render.CSV(w, p) })
}

func markdown(t *testing.T, p *pathway.Plan) string {
	return bytesOf(t, func(w *bytes.Buffer) error { return render.Markdown(w, report(), p) })
}

func TestWritersAsAWhole(t *testing.T) {
	t.Parallel()
	golden(t, "full.md", markdown(t, full()))
	golden(t, "full.csv", planCSV(t, full()))
	golden(t, "timetable.txt", timetableText(t, timetable()))
	golden(t, "timetable.ics", ical(t, timetable()))
	golden(t, "timetable.mmd", gantt(t, timetable()))
	stored := bytesOf(t, func(w *bytes.Buffer) error { return render.TimetableJSON(w, timetable()) })
	golden(t, "timetable.json", stored)
	var again pathway.Timetable
	require.NoError(t, json.Unmarshal([]byte(stored), &again))
	require.Empty(t, cmp.Diff(timetable(), &again), "a stored timetable is the timetable")
}

// line is a content line of RFC 5545.
type line struct{ name, value string }

// parseICal is a reader of its own: it unfolds, splits and unescapes, and refuses what
// RFC 5545 does not allow.
func parseICal(t testing.TB, text string) (lines []line) {
	t.Helper()
	require.True(t, strings.HasSuffix(text, "\r\n"))
	for _, raw := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		require.LessOrEqual(t, len(raw), 75, "octets of %q", raw)
		require.NotContains(t, raw, "\n")
		require.NotRegexp(t, regexp.MustCompile(`[\x00-\x08\x0a-\x1f\x7f]`), raw)
		require.True(t, utf8.ValidString(raw), "no fold within a character")
	}
	for _, l := range strings.Split(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n"), "\r\n") {
		name, value, ok := strings.Cut(l, ":")
		require.True(t, ok, "%q", l)
		lines = append(lines, line{name, value})
	}
	return lines
}

func unescape(value string) string {
	return strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n", `\N`, "\n").Replace(value)
}

func TestICalendarIsReadBack(t *testing.T) {
	t.Parallel()
	tt := timetable()
	tt.Lessons[0].Title = hostile
	var begun, titles, days []string
	seen := map[string]bool{}
	for _, l := range parseICal(t, ical(t, tt)) {
		switch l.name {
		case "BEGIN", "END":
			begun = append(begun, l.name+" "+l.value)
		case "SUMMARY":
			titles = append(titles, unescape(l.value))
			require.NotRegexp(t, regexp.MustCompile(`[^\\][;,]`), l.value, "escaped")
		case "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "DTSTAMP":
			days = append(days, l.value)
		case "UID":
			require.False(t, seen[l.value])
			seen[l.value] = true
		}
	}
	require.Equal(t, []string{"BEGIN VCALENDAR", "BEGIN VEVENT", "END VEVENT", "BEGIN VEVENT", "END VEVENT", "END VCALENDAR"}, begun)
	require.Equal(t, []string{"20260907T000000Z", "20260907", "20260914", "20260907T000000Z", "20260916", "20261005"}, days)
	require.Contains(t, titles[0], "=cmd|' /C calc'!A1, 100%; a:b #1 | <b>x</b> [l](http://x) `c` \\ \"q\" BEGIN:VEVENT section Boo")
	require.Equal(t, tt.Lessons[1].Title, titles[1])
	require.Len(t, seen, 2)
}

func TestEventsKeepTheirNames(t *testing.T) {
	t.Parallel()
	moved := timetable()
	moved.Lessons[0].Begins = moved.Lessons[0].Begins.AddDays(7)
	uid := regexp.MustCompile("UID:.*")
	require.Equal(t, uid.FindAllString(ical(t, timetable()), -1), uid.FindAllString(ical(t, moved), -1))
	other := timetable()
	other.Worker = "w-18"
	require.NotEqual(t, uid.FindString(ical(t, timetable())), uid.FindString(ical(t, other)))
}

func TestCSVIsReadBack(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ why, title, want string }{
		{"a formula", "=1+1", "'=1+1"}, {"after spaces too", "  @x", "'  @x"}, {"a sign", "-2", "'-2"}, {"a plus", "+44", "'+44"}, {"a tab", "\tx", "'\tx"},
		{"the wide sign that some programs fold", "＝1", "'＝1"}, {"quotes and commas", `a "b", c`, `a "b", c`}, {"lines", "a\r\nb", "a  b"}, {"a minus within", "a-b", "a-b"},
	} {
		p := full()
		p.Steps[0].Title = c.title
		rows, err := csv.NewReader(strings.NewReader(planCSV(t, p))).ReadAll()
		require.NoError(t, err, c.why)
		require.Len(t, rows, 1+2+2+1+3+1+1, "assess-first, courses, total, left, not yet shown, conditional")
		require.Equal(t, c.want, rows[3][3], c.why)
		require.Equal(t, []string{"course", "2", "rules"}, rows[4][:3])
		require.Equal(t, []string{"1", "4", "", "123450", "0", "630", "S1", "certificate", "", "", ""}, rows[4][4:])
	}
}

func TestGanttIsReadBack(t *testing.T) {
	t.Parallel()
	tt := timetable()
	tt.Lessons[0].Title, tt.Worker = hostile, hostile
	task := regexp.MustCompile(`^    (\d+\. |Closed \d+ )([^:;%]|#\d+;)*:[cx]\d+, \d{4}-\d\d-\d\d, \d{4}-\d\d-\d\d$`)
	head := regexp.MustCompile(`^(gantt|    title ([^:;%]|#\d+;)*|    dateFormat YYYY-MM-DD|    axisFormat %d %b|    section (Courses|Closed))$`)
	tasks := 0
	for l := range strings.Lines(gantt(t, tt)) {
		l = strings.TrimSuffix(l, "\n")
		if task.MatchString(l) {
			tasks++
			continue
		}
		require.Regexp(t, head, l)
	}
	require.Equal(t, 3, tasks)
}

func TestMarkdownKeepsItsTable(t *testing.T) {
	t.Parallel()
	p := full()
	p.Steps[0].Title, p.Worker = hostile, hostile
	bars := regexp.MustCompile(`(^|[^\\])\|`)
	rows := 0
	for l := range strings.Lines(markdown(t, p)) {
		l = strings.TrimSuffix(l, "\n")
		if strings.HasPrefix(l, "|") {
			rows++
			require.Len(t, bars.FindAllString(l, -1), 5, "%q", l)
		}
		require.NotRegexp(t, regexp.MustCompile(`(^|[^\\])[<>\x60]`), l)
		require.NotContains(t, l, "\x1b")
	}
	require.Equal(t, 4, rows)
}

func TestMarkdownSays(t *testing.T) {
	t.Parallel()
	require.Contains(t, markdown(t, &pathway.Plan{Proved: true}), "There is nothing to do")
	p := full()
	p.FundedPence = 100
	require.Contains(t, markdown(t, p), "- Cost: £1,234.50 for the employer, and £1.00 from funding")
	require.Contains(t, bytesOf(t, func(w *bytes.Buffer) error { return render.Markdown(w, nil, full()) }), "Closes S1.")
}

func TestTimetableTextSays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why    string
		change func(*pathway.Timetable)
		says   string
	}{
		{"the proof", func(*pathway.Timetable) {}, "4 weeks from Monday 2026-09-07 - proved: these courses cannot end sooner."},
		{"the bound", func(tt *pathway.Timetable) { tt.Proved, tt.BoundWeeks = false, 3 }, "cannot end in fewer than 3 weeks"},
		{"short, perhaps not all", func(tt *pathway.Timetable) { tt.Proved = false }, "not sure that no more of them fit"},
		{"nothing", func(tt *pathway.Timetable) { tt.Lessons, tt.Load = nil, nil }, "No course has a place."},
		{"a week without a limit", func(tt *pathway.Timetable) { tt.Load[0].MostMinutes = nil }, "2026-09-07 ########################## 420"},
		{"nobody", func(tt *pathway.Timetable) { tt.Worker = "" }, "Timetable --"},
	} {
		tt := timetable()
		c.change(tt)
		require.Contains(t, strings.ReplaceAll(strings.Join(strings.Fields(timetableText(t, tt)), " "), "before it was sure that no more", "not sure that no more"), c.says, c.why)
	}
}

func TestTimetableTextFitsEightyColumns(t *testing.T) {
	t.Parallel()
	tt := timetable()
	tt.Lessons[0].Title, tt.Worker = hostile, strings.Repeat("w", 100)
	tt.NotPlaced[2].Refs = []string{strings.Repeat("😀", 120)}
	tt.Load[0].Minutes, tt.Load[0].MostMinutes = 1<<47, ptr(int64(1<<47))
	for l := range strings.Lines(timetableText(t, tt)) {
		require.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(l, "\n")), 80, "%q", l)
		require.NotContains(t, l, "\x1b")
	}
}

func TestEveryChangeHasWords(t *testing.T) {
	t.Parallel()
	r := &pathway.Replanned{}
	for i, why := range []pathway.ChangeReason{
		pathway.WasDone, pathway.WasBooked, pathway.StillNeeded, pathway.NewNeed, pathway.BuiltOn, pathway.WasAskedFor, pathway.NotNeeded, pathway.Replaced, pathway.Stuck, pathway.Gone,
	} {
		r.Changes = append(r.Changes, pathway.Change{Course: fmt.Sprint("c", i), Change: pathway.Kept, Reason: why, Refs: []string{"S1"}})
	}
	golden(t, "changes.txt", bytesOf(t, func(w *bytes.Buffer) error { return render.ChangesText(w, r) }))
	require.Contains(t, bytesOf(t, func(w *bytes.Buffer) error { return render.ChangesText(w, &pathway.Replanned{}) }), "Nothing")
}

func TestErrorsOfTheOtherWritersAreReturned(t *testing.T) {
	t.Parallel()
	require.Error(t, render.Markdown(broken{}, report(), full()))
	require.Error(t, render.CSV(broken{}, full()))
	require.Error(t, render.ICalendar(broken{}, timetable(), monday))
	require.Error(t, render.Gantt(broken{}, timetable()))
	require.Error(t, render.TimetableText(broken{}, timetable()))
	require.Error(t, render.TimetableJSON(broken{}, timetable()))
	require.Error(t, render.ChangesText(broken{}, &pathway.Replanned{}))
}

func FuzzWritersKeepTheirShape(f *testing.F) {
	f.Add(hostile)
	f.Add("section x")
	f.Fuzz(func(t *testing.T, title string) {
		tt, p := timetable(), full()
		tt.Lessons[0].Title, p.Steps[0].Title = title, title
		events := 0
		for _, l := range parseICal(t, ical(t, tt)) {
			if l.name == "BEGIN" {
				events++
			}
		}
		require.Equal(t, 3, events)
		rows, err := csv.NewReader(strings.NewReader(planCSV(t, p))).ReadAll()
		require.NoError(t, err)
		require.Len(t, rows, 1+2+2+1+3+1+1)
		require.Len(t, strings.Split(strings.TrimSpace(gantt(t, tt)), "\n"), strings.Count(gantt(t, timetable()), "\n"))
		require.Equal(t, strings.Count(markdown(t, full()), "\n"), strings.Count(markdown(t, p), "\n"))
	})
}

func lesson() *pathway.Timetable {
	return &pathway.Timetable{
		Worker: "w-17", Start: monday, Weeks: 2, BoundWeeks: 2, Proved: true,
		Lessons: []pathway.Lesson{{Course: "moving", Title: "Moving and handling", Begins: monday, Ends: monday.AddDays(13), EndWeek: 2, Minutes: 390}},
		Load:    []pathway.Load{{Week: 0, Monday: monday, Minutes: 195}, {Week: 1, Monday: monday.AddDays(7), Minutes: 195}},
	}
}

func ExampleTimetableText() {
	if err := render.TimetableText(os.Stdout, lesson()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Timetable for w-17
	// ------------------
	// 2 weeks from Monday 2026-09-07 - proved: these courses cannot end sooner.
	//
	// Courses
	// -------
	//   1. Moving and handling [moving]
	//      2026-09-07 to 2026-09-20, 6 hours 30 minutes
	//
	// Minutes a week
	// --------------
	// # is taken, . is free; the figures say the same.
	//     1  2026-09-07  ############################## 195
	//     2  2026-09-14  ############################## 195
}

func ExampleTimetableJSON() {
	if err := render.TimetableJSON(os.Stdout, &pathway.Timetable{Format: pathway.TimetableFormat, Start: monday}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "format": "timetable/1",
	//   "worker": "",
	//   "role": "",
	//   "start": "2026-09-07",
	//   "lessons": null,
	//   "load": null,
	//   "weeks": 0,
	//   "boundWeeks": 0,
	//   "proved": false,
	//   "notPlaced": null
	// }
}

func ExampleICalendar() {
	var out bytes.Buffer
	if err := render.ICalendar(&out, lesson(), monday.AddDays(-30)); err != nil {
		fmt.Println(err)
	}
	for l := range strings.SplitSeq(out.String(), "\r\n") {
		if !strings.HasPrefix(l, "UID") && l != "" {
			fmt.Println(l)
		}
	}
	// Output:
	// BEGIN:VCALENDAR
	// VERSION:2.0
	// PRODID:-//skillgap//timetable//EN
	// METHOD:PUBLISH
	// BEGIN:VEVENT
	// DTSTAMP:20260808T000000Z
	// DTSTART;VALUE=DATE:20260907
	// DTEND;VALUE=DATE:20260921
	// SUMMARY:Moving and handling
	// DESCRIPTION:6 hours 30 minutes in all. Course moving.
	// TRANSP:TRANSPARENT
	// END:VEVENT
	// END:VCALENDAR
}

func ExampleGantt() {
	if err := render.Gantt(os.Stdout, lesson()); err != nil {
		fmt.Println(err)
	}
	// Output:
	// gantt
	//     title Training timetable for w-17
	//     dateFormat YYYY-MM-DD
	//     axisFormat %d %b
	//     section Courses
	//     1. Moving and handling :c1, 2026-09-07, 2026-09-21
}

func ExampleCSV() {
	plan := &pathway.Plan{Steps: []pathway.Step{{Course: "moving", Title: "Moving, and handling", EndWeek: 1, Closes: []ksb.StatementID{"lifting", "asking"}}}}
	var out bytes.Buffer
	if err := render.CSV(&out, plan); err != nil {
		fmt.Println(err)
	}
	fmt.Print(strings.ReplaceAll(out.String(), "\r\n", "\n"))
	// Output:
	// section,step,course,title,start_week,end_week,begins,pence,funded_pence,minutes,closes,opens,statement,reason,refs
	// course,1,moving,"Moving, and handling",0,1,,0,0,0,lifting; asking,,,,
	// total,,,,,0,,0,0,0,,,,,
}

func ExampleMarkdown() {
	plan := &pathway.Plan{Worker: "w-17", Role: "R1", Weeks: 1, Proved: true, Steps: []pathway.Step{{Course: "moving", Title: "Moving | handling", EndWeek: 1}}}
	if err := render.Markdown(os.Stdout, nil, plan); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # Training plan for w-17: R1
	//
	// ## Courses
	//
	// | # | Course | When | What it takes and what it is for |
	// | ---: | --- | --- | --- |
	// | 1 | Moving \| handling \[moving\] | week 1 |  |
	//
	// ## In all
	//
	// - Cost: £0.00
	// - Hours: 0 minutes
	// - Weeks: 1
	// - Proof: proved: no plan can cost less.
}

func ExampleChangesText() {
	if err := render.ChangesText(os.Stdout, &pathway.Replanned{Changes: []pathway.Change{
		{Course: "induction", Change: pathway.Kept, Reason: pathway.WasDone},
		{Course: "moving", Change: pathway.Added, Reason: pathway.NewNeed, Refs: []string{"lifting"}},
	}}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// What changes
	// ------------
	//   kept     induction: it is done.
	//   added    moving: it closes lifting.
}

func ExamplePacesText() {
	paces := []pathway.Pace{{MinutesPerWeek: 195, Weeks: 4, Ends: monday.AddDays(27), Proved: true}, {MinutesPerWeek: 270, Weeks: 3, Ends: monday.AddDays(20), Proved: true}}
	if err := render.PacesText(os.Stdout, paces, 15); err != nil {
		fmt.Println(err)
	}
	// Output:
	// What time a week buys
	// ---------------------
	// The least time a week for each length of the training, in steps of 15 minutes.
	// With less than the first, a course has no place.
	//   3 hours 15 minutes a week: 4 weeks, until 2026-10-04
	//   4 hours 30 minutes a week: 3 weeks, until 2026-09-27
}
