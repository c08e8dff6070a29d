package pathway

import (
	"cmp"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// mostOffers is how many courses are named for a credential that a gate takes.
const mostOffers = 3

// GateLeft is a gate that a plan does not open, though courses award some of what it
// takes. No plan buys a course for a gate unless the question asks for it
// ([Options.With]).
type GateLeft struct {
	Gate ksb.GateID `json:"gate"`
	// Offers are in the order of GateResult.Opens, and of each credential the three courses
	// that cost least, the cheapest first.
	Offers []Offer `json:"offers"`
}

// Offer is a course that awards a credential, and what it takes.
type Offer struct {
	Credential ksb.CredentialID `json:"credential"`
	Course     string           `json:"course"`
	CostPence  int64            `json:"costPence"` // what the employer pays
	Minutes    int64            `json:"minutes"`
	Weeks      int              `json:"weeks"`
}

// offers names what the question allows for the gates that the plan leaves.
func (t *task) offers(left []assess.GateResult, earned purse) (list []GateLeft) {
	for _, g := range left {
		l := GateLeft{Gate: g.Gate}
		for _, thing := range slices.Concat(g.Opens...) {
			asked := func(o Offer) bool { return string(o.Credential) == thing }
			if !earned.has(thing) && !slices.ContainsFunc(l.Offers, asked) {
				l.Offers = append(l.Offers, t.awarding(ksb.CredentialID(thing))...)
			}
		}
		if len(l.Offers) > 0 {
			list = append(list, l)
		}
	}
	return list
}

// awarding are the courses that award a credential and cost least.
func (t *task) awarding(id ksb.CredentialID) (list []Offer) {
	for i := range t.courses {
		if c := &t.courses[i]; t.barred[i] == "" && slices.Contains(c.Awards, id) {
			list = append(list, Offer{id, c.ID, t.pence[i], c.Minutes, c.Weeks})
		}
	}
	slices.SortFunc(list, func(a, b Offer) int {
		return cmp.Or(cmp.Compare(a.CostPence, b.CostPence), cmp.Compare(a.Minutes, b.Minutes), cmp.Compare(a.Weeks, b.Weeks), cmp.Compare(a.Course, b.Course))
	})
	return list[:min(len(list), mostOffers)]
}
