package plaintext

import "strings"

// reach is how far the end of a tag or comment is looked for, in bytes.
const reach = 1 << 12

// strip takes tags and comments out and tells whether there were any. gap says what a
// tag of a name leaves in its place, and whether there is such a tag at all.
func strip(s string, gap func(name string) (string, bool)) (string, bool) {
	var out strings.Builder
	found := false
	for {
		before, after, more := strings.Cut(s, "<")
		if !more && !found {
			return out.String() + before, false
		}
		out.WriteString(before)
		if !more {
			return out.String(), true
		}
		rest, left, isTag := afterTag(after, gap)
		if !isTag {
			rest, left = after, "<"
		}
		found = found || isTag
		out.WriteString(left)
		s = rest
	}
}

// afterTag returns what follows the tag whose bracket stands before s, and what to
// leave in its place.
func afterTag(s string, gap func(name string) (string, bool)) (rest, left string, isTag bool) {
	if comment, ok := strings.CutPrefix(s, "!--"); ok {
		end := strings.Index(near(comment), "-->")
		return comment[max(end, 0)+min(len(comment), 3):], "", end >= 0
	}
	name := tagName(strings.TrimPrefix(s, "/"))
	left, isTag = gap(name)
	end := -1
	if isTag {
		end = tagEnd(s)
	}
	if end < 0 {
		return "", "", false
	}
	rest = s[end+1:]
	if s[0] != '/' && (name == "script" || name == "style") {
		rest = fromClosing(rest, name)
	}
	return rest, left, true
}

// tagName is the name that s starts with, in lower case; "" if that is none.
func tagName(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != ':' && r != '-'
	})
	if end < 1 || end > 32 || !strings.ContainsRune(" \t\r\n/>", rune(s[end])) {
		return ""
	}
	return strings.ToLower(s[:end])
}

// tagEnd is the position of the bracket that closes the tag, -1 if there is none before
// the next one opens; brackets within quotes do not count.
func tagEnd(s string) int {
	quote := byte(0)
	for i := range len(near(s)) {
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

// fromClosing skips the content of a script or style up to its closing tag: no page
// shows it. Without one it goes to the end.
func fromClosing(s, name string) string {
	for {
		at := strings.Index(s, "</")
		if at < 0 {
			return ""
		}
		s = s[at:]
		if len(s) >= 2+len(name) && strings.EqualFold(s[2:2+len(name)], name) {
			return s
		}
		s = s[2:]
	}
}

func near(s string) string { return s[:min(len(s), reach)] }

// gapOf returns what a tag of HTML leaves behind, and whether there is such a tag.
func gapOf(name string) (string, bool) {
	switch name {
	case "a", "abbr", "b", "code", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u", "script", "style":
		return "", true
	case "br", "blockquote", "caption", "div", "dd", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li",
		"ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul":
		return " ", true
	}
	return "", false
}

// anyTag is gapOf where every name is a tag: one that HTML does not know parts lines.
func anyTag(name string) (string, bool) {
	if gap, known := gapOf(name); known {
		return gap, true
	}
	return " ", name != "" && name[0] >= 'a' && name[0] <= 'z'
}
