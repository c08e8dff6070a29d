package pathway

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// Map is a part of an Atlas to look at: roles, in the order of the Index, and the links
// between them.
type Map struct {
	Roles []RoleLabel `json:"roles"`
	Links []Link      `json:"links"`
}

// Map cuts out some roles; none: all of them. Options of roles stand where the whole role
// stands, and roles that are not on the map are left out.
func (a *Atlas) Map(roles ...ksb.RoleID) Map {
	var wanted []int32
	for _, id := range roles {
		if at, known := a.node(id); known {
			wanted = append(wanted, at)
		}
	}
	for i := range a.briefs {
		if len(roles) == 0 && a.briefs[i].OptionOf == "" {
			wanted = append(wanted, int32(i))
		}
	}
	slices.Sort(wanted)
	wanted = slices.Compact(wanted)
	m := Map{Roles: []RoleLabel{}, Links: []Link{}}
	for _, at := range wanted {
		m.Roles = append(m.Roles, a.label(a.briefs[at].Role.ID))
		for _, l := range a.leaving(at) {
			if _, there := slices.BinarySearch(wanted, a.nodes[l.To]); there {
				m.Links = append(m.Links, l)
			}
		}
	}
	return m
}
