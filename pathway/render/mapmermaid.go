package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/pathway"
)

// MapMermaid writes a map of roles with the routes on it as a Mermaid flowchart, which
// many wikis draw; nil: the map alone. Published links are whole lines, computed ones are
// dotted, routes are thick and carry their numbers. The only errors are those of w.
func MapMermaid(w io.Writer, m pathway.Map, r *pathway.Routes) error {
	return Options{}.MapMermaid(w, m, r)
}

// MapMermaid is [MapMermaid] with choices.
func (o Options) MapMermaid(w io.Writer, m pathway.Map, r *pathway.Routes) error {
	c := newChart(newPlanVoice(o.Words), m, r)
	var out strings.Builder
	out.WriteString("flowchart LR\n")
	for i, b := range c.boxes {
		words := strings.Join(b.words, " ")
		if b.note != "" {
			words += " [" + b.note + "]"
		}
		left, right := "[", "]"
		switch {
		case b.here:
			left, right = "[[", "]]"
		case b.target:
			left, right = "([", "])"
		}
		fmt.Fprintf(&out, "  n%d%s\"%s\"%s\n", i, left, mermaidText(words), right)
	}
	for _, l := range c.lines {
		fmt.Fprintf(&out, "  n%d %s n%d\n", l.from, l.mermaid(), l.to)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// mermaid is the line in Mermaid's signs.
func (l line) mermaid() string {
	back := ""
	if l.both {
		back = "<"
	}
	switch {
	case len(l.routes) > 0:
		return back + "== \"" + strings.Join(l.routes, " ") + "\" ==>"
	case l.published:
		return back + "-->"
	}
	return back + "-.->"
}

// mermaidText makes any text safe between quotes.
func mermaidText(text string) string {
	var out strings.Builder
	for _, r := range strings.Join(strings.Fields(text), " ") {
		switch {
		case strings.ContainsRune("\"#;<>&`\\{}|", r):
			fmt.Fprintf(&out, "#%d;", r)
		case r < ' ' || r == 0x7f:
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}
