package ksb

import "slices"

// addOptions makes a role of each option of a checked role: the
// core duties and the option's own, the requirements that they name at the whole
// role's levels and weights, and the whole role's gates and facts. Where no duty of
// the role names anything, every option has all requirements. A role that the framework
// itself lists under the option's ID outranks the one made here.
//
// Source: the option resolution of the official import service.
func (c *compiler) addOptions(r Role, listed map[RoleID]struct{}) {
	for _, o := range r.Options {
		id := OptionRole(r.ID, o.ID)
		if _, stands := listed[id]; stands {
			continue
		}
		made := optionRole(r, o, id)
		if !mapsAnything(r.Duties) {
			c.unmapped[id] = struct{}{}
		}
		if len(r.Requirements) > 0 {
			c.checkNotEmpty(&made)
		}
		c.roles = append(c.roles, made)
	}
}

func optionRole(r Role, o Option, id RoleID) Role {
	made := r
	made.ID, made.Title, made.Options, made.Origin = id, r.Title+": "+o.Title, nil, o.Origin
	made.Duties = nil
	for _, d := range r.Duties {
		if servesOption(d, o.ID) {
			made.Duties = append(made.Duties, d)
		}
	}
	if !mapsAnything(r.Duties) {
		return made
	}
	made.Requirements = nil
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
	return d.Core || d.Options == nil || slices.Contains(d.Options, o)
}
