// Package plaintext turns HTML, and text that may be HTML, into the text that a page
// shows: tags and comments taken out, entities decoded, white space squeezed. Nothing
// that can be seen is dropped. What is put in may be anything: nothing is an error, and
// the work grows with its length.
package plaintext

import (
	"html"
	"strings"
)

// OfHTML returns the text of HTML. Tags within a line leave nothing behind, all others
// a blank; a bracket that opens no tag is text: "x<5".
func OfHTML(s string) string {
	if strings.ContainsAny(s, "<&") {
		s, _ = strip(s, anyTag)
		s = html.UnescapeString(s)
	}
	return Squeeze(s)
}

// Of returns the text of what may be HTML, escaped once or twice, or no HTML at all, as
// sources write it that do not say which. Only tags that HTML knows are tags and only
// what ends in a semicolon is an entity: "R&D of <parts>" is text. What was found to be
// HTML is decoded once more and no further, so that an escaped bracket in its text stays
// a bracket.
func Of(s string) string {
	const mostEscapes = 2
	tags := false
	for round := 0; round <= mostEscapes && !tags && strings.ContainsAny(s, "<&"); round++ {
		s, tags = strip(s, gapOf)
		s = decodeEntities(s)
	}
	return Squeeze(s)
}

// Each is [Of] for every text of a list, without those that are empty.
func Each(list []string) (out []string) {
	for _, s := range list {
		if s = Of(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}
