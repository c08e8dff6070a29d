package casejson

import (
	"cmp"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// readRubrics makes a scale of every criterion and gives it to its item.
func (r *reader) readRubrics() {
	for i := range r.Rubrics {
		rub := &r.Rubrics[i]
		for j := range rub.Criteria {
			r.readCriterion(rub, &rub.Criteria[j])
		}
	}
}

func (r *reader) readCriterion(rub *rubric, c *criterion) {
	_, id := identity(rub.Identifier, rub.URI)
	identifier, uri := rub.Identifier, rub.URI
	if len(rub.Criteria) > 1 {
		_, own := identity(c.Identifier, c.URI)
		id, identifier, uri = id+"/"+own, c.Identifier, c.URI
	}
	scale := ksb.Scale{ID: ksb.ScaleID(id), Rungs: rungs(c.Levels), Origin: c.Origin}
	if len(scale.Rungs) < 2 && !r.ours {
		r.problems.Add(c.Origin, "CFRubrics["+id+"]", ksb.ErrScale, "%q has %d levels: it is left out", id, len(scale.Rungs))
		return
	}
	r.f.Scales = append(r.f.Scales, scale)
	r.put(&node{kind: aScale, id: id}, identifier, uri)
	if c.Item != nil {
		r.judge(c, scale.ID)
	}
}

// judge gives the item of a criterion its scale.
func (r *reader) judge(c *criterion, scale ksb.ScaleID) {
	n := r.find(*c.Item)
	if n == nil || n.made == nil || n.made.Scale != "" {
		r.noPlace.add("CFRubrics[].CFRubricCriteria[].CFItemURI", c.Origin)
		return
	}
	n.made.Scale = scale
}

// rungs are the names of the levels, lowest first.
func rungs(levels []rung) (names []string) {
	slices.SortStableFunc(levels, func(a, b rung) int { return cmp.Compare(a.Position.place(), b.Position.place()) })
	for _, l := range levels {
		names = append(names, cmp.Or(l.Quality, l.About))
	}
	return names
}
