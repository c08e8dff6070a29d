package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/page"
	"github.com/skillgap-go/skillgap/ksb/wording"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/render"
)

// mostDrawn is how many roles are drawn whole; of larger maps only what the routes touch.
const mostDrawn = 40

func (o *options) write(w io.Writer, words *wording.Words, atlas *pathway.Atlas, r *pathway.Routes) error {
	say := render.Options{Words: words}
	switch o.output.Format {
	case inputs.JSON:
		return render.RoutesJSON(w, r)
	case inputs.Mermaid:
		return say.MapMermaid(w, o.part(atlas, r), r)
	case inputs.SVG:
		return say.MapSVG(w, o.part(atlas, r), r)
	case inputs.HTML:
		return render.RouteHTML(w, r, o.part(atlas, r), reports.HTMLOptions{Words: words})
	}
	return say.RoutesText(w, r)
}

// part is the part of the map that is drawn: of computed links only those that a route
// takes, unless all are asked for.
func (o *options) part(atlas *pathway.Atlas, r *pathway.Routes) pathway.Map {
	m := atlas.Map()
	onRoute := map[[2]ksb.RoleID]bool{}
	roles := []ksb.RoleID{r.To.Role}
	for _, route := range r.Routes {
		for _, h := range route.Hops {
			roles = append(roles, h.Role)
			for _, l := range h.Links {
				roles, onRoute[[2]ksb.RoleID{l.From, l.To}] = append(roles, l.From), true
			}
		}
	}
	if len(m.Roles) > mostDrawn {
		if r.From != nil {
			roles = append(roles, r.From.Role)
		}
		m = atlas.Map(roles...)
	}
	if !o.allLinks {
		m.Links = slices.DeleteFunc(m.Links, func(l pathway.Link) bool {
			return l.Kind == pathway.ComputedLink && !onRoute[[2]ksb.RoleID{l.From, l.To}]
		})
	}
	return m
}

// writeReach lists what is within reach.
func (o *options) writeReach(ctx context.Context, w io.Writer, t *pathway.Traveller) error {
	weeks := o.within
	if weeks == unasked {
		weeks = 52
	}
	list, err := t.Within(ctx, weeks, o.routes)
	if err != nil {
		return err
	}
	if o.output.Format == inputs.JSON {
		return strictjson.WriteResult(w, struct {
			Weeks int             `json:"weeks"`
			Roles []pathway.Reach `json:"roles"`
		}{weeks, list})
	}
	var p page.Page
	p.Heading(fmt.Sprintf("Within reach: %d weeks of training", weeks))
	for _, r := range list {
		p.Item("  ", r.Title+" ["+string(r.Role)+"]")
		p.Item("      ", reachWords(r))
	}
	if len(list) == 0 {
		p.Item("", "No role of which anything is shown.")
	}
	return p.Flush(w)
}

func reachWords(r pathway.Reach) string {
	if r.Now {
		return "now: everything is shown."
	}
	text := fmt.Sprintf("%d weeks, %d hours and £%d.%02d of training.", r.Weeks, (r.Minutes+59)/60, r.CostPence/100, r.CostPence%100)
	if r.Unknown > 0 {
		text += fmt.Sprintf(" Find out first: %d requirements.", r.Unknown)
	}
	if len(r.Shut) > 0 {
		text += " Gates not open: " + join(r.Shut) + "."
	}
	return text
}

// writeUnlocks lists what a course or a credential opens.
func (o *options) writeUnlocks(w io.Writer, in *given, t *pathway.Traveller) error {
	isCourse := slices.ContainsFunc(in.catalogue.Courses, func(c pathway.Course) bool { return c.ID == o.unlocks })
	list, err := []pathway.Unlock(nil), error(nil)
	if isCourse {
		list, err = t.UnlockedByCourse(o.unlocks, o.routes)
	} else {
		list, err = t.UnlockedByCredential(ksb.CredentialID(o.unlocks), o.routes)
	}
	if err != nil {
		return err
	}
	if o.output.Format == inputs.JSON {
		return strictjson.WriteResult(w, struct {
			By    string           `json:"by"`
			Roles []pathway.Unlock `json:"roles"`
		}{o.unlocks, list})
	}
	var p page.Page
	p.Heading(fmt.Sprintf("%s brings %d roles nearer", o.unlocks, len(list)))
	for _, u := range list {
		p.Item("  ", u.Title+" ["+string(u.Role)+"]")
		p.Item("      ", unlockWords(u))
	}
	return p.Flush(w)
}

func unlockWords(u pathway.Unlock) string {
	var parts []string
	if len(u.Opens) > 0 {
		parts = append(parts, "opens "+join(u.Opens))
	}
	if len(u.Closes) > 0 {
		parts = append(parts, "closes "+join(u.Closes))
	}
	if u.Whole {
		parts = append(parts, "nothing else that is known of stands in the way")
	}
	return strings.Join(parts, "; ") + "."
}

func join[T ~string](list []T) string {
	names := make([]string, len(list))
	for i, name := range list {
		names[i] = string(name)
	}
	return strings.Join(names, ", ")
}
