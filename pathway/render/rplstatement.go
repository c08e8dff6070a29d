package render

import (
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway/rpl"
)

// statementOf is the statement for the evidence pack, in sections.
func (o Options) statementOf(r *rpl.Result) (list []rplSection) {
	s := &recognition{planVoice: newPlanVoice(o.Words), r: r, byID: map[string]*rpl.Standing{}}
	for i := range r.Statements {
		s.byID[string(r.Statements[i].Statement)] = &r.Statements[i]
	}
	for _, section := range []rplSection{
		s.head(), s.outcome(rpl.LeftOut, "rpl.left-out"), s.outcome(rpl.Shortened, "rpl.shortened"), s.outcome(rpl.Stays, "rpl.stays"),
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
	planVoice
	r    *rpl.Result
	byID map[string]*rpl.Standing
}

func (s *recognition) head() rplSection {
	r := s.r
	out := rplSection{title: s.say("rpl.title", "worker", orElse(r.Worker, s.say("page.worker")), "role", orElse(r.Role.Title, string(r.Role.ID)))}
	out.put(s.summary())
	out.itemIf(s.say("rpl.programme"), named(r.Title, r.Delivery))
	out.itemIf(s.say("rpl.provider"), r.Provider)
	out.itemIf(s.say("rpl.standard"), s.edition(r.Standard))
	out.item(s.say("rpl.start"), r.Start.String())
	out.itemIf(s.say("rpl.as-of"), r.AsOf.String())
	out.item(s.say("rpl.method"), s.method(r.Method))
	out.item(s.say("rpl.rules"), r.RuleSet.Edition)
	return out
}

func (s *recognition) summary() string {
	m, w, p := s.r.Minutes, s.r.Weeks, s.r.Price
	if m.NotNeeded == 0 {
		return s.say("rpl.nothing", "hours", s.hours(m.Total))
	}
	said := s.say("rpl.summary", "all", s.hours(m.Total), "hours", s.hours(m.NotNeeded), "removed", s.hours(m.Removed), "remaining", s.hours(m.Remaining),
		"weeks", s.weeks(int(w.Remaining)), "planned", s.weeks(int(w.Planned)))
	if p.FloorPence != nil {
		said += " " + s.say("rpl.summary.price", "least", s.money(*p.FloorPence), "most", s.money(p.MaxFundablePence))
	}
	return said
}

// outcome lists the activities of one outcome, each with what justifies it.
func (s *recognition) outcome(o rpl.Outcome, title string) rplSection {
	out := rplSection{title: s.say(title)}
	for _, l := range s.r.Lines {
		if l.Outcome != o {
			continue
		}
		out.item("", named(orElse(l.Title, l.Activity), l.Activity)+": "+s.activity(l))
		s.grounds(&out, l)
	}
	return out
}

func (s *recognition) activity(l rpl.Line) string {
	switch {
	case l.Outcome == rpl.LeftOut && l.NotNeededWeeks > 0:
		return s.say("rpl.activity.weeks", "hours", s.hours(l.Minutes), "weeks", s.weeks(int(l.NotNeededWeeks)))
	case l.Outcome == rpl.Shortened:
		return s.say("rpl.activity.part", "hours", s.hours(l.NotNeededMinutes), "all", s.hours(l.Minutes))
	case l.Outcome == rpl.Stays && len(l.Met)+len(l.Partly)+len(l.Missing) == 0:
		return s.say("rpl.activity.unmapped", "hours", s.hours(l.Minutes))
	}
	return s.say("rpl.activity.hours", "hours", s.hours(l.Minutes))
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
			partly = append(partly, s.reached(id))
			continue
		}
		s.justify(out, id)
	}
	out.underIf(s.say("rpl.shown"), s.commas(met))
	out.underIf(s.say("rpl.shown.part"), s.commas(partly))
	out.underIf(s.say("rpl.shown.not"), s.commas(s.labels(l.Missing)))
}

// reached is the label of a statement, and how much of it is shown if that is not all.
func (s *recognition) reached(id ksb.StatementID) string {
	label := s.label(string(id))
	if st := s.byID[string(id)]; st != nil && !st.Met() {
		return s.say("rpl.reached", "label", label, "level", int(st.Level), "needed", int(st.Needed))
	}
	return label
}

// justify says of a statement what is shown and by which evidence.
func (s *recognition) justify(out *rplSection, id ksb.StatementID) {
	st := s.byID[string(id)]
	if st == nil {
		return
	}
	out.about(s.reached(id), st.Text)
	for _, e := range st.Evidence {
		out.deep(s.piece(e))
	}
	if d := st.Override; d != nil && st.Met() {
		out.deep(s.say("rpl.decided", "by", orElse(d.By, s.say("rpl.decided.nobody")), "day", orElse(d.At.String(), s.say("rpl.decided.no-day")), "reason", orElse(d.Reason, s.say("rpl.decided.no-reason"))))
	}
}

// piece says what a piece of evidence is, from whom and from when.
func (s *recognition) piece(e rpl.Piece) string {
	kind := s.EvidenceKind(e.Kind)
	if key := "rpl.evidence." + e.Kind.String(); s.words.Has(key) {
		kind = s.say(key)
	}
	said := kind + " " + e.ID
	if e.By != "" {
		said = s.say("rpl.piece.by", "piece", said, "by", e.By)
	}
	if e.As != "" {
		said = s.say("rpl.piece.as", "piece", said, "as", s.Party(e.As))
	}
	if e.At != 0 {
		said = s.say("rpl.piece.at", "piece", said, "day", e.At.String())
	}
	if e.Until != 0 {
		said = s.say("rpl.piece.until", "piece", said, "day", e.Until.String())
	}
	if c := e.Carried; c != nil {
		said = s.say("rpl.piece.carried", "piece", said, "from", string(c.From), "share", s.Percent(c.Relevance))
	}
	return said
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

// edition is a standard with the edition of the role.
func (s *recognition) edition(standard string) string {
	if s.r.Role.Edition == "" {
		return standard
	}
	return strings.TrimSpace(s.say("rpl.edition", "standard", standard, "edition", s.r.Role.Edition))
}

func (s *recognition) method(m rpl.Method) string {
	if key := "rpl.method." + m.String(); s.words.Has(key) {
		return s.say(key)
	}
	return s.say("rpl.method.activity")
}
