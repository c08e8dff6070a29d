package casejson

import (
	"cmp"

	"github.com/skillgap-go/skillgap/ksb"
)

// associate carries an association over, or counts it among those without a place.
func (r *reader) associate(a *association) {
	if a.Origin == (ksb.Origin{}) {
		return // no object, which has been reported
	}
	from, to := r.find(a.From), r.find(a.To)
	if from == nil || to == nil {
		r.problems.Add(a.Origin, "CFAssociations["+a.Identifier+"]", ksb.ErrMissing, "an association with an origin and a destination: it is left out")
		return
	}
	carried := false
	switch {
	case a.Type == "isChildOf":
		carried = r.childOf(a, from, to)
	case from.kind == aDuty:
		carried = r.ofDuty(a, from, to)
	case from.kind == aRole && to.kind == aRole:
		carried = r.ofRoles(a, from, to)
	case from.kind == aStatement:
		carried = r.ofStatement(a, from, to)
	}
	if !carried {
		r.noPlace.add("CFAssociations["+a.Type+"]", a.Origin)
	}
}

func (r *reader) childOf(a *association, from, to *node) bool {
	switch {
	case to.kind == aFramework:
		return true // the top of the tree
	case from == to:
		r.problems.Add(a.Origin, "CFAssociations["+a.Identifier+"]", ksb.ErrValue, "%q is its own child", from.id)
		return true
	case from.kind == aGroup && to.kind == aGroup, to.role != nil && (from.kind == aDuty || from.kind == anOption):
		from.parent = cmp.Or(from.parent, to)
		return true
	case to.item == nil || to.kind != aGroup && to.kind != aStatement:
		return false
	}
	to.children = append(to.children, child{from.id, a.Sequence.place()})
	return true
}

func (r *reader) ofDuty(a *association, from, to *node) bool {
	switch {
	case from.duty == nil:
		return false
	case a.Type == "isRelatedTo":
		from.duty.Statements = append(from.duty.Statements, ksb.StatementID(to.id))
	case a.Type == "isPartOf":
		from.duty.Options = append(from.duty.Options, ksb.OptionID(to.id))
	default:
		return false
	}
	return true
}

func (r *reader) ofRoles(a *association, from, to *node) bool {
	names := map[string]string{"precedes": "progression", "isRelatedTo": "related", "isPeerOf": "lateral"}
	name, known := names[a.Type]
	if known {
		extra := more(a.Extensions)
		r.f.Related = append(r.f.Related, ksb.RoleLink{
			From: ksb.RoleID(from.id), To: ksb.RoleID(to.id), Relation: cmp.Or(extra.Relation, name), Source: extra.Source, Origin: a.Origin,
		})
	}
	return known
}

func (r *reader) ofStatement(a *association, from, to *node) bool {
	switch {
	case a.Type == "isPartOf" && to.role != nil:
		extra := more(a.Extensions)
		to.role.Requirements = append(to.role.Requirements, ksb.Requirement{
			Statement: ksb.StatementID(from.id), Level: extra.Level, Critical: extra.Critical, Weight: extra.Weight, Origin: a.Origin,
		})
	case a.Type == "hasSkillLevel" && to.kind == aScale && from.made != nil && from.made.Scale == "":
		from.made.Scale = ksb.ScaleID(to.id)
	case to.kind != aStatement:
		return false
	case a.Type == "precedes" && to.made != nil:
		to.made.Requires = append(to.made.Requires, ksb.StatementID(from.id))
	default:
		return r.link(a, from, to)
	}
	return true
}

// link keeps how two statements relate, from the one that is here.
func (r *reader) link(a *association, from, to *node) bool {
	relations := map[string]ksb.Relation{"exactMatchOf": ksb.Exact, "isRelatedTo": ksb.Close, "isPeerOf": ksb.Close, "isPartOf": ksb.Broad}
	relation := relations[a.Type]
	extra := more(a.Extensions)
	if relation == ksb.Broad && (extra.Relation == ksb.Narrow.String() || from.made == nil && to.made != nil && extra.Relation == "") {
		from, to, relation = to, from, ksb.Narrow
	}
	if relation != 0 {
		r.f.Links = append(r.f.Links, ksb.Link{
			From: ksb.StatementID(from.id), To: ksb.StatementID(to.id), Relation: relation, Confirmed: extra.Confirmed, Origin: a.Origin,
		})
	}
	return relation != 0
}
