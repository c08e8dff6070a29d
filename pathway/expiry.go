package pathway

import (
	"context"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// Expiry is the last day on which a credential that the person holds is valid.
type Expiry struct {
	Credential ksb.CredentialID
	Until      ksb.Date
}

// Lapse is a credential that runs out before a plan ends.
type Lapse struct {
	Credential ksb.CredentialID `json:"credential"`
	Until      ksb.Date         `json:"until"`     // the last day on which it is valid
	NeededBy   []string         `json:"neededBy"`  // courses of the plan that begin after that day and need it, in order of bytes
	RenewedBy  []string         `json:"renewedBy"` // courses of the plan that award it, in the order of the plan
	Renews     []string         `json:"renews"`    // other courses that award it and that the question allows, in order of bytes
}

// renewing is the best answer in which what runs out before it is needed is awarded
// again, as far as that closes as much; the task is the question that it answers.
func (p *Planner) renewing(ctx context.Context, r *assess.Report, o Options) (*task, answer, error) {
	t := p.task(r, o)
	s, err := t.best(ctx, o.Limits)
	for late := t.late(s); err == nil && len(late) > 0; {
		again := p.task(t.without(late), o)
		renewed, failed := again.best(ctx, o.Limits)
		if failed != nil || renewed.Lost > s.Lost {
			return t, s, failed
		}
		t, s = again, renewed
		late = t.late(s)
	}
	return t, s, err
}

// late are the credentials that some course of an answer needs after their last day.
func (t *task) late(s answer) (late []ksb.CredentialID) {
	for _, l := range t.lapses(t.schedule(s.Items)) {
		if len(l.NeededBy) > 0 && slices.Contains(t.report.Held.Credentials, l.Credential) {
			late = append(late, l.Credential)
		}
	}
	return late
}

// without is the report of a person who does not hold some credentials.
func (t *task) without(gone []ksb.CredentialID) *assess.Report {
	r := *t.report
	r.Held.Credentials = slices.DeleteFunc(slices.Clone(r.Held.Credentials), func(id ksb.CredentialID) bool { return slices.Contains(gone, id) })
	return &r
}

// lapses are the credentials that run out before the courses end, by ID.
func (t *task) lapses(s schedule) (list []Lapse) {
	last := t.options.Start
	for _, r := range s.runs {
		last = max(last, t.day(r.end.week)-1, t.beginsOn(r))
	}
	for _, e := range t.options.Expires {
		if t.options.Start != 0 && e.Until < last && len(s.runs) > 0 {
			list = append(list, t.lapse(e, s))
		}
	}
	slices.SortFunc(list, func(a, b Lapse) int { return strings.Compare(string(a.Credential), string(b.Credential)) })
	return list
}

// day is the first day of a week of the plan.
func (t *task) day(week int) ksb.Date { return t.options.Start.AddDays(7 * week) }

// beginsOn is the first day of a run.
func (t *task) beginsOn(r run) ksb.Date {
	return max(t.day(r.start.week), t.options.startDay(&t.courses[r.course], r.start.week))
}

// lapse tells what in a schedule needs a credential after its last day, and what awards
// it.
func (t *task) lapse(e Expiry, s schedule) Lapse {
	l := Lapse{Credential: e.Credential, Until: e.Until, NeededBy: []string{}, RenewedBy: []string{}, Renews: []string{}}
	for _, r := range s.runs {
		c := &t.courses[r.course]
		if slices.Contains(c.Needs, e.Credential) && t.beginsOn(r) > e.Until {
			l.NeededBy = append(l.NeededBy, c.ID)
		}
		if slices.Contains(c.Awards, e.Credential) {
			l.RenewedBy = append(l.RenewedBy, c.ID)
		}
	}
	for i := range t.courses {
		if c := &t.courses[i]; slices.Contains(c.Awards, e.Credential) && t.barred[i] == "" && !slices.Contains(l.RenewedBy, c.ID) {
			l.Renews = append(l.Renews, c.ID)
		}
	}
	slices.Sort(l.NeededBy)
	return l
}
