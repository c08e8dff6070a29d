package rpl

import (
	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// Prior is what a person can show before the programme begins, statement by statement.
type Prior struct {
	Worker     string
	Role       assess.RoleName
	AsOf       ksb.Date // of the assessment; 0: not known
	Statements []Standing
}

// Standing is where a person stands on one statement of the standard.
type Standing struct {
	Statement ksb.StatementID  `json:"statement"`
	Code      string           `json:"code"`
	Text      string           `json:"text"`
	Level     int64            `json:"level"`  // shown, at most the level needed
	Needed    int64            `json:"needed"` // above 0
	Evidence  []Piece          `json:"evidence"`
	Override  *assess.Override `json:"override"` // a person's decision, if the standing rests on one

	ownWord bool // a claim in a skills scan without evidence
}

// Met tells whether all that is needed is shown.
func (s Standing) Met() bool { return s.Level >= s.Needed }

// Piece is a piece of evidence that justifies a standing, for an auditor to look up.
type Piece struct {
	ID    string              `json:"id"`
	Kind  assess.EvidenceKind `json:"kind"`
	By    string              `json:"by"`
	As    assess.Party        `json:"as"`
	At    ksb.Date            `json:"at"`
	Until ksb.Date            `json:"until"` // last valid day; 0: it has none

	Carried *assess.Carried `json:"carried,omitempty"` // the confirmed link that it came over; nil: it names the statement itself
}

// FromReport takes what a report calls met as prior learning, and below that the
// greatest level that is held. The evidence of a standing is what others than the person
// gave: for one that is met the pieces that speak for it, for one that is shown in part
// all that were weighed.
func FromReport(r *assess.Report) Prior {
	held := map[ksb.StatementID]ksb.Level{}
	for _, h := range r.Held.Levels {
		held[h.Statement] = h.Level
	}
	p := Prior{Worker: r.Worker, Role: r.Role, AsOf: r.AsOf}
	for i := range r.Gaps {
		p.Statements = append(p.Statements, standing(&r.Gaps[i], held[r.Gaps[i].Statement]))
	}
	return p
}

// standing: the shown status decides, so a gap that is not met is at most one level
// below, whatever the ledger makes of the evidence.
func standing(g *assess.Gap, held ksb.Level) Standing {
	s := Standing{Statement: g.Statement, Code: g.Code, Text: g.Text, Needed: int64(g.Level), Override: g.Override, Evidence: []Piece{}}
	switch {
	case g.Status == assess.Met:
		s.Level = s.Needed
	case g.Status != assess.NotApplicable:
		s.Level = max(min(int64(held), s.Needed-1), 0)
	}
	if s.Level == 0 {
		return s
	}
	for _, part := range g.Parts {
		speaks := part.For > part.Against || !s.Met() && part.For+part.Against > 0
		if speaks && part.Kind != assess.Self {
			s.Evidence = append(s.Evidence, Piece{part.Evidence, part.Kind, part.By, part.As, part.At, part.Until, part.Carried})
		}
	}
	return s
}

// finder resolves the references of activities: an ID outranks a code.
type finder struct {
	all    []Standing
	byID   map[string]int
	byCode map[string][]int
}

func newFinder(p Prior) *finder {
	f := &finder{all: p.Statements, byID: map[string]int{}, byCode: map[string][]int{}}
	for i, s := range p.Statements {
		f.byID[string(s.Statement)] = i
		if s.Code != "" {
			f.byCode[s.Code] = append(f.byCode[s.Code], i)
		}
	}
	return f
}

// find returns the position of the one statement that a reference means.
func (f *finder) find(reference string) (int, bool) {
	if i, known := f.byID[reference]; known {
		return i, true
	}
	if fits := f.byCode[reference]; len(fits) == 1 {
		return fits[0], true
	}
	return 0, false
}
