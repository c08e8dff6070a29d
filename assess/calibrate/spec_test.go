package calibrate_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/belief"
	"github.com/skillgap-go/skillgap/assess/calibrate"
)

// specification: published figures, each with where it is from, how close it must come
// and what to bear in mind.
func TestSpecification(t *testing.T) {
	t.Parallel()
	type row struct {
		name, source, caveat string
		want, got, tolerance float64
	}
	icc, err := calibrate.Intraclass(shroutFleiss(), 0.95)
	require.NoError(t, err)
	patients, err := calibrate.DawidSkene(dawidSkene(t), 4)
	require.NoError(t, err)
	const sf, kr, ds, sb = "V16 Shrout and Fleiss 1979", "V15 Krippendorff 2011", "V14 Dawid and Skene 1979", "V12 Spearman-Brown"
	rows := []row{
		{"BMS", sf, "", 11.24, icc.Between, 0.005},
		{"WMS", sf, "", 6.26, icc.Within, 0.005},
		{"JMS", sf, "", 32.49, icc.BetweenRaters, 0.005},
		{"EMS", sf, "", 1.02, icc.Residue, 0.005},
		{"ICC(1,1)", sf, "four digits are ours, the paper prints two", .1657, icc.One1.Value, 5e-5},
		{"ICC(2,1)", sf, "", .2898, icc.Two1.Value, 5e-5},
		{"ICC(3,1)", sf, "", .7148, icc.Three1.Value, 5e-5},
		{"ICC(1,k)", sf, "", .4428, icc.OneK.Value, 5e-5},
		{"ICC(2,k)", sf, "", .6201, icc.TwoK.Value, 5e-5},
		{"ICC(3,k)", sf, "", .9093, icc.ThreeK.Value, 5e-5},
		{"ICC(1,1) low", sf, "intervals recalled from the output of a statistics package", -.133, icc.One1.Low, 5e-4},
		{"ICC(1,1) high", sf, "recalled", .723, icc.One1.High, 5e-4},
		{"ICC(2,1) low", sf, "recalled", .019, icc.Two1.Low, 5e-4},
		{"ICC(2,1) high", sf, "recalled", .761, icc.Two1.High, 5e-4},
		{"ICC(3,1) low", sf, "recalled", .342, icc.Three1.Low, 5e-4},
		{"ICC(3,1) high", sf, "recalled", .946, icc.Three1.High, 5e-4},
		{"alpha nominal", kr, "", .7434, alpha(t, calibrate.Nominal), 5e-5},
		{"alpha ordinal", kr, "", .8154, alpha(t, calibrate.Ordinal), 5e-5},
		{"alpha interval", kr, "", .8491, alpha(t, calibrate.Interval), 5e-5},
		{"alpha ratio", kr, "", .7974, alpha(t, calibrate.Ratio), 5e-5},
		{"marginal 1", ds, "start from the mean vote; another start may find another summit", .3996, patients.Marginals[0], 5e-5},
		{"marginal 2", ds, "", .4220, patients.Marginals[1], 5e-5},
		{"marginal 3", ds, "", .1118, patients.Marginals[2], 5e-5},
		{"marginal 4", ds, "", .0667, patients.Marginals[3], 5e-5},
		{"log likelihood", ds, "without the counts of orders", -192.89088, patients.LogLik, 5e-6},
		{"r=.52, two", sb, "", .6842, spearmanBrown(t, .52, 2), 5e-5},
		{"r=.52, three", sb, "", .7647, spearmanBrown(t, .52, 3), 5e-5},
		{"r=.6, two", sb, "", .75, spearmanBrown(t, .6, 2), 1e-12},
	}
	for _, r := range rows {
		if !(math.Abs(r.got-r.want) <= r.tolerance) {
			t.Errorf("%s, %s: got %.7f, want %.7f (%s)", r.source, r.name, r.got, r.want, r.caveat)
		}
	}
}

func alpha(t *testing.T, m calibrate.Metric) float64 {
	c, err := calibrate.Alpha(krippendorff(), m, calibrate.Resampling{})
	require.NoError(t, err)
	return c.Value
}

func spearmanBrown(t *testing.T, r, n float64) float64 {
	got, err := calibrate.SpearmanBrown(r, n)
	require.NoError(t, err)
	return got
}

func shroutFleiss() [][]float64 {
	return [][]float64{{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}}
}

// krippendorff are four observers of twelve units, "." where one is missing.
func krippendorff() [][]float64 {
	units := make([][]float64, 12)
	for _, observer := range []string{"12332141 2...", "12332241 25.3", ".33323422 51.", "12332441 251."} {
		for i, c := range strings.ReplaceAll(observer, " ", "") {
			if c != '.' {
				units[i] = append(units[i], float64(c-'0'))
			}
		}
	}
	return units
}

