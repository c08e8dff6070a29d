package main

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// reuse is what is there before anything new. A need is a statement for a person;
// asked = held + provided + the people of the residue.
type reuse struct {
	Asked    int       `json:"asked"`
	Held     int       `json:"held"`
	Provided int       `json:"provided"` // courses that are there already can teach it
	Residue  []residue `json:"residue"`  // in the order of the codes
}

// residue is a statement that some can get only by something new.
type residue struct {
	Statement ksb.StatementID `json:"statement"`
	People    []string        `json:"people"`
	Courses   []string        `json:"courses"` // bought for it, in order of bytes
	Without   []string        `json:"without"` // those of the people for whom no course does
}

func (p *pilot) reuse() reuse {
	r := reuse{Residue: []residue{}}
	var ids []ksb.StatementID
	for _, m := range p.members() {
		s := p.standing(m, today)
		r.Asked, r.Held, r.Provided = r.Asked+s.Of, r.Held+len(s.Shown), r.Provided+len(m.plan.Reuse.Closes)
		ids = append(ids, m.plan.Reuse.Residue...)
	}
	for _, id := range p.now.sorted(ids) {
		r.Residue = append(r.Residue, p.residue(id))
	}
	return r
}

func (p *pilot) residue(id ksb.StatementID) residue {
	r := residue{Statement: id, People: []string{}, Courses: []string{}, Without: []string{}}
	for _, m := range p.members() {
		if !slices.Contains(m.plan.Reuse.Residue, id) {
			continue
		}
		r.People = append(r.People, m.worker.ID)
		i := slices.IndexFunc(m.plan.Steps, func(s pathway.Step) bool { return slices.Contains(s.Closes, id) })
		if i < 0 {
			r.Without = append(r.Without, m.worker.ID)
			continue
		}
		r.Courses = append(r.Courses, m.plan.Steps[i].Course)
	}
	slices.Sort(r.Courses)
	r.Courses = slices.Compact(r.Courses)
	return r
}
