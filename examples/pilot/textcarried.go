package main

import (
	"github.com/skillgap-go/skillgap/assess/render"
)

// carried tells what counts for somebody though it is about another statement: what came
// over links that a person confirmed.
func (t *text) carried() {
	voice, headed := render.NewVoice(nil), false
	for _, m := range t.members() {
		for i := range m.report.Gaps {
			g := &m.report.Gaps[i]
			for _, part := range g.Parts {
				said := voice.Carried(part)
				if said == "" {
					continue
				}
				if !headed {
					t.Item("", "")
					t.Item("", voice.Words().Say("carried.title")+":")
					headed = true
				}
				t.Item("  "+m.worker.ID+"  "+render.Label(g)+"  ", said)
			}
		}
	}
}
