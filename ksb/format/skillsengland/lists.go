package skillsengland

import "strings"

// list is the state of a list of items, one a line.
type list struct {
	gap   bool // a blank line, or the heading, was the last
	tight bool // two items stand without a blank line between them
}

// blank tells whether a blank line ends the list: not before its first item, and not
// where blank lines part the items, too.
func (l *list) blank() bool {
	l.gap = true
	return l.tight
}

// readItem takes an item of a list. A line that ends in a colon opens something that
// is not known, and so ends the list.
func (p *page) readItem(text string) {
	if strings.HasSuffix(text, ":") {
		p.section = prose
		return
	}
	p.tight = p.tight || !p.gap
	p.gap = false
	p.keep(bare(text))
}

// readInline takes items that stand on the line of the heading.
func (p *page) readInline(rest string) {
	if p.section == products {
		p.readStandard(rest)
		return
	}
	for _, text := range strings.FieldsFunc(rest, func(r rune) bool { return r == ',' || r == ';' }) {
		p.keep(strings.TrimSpace(text))
	}
}

func (p *page) keep(item string) {
	switch {
	case item == "":
	case p.section == titles:
		p.aliases = append(p.aliases, item)
	case p.section == keywords:
		p.words = append(p.words, item)
	case p.section == groups:
		p.readSOC(item)
	}
}
