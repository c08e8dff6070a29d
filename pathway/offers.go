package pathway

import (
	"cmp"
	"slices"
	"strings"

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
				l.Offers = append(l.Offers, t.cheapest(ksb.CredentialID(thing))...)
			}
		}
		if len(l.Offers) > 0 {
			list = append(list, l)
		}
	}
	return list
}

// awarding are the courses that award a credential and that the question allows.
func (t *task) awarding(id ksb.CredentialID) (list []int) {
	place := t.number.others[fact{credential: id}]
	if place == nil || *place == 0 || *place > len(t.givers) {
		return nil
	}
	for _, c := range t.givers[*place-1] {
		if t.barred[c] == "" {
			list = append(list, c)
		}
	}
	return list
}

// cheapest are the offers of a credential that cost least.
func (t *task) cheapest(id ksb.CredentialID) (list []Offer) {
	for _, i := range t.awarding(id) {
		c := t.courses[i]
		made := Offer{id, c.ID, t.pence[i], c.Minutes, c.Weeks}
		if len(list) == mostOffers && made.compare(list[mostOffers-1]) > 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(list, made, Offer.compare)
		list = slices.Insert(list[:min(len(list), max(at, mostOffers-1))], at, made)
	}
	return list
}

// compare orders offers: 1. pence; 2. minutes; 3. weeks; 4. the ID of the course.
func (o Offer) compare(p Offer) int {
	return cmp.Or(cmp.Compare(o.CostPence, p.CostPence), cmp.Compare(o.Minutes, p.Minutes), cmp.Compare(o.Weeks, p.Weeks), strings.Compare(o.Course, p.Course))
}
