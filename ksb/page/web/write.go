package web

import (
	"html/template"
	"io"
	"strings"
	"unicode"
)

// Write writes nodes as HTML. The only errors are those of w.
func Write(w io.Writer, nodes ...Node) error {
	_, err := io.WriteString(w, string(HTML(nodes...)))
	return err
}

// HTML is nodes as HTML, for a program that uses html/template.
func HTML(nodes ...Node) template.HTML {
	var p printer
	for i := range nodes {
		p.node(&nodes[i])
	}
	return template.HTML(p.out.String())
}

type printer struct{ out strings.Builder }

func (p *printer) node(n *Node) {
	switch n.kind {
	case element:
		p.element(n)
	case text:
		p.escaped(n.text)
	case isolated:
		p.isolated(n.text)
	case list:
		for i := range n.parts {
			p.node(&n.parts[i])
		}
	}
}

// isolated writes each name that is set apart as an element of its own.
func (p *printer) isolated(s string) {
	for {
		before, rest, opened := strings.Cut(s, "\u2068")
		p.escaped(before)
		if !opened {
			return
		}
		name, after, _ := strings.Cut(rest, "\u2069")
		p.out.WriteString("<bdi>")
		p.escaped(name)
		p.out.WriteString("</bdi>")
		s = after
	}
}

func (p *printer) element(n *Node) {
	p.out.WriteByte('<')
	p.out.WriteString(n.name)
	from := p.out.Len()
	p.attributes(n.parts, from)
	p.out.WriteByte('>')
	if void(n.name) {
		return
	}
	for i := range n.parts {
		p.node(&n.parts[i])
	}
	p.out.WriteString("</")
	p.out.WriteString(n.name)
	p.out.WriteByte('>')
	if ownLine(n.name) {
		p.out.WriteByte('\n')
	}
}

// attributes writes those among the parts. from is where the first of them stands.
func (p *printer) attributes(parts []Node, from int) {
	for i := range parts {
		switch n := &parts[i]; n.kind {
		case list:
			p.attributes(n.parts, from)
		case attribute:
			if p.out.Len() > from && strings.Contains(p.out.String()[from:], " "+n.name+`="`) {
				continue
			}
			p.out.WriteByte(' ')
			p.out.WriteString(n.name)
			p.out.WriteString(`="`)
			p.escaped(n.text)
			p.out.WriteByte('"')
		}
	}
}

func void(name string) bool {
	switch name {
	case "br", "hr", "img", "input", "col", "wbr", "area", "source":
		return true
	}
	return false
}

// size is about how many bytes a node takes when it is written.
func (n *Node) size() int {
	size := 2*len(n.name) + len(n.text) + 6
	for i := range n.parts {
		size += n.parts[i].size()
	}
	return size
}

// ownLine: elements that end a line, so that a page can be read and compared as text.
func ownLine(name string) bool {
	switch name {
	case "div", "section", "p", "ul", "ol", "li", "table", "caption", "tr", "thead", "tbody", "details", "summary", "h1", "h2", "h3", "h4",
		"header", "footer", "main", "nav", "dl", "dd", "svg", "g", "symbol", "pattern", "form", "fieldset", "title", "body", "head":
		return true
	}
	return false
}

// escaped writes text for an element or between double quotes.
func (p *printer) escaped(s string) {
	from := 0
	for i, r := range s {
		put, change := "", true
		switch {
		case r == '&':
			put = "&amp;"
		case r == '<':
			put = "&lt;"
		case r == '>':
			put = "&gt;"
		case r == '"':
			put = "&#34;"
		case r == '\'':
			put = "&#39;"
		case r < 0x7f && r >= ' ', r == '\n':
			change = false
		case hidden(r):
		case r == unicode.ReplacementChar:
			put = "\ufffd" // so that bytes that are no text do not pass
		default:
			change = false
		}
		if change {
			p.out.WriteString(s[from:i])
			p.out.WriteString(put)
			from = i + widthAt(s, i)
		}
	}
	p.out.WriteString(s[from:])
}

// widthAt is how many bytes the character at i has; a byte that is none counts by itself.
func widthAt(s string, i int) int {
	for j := range s[i:] {
		if j > 0 {
			return j
		}
	}
	return len(s) - i
}

// hidden: controls, and characters that turn the direction of a line around.
func hidden(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' ||
		r == '\u200e' || r == '\u200f' || r == '\u061c' || r == '\ufeff' || r >= 0xe0000 && r <= 0xe007f
}

func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if hidden(r) || r == '\n' || r == '\t' {
			return -1
		}
		return r
	}, s)
}
