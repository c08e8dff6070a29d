package web

import (
	"slices"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

// Node is a part of a page: an element, text, or an attribute of the element it is given
// to. The zero Node is nothing. Nodes are values; none of them holds what is not escaped
// when it is written.
type Node struct {
	kind  nodeKind
	name  string // of an element or an attribute
	text  string // or the value of an attribute
	parts []Node
}

type nodeKind uint8

const (
	nothing nodeKind = iota
	element
	text
	attribute
	list
	isolated
)

// constant is text that stands in the program: no value of type string is one, so what
// was read from a file cannot be the name of an element.
type constant string

// El is an element. Attributes among its parts may stand anywhere; of two of a name the
// first holds. Elements that would run or load something (script, style, iframe, object,
// embed, base, meta, link) are nothing.
func El(name constant, parts ...Node) Node {
	switch name {
	case "script", "style", "iframe", "object", "embed", "base", "meta", "link":
		return Node{}
	}
	return Node{kind: element, name: string(name), parts: parts}
}

// Text is text, escaped. Characters that turn the direction of a line around and
// controls are left out.
func Text(s string) Node { return Node{kind: text, text: s} }

// Number is a whole number in digits.
func Number(n int) Node { return Text(strconv.Itoa(n)) }

// List is several nodes in a row.
func List(parts ...Node) Node { return Node{kind: list, parts: parts} }

// If is the node where a condition holds, else nothing.
func If(holds bool, n Node) Node {
	if !holds {
		return Node{}
	}
	return n
}

// Each is one node for each of a list.
func Each[T any](of []T, node func(T) Node) Node {
	parts := make([]Node, len(of))
	for i := range of {
		parts[i] = node(of[i])
	}
	return List(parts...)
}

// Attr is an attribute. An address has verbs of its own ([Href], [Action], [Src]); style
// and handlers of events (on...) are nothing.
func Attr(name constant, value string) Node {
	lower := strings.ToLower(string(name))
	if strings.HasPrefix(lower, "on") || slices.Contains([]string{"style", "href", "xlink:href", "src", "srcset", "srcdoc",
		"action", "formaction", "data", "poster", "background", "ping"}, lower) {
		return Node{}
	}
	return Node{kind: attribute, name: string(name), text: value}
}

// Class is the attribute class.
func Class(names string) Node { return Attr("class", names) }

// ID is the attribute id.
func ID(id string) Node { return Attr("id", id) }

// Flag is an attribute without a value where a condition holds.
func Flag(name constant, holds bool) Node { return If(holds, Attr(name, "")) }

// Href is the address of a link: http, https, mailto or one without a scheme; any other
// becomes "#".
func Href(address string) Node { return Node{kind: attribute, name: "href", text: harmless(address)} }

// Action is the address that a form is sent to; see [Href].
func Action(address string) Node {
	return Node{kind: attribute, name: "action", text: harmless(address)}
}

// Src is the address of an image; see [Href].
func Src(address string) Node { return Node{kind: attribute, name: "src", text: harmless(address)} }

// harmless is an address that runs nothing.
func harmless(address string) string {
	address = strings.TrimSpace(visible(address))
	scheme, _, has := strings.Cut(address, ":")
	if !has || strings.ContainsAny(scheme, "/?#") {
		return address
	}
	if slices.Contains([]string{"http", "https", "mailto"}, strings.ToLower(scheme)) {
		return address
	}
	return "#"
}

// Name is a name that somebody gave, such as that of a source: set apart, so that one
// written from right to left does not turn its surroundings around.
func Name(s string) Node { return El("bdi", Text(s)) }

// Prose is text of a standard or a person: its direction is its own.
func Prose(name constant, s string, parts ...Node) Node {
	return El(name, Attr("dir", "auto"), List(parts...), Text(s))
}

// Isolated is text in which names stand between the characters U+2068 and U+2069: each
// becomes a [Name].
func Isolated(s string) Node { return Node{kind: isolated, text: s} }

// Day is a day in words, with the day as a program reads it; no day is nothing.
func Day(w *wording.Words, d ksb.Date) Node {
	if d == 0 {
		return Node{}
	}
	return El("time", Attr("datetime", d.String()), Text(w.Day(d)))
}

// Say is a message of a catalogue; an argument that is a Node stands as it is.
func Say(w *wording.Words, key string, pairs ...any) Node {
	said := w.Parts(key, pairs...)
	if len(said) == 1 && said[0].Value == nil {
		return Text(said[0].Text)
	}
	parts := make([]Node, len(said))
	for i, p := range said {
		parts[i] = Text(p.Text)
		if node, is := p.Value.(Node); is {
			parts[i] = node
		}
	}
	return List(parts...)
}
