package assess

import (
	"math"
	"slices"
)

// zScore leaves 5 % of a normal distribution above it.
const zScore = 1.6448536269514722

// addUp makes the three numbers of the role out of the requirements that apply. The
// gaps still stand in the order of the codes, so the ranking does not touch the digits.
func (a *assessment) addUp() {
	r := a.report
	asked, importance := a.totals()
	var known, spreads, squares float64
	for i := range r.Gaps {
		g := &r.Gaps[i]
		if g.tier == outside {
			continue
		}
		v := g.variance()
		squares += float64(g.Importance * g.Importance * v)
		spreads += float64(g.Importance * math.Sqrt(v))
		known += float64(g.Importance * (1 - g.Uncertainty))
		g.Share = g.Priority / asked
		r.Estimate += g.Share
	}
	if r.Of == 0 {
		return
	}
	r.Estimate = 1 - r.Estimate
	r.Assured /= importance
	r.Coverage = known / importance
	rho := a.policy.ErrorCorrelation
	half := zScore * math.Sqrt(float64((1-rho)*squares)+float64(rho*spreads*spreads)) / asked
	r.Low, r.High = max(r.Estimate-half, 0), min(r.Estimate+half, 1)
}

// totals counts the requirements that apply and those met by the ledger, and returns
// what the role asks in rungs weighed by importance, and the sum of the importance.
// Assured is left as the importance of the met.
func (a *assessment) totals() (asked, importance float64) {
	r := a.report
	for i, q := range a.brief.Needs {
		n := &a.needs[i]
		if n.outside() {
			continue
		}
		r.Of++
		asked += float64(q.Importance * float64(q.Level))
		importance += q.Importance
		if n.ledger == Met {
			r.Met++
			r.Assured += q.Importance
		}
	}
	return asked, importance
}

// fillDuties says the same of each duty, over the statements that it names.
func (a *assessment) fillDuties() {
	a.report.Duties = make([]DutyReadiness, len(a.brief.Duties))
	for i := range a.brief.Duties {
		d := &a.brief.Duties[i]
		out := DutyReadiness{Duty: d.Duty.ID, Code: d.Duty.Code, Text: d.Duty.Text, Importance: d.Share}
		var asked, short, importance float64
		for _, at := range d.Needs {
			q, n := a.brief.Needs[at], &a.needs[at]
			if n.outside() {
				continue
			}
			out.Of++
			importance += q.Importance
			asked += float64(q.Importance * float64(q.Level))
			short += float64(q.Importance * n.shortfall(q.Level))
			if n.ledger == Met {
				out.Met++
				out.Assured += q.Importance
			}
		}
		if out.Of > 0 {
			out.Assured /= importance
			out.Estimate = 1 - short/asked
		}
		a.report.Duties[i] = out
	}
}

// fillNext lists what is worth assessing, by the variance of the decision, while the
// gaps still stand in the order of the codes. An override changes no order: what the
// ledger leaves open stays here.
func (a *assessment) fillNext() {
	var worth []sortKey
	for i := range a.report.Gaps {
		g := &a.report.Gaps[i]
		if g.tier == outside || g.ledger == Met || g.ledger == BelowLevel {
			continue
		}
		key := g.sortKey(a.value(g), i)
		key.tier = 0 // critical statements come first by their value alone
		worth = append(worth, key)
	}
	slices.SortFunc(worth, sortKey.compare)
	a.report.Next = make([]Probe, len(worth))
	for i, key := range worth {
		a.report.Next[i] = Probe{key.gap.Statement, a.value(key.gap)}
	}
}

// value is the variance of the decision, weighed by importance.
func (a *assessment) value(g *Gap) float64 {
	q := g.Probability()
	v := float64(g.Importance * q * (1 - q))
	if g.Critical {
		v *= a.policy.CriticalFactor
	}
	return v
}

// fillHeld lists what the worker holds, in the role and outside it. A person's
// override is not evidence and holds nothing.
func (a *assessment) fillHeld() {
	held := Held{Levels: make([]HeldLevel, 0, len(a.p.standings)), Credentials: a.p.wallet.held()}
	add := func(s *standing) {
		if level := a.policy.heldLevel(s.marks); level > 0 {
			held.Levels = append(held.Levels, HeldLevel{a.ix.StatementAt(s.number).ID, level})
		}
	}
	byCode := map[int32]bool{} // statements that the role resolved references to
	for i := range a.needs {
		if s := a.needs[i].standing; s != nil && !a.p.owns(s) {
			byCode[s.number] = true
			add(s)
		}
	}
	for i := range a.p.standings {
		if s := &a.p.standings[i]; !byCode[s.number] {
			add(s)
		}
	}
	slices.SortFunc(held.Levels, func(x, y HeldLevel) int { return compareNatural(string(x.Statement), string(y.Statement)) })
	a.report.Held = held
}

// owns tells whether a standing is the profile's own, and not made for one role.
func (p *Profile) owns(s *standing) bool {
	at := p.place[s.number]
	return at > 0 && &p.standings[at-1] == s
}
