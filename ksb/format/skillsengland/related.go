package skillsengland

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// related links standards to those of the occupations that they name, where these are
// in the input: to the newest version with the code of the occupation.
func (c *collector) related() (links []ksb.RoleLink) {
	newest := map[string]*edition{}
	for _, e := range c.editions {
		code := e.occupation()
		if before := newest[code]; before == nil || older(before, e) < 0 {
			newest[code] = e
		}
	}
	for _, e := range c.editions {
		var known []*edition
		for _, o := range e.Related {
			to := newest[strings.ToUpper(strings.TrimSpace(o.Reference))]
			if to != nil && to.occupation() != "" && to.id != e.id && !slices.Contains(known, to) {
				known = append(known, to)
				links = append(links, ksb.RoleLink{From: e.id, To: to.id, Relation: "related", Source: "Skills England", Origin: o.Origin})
			}
		}
	}
	return links
}

// occupation is the code of the occupation, such as "OCC0499"; "" if none is given.
func (e *edition) occupation() string { return strings.ToUpper(strings.TrimSpace(e.OccupationCode)) }
