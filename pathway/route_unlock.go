package pathway

import (
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// Unlock is a role that something brings nearer.
type Unlock struct {
	RoleLabel
	Opens  []ksb.GateID      `json:"opens"`  // gates that are shut and would open
	Closes []ksb.StatementID `json:"closes"` // gaps that it would close, by statement
	// Whole: nothing that is known of stands in the way of the role then: no gate up to the
	// gateway is shut, and no gap is to be closed. Something may be left to look at.
	Whole bool `json:"whole"`
}

// UnlockedByCredential lists the roles of which a credential would open a gate, in the
// order of the Index. The errors are those of package assess.
func (t *Traveller) UnlockedByCredential(id ksb.CredentialID, o RouteOptions) ([]Unlock, error) {
	return t.unlocks(&course{Course: Course{Awards: []ksb.CredentialID{id}}}, o)
}

// UnlockedByCourse lists the roles of which a course would open a gate, by what it awards,
// or close the last gap, in the order of the Index. What the course builds on is taken to
// be there. The errors are [ErrUnknownCourse] and those of package assess.
func (t *Traveller) UnlockedByCourse(id string, o RouteOptions) ([]Unlock, error) {
	at := slices.IndexFunc(t.atlas.planner.courses, func(c *course) bool { return c.ID == id })
	if at < 0 {
		return nil, fmt.Errorf("unlocked: %w: %q", ErrUnknownCourse, id)
	}
	return t.unlocks(t.atlas.planner.courses[at], o)
}

func (t *Traveller) unlocks(c *course, o RouteOptions) ([]Unlock, error) {
	list := []Unlock{}
	for i := range t.atlas.briefs {
		b := &t.atlas.briefs[i]
		if b.OptionOf != "" || b.Role.ID == t.in {
			continue
		}
		r, err := t.report(b.Role.ID)
		if err != nil {
			return nil, fmt.Errorf("unlocked: %w", err)
		}
		if u := t.unlock(c, r, t.assume(o)); len(u.Opens) > 0 || u.Whole && len(u.Closes) > 0 {
			list = append(list, u)
		}
	}
	return list, nil
}

// unlock is what a course does for one role.
func (t *Traveller) unlock(c *course, r *assess.Report, assumeUnmet bool) Unlock {
	u := Unlock{RoleLabel: t.atlas.label(r.Role.ID), Opens: []ksb.GateID{}, Closes: []ksb.StatementID{}, Whole: true}
	earned := purse{credentials: map[ksb.CredentialID]bool{}, credits: map[ksb.CredentialID]int{}}
	for _, id := range r.Held.Credentials {
		earned.credentials[id] = true
	}
	earned.earn(c)
	for _, g := range r.Gates {
		switch {
		case g.State == assess.GateMet:
		case earned.opens(g):
			u.Opens = append(u.Opens, g.Gate)
		case g.Phase <= ksb.Gateway:
			u.Whole = false
		}
	}
	for _, g := range t.goals(r, assumeUnmet) {
		if id := t.atlas.ix.StatementAt(g.statement).ID; c.teachesTo(id) >= g.level {
			u.Closes = append(u.Closes, id)
		} else {
			u.Whole = false
		}
	}
	return u
}
