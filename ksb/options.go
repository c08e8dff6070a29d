package ksb

import "slices"

// optionRoles makes a role of each option of r, which has been checked: the
// requirements that the core duties and the option's own duties name, at the whole
// role's levels and weights, with the whole role's gates and facts. Where no duty
// names anything, every option has all requirements. A role that the framework
// itself lists under the option's ID outranks the one made here.
//
// Source: the option resolution of the official import service.
func optionRoles(r Role, listed []Role) []Role {
	var roles []Role
	for _, o := range r.Options {
		id := OptionRole(r.ID, o.ID)
		if slices.ContainsFunc(listed, func(l Role) bool { return l.ID == id }) {
			continue
		}
		roles = append(roles, optionRole(r, o, id))
	}
	return roles
}

func optionRole(r Role, o Option, id RoleID) Role {
	made := r
	made.ID, made.Title, made.Options, made.Origin = id, r.Title+": "+o.Title, nil, o.Origin
	if !mapsAnything(r.Duties) {
		return made
	}
	made.Duties, made.Requirements = nil, nil
	for _, d := range r.Duties {
		if servesOption(d, o.ID) {
			made.Duties = append(made.Duties, d)
		}
	}
	for _, q := range r.Requirements {
		if slices.ContainsFunc(made.Duties, func(d Duty) bool { return slices.Contains(d.Statements, q.Statement) }) {
			made.Requirements = append(made.Requirements, q)
		}
	}
	return made
}

func mapsAnything(duties []Duty) bool {
	return slices.ContainsFunc(duties, func(d Duty) bool { return len(d.Statements) > 0 })
}

// servesOption: core duties, the option's own, and those that name no option at all.
func servesOption(d Duty, o OptionID) bool {
	return d.Core || len(d.Options) == 0 || slices.Contains(d.Options, o)
}
