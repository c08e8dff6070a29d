package seeds_test

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/testdata"
)

// TestEverySampleLoadsWithoutAProblem: each framework alone and all together, every worker
// and every catalogue.
func TestEverySampleLoadsWithoutAProblem(t *testing.T) {
	whole := index(t, folders()...)
	require.NotEmpty(t, slices.Collect(whole.Roles()))
	for _, folder := range folders() {
		ix := index(t, folder)
		workers := 0
		require.NoError(t, fs.WalkDir(testdata.Files(), folder, func(name string, _ fs.DirEntry, err error) error {
			require.NoError(t, err)
			base := path.Base(name)
			switch dir := path.Base(path.Dir(name)); {
			case dir == "workers" || dir == "team":
				require.NotEmpty(t, worker(t, name).ID)
				workers++
			case base == "catalogue.json":
				_, problems := pathway.NewPlanner(ix, catalogue(t, name))
				require.NoError(t, problems.Err())
			}
			return nil
		}))
		require.GreaterOrEqual(t, workers, 2, folder)
	}
}

// words are the words of a text, without case and marks.
func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// runs are all runs of n words of a text.
func runs(text string, n int) map[string]bool {
	all, list := map[string]bool{}, words(text)
	for i := range max(len(list)-n+1, 0) {
		all[strings.Join(list[i:i+n], " ")] = true
	}
	return all
}

// TestTheSamplesAreInOurOwnWords: of no text of a sample do eight words in a row stand in
// the page that it started from.
func TestTheSamplesAreInOurOwnWords(t *testing.T) {
	const inARow = 8
	for i, folder := range folders() {
		_, text := page(t, []string{"000", "001", "002", "003", "004"}[i])
		published := runs(text, inARow)
		for _, ours := range texts(framework(t, folder+"/framework.json")) {
			for run := range runs(ours, inARow) { // any order: each is an error of its own
				require.False(t, published[run], "%s: %q", folder, run)
			}
		}
	}
}

func texts(f ksb.Framework) (list []string) {
	list = append(list, f.Title)
	for _, s := range f.Statements {
		list = append(list, s.Text)
	}
	for _, r := range f.Roles {
		list = append(list, r.Title)
		for _, d := range r.Duties {
			list = append(list, d.Text)
		}
		for _, g := range r.Gates {
			list = append(list, g.Source)
		}
	}
	for _, g := range f.Groups {
		list = append(list, g.Title)
	}
	return list
}
