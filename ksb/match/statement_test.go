package match_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match"
)

// ward are statements in our own words.
func ward() []match.Target {
	return []match.Target{
		{ID: "S1", Texts: []string{"Take blood samples from patients"}},
		{ID: "S2", Texts: []string{"Move and position people safely with a hoist"}},
		{ID: "S3", Texts: []string{"Record observations such as temperature, pulse and blood pressure"}},
		{ID: "S4", Texts: []string{"Hand over to the next shift"}},
		{ID: "S5", Texts: []string{"Keep records confidential"}},
		{ID: "S6", Texts: []string{"Clean equipment after use"}},
		{ID: "S7", Texts: []string{"Clean equipment after use."}},
	}
}

func statements(t testing.TB, targets []match.Target, examples ...match.Example) *match.Statements {
	t.Helper()
	s, err := match.NewStatements(targets, match.NewExamples(examples...), match.StatementOptions{})
	require.NoError(t, err)
	return s
}

// says is a decision about a text.
func says(text string, id ksb.StatementID, v match.Verdict) match.Example {
	return match.Example{Text: text, Statement: id, Verdict: v, By: "lead-a", At: 739797}
}

func ids(list []match.Suggestion) (ids []string) {
	for _, s := range list {
		ids = append(ids, s.ID)
	}
	return ids
}

func TestSuggest(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why, text string
		examples  []match.Example
		first     string
		band      match.Band
	}{
		{"the very text", "Take blood samples from patients", nil, "S1", match.Exact},
		{"but for case, accents, punctuation and blanks", "  TAKE blood-samples, fróm patients!", nil, "S1", match.Exact},
		{"another form of the words is for a person", "taking a blood sample from a patient", nil, "S1", match.Likely},
		{"two statements have the text: neither is sure", "clean equipment after use", nil, "S6", match.Likely},
		{"one word in another form", "hoisting", nil, "S2", match.Possible},
		{"part of a word", "pressures on bloodstreams", nil, "S3", match.Possible},
		{"a confirmed text is a wording of the statement", "took bloods", []match.Example{says("Took bloods.", "S1", match.Confirmed)}, "S1", match.Exact},
		{"and is like others of its kind", "took some bloods on the ward", []match.Example{says("Took bloods", "S1", match.Confirmed)}, "S1", match.Likely},
		{"confirmed for two: not sure of either", "took bloods", []match.Example{says("took bloods", "S1", match.Confirmed), says("took bloods", "S3", match.Confirmed)}, "S1", match.Likely},
		{"of two statements with the text one was rejected for it", "clean equipment after use", []match.Example{says("clean equipment after use", "S6", match.Rejected)}, "S7", match.Exact},
		{"stop words alone are a text, too", "on the", []match.Example{says("On the", "S4", match.Confirmed)}, "S4", match.Exact},
		{"the last decision counts: confirmed after all", "took bloods", []match.Example{says("took bloods", "S1", match.Rejected), says("took bloods", "S1", match.Confirmed)}, "S1", match.Exact},
	} {
		got := statements(t, ward(), c.examples...).Suggest(c.text, 3)
		require.NotEmpty(t, got, c.why)
		require.Equal(t, c.first, got[0].ID, c.why)
		require.Equal(t, c.band.String(), got[0].Band.String(), "%s: %.3f", c.why, got[0].Confidence)
	}
}

func TestSuggestNothing(t *testing.T) {
	t.Parallel()
	s := statements(t, ward())
	for _, c := range []struct {
		why, text string
		k         int
	}{
		{"no text", "", 5}, {"no word", " ... 🩸 \u200b\x00", 5}, {"nothing in common", "xylophone", 5}, {"none asked for", "blood", 0}, {"fewer than none", "blood", -1},
	} {
		require.Empty(t, s.Suggest(c.text, c.k), c.why)
	}
	require.Empty(t, statements(t, nil).Suggest("blood", 5), "no statements")
	require.Empty(t, statements(t, []match.Target{{ID: "S1"}, {ID: "S2", Texts: []string{"", "!"}}}).Suggest("blood", 5), "statements without words")
}

// A rejected pair never returns for that text, however it is typed, and whatever is asked.
func TestRejectedNeverReturns(t *testing.T) {
	t.Parallel()
	s := statements(t, ward(), says("Take blood samples from patients", "S1", match.Rejected))
	for _, text := range []string{"Take blood samples from patients", "take BLOOD samples — from patients"} {
		require.NotContains(t, ids(s.Suggest(text, 100)), "S1", text)
	}
	require.Contains(t, ids(s.Suggest("take blood samples from a patient", 100)), "S1", "another text is another matter")
	again := statements(t, ward(), says("bloods", "S1", match.Confirmed), says("bloods", "S1", match.Rejected))
	require.NotContains(t, ids(again.Suggest("bloods", 100)), "S1", "the later decision counts")
}

