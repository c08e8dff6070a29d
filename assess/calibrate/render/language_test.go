package render_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/calibrate"
	"github.com/skillgap-go/skillgap/assess/calibrate/render"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

// everyMove is a sensitivity with all that can be said of one, without Latin letters.
func everyMove() []calibrate.Move {
	change := calibrate.Move{Parameter: "порог", From: .8, To: .88, Assured: [2]float64{.5, .25}, Top: [2][]ksb.StatementID{nil, {"а", "б"}}}
	for s := assess.NotEvidenced; s <= assess.NotApplicable; s++ {
		change.Statuses = append(change.Statuses, calibrate.StatusChange{Statement: "а", Was: s, Is: assess.Met})
	}
	moves := []calibrate.Move{{Parameter: "тихо", From: 1, To: 1.1}}
	for _, ready := range [][2]assess.Verdict{{assess.Yes, assess.No}, {assess.Unknown, assess.Yes}} {
		change.Ready = ready
		moves = append(moves, change)
	}
	return moves
}

// everyFinding is a calibration with all that can be said of one.
func everyFinding() *calibrate.Calibration {
	c := &calibrate.Calibration{}
	for kind := assess.Self; kind <= assess.SignOff; kind++ {
		c.Kinds = append(c.Kinds, calibrate.Measured{Kind: kind, Pairs: 2, ICC: calibrate.Coefficient{Value: .5, Low: .25, High: .625, Defined: true, Bounded: kind%2 == 0}, Replaced: kind%3 == 0})
	}
	for _, code := range []string{"no-pairs", "few-pairs", "few-people", "no-variation", "not-above-chance", "wide-interval", "capped", "self-has-one-source"} {
		c.Findings = append(c.Findings, assess.Finding{Code: code, Refs: []string{"peer", "test"}})
	}
	return c
}

func written(t testing.TB, words *wording.Words) (said string) {
	t.Helper()
	o := render.Options{Words: words}
	for _, moves := range [][]calibrate.Move{everyMove(), everyMove()[:1]} {
		var out strings.Builder
		require.NoError(t, o.Sensitivity(&out, moves))
		said += out.String()
	}
	var out strings.Builder
	require.NoError(t, o.Calibration(&out, everyFinding()))
	said += out.String()
	for line := range strings.Lines(said) {
		require.LessOrEqual(t, utf8.RuneCountInString(line), 81)
	}
	return said
}

// TestEverythingIsSaidThroughTheCatalogue: in the language for tests there is no plain
// letter, and every message of this package has been seen.
func TestEverythingIsSaidThroughTheCatalogue(t *testing.T) {
	t.Parallel()
	pseudo := wording.Pseudo()
	said := written(t, pseudo)
	require.Empty(t, wording.Plain(said))
	all := strings.Join(strings.Fields(said), " ")
	for _, key := range pseudo.Keys() {
		if strings.HasPrefix(key, "calibrate.") {
			for _, words := range regexp.MustCompile(`\{[^}]*\}`).Split(pseudo.Texts(key)["other"], -1) {
				require.Contains(t, all, strings.TrimSpace(words), key)
			}
		}
	}
	require.NotEmpty(t, wording.Plain(written(t, nil)), "and it can fail")
}

// TestColumnsGrowWithTheirWords: the figures stand below each other in any language.
func TestColumnsGrowWithTheirWords(t *testing.T) {
	t.Parallel()
	for _, words := range []*wording.Words{nil, wording.Pseudo()} {
		var out strings.Builder
		require.NoError(t, render.Options{Words: words}.Calibration(&out, everyFinding()))
		var starts []int
		for line := range strings.Lines(out.String()) {
			before, _, found := strings.Cut(line, "0.5")
			if found && strings.HasPrefix(line, "  ") && !strings.HasPrefix(line, "    ") {
				starts = append(starts, utf8.RuneCountInString(strings.TrimRight(before, "⟦")))
			}
		}
		require.Len(t, starts, int(assess.SignOff))
		require.Len(t, slices.Compact(starts), 1)
	}
}
