package skillsengland

import (
	"slices"
	"strings"
)

// title gathers what the title of an occupation can be told from: no label says it.
type title struct {
	begun    bool     // the facts have begun, so the title has gone by
	routed   bool     // the first fact was the level: the line before it is the route
	head     []string // the lines before the facts
	products []string // titles of products
	isNext   bool     // the next line is the title of a product
}

// readHead takes a line that is no fact.
func (p *page) readHead(text string) {
	switch {
	case p.section == products && p.isNext:
		p.title.products = append(p.title.products, text)
		p.isNext = false
	case p.section == header && !p.begun:
		p.head = append(p.head, text)
	}
}

// text is the title: the line before the facts that stands twice in a row, as trail
// and as heading; else the one that is a product, too; else that of the window; else
// the last line but the route.
func (t *title) text() string {
	for i := len(t.head) - 1; i > 0; i-- {
		if t.head[i] == t.head[i-1] {
			return t.head[i]
		}
	}
	for _, name := range t.products {
		if slices.Contains(t.head, name) {
			return name
		}
	}
	for _, line := range t.head {
		if name, isWindow := strings.CutSuffix(line, " / Skills England"); isWindow {
			return name
		}
	}
	return t.last()
}

func (t *title) last() string {
	n := len(t.head)
	switch {
	case n > 1 && t.routed:
		return t.head[n-2]
	case n > 0:
		return t.head[n-1]
	case len(t.products) > 0:
		return t.products[0]
	}
	return ""
}
