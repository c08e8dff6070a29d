package render

import (
	"fmt"
	"strconv"
	"strings"

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
// or words under a name.
type spoken struct {
	code, name, words string
	width             int // of all names of the section
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
		if !strings.HasSuffix(l.name, ":") {
			width = max(width, len([]rune(l.name)))
		}
	}
	for i := range s.lines {
		s.lines[i].width = width
	}
}

// onPage sets a section as text.
func (t *text) onPage(s section) {
	t.Heading(s.title)
	for _, l := range s.lines {
		switch {
		case l.code != "":
			t.Item("  "+reports.Column(l.code, 5)+" ", l.words)
		case l.name != "":
			t.Item("  "+reports.Column(l.name+gapAfter(l.name), l.width+len(gapAfter(l.name))), l.words)
		default:
			t.Item("", l.words)
		}
	}
}

// gapAfter keeps words apart from the name before them.
func gapAfter(name string) string {
	if strings.HasSuffix(name, ":") {
		return " "
	}
	return "  "
}

func (t *text) findFirst() section {
	s := section{title: "Find out first"}
	for i, a := range t.p.AssessFirst {
		if i == 0 {
			s.say("No course is bought for these before somebody has looked.")
		}
		do := ""
		if a.Action == assess.Moderate {
			do = " (sources disagree: have a second assessor decide)"
		}
		s.sayOf(t.label(string(a.Statement)), t.wording(a.Statement)+do)
	}
	return s
}

func (t *text) total() section {
	s := section{title: "In all"}
	s.sayUnder("Cost", money(t.p.CostPence, t.p.FundedPence))
	s.sayUnder("Hours", hours(t.p.Minutes))
	s.sayUnder("Weeks", strconv.Itoa(t.p.Weeks)+t.counted())
	s.sayUnder("Proof", t.proof())
	return s
}

func (t *text) left() section {
	s := section{title: "What stays open"}
	var unlooked []string
	for _, l := range t.p.Left {
		if l.Reason == pathway.AssessFirst {
			unlooked = append(unlooked, string(l.Statement))
			continue
		}
		s.sayOf(t.label(string(l.Statement)), joinedWords(t.wording(l.Statement), t.leftWords(l)))
	}
	if len(unlooked) > 0 {
		s.sayUnder("To be looked at first:", t.labels(unlooked))
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
	s := section{title: "Taught, but not yet shown"}
	if len(t.p.TaughtNotYetShown) > 0 {
		s.say("After the courses somebody must still assess " + t.statements(t.p.TaughtNotYetShown) + ": the courses' own assessment does not settle them.")
	}
	return s
}

// conditional says what it could come to if everything turns out unmet.
func (t *text) conditional() section {
	s := section{title: "If nothing that is still to be looked at turns out to be met"}
	if c := t.p.Conditional; len(t.p.AssessFirst) > 0 {
		s.say(fmt.Sprintf("It could come to %s, %s and %s in all, without limits, with these courses: %s.",
			money(c.CostPence, c.FundedPence), hours(c.Minutes), plural(int64(c.Weeks), "week"), orNone(joined(c.Courses))))
	}
	return s
}
