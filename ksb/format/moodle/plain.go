package moodle

import (
	"html"
	"strings"
)

// plain returns HTML as a page shows it: tags and comments taken out, entities decoded
// once. Tags within a line leave nothing behind, all others a blank.
func plain(s string) string {
	var out strings.Builder
	for {
		before, after, found := strings.Cut(s, "<")
		out.WriteString(before)
		if !found {
			return squeeze(html.UnescapeString(out.String()))
		}
		name, rest, isTag := cutTag(after)
		switch {
		case !isTag:
			out.WriteString("&lt;")
			rest = after
		case !inLine(name):
			out.WriteByte(' ')
		}
		s = rest
	}
}

// cutTag returns the name of the tag whose bracket stands before s, and what follows
// it. Scripts and styles end with their closing tag, comments with their mark.
func cutTag(s string) (name, rest string, isTag bool) {
	const reach = 1 << 12 // how far the end of a tag or a comment is looked for, in bytes
	if comment, is := strings.CutPrefix(s, "!--"); is {
		end := strings.Index(comment[:min(len(comment), reach)], "-->")
		return "b", comment[max(0, end)+min(len(comment), 3):], end >= 0
	}
	end := tagEnd(s[:min(len(s), reach)])
	name = strings.ToLower(strings.TrimPrefix(s[:max(end, 0)], "/"))
	if cut := strings.IndexAny(name, " \t\r\n/"); cut >= 0 {
		name = name[:cut]
	}
	if name == "" || name[0] < 'a' || name[0] > 'z' {
		return "", "", false
	}
	rest = s[end+1:]
	if s[0] != '/' && (name == "script" || name == "style") {
		_, rest, _ = strings.Cut(rest, "</"+name)
		_, rest, _ = strings.Cut(rest, ">")
	}
	return name, rest, true
}

// tagEnd is the position of the bracket that closes a tag, not counting those within
// quotes; -1: none before the next bracket opens.
func tagEnd(s string) int {
	quote := byte(0)
	for i := range len(s) {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i
		case c == '<':
			return -1
		}
	}
	return -1
}

// inLine tells whether a tag stands within a line and parts nothing.
func inLine(name string) bool {
	switch name {
	case "a", "abbr", "b", "code", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u":
		return true
	}
	return false
}

// squeeze trims and turns every run of white space, no-break spaces among them, into
// one blank.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
