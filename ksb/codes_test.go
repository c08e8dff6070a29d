package ksb_test

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

func TestCompareCodes(t *testing.T) {
	tests := []struct {
		why, a, b string
		want      int
	}{
		{"digits compare as numbers, not as letters", "K2", "K10", -1},
		{"equal labels", "K7", "K7", 0},
		{"letters first, by their bytes", "B9", "K1", -1},
		{"bytes: capitals before small letters", "K1", "k1", -1},
		{"an empty label stands first", "", "K1", -1},
		{"a start stands before the whole", "K1", "K1a", -1},
		{"digits stand before other text", "K1", "KA", -1},
		{"digits stand before text even where the byte is smaller", "K1", "K-1", -1},
		{"a later run decides where the first ones are equal", "ST0096_1.9", "ST0096_1.10", -1},
		{"a later run does not outrank an earlier one", "D2K9", "D10K1", -1},
		{"leading zeros say nothing", "K007", "K7", 0},
		{"nor do they hide what follows", "K007a", "K7b", -1},
		{"nor do they make a number greater", "K010", "K9", 1},
		{"zero is a number, however long", "K00", "K0", 0},
		{"zero stands after nothing", "K", "K0", -1},
		{"numbers longer than any integer type", "K" + strings.Repeat("9", 30), "K1" + strings.Repeat("0", 30), -1},
		{"only ASCII digits are digits", "K9", "K٣", -1},
		{"bytes need not be UTF-8", "K\xff", "K1", 1},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			got := [2]int{ksb.CompareCodes(tt.a, tt.b), ksb.CompareCodes(tt.b, tt.a)}
			if diff := cmp.Diff([2]int{tt.want, -tt.want}, got); diff != "" {
				t.Errorf("%q and %q, and the other way round: %s", tt.a, tt.b, diff)
			}
		})
	}
}

func TestCompareCodesSortsALabelledList(t *testing.T) {
	want := []string{"", "1", "02", "10", "B1", "K1", "K2", "K2a", "K10", "K-", "KA", "TK1", "k1"}
	got := slices.Clone(want)
	random := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		random.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		slices.SortFunc(got, ksb.CompareCodes)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	}
}

// A short alphabet makes equal starts, leading zeros and changes between digits and
// letters common.
func randomCode(random *rand.Rand) string {
	const alphabet = "001299KkZ- \xff"
	code := make([]byte, random.IntN(7))
	for i := range code {
		code[i] = alphabet[random.IntN(len(alphabet))]
	}
	return string(code)
}

// orderIsSound holds for every order that a sort can rely on.
func orderIsSound(t *testing.T, a, b, c string) {
	t.Helper()
	ab, bc, ac := ksb.CompareCodes(a, b), ksb.CompareCodes(b, c), ksb.CompareCodes(a, c)
	require.Zero(t, ksb.CompareCodes(a, a), "%q equals itself", a)
	require.Equal(t, -ab, ksb.CompareCodes(b, a), "%q and %q, either way round", a, b)
	require.True(t, ab >= -1 && ab <= 1, "%d is -1, 0 or 1", ab)
	if ab <= 0 && bc <= 0 {
		require.LessOrEqual(t, ac, 0, "%q, %q, %q: the first is not above the last", a, b, c)
	}
	if ab == 0 {
		require.Equal(t, bc, ac, "%q and %q are equal, so %q stands alike to both", a, b, c)
		require.Equal(t, withoutLeadingZeros(a), withoutLeadingZeros(b), "only leading zeros may differ")
	}
}

func withoutLeadingZeros(s string) string {
	return regexp.MustCompile("[0-9]+").ReplaceAllStringFunc(s, func(digits string) string {
		return "#" + strings.TrimLeft(digits, "0") // the mark tells zero from nothing
	})
}

func TestCompareCodesIsAnOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 50_000 {
		orderIsSound(t, randomCode(random), randomCode(random), randomCode(random))
	}
}

func FuzzCompareCodes(f *testing.F) {
	f.Add("K2", "K10", "K1")
	f.Add("K007", "K7", "KA")
	f.Add("", "0", "00")
	f.Add("a\xff", "a1", "a-1")
	f.Fuzz(orderIsSound)
}
