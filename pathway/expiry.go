package pathway

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// Expiry is the last day on which a credential that the person holds is valid.
type Expiry struct {
	Credential ksb.CredentialID
	Until      ksb.Date // 0: it does not run out
}

// Lapse is a credential that runs out before a plan ends.
type Lapse struct {
	Credential ksb.CredentialID `json:"credential"`
	Until      ksb.Date         `json:"until"`     // the last day on which it is valid
	NeededBy   []string         `json:"neededBy"`  // courses of the plan that begin after that day and need it, in order of bytes
	RenewedBy  []string         `json:"renewedBy"` // courses of the plan that award it, before any of NeededBy begins, in the order of the plan
	Renews     []string         `json:"renews"`    // other courses that award it and that the question allows, in order of bytes
}

// Expiries are the last days of the credentials that a report lists as held, by
// credential, as a worker's file has them: of several that are valid on the day of the
// report the latest, and nothing of one that does not run out.
func Expiries(r *assess.Report, w assess.Worker) []Expiry {
	var list []Expiry
	for _, c := range w.Credentials {
		valid := (c.Held == nil || *c.Held) && c.At <= r.AsOf && (c.Until == 0 || c.Until >= r.AsOf)
		if valid {
			list = append(list, Expiry{c.ID, c.Until})
		}
	}
	o := Options{Start: 1, Expires: list}
	return o.expiring(r)
}

// expiring are the last days that count, one a credential that is held and runs out, in
// order of bytes; none without a day to start from.
func (o *Options) expiring(r *assess.Report) []Expiry {
	if o.Start == 0 {
		return nil
	}
	list := slices.Clone(o.Expires)
	slices.SortFunc(list, func(a, b Expiry) int {
		return cmp.Or(strings.Compare(string(a.Credential), string(b.Credential)), cmp.Compare(b.last(), a.last()))
	})
	list = slices.CompactFunc(list, func(a, b Expiry) bool { return a.Credential == b.Credential })
	return slices.DeleteFunc(list, func(e Expiry) bool { return e.Until == 0 || !slices.Contains(r.Held.Credentials, e.Credential) })
}

// last is the last day, after all days if there is none.
func (e Expiry) last() ksb.Date {
	if e.Until == 0 {
		return math.MaxInt32
	}
	return e.Until
}

// runsOut is the position of a credential in Expires; below 0: it does not run out.
func (o *Options) runsOut(id ksb.CredentialID) int {
	return slices.IndexFunc(o.Expires, func(e Expiry) bool { return e.Credential == id })
}

// lease is a credential that a course needs and that runs out.
type lease struct {
	expiry int // position in Expires
	again  int // fact: a course has awarded it
}

func (t *task) leasesOf(c *course) (list []lease) {
	for _, id := range c.Needs {
		if i := t.options.runsOut(id); i >= 0 {
			list = append(list, lease{i, t.at(fact{again: id})})
		}
	}
	return list
}

// over tells whether a course that begins then comes after the last day of a credential
// that has to be in force.
func (t *task) over(c int, l lease, begin moment) bool {
	return t.inForce[l.expiry] && t.beginsOn(c, begin.week) > t.options.Expires[l.expiry].Until
}

// lapsed are the facts that a course waits for without end, since what it needs has run out
// by the time when it could begin.
func (t *task) lapsed(c int, at []moment) (facts []int) {
	begin := moment{}
	for _, f := range t.needs[c] {
		if at[f].compare(begin) > 0 {
			begin = at[f]
		}
	}
	for _, l := range t.leases[c] {
		if begin, can := t.onItsDays(c, begin); can && t.over(c, l, begin) && at[l.again] == never() {
			facts = append(facts, l.again)
		}
	}
	return facts
}

// renewing is the best answer in which what runs out before it is needed is awarded again,
// each credential in turn as far as that closes as much. What then has to be in force is
// noted for all that the task is asked later.
func (t *task) renewing(ctx context.Context) (s answer, err error) {
	s, err = t.best(ctx, t.options.Limits)
	for i := range t.inForce {
		if err != nil {
			return s, err
		}
		if t.ended() {
			s.Proved = false
			break
		}
		late := t.late(s, i)
		if t.inForce[i] = true; !late {
			continue
		}
		renewed, failed := t.best(ctx, t.options.Limits)
		if err = failed; failed == nil && renewed.Lost <= s.Lost {
			s = renewed
			continue
		}
		t.inForce[i], s.Proved = false, s.Proved && renewed.Proved
	}
	return s, err
}

// late tells whether some course of an answer needs a credential after its last day, and
// nothing has awarded it again by then.
func (t *task) late(s answer, expiry int) bool {
	at := t.moments(s.Items)
	return slices.ContainsFunc(s.Items, func(c int) bool {
		begin, _ := t.begin(c, at)
		return slices.ContainsFunc(t.leases[c], func(l lease) bool {
			return l.expiry == expiry && t.beginsOn(c, begin.week) > t.options.Expires[expiry].Until && at[l.again].compare(begin) > 0
		})
	})
}

// lapses are the credentials that run out before the courses end, by ID.
func (t *task) lapses(s schedule) (list []Lapse) {
	last := t.options.Start
	for _, r := range s.runs {
		last = max(last, t.day(r.end.week)-1, t.beginsOn(r.course, r.start.week))
	}
	for _, e := range t.options.Expires {
		if e.Until < last && len(s.runs) > 0 {
			list = append(list, t.lapse(e, s))
		}
	}
	return list
}

// day is the first day of a week of the plan; the last day that there is stands for those
// after it.
func (t *task) day(week int) ksb.Date {
	return ksb.Date(min(int64(t.options.Start)+7*int64(week), math.MaxInt32))
}

// beginsOn is the first day of a course that begins in a week.
func (t *task) beginsOn(c, week int) ksb.Date {
	return max(t.day(week), t.options.startDay(t.courses[c], week))
}

// lapse tells what in a schedule needs a credential after its last day, and what awards
// it, in time for all that needs it.
func (t *task) lapse(e Expiry, s schedule) Lapse {
	l := Lapse{Credential: e.Credential, Until: e.Until, NeededBy: []string{}, RenewedBy: []string{}, Renews: []string{}}
	need := never()
	for _, r := range s.runs {
		if c := t.courses[r.course]; slices.Contains(c.Needs, e.Credential) && t.beginsOn(r.course, r.start.week) > e.Until {
			if l.NeededBy = append(l.NeededBy, c.ID); r.start.compare(need) < 0 {
				need = r.start
			}
		}
	}
	for _, r := range s.runs {
		if c := t.courses[r.course]; slices.Contains(c.Awards, e.Credential) && r.end.compare(need) <= 0 {
			l.RenewedBy = append(l.RenewedBy, c.ID)
		}
	}
	for _, i := range t.awarding(e.Credential) {
		if id := t.courses[i].ID; !slices.Contains(l.RenewedBy, id) {
			l.Renews = append(l.Renews, id)
		}
	}
	slices.Sort(l.NeededBy)
	return l
}
