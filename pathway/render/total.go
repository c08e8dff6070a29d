package render

// proof says how sure it is that there is no better plan.
func (t *text) proof() string {
	p := t.p
	switch {
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
