package casejson

import "github.com/skillgap-go/skillgap/ksb"

func (w *writer) role(r *ksb.Role) {
	at := w.ref(aRole, "", string(r.ID))
	extra := itemMore{
		Edition: r.Edition, Aliases: none(r.Aliases), Qual: r.Qual, Band: r.Band, Gates: w.gates(r), Codes: none(r.Codes), Facts: r.Facts,
		Nothing: r.Requirements != nil && len(r.Requirements) == 0,
	}
	extra.Facts.Keywords = nil // these have a place
	w.countRole(r.Origin, &extra)
	w.item(at, "Role", "", r.Title, extra).Keywords = texts(r.Facts.Keywords)
	w.top(at)
	for _, o := range r.Options {
		option := w.ref(anOption, string(r.ID), string(o.ID))
		w.item(option, "Option", "", o.Title, itemMore{})
		w.associate(option, "isChildOf", at)
	}
	for i := range r.Duties {
		w.duty(r, &r.Duties[i], at)
	}
	for _, q := range r.Requirements {
		w.requirement(q, at)
	}
}

// gates are those that can be written: a gate without a phase has no name for it.
func (w *writer) gates(r *ksb.Role) (kept []ksb.Gate) {
	for _, g := range r.Gates {
		if g.Phase.String() == "" {
			w.problems.Add(g.Origin, "roles["+string(r.ID)+"].gates["+string(g.ID)+"]", ksb.ErrGate, "a gate without a phase: it is left out")
			continue
		}
		kept = append(kept, g)
	}
	return kept
}

func (w *writer) countRole(at ksb.Origin, extra *itemMore) {
	for _, part := range []struct {
		there bool
		key   string
	}{
		{extra.Edition != "", "edition"}, {len(extra.Aliases) > 0, "aliases"}, {extra.Qual != 0, "qual"}, {extra.Band != "", "band"},
		{len(extra.Gates) > 0, "gates"}, {len(extra.Codes) > 0, "codes"}, {extend(extra.Facts) != nil, "facts"}, {extra.Nothing, "requirements"},
	} {
		w.noPlace.addIf(part.there, "roles[]."+part.key, at)
	}
}

func (w *writer) duty(r *ksb.Role, d *ksb.Duty, role link) {
	at := w.ref(aDuty, string(r.ID), string(d.ID))
	w.noPlace.addIf(d.Core, "roles[].duties[].core", d.Origin)
	w.noPlace.addIf(d.Weight != 0, "roles[].duties[].weight", d.Origin)
	w.item(at, "Duty", d.Code, d.Text, itemMore{Core: d.Core, Weight: d.Weight})
	w.associate(at, "isChildOf", role)
	for _, id := range d.Statements {
		w.associate(at, "isRelatedTo", w.ref(aStatement, "", string(id)))
	}
	for _, id := range d.Options {
		w.associate(at, "isPartOf", w.ref(anOption, string(r.ID), string(id)))
	}
}

func (w *writer) requirement(q ksb.Requirement, role link) {
	w.noPlace.addIf(q.Level != 0, "roles[].requirements[].level", q.Origin)
	w.noPlace.addIf(q.Critical, "roles[].requirements[].critical", q.Origin)
	w.noPlace.addIf(q.Weight != 0, "roles[].requirements[].weight", q.Origin)
	a := w.associate(w.ref(aStatement, "", string(q.Statement)), "isPartOf", role)
	a.Extensions = extend(associationMore{Level: q.Level, Critical: q.Critical, Weight: q.Weight})
}

// groups writes members as children of their group; top level groups are children of
// the document.
func (w *writer) groups() {
	for _, g := range w.f.Groups {
		at := w.ref(aStatement, "", g.ID)
		if !w.folded {
			at = w.ref(aGroup, "", g.ID)
			w.item(at, "Group", "", g.Title, itemMore{})
			w.under(g, at)
		}
		for _, id := range g.Members {
			w.associate(w.member(id), "isChildOf", at)
		}
	}
}

func (w *writer) under(g ksb.Group, at link) {
	if g.Parent == "" {
		w.top(at)
		return
	}
	w.associate(at, "isChildOf", w.ref(aGroup, "", g.Parent))
}

// member is a statement, else a role, else a statement elsewhere.
func (w *writer) member(id string) link {
	_, statement := w.known[name{aStatement, "", id}]
	if role, known := w.known[name{aRole, "", id}]; known && !statement {
		return role
	}
	return w.ref(aStatement, "", id)
}

func (w *writer) links() {
	for _, l := range w.f.Links {
		w.link(l)
	}
	types := map[string]string{"progression": "precedes", "related": "isRelatedTo", "lateral": "isPeerOf"}
	for _, l := range w.f.Related {
		kind, known := types[l.Relation]
		extra := associationMore{Source: l.Source}
		if !known {
			kind, extra.Relation = "isRelatedTo", l.Relation
		}
		w.noPlace.addIf(l.Source != "", "relatedRoles[].source", l.Origin)
		w.noPlace.addIf(!known, "relatedRoles[].relation", l.Origin)
		w.associate(w.ref(aRole, "", string(l.From)), kind, w.ref(aRole, "", string(l.To))).Extensions = extend(extra)
	}
}

// link turns a narrow link round, as CASE says it.
func (w *writer) link(l ksb.Link) {
	types := []string{"", "exactMatchOf", "isRelatedTo", "isPartOf", "isPartOf"}
	if l.Relation == 0 || int(l.Relation) >= len(types) {
		w.problems.Add(l.Origin, "links["+string(l.From)+"]", ErrNoPlace, "a link without a relation: it is left out")
		return
	}
	from, to := w.ref(aStatement, "", string(l.From)), w.ref(aStatement, "", string(l.To))
	extra := associationMore{Confirmed: l.Confirmed}
	if l.Relation == ksb.Narrow {
		from, to, extra.Relation = to, from, l.Relation.String()
	}
	if _, here := w.known[name{aStatement, "", string(l.From)}]; l.Relation == ksb.Broad && !here {
		extra.Relation = l.Relation.String()
	}
	w.noPlace.addIf(l.Confirmed, "links[].confirmed", l.Origin)
	w.associate(from, types[l.Relation], to).Extensions = extend(extra)
}
