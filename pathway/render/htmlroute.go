package render

import (
	"io"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb/page/web"
	"github.com/skillgap-go/skillgap/pathway"
)

// RouteHTML writes routes as a page that stands by itself, as [PlanHTML] does a plan: the
// routes side by side, the map, and each route role by role. m is the map that they were
// found on; an empty one is not drawn. The only errors are those of w.
func RouteHTML(w io.Writer, r *pathway.Routes, m pathway.Map, o reports.HTMLOptions) error {
	h := newRouteHTML(r, m, o)
	title := h.say("route.title", "who", h.who(), "role", apart(r.To.Title))
	page := &web.Document{Words: h.words, Title: together(title), Heading: []web.Node{web.Isolated(title)}, Lead: h.lead(), Sections: h.sections(), Assets: o.Assets, Contents: true}
	return page.Write(w)
}

// RouteSections are the parts of a page of routes, for a page that holds more than those.
// A part with nothing to say has no body.
func RouteSections(r *pathway.Routes, m pathway.Map, o reports.HTMLOptions) []web.Section {
	return newRouteHTML(r, m, o).sections()
}

// routeHTML is routes on their way to a page.
type routeHTML struct {
	planVoice
	r *pathway.Routes
	m pathway.Map
}

func newRouteHTML(r *pathway.Routes, m pathway.Map, o reports.HTMLOptions) *routeHTML {
	return &routeHTML{newPlanVoice(o.Words), r, m}
}

func (h *routeHTML) sections() []web.Section {
	list := []web.Section{h.compared(), h.drawn()}
	for i := range h.r.Routes {
		list = append(list, h.route(i))
	}
	return list
}

// who is the person, or whoever can do what a role asks.
func (h *routeHTML) who() string {
	switch {
	case h.r.Worker != "":
		return apart(h.r.Worker)
	case h.r.From != nil:
		return h.say("route.anybody", "role", apart(h.r.From.Title))
	}
	return h.say("page.worker")
}

// lead says from where, in what order and how surely.
func (h *routeHTML) lead() []web.Node {
	var parts []web.Node
	if h.r.From != nil && h.r.Worker != "" {
		parts = append(parts, sentence(h.say("route.now", "role", apart(h.r.From.Title))))
	}
	if len(h.r.Routes) == 0 {
		return append(parts, sentence(h.say("route.none")))
	}
	return append(parts, sentence(h.ranking()), sentence(h.say("route.expect")))
}

func (h *routeHTML) ranking() string {
	names := make([]string, len(h.r.Objectives))
	for i, o := range h.r.Objectives {
		names[i] = h.say("route.by." + string(o))
	}
	key := "route.best"
	if h.r.Pareto {
		key = "route.pareto"
	} else if len(names) > 1 {
		names = names[:1]
	}
	said := h.say(key, "names", h.list(names))
	if h.r.Proved {
		return said + " " + h.say("route.proved")
	}
	return said + " " + h.say("route.cut-short")
}

// compared is the routes side by side, and the target alone.
func (h *routeHTML) compared() web.Section {
	if len(h.r.Routes) == 0 {
		return web.Section{}
	}
	table := web.Table{Caption: h.say("route.compared"), Hidden: true, Sort: true, Columns: []web.Column{
		{Name: h.say("route.way")}, {Name: h.say("plan.column.cost"), Number: true}, {Name: h.say("plan.column.hours"), Number: true}, {Name: h.say("plan.weeks"), Number: true},
		{Name: h.say("route.asked"), Number: true}, {Name: h.say("route.open"), Number: true},
	}}
	for i, route := range h.r.Routes {
		table.Rows = append(table.Rows, append(h.figures(web.El("a", web.Href("#"+routeAnchor(i)), web.Text(h.words.Number(i+1)+". "), h.way(route)), route.Totals), web.Number(route.Asked), web.Number(route.Left)))
	}
	table.Rows = append(table.Rows, append(h.figures(web.Text(h.say("route.direct")), h.r.Direct), web.Text("–"), web.Number(h.r.Direct.Left)))
	return web.Section{ID: "routes", Title: h.say("route.compared"), Body: []web.Node{table.Node(), sentence(h.say("route.direct.words"))}}
}

