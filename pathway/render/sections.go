package render

import (
	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/pathway"
)

// section is a part of what is said about a plan, in words that every writer sets in its
// own way.
type section struct {
	title string
	lines []spoken
}

// spoken is one thing that is said: words alone, words about a statement that has a code,
// words under a name, or after one.
type spoken struct {
	code, name, words string
	width             int  // of all names of the section
	after             bool // the words follow the name and a colon; it is in no column
}

// sections is all that is said about a plan but its head and its courses; what to find
// out comes before the courses, and the rest after them.
func (t *text) sections() (before, after []section) {
	before = filled(t.findFirst())
	after = filled(t.total(), t.left(), t.gates(), t.notYetShown(), t.lapses(), t.reuse(), t.conditional())
	return before, append(after, t.proofs(t.p.Proof)...)
}

// filled are the sections that say anything.
func filled(all ...section) (list []section) {
	for _, s := range all {
		if len(s.lines) > 0 {
			list = append(list, s)
		}
	}
	return list
}

func (s *section) say(words string) { s.lines = append(s.lines, spoken{words: words}) }

func (s *section) sayOf(code, words string) {
	s.lines = append(s.lines, spoken{code: code, words: words})
}

// sayUnder names what the words are about; names of a section stand in a column.
func (s *section) sayUnder(name, words string) {
	s.lines = append(s.lines, spoken{name: name, words: words})
	width := 0
	for _, l := range s.lines {
		if !l.after {
			width = max(width, widest(l.name))
		}
	}
	for i := range s.lines {
		s.lines[i].width = width
	}
}

// sayAfter names what the words are about in the same line.
func (s *section) sayAfter(name, words string) {
	s.lines = append(s.lines, spoken{name: name, words: words, after: true})
}

// onPage sets a section as text.
func (t *text) onPage(s section) {
	t.Heading(s.title)
	for _, l := range s.lines {
		switch {
		case l.code != "":
			t.Item("  "+reports.Column(l.code, 5)+" ", l.words)
		case l.after:
			t.Item("  "+l.name+": ", l.words)
		case l.name != "":
			t.Item("  "+reports.Column(l.name, l.width)+"  ", l.words)
		default:
			t.Item("", l.words)
		}
	}
}

func (t *text) findFirst() section {
	s := section{title: t.say("plan.first")}
	for i, a := range t.p.AssessFirst {
		if i == 0 {
			s.say(t.say("plan.first.words"))
		}
		what := t.wording(a.Statement)
		if a.Action == assess.Moderate {
			what += " " + t.say("plan.text.moderate")
		}
		s.sayOf(t.label(string(a.Statement)), what)
	}
	return s
}

func (t *text) total() section {
	s := section{title: t.say("plan.total.row")}
	if t.nothing() {
		return s
	}
	s.sayUnder(t.say("plan.cost"), t.paid(t.p.CostPence, t.p.FundedPence))
	s.sayUnder(t.say("plan.hours"), t.hours(t.p.Minutes))
	weeks := []string{t.words.Number(t.p.Weeks)}
	if t.p.Start != 0 {
		weeks = append(weeks, t.say("plan.counted", "day", t.p.Start.String()))
	}
	s.sayUnder(t.say("plan.weeks"), t.commas(weeks))
	s.sayUnder(t.say("plan.text.proof"), t.proof())
	return s
}

func (t *text) left() section {
	s := section{title: t.say("plan.left")}
	var unlooked []string
	for _, l := range t.p.Left {
		if l.Reason == pathway.AssessFirst {
			unlooked = append(unlooked, string(l.Statement))
			continue
		}
		s.sayOf(t.label(string(l.Statement)), joinedWords(t.wording(l.Statement), t.leftWords(l)))
	}
	if len(unlooked) > 0 {
		s.sayAfter(t.say("plan.text.left.first"), t.labels(unlooked))
	}
	return s
}

func joinedWords(what, why string) string {
	if what == "" {
		return "- " + why
	}
	return what + " - " + why
}

func (t *text) notYetShown() section {
	s := section{title: t.say("plan.taught")}
	if len(t.p.TaughtNotYetShown) > 0 {
		s.say(t.say("plan.taught.words", "names", t.statements(t.p.TaughtNotYetShown)))
	}
	return s
}

// conditional says what it could come to if everything turns out unmet.
func (t *text) conditional() section {
	s := section{title: t.say("plan.unmet")}
	if c := t.p.Conditional; len(t.p.AssessFirst) > 0 {
		s.say(t.say("plan.text.unmet", "cost", t.paid(c.CostPence, c.FundedPence), "hours", t.hours(c.Minutes), "weeks", t.weeks(c.Weeks), "names", t.orNone(c.Courses)))
	}
	return s
}
