package match

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// firsts are the suggestions that were made first.
func firsts(list []judged) []judged {
	return slices.DeleteFunc(list, func(s judged) bool { return !s.first })
}

// TestConfidenceIsHonest: of all suggestions with a confidence of about so much, so many are
// right; measured on titles that neither the targets nor the fit have seen.
func TestConfidenceIsHonest(t *testing.T) {
	if raceEnabled || testing.Short() {
		t.Skip("figures on real data")
	}
	onet, esco, uk := onetRoles(t), escoRoles(t), standards(t)
	cases := []struct {
		name    string
		targets []Target
		from    uint32 // the parts that are asked for, to the last
		of      uint32
		every   int
		most    float64
		why     string
	}{
		{"O*NET", onet, 6, 8, 1, .02, "the goal"},
		{"O*NET with half of its aliases", thinned(onet, 2), 7, 8, 1, .05, "1,600 titles: chance alone gives .03; confidence knows how much the catalogue knows"},
		{"ESCO", esco, 15, 16, 1, .05, "labels of one occupation resemble each other more than elsewhere"},
		{"English standards", uk, 2, 4, 1, .13, "200 titles: chance alone gives .07"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var list []judged
			for part := c.from; part < c.of; part++ {
				rest, asked := holdOut(c.targets, c.of, part)
				list = append(list, firsts(titlesOf(t, rest).judge(everyNth(asked, c.every), 1))...)
			}
			weights, err := readCalibration()
			require.NoError(t, err)
			gap := calibrationGap(list, &weights)
			require.NotEmpty(t, list)
			t.Logf("%d titles, gap %.4f", len(list), gap)
			if gap > c.most {
				t.Errorf("gap %.4f, expected %.3f at most: %s", gap, c.most, c.why)
			}
		})
	}
}

// TestCalibrationGapBites: a matcher that is always sure is caught.
func TestCalibrationGapBites(t *testing.T) {
	sure := &calibration{Weights: map[string][]float64{"alike first": append([]float64{9}, make([]float64, byCount)...)}}
	list := []judged{{titleSigns: titleSigns{first: true}, right: true}, {titleSigns: titleSigns{first: true}}}
	require.InDelta(t, .5, calibrationGap(list, sure), .001)
}

func TestWeightsAreForTheSigns(t *testing.T) {
	c, err := readCalibration()
	require.NoError(t, err)
	require.Equal(t, signNames(), c.Signs, "fitted for other signs: fit anew with -refit")
	require.Len(t, signNames(), int(byCount))
	require.NotEmpty(t, c.How, "whoever reads the weights learns where they come from")
}
