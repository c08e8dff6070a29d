package skillsengland

import (
	"html"
	"strings"
	"unicode/utf8"
)

// plain returns s as a page shows it. The API escapes HTML once, twice or not at all;
// what was found to be HTML is decoded once more and no further, so that an escaped
// bracket in its text stays a bracket.
func plain(s string) string {
	const mostEscapes = 2
	tags := false
	for round := 0; round <= mostEscapes && !tags; round++ {
		s, tags = stripTags(s)
		s = decodeEntities(s)
	}
	return squeeze(s)
}

// squeeze trims and turns every run of white space, no-break spaces among them, into
// one blank. Characters without width are not seen and go.
func squeeze(s string) string {
	seen := func(r rune) rune {
		if r == '\u200b' || r == '\ufeff' || r == '\u00ad' {
			return -1
		}
		return r
	}
	return strings.Join(strings.Fields(strings.Map(seen, s)), " ")
}

// plains is plain for a list, without the empty ones.
func plains(list []string) (out []string) {
	for _, s := range list {
		if s = plain(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// decodeEntities decodes what ends in a semicolon: "R&D" and "&notes" are text.
func decodeEntities(s string) string {
	var out strings.Builder
	for {
		before, after, found := strings.Cut(s, "&")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		end := strings.IndexByte(after[:min(len(after), 32)], ';')
		entity := "&" + after[:end+1]
		if decoded := html.UnescapeString(entity); end > 0 && isOneCharacter(decoded) {
			out.WriteString(decoded)
			s = after[end+1:]
			continue
		}
		out.WriteByte('&')
		s = after
	}
}

// isOneCharacter: no entity that matters stands for more; "&notin;x;" would.
func isOneCharacter(s string) bool { return utf8.RuneCountInString(s) == 1 }
