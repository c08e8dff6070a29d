package skillsengland

import "strings"

// reach is how far the end of a tag, comment or script is looked for, in bytes.
const reach = 1 << 12

// stripTags takes HTML tags and comments out and tells whether there were any. Tags
// that part lines leave a blank. A bracket that opens no tag of HTML is text: "x<y".
func stripTags(s string) (string, bool) {
	var out strings.Builder
	any := false
	for {
		before, after, found := strings.Cut(s, "<")
		out.WriteString(before)
		if !found {
			return out.String(), any
		}
		rest, gap, isTag := afterTag(after)
		if !isTag {
			rest, gap = after, "<"
		}
		any = any || isTag
		out.WriteString(gap)
		s = rest
	}
}

// afterTag returns what follows the tag whose bracket stands before s, and what to
// leave in its place.
func afterTag(s string) (rest, gap string, isTag bool) {
	if comment, ok := strings.CutPrefix(s, "!--"); ok {
		end := strings.Index(near(comment), "-->")
		return comment[max(end, 0)+min(len(comment), 3):], "", end >= 0
	}
	name := tagName(strings.TrimPrefix(s, "/"))
	gap, isTag = gapOf(name)
	end := tagEnd(s)
	if !isTag || end < 0 {
		return "", "", false
	}
	rest = s[end+1:]
	if name == "script" || name == "style" {
		rest = afterClosing(rest, name)
	}
	return rest, gap, true
}

// tagName is the name that s starts with, in lower case.
func tagName(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9')
	})
	if end < 0 || !strings.ContainsRune(" \t\r\n/>", rune(s[end])) {
		return ""
	}
	return strings.ToLower(s[:end])
}

// tagEnd is the position of the bracket that closes the tag, -1 if there is none;
// brackets within quotes do not count.
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

// afterClosing skips the content of a script or style: no page shows it.
func afterClosing(s, name string) string {
	if at := strings.Index(near(s), "</"+name); at >= 0 {
		return s[at:]
	}
	return s
}

func near(s string) string { return s[:min(len(s), reach)] }

// gapOf returns what a tag leaves behind, and whether there is such a tag.
func gapOf(name string) (string, bool) {
	switch name {
	case "a", "abbr", "b", "em", "font", "i", "s", "small", "span", "strong", "sub", "sup", "u", "script", "style":
		return "", true
	case "br", "blockquote", "caption", "div", "dd", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li",
		"ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul":
		return " ", true
	}
	return "", false
}
