package main

import (
	"context"
	"errors"
	"fmt"
	"html/template"
	"math"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/skillgap-go/skillgap/assess"
	assessrender "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/page/web"
	"github.com/skillgap-go/skillgap/pathway"
	planrender "github.com/skillgap-go/skillgap/pathway/render"
)

// patience is how long a page waits for the best plan; then the best so far will do, and
// the page says that it is not proved.
const patience = 5 * time.Second

// asked is a scan, looked at under the assumptions of an address.
type asked struct {
	*onTable
	assumptions
	*judged
}

func (s *site) ask(r *http.Request) (a asked, err error) {
	if a.onTable, err = s.lay(r); err != nil {
		return a, err
	}
	if a.assumptions, err = readAssumptions(r.URL.Query()); err != nil {
		return a, err
	}
	a.judged, err = a.onTable.judge(a.assumptions)
	return a, err
}

// about is the page of a tab: what is on it is worked out from a scan under assumptions.
func (s *site) about(tab, title string, on func(*http.Request, asked) (any, error)) func(http.ResponseWriter, *http.Request) error {
	return func(w http.ResponseWriter, r *http.Request) error {
		a, err := s.ask(r)
		if err != nil {
			return err
		}
		data, err := on(r, a)
		if err != nil {
			return err
		}
		return s.show(w, r, tab, page{Title: title, Scan: a.onTable, Tab: tab, Kept: a.Query(), Data: data})
	}
}

func (s *site) reportPage(_ *http.Request, a asked) (any, error) {
	page := assessrender.Document(a.Report, assessrender.HTMLOptions{Words: s.words})
	return draw(page.Sections, page.Lead...), nil
}

// drawn are the parts of a page that the library draws.
type drawn struct {
	Sprite, Lead template.HTML
	Sections     []web.Section
}

func draw(sections []web.Section, lead ...web.Node) drawn {
	return drawn{web.HTML(web.Sprite()), web.HTML(lead...), sections}
}

// changes is what the page of assumptions shows.
type changes struct {
	assumptions
	Before, After *assess.Report
	Moves         []move
	Kinds         []trust // every kind of evidence and how far it is trusted now
}

func (s *site) changesPage(_ *http.Request, a asked) (any, error) {
	before, err := a.onTable.judge(assumptions{})
	if err != nil {
		return nil, err
	}
	c := changes{a.assumptions, before.Report, a.Report, moves(before.Report, a.Report), nil}
	for _, k := range kindsOfEvidence() {
		c.Kinds = append(c.Kinds, trust{k, a.policy().Reliability.Of(k)})
	}
	return c, nil
}

// wish is what a plan is to keep to.
type wish struct {
	Form    url.Values // as it was typed
	Options pathway.Options
	Weekly  int64 // minutes a week; 0: no limit
}

// readWish reads the form of a plan: pounds, hours, weeks, a-week (hours) and unmet.
func readWish(q url.Values) (o wish, err error) {
	o = wish{Form: q, Options: pathway.Options{AssumeUnmet: q.Get("unmet") != ""}}
	var weeks, weekly *int64
	for _, field := range []struct {
		name string
		unit float64
		into **int64
	}{{"pounds", 100, &o.Options.Limits.Pence}, {"hours", 60, &o.Options.Limits.Minutes}, {"weeks", 1, &weeks}, {"a-week", 60, &weekly}} {
		text := strings.TrimSpace(q.Get(field.name))
		if text == "" {
			continue
		}
		number, err := strconv.ParseFloat(text, 64)
		whole := math.Round(number * field.unit)
		if err != nil || !(number >= 0 && number < 1e9) || math.Abs(number*field.unit-whole) > 1e-6 {
			return o, fault{http.StatusBadRequest, fmt.Sprintf("%q is not a number of %s that can be used.", text, strings.Replace(field.name, "a-week", "hours", 1))}
		}
		*field.into = new(int64(whole))
	}
	if weeks != nil {
		o.Options.Limits.Weeks = new(int(*weeks))
	}
	if weekly != nil {
		o.Weekly = *weekly
	}
	return o, nil
}

// training is what the page of a plan shows.
type training struct {
	wish
	drawn
	Report   *assess.Report
	Plan     *pathway.Plan
	Table    *pathway.Timetable
	Problems ksb.Problems // of the courses, beside these standards
}

// Complaints are the problems, a line each.
func (t training) Complaints() []string { return complaints(t.Problems) }

// train makes the plan that an address asks for.
func (a asked) train(ctx context.Context, q url.Values) (t training, err error) {
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	if t.wish, err = readWish(q); err != nil {
		return t, err
	}
	t.Report = a.Report
	t.Plan, t.Table, t.Problems, err = a.plan(ctx, a.Catalogue, t.Options, t.Weekly)
	return t, err
}

func (s *site) planPage(r *http.Request, a asked) (any, error) {
	t, err := a.train(r.Context(), r.URL.Query())
	if err != nil {
		return nil, err
	}
	t.drawn = draw(planrender.PlanSections(a.Report, t.Plan, assessrender.HTMLOptions{Words: s.words}))
	return t, nil
}

// yearOfWeeks is how far the page of routes looks ahead.
const yearOfWeeks = 52

// ways is what the page of routes shows.
type ways struct {
	drawn
	To, Held ksb.RoleID
	Roles    []ksb.Brief
	Found    *pathway.Routes
	land     pathway.Map     // the part of the map of roles that the routes are on
	Within   []pathway.Reach // in a year; nil: a role is named
}

// ways finds what is within reach or, if a role is named, the ways to it.
func (a asked) ways(ctx context.Context, q url.Values) (f ways, err error) {
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	f.To, f.Held, f.Roles = ksb.RoleID(q.Get("to")), ksb.RoleID(q.Get("held")), a.index.Briefs()
	atlas, t, err := a.traveller(a.Catalogue, f.Held)
	if err == nil && f.To == "" {
		f.Within, err = t.Within(ctx, yearOfWeeks, pathway.RouteOptions{})
	} else if err == nil {
		f.Found, err = t.Routes(ctx, f.To, pathway.RouteOptions{K: 3})
	}
	if errors.Is(err, ksb.ErrUnknownRole) {
		err = fault{http.StatusBadRequest, "The standard has no such role."}
	}
	if f.Found != nil {
		f.land = atlas.Map(onTheWay(f.Found)...)
	}
	return f, err
}

// onTheWay are the roles that routes touch.
func onTheWay(found *pathway.Routes) []ksb.RoleID {
	roles := []ksb.RoleID{found.To.Role}
	if found.From != nil {
		roles = append(roles, found.From.Role)
	}
	for _, route := range found.Routes {
		for _, h := range route.Hops {
			roles = append(roles, h.Role)
		}
	}
	return roles
}

func (s *site) routesPage(r *http.Request, a asked) (any, error) {
	found, err := a.ways(r.Context(), r.URL.Query())
	if err == nil && found.Found != nil {
		found.drawn = draw(planrender.RouteSections(found.Found, found.land, assessrender.HTMLOptions{Words: s.words}))
	}
	return found, err
}
