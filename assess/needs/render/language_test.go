package render_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/needs"
	"github.com/skillgap-go/skillgap/assess/needs/render"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

// foreign are results with every choice and every outcome, and without a Latin letter in
// their data.
func foreign() (list []*needs.Result) {
	for i, missing := range []needs.Missing{needs.Pairwise, needs.Complete, needs.Available} {
		r := ward()
		r.Options.Missing = missing
		r.Options.Quadrants.At = []needs.Crossing{needs.GrandMeans, needs.Medians, needs.Midpoint}[i]
		r.Options.Locus.At = needs.Given
		row := r.Items[0]
		row.Item, row.Text, row.Focus, row.OnLine, row.Triple = "пункт", "Что делать", needs.Top, true, i > 0
		row.Trainable = r.Items[1].Trainable
		r.Items = nil
		for _, quadrant := range []needs.Quadrant{needs.Concentrate, needs.KeepUp, needs.LowPriority, needs.Overkill} {
			for _, dif := range []needs.Training{needs.NoTraining, needs.Train, needs.OverTrain} {
				row.Quadrant, row.DIF = quadrant, new(dif)
				r.Items = append(r.Items, row)
			}
		}
		r.Areas = []needs.Area{{Area: "уход", Items: 1}, {Area: "склад", Items: 2}}
		r.Silent = []needs.Silent{{Item: "три", N: 1}, {Item: "два"}}
		list = append(list, r)
	}
	return list
}

func written(t testing.TB, words *wording.Words, r *needs.Result) string {
	t.Helper()
	var out strings.Builder
	require.NoError(t, render.Options{Words: words}.Text(&out, r))
	for line := range strings.Lines(out.String()) {
		require.LessOrEqual(t, utf8.RuneCountInString(line), 81)
	}
	return out.String()
}

// TestEverythingIsSaidThroughTheCatalogue: in the language for tests there is no plain
// letter, and every message of a survey has been seen.
func TestEverythingIsSaidThroughTheCatalogue(t *testing.T) {
	t.Parallel()
	pseudo, all := wording.Pseudo(), ""
	for _, r := range append(foreign(), &needs.Result{}) {
		said := written(t, pseudo, r)
		require.Empty(t, wording.Plain(said))
		all += " " + strings.Join(strings.Fields(said), " ")
	}
	for _, key := range pseudo.Keys() {
		if strings.HasPrefix(key, "needs.") {
			for _, words := range regexp.MustCompile(`\{[^}]*\}`).Split(pseudo.Texts(key)["other"], -1) {
				require.Contains(t, all, strings.TrimSpace(words), key)
			}
		}
	}
	require.Contains(t, wording.Plain(written(t, pseudo, ward())), "Positions", "and it can fail")
}

func TestAnotherLanguage(t *testing.T) {
	t.Parallel()
	german, problems := wording.Load(strings.NewReader(`{"language": "de", "messages": {"needs.silent": "Zu wenige Antworten"}}`), "de.json")
	require.NoError(t, problems.Err())
	said := written(t, german, ward())
	require.Contains(t, said, "Zu wenige Antworten\n-------------------")
	require.Contains(t, said, "Borich 10,89 (1)")
	require.Contains(t, said, "Positions patients", "an item is never translated")
}
