package assess

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// because gives the reasons of a gap: first the one that decided the status, with
// the numbers that were compared, then what else a person should see beside it.
func (a *assessment) because(n *need, q ksb.Need) []Reason {
	reasons := append(make([]Reason, 0, 3), a.decisive(n, q))
	add := func(code string, refs ...string) { reasons = append(reasons, reason(code, nil, refs)) }
	if o := n.override; o != nil {
		add("overridden", o.By)
	}
	if q.Critical && n.ledger != Met && !n.outside() {
		add("critical")
	}
	s := n.standing
	if s == nil || len(s.pieces) == 0 {
		add("no-evidence")
	}
	if s == nil {
		return reasons
	}
	if support, counter := s.extra.at(q.Level); support+counter > 0 {
		numbers := a.figures(Number{"for", support}, Number{"against", counter})
		reasons = append(reasons, reason("inferred", numbers, a.inferredFrom(s, q.Level)))
		if m := n.mark(q.Level); a.policy.met(m.q, m.others.Belief, q.Critical) && !a.policy.metBy(m, q.Critical) {
			add("inferred-not-enough")
		}
	}
	if own := s.ids(isOwn); len(own) > 0 && !slices.ContainsFunc(s.pieces, isOthers) {
		add("only-self", own...)
	}
	if lapsed := s.ids(hasExpired); len(lapsed) > 0 && n.ledger != Expired {
		add("lapsed", lapsed...)
	}
	if len(s.waiting) > len(s.rejected) {
		isRejected := func(id string) bool { return slices.Contains(s.rejected, id) }
		add("waiting", slices.DeleteFunc(slices.Clone(s.waiting), isRejected)...)
	}
	if len(s.rejected) > 0 {
		add("rejected", s.rejected...)
	}
	return reasons
}

func live(p piece) bool       { return !p.expired }
func hasExpired(p piece) bool { return p.expired }
func isOwn(p piece) bool      { return !p.expired && p.evidence.Kind == Self }
func isOthers(p piece) bool   { return !p.expired && p.evidence.Kind != Self }

// ids of the pieces for which is holds; without evidence there are none.
func (s *standing) ids(is func(piece) bool) (list []string) {
	if s == nil {
		return nil
	}
	for _, p := range s.pieces {
		if is(p) {
			list = append(list, p.id)
		}
	}
	return list
}

// decisive is the comparison that the ledger's status rests on.
func (a *assessment) decisive(n *need, q ksb.Need) Reason {
	m := n.mark(q.Level)
	least := a.policy.Met
	if q.Critical {
		least = a.policy.MetCritical
	}
	probable, needed := Number{"probability", m.q}, Number{"needed", least}
	switch n.ledger {
	case Met:
		return reason("met", a.figures(probable, needed, Number{"believedByOthers", m.others.Belief}), nil)
	case Contested:
		conflict := a.figures(Number{"conflict", m.conflict}, Number{"limit", a.policy.Contested})
		return reason("contested", conflict, n.standing.ids(live))
	case Expired:
		lapsed := n.standing.ids(hasExpired)
		return reason("expired", a.figures(probable, needed), lapsed)
	case NotEvidenced:
		certainty := Number{"certaintyOfOthers", m.looked}
		return reason("not-evidenced", a.figures(certainty, Number{"needed", a.policy.NotEvidenced}), nil)
	case BelowLevel:
		return reason("below", a.figures(probable, needed, Number{"disbelief", m.opinion.Disbelief}), nil)
	}
	return reason("uncertain", a.figures(probable, needed), nil)
}

// figures puts numbers on the shelf, in the order of their names.
func (a *assessment) figures(numbers ...Number) Numbers {
	since := len(a.shelf.numbers)
	a.shelf.numbers = append(a.shelf.numbers, numbers...)
	put := taken(a.shelf.numbers, since)
	slices.SortFunc(put, compareNames)
	return put
}

func reason(code string, numbers Numbers, refs []string) Reason {
	if numbers == nil {
		numbers = Numbers{}
	}
	return Reason{Code: code, Numbers: numbers, Refs: nonNil(refs)}
}
