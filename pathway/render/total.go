package render

import (
	"slices"

	"github.com/skillgap-go/skillgap/pathway"
)

// proof says how sure it is that there is no better plan.
func (t *text) proof() string {
	p := t.p
	switch {
	case unasked(p):
		return t.say("plan.text.proof.unasked")
	case p.BoundShare != nil && p.Proved:
		return t.say("plan.text.proof.share", "share", t.Percent(*p.BoundShare))
	case p.BoundShare != nil:
		return t.say("plan.text.proof.share-bound", "share", t.Percent(*p.BoundShare))
	case p.Proved:
		return t.say("plan.text.proof.cost")
	case p.BoundPence != nil && *p.BoundPence == p.CostPence:
		return t.say("plan.text.proof.cost-only")
	case p.BoundPence != nil:
		return t.say("plan.text.proof.bound", "cost", t.money(*p.BoundPence))
	}
	return t.say("plan.text.proof.none")
}

// unasked tells whether there was no gap that a plan could have bought courses for.
func unasked(p *pathway.Plan) bool {
	return p.Proved && len(p.Steps) == 0 && !slices.ContainsFunc(p.Left, func(l pathway.Left) bool { return l.Reason != pathway.AssessFirst })
}
