package match

import (
	_ "embed"
	"strings"
)

//go:embed abbreviations.tsv
var abbreviationsFile string

// abbreviations are the long forms of short ones, the commonest first.
type abbreviations map[string][]string

func readAbbreviations() abbreviations {
	known := abbreviations{}
	for line := range strings.Lines(abbreviationsFile) {
		short, long, given := strings.Cut(strings.TrimSpace(line), "\t")
		if given && !strings.HasPrefix(short, "#") {
			known[short] = append(known[short], long)
		}
	}
	return known
}

// parts returns the words that a word is made of, where the list says so: "healthcare" is
// "health care"; nil for any other.
func (a abbreviations) parts(word string) []string {
	for _, long := range a[word] {
		if strings.ReplaceAll(long, " ", "") == word {
			return strings.Fields(long)
		}
	}
	return nil
}
