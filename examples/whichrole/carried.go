package main

import (
	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb/page"
)

// carried tells what counts for a match though it is about other statements: what came
// over links that a person confirmed.
func carried(p *page.Page, r *assess.Report) {
	voice, lead := render.NewVoice(nil), "      Carried    "
	for i := range r.Gaps {
		g := &r.Gaps[i]
		for _, part := range g.Parts {
			if said := voice.Carried(part); said != "" {
				p.Item(lead+page.Column(render.Label(g), 5)+" ", said)
				lead = "                 "
			}
		}
	}
}

// reports are those behind some matches, in their order.
func (o *options) reports(in *given, engine *assess.Engine, list []assess.Matched) (reports []*assess.Report, err error) {
	workers := map[string]assess.Worker{}
	for _, w := range in.workers {
		workers[w.ID] = w
	}
	for _, m := range list {
		r, err := engine.Assess(engine.Profile(workers[m.Worker], o.asOf), m.Role.ID)
		if err != nil {
			return nil, err
		}
		reports = append(reports, r)
	}
	return reports, nil
}
