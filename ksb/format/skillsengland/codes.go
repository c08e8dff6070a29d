package skillsengland

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// codeLine is a line that starts with the code of a KSB or duty.
type codeLine struct {
	letter   byte // K, S, B or D
	number   int  // from 1
	text     string
	explicit bool // a mark parts code and text, or the line says that it is a duty
}

func (c codeLine) label() string { return string(c.letter) + strconv.Itoa(c.number) }

// codeOf reads "K1: text" and its variants: a dot, a bracket, a dash or a mere blank
// after the code, and "Duty D1" or "Duty 1" for a duty.
func codeOf(text string) (codeLine, bool) {
	text = bare(text)
	rest, isDuty := strings.CutPrefix(text, "Duty ")
	if isDuty {
		text = "D" + strings.TrimPrefix(rest, "D")
	}
	if text == "" || strings.IndexByte("KSBD", text[0]) < 0 {
		return codeLine{}, false
	}
	n := digits(text[1:])
	number, _ := strconv.Atoi(text[1 : 1+min(n, 4)])
	if n == 0 || n > 3 || number == 0 {
		return codeLine{}, false
	}
	c := codeLine{letter: text[0], number: number}
	mark, ok := afterCode(text[1+n:], &c.text)
	c.explicit = mark || isDuty
	return c, ok
}

// afterCode takes the mark between code and text off. "K1.2", "K1-K5" and "B2B" are no
// codes with a text after them.
func afterCode(s string, text *string) (mark, ok bool) {
	trimmed := strings.TrimLeft(s, " ")
	blank := len(trimmed) < len(s)
	next, size := utf8.DecodeRuneInString(trimmed)
	if trimmed == "" {
		return false, true
	}
	if strings.ContainsRune(":.)-–—", next) {
		*text = strings.TrimSpace(trimmed[size:])
		after, _ := utf8.DecodeRuneInString(trimmed[size:])
		dash := strings.ContainsRune("-–—", next)
		return true, *text == "" || after == ' ' || next == ':' || !dash && unicode.IsLetter(after) || dash && blank
	}
	*text = trimmed
	return false, blank
}

// opens tells whether a code that only a blank parts from the text starts an entry. A
// wrapped line such as "K2 and K3 above" does not.
func (c codeLine) opens(last int) bool {
	first, _ := utf8.DecodeRuneInString(c.text)
	if c.explicit || c.text == "" || !unicode.IsLower(first) {
		return true
	}
	word, _, _ := strings.Cut(c.text, " ")
	return c.number == last+1 && word != "and" && word != "or" && word != "to"
}

// areCodes tells whether a text is nothing but codes of KSBs.
func areCodes(text string) bool {
	words := codesIn(text)
	for _, word := range words {
		if c, ok := codeOf(word); !ok || c.text != "" || c.explicit || c.letter == 'D' {
			return false
		}
	}
	return len(words) > 0
}

func codesIn(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == ';' })
}
