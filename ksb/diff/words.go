package diff

import (
	"strings"
	"unicode"
)

// word is a word as written, and as compared.
type word struct{ shown, key string }

// split finds the words of a text: runs of letters, digits, marks and symbols, "+", "#"
// and "%" among them. Apostrophes belong to a word and points and commas to a number when
// they stand inside, and so does the minus before one. "&" is the word "and".
func split(text string) (list []word) {
	runes := []rune(strings.ReplaceAll(text, "’", "'"))
	start := -1
	for i := range len(runes) + 1 {
		in := i < len(runes) && (inWord(runes[i]) || joins(runes, i))
		switch {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			shown := string(runes[start:i])
			list, start = append(list, word{shown, fold(shown)}), -1
		}
		if i < len(runes) && runes[i] == '&' {
			list = append(list, word{"&", "and"})
		}
	}
	return list
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || unicode.IsSymbol(r) || r == '#' || r == '%'
}

// joins tells whether the mark at i stands inside a word, or makes a number negative.
func joins(runes []rune, i int) bool {
	before, after := ' ', ' '
	if i > 0 {
		before = runes[i-1]
	}
	if i < len(runes)-1 {
		after = runes[i+1]
	}
	switch runes[i] {
	case '-', '–':
		return !unicode.IsLetter(before) && !unicode.IsNumber(before) && unicode.IsNumber(after)
	case '\'':
		return unicode.IsLetter(before) && unicode.IsLetter(after)
	case '.', ',':
		return unicode.IsNumber(before) && unicode.IsNumber(after)
	}
	return false
}

// fold makes letters that differ in case alone the same.
func fold(s string) string { return strings.ToLower(strings.ToUpper(s)) }

// squeeze joins the parts of a text by single blanks.
func squeeze(text string) string { return strings.Join(strings.Fields(text), " ") }

// Edit is a run of words and what became of it.
type Edit struct {
	Op    Op     `json:"op"`
	Words string `json:"words"` // as written, without punctuation; kept ones as in the newer text
}

// Op is what became of words.
type Op string

// What can become of words.
const (
	Kept Op = "kept"
	Went Op = "went"
	Came Op = "came"
)

// Words tells which words of a stay, which went and which came to make b, in the order of
// reading; what went stands before what came in its place. The same words: none. What it
// keeps is what [Measure.Similarity] counts.
func (m *Measure) Words(a, b string) []Edit {
	x, y := m.readBoth(a, b)
	return x.edits(y)
}

func (w wording) edits(v wording) (list []Edit) {
	if w.likeness(v) == million {
		return nil
	}
	i, j := 0, 0
	for _, k := range append(align(w.terms, v.terms), kept{len(w.terms), len(v.terms)}) {
		list = extend(list, Went, w.shown[i:k.a])
		list = extend(list, Came, v.shown[j:k.b])
		if k.b < len(v.terms) {
			list = extend(list, Kept, v.shown[k.b:k.b+1])
		}
		i, j = k.a+1, k.b+1
	}
	return list
}

// extend adds words to the last run if it is of the same kind, else as a new one.
func extend(list []Edit, op Op, words []string) []Edit {
	if len(words) == 0 {
		return list
	}
	text := strings.Join(words, " ")
	if last := len(list) - 1; last >= 0 && list[last].Op == op {
		list[last].Words += " " + text
		return list
	}
	return append(list, Edit{op, text})
}
