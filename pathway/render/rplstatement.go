package render

import (
	"fmt"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway/rpl"
)

// statementOf is the statement for the evidence pack, in sections.
func statementOf(r *rpl.Result) (list []rplSection) {
	s := &recognition{r: r, byID: map[string]*rpl.Standing{}}
	for i := range r.Statements {
		s.byID[string(r.Statements[i].Statement)] = &r.Statements[i]
	}
	for _, section := range []rplSection{
		s.head(), s.outcome(rpl.LeftOut, "Activities that are left out"),
		s.outcome(rpl.Shortened, "Activities that get shorter"), s.outcome(rpl.Stays, "Activities that stay as planned"),
		s.sums(), s.prices(), s.methods(), s.entry(), s.warnings(), s.keep(), s.rules(), s.decision(),
	} {
		if len(section.lines) > 0 {
			list = append(list, section)
		}
	}
	return list
}

// recognition is a result on its way to a statement.
type recognition struct {
	r    *rpl.Result
	byID map[string]*rpl.Standing
}

func (s *recognition) head() rplSection {
	r := s.r
	out := rplSection{title: "Recognition of prior learning: " + orElse(r.Worker, "this worker") + ", " + orElse(r.Role.Title, string(r.Role.ID))}
	out.say(s.summary())
	out.itemIf("Programme", named(r.Title, r.Delivery))
	out.itemIf("Provider", r.Provider)
	out.itemIf("Standard", strings.TrimSpace(r.Standard+edition(r.Role.Edition)))
	out.item("Start", r.Start.String())
	out.itemIf("Assessed as of", r.AsOf.String())
	out.item("Method", methodWords(r.Method))
	out.item("Rules", r.RuleSet.Edition)
	return out
}

func (s *recognition) summary() string {
	m, w, p := s.r.Minutes, s.r.Weeks, s.r.Price
	if m.NotNeeded == 0 {
		return fmt.Sprintf("Nothing that could be left out is shown yet: all %s of off-the-job training stay, and the price does not have to fall.", hours(m.Total))
	}
	text := fmt.Sprintf("Of %s of off-the-job training %s need not be taken, because what would be taught is already shown. %s can be removed, which leaves %s. The programme takes %s instead of %s.",
		hours(m.Total), hours(m.NotNeeded), hours(m.Removed), hours(m.Remaining), plural(w.Remaining, "week"), plural(w.Planned, "week"))
	if p.FloorPence != nil {
		text += fmt.Sprintf(" The price falls by at least %s; at most %s is fundable.", pounds(*p.FloorPence), pounds(p.MaxFundablePence))
	}
	return text
}

// outcome lists the activities of one outcome, each with what justifies it.
func (s *recognition) outcome(o rpl.Outcome, title string) rplSection {
	out := rplSection{title: title}
	for _, l := range s.r.Lines {
		if l.Outcome != o {
			continue
		}
		out.item("", named(orElse(l.Title, l.Activity), l.Activity)+": "+lineWords(l))
		s.grounds(&out, l)
	}
	return out
}

func lineWords(l rpl.Line) string {
	switch {
	case l.Outcome == rpl.LeftOut && l.NotNeededWeeks > 0:
		return hours(l.Minutes) + " and " + plural(l.NotNeededWeeks, "week") + "."
	case l.Outcome == rpl.LeftOut:
		return hours(l.Minutes) + "."
	case l.Outcome == rpl.Shortened:
		return hours(l.NotNeededMinutes) + " of " + hours(l.Minutes) + "."
	case len(l.Met)+len(l.Partly)+len(l.Missing) == 0:
		return hours(l.Minutes) + ". It names no statement, so nothing can show that it is not needed."
	}
	return hours(l.Minutes) + "."
}

// grounds say why an activity goes or stays: what counts with its evidence, what does
// not by its label.
func (s *recognition) grounds(out *rplSection, l rpl.Line) {
	var met, partly []string
	for _, id := range l.Met {
		if l.Outcome == rpl.Stays {
			met = append(met, s.label(string(id)))
			continue
		}
		s.justify(out, id)
	}
	for _, id := range l.Partly {
		if l.Outcome == rpl.Stays || s.r.Method != rpl.Sliding {
			partly = append(partly, s.label(string(id))+s.part(id))
			continue
		}
		s.justify(out, id)
	}
	out.underIf("Shown", joined(met))
	out.underIf("Shown in part", joined(partly))
	out.underIf("Not shown", joined(s.labels(l.Missing)))
}

// part is how much of a statement is shown, "" for all.
func (s *recognition) part(id ksb.StatementID) string {
	if st := s.byID[string(id)]; st != nil && !st.Met() {
		return fmt.Sprintf(" (%d of %d)", st.Level, st.Needed)
	}
	return ""
}

// justify says of a statement what is shown and by which evidence.
func (s *recognition) justify(out *rplSection, id ksb.StatementID) {
	st := s.byID[string(id)]
	if st == nil {
		return
	}
	out.under(s.label(string(id))+s.part(id), st.Text)
	for _, e := range st.Evidence {
		out.deep(pieceWords(e))
	}
	if d := st.Override; d != nil && st.Met() {
		out.deep(fmt.Sprintf("decided by %s on %s: %s", orElse(d.By, "somebody unnamed"), orElse(d.At.String(), "a day not given"), orElse(d.Reason, "no reason given")))
	}
}

func pieceWords(e rpl.Piece) string {
	text := strings.ReplaceAll(e.Kind.String(), "-", " ") + " " + e.ID
	if e.By != "" {
		text += ", by " + e.By
	}
	if e.As != "" {
		text += " (" + string(e.As) + ")"
	}
	if e.At != 0 {
		text += ", " + e.At.String()
	}
	if e.Until != 0 {
		text += ", valid until " + e.Until.String()
	}
	return text
}

// label is what people call a statement: its code, or its ID.
func (s *recognition) label(id string) string {
	if st := s.byID[id]; st != nil && st.Code != "" {
		return st.Code
	}
	return id
}

func (s *recognition) labels(ids []string) (list []string) {
	for _, id := range ids {
		list = append(list, s.label(id))
	}
	return list
}

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

// named is a title with the ID behind it.
func named(title, id string) string {
	if id == "" || id == title {
		return title
	}
	return title + " [" + id + "]"
}

func edition(e string) string {
	if e == "" {
		return ""
	}
	return " edition " + e
}

func methodWords(m rpl.Method) string {
	switch m {
	case rpl.Binary:
		return "binary: the hours of each statement that is met are not needed"
	case rpl.Sliding:
		return "sliding: of the hours of each statement the share that is shown is not needed"
	}
	return "activity omission: an activity is left out if all that it teaches is met"
}
