package render

import "github.com/skillgap-go/skillgap/ksb/page/web"

// gates are those that the courses do not open, and what would.
func (h *planHTML) gates() web.Section {
	if h.r == nil {
		return web.Section{}
	}
	t := &text{planVoice: h.planVoice, r: h.r, p: h.p, label: h.label}
	var lines []web.Node
	for _, l := range t.gates().lines {
		lines = append(lines, web.El("li", web.El("strong", web.Name(l.name)), web.Text(": "), web.Isolated(l.words)))
	}
	if len(lines) == 0 {
		return web.Section{}
	}
	return h.section("gates", "plan.gates", web.El("ul", web.List(lines...)))
}
