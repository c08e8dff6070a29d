package pathway

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// progression is the one relation that leads one way only.
const progression = "progression"

// published lists the links that the frameworks hold, in their order.
func (a *Atlas) published(frameworks []ksb.Framework) (drawn []drawing) {
	add := func(from, to ksb.RoleID, l Link) {
		f, knownFrom := a.node(from)
		t, knownTo := a.node(to)
		if knownFrom && knownTo && f != t {
			l.From, l.To, l.Kind = a.briefs[f].Role.ID, a.briefs[t].Role.ID, PublishedLink
			drawn = append(drawn, drawing{f, t, l})
		}
	}
	for i := range frameworks {
		for _, r := range frameworks[i].Related {
			l := Link{Relation: r.Relation, Source: r.Source}
			add(r.From, r.To, l)
			if r.Relation != progression {
				l.Backwards = true
				add(r.To, r.From, l)
			}
		}
	}
	a.measure(drawn)
	return drawn
}

// measure finds the cover of links, those from one role together.
func (a *Atlas) measure(drawn []drawing) {
	from := make([][]int, len(a.briefs))
	for i := range drawn {
		from[drawn[i].from] = append(from[drawn[i].from], i)
	}
	for role, links := range from {
		if len(links) == 0 {
			continue
		}
		a.cover.walk(a.cover.levels(&a.briefs[role]))
		for _, i := range links {
			drawn[i].link.Cover = a.cover.covered[drawn[i].to]
		}
	}
}

// findEntries lists the roles where a career begins: published progressions leave them,
// and none leads to them.
func (a *Atlas) findEntries() {
	into, out := make([]bool, len(a.briefs)), make([]bool, len(a.briefs))
	for i := range a.briefs {
		for _, l := range a.leaving(int32(i)) {
			if l.Kind == PublishedLink && l.Relation == progression {
				out[i] = true
				into[a.nodes[l.To]] = true
			}
		}
	}
	for i := range a.briefs {
		if out[i] && !into[i] {
			a.entries = append(a.entries, int32(i))
		}
	}
}

// Entries are the roles where a career begins by the published links: progressions leave
// them, and none leads to them. They stand in the order of the Index.
func (a *Atlas) Entries() []ksb.RoleID {
	ids := []ksb.RoleID{}
	for _, i := range a.entries {
		ids = append(ids, a.briefs[i].Role.ID)
	}
	return slices.Clip(ids)
}
