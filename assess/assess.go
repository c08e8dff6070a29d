package assess

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/ksb"
)

// ErrOtherEngine is returned for a profile that another engine made: its numbers
// rest on another policy or other standards.
var ErrOtherEngine = errors.New("profile of another engine")

// Assess reports where the worker of a profile stands against a role. The error
// wraps [ksb.ErrUnknownRole] or [ErrOtherEngine]; there is no other.
func (e *Engine) Assess(p *Profile, role ksb.RoleID) (*Report, error) {
	brief, known := e.ix.Brief(role)
	switch {
	case !known:
		return nil, fmt.Errorf("assess: %w: %q", ksb.ErrUnknownRole, role)
	case p.engine != e:
		return nil, fmt.Errorf("assess: %w", ErrOtherEngine)
	}
	a := &assessment{Engine: e, p: p, brief: brief, report: newReport(e, p, brief.Role)}
	a.gather()
	a.fillGaps()
	a.addUp()
	a.fillNext()
	a.rank()
	a.fillDuties()
	a.fillGates()
	a.fillHeld()
	a.fillFindings()
	a.decide()
	return a.report, nil
}

func newReport(e *Engine, p *Profile, r *ksb.Role) *Report {
	return &Report{
		Format: ReportFormat, Worker: p.worker, AsOf: p.asOf,
		Role:  RoleName{ID: r.ID, Edition: r.Edition, Title: r.Title},
		Gaps:  make([]Gap, len(r.Requirements)),
		Basis: Basis{Index: e.ix.Fingerprint(), Policy: e.policy, Model: e.model.Name(), Engine: EngineVersion, Links: e.carriedOver},
	}
}

// assessment is a report in the making. needs[i] is the state of brief.Needs[i].
type assessment struct {
	*Engine
	p        *Profile
	brief    *ksb.Brief
	report   *Report
	needs    []need
	findings []Finding
	shelf    shelf
}

// shelf is memory that the gaps of one report share, so that a long report asks for
// it once.
type shelf struct {
	levels  []float64
	parts   []Part
	numbers Numbers
	live    []belief.Piece
	adds    []belief.Contribution
}

// stock makes room for the gaps of all needs.
func (a *assessment) stock() {
	levels, parts := 0, 0
	for i, q := range a.brief.Needs {
		levels += a.scales[q.Statement].Top
		if s := a.needs[i].standing; s != nil {
			parts += len(s.pieces)
		}
	}
	a.shelf.levels = make([]float64, 0, levels)
	a.shelf.parts = make([]Part, 0, parts)
	a.shelf.numbers = make(Numbers, 0, 3*len(a.needs))
}

// taken returns what was added to a shelf since it had a length, closed to appending.
func taken[T any](shelf []T, since int) []T { return shelf[since:len(shelf):len(shelf)] }

// need is one requirement with the evidence and the override that bear on it.
type need struct {
	standing *standing // nil: no evidence
	override *Override // nil: none
	prior    *prior
	ledger   Status // by the numbers alone
	status   Status // as shown
}

// mark is what the evidence says at a level.
func (n *need) mark(l ksb.Level) *mark {
	if n.standing == nil {
		return &n.prior.marks[l-1]
	}
	return &n.standing.marks[l-1]
}

func (n *need) spread() spread {
	if n.standing == nil {
		return n.prior.spread
	}
	return n.standing.spread
}

// outside: a person decided that the requirement does not apply.
func (n *need) outside() bool { return n.override.takesOut() }

// gather finds the standing and the override of every need, those by code included,
// and tells the status.
func (a *assessment) gather() {
	a.needs = make([]need, len(a.brief.Needs))
	for i, q := range a.brief.Needs {
		n := &a.needs[i]
		n.prior = a.priors[q.Statement]
		if at := a.p.place[q.Statement]; at > 0 {
			n.standing = &a.p.standings[at-1]
		}
		n.override = a.p.latest(a.p.decided[q.Statement])
	}
	if len(a.p.coded)+len(a.p.codedOver) > 0 {
		a.gatherByCode()
	}
	for i, q := range a.brief.Needs {
		n := &a.needs[i]
		n.ledger = a.policy.status(n.mark(q.Level), q.Critical)
		n.status = shown(n.ledger, n.override)
	}
}

// shown is the status after the override.
func shown(ledger Status, o *Override) Status {
	switch {
	case o.takesOut():
		return NotApplicable
	case o == nil || o.Met == nil:
		return ledger
	case *o.Met:
		return Met
	}
	return BelowLevel
}

// gatherByCode resolves references by code within the role: a code that no
// requirement has, or two have, is a finding, and the reference is left out.
func (a *assessment) gatherByCode() {
	at := a.codes()
	b := &bench{engine: a.Engine}
	added := map[int][]reference{}
	for _, code := range slices.Sorted(maps.Keys(a.p.coded)) {
		refs := a.p.coded[code]
		if i := a.find(at, code, refs); i >= 0 {
			added[i] = append(added[i], refs...)
		}
	}
	for i, refs := range added { // any order: each need has its own place
		number := a.brief.Needs[i].Statement
		if old := a.needs[i].standing; old != nil {
			refs = append(slices.Clone(old.refs), refs...)
		}
		var marks []mark
		s := a.p.stand(b, &marks, number, refs)
		s.marks = marks
		a.needs[i].standing = &s
	}
	if len(added) > 0 && a.carries() {
		a.carryAgain()
	}
	if len(added) > 0 && a.infers() {
		a.inferAgain()
	}
	a.gatherOverrides(at)
}

// codes is the position of the need of each code, -1 where two needs have it.
func (a *assessment) codes() map[string]int {
	at := make(map[string]int, len(a.brief.Needs))
	for i, q := range a.brief.Needs {
		code := a.ix.StatementAt(q.Statement).Code
		if _, twice := at[code]; twice {
			i = -1
		}
		at[code] = i
	}
	return at
}

// find is the position of the need of a code, or -1 with a finding for each piece.
func (a *assessment) find(at map[string]int, code string, refs []reference) int {
	i, known := at[code]
	if known && code != "" && i >= 0 {
		return i
	}
	for _, r := range refs {
		a.findings = append(a.findings, finding("reference", referenceFault(known && code != ""), "", r.id, code))
	}
	return -1
}

func referenceFault(ambiguous bool) string {
	if ambiguous {
		return "reference-ambiguous"
	}
	return "reference-unknown"
}

// gatherOverrides resolves the overrides by code.
func (a *assessment) gatherOverrides(at map[string]int) {
	all := map[int][]int{}
	for _, code := range slices.Sorted(maps.Keys(a.p.codedOver)) {
		i, known := at[code]
		if !known || code == "" || i < 0 {
			a.findings = append(a.findings, finding("reference", referenceFault(known && code != ""), "", "", code))
			continue
		}
		all[i] = append(all[i], a.p.codedOver[code]...)
	}
	for i, positions := range all { // any order: each need has its own place
		both := append(positions, a.p.decided[a.brief.Needs[i].Statement]...)
		a.needs[i].override = a.p.latest(both)
	}
}
