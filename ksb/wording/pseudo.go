package wording

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// Pseudo is a language for tests: English in accented letters, half as long again, each
// message between ⟦ and ⟧. A text that was written with it, from data without letters
// of the Latin alphabet, holds a plain letter only where something was not said through
// a catalogue: see [Plain].
func Pseudo() *Words {
	all := English().messages
	for key, message := range all { // any order: every message by itself
		all[key] = disguise(message)
	}
	w := newWords(language.MustParse("en-x-pseudo"), all)
	w.pseudo = true
	return w
}

func disguise(message forms) forms {
	message.other = disguised(message.other)
	for form, text := range message.rest { // any order: every form by itself
		message.rest[form] = disguised(text)
	}
	return message
}

// Plain lists the words of a text that have an unaccented Latin letter, in their order:
// those that [Pseudo] did not write.
func Plain(text string) []string {
	return regexp.MustCompile(`[\p{L}\p{N}]*[A-Za-z][\p{L}\p{N}]*`).FindAllString(text, -1)
}

// disguised replaces the letters outside the braces and adds to the length.
func disguised(text string) string {
	var out strings.Builder
	inside, letters := false, 0
	for _, r := range text {
		inside = (inside || r == '{') && r != '}'
		if !inside && unicode.IsLetter(r) {
			letters++
			r = accented(r)
		}
		out.WriteRune(r)
	}
	if letters == 0 {
		return text // a separator, a sign
	}
	return "⟦" + out.String() + padding(letters) + "⟧"
}

// padding is at least two fifths of a number of letters, in words of ten at most.
func padding(letters int) string {
	var out strings.Builder
	for i := range (2*letters + 4) / 5 {
		if i%10 == 0 {
			out.WriteByte(' ')
		}
		out.WriteRune('ø')
	}
	return out.String()
}

func accented(r rune) rune {
	const plain, marked = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "áƀçđéƒğħíĵķłɱñóƥɋřšŧúṽŵẋýžÁƁÇĐÉƑĞĦÍĴĶŁṀÑÓƤɊŘŠŦÚṼŴẊÝŽ"
	if at := strings.IndexRune(plain, r); at >= 0 {
		return []rune(marked)[at]
	}
	return r
}
