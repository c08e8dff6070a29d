package assess

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// because gives the reasons of a gap: first the one that decided the status, with
// the numbers that were compared, then what else a person should see beside it.
func (a *assessment) because(n *need, q ksb.Need) []Reason {
	reasons := []Reason{a.decisive(n, q)}
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
	if own := s.ids(func(p *piece) bool { return p.evidence.Kind == Self && !p.expired }); len(own) > 0 && len(own) == len(s.ids(live)) {
		add("only-self", own...)
	}
	if lapsed := s.ids(func(p *piece) bool { return p.expired }); len(lapsed) > 0 && n.ledger != Expired {
		add("lapsed", lapsed...)
	}
	if len(s.waiting) > 0 {
		add("waiting", s.waiting...)
	}
	return reasons
}

func live(p *piece) bool { return !p.expired }

// ids of the pieces for which is holds.
func (s *standing) ids(is func(*piece) bool) (list []string) {
	for i := range s.pieces {
		if is(&s.pieces[i]) {
			list = append(list, s.pieces[i].id)
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
	probable := Number{"probability", m.q}
	numbers := Numbers{probable, {"needed", least}}
	var refs []string
	switch n.ledger {
	case Met:
		numbers = append(numbers, Number{"believedByOthers", m.others.Belief})
	case Contested:
		numbers = Numbers{{"conflict", m.conflict}, {"limit", a.policy.Contested}}
		refs = n.standing.ids(live)
	case Expired:
		refs = n.standing.ids(func(p *piece) bool { return p.expired })
	case NotEvidenced:
		numbers = Numbers{{"certaintyOfOthers", m.others.Belief + m.others.Disbelief}, {"needed", a.policy.NotEvidenced}}
	case BelowLevel:
		numbers = append(numbers, Number{"disbelief", m.opinion.Disbelief})
	}
	return reason(n.ledger.String(), numbers, refs)
}

func reason(code string, numbers Numbers, refs []string) Reason {
	if numbers == nil {
		numbers = Numbers{}
	}
	return Reason{Code: code, Numbers: numbers, Refs: nonNil(slices.Clone(refs))}
}
