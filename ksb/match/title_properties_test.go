package match_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/match"
)

// someTargets are made of few words, so that names, initials and errors collide.
func someTargets(r *rand.Rand) (targets []match.Target) {
	for i := range 1 + r.IntN(12) {
		target := match.Target{ID: fmt.Sprintf("t%d", i)}
		for range r.IntN(5) {
			target.Texts = append(target.Texts, someTitle(r))
		}
		if r.IntN(2) == 0 {
			target.About = someTitle(r) + " " + someTitle(r)
		}
		targets = append(targets, target)
	}
	return targets
}

func someTitle(r *rand.Rand) string {
	vocabulary := []string{"nurse", "Nursing", "ward", "care", "carer", "assistant", "health", "healthcare", "of", "the", "manager", "C++", "night", "RN", "é", ""}
	var title []string
	for range 1 + r.IntN(4) {
		word := vocabulary[r.IntN(len(vocabulary))]
		if r.IntN(8) == 0 && len(word) > 3 {
			word = word[:2] + word[3:]
		}
		title = append(title, word)
	}
	return strings.Join(title, " ")
}

// TestOrderOfTargetsDoesNotShow: the same targets in another order give the same bytes.
func TestOrderOfTargetsDoesNotShow(t *testing.T) {
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 1))
		targets := someTargets(r)
		one := titles(t, targets, match.TitleOptions{})
		r.Shuffle(len(targets), func(i, j int) { targets[i], targets[j] = targets[j], targets[i] })
		other := titles(t, targets, match.TitleOptions{})
		for range 5 {
			text := someTitle(r)
			if diff := cmp.Diff(one.Resolve(text, 9), other.Resolve(text, 9)); diff != "" {
				t.Fatalf("seed %d, %q (-one +other):\n%s", seed, text, diff)
			}
		}
	}
}

// TestMoreIsTheSameAndMore: asking for more suggestions changes none of those given before,
// and no target is suggested twice.
func TestMoreIsTheSameAndMore(t *testing.T) {
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 2))
		found := titles(t, someTargets(r), match.TitleOptions{})
		text := someTitle(r)
		all := found.Resolve(text, 60)
		for k := range len(all) + 1 {
			few := found.Resolve(text, k)
			if diff := cmp.Diff(all[:len(few)], few, cmp.Comparer(func(a, b []match.Suggestion) bool { return len(a)+len(b) == 0 || cmp.Equal([]any{a}, []any{b}) })); diff != "" {
				t.Fatalf("seed %d, %q, %d (-all +few):\n%s", seed, text, k, diff)
			}
		}
		seen := map[string]bool{}
		for i, s := range all {
			require.False(t, seen[s.ID], "%s twice", s.ID)
			seen[s.ID] = true
			if i > 0 {
				require.GreaterOrEqual(t, s.Stage, all[i-1].Stage, "stages are strict")
				require.LessOrEqual(t, s.Score, all[i-1].Score)
			}
		}
	}
}

// TestEveryNameIsFound: a name finds all its targets as exact ones, in the band Exact if there
// is one and in no such band if there are more; nothing else is in that band.
func TestEveryNameIsFound(t *testing.T) {
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 3))
		targets := someTargets(r)
		found := titles(t, targets, match.TitleOptions{})
		for _, target := range targets {
			for _, text := range target.Texts {
				checkName(t, found, target.ID, text)
			}
		}
	}
}

func checkName(t *testing.T, found *match.Titles, id, text string) {
	t.Helper()
	if strings.TrimSpace(text) == "" {
		return
	}
	list := found.Resolve(text, 1)
	exact := slices.DeleteFunc(slices.Clone(list), func(s match.Suggestion) bool { return s.Stage != match.ExactName })
	require.True(t, slices.ContainsFunc(exact, func(s match.Suggestion) bool { return s.ID == id }), "%q has %s for a target", text, id)
	for _, s := range list {
		require.Equal(t, len(exact) == 1 && s.Stage == match.ExactName, s.Band == match.Exact, "%q: %v", text, s)
	}
}

// TestManyResolveAtOnce: the answers are those of one alone.
func TestManyResolveAtOnce(t *testing.T) {
	found := titles(t, hospital(), match.TitleOptions{})
	texts := []string{"HCA", "physio assistant", "took bloods", "ward nurse", "helthcare asistant"}
	want := map[string][]match.Suggestion{}
	for _, text := range texts {
		want[text] = found.Resolve(text, 5)
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 30 {
				for _, text := range texts {
					if !cmp.Equal(want[text], found.Resolve(text, 5)) {
						t.Errorf("%q: another answer", text)
					}
				}
			}
		})
	}
	all.Wait()
}

// hostileTitles are what must do no harm.
func hostileTitles() []string {
	return []string{
		"", strings.Repeat("nurse ", 1<<18), strings.Repeat("n", 1<<20), strings.Repeat("xq ", 1<<18), "👩‍⚕️ nurse 🚑", "nu\u200brse", "nurse\x00\x07",
		"медсестра nurse 看護師", strings.Repeat("\u0301", 1<<16), strings.Repeat("\xff", 1<<16), "\u202enurse", strings.Repeat("hca ", 500), strings.Repeat("nurze ", 500),
	}
}

// TestHostileTitles: asked for, and as names.
func TestHostileTitles(t *testing.T) {
	found := titles(t, hospital(), match.TitleOptions{})
	targets := hospital()
	for i, text := range hostileTitles() {
		found.Resolve(text, 5)
		targets = append(targets, match.Target{ID: fmt.Sprint("hostile ", i), Texts: []string{text}, About: text})
	}
	many := titles(t, targets, match.TitleOptions{})
	require.Equal(t, "nurse", many.Resolve("staff nurse", 1)[0].ID)
	for _, text := range hostileTitles() {
		many.Resolve(text, 5)
	}
}

// TestEndlessTitlesCostNoMore: of a text of a megabyte only the beginning is read.
func TestEndlessTitlesCostNoMore(t *testing.T) {
	found := titles(t, hospital(), match.TitleOptions{})
	text := strings.Repeat("nurse ", match.MaxQuery)
	if diff := cmp.Diff(found.Resolve(text[:match.MaxQuery], 5), found.Resolve(text, 5)); diff != "" {
		t.Errorf("(-cut +whole):\n%s", diff)
	}
}

func FuzzResolve(f *testing.F) {
	for _, text := range hostileTitles() {
		f.Add(text[:min(len(text), 100)], 5)
	}
	f.Add("HCA", 3)
	f.Add("wardasistant of physio", 100)
	found := titles(f, hospital(), match.TitleOptions{})
	f.Fuzz(func(t *testing.T, text string, k int) {
		list := found.Resolve(text, k)
		for i, s := range list {
			if s.Rank != i+1 || !(s.Confidence >= 0 && s.Confidence <= 1) || !(s.Score >= 0 && s.Score <= 1) || s.Text == "" {
				t.Fatalf("%q: %+v", text, s)
			}
			if s.Band == match.Exact && (s.Stage != match.ExactName || len(list) > 1 && list[1].Stage == match.ExactName) {
				t.Fatalf("%q: %+v may be accepted", text, s)
			}
		}
	})
}
