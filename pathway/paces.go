package pathway

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	timing "github.com/skillgap-go/skillgap/pathway/schedule"
)

// ErrStep is returned for paces that differ by less than a minute.
var ErrStep = errors.New("paces differ by a minute a week or more")

// Pace is so much time a week, and when a plan is done with it.
type Pace struct {
	MinutesPerWeek int64    `json:"minutesPerWeek"`
	Weeks          int      `json:"weeks"` // until the last course has ended, closed ones counted
	Ends           ksb.Date `json:"ends"`  // the Sunday of the last week
	// Proved: with so many minutes no timetable is shorter, and with a step fewer every one
	// takes longer, or leaves a course out.
	Proved bool `json:"proved"`
}

// Paces tells what time a week buys: the least minutes a week, in multiples of step, for
// each number of weeks in which the plan can be done, from the slowest that has room for
// every course that a calendar without limits has room for, to the one that more time does
// not shorten. It is never nil, and empty where nothing can be placed. Minutes that the
// calendar names are not looked at, but those of [Calendar.Rota] are.
//
// Each pace is a timetable that is searched for, see [Planner.Timetable]: where many
// courses fit beside each other that takes long, and [Calendar.Nodes] or the end of ctx
// makes it shorter; what is then found holds, and is not proved. The errors are those of
// Timetable, and [ErrStep] for a step below 1.
func (p *Planner) Paces(ctx context.Context, r *assess.Report, plan *Plan, c Calendar, step int64) ([]Pace, error) {
	if r == nil {
		return nil, fmt.Errorf("paces: %w", ErrNoReport)
	}
	if step < 1 {
		return nil, fmt.Errorf("paces for %q: %w", r.Worker, ErrStep)
	}
	b, err := p.bookable(r, plan, c)
	if err != nil {
		return nil, fmt.Errorf("paces for %q: %w", r.Worker, err)
	}
	s := stride{bookable: b, instance: b.instance(), step: step, paces: []Pace{}}
	if err := s.walk(ctx); err != nil {
		return nil, fmt.Errorf("paces for %q: %w", r.Worker, err)
	}
	return s.paces, nil
}

// stride looks for the multiples of a step at which a plan is done sooner.
type stride struct {
	*bookable
	instance *timing.Instance
	step     int64
	paces    []Pace
}

// gait is what is known of a number of minutes a week.
type gait struct {
	steps  int64
	placed int
	weeks  int
	least  int  // weeks that so many courses take at the least
	proved bool // nothing better than placed and weeks exists
}

// beats tells whether a gait has room for more, or is done sooner.
func (g gait) beats(other gait) bool {
	if g.placed != other.placed {
		return g.placed > other.placed
	}
	return g.weeks < other.weeks
}

// walk begins with no limit: as many minutes as its fullest week holds are as good.
func (s *stride) walk(ctx context.Context) error {
	s.instance.Minutes = 0
	free, err := timing.Solve(ctx, s.instance)
	if err != nil || placed(free) == 0 {
		return err
	}
	steps := max(1, ceilDiv(fullest(s.timetable(free)), s.step))
	if ctx.Err() != nil {
		s.note(gait{}, gait{steps, placed(free), free.Weeks, free.Bound, free.Proved})
		return nil
	}
	most, err := s.at(ctx, steps)
	if err != nil {
		return err
	}
	return s.between(ctx, gait{weeks: math.MaxInt, proved: true}, most, placed(free))
}

// between notes the gaits above slow, and up to fast, at which something is won; when the
// context has ended, fast alone. That time never hurts leaves nothing to look for between two
// that are alike.
func (s *stride) between(ctx context.Context, slow, fast gait, all int) error {
	if !fast.beats(slow) || fast.placed < all {
		return nil
	}
	if fast.steps == slow.steps+1 {
		s.note(slow, fast)
		return nil
	}
	if ctx.Err() != nil {
		s.note(gait{}, fast)
		return nil
	}
	middle, err := s.at(ctx, slow.steps+(fast.steps-slow.steps)/2)
	if err != nil {
		return err
	}
	if slow.beats(middle) { // a search cut short
		middle.placed, middle.weeks, middle.proved = slow.placed, slow.weeks, false
	}
	if err := s.between(ctx, slow, middle, all); err != nil {
		return err
	}
	return s.between(ctx, middle, fast, all)
}

func (s *stride) note(slow, fast gait) {
	longer := slow.proved || slow.placed == fast.placed && slow.least > fast.weeks
	s.paces = append(s.paces, Pace{
		MinutesPerWeek: fast.steps * s.step, Weeks: fast.weeks, Ends: s.calendar.monday().AddDays(7*fast.weeks - 1),
		Proved: fast.proved && longer,
	})
}

// at finds the timetable for so many steps of minutes a week.
func (s *stride) at(ctx context.Context, steps int64) (gait, error) {
	s.instance.Minutes = steps * s.step
	found, err := timing.Solve(ctx, s.instance)
	return gait{steps, placed(found), found.Weeks, found.Bound, found.Proved}, err
}

// fullest is the most minutes that a week of a timetable holds.
func fullest(t *Timetable) (most int64) {
	for _, l := range t.Load {
		most = max(most, l.Minutes)
	}
	return most
}

// placed counts the activities that have a week.
func placed(found timing.Solution) (n int) {
	for _, start := range found.Starts {
		if start != timing.NotPlaced {
			n++
		}
	}
	return n
}
