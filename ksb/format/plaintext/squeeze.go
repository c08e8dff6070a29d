package plaintext

import "strings"

// Squeeze trims and turns every run of white space, no-break spaces among them, into
// one blank. Characters without width are not seen and go.
func Squeeze(s string) string {
	if isSqueezed(s) {
		return s
	}
	return strings.Join(strings.Fields(strings.Map(seen, s)), " ")
}

func seen(r rune) rune {
	if r == '\u200b' || r == '\ufeff' || r == '\u00ad' {
		return -1
	}
	return r
}

// isSqueezed tells of most texts that there is nothing to do: printable ASCII with
// single blanks within it.
func isSqueezed(s string) bool {
	blank := true
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' || s[i] == ' ' && blank {
			return false
		}
		blank = s[i] == ' '
	}
	return s == "" || !blank
}
