package assess

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// Matched is a worker and a role, how near they are to each other, and why. Its numbers
// are those of the report on them.
type Matched struct {
	Worker   string   `json:"worker"`
	Role     RoleName `json:"role"`
	Ready    Verdict  `json:"ready"`
	Met      int      `json:"met"`
	Of       int      `json:"of"`
	Assured  float64  `json:"assured"`
	Belief   float64  `json:"belief"`   // importance x belief over importance, as in a Match
	Coverage float64  `json:"coverage"` // how much of the role has been looked at
	// CriticalNotMet is how many critical requirements are not met.
	CriticalNotMet int          `json:"criticalNotMet"`
	Shown          []Ground     `json:"shown"`   // what speaks for it: the met, the most important first
	Develop        []Ground     `json:"develop"` // shown to be missing or out of date, in the order of the report
	Assess         []Ground     `json:"assess"`  // nobody knows, or sources disagree, in the order of the report
	Shut           []ksb.GateID `json:"shut"`    // gates that are not met, in the order of the report
}

// Ground is a requirement that speaks for or against a match.
type Ground struct {
	Statement ksb.StatementID `json:"statement"`
	Code      string          `json:"code"`
	Text      string          `json:"text"`
	Critical  bool            `json:"critical,omitempty"`
	Status    Status          `json:"status"`
}

// Compare orders matches of different workers, or of different roles: 1. Assured,
// descending; 2. Belief, descending, both rounded to six decimals; 3. the natural order
// of the roles, then of the workers. Readiness by a policy of gates comes into it
// nowhere: a gate is never points.
func (m Matched) Compare(n Matched) int {
	return cmp.Or(
		cmp.Compare(round6(n.Assured), round6(m.Assured)),
		cmp.Compare(round6(n.Belief), round6(m.Belief)),
		compareNatural(string(m.Role.ID), string(n.Role.ID)),
		compareNatural(m.Worker, n.Worker),
	)
}

// Roles matches a worker to every role and gives reasons for the nearest: at most top of
// them, with at most few grounds of each kind. Which are nearest is said by
// [Engine.Nearest], which counts no references by code; the reports on those few do, so
// the numbers of a role may be better than its place. Roles of options are left out, as
// they stand behind the whole role. The error wraps [ErrOtherEngine].
func (e *Engine) Roles(p *Profile, top, few int) ([]Matched, error) {
	list := []Matched{}
	for m := range e.Nearest(p) {
		if brief, _ := e.ix.Brief(m.Role); brief.OptionOf != "" {
			continue
		}
		if len(list) >= top {
			break
		}
		r, err := e.Assess(p, m.Role)
		if err != nil {
			return nil, fmt.Errorf("match: %w", err)
		}
		list = append(list, matched(r, few))
	}
	return list, nil
}

// People matches a role to workers, the nearest first (see [Matched.Compare]), with at
// most few grounds of each kind. References by code count. The errors wrap
// [ksb.ErrUnknownRole] and [ErrOtherEngine].
func (e *Engine) People(role ksb.RoleID, profiles iter.Seq[*Profile], few int) ([]Matched, error) {
	list := []Matched{}
	for p := range profiles {
		r, err := e.Assess(p, role)
		if err != nil {
			return nil, fmt.Errorf("match: %w", err)
		}
		list = append(list, matched(r, few))
	}
	slices.SortStableFunc(list, Matched.Compare)
	return list, nil
}

// matched takes the reasons out of a report.
func matched(r *Report, few int) Matched {
	m := Matched{
		Worker: r.Worker, Role: r.Role, Ready: r.Ready, Met: r.Met, Of: r.Of, Assured: r.Assured, Coverage: r.Coverage,
		Shown: []Ground{}, Develop: []Ground{}, Assess: []Ground{}, Shut: []ksb.GateID{},
	}
	shown := []*Gap{}
	importance := 0.0
	for i := range r.Gaps {
		g := &r.Gaps[i]
		if g.Status == NotApplicable {
			continue
		}
		m.Belief += float64(g.Importance * g.Belief)
		importance += g.Importance
		switch g.Action {
		case Develop, Renew:
			m.Develop = ground(m.Develop, g, few)
		case Assess, Moderate:
			m.Assess = ground(m.Assess, g, few)
		default:
			shown = append(shown, g)
		}
		if g.Critical && g.Status != Met {
			m.CriticalNotMet++
		}
	}
	if importance > 0 {
		m.Belief /= importance
	}
	slices.SortStableFunc(shown, func(a, b *Gap) int {
		return cmp.Or(cmp.Compare(round6(b.Importance), round6(a.Importance)), compareNatural(a.Code, b.Code), compareNatural(string(a.Statement), string(b.Statement)))
	})
	for _, g := range shown {
		m.Shown = ground(m.Shown, g, few)
	}
	for _, g := range r.Gates {
		if g.State == GateNotMet {
			m.Shut = append(m.Shut, g.Gate)
		}
	}
	return m
}

func ground(list []Ground, g *Gap, few int) []Ground {
	if len(list) < few {
		list = append(list, Ground{g.Statement, g.Code, g.Text, g.Critical, g.Status})
	}
	return list
}
