package wording_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/wording"
)

// prose counts what the measure of Flesch and Kincaid is made of (J. P. Kincaid and
// others, 1975): grade = 0.39 words a sentence + 11.8 syllables a word - 15.59. A child
// of twelve is in grade 7.
type prose struct{ sentences, words, syllables int }

func (p prose) grade() float64 {
	return 0.39*float64(p.words)/float64(p.sentences) + 11.8*float64(p.syllables)/float64(p.words) - 15.59
}

func (p *prose) read(sentence string) {
	words := strings.FieldsFunc(sentence, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
	if len(words) == 0 {
		return
	}
	p.sentences++
	for _, w := range words {
		p.words++
		p.syllables += syllables(strings.ToLower(w))
	}
}

// syllables counts runs of vowels, without the e that is not heard at the end.
func syllables(word string) int {
	n := len(regexp.MustCompile(`[aeiouy]+`).FindAllString(word, -1))
	if regexp.MustCompile(`[^aeiouy]ely$|[^aeiouy]ement$`).MatchString(word) {
		n-- // the e of likely, of movement
	}
	if n > 1 && regexp.MustCompile(`[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouysxz]es$`).MatchString(word) {
		n--
	}
	return max(n, 1)
}

func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{
		"met": 1, "evidence": 3, "assessor": 3, "waited": 2, "turned": 1, "table": 2, "makes": 1, "likely": 2, "requirement": 3, "reached": 1, "the": 1, "statement": 2,
	} {
		require.Equal(t, want, syllables(word), word)
	}
}

// sentencesOf are those of a message; an argument is read as a word of one syllable.
func sentencesOf(text string) []string {
	text = regexp.MustCompile(`\{[^}]*\}`).ReplaceAllString(text, "it")
	return regexp.MustCompile(`[.;:?!]+( |$)`).Split(text, -1)
}

// TestReadingAge: what is said can be read at about twelve. The words of the field
// (evidence, requirement, assessor, behaviour) are long and stay.
func TestReadingAge(t *testing.T) {
	words := wording.English()
	var all prose
	for _, key := range words.Keys() {
		for _, text := range words.Texts(key) {
			for _, sentence := range sentencesOf(text) {
				var one prose
				one.read(sentence)
				if one.words >= 10 { // a measure of fewer words says nothing
					require.LessOrEqual(t, one.grade(), 13.0, "%s: %q", key, sentence)
					all.read(sentence)
				}
			}
		}
	}
	require.Greater(t, all.words, 500, "enough to measure")
	require.LessOrEqual(t, all.grade(), 7.0)
}

// TestReadingAgeCanFail: the measure tells plain words from others.
func TestReadingAgeCanFail(t *testing.T) {
	var p prose
	p.read("Insufficient documentation necessitates comprehensive reconsideration of previously established proficiency determinations")
	require.Greater(t, p.grade(), 13.0)
}

// TestNoWordThatJudges: a report says nothing of this kind of a person.
func TestNoWordThatJudges(t *testing.T) {
	words := wording.English()
	judging := regexp.MustCompile(`(?i)deficien|fail|weak|incompeten|inadequate|\bpoor|\bscore`)
	for _, key := range words.Keys() {
		for form, text := range words.Texts(key) {
			require.False(t, judging.MatchString(text), "%s (%s): %s", key, form, text)
			require.Equal(t, strings.TrimSpace(text) == text, !slices.Contains([]string{"list.comma", "gate.and", "gate.or"}, key), "blanks around %s", key)
		}
	}
}
