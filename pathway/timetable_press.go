package pathway

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// press is what makes a step pressing.
type press struct {
	critical []ksb.StatementID // gaps that it closes
	opens    []ksb.GateID      // gates that it helps to open
	due      ksb.Date          // the first day on which one of them closes; 0: none
}

// press finds out what makes the steps pressing.
func (b *bookable) press() {
	b.presses = make([]press, len(b.plan.Steps))
	for i, s := range b.plan.Steps {
		for _, g := range b.goals {
			if g.Critical && slices.Contains(s.Closes, g.Statement) {
				b.presses[i].critical = append(b.presses[i].critical, g.Statement)
			}
		}
	}
	for _, g := range b.report.Gates {
		last := slices.IndexFunc(b.plan.Steps, func(s Step) bool { return slices.Contains(s.Opens, g.Gate) })
		for i := range last + 1 {
			if i == last || b.helps(i, g) {
				b.presses[i].open(g)
			}
		}
	}
}

func (p *press) open(g assess.GateResult) {
	p.opens = append(p.opens, g.Gate)
	if g.Due != 0 && (p.due == 0 || g.Due < p.due) {
		p.due = g.Due
	}
}

// helps tells whether a step gives something that a gate asks for.
func (b *bookable) helps(i int, g assess.GateResult) bool {
	c := b.task.courses[b.courses[i]]
	return slices.ContainsFunc(slices.Concat(g.Opens...), func(thing string) bool {
		if slices.Contains(c.Awards, ksb.CredentialID(thing)) {
			return true
		}
		of, more, asks := strings.Cut(thing, "+")
		_, err := strconv.Atoi(more)
		return asks && err == nil && c.Credits != nil && string(c.Credits.Of) == of
	})
}

// pressing are the steps that go first: by the day on which a gate closes, then those
// that close critical gaps, then as in the plan.
func (b *bookable) pressing() (steps []int) {
	for i, p := range b.presses {
		if p.due != 0 || len(p.critical) > 0 {
			steps = append(steps, i)
		}
	}
	slices.SortStableFunc(steps, func(i, j int) int {
		p, q := b.presses[i], b.presses[j]
		return cmp.Or(cmp.Compare(uint32(p.due-1), uint32(q.due-1)), cmp.Compare(min(len(q.critical), 1), min(len(p.critical), 1))) // no day comes after all days
	})
	return steps
}
