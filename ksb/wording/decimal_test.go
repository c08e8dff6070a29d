package wording_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/wording"
)

func TestDecimal(t *testing.T) {
	german, persian := catalogue(t, "de", ""), catalogue(t, "fa", "")
	for _, c := range []struct {
		why         string
		x           float64
		least, most int
		want        string
	}{
		{"two digits", 10.888, 2, 2, "10.89"}, {"noughts are kept", 10.5, 2, 2, "10.50"}, {"noughts are dropped", 0.500, 0, 3, "0.5"}, {"whole", 7, 0, 3, "7"},
		{"below nought", -5.44, 2, 2, "-5.44"}, {"no negative nought", -0.001, 2, 2, "0.00"}, {"none at all", -0.4, 0, 0, "0"}, {"thousands", 12345.6, 1, 1, "12345.6"},
		{"no digits after the point", 12.5, 0, 0, "12"}, {"a large number", 1e15, 0, 2, "1000000000000000"},
	} {
		for _, words := range []*wording.Words{nil, wording.English(), wording.Pseudo()} {
			require.Equal(t, c.want, words.Decimal(c.x, c.least, c.most), c.why)
		}
	}
	require.Equal(t, "10,50", german.Decimal(10.5, 2, 2))
	require.Equal(t, "12345,5", german.Decimal(12345.5, 0, 2))
	require.Equal(t, "۱۰٫۵", persian.Decimal(10.5, 0, 2))
}

// TestDecimalIsTheNumber: what is written is the number, rounded once.
func TestDecimalIsTheNumber(t *testing.T) {
	words, rng := wording.English(), rand.New(rand.NewPCG(1, 2026))
	var unread *wording.Words
	for range 5000 {
		x, most := math.Ldexp(rng.Float64()-.5, rng.IntN(30)-8), rng.IntN(6)
		least := rng.IntN(most + 1)
		said := words.Decimal(x, least, most)
		require.Equal(t, unread.Decimal(x, least, most), said)
		back, err := strconv.ParseFloat(said, 64)
		require.NoError(t, err)
		want, err := strconv.ParseFloat(strconv.FormatFloat(x, 'f', most, 64), 64)
		require.NoError(t, err)
		require.Equal(t, want+0, back)
	}
}

func ExampleWords_Decimal() {
	var english *wording.Words
	fmt.Println(english.Decimal(15.1844, 0, 4), english.Decimal(2, 2, 2))
	// Output: 15.1844 2.00
}
