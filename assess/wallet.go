package assess

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// wallet is what is known of a person's credentials on the as-of day.
type wallet map[ksb.CredentialID]holding

// holding: held, or known not to be held, with the credits gathered so far. A
// credential that is not in the wallet is unknown.
type holding struct {
	held    bool
	credits int
}

// listing is the content of a credential: an exact repetition counts once.
type listing struct {
	id        ksb.CredentialID
	edition   string
	at, until ksb.Date
	credits   int
	held      bool
}

// openWallet reads the credentials: one that is held and valid outweighs any that is
// not; one dated after the day is refused and named; one that has lapsed is not held.
func (p *Profile) openWallet(list []Credential) wallet {
	w, seen := wallet{}, map[listing]bool{}
	for _, c := range list {
		l := listing{c.ID, c.Edition, c.At, c.Until, c.Credits, c.Held == nil || *c.Held}
		if seen[l] {
			continue
		}
		seen[l] = true
		h := w[c.ID]
		switch {
		case p.asOf != 0 && c.At > p.asOf:
			p.findings = append(p.findings, finding("credential", "after-as-of-day", "", "", string(c.ID)))
			continue
		case c.Until != 0 && c.Until < p.asOf:
			p.findings = append(p.findings, finding("credential", "lapsed", "", "", string(c.ID)))
		default:
			h.held = h.held || l.held
			h.credits += c.Credits
		}
		w[c.ID] = h
	}
	return w
}

// held lists the credentials that are held, in natural order.
func (w wallet) held() []ksb.CredentialID {
	list := []ksb.CredentialID{}
	for id, h := range w { // any order: sorted below
		if h.held {
			list = append(list, id)
		}
	}
	slices.SortFunc(list, func(a, b ksb.CredentialID) int { return compareNatural(string(a), string(b)) })
	return list
}