// dawidSkene are 45 patients, graded three times by the first of five observers.
func dawidSkene(t *testing.T) (votes []calibrate.Vote) {
	const table = `1:111|1111 2:333|4334 3:112|2122 4:222|3121 5:222|3222 6:222|3322 7:122|2111 8:333|3433 9:222|2223 10:232|2223
11:444|4444 12:222|3343 13:111|1111 14:222|3212 15:121|1111 16:111|2111 17:111|1111 18:111|1111 19:222|2221 20:222|1322
21:222|2222 22:222|2221 23:222|3222 24:221|2222 25:111|1111 26:111|1111 27:232|2222 28:111|1111 29:111|1111 30:112|1121
31:111|1111 32:333|3233 33:111|1111 34:222|2222 35:222|3232 36:433|4343 37:221|2232 38:232|3233 39:333|3432 40:111|1111
41:111|1111 42:121|2111 43:232|2222 44:121|1111 45:222|2222`
	for _, patient := range strings.Fields(table) {
		name, grades, found := strings.Cut(patient, ":")
		require.True(t, found)
		for i, g := range strings.ReplaceAll(grades, "|", "") {
			votes = append(votes, calibrate.Vote{Unit: name, Observer: fmt.Sprintf("%d", max(1, i-1)), Grade: int(g - '1')})
		}
	}
	require.Len(t, votes, 45*7)
	return votes
}

// V14 goes on: the errors of the first observer, and how many patients have each grade.
func TestDawidSkeneObserversAndGrades(t *testing.T) {
	t.Parallel()
	c, err := calibrate.DawidSkene(dawidSkene(t), 4)
	require.NoError(t, err)
	want := [][]float64{{.889, .111, 0, 0}, {.071, .876, .053, 0}, {0, .339, .661, 0}, {0, 0, .556, .444}}
	if diff := cmp.Diff(want, c.Errors[0], cmpopts.EquateApprox(0, 5e-4)); diff != "" {
		t.Error(diff)
	}
	counts := make([]int, 4)
	for _, grade := range c.Grade {
		counts[grade]++
	}
	require.Equal(t, []int{18, 19, 5, 3}, counts)
	require.True(t, c.Converged)
	require.Equal(t, []string{"1", "2", "3", "4", "5"}, c.Observers)
	require.Equal(t, "few-units", c.Findings[0].Code, "45 patients do not settle 63 numbers")
}

// The ledger, which was told nothing of the observers, agrees with the model that was
// fitted to them at least as well as counting votes does.
func TestTheLedgerOnTheSamePatients(t *testing.T) {
	t.Parallel()
	votes := dawidSkene(t)
	c, err := calibrate.DawidSkene(votes, 4)
	require.NoError(t, err)
	byUnit := map[string][]calibrate.Vote{}
	for _, v := range votes {
		byUnit[v.Unit] = append(byUnit[v.Unit], v)
	}
	ledger, majority, rounded := 0, 0, 0
	for i, unit := range c.Units {
		if ledgerGrade(byUnit[unit]) == c.Grade[i] {
			ledger++
		}
		if majorityGrade(byUnit[unit]) == c.Grade[i] {
			majority++
		}
		if meanGrade(byUnit[unit]) == c.Grade[i] {
			rounded++
		}
	}
	require.GreaterOrEqual(t, ledger, 44)
	require.Equal(t, 42, majority)
	require.Equal(t, 43, rounded)
}

// ledgerGrade is the expected level of the default model, each vote an observation of
// reliability .75, the three by one observer from one source.
func ledgerGrade(votes []calibrate.Vote) int {
	var pieces []belief.Piece
	for i, v := range votes {
		pieces = append(pieces, belief.Piece{ID: fmt.Sprint(i), Source: int(v.Observer[0]), Level: float64(v.Grade), Reliability: .75, Weight: 1})
	}
	var e belief.Estimate
	belief.DefaultLedger().Estimate(&e, belief.Scale{Top: 3}, pieces)
	return int(math.Floor(e.Mean + 0.5))
}

func majorityGrade(votes []calibrate.Vote) int {
	counts := make([]int, 4)
	for _, v := range votes {
		counts[v.Grade]++
	}
	return slices.Index(counts, slices.Max(counts))
}

func meanGrade(votes []calibrate.Vote) int {
	sum := 0.0
	for _, v := range votes {
		sum += float64(v.Grade)
	}
	return int(math.Floor(sum/float64(len(votes)) + 0.5))
}
