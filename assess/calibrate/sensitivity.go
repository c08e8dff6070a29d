package calibrate

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/ksb"
)

// Move is one parameter of the policy at another value, and what it would change.
type Move struct {
	Parameter string // the key in policy/1, such as "reliability.observation"
	From, To  float64
	Statuses  []StatusChange // in the order of the report
	Ready     [2]assess.Verdict
	Met       [2]int
	Assured   [2]float64 // before and after, as the following
	Estimate  [2]float64
	Top       [2][]ksb.StatementID // the first gaps that are not met
}

// StatusChange is a requirement that would be called something else.
type StatusChange struct {
	Statement ksb.StatementID
	Code      string
	Was, Is   assess.Status
}

// TopMoves: the first gaps would be others, or in another order.
func (m Move) TopMoves() bool { return !slices.Equal(m.Top[0], m.Top[1]) }

// ReadyMoves: the answer to "ready?" would be another.
func (m Move) ReadyMoves() bool { return m.Ready[0] != m.Ready[1] }

// Quiet: nothing a reader sees would change but numbers.
func (m Move) Quiet() bool { return len(m.Statuses) == 0 && !m.TopMoves() && !m.ReadyMoves() }

// Compare orders moves by how much they change: 1. whether readiness does; 2. the number
// of statuses; 3. whether the top of the order does; 4. how far assured moves; 5. how far
// the estimate does, each compared after rounding to six decimals; 6. parameter; 7. the
// new value.
func (m Move) Compare(o Move) int {
	return cmp.Or(
		compareBool(m.ReadyMoves(), o.ReadyMoves()),
		cmp.Compare(len(o.Statuses), len(m.Statuses)),
		compareBool(m.TopMoves(), o.TopMoves()),
		cmp.Compare(distance(o.Assured), distance(m.Assured)),
		cmp.Compare(distance(o.Estimate), distance(m.Estimate)),
		cmp.Compare(m.Parameter, o.Parameter),
		cmp.Compare(m.To, o.To),
	)
}

// compareBool: true comes first.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

func distance(pair [2]float64) float64 { return math.Round(math.Abs(pair[1]-pair[0])*1e6) / 1e6 }

// Tenth is how far [Sensitivity] moves each parameter, up and down, as a share of it.
const Tenth = 0.1

// FirstGaps is how many gaps the top of the order has.
const FirstGaps = 5

// Sensitivity tells what would change if one number of the policy were a tenth greater or
// less: every reliability, half-life and threshold in turn, the rest as it is. Moves
// stand by Move.Compare, those that change most first; a parameter that cannot move (a
// threshold at 0, a share at 1 going up) is left out on that side. Shares stop at 1,
// reliabilities at [belief.MaxReliability], half-lives at whole days. A number that the
// worker's file or the standards give themselves is not the policy's and stays. asOf is
// as for [assess.Engine.Profile]. The errors are those of [assess.New] and
// [assess.Engine.Assess].
func Sensitivity(ix *ksb.Index, w assess.Worker, asOf ksb.Date, role ksb.RoleID, p assess.Policy) ([]Move, error) {
	base, err := assessed(ix, w, asOf, role, p)
	if err != nil {
		return nil, err
	}
	var moves []Move
	for _, parameter := range parameters() {
		for _, share := range []float64{1 - Tenth, 1 + Tenth} {
			other := p
			from, to := parameter.scale(&other, share)
			if from == to {
				continue
			}
			report, err := assessed(ix, w, asOf, role, other)
			if err != nil {
				return nil, fmt.Errorf("%s %v: %w", parameter.key, to, err)
			}
			moves = append(moves, compare(parameter.key, from, to, base, report))
		}
	}
	slices.SortFunc(moves, Move.Compare)
	return moves, nil
}

