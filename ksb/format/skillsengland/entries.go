package skillsengland

import (
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// readHeading opens a section. A text that is still open goes on over a line that
// merely looks like a heading with something after it. Before the facts the name of a
// section is an entry in the legend of the map.
func (p *page) readHeading(l line) bool {
	s, rest, is := headingOf(l.text)
	legend := !p.begun && s == prose && strings.HasPrefix(l.text, "Occupational ")
	if !is || legend || p.open != nil && p.open.text != "" && rest != "" {
		return false
	}
	p.section, p.open, p.stray = s, nil, false
	p.list, p.pending = list{gap: true}, ""
	p.begun = true
	if rest != "" {
		p.readInline(rest)
	}
	return true
}

// readCodes takes a line that is nothing but codes as those of the duty before it.
func (p *page) readCodes(l line) bool {
	if p.section != duties || len(p.entries) == 0 || !areCodes(l.text) {
		return false
	}
	d := p.entries[len(p.entries)-1]
	d.codes = append(d.codes, codesIn(l.text)...)
	p.open = nil
	return true
}

// readEntry starts a KSB or a duty.
func (p *page) readEntry(l line) bool {
	c, ok := codeOf(l.text)
	if !ok || !p.expects(c) || !c.opens(p.last[c.letter]) {
		return false
	}
	p.section = ksbs
	if c.letter == 'D' {
		p.section = duties
	}
	p.last[c.letter] = c.number
	p.open, p.stray = &entry{codeLine: c, line: l.number}, false
	p.entries = append(p.entries, p.open)
	return true
}

// expects tells whether a KSB or duty may start here. Without a heading of the KSBs
// that is anywhere but in prose, where only a mark after the code tells it from text.
func (p *page) expects(c codeLine) bool {
	if p.section == ksbs || p.section == duties {
		return true
	}
	return !p.headed && (c.explicit || p.section != prose)
}

// readRest takes a line that starts nothing: it goes on with what is open.
func (p *page) readRest(l line) {
	switch {
	case p.section == titles || p.section == keywords || p.section == groups:
		p.readItem(l.text)
	case p.section != ksbs && p.section != duties:
		p.readHead(l.text)
	case l.text == "Back to Duty" || l.text == "Back to top" || l.text == "×":
		p.open = nil // links and buttons of the page
	case p.open != nil && p.open.text == "":
		p.open.text = l.text
	case p.open != nil:
		p.open.more = append(p.open.more, l.text)
	case len(p.entries) > 0 && !p.stray:
		p.report(l.number, "", ksb.ErrValue, "%.60q belongs to no KSB or duty: it is left out up to the next one", l.text)
		p.stray = true
	}
}
