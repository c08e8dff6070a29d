package match

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// quality is how often the right target came first, came among the first five, and the
// mean of one over its rank.
type quality struct{ first, five, reciprocal float64 }

func qualityOf(t *Titles, asked []titled) (q quality) {
	each := 1 / float64(len(asked))
	for _, a := range asked {
		at := slices.IndexFunc(t.Resolve(a.text, 50), func(s Suggestion) bool { return slices.Contains(a.gold, s.ID) })
		if at == 0 {
			q.first += each
		}
		if at >= 0 {
			q.reciprocal += each / float64(at+1)
		}
		if at >= 0 && at < 5 {
			q.five += each
		}
	}
	return q
}

func titlesOf(t testing.TB, targets []Target) *Titles {
	t.Helper()
	titles, err := NewTitles(targets, TitleOptions{})
	require.NoError(t, err)
	return titles
}

// TestTitleGoals holds the quality on real titles. Half of O*NET's titles are at hand, so the
// floors for unseen titles are lower than with all of them.
func TestTitleGoals(t *testing.T) {
	if raceEnabled || testing.Short() {
		t.Skip("figures on real data")
	}
	onet, esco, uk := onetRoles(t), escoRoles(t), standards(t)
	all, occupations := titlesOf(t, onet), titlesOf(t, esco)
	cases := []struct {
		name  string
		make  func() (*Titles, []titled)
		least quality
		why   string
	}{
		{"O*NET, titles never seen", func() (*Titles, []titled) {
			rest, asked := holdOut(onet, 8, 0)
			return titlesOf(t, rest), everyNth(asked, 2)
		}, quality{.44, .72, .56}, "evidence of all aliases together"},
		{"O*NET, known titles", func() (*Titles, []titled) { return all, known(all, 30, 0) }, quality{1, 1, 1}, "a name is found"},
		{"O*NET, one typing error", func() (*Titles, []titled) { return all, known(all, 30, 1) }, quality{.97, .98, .97}, "mended before it is looked up"},
		{"O*NET, two typing errors", func() (*Titles, []titled) { return all, known(all, 30, 2) }, quality{.9, .95, .92}, "likewise"},
		{"ESCO, alternative labels never seen", func() (*Titles, []titled) {
			rest, asked := holdOut(esco, 16, 0)
			return titlesOf(t, rest), everyNth(asked, 3)
		}, quality{.73, .88, .8}, "labels of one occupation resemble each other"},
		{"ESCO, vacancy titles", func() (*Titles, []titled) { return occupations, everyNth(vacancies(t), 16) }, quality{.25, .46, .35}, "advertisements: noisy, and labelled by one opinion"},
		{"English standards, job titles never seen", func() (*Titles, []titled) {
			rest, asked := holdOut(uk, 4, 0)
			return titlesOf(t, rest), asked
		}, quality{.5, .75, .62}, "few aliases a standard"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			titles, asked := c.make()
			got := qualityOf(titles, asked)
			t.Logf("%d asked: first %.3f, among five %.3f, mean reciprocal rank %.3f", len(asked), got.first, got.five, got.reciprocal)
			const rounding = 1e-9
			if got.first < c.least.first-rounding || got.five < c.least.five-rounding || got.reciprocal < c.least.reciprocal-rounding {
				t.Errorf("%.3f, expected at least %.3f: %s", got, c.least, c.why)
			}
		})
	}
}

func everyNth(list []titled, n int) (some []titled) {
	for i := 0; i < len(list); i += n {
		some = append(some, list[i])
	}
	return some
}
