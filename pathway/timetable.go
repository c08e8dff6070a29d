package pathway

import (
	"context"
	"errors"
	"fmt"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	timing "github.com/skillgap-go/skillgap/pathway/schedule"
)

// The errors of [Planner.Timetable]: a nil plan; a course that begins on two days.
var (
	ErrNoPlan      = errors.New("no plan to put on days")
	ErrBookedTwice = errors.New("booked twice")
)

// TimetableFormat is the name and number of the file format that Timetable mirrors.
const TimetableFormat = "timetable/1"

// Calendar is what a timetable is held to. The zero Calendar but for Start holds it to
// what courses build on and to the days on which they begin.
type Calendar struct {
	// Start is the first day on which anything may begin. Weeks run from Monday to Sunday;
	// week 0 is the first that does not begin before Start.
	Start ksb.Date
	// MinutesPerWeek are there to learn in, for all courses together; 0: no limit.
	MinutesPerWeek int64
	// Beside is how many courses may run in the same week; 0: no limit.
	Beside int
	// Terms are when courses run; none: all the year round. Closed are holidays. A week is
	// closed if most of its working days (three of Monday to Friday) are. A course pauses
	// in closed weeks and goes on afterwards.
	Terms, Closed []Span
	// Rota are weeks with other minutes, as in a block of nights: a course that runs in
	// them takes its part of what is left. A week is in a span if most of its working days
	// are; of two spans the one with fewer minutes holds.
	Rota []Rota
	// Until is the last day; 0: there is none.
	Until ksb.Date
	// Booked are courses whose week is settled.
	Booked []Booking
	// Nodes is the most nodes that the search may visit for one question; 0: the default
	// of package schedule.
	Nodes int
}

// Span is from its first day to its last, both included.
type Span struct{ From, To ksb.Date }

// Rota is a span in which a week has minutes of its own.
type Rota struct {
	Span
	Minutes int64
}

// Booking is a course and the day on which it begins.
type Booking struct {
	Course string
	Begins ksb.Date
}

// Timetable is a plan on the days of a calendar. Lists are never nil.
type Timetable struct {
	Format  string     `json:"format"`
	Worker  string     `json:"worker"`
	Role    ksb.RoleID `json:"role"`
	Start   ksb.Date   `json:"start"` // the Monday of week 0
	Lessons []Lesson   `json:"lessons"`
	Load    []Load     `json:"load"`  // from week 0 to the last
	Weeks   int        `json:"weeks"` // until the last course has ended, closed ones counted
	// BoundWeeks is the least that any timetable of these courses could have; Proved: this
	// one has it, and what is not placed could not be.
	BoundWeeks int         `json:"boundWeeks"`
	Proved     bool        `json:"proved"`
	NotPlaced  []NotPlaced `json:"notPlaced"` // in the order of the plan
}

// Lesson is a course on its days.
type Lesson struct {
	Course    string   `json:"course"`
	Title     string   `json:"title"`
	Begins    ksb.Date `json:"begins"`    // the day that the catalogue or the booking names, or else a Monday
	Ends      ksb.Date `json:"ends"`      // the Sunday of its last week
	StartWeek int      `json:"startWeek"` // from 0
	EndWeek   int      `json:"endWeek"`   // the week after its last one
	Minutes   int64    `json:"minutes"`
	Booked    bool     `json:"booked"`
	// Critical are the critical gaps that it closes, in the order of Report.Gaps. Opens are
	// the gates that it helps to open, and Due is the last day of grace of the one that
	// closes first; 0: there is none. After it the course comes too late.
	Critical []ksb.StatementID `json:"critical,omitempty"`
	Opens    []ksb.GateID      `json:"opens,omitempty"`
	Due      ksb.Date          `json:"due,omitempty"`
}

// Load is what a week holds.
type Load struct {
	Week        int      `json:"week"`
	Monday      ksb.Date `json:"monday"`
	Minutes     int64    `json:"minutes"`
	MostMinutes *int64   `json:"mostMinutes,omitempty"` // nil: no limit
	Closed      bool     `json:"closed"`
	Courses     []string `json:"courses"` // in the order of Lessons
}

// NotPlaced is a course of the plan that found no place.
type NotPlaced struct {
	Course string          `json:"course"`
	Reason NotPlacedReason `json:"reason"`
	Refs   []string        `json:"refs"` // of waits: the courses that it waits for
}

// NotPlacedReason says why a course found no place.
type NotPlacedReason string

// The reasons why a course found no place.
const (
	NoDay   NotPlacedReason = "no-day"  // it begins on no day that is open and late enough
	NoTime  NotPlacedReason = "no-time" // in no week is there time enough for it, though it were alone
	Waits   NotPlacedReason = "waits"   // what it builds on found no place
	Clashes NotPlacedReason = "clashes" // it does not fit beside the courses that were placed; earlier steps of the plan go first
)

// Timetable puts the courses of a plan on the days of a calendar, so that the last ends
// as soon as can be. As far as that allows, what helps to open a gate comes first, the
// gate that is due first before others, and then what closes critical gaps. Of what a
// course builds on any course of the plan may give it; what it needs of [Plan.Lapses] after
// its last day, only one that awards it again. The minutes of a course are spread evenly
// over its weeks, see [schedule.Share]. The report is the one that the plan was made for.
//
// When ctx ends the timetable is the best so far, and is not proved. The errors wrap
// [ErrNoReport], [ErrNoPlan], [ErrUnknownCourse] for a step or a booking that the planner or the plan
// does not have, [ErrBookedTwice], [ksb.ErrMissing] for a calendar without a start, and the errors of
// [schedule.Solve].
func (p *Planner) Timetable(ctx context.Context, r *assess.Report, plan *Plan, c Calendar) (*Timetable, error) {
	if r == nil {
		return nil, fmt.Errorf("timetable: %w", ErrNoReport)
	}
	b, err := p.bookable(r, plan, c)
	if err != nil {
		return nil, fmt.Errorf("timetable for %q: %w", r.Worker, err)
	}
	s, err := timing.Solve(ctx, b.instance())
	if err != nil {
		return nil, fmt.Errorf("timetable for %q: %w", r.Worker, err)
	}
	return b.timetable(s), nil
}
