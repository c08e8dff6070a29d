package fuzzymatch_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/match"
	"github.com/skillgap-go/skillgap/ksb/match/fuzzymatch"
)

// targets takes an ID and a text in turn.
func targets(pairs ...string) (list []match.Target) {
	for pair := range slices.Chunk(pairs, 2) {
		list = append(list, match.Target{ID: pair[0], Texts: pair[1:]})
	}
	return list
}

// ward is a few roles, some of which share a name.
func ward() *fuzzymatch.Finder {
	return fuzzymatch.New([]match.Target{
		{ID: "r2", Texts: []string{"Radiographer", "Diagnostic radiographer"}},
		{ID: "p1", Texts: []string{"Physiotherapist", "Physio"}},
		{ID: "p2", Texts: []string{"Physiotherapy assistant", "Physio"}},
		{ID: "o1", Texts: []string{"Occupational therapist"}},
		{ID: "e1", Texts: []string{"Café assistant"}},
		{ID: "n1", Texts: []string{"", "Nurse\x00hidden"}},
	})
}

// mark sets the letters that were found in brackets.
func mark(m fuzzymatch.Match) string {
	var b strings.Builder
	for i, r := range m.Text {
		if slices.Contains(m.Letters, i) {
			b.WriteString("[" + string(r) + "]")
		} else {
			b.WriteRune(r)
		}
	}
	return strings.ReplaceAll(m.ID+" "+b.String(), "][", "")
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		why, typed string
		want       []string
	}{
		{"the beginning of a name: the shortest first, of equals the first ID", "physio", []string{"p1 [Physio]", "p2 [Physio]"}},
		{"each target once, with the text that fits best", "radio", []string{"r2 [Radio]grapher"}},
		{"vowels left out", "rdgrphr", []string{"r2 [R]a[d]io[gr]a[ph]e[r]"}},
		{"the beginnings of words", "occ th", []string{"o1 [Occ]upational[ th]erapist"}},
		{"either case", "RADIOGRAPHER", []string{"r2 [Radiographer]"}},
		{"a letter of several bytes is marked where it begins", "café", []string{"e1 [Café] assistant"}},
		{"white space at the ends, twice, or of another kind", "  occupational \t\u00a0 therapist ", []string{"o1 [Occupational therapist]"}},
		{"what cannot be seen does not count", "ra\u200bdi\x00o\u202e\x1b", []string{"r2 [Radio]grapher"}},
		{"longer than Longest: all of it must be there", "physiotherapy assistant", []string{"p2 [Physiotherapy assistant]"}},
		{"longer than Longest, and wrong at the end", "physiotherapy assistanz", nil},
		{"a letter too many", "nursee", nil},
		{"letters in another order", "aeshop", nil},
		{"nothing typed", "", nil},
		{"nothing that can be seen", " \u200b\x00 ", nil},
		{"not UTF-8", "\xff\xfe", nil},
		{"a name ends where the library stops reading it", "hidden", nil},
	} {
		var got []string
		for _, m := range ward().Find(c.typed, 9) {
			got = append(got, mark(m))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", c.why, c.typed, diff)
		}
	}
}

func TestHowMany(t *testing.T) {
	f := ward()
	require.Len(t, f.Find("a", 2), 2)
	require.Empty(t, f.Find("a", 0))
	require.Empty(t, f.Find("a", -1))
	require.Equal(t, f.Find("a", 2), f.Find("a", 99)[:2], "the first ones of a longer list")
	require.Empty(t, fuzzymatch.New(nil).Find("a", 9))
}

// TestOrderOfTargets: the list is the same, in whatever order the targets came.
func TestOrderOfTargets(t *testing.T) {
	list := targets("c", "Nurse", "a", "Nurse", "b", "Nurse", "d", "Nursery nurse")
	want := fuzzymatch.New(list).Find("nurse", 9)
	require.Equal(t, "a", want[0].ID)
	slices.Reverse(list)
	require.Equal(t, want, fuzzymatch.New(list).Find("nurse", 9))
}

// TestHostile: long names, long queries and many targets neither fail nor take a name for
// another.
func TestHostile(t *testing.T) {
	million := strings.Repeat("care worker ", 1<<17)
	f := fuzzymatch.New(targets("long", million, "emoji", "🩻 radiographer 👩‍⚕️", "mixed", "Рadiographer", "right", "\u202eradiographer"))
	require.Len(t, f.Find("radiographer", 9), 2)
	require.Equal(t, "emoji", f.Find("🩻", 9)[0].ID)
	require.Equal(t, "long", f.Find(million, 9)[0].ID)
	require.Empty(t, f.Find(million+"x", 9))
}

// FuzzFind: whatever is typed, each target comes once, the best first, and the letters
// spell what was typed.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{"physio", "rdgrphr", "café", "\xff", "ſtraße", "K", "a\x00b", strings.Repeat("x", 60)} {
		f.Add(seed, "Physio\nCafé\n"+seed)
	}
	f.Fuzz(func(t *testing.T, typed, texts string) {
		var list []match.Target
		for i, text := range strings.Split(texts, "\n") {
			list = append(list, match.Target{ID: fmt.Sprint(i % 3), Texts: []string{text}})
		}
		found := fuzzymatch.New(list).Find(typed, 9)
		require.LessOrEqual(t, len(found), 3)
		for i, m := range found {
			require.True(t, slices.IsSorted(m.Letters))
			require.NotEmpty(t, m.Letters)
			for _, at := range m.Letters {
				require.True(t, at == 0 || utf8.RuneStart(m.Text[at]) || !utf8.ValidString(m.Text))
			}
			if i > 0 {
				require.GreaterOrEqual(t, found[i-1].Score, m.Score)
			}
		}
	})
}

func ExampleFinder_Find() {
	f := fuzzymatch.New([]match.Target{
		{ID: "ST0519", Texts: []string{"Physiotherapist"}},
		{ID: "ST0615", Texts: []string{"Sports therapist", "Sports physio"}},
	})
	for _, m := range f.Find("physi", 5) {
		fmt.Println(m.ID, m.Text)
	}
	// Output:
	// ST0519 Physiotherapist
	// ST0615 Sports physio
}