func TestNewStatementsRefuses(t *testing.T) {
	t.Parallel()
	_, err := match.NewStatements([]match.Target{{Texts: []string{"Lift"}}}, nil, match.StatementOptions{})
	require.ErrorIs(t, err, ksb.ErrMissingID)
	_, err = match.NewStatements([]match.Target{{ID: "S1"}, {ID: "S2"}, {ID: "S1"}}, nil, match.StatementOptions{})
	require.ErrorIs(t, err, ksb.ErrDuplicateID)
}

// The targets that are handed over stay as they were.
func TestNewStatementsChangesNothing(t *testing.T) {
	t.Parallel()
	targets := slices.Clone(ward())
	slices.Reverse(targets)
	before := fmt.Sprint(targets)
	statements(t, targets, says("bloods", "S1", match.Confirmed))
	require.Equal(t, before, fmt.Sprint(targets))
}

// randomTexts are short texts of few words, so that they share some.
func randomTexts(rng *rand.Rand, n int) (list []string) {
	few := strings.Fields("take blood sample move person hoist clean record pulse safely with the of handover team report risk plan care")
	for range n {
		var text []string
		for range 1 + rng.IntN(7) {
			text = append(text, few[rng.IntN(len(few))])
		}
		list = append(list, strings.Join(text, " "))
	}
	return list
}

func randomTargets(rng *rand.Rand) (list []match.Target) {
	for i := range 1 + rng.IntN(30) {
		list = append(list, match.Target{ID: fmt.Sprint("S", i), Texts: randomTexts(rng, rng.IntN(3)), About: strings.Join(randomTexts(rng, rng.IntN(2)), " ")})
	}
	return list
}

func randomExamples(rng *rand.Rand) (list []match.Example) {
	for _, text := range randomTexts(rng, rng.IntN(12)) {
		list = append(list, says(text, ksb.StatementID(fmt.Sprint("S", rng.IntN(30))), match.Verdict(1+rng.IntN(2))))
	}
	return list
}

// TestSuggestAxioms: what holds whatever the statements, examples and texts.
func TestSuggestAxioms(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(7, 2026))
	exacts := 0
	for range 300 {
		targets, examples := randomTargets(rng), randomExamples(rng)
		s := statements(t, targets, examples...)
		shuffled := slices.Clone(targets)
		rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		other := statements(t, shuffled, examples...)
		for _, text := range append(randomTexts(rng, 5), targets[0].Texts...) {
			list := s.Suggest(text, 100)
			if diff := cmp.Diff(list, other.Suggest(text, 100)); diff != "" {
				t.Fatalf("the order of the targets shows: %s", diff)
			}
			if diff := cmp.Diff(list[:min(3, len(list))], s.Suggest(text, 3), emptyIsNil()); diff != "" {
				t.Fatalf("fewer are not the first of more: %s", diff)
			}
			exacts += checkSuggestions(t, match.NewExamples(examples...), text, list)
		}
	}
	require.Greater(t, exacts, 50)
}

func emptyIsNil() cmp.Option {
	return cmp.FilterValues(func(a, b []match.Suggestion) bool { return len(a)+len(b) == 0 }, cmp.Comparer(func(_, _ []match.Suggestion) bool { return true }))
}

// checkSuggestions checks one answer and counts its exact bands.
func checkSuggestions(t *testing.T, x *match.Examples, text string, list []match.Suggestion) (exacts int) {
	t.Helper()
	seen := map[string]bool{}
	for i, g := range list {
		require.Equal(t, i+1, g.Rank)
		require.False(t, seen[g.ID], "%s twice", g.ID)
		seen[g.ID] = true
		require.True(t, g.Score >= 0 && g.Score <= 1+1e-6 && g.Confidence >= 0 && g.Confidence <= 1, "%+v", g)
		require.True(t, i == 0 || list[i-1].Score >= g.Score, "scores fall")
		require.NotEqual(t, match.Rejected, x.Decided(text, ksb.StatementID(g.ID)), "%q brings %s back", text, g.ID)
		require.Equal(t, g.Stage == match.ExactName && g.Confidence == 1, g.Band == match.Exact, "%+v", g)
		if g.Band == match.Exact {
			exacts++
		}
		sum := 0.0
		for j, term := range g.Terms {
			sum += term.Share
			require.True(t, j == 0 || g.Terms[j-1].Share >= term.Share, "%+v", g.Terms)
		}
		require.True(t, len(g.Terms) == 0 || math.Abs(sum-1) < 1e-6, "shares add up to 1: %v", sum)
	}
	require.LessOrEqual(t, exacts, 1)
	return exacts
}

