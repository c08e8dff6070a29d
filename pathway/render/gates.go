package render

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// gates says which gates of the role the courses do not open, and what would.
func (t *text) gates() section {
	s := section{title: t.say("plan.gates")}
	for _, g := range t.r.Gates {
		opened := slices.ContainsFunc(t.p.Steps, func(step pathway.Step) bool { return slices.Contains(step.Opens, g.Gate) })
		if g.State != assess.GateMet && !opened {
			s.sayAfter(string(g.Gate), t.takes(g)+t.dueWords(g.Due)+t.offers(g))
		}
	}
	return s
}

// offers says which courses award what a gate takes.
func (t *text) offers(g assess.GateResult) (said string) {
	for _, left := range t.p.Gates {
		var courses []string
		for k, o := range left.Offers {
			courses = append(courses, t.say("plan.gates.offer", "course", o.Course, "cost", t.money(o.CostPence), "hours", t.hours(o.Minutes)))
			last := k+1 == len(left.Offers) || left.Offers[k+1].Credential != o.Credential
			if last && left.Gate == g.Gate {
				said += " " + t.awarded(g, o, courses)
			}
			if last {
				courses = nil
			}
		}
	}
	return said
}

func (t *text) awarded(g assess.GateResult, o pathway.Offer, courses []string) string {
	if len(g.Opens) == 1 && len(g.Opens[0]) == 1 {
		return t.say("plan.gates.awarded", "courses", t.either(courses))
	}
	return t.say("plan.gates.offered", "credential", string(o.Credential), "courses", t.either(courses))
}

// takes says what it takes to open a gate.
func (t *text) takes(g assess.GateResult) string {
	if len(g.Opens) == 0 {
		return t.say("plan.gates.report")
	}
	ways := make([]string, len(g.Opens))
	for i, set := range g.Opens {
		things := make([]string, len(set))
		for j, thing := range set {
			things[j] = t.thing(thing)
		}
		ways[i] = t.all(things)
	}
	return t.say("plan.gates.takes", "ways", strings.Join(ways, t.say("gate.or")))
}

// thing is a credential, or how many credits towards one are missing.
func (t *text) thing(thing string) string {
	if of, more, credits := strings.Cut(thing, "+"); credits {
		return t.say("plan.gates.credits", "n", more, "of", of)
	}
	return thing
}

func (t *text) dueWords(day ksb.Date) string {
	switch {
	case day == 0:
		return ""
	case t.p.Start > day:
		return " " + t.say("plan.gates.was-due", "day", day.String())
	}
	return " " + t.say("plan.gates.due", "day", day.String())
}

// opens names the gates that a step opens, and says where that is too late.
func (t *text) opens(s pathway.Step) string {
	if len(s.Opens) == 0 {
		return ""
	}
	gates := make([]string, len(s.Opens))
	for i, id := range s.Opens {
		gates[i] = t.inTime(id, s)
	}
	return t.say("plan.opens", "names", t.commas(gates))
}

// inTime is a gate, and until when it has to be open where that is known.
func (t *text) inTime(id ksb.GateID, s pathway.Step) string {
	at := slices.IndexFunc(t.r.Gates, func(g assess.GateResult) bool { return g.Gate == id })
	if at < 0 || t.r.Gates[at].Due == 0 {
		return string(id)
	}
	day, key := t.r.Gates[at].Due, "plan.text.due"
	if t.p.Start != 0 && t.p.Start.AddDays(7*s.EndWeek-1) > day {
		key += ".late"
	}
	return t.say(key, "gate", string(id), "day", day.String())
}
