package web

import (
	"html/template"
	"io"

	"github.com/skillgap-go/skillgap/ksb/wording"
)

// Document is one page.
type Document struct {
	Words *wording.Words // nil: English
	// Title is that of the window; the page has it as its first heading, too, unless
	// Heading says it with markup.
	Title    string
	Heading  []Node    // what the first heading holds
	Lead     []Node    // below the heading
	Sections []Section // each with a heading of the second rank and a place in the contents
	Before   []Node    // above the page: the links of a site
	After    []Node    // below the page
	Assets   Assets
	// Contents: a list of the sections stands before them.
	Contents bool
}

// Section is a part of a page that stands by itself, so that a page can be put together
// from the sections of several writers. A section without a body is left out.
type Section struct {
	ID    string // unique on the page; what a link leads to
	Title string
	Body  []Node
	Wide  bool // of use at the full width of a screen: a chart over time
}

// Node is the section as an element, named by its heading.
func (s Section) Node() Node {
	if len(s.Body) == 0 {
		return Node{}
	}
	class := "part"
	if s.Wide {
		class = "part wide"
	}
	return El("section", ID(s.ID), Class(class), Attr("aria-labelledby", s.ID+"-title"),
		El("h2", ID(s.ID+"-title"), Text(s.Title)), List(s.Body...))
}

// HTML is the section for a program that uses html/template. The page it stands on needs
// [Sprite] once, if the section has charts.
func (s Section) HTML() template.HTML { return HTML(s.Node()) }

// Write writes the page. The only errors are those of w.
func (d *Document) Write(w io.Writer) error {
	_, err := io.WriteString(w, d.HTML())
	return err
}

// HTML is the whole page, from its doctype on.
func (d *Document) HTML() string {
	w := wording.OrEnglish(d.Words)
	body := d.body(w)
	var p printer
	p.out.Grow(len(style) + len(script) + body.size() + 1<<10)
	p.out.WriteString("<!DOCTYPE html>\n<html lang=\"")
	p.escaped(w.Language())
	if w.RightToLeft() {
		p.out.WriteString("\" dir=\"rtl")
	}
	p.out.WriteString("\">\n<head>\n")
	d.head(&p)
	p.out.WriteString("</head>\n")
	p.node(&body)
	p.out.WriteString("</html>\n")
	return p.out.String()
}

// head is the one place where text of ours is written as it stands.
func (d *Document) head(p *printer) {
	p.out.WriteString("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	p.out.WriteString("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
	if d.Assets.StyleURL == "" && (d.Assets.ScriptURL == "" || d.Assets.NoScript) {
		p.out.WriteString("<meta http-equiv=\"Content-Security-Policy\" content=\"" + d.Assets.Policy() + "\">\n")
	}
	title := El("title", Text(d.Title))
	p.node(&title)
	if d.Assets.StyleURL == "" {
		p.out.WriteString("<style>" + style + "</style>\n")
	} else {
		p.out.WriteString(`<link rel="stylesheet" href="`)
		p.escaped(harmless(d.Assets.StyleURL))
		p.out.WriteString("\">\n")
	}
	d.script(p)
}

func (d *Document) script(p *printer) {
	switch {
	case d.Assets.NoScript:
	case d.Assets.ScriptURL == "":
		p.out.WriteString("<script type=\"module\">" + script + "</script>\n") // a module waits for the page
	default:
		p.out.WriteString(`<script type="module" src="`)
		p.escaped(harmless(d.Assets.ScriptURL))
		p.out.WriteString("\"></script>\n")
	}
}

func (d *Document) body(w *wording.Words) Node {
	heading := d.Heading
	if len(heading) == 0 {
		heading = []Node{Text(d.Title)}
	}
	said := func(name constant, key string) Node { return Attr(name, w.Say(key)) }
	return El("body", said("data-sort", "web.sort"), said("data-open", "web.open"), said("data-close", "web.close"), said("data-show", "web.show"), said("data-all", "web.all"),
		El("a", Class("skip"), Href("#main"), Text(w.Say("web.skip"))),
		Sprite(),
		List(d.Before...),
		El("main", ID("main"), Attr("tabindex", "-1"),
			El("header", Class("head"), El("h1", heading...), List(d.Lead...)),
			If(d.Contents, d.contents(w)),
			Each(d.Sections, Section.Node)),
		List(d.After...))
}

func (d *Document) contents(w *wording.Words) Node {
	return El("nav", Class("contents"), Attr("aria-label", w.Say("web.contents")), El("ul", Each(d.Sections, func(s Section) Node {
		return If(len(s.Body) > 0, El("li", El("a", Href("#"+s.ID), Text(s.Title))))
	})))
}
