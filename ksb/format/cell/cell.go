// Package cell keeps a text that goes into a CSV file from being taken for a formula.
// Spreadsheet programs work out whatever begins with = + - @ when they open such a file,
// and a formula can fetch pages and start programs. Every writer of CSV here guards its
// texts, and every reader takes the guard off again, so what was written reads the same:
//
//	Bare(Guard(text)) == text
//
// Workbooks need no guard: a cell of text says that it is text.
package cell

import (
	"strings"
	"unicode"
)

// Guard puts an apostrophe before a text that a spreadsheet program would take for a
// formula, and before one that begins with apostrophes and such a text, so that no two
// texts become one. Any other text stays as it is. Numbers are not for it: -5 is one.
func Guard(text string) string {
	if Formula(strings.TrimLeft(text, "'")) {
		return "'" + text
	}
	return text
}

// Bare undoes [Guard].
func Bare(text string) string {
	if bare, guarded := strings.CutPrefix(text, "'"); guarded && Formula(strings.TrimLeft(bare, "'")) {
		return bare
	}
	return text
}

// Formula tells whether a spreadsheet program may take a text for a formula: it begins
// with = + - @, in their wide forms too, whatever blanks stand before them, or with a tab
// or the end of a line, which some programs take for the end of a cell.
func Formula(text string) bool {
	if text == "" {
		return false
	}
	if strings.ContainsAny(text[:1], "\t\r\n") {
		return true
	}
	start := strings.TrimLeftFunc(text, blank)
	return strings.IndexAny(start, "=+-@＝＋－＠") == 0
}

// blank is what stands before a text without being seen.
func blank(c rune) bool {
	return unicode.IsSpace(c) || unicode.IsControl(c) || unicode.Is(unicode.Cf, c)
}
