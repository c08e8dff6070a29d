package diff

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

// Every similarity is a whole number of millionths; a share of a hundred is what it holds
// of them, whatever a float makes of it: 0.29 times 100 is less than 29.
func TestPercentAlike(t *testing.T) {
	for n := range 101 {
		p := Pair[Statement]{Confirmed: true, Similarity: float64(n*10_000) / million, Words: []Edit{{Went, "a"}}}
		require.Equal(t, fmt.Sprintf("%d%% alike", n), view[Statement]{}.remarks(p))
	}
}