func assessed(ix *ksb.Index, w assess.Worker, asOf ksb.Date, role ksb.RoleID, p assess.Policy) (*assess.Report, error) {
	engine, err := assess.New(ix, p)
	if err != nil {
		return nil, err
	}
	return engine.Assess(engine.Profile(w, asOf), role)
}

func compare(key string, from, to float64, was, is *assess.Report) Move {
	m := Move{
		Parameter: key, From: from, To: to,
		Ready: [2]assess.Verdict{was.Ready, is.Ready}, Met: [2]int{was.Met, is.Met},
		Assured: [2]float64{was.Assured, is.Assured}, Estimate: [2]float64{was.Estimate, is.Estimate},
		Top: [2][]ksb.StatementID{top(was), top(is)},
	}
	now := map[ksb.StatementID]assess.Status{}
	for i := range is.Gaps {
		now[is.Gaps[i].Statement] = is.Gaps[i].Status
	}
	for i := range was.Gaps {
		g := &was.Gaps[i]
		if now[g.Statement] != g.Status {
			m.Statuses = append(m.Statuses, StatusChange{g.Statement, g.Code, g.Status, now[g.Statement]})
		}
	}
	return m
}

// top are the first gaps with something to do.
func top(r *assess.Report) (list []ksb.StatementID) {
	for i := range r.Gaps {
		if g := &r.Gaps[i]; g.Action != assess.None && len(list) < FirstGaps {
			list = append(list, g.Statement)
		}
	}
	return list
}

// parameter is one number of a policy: where it is, and how far it may go.
type parameter struct {
	key  string
	real func(*assess.Policy) *float64 // nil: whole is it
	days func(*assess.Policy) *int
	most float64
}

func (q parameter) scale(p *assess.Policy, share float64) (from, to float64) {
	if q.real == nil {
		days := q.days(p)
		from = float64(*days)
		to = max(1, math.Round(float64(from*share)))
		if to > q.most {
			return from, from
		}
		*days = int(to)
		return from, to
	}
	at := q.real(p)
	from = *at
	to = math.Round(float64(from*share)*1e9) / 1e9 // 0.8 and a tenth is 0.88
	if share > 1 {
		to = max(from, min(to, q.most))
	}
	if to <= 0 {
		to = from
	}
	*at = to
	return from, to
}

// parameters are all that Sensitivity moves, as policy/1 names them.
func parameters() (list []parameter) {
	for kind := assess.Self; kind <= assess.SignOff; kind++ {
		list = append(list, parameter{key: "reliability." + kind.String(), most: belief.MaxReliability,
			real: func(p *assess.Policy) *float64 { return reliability(p, kind) }})
	}
	days := func(key string, of func(*assess.Policy) *int) {
		list = append(list, parameter{key: "halfLifeDays." + key, days: of, most: math.MaxInt32})
	}
	days("knowledge", func(p *assess.Policy) *int { return &p.HalfLifeDays.Knowledge })
	days("skill", func(p *assess.Policy) *int { return &p.HalfLifeDays.Skill })
	days("behaviour", func(p *assess.Policy) *int { return &p.HalfLifeDays.Behaviour })
	threshold := func(key string, of func(*assess.Policy) *float64) {
		list = append(list, parameter{key: key, real: of, most: 1})
	}
	threshold("met", func(p *assess.Policy) *float64 { return &p.Met })
	threshold("metCritical", func(p *assess.Policy) *float64 { return &p.MetCritical })
	threshold("nonSelfBelief", func(p *assess.Policy) *float64 { return &p.NonSelfBelief })
	threshold("contested", func(p *assess.Policy) *float64 { return &p.Contested })
	threshold("notEvidenced", func(p *assess.Policy) *float64 { return &p.NotEvidenced })
	threshold("belowProbability", func(p *assess.Policy) *float64 { return &p.BelowProbability })
	threshold("belowDisbelief", func(p *assess.Policy) *float64 { return &p.BelowDisbelief })
	threshold("readyShare", func(p *assess.Policy) *float64 { return &p.ReadyShare })
	return list
}
