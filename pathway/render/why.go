package render

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// why says what a step takes and what it is for, in the order of its reasons.
func (t *text) why(s pathway.Step) string {
	var said []string
	for _, code := range []string{
		pathway.Takes, pathway.AskedFor, pathway.ClosesGap, pathway.SuppliesLevel, pathway.SuppliesCredential,
		pathway.ComesBefore, pathway.AwardsCredential, pathway.AddsCredits,
	} {
		if sentence := t.sentence(code, reasonsOf(s, code)); sentence != "" {
			said = append(said, sentence)
		}
	}
	if words := t.opens(s); words != "" {
		said = append(said, words)
	}
	return strings.Join(said, " ")
}

func reasonsOf(s pathway.Step, code string) (found []assess.Reason) {
	for _, r := range s.Because {
		if r.Code == code {
			found = append(found, r)
		}
	}
	return found
}

// sentence says all reasons of one code.
func (t *text) sentence(code string, reasons []assess.Reason) string {
	if len(reasons) == 0 {
		return ""
	}
	number := func(name string) int64 { n, _ := reasons[0].Numbers.Of(name); return int64(n) }
	switch code {
	case pathway.Takes:
		return t.say("plan.text.takes", "cost", t.paid(number("pence"), number("fundedPence")), "hours", t.hours(number("minutes")))
	case pathway.AskedFor:
		return t.say("plan.asked")
	case pathway.ClosesGap:
		return t.say("plan.closes", "names", t.each(reasons, t.closed))
	case pathway.SuppliesLevel:
		return t.say("plan.supplies", "names", t.each(reasons, t.supplied))
	case pathway.SuppliesCredential:
		return t.say("plan.supplies", "names", t.each(reasons, t.asked))
	case pathway.ComesBefore:
		return t.say("plan.before", "names", t.each(reasons, firstRef))
	case pathway.AwardsCredential:
		return t.say("plan.awards", "names", t.each(reasons, firstRef))
	case pathway.AddsCredits:
		return t.say("plan.credits", "n", int(number("credits")), "names", t.each(reasons, firstRef))
	}
	return ""
}

// each joins what say makes of the reasons, each once.
func (t *text) each(reasons []assess.Reason, say func(assess.Reason) string) string {
	var list []string
	for _, r := range reasons {
		if words := say(r); !slices.Contains(list, words) {
			list = append(list, words)
		}
	}
	return t.commas(list)
}

func (t *text) closed(r assess.Reason) string {
	return t.label(firstRef(r))
}

func (t *text) supplied(r assess.Reason) string {
	n, _ := r.Numbers.Of("level")
	return t.say("plan.builds-on", "course", firstRef(r), "statement", t.label(lastRef(r)), "level", t.rung(lastRef(r), ksb.Level(n)))
}

// rung names a level, in words where the report has them.
func (t *text) rung(id string, level ksb.Level) string {
	if g := t.gap(ksb.StatementID(id)); g != nil {
		return t.Level(g, level)
	}
	return t.say("level.bare", "level", int(level))
}

func (t *text) asked(r assess.Reason) string {
	return t.say("plan.asks-for", "course", firstRef(r), "credential", lastRef(r))
}

func firstRef(r assess.Reason) string {
	if len(r.Refs) == 0 {
		return ""
	}
	return r.Refs[0]
}

func lastRef(r assess.Reason) string {
	if len(r.Refs) == 0 {
		return ""
	}
	return r.Refs[len(r.Refs)-1]
}

func joined[T ~string](list []T) string {
	names := make([]string, len(list))
	for i, name := range list {
		names[i] = string(name)
	}
	return strings.Join(names, ", ")
}
