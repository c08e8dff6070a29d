package render

import (
	"strings"
	"unicode"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

func (t *text) gates() {
	if len(t.r.Gates) == 0 {
		return
	}
	t.page.Heading(t.say("gates.title"))
	width := t.gateWidth()
	for _, g := range t.r.Gates {
		said := string(g.Gate) + " (" + t.Phase(g.Phase) + ")"
		for _, s := range t.gateNotes(g, t.r.AsOf) {
			said += ", " + s
		}
		if ways := t.ways(g.Opens); ways != "" {
			said += "; " + ways
		}
		if t.later(t.r, g) {
			said += "; " + t.say("gate.later")
		}
		t.page.Item("  "+Column(t.gateMark(g.State), width)+"  ", said)
	}
}

// gateWidth is that of the widest state, whether or not a gate is in it.
func (t *text) gateWidth() (width int) {
	for _, s := range []assess.GateState{assess.GateMet, assess.GateNotMet, assess.GateUnknown} {
		width = max(width, len([]rune(t.gateMark(s))))
	}
	return width
}

func (t *text) gateMark(s assess.GateState) string {
	mark := "[?] "
	switch s {
	case assess.GateMet:
		mark = "[x] "
	case assess.GateNotMet:
		mark = "[ ] "
	}
	return mark + t.GateState(s)
}

// later: the gate counts only for somebody who is in the role.
func (v Voice) later(r *assess.Report, g assess.GateResult) bool {
	return !r.Basis.Policy.InRole && (g.Phase == ksb.Registration || g.Phase == ksb.Retention)
}

// gateNotes says until when a gate has time, why it counts as open although nobody
// opened it, or what is to be found out before it is said to be shut.
func (v Voice) gateNotes(g assess.GateResult, asOf ksb.Date) (notes []string) {
	if due := v.Due(g, asOf); due != "" {
		notes = append(notes, due)
	}
	return append(notes, v.beside(g)...)
}

// beside is gateNotes without the day.
func (v Voice) beside(g assess.GateResult) (notes []string) {
	switch {
	case g.Waiver != nil && g.Waiver.By != "":
		notes = append(notes, v.say("gate.waived-by", "by", v.name(g.Waiver.By), "reason", v.name(trimmed(g.Waiver.Reason))))
	case g.Waiver != nil:
		notes = append(notes, v.say("gate.waived", "reason", v.name(trimmed(g.Waiver.Reason))))
	case g.Exempt:
		notes = append(notes, v.say("gate.exempt"))
	case len(g.Asks) > 0:
		notes = append(notes, v.say("gate.asks", "facts", v.facts(g.Asks)))
	}
	return notes
}

// gateNote is all that is to be known of a gate but its day.
func (v Voice) gateNote(r *assess.Report, g assess.GateResult) string {
	notes := v.beside(g)
	if ways := v.ways(g.Opens); ways != "" {
		notes = append(notes, ways)
	}
	if v.later(r, g) {
		notes = append(notes, v.say("gate.later"))
	}
	return strings.Join(notes, "; ")
}

// Due says until when a gate that is not open has time, or since when it has not; ""
// where there is no such day.
func (v Voice) Due(g assess.GateResult, asOf ksb.Date) string {
	switch {
	case g.Due == 0:
		return ""
	case asOf > g.Due:
		return v.say("gate.overdue", "day", v.day(g.Due))
	}
	return v.say("gate.due", "day", v.day(g.Due))
}

func trimmed(reason string) string { return strings.TrimRight(reason, ". \n") }

// ways says what would open a gate, three alternatives at most.
func (v Voice) ways(sets [][]string) string {
	const most = 3
	if len(sets) == 0 {
		return ""
	}
	said := make([]string, 0, most)
	for _, set := range sets[:min(len(sets), most)] {
		things := make([]string, len(set))
		for i, thing := range set {
			things[i] = v.thing(thing)
		}
		said = append(said, strings.Join(things, v.say("gate.and")))
	}
	words := strings.Join(said, v.say("gate.or"))
	if more := len(sets) - most; more > 0 {
		return v.say("gate.opens-more", "ways", words, "n", more)
	}
	return v.say("gate.opens", "ways", words)
}

// facts names facts about a person.
func (v Voice) facts(names []string) string {
	shown := make([]string, len(names))
	for i := range names {
		shown[i] = v.fact(names[i])
	}
	return strings.Join(shown, v.say("gate.and"))
}

// fact is the name of a fact: as the files have it, and in words on a page, where
// "hoursAWeek" is "hours a week".
func (v Voice) fact(name string) string {
	if !v.apart {
		return name
	}
	var out strings.Builder
	for _, r := range name {
		if unicode.IsUpper(r) {
			out.WriteByte(' ')
		}
		out.WriteRune(unicode.ToLower(r))
	}
	return v.name(out.String())
}

// thing says an entry of GateResult.Opens.
func (v Voice) thing(thing string) string {
	if not, found := strings.CutPrefix(thing, "not "); found {
		return v.say("gate.not", "thing", v.thing(not))
	}
	if of, credits, found := strings.Cut(thing, "+"); found {
		return v.say("gate.credits", "n", credits, "of", v.name(of))
	}
	if fact, least, found := strings.Cut(thing, ">="); found {
		return v.say("gate.least", "fact", v.fact(fact), "least", least)
	}
	return v.name(thing)
}
