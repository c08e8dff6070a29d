package render

import (
	"io"

	"github.com/skillgap-go/skillgap/ksb/page"
	"github.com/skillgap-go/skillgap/pathway"
)

// RoutesText writes routes for the person and whoever advises them: 80 columns, no
// colour, plain English. The only errors are those of w.
func RoutesText(w io.Writer, r *pathway.Routes) error { return Options{}.RoutesText(w, r) }

// RoutesText is [RoutesText] with choices.
func (o Options) RoutesText(w io.Writer, r *pathway.Routes) error {
	t := &routeText{planVoice: newPlanVoice(o.Words), r: r}
	t.headline()
	for i := range r.Routes {
		t.route(i)
	}
	t.footing()
	return t.Flush(w)
}

// routeText is routes on their way to a page.
type routeText struct {
	planVoice
	page.Page
	r *pathway.Routes
}

func (t *routeText) headline() {
	who := t.r.Worker
	switch {
	case who != "":
	case t.r.From != nil:
		who = t.say("route.anybody", "role", t.r.From.Title)
	default:
		who = t.say("page.worker")
	}
	t.Heading(t.say("route.title", "who", who, "role", t.r.To.Title))
	if t.r.From != nil && t.r.Worker != "" {
		t.Item("", t.say("route.now", "role", t.r.From.Title))
	}
	if len(t.r.Routes) == 0 {
		t.Item("", t.say("route.none"))
		return
	}
	t.Item("", t.ranking())
	t.Item("", t.say("route.expect"))
}

// ranking says in what order the routes stand, and how sure that is.
func (t *routeText) ranking() string {
	names := make([]string, len(t.r.Objectives))
	for i, o := range t.r.Objectives {
		names[i] = t.say("route.by." + string(o))
	}
	key := "route.text.pareto"
	if !t.r.Pareto {
		key, names = "route.text.best", names[:min(len(names), 1)]
	}
	if !t.r.Proved {
		key += ".cut-short"
	}
	return t.say(key, "names", t.commas(names))
}

func (t *routeText) route(i int) {
	route := &t.r.Routes[i]
	t.Heading(t.words.Number(i+1) + ". " + way(t.r, *route))
	t.Item("", t.comesTo(route.Totals)+" "+t.say("route.text.asked", "n", route.Asked))
	for j := range route.Hops {
		t.hop(j, &route.Hops[j])
	}
}

func (t *routeText) footing() {
	t.Heading(t.say("route.direct"))
	t.Item("", t.comesTo(t.r.Direct)+" "+t.say("route.text.direct"))
}

// way is a route in one line.
func way(r *pathway.Routes, route pathway.Route) (said string) {
	if r.From != nil {
		said = r.From.Title
	}
	for i, h := range route.Hops {
		if i > 0 || r.From != nil {
			said += " > "
		}
		said += h.Title
	}
	return said
}

// comesTo says what training comes to.
func (v planVoice) comesTo(t pathway.Totals) string {
	said := v.say("route.totals", "cost", v.money(t.CostPence), "hours", v.hours(t.Minutes), "weeks", v.weeks(t.Weeks))
	if t.Left > 0 {
		said += " " + v.say("route.text.left", "n", t.Left)
	}
	return said
}
