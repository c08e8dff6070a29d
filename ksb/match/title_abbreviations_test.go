package match

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// TestAbbreviations: the list is in order, has nothing twice and is written as texts are
// compared.
func TestAbbreviations(t *testing.T) {
	var shorts []string
	seen := map[string]bool{}
	for line := range strings.Lines(abbreviationsFile) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		short, long, given := strings.Cut(line, "\t")
		require.True(t, given && !seen[line], "%q", line)
		require.Equal(t, words.Normalise(short), short)
		require.Equal(t, words.Normalise(long), long)
		require.NotEqual(t, short, long)
		seen[line] = true
		shorts = append(shorts, short)
	}
	require.True(t, slices.IsSorted(shorts), "in the order of the abbreviations")
	require.Len(t, shorts, len(seen))
}

func TestPartsOfWords(t *testing.T) {
	list := readAbbreviations()
	require.Equal(t, []string{"health", "care"}, list.parts("healthcare"), "the same letters")
	require.Nil(t, list.parts("hca"), "stands for words, is not made of them")
	require.Nil(t, list.parts("nurse"), "not in the list")
}
