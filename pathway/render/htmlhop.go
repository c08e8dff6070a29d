package render

import (
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/pathway"
)

// asks counts what a role asks for and names it.
func (h *routeHTML) asks(list []pathway.Asked) string {
	names := make([]string, len(list))
	for i, a := range list {
		names[i] = apart(label(a))
	}
	return h.say("route.count", "n", len(list), "names", h.list(names))
}

// whyHere says why the map leads to a role.
func (h *routeHTML) whyHere(hop *pathway.Hop) string {
	switch hop.Start {
	case pathway.StartCovered:
		return h.say("route.start.covered", "share", h.Percent(hop.Cover))
	case pathway.StartEntry:
		return h.say("route.start.entry")
	case pathway.StartTarget:
		return h.say("route.start.target")
	}
	said := make([]string, len(hop.Links))
	for i, l := range hop.Links {
		said[i] = h.linked(l)
	}
	return strings.Join(said, " ")
}

func (h *routeHTML) linked(l pathway.Link) string {
	if l.Kind == pathway.ComputedLink {
		return h.say("route.link.computed", "share", h.Percent(l.Cover))
	}
	key := "route.link.published"
	if l.Backwards {
		key = "route.link.backwards"
	}
	if l.Source == "" {
		return h.say(key, "relation", apart(h.relation(l.Relation)))
	}
	return h.say(key+".source", "relation", apart(h.relation(l.Relation)), "source", apart(l.Source))
}

// gate says how a gate stands today, and what can open it.
func (h *routeHTML) gate(hop *pathway.Hop, g assess.GateResult) string {
	state := h.GateState(g.State)
	switch {
	case g.Waiver != nil:
		state = h.say("route.gate.waived")
	case g.Exempt:
		state = h.say("gate.exempt")
	}
	said := h.say("route.gate", "gate", apart(string(g.Gate)), "phase", h.Phase(g.Phase), "state", state)
	for _, s := range hop.Steps {
		for _, id := range s.Opens {
			if id == g.Gate {
				return said + " " + h.say("route.gate.course", "course", apart(orElse(s.Title, s.Course)))
			}
		}
	}
	ways := make([]string, len(g.Opens))
	for i, set := range g.Opens {
		ways[i] = strings.Join(allApart(set), h.say("gate.and"))
	}
	if len(ways) == 0 {
		return said
	}
	return said + " " + h.say("route.gate.ways", "ways", strings.Join(ways, h.say("gate.or")))
}

// leftOf names the gaps of a hop that stay open, and why.
func (h *routeHTML) leftOf(hop *pathway.Hop) string {
	names := make([]string, len(hop.Left))
	for i, l := range hop.Left {
		key := "route.left.no-course"
		if l.Reason == pathway.Blocked {
			key = "route.left.blocked"
		}
		names[i] = h.say(key, "name", apart(askedName(hop, string(l.Statement))))
	}
	return h.list(names)
}
