package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb/page"
	"github.com/skillgap-go/skillgap/pathway"
)

// RoutesText writes routes for the person and whoever advises them: 80 columns, no
// colour, plain English. The only errors are those of w.
func RoutesText(w io.Writer, r *pathway.Routes) error {
	t := &routeText{r: r}
	t.headline()
	for i := range r.Routes {
		t.route(i)
	}
	t.footing()
	return t.Flush(w)
}

// routeText is routes on their way to a page.
type routeText struct {
	page.Page
	r *pathway.Routes
}

func (t *routeText) headline() {
	who := t.r.Worker
	if who == "" && t.r.From != nil {
		who = "whoever can do what " + t.r.From.Title + " asks"
	}
	t.Heading("Routes for " + who + " to " + t.r.To.Title)
	if t.r.From != nil && t.r.Worker != "" {
		t.Item("", "In the role "+t.r.From.Title+" now.")
	}
	if len(t.r.Routes) == 0 {
		t.Item("", "No route leads there on this map within these limits.")
		return
	}
	t.Item("", t.ranking())
	t.Item("", "Further learning or training is to be expected on every step. Gates are as they stand today.")
}

// ranking says in what order the routes stand, and how sure that is.
func (t *routeText) ranking() string {
	names := map[pathway.Objective]string{
		pathway.LeastPence: "cost", pathway.LeastMinutes: "hours", pathway.LeastWeeks: "weeks", pathway.LeastHops: "number of roles", pathway.LeastAsked: "what is asked",
	}
	how := "The best by " + names[t.r.Objectives[0]] + " come first"
	if t.r.Pareto {
		var list []string
		for _, o := range t.r.Objectives {
			list = append(list, names[o])
		}
		how = "No route is better than one of these in " + strings.Join(list, ", ") + " at once"
	}
	if t.r.Proved {
		return how + "; that is proved."
	}
	return how + ", as far as the search went: it was cut short."
}

func (t *routeText) route(i int) {
	route := &t.r.Routes[i]
	t.Heading(fmt.Sprintf("%d. %s", i+1, way(t.r, *route)))
	t.Item("", comesTo(route.Totals)+" "+plural(int64(route.Asked), "requirement")+" on the way that the evidence does not show.")
	for j := range route.Hops {
		t.hop(j, &route.Hops[j])
	}
}

func (t *routeText) hop(j int, h *pathway.Hop) {
	title := fmt.Sprintf("%s [%s]", h.Title, h.Role)
	if r := strings.Join(rank(h.RoleLabel), " "); r != "" {
		title += " " + r
	}
	t.Item("", "")
	t.Item(fmt.Sprintf("  Step %d  ", j+1), title)
	t.Item("    Why here      ", whyHere(h))
	t.Item("    Carries over  ", fmt.Sprintf("%d shown, %d from roles before: %s", len(h.Shown), len(h.Built), orNone(codes(append(append([]pathway.Asked{}, h.Shown...), h.Built...)))))
	t.Item("    Newly asked   ", fmt.Sprintf("%d: %s", len(h.New), orNone(codes(h.New))))
	for _, g := range h.Gates {
		t.Item("    Gate          ", fmt.Sprintf("%s (%s): %s%s", g.Gate, g.Phase, gateWords(g), openedBy(h, g.Opens, string(g.Gate))))
	}
	if len(h.AssessFirst) > 0 {
		t.Item("    Find out      ", plural(int64(len(h.AssessFirst)), "requirement")+" that nobody has settled: "+t.assessed(h))
	}
	for _, s := range h.Steps {
		t.Item("    Course        ", titleOf(s)+": "+weeksOf(s))
	}
	if len(h.Left) > 0 {
		t.Item("    Stays open    ", t.left(h))
	}
	t.Item("    Comes to      ", comesTo(pathway.Totals{CostPence: h.CostPence, Minutes: h.Minutes, Weeks: h.Weeks})+" So far: "+comesTo(h.Total))
}

// codes lists what is asked by its codes, or by its ID where it has none.
func codes(list []pathway.Asked) string {
	var names []string
	for _, a := range list {
		names = append(names, label(a))
	}
	return strings.Join(names, ", ")
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
	var names []string
	for _, a := range h.AssessFirst {
		names = append(names, askedName(h, string(a.Statement)))
	}
	return strings.Join(names, ", ")
}

func (t *routeText) left(h *pathway.Hop) string {
	var names []string
	for _, l := range h.Left {
		why := "no course"
		if l.Reason == pathway.Blocked {
			why = "something is in the way of a course"
		}
		names = append(names, askedName(h, string(l.Statement))+" ("+why+")")
	}
	return strings.Join(names, ", ")
}

// whyHere says why the map leads to the role.
func whyHere(h *pathway.Hop) string {
	switch h.Start {
	case pathway.StartCovered:
		return "the evidence covers " + reports.Percent(h.Cover) + " of its knowledge and skills"
	case pathway.StartEntry:
		return "careers begin here"
	case pathway.StartTarget:
		return "it is the target, and nothing leads to it"
	}
	var reasons []string
	for _, l := range h.Links {
		reasons = append(reasons, linkWords(l))
	}
	return strings.Join(reasons, "; ")
}

func linkWords(l pathway.Link) string {
	if l.Kind == pathway.ComputedLink {
		return "computed: " + reports.Percent(l.Cover) + " of its knowledge and skills is asked for before"
	}
	words := "published: " + l.Relation
	if l.Backwards {
		words += ", the way back"
	}
	if l.Source != "" {
		words += " (" + l.Source + ")"
	}
	return words
}

// gateWords says how a gate stands.
func gateWords(g assess.GateResult) string {
	switch {
	case g.Waiver != nil:
		return "waived"
	case g.Exempt:
		return "does not apply"
	case g.State == assess.GateMet:
		return "open"
	case g.State == assess.GateNotMet:
		return "shut"
	}
	return "not known"
}

// openedBy names what would open a gate: a course of the hop, or one set of things.
func openedBy(h *pathway.Hop, opens [][]string, gate string) string {
	for _, s := range h.Steps {
		for _, id := range s.Opens {
			if string(id) == gate {
				return "; " + titleOf(s) + " can open it"
			}
		}
	}
	var ways []string
	for _, set := range opens {
		ways = append(ways, strings.Join(set, " and "))
	}
	if len(ways) == 0 {
		return ""
	}
	return "; opened by " + strings.Join(ways, ", or by ")
}

func (t *routeText) footing() {
	t.Heading("The target alone")
	t.Item("", comesTo(t.r.Direct)+" No route can cost less.")
}

// way is a route in one line.
func way(r *pathway.Routes, route pathway.Route) string {
	var names []string
	if r.From != nil {
		names = append(names, r.From.Title)
	}
	for _, h := range route.Hops {
		names = append(names, h.Title)
	}
	return strings.Join(names, " > ")
}

// comesTo says what training comes to.
func comesTo(t pathway.Totals) string {
	text := pounds(t.CostPence) + ", " + hours(t.Minutes) + ", " + plural(int64(t.Weeks), "week") + "."
	if t.Left > 0 {
		text += " Gaps that stay open: " + strconv.Itoa(t.Left) + "."
	}
	return text
}
