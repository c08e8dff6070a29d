package rpl

import (
	"cmp"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// people warns of what an auditor would ask about the evidence.
func (c *calculation) people() {
	r := c.result
	if r.AsOf > r.Start {
		c.warnings.add(AssessedAfterStart, RuleEvidence)
	}
	var bare, decided, lapsing, claimed []string
	for _, s := range r.Recognised() {
		switch {
		case s.Override != nil && s.Met():
			decided = append(decided, string(s.Statement))
		case len(s.Evidence) == 0:
			bare = append(bare, string(s.Statement))
		}
		lapsing = append(lapsing, lapsed(s, r.Start)...)
	}
	for _, s := range c.prior.Statements {
		if s.ownWord {
			claimed = append(claimed, string(s.Statement))
		}
	}
	c.warnings.about(DecidedByPerson, RuleEvidence, decided)
	c.warnings.about(NothingOnFile, RuleEvidence, bare)
	c.warnings.about(LapsesBeforeStart, RuleEvidence, distinct(lapsing))
	c.warnings.about(OwnWordOnly, RuleEvidence, claimed)
}

// lapsed are the pieces that will have ended when the programme begins.
func lapsed(s Standing, start ksb.Date) (ids []string) {
	for _, e := range s.Evidence {
		if e.Until != 0 && e.Until < start {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// keep lists what belongs in the evidence pack.
func (c *calculation) keep() {
	r := c.result
	var pieces, decisions []string
	for _, s := range r.Recognised() {
		for _, e := range s.Evidence {
			pieces = append(pieces, e.ID)
		}
		if s.Override != nil && s.Met() {
			decisions = append(decisions, string(s.Statement))
		}
	}
	add := func(code string, refs []string) { r.Keep = append(r.Keep, Kept{code, append([]string{}, refs...)}) }
	add(KeepAssessment, nil)
	if len(pieces) > 0 {
		add(KeepEvidence, distinct(pieces))
	}
	if len(decisions) > 0 {
		add(KeepDecision, decisions)
	}
	add(KeepEmployer, nil)
	add(KeepDiscussion, nil)
	add(KeepStatement, nil)
	add(KeepTrainingPlan, nil)
}

// distinct is the list without repetitions, in natural order: e2 before e10.
func distinct(list []string) []string {
	slices.SortFunc(list, func(a, b string) int {
		return cmp.Or(ksb.CompareCodes(a, b), strings.Compare(a, b))
	})
	return slices.Compact(list)
}
