package render

import (
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// need says what an amount stands for.
func (t *text) need(a pathway.Amount) string {
	ref := firstOf(a.Refs)
	switch a.Code {
	case pathway.ForGap:
		return t.met(t.label(ref), a)
	case pathway.ForLevel:
		return t.met(t.onTheWay(t.say("proof.level", "statement", t.label(ref), "level", t.rung(ref, a.Level)), a.For), a)
	case pathway.ForCredential:
		return t.met(t.onTheWay(ref, a.For), a)
	case pathway.ForCourse:
		if len(a.For) == 0 {
			return t.say("proof.course", "course", ref)
		}
		return t.onTheWay(ref, a.For) + "."
	case pathway.ForWay:
		return t.met(t.say("proof.way", "names", t.statements(a.For)), a)
	case pathway.InTime:
		return t.met(t.say("proof.in-time", "names", t.statements(a.For)), a)
	}
	return t.takenOff(a)
}

// met is a need and the courses that meet it, and those that give it to whoever has it in
// part.
func (t *text) met(need string, a pathway.Amount) string {
	said := t.say("proof.need", "need", need, "courses", t.oneOf(a))
	if n := len(a.Later); n > 0 {
		said += " " + t.say("proof.later", "n", n, "names", t.some(a.Later))
	}
	return said
}

func (t *text) onTheWay(what string, to []ksb.StatementID) string {
	if len(to) == 0 {
		return what
	}
	return t.say("proof.on-the-way", "what", what, "names", t.statements(to))
}

// oneOf names the courses of which one is needed.
func (t *text) oneOf(a pathway.Amount) string {
	courses, dear := t.either(a.Courses), t.some(a.TooDear)
	switch n := len(a.Courses); {
	case n == 0 && dear == "":
		return t.say("proof.courses.none")
	case n == 0:
		return t.say("proof.courses.dear", "dear", dear)
	case dear != "":
		return t.say("proof.courses.and-dear", "names", courses, "dear", dear)
	case n == 1:
		return t.say("proof.courses.only", "names", courses)
	}
	return courses + "."
}

// takenOff says what an amount stands for that no course has to meet.
func (t *text) takenOff(a pathway.Amount) string {
	key := "proof.amount." + string(a.Code)
	switch {
	case a.Code == pathway.WithinLimit:
		return t.say("proof.saves", "names", t.limits(a.Refs))
	case a.Code == pathway.TakenHere && a.Adds < 0:
		key = "proof.amount." + string(pathway.CountedTwice)
	case !t.words.Has(key):
		return string(a.Code)
	}
	return t.say(key, "names", t.labels(a.Refs))
}

func (t *text) limits(names []string) string {
	if len(names) == 0 {
		return t.say("proof.limits")
	}
	said := make([]string, len(names))
	for i, name := range names {
		said[i] = t.code("proof.limit.", name)
	}
	return t.all(said)
}

// cannot says why no better plan is of a kind.
func (t *text) cannot(a pathway.Amount) string {
	switch a.Code {
	case pathway.WithinLimit:
		return t.say("proof.no-room", "n", len(a.Refs), "names", t.limits(a.Refs))
	case pathway.CriticalFirst:
		return t.say("proof.critical-first", "names", t.labels(a.Refs))
	}
	return t.say("proof.nothing-left", "need", t.need(a))
}

func (t *text) outdoneWords(list []pathway.Outdone) string {
	told := list[:min(len(list), mostOutdoneTold)]
	names := make([]string, len(told))
	for i, o := range told {
		names[i] = o.Course + " (" + o.By + ")"
	}
	return t.say("proof.outdone", "names", t.beyond("list.more", t.commas(names), len(list)-len(told)))
}
