package rpl

import (
	"github.com/skillgap-go/skillgap/ksb"
)

// Options are what [Recognise] may be told. The zero Options are the usual ones.
type Options struct {
	Method   Method    // zero: ActivityOmission
	Start    ksb.Date  // of the learner; 0: that of the delivery
	RuleSets []RuleSet // nil: [RuleSets]
}

// Recognise works out what a person's prior learning does to the hours, the duration and
// the price of a programme. The problems are all that is wrong with the delivery; an
// activity that cannot be used stays in the programme. There is no result without a start
// for which rules are known (ErrNoRules), weeks, a band maximum and hours, nor where a
// number would not fit (ErrValue).
func Recognise(d Delivery, p Prior, o Options) (*Result, ksb.Problems) {
	c := &calculation{delivery: d, prior: p, find: newFinder(p), result: newResult(d, p, o)}
	c.checkPrior()
	c.chooseRules(o)
	if c.checkDelivery() && c.checkActivities() && c.rules != nil {
		c.lines()
		c.duration()
		c.hours()
		c.price()
		c.compare()
		c.service()
		c.people()
		c.result.Warnings = append(c.result.Warnings, c.warnings.list...)
		c.keep()
		c.name()
	}
	if c.refused {
		return nil, c.problems.Sort()
	}
	return c.result, c.problems.Sort()
}

// calculation is a result on its way.
type calculation struct {
	delivery   Delivery
	prior      Prior
	find       *finder
	rules      *RuleSet
	activities []planned
	unsound    bool // some activity cannot be used
	saysWeeks  bool // some activity says by how much its absence shortens the programme
	result     *Result
	warnings   warnings
	problems   ksb.Problems
	refused    bool
}

func newResult(d Delivery, p Prior, o Options) *Result {
	r := &Result{
		Format: ResultFormat, Worker: p.Worker, Role: p.Role, AsOf: p.AsOf,
		Delivery: d.ID, Title: d.Title, Provider: d.Provider, Standard: d.Standard, CourseType: d.CourseType, Start: d.Start, Method: o.Method,
		Statements: []Standing{}, Lines: []Line{}, Methods: []MethodResult{}, Warnings: []Warning{}, Keep: []Kept{}, Figures: []Figure{}, Rules: []Rule{},
	}
	if o.Start != 0 {
		r.Start = o.Start
	}
	if r.Method == 0 {
		r.Method = ActivityOmission
	}
	if r.CourseType == 0 {
		r.CourseType = Apprenticeship
	}
	return r
}

// checkPrior: a level has to mean something before it removes hours.
func (c *calculation) checkPrior() {
	listed := map[ksb.StatementID]bool{}
	for _, s := range c.prior.Statements {
		if listed[s.Statement] {
			c.refuse("prior["+string(s.Statement)+"]", ksb.ErrDuplicateID, "%q", s.Statement)
		}
		listed[s.Statement] = true
		if s.Needed < 1 || s.Level < 0 || s.Level > s.Needed {
			c.refuse("prior["+string(s.Statement)+"]", ksb.ErrLevel, "%d of %d", s.Level, s.Needed)
		}
	}
	if c.result.Method > Sliding {
		c.refuse("method", ksb.ErrValue, "%d is no method", c.result.Method)
	}
}

func (c *calculation) chooseRules(o Options) {
	if o.RuleSets == nil {
		o.RuleSets = RuleSets()
	}
	if c.result.Start == 0 {
		c.refuse("start", ksb.ErrMissing, "the rules depend on the day of the start")
		return
	}
	set, err := RuleSetOn(o.RuleSets, c.result.Start)
	if err != nil {
		c.refuse("start", ErrNoRules, "%s: %s", c.result.Start, spans(o.RuleSets))
		return
	}
	c.rules = set
	c.result.RuleSet = RuleSetName{set.ID, set.From, set.Until, set.Edition, set.Source}
	if set.Unconfirmed {
		c.warnings.add(RulesUnconfirmed, RulePrice)
	}
	if c.result.CourseType != Apprenticeship {
		c.warnings.add(NotRequired, RuleEvidence)
	}
}

// name lists the rules that were named. That of the evidence always is: it says what to
// keep.
func (c *calculation) name() {
	named := map[string]bool{RuleEvidence: true}
	for _, f := range c.result.Figures {
		named[f.Rule] = true
	}
	for _, w := range c.result.Warnings {
		named[w.Rule] = true
	}
	for _, r := range c.rules.Rules {
		if named[r.ID] {
			c.result.Rules = append(c.result.Rules, r)
		}
	}
}

// figure accounts for a number by a rule of the set.
func (c *calculation) figure(name string, value int64, unit Unit, rule string, from ...Number) {
	r := c.rules.Rule(rule)
	c.result.Figures = append(c.result.Figures, Figure{name, value, unit, r.ID, r.Says, r.Edition, r.Source, append([]Number{}, from...)})
}
