package edition

import (
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb/diff"
)

// Move takes a worker's evidence and overrides from the older role of the changes to the
// newer. The worker returned has what counts without anybody's word; w is not changed.
// Nothing is lost silently: what is not in the worker returned is in Moved.
func Move(w assess.Worker, c diff.Changes) (assess.Worker, Moved) {
	m := newMover(w, c)
	out := w
	out.Evidence = m.evidence(w)
	out.Overrides = m.overrides(w.Overrides)
	return out, m.moved
}

// mover knows the statements of both roles by what a reference may call them.
type mover struct {
	moved  Moved
	pairs  []diff.Pair[diff.Statement]
	byID   map[string]int  // of the older role: position in pairs
	byCode map[string]int  // of the older role; twice: the code of two statements
	codes  map[string]bool // of the newer role
	ids    map[string]bool // of the newer role
}

const twice = -1

func newMover(w assess.Worker, c diff.Changes) *mover {
	m := &mover{
		moved: Moved{Format: Format, Worker: w.ID, From: c.From, To: c.To, Statements: []Statement{}},
		pairs: c.Statements, byID: map[string]int{}, byCode: map[string]int{}, codes: map[string]bool{}, ids: map[string]bool{},
	}
	for i, fate := range c.Carry() {
		m.moved.Statements = append(m.moved.Statements, m.statement(i, fate))
	}
	return m
}

// statement enters one under its names.
func (m *mover) statement(i int, fate diff.Fate) Statement {
	pair := m.pairs[i]
	s := Statement{Fate: fate, Words: pair.Words}
	if from := pair.From; from != nil {
		s.Text = from.Text
		m.byID[string(from.ID)] = i
		if _, known := m.byCode[from.Code]; known {
			i = twice
		}
		m.byCode[from.Code] = i
	}
	if to := pair.To; to != nil {
		s.Text = to.Text
		m.codes[to.Code], m.ids[string(to.ID)] = true, true
	}
	if s.Outcome == diff.Carried && pair.Has(diff.Scale) {
		s.Outcome = diff.Confirm
	}
	return s
}

// evidence is what carries over, each piece with the references that do.
func (m *mover) evidence(w assess.Worker) (list []assess.Evidence) {
	ids := w.EvidenceIDs()
	for i, e := range w.Evidence {
		before := e.Statements
		e.ID, e.Statements = ids[i], nil
		for _, ref := range before {
			if name, stays := m.refer(ids[i], ref.ID); stays {
				e.Statements = append(e.Statements, assess.StatementRef{ID: name, Level: ref.Level})
			}
		}
		if len(e.Statements) > 0 || len(before) == 0 {
			list = append(list, e)
		}
	}
	return list
}

// refer notes a reference and returns what it is called now, if it stays.
func (m *mover) refer(evidence, name string) (now string, stays bool) {
	i, why := m.find(name)
	if why != "" {
		return name, m.unplaced(Reference{evidence, name, why})
	}
	s := &m.moved.Statements[i]
	if !slices.Contains(s.Evidence, evidence) {
		s.Evidence = append(s.Evidence, evidence)
	}
	return string(s.To), s.Outcome == diff.Carried
}

// find tells which statement of the older role a name means, or why none.
func (m *mover) find(name string) (int, Why) {
	if i, known := m.byID[name]; known {
		return i, ""
	}
	i, known := m.byCode[name]
	switch {
	case known && name != "" && i != twice:
		return i, ""
	case known && name != "":
		return 0, TwoOfCode
	case m.codes[name] && !m.ids[name]:
		return 0, NewerCode
	}
	return 0, NotAsked
}

// unplaced keeps a reference that is about no statement of the older role, and tells
// whether it stays as it is.
func (m *mover) unplaced(r Reference) (stays bool) {
	if r.Why == NotAsked {
		m.moved.Elsewhere = append(m.moved.Elsewhere, r)
		return true
	}
	m.moved.Held = append(m.moved.Held, r)
	return false
}

// overrides are those that still stand: a person decided on what was required, so nothing
// about that may have changed.
func (m *mover) overrides(before []assess.Override) (list []assess.Override) {
	for _, o := range before {
		i, why := m.find(o.Statement)
		stays := false
		if why != "" {
			stays = m.unplaced(Reference{Statement: o.Statement, Why: why})
		} else {
			s, pair := &m.moved.Statements[i], m.pairs[i]
			stays = s.Outcome == diff.Carried && !pair.Has(diff.Level) && !pair.Has(diff.Critical)
			s.Overrides = append(s.Overrides, Override{o.By, o.At, stays})
			o.Statement = string(s.To)
		}
		if stays {
			list = append(list, o)
		}
	}
	return list
}
