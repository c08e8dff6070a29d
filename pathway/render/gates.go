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
	s := section{title: "Gates that these courses do not open"}
	for _, g := range t.r.Gates {
		opened := slices.ContainsFunc(t.p.Steps, func(step pathway.Step) bool { return slices.Contains(step.Opens, g.Gate) })
		if g.State != assess.GateMet && !opened {
			s.sayUnder(string(g.Gate)+":", planGateWords(g)+t.dueWords(g.Due))
		}
	}
	return s
}

func planGateWords(g assess.GateResult) string {
	var ways []string
	for _, set := range g.Opens {
		var all []string
		for _, thing := range set {
			all = append(all, thingWords(thing))
		}
		ways = append(ways, strings.Join(all, " and "))
	}
	if len(ways) == 0 {
		return "see the report."
	}
	return "it takes " + strings.Join(ways, ", or ") + "."
}

// thingWords is a credential, or how many credits towards one are missing.
func thingWords(thing string) string {
	if of, more, credits := strings.Cut(thing, "+"); credits {
		return more + " more credits towards " + of
	}
	return thing
}

func (t *text) dueWords(day ksb.Date) string {
	switch {
	case day == 0:
		return ""
	case t.p.Start > day:
		return " It was due " + day.String() + "."
	}
	return " Due " + day.String() + "."
}

// opens names the gates that a step opens, and says where that is too late.
func (t *text) opens(s pathway.Step) string {
	if len(s.Opens) == 0 {
		return ""
	}
	var said []string
	for _, id := range s.Opens {
		said = append(said, string(id)+t.due(id, s))
	}
	return "Opens " + strings.Join(said, ", ") + "."
}

// due says until when a gate has to be open, where that is known.
func (t *text) due(id ksb.GateID, s pathway.Step) string {
	at := slices.IndexFunc(t.r.Gates, func(g assess.GateResult) bool { return g.Gate == id })
	if at < 0 || t.r.Gates[at].Due == 0 {
		return ""
	}
	day := t.r.Gates[at].Due
	if t.p.Start != 0 && t.p.Start.AddDays(7*s.EndWeek-1) > day {
		return " (too late: due " + day.String() + ")"
	}
	return " (due " + day.String() + ")"
}
