package render

import (
	"github.com/skillgap-go/skillgap/ksb/page/web"
	"github.com/skillgap-go/skillgap/pathway"
)

// runsOut is the credentials that run out before the plan ends, and what becomes of
// them.
func (h *planHTML) runsOut() web.Section {
	if len(h.p.Lapses) == 0 {
		return web.Section{}
	}
	table := web.Table{Caption: h.say("plan.lapses"), Hidden: true, Columns: []web.Column{
		{Name: h.say("plan.lapses.credential")}, {Name: h.say("plan.lapses.until")}, {Name: h.say("plan.lapses.needed")}, {Name: h.say("plan.lapses.then")},
	}}
	for _, l := range h.p.Lapses {
		table.Rows = append(table.Rows, []web.Node{
			web.Name(string(l.Credential)), web.Day(h.words, l.Until), web.Isolated(h.courses(l.NeededBy)), web.Isolated(h.renewal(l)),
		})
	}
	return h.section("lapses", "plan.lapses", table.Node())
}

// renewal says what becomes of a credential that runs out.
func (h *planHTML) renewal(l pathway.Lapse) string {
	switch needed := len(l.NeededBy) > 0; {
	case len(l.RenewedBy) > 0:
		return h.say("plan.lapses.renewed", "names", h.courses(l.RenewedBy))
	case needed && len(l.Renews) == 0:
		return h.say("plan.lapses.stuck")
	case needed:
		return h.say("plan.lapses.dear", "names", h.courses(l.Renews))
	case len(l.Renews) > 0:
		return h.say("plan.lapses.keep", "names", h.courses(l.Renews))
	}
	return h.say("plan.lapses.gone")
}

// courses names courses by their titles.
func (h *planHTML) courses(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = apart(h.title(id))
	}
	return h.list(names)
}

// told is why no plan is better, for whoever opens it.
func (h *planHTML) told() web.Node {
	if h.p.Proof == nil {
		return web.Node{}
	}
	t := &text{planVoice: h.planVoice, r: h.r, p: h.p, label: h.label}
	var parts []web.Node
	for _, s := range t.proofs(h.p.Proof) {
		parts = append(parts, web.El("p", web.El("strong", web.Text(s.title))))
		for _, l := range s.lines {
			parts = append(parts, web.El("p", web.Text(l.inWords())))
		}
	}
	return web.Fold(false, web.Text(h.say("plan.proof.why")), web.El("div", web.List(parts...)))
}