func (h *routeHTML) figures(name web.Node, t pathway.Totals) []web.Node {
	return []web.Node{
		name, web.Sorted(float64(t.CostPence), web.Text(h.money(t.CostPence))), web.Sorted(float64(t.Minutes), web.Text(h.hours(t.Minutes))), web.Number(t.Weeks),
	}
}

// way is the roles of a route, one after another.
func (h *routeHTML) way(route pathway.Route) web.Node {
	var parts []web.Node
	if h.r.From != nil {
		parts = append(parts, web.Name(h.r.From.Title))
	}
	for _, hop := range route.Hops {
		if len(parts) > 0 {
			parts = append(parts, web.Text(" → "))
		}
		parts = append(parts, web.Name(hop.Title))
	}
	return web.List(parts...)
}

func routeAnchor(i int) string { return "route-" + strconv.Itoa(i+1) }

// route is one route, role by role.
func (h *routeHTML) route(i int) web.Section {
	route := &h.r.Routes[i]
	body := []web.Node{web.El("p", h.way(*route)), web.El("p", web.Text(h.comes(route.Totals)+" "+h.say("route.asked.words", "n", route.Asked)))}
	for j := range route.Hops {
		body = append(body, h.hop(i == 0, j, &route.Hops[j]))
	}
	return web.Section{ID: routeAnchor(i), Title: h.say("route.one", "n", i+1), Body: body}
}

func (h *routeHTML) hop(open bool, j int, hop *pathway.Hop) web.Node {
	facts := []web.Node{
		h.fact("route.why"), web.Isolated(h.whyHere(hop)),
		h.fact("route.carries"), web.Isolated(h.asks(append(append([]pathway.Asked{}, hop.Shown...), hop.Built...))),
		h.fact("route.new"), web.Isolated(h.asks(hop.New)),
	}
	add := func(key string, n web.Node) { facts = append(facts, h.fact(key), n) }
	if len(hop.Gates) > 0 {
		add("route.gates", web.El("ul", web.Each(hop.Gates, func(g assess.GateResult) web.Node { return web.El("li", web.Isolated(h.gate(hop, g))) })))
	}
	if len(hop.AssessFirst) > 0 {
		names := make([]string, len(hop.AssessFirst))
		for i, a := range hop.AssessFirst {
			names[i] = apart(askedName(hop, string(a.Statement)))
		}
		add("plan.first", web.Isolated(h.list(names)))
	}
	if len(hop.Steps) > 0 {
		add("plan.courses", web.El("ol", web.Each(hop.Steps, func(s pathway.Step) web.Node {
			return web.El("li", web.Name(orElse(s.Title, s.Course)), web.Text(": "+h.period(s)))
		})))
	}
	if len(hop.Left) > 0 {
		add("route.open", web.Isolated(h.leftOf(hop)))
	}
	add("route.comes", web.Text(h.comes(pathway.Totals{CostPence: hop.CostPence, Minutes: hop.Minutes, Weeks: hop.Weeks})))
	add("route.so-far", web.Text(h.comes(hop.Total)))
	return web.Fold(open, web.El("strong", web.Text(h.words.Number(j+1)+". "), web.Name(hop.Title), h.rank(hop.RoleLabel)), web.Facts(facts...))
}

func (h *routeHTML) fact(key string) web.Node { return web.Text(h.say(key)) }

// rank is the level, the band and the regulator of a role, where it has them.
func (h *routeHTML) rank(role pathway.RoleLabel) web.Node {
	said := h.ranks(role)
	if len(said) == 0 {
		return web.Node{}
	}
	return web.Isolated(" (" + strings.Join(said, ", ") + ")")
}

func (h *planVoice) ranks(role pathway.RoleLabel) (said []string) {
	if role.Qual != 0 {
		said = append(said, h.say("level.bare", "level", int(role.Qual)))
	}
	for _, name := range []string{role.Band, role.Regulator} {
		if name != "" {
			said = append(said, apart(name))
		}
	}
	return said
}

func (h *routeHTML) comes(t pathway.Totals) string {
	said := h.say("route.totals", "cost", h.money(t.CostPence), "hours", h.hours(t.Minutes), "weeks", h.planVoice.weeks(t.Weeks))
	if t.Left > 0 {
		said += " " + h.say("route.stays-open", "n", t.Left)
	}
	return said
}
