package plaintext

import (
	"html"
	"strings"
	"unicode/utf8"
)

// decodeEntities decodes what ends in a semicolon: "R&D" and "&notes" are text.
func decodeEntities(s string) string {
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
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
