package diff_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/diff"
)

func TestSimilarity(t *testing.T) {
	for _, c := range []struct {
		why, a, b string
		want      float64
	}{
		{"the same text", "Check a request", "Check a request", 1},
		{"letter case and punctuation are of no account", "Check a request.", "check: a REQUEST", 1},
		{"nor is white space, of whatever kind", "Check a\n request", "Check\u00a0a request", 1},
		{"hyphens part words", "person-centred care", "person centred care", 1},
		{"typographers' apostrophes are apostrophes", "the patient’s notes", "the patient's notes", 1},
		{"& is and", "health & safety", "health and safety", 1},
		{"a comma within a number is part of it", "1,5 ml", "15 ml", 0.5},
		{"so is a point", "1.5 ml", "1 5 ml", 0.4},
		{"a minus tells", "store (-5 °C)", "store (5 °C)", 0.666666},
		{"a dash between numbers is none, nor one within a word", "5-10 ml of B-12", "5 – 10 ml of B 12", 1},
		{"symbols tell", "C++", "C#", 0},
		{"nothing shared", "Check requests", "Lift people", 0},
		{"three of four and four words", "Check a signed request", "Check a typed request", 0.75},
		{"order tells: the same words turned around share only one", "nurses supervise", "supervise nurses", 0.5},
		{"a word counts as often as it stands on both sides", "check check", "check", 0.666666},
		{"rounded down: two thirds are not 0.666667", "a b c", "a b d", 0.666666},
		{"two texts without words", "...", "", 1},
		{"a text without words and one with", "", "Check", 0},
	} {
		t.Run(c.why, func(t *testing.T) {
			var m diff.Measure
			require.Equal(t, c.want, m.Similarity(c.a, c.b))
			require.Equal(t, c.want, m.Similarity(c.b, c.a))
		})
	}
}

// Rare words tell more. Of four texts "the" stands in all and weighs 1, "lift" in two and
// weighs 2, any other in one and weighs 3.
func TestSimilarityWeighsByRarity(t *testing.T) {
	m := diff.NewMeasure("the lift", "the lift shaft", "the the hoist", "the sling")
	for _, c := range []struct {
		why, a, b string
		want      float64
	}{
		{"a common word shared: 2x1 of 2x1+3+3", "the hoist", "the sling", 0.25},
		{"a rare word shared: 2x3 of 2x3+1+2", "the hoist", "lift hoist", 0.666666},
		{"the shared words that weigh most are taken: 2x2 of 2x2+2x1", "the lift", "lift the", 0.666666},
		{"an unknown word is as rare as can be: 2x1 of 2x1+3+3", "the unknown", "the stranger", 0.25},
		{"and shared all the same", "unknown", "unknown", 1},
	} {
		t.Run(c.why, func(t *testing.T) { require.Equal(t, c.want, m.Similarity(c.a, c.b)) })
	}
}

// The reason for the default of CarryAt: one word turns a sentence around.
func TestOneWordTurnsASentenceAround(t *testing.T) {
	text := "Move and position people who need support in the imaging department and on the wards, using the equipment provided, following local policy and the care plan, SUPERVISION of a registered practitioner"
	with, without := strings.Replace(text, "SUPERVISION", "with supervision", 1), strings.Replace(text, "SUPERVISION", "without supervision", 1)
	var m diff.Measure
	require.Greater(t, m.Similarity(with, without), 0.96)
	require.Less(t, m.Similarity(with, without), diff.CarryAt)
}

func TestWords(t *testing.T) {
	type edits = []diff.Edit
	for _, c := range []struct {
		why, a, b string
		want      edits
	}{
		{"the same words", "Check it.", "check it", nil},
		{"one for another: what went comes first", "Check a signed request", "check a typed request", edits{{diff.Kept, "check a"}, {diff.Went, "signed"}, {diff.Came, "typed"}, {diff.Kept, "request"}}},
		{"at the end", "Check", "Check twice", edits{{diff.Kept, "Check"}, {diff.Came, "twice"}}},
		{"at the start", "Always check", "Check", edits{{diff.Went, "Always"}, {diff.Kept, "Check"}}},
		{"nothing in common", "Check requests", "Lift", edits{{diff.Went, "Check requests"}, {diff.Came, "Lift"}}},
		{"all went", "Check", "", edits{{diff.Went, "Check"}}},
		{"all came", "", "Check", edits{{diff.Came, "Check"}}},
		{"one of three repeated went", "a a a", "a a", edits{{diff.Kept, "a a"}, {diff.Went, "a"}}},
	} {
		t.Run(c.why, func(t *testing.T) {
			var m diff.Measure
			if diff := cmp.Diff(c.want, m.Words(c.a, c.b)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// side joins the words of a diff that one of the two texts has.
func side(list []diff.Edit, not diff.Op) string {
	var words []string
	for _, e := range list {
		if e.Op != not {
			words = append(words, e.Words)
		}
	}
	return strings.Join(words, " ")
}

// heaviestByHand tries every way of leaving words out, with every word weighing 1.
func heaviestByHand(a, b []string) int {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	best := max(heaviestByHand(a[1:], b), heaviestByHand(a, b[1:]))
	if a[0] == b[0] {
		best = max(best, 1+heaviestByHand(a[1:], b[1:]))
	}
	return best
}

func TestSimilarityAndWordsByHand(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var m diff.Measure
	for range 3_000 {
		a, b := sentence(random, 7), sentence(random, 7)
		x, y := strings.Fields(a), strings.Fields(b)
		common := heaviestByHand(x, y)
		want := 1.0
		if n := len(x) + len(y); n > 0 {
			want = float64(2_000_000*common/n) / 1_000_000
		}
		require.Equal(t, want, m.Similarity(a, b), "%q %q", a, b)
		if words := m.Words(a, b); words != nil {
			require.Equal(t, a, side(words, diff.Came))
			require.Equal(t, b, side(words, diff.Went))
			kept := 0
			for _, e := range words {
				if e.Op == diff.Kept {
					kept += len(strings.Fields(e.Words))
				}
			}
			require.Equal(t, common, kept, "the words shown are the number, added up")
		}
	}
}

func TestLongTextsAreNotWorkedOutInFull(t *testing.T) {
	var m diff.Measure
	start, end := strings.Repeat("start ", 1000), strings.Repeat("end ", 1000)
	a, b := start+strings.Repeat("x y ", 1000)+end, start+strings.Repeat("y z ", 1000)+end
	require.Equal(t, 0.5, m.Similarity(a, b), "the ends alone")
	require.Len(t, m.Words(a, b), 4)
	require.Equal(t, 1.0, m.Similarity(a, a))
}

func FuzzSimilarity(f *testing.F) {
	f.Add("Check a request", "check the requests", "Check")
	f.Add("1.5 ml", "1,5 ml & C++", "")
	f.Add("\xff'’a'", "İı ß ẞ K", "ǅ")
	f.Fuzz(func(t *testing.T, a, b, known string) {
		if len(a)+len(b) > 2_000 {
			return
		}
		for _, m := range []*diff.Measure{{}, diff.NewMeasure(a, b), diff.NewMeasure(known, a, a)} {
			alike := m.Similarity(a, b)
			require.True(t, alike >= 0 && alike <= 1, "%v", alike)
			require.Equal(t, alike, m.Similarity(b, a), "symmetric")
			require.Equal(t, 1.0, m.Similarity(a, a))
			require.Equal(t, alike == 1, len(m.Words(a, b)) == 0, "1 for the same words, and for nothing else")
		}
	})
}
