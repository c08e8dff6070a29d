package render

import (
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/pathway"
)

// hop says what the step to one role asks and takes.
func (t *routeText) hop(j int, h *pathway.Hop) {
	title := h.Title + " [" + string(h.Role) + "]"
	if r := strings.Join(t.rank(h.RoleLabel), " "); r != "" {
		title += " " + r
	}
	t.Item("", "")
	t.Item("  "+t.say("route.text.step", "n", j+1)+"  ", title)
	for _, f := range t.facts(h) {
		t.Item("    "+reports.Column(f[0], t.factWidth())+"  ", f[1])
	}
}

// factWidth is that of the widest name of a fact, whether or not a hop has it.
func (t *routeText) factWidth() int {
	return widest(t.say("route.why"), t.say("route.carries"), t.say("route.new"), t.say("page.gate"), t.say("route.text.find-out"),
		t.say("plan.column.course"), t.say("route.open"), t.say("route.comes"))
}

// facts are what is said of a hop, by what it is called and what it says.
func (t *routeText) facts(h *pathway.Hop) [][2]string {
	carried := append(append([]pathway.Asked{}, h.Shown...), h.Built...)
	list := [][2]string{
		{t.say("route.why"), t.whyHere(h)},
		{t.say("route.carries"), t.say("route.text.carries", "shown", len(h.Shown), "n", len(h.Built), "names", t.orNone(codes(carried)))},
		{t.say("route.new"), t.say("route.count", "n", len(h.New), "names", t.orNone(codes(h.New)))},
	}
	for _, g := range h.Gates {
		list = append(list, [2]string{t.say("page.gate"), t.gate(h, g)})
	}
	if n := len(h.AssessFirst); n > 0 {
		list = append(list, [2]string{t.say("route.text.find-out"), t.say("route.text.unsettled", "n", n, "names", t.assessed(h))})
	}
	for _, s := range h.Steps {
		list = append(list, [2]string{t.say("plan.column.course"), titleOf(s) + ": " + t.period(s)})
	}
	if len(h.Left) > 0 {
		list = append(list, [2]string{t.say("route.open"), t.left(h)})
	}
	return append(list, [2]string{t.say("route.comes"), t.say("route.text.comes",
		"totals", t.comesTo(pathway.Totals{CostPence: h.CostPence, Minutes: h.Minutes, Weeks: h.Weeks}), "so-far", t.comesTo(h.Total))})
}

// codes lists what is asked by its codes, or by its ID where it has none.
func codes(list []pathway.Asked) []string {
	names := make([]string, len(list))
	for i, a := range list {
		names[i] = label(a)
	}
	return names
}

func label(a pathway.Asked) string {
	if a.Code == "" {
		return string(a.Statement)
	}
	return a.Code
}

// askedName finds the code of a statement of a hop.
func askedName(h *pathway.Hop, id string) string {
	for _, list := range [][]pathway.Asked{h.Shown, h.Built, h.New} {
		for _, a := range list {
			if string(a.Statement) == id {
				return label(a)
			}
		}
	}
	return id
}

func (t *routeText) assessed(h *pathway.Hop) string {
	names := make([]string, len(h.AssessFirst))
	for i, a := range h.AssessFirst {
		names[i] = askedName(h, string(a.Statement))
	}
	return t.commas(names)
}

func (t *routeText) left(h *pathway.Hop) string {
	names := make([]string, len(h.Left))
	for i, l := range h.Left {
		key := "route.left.no-course"
		if l.Reason == pathway.Blocked {
			key = "route.left.blocked"
		}
		names[i] = t.say(key, "name", askedName(h, string(l.Statement)))
	}
	return t.commas(names)
}

// whyHere says why the map leads to the role.
func (t *routeText) whyHere(h *pathway.Hop) string {
	switch h.Start {
	case pathway.StartCovered:
		return t.say("route.text.start.covered", "share", t.Percent(h.Cover))
	case pathway.StartEntry:
		return t.say("route.text.start.entry")
	case pathway.StartTarget:
		return t.say("route.text.start.target")
	}
	reasons := make([]string, len(h.Links))
	for i, l := range h.Links {
		reasons[i] = t.linked(l)
	}
	return strings.Join(reasons, "; ")
}

func (t *routeText) linked(l pathway.Link) string {
	if l.Kind == pathway.ComputedLink {
		return t.say("route.text.link.computed", "share", t.Percent(l.Cover))
	}
	key := "route.text.link.published"
	if l.Backwards {
		key = "route.text.link.backwards"
	}
	if l.Source == "" {
		return t.say(key, "relation", t.relation(l.Relation))
	}
	return t.say(key+".source", "relation", t.relation(l.Relation), "source", l.Source)
}

// relation is what a published link is called; a name of others stands as it is.
func (v planVoice) relation(name string) string {
	return v.code("route.relation.", name)
}

// gate says how a gate stands, and what can open it: a course of the hop, or one set of
// things.
func (t *routeText) gate(h *pathway.Hop, g assess.GateResult) string {
	name, phase, state := string(g.Gate), t.Phase(g.Phase), t.gateStands(g)
	for _, s := range h.Steps {
		for _, id := range s.Opens {
			if id == g.Gate {
				return t.say("route.text.gate.course", "gate", name, "phase", phase, "state", state, "course", titleOf(s))
			}
		}
	}
	if len(g.Opens) == 0 {
		return t.say("route.text.gate", "gate", name, "phase", phase, "state", state)
	}
	ways := make([]string, len(g.Opens))
	for i, set := range g.Opens {
		ways[i] = t.all(set)
	}
	return t.say("route.text.gate.ways", "gate", name, "phase", phase, "state", state, "ways", t.folded("route.text.or-by", ways))
}

func (t *routeText) gateStands(g assess.GateResult) string {
	switch {
	case g.Waiver != nil:
		return t.say("route.gate.waived")
	case g.Exempt:
		return t.say("route.text.gate.exempt")
	}
	return t.GateState(g.State)
}
