package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
)

// typo makes n typing errors in a text: a letter too many, a letter missing, two letters
// exchanged, or a wrong letter, each as likely, anywhere in its words. The same text gets
// the same errors at every run. A text of fewer than four letters is too short for an
// error that anybody could see through: it stays.
func typo(text string, n int) string {
	random := rand.New(rand.NewPCG(hash(text), uint64(n)))
	wrong := []rune(strings.ToLower(text))
	if count := len(slices.DeleteFunc(slices.Clone(wrong), func(r rune) bool { return !unicode.IsLetter(r) })); count < 4 {
		return text
	}
	for range n {
		wrong = slip(wrong, random)
	}
	return string(wrong)
}

// slip makes one error, which changes the text.
func slip(text []rune, random *rand.Rand) []rune {
	for {
		at, letter := random.IntN(len(text)), 'a'+rune(random.IntN(26))
		if !unicode.IsLetter(text[at]) {
			continue
		}
		changed := slices.Clone(text)
		switch random.IntN(4) {
		case 0:
			changed = slices.Insert(changed, at, letter)
		case 1:
			changed = slices.Delete(changed, at, at+1)
		case 2:
			if at+1 < len(text) && unicode.IsLetter(text[at+1]) {
				changed[at], changed[at+1] = changed[at+1], changed[at]
			}
		case 3:
			changed[at] = letter
		}
		if !slices.Equal(changed, text) {
			return changed
		}
	}
}

// begun is what has been typed of a name when two fifths of it are there.
func begun(name string) string {
	letters := []rune(name)
	return string(letters[:(len(letters)*2+4)/5])
}

// clipped is a name without its vowels, as people abbreviate.
func clipped(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiouAEIOU", r) {
			return -1
		}
		return r
	}, name)
}