// Many goroutines may ask at once.
func TestSuggestTogether(t *testing.T) {
	t.Parallel()
	s := statements(t, ward())
	want := s.Suggest("take blood pressure with a hoist", 5)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 50 {
				if diff := cmp.Diff(want, s.Suggest("take blood pressure with a hoist", 5)); diff != "" {
					t.Error(diff)
				}
				s.Suggest("clean", 2)
			}
		})
	}
	wait.Wait()
}

// TestSuggestHostile: bounded work, no panic.
func TestSuggestHostile(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("blood ", 200_000)
	targets := append(ward(), match.Target{ID: "long", Texts: []string{long[:60_000]}}, match.Target{ID: "line", Texts: []string{strings.Repeat("x", 1<<20)}})
	s := statements(t, targets)
	for _, text := range []string{
		long, strings.Repeat("x", 1<<20), strings.Repeat("🩸", 10_000), strings.Repeat("a\u0301\u200d", 10_000), "\x00\xff\xfe blood", "кровь 血 दम blood",
		"\u202eblood\u202c", strings.Repeat("\n", 1000) + "blood", "bl\u200bood",
	} {
		checkSuggestions(t, nil, text, s.Suggest(text, 10))
	}
	require.Equal(t, "S1", s.Suggest("take bl\u200bood samples", 1)[0].ID, "what cannot be seen is not there")
}

func FuzzSuggest(f *testing.F) {
	for _, seed := range []string{"took bloods", "", "é\u0301\u200b", "\x00\xff", "a. b; c"} {
		f.Add(seed, seed)
	}
	f.Fuzz(func(t *testing.T, wording, text string) {
		targets := append(ward(), match.Target{ID: "own", Texts: []string{wording}})
		s := statements(t, targets, says(text, "S2", match.Rejected))
		list := s.Suggest(text, 9)
		checkSuggestions(t, match.NewExamples(says(text, "S2", match.Rejected)), text, list)
		for _, g := range s.Suggest(wording, 9) {
			if g.ID == "own" {
				require.Equal(t, match.ExactName, g.Stage, "a statement is found by its own words")
			}
		}
	})
}

// byLength is an Embedder that knows one thing.
type byLength struct{ err error }

func (e byLength) Embed(texts []string) (list [][]float32, err error) {
	for _, text := range texts {
		angle := float64(len(text)) / 50
		list = append(list, []float32{float32(math.Cos(angle)), float32(math.Sin(angle))})
	}
	return list, e.err
}

// sized is an Embedder of vectors that cannot be compared.
type sized struct{ list [][]float32 }

func (e sized) Embed([]string) ([][]float32, error) { return e.list, nil }

func TestEmbedder(t *testing.T) {
	t.Parallel()
	s, err := match.NewStatements(ward(), nil, match.StatementOptions{Embedder: byLength{}})
	require.NoError(t, err)
	require.NotEmpty(t, s.Suggest("xxxxxxxxxxxxxxxxxxxxxxxxx", 3), "found by its vector alone")
	require.Equal(t, "S2", s.Suggest("hoist", 1)[0].ID, "one voice of six")
	_, err = match.NewStatements(ward(), nil, match.StatementOptions{Embedder: byLength{errors.New("no model")}})
	require.ErrorContains(t, err, "no model")
	for why, list := range map[string][][]float32{"too few": {{1}}, "of other lengths": {{1}, {1}, {1}, {1, 2}, {1}, {1}, {1}}} { // any order: each is refused
		_, err = match.NewStatements(ward(), nil, match.StatementOptions{Embedder: sized{list}})
		require.Error(t, err, why)
	}
	nothing := [][]float32{{0}, {float32(math.NaN())}, {float32(math.Inf(1))}, {0}, {0}, {0}, {0}}
	s, err = match.NewStatements(ward(), nil, match.StatementOptions{Embedder: sized{nothing}})
	require.NoError(t, err)
	require.Equal(t, "S2", s.Suggest("hoist", 1)[0].ID, "vectors without direction say nothing")
}
