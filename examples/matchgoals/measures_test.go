package main

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/match"
)

// answered is the outcome of answers: + is right, - wrong; a capital says that it has the
// very name.
func answered(text string, gold int) outcome {
	o := outcome{gold: gold}
	for _, r := range text {
		o.right, o.exact = append(o.right, r == '+' || r == 'P'), append(o.exact, r == 'P' || r == 'M')
	}
	return o
}

func TestMeasures(t *testing.T) {
	for _, c := range []struct {
		why     string
		answers string
		gold    int
		want    []float64 // first, hit5, reciprocal, recall5, precision5
	}{
		{"the first is right", "+----", 1, []float64{1, 1, 1, 1, .2}},
		{"the fourth", "---+-", 1, []float64{0, 1, .25, 1, .2}},
		{"the sixth is too late", "-----+", 1, []float64{0, 0, 1. / 6, 0, 0}},
		{"two of three", "+-+---+", 3, []float64{1, 1, 1, 2. / 3, .4}},
		{"five of twenty are all that could be", "+++++++", 20, []float64{1, 1, 1, 1, 1}},
		{"nothing found", "", 2, []float64{0, 0, 0, 0, 0}},
		{"nothing right", "--", 1, []float64{0, 0, 0, 0, 0}},
	} {
		o := answered(c.answers, c.gold)
		got := []float64{first(o), hit5(o), reciprocal(o), recall5(o), precision5(o)}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
	require.InDelta(t, .5, mean(first)([]outcome{answered("+", 1), answered("-", 1)}), 1e-12)
	require.Zero(t, mean(first)(nil))
}

func TestAllExact(t *testing.T) {
	for _, c := range []struct {
		why, answers string
		gold         int
		want         bool
	}{
		{"both that have the name, and others after them", "PP---", 2, true},
		{"one is missing", "P----", 2, false},
		{"one has the name and is not called so", "P+---", 2, false},
		{"one is called so and has it not", "PM---", 1, false},
		{"nothing found", "", 1, false},
	} {
		require.Equal(t, c.want, allExact(answered(c.answers, c.gold)), c.why)
	}
}

func TestShare(t *testing.T) {
	yes, no := answered("+", 1), answered("-", 1)
	yes.accepted = true
	require.InDelta(t, 1, share(accepted, isFirst)([]outcome{yes, no}), 0, "what is not accepted does not count")
	no.accepted = true
	require.InDelta(t, .5, share(accepted, isFirst)([]outcome{yes, no}), 0)
	require.InDelta(t, 1, share(accepted, isFirst)(nil), 0, "nothing accepted, nothing wrong")
}

// TestCalibration against errors worked out by hand.
func TestCalibration(t *testing.T) {
	with := func(confidence float64, text string) outcome {
		o := answered(text, 1)
		o.confidence = confidence
		return o
	}
	for _, c := range []struct {
		why      string
		outcomes []outcome
		want     float64
	}{
		{"always sure and always right", []outcome{with(1, "+"), with(1, "+")}, 0},
		{"always sure and never right", []outcome{with(1, "-")}, 1},
		{"right as often as it says", []outcome{with(.5, "+"), with(.5, "-")}, 0},
		{"two bins, .1 off each", []outcome{with(.9, "+"), with(.1, "-")}, .1},
		{"within a bin too high and too low even out", []outcome{with(.52, "+"), with(.58, "-")}, .05},
		{"nothing was asked", nil, 0},
	} {
		require.InDelta(t, c.want, calibration(c.outcomes), 1e-12, c.why)
	}
}

// TestJudge: the query's own target does not count, nor does its confidence.
func TestJudge(t *testing.T) {
	q := query{gold: []string{"a", "b"}, self: "me"}
	got := judge(q, []answer{{id: "me", confidence: .9}, {id: "b", confidence: .7, accepted: true}, {id: "c", exact: true}})
	want := outcome{right: []bool{true, false}, exact: []bool{false, true}, accepted: true, gold: 2, confidence: .7}
	require.Equal(t, want, got)
}

// TestJaroWinkler against the values of Winkler (1990) and of those who quote him.
func TestJaroWinkler(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"martha", "marhta", .961}, {"dwayne", "duane", .840}, {"dixon", "dicksonx", .813},
		{"jones", "johnson", .832}, {"abroms", "abrams", .922}, {"abcvwxyz", "cabvwxyz", .958},
		{"same", "same", 1}, {"abc", "xyz", 0}, {"", "", 0}, {"", "abc", 0}, {"a", "a", 1},
	} {
		require.InDelta(t, c.want, jaroWinkler([]rune(c.a), []rune(c.b)), .0006, "%s %s", c.a, c.b)
		require.InDelta(t, c.want, jaroWinkler([]rune(c.b), []rune(c.a)), .0006, "the other way round")
	}
}

// TestPlainBM25 against the formula, by hand: N = 3, the word in one text of two words,
// the mean length is 2.
func TestPlainBM25(t *testing.T) {
	targets := []match.Target{{ID: "a", Texts: []string{"ward clerk"}}, {ID: "b", Texts: []string{"ward ward porter"}}, {ID: "c", Texts: []string{"cook"}}}
	rank := plainBM25(part{targets: targets})
	ids := func(text string) (list []string) {
		for _, a := range rank(text, 9) {
			list = append(list, a.id)
		}
		return list
	}
	require.Equal(t, []string{"a"}, ids("CLERK!"))
	require.Equal(t, []string{"b", "a"}, ids("ward"), "twice in three words is more than once in two")
	require.Empty(t, ids("surgeon"))
	scores := []float64{0, math.Log(1 + 2.5/1.5)}
	require.Equal(t, []answer{{id: "b"}}, highest(targets, append(scores, 0), 9))
	require.Equal(t, []answer{{id: "a"}, {id: "b"}}, highest(targets, []float64{1, 1, 1}, 2), "of equals the first IDs")
}

func TestTyping(t *testing.T) {
	for _, text := range []string{"Nurse", "radiographer", "Care home manager (adult)", "C++ programmer", "aaaa"} {
		for n := 1; n <= 2; n++ {
			wrong := typo(text, n)
			require.Equal(t, wrong, typo(text, n), "the same errors at every run")
			require.LessOrEqual(t, edits(strings.ToLower(text), wrong), n, "%q became %q", text, wrong)
		}
		require.NotEqual(t, strings.ToLower(text), typo(text, 1))
	}
	require.Equal(t, "GP 2", typo("GP 2", 2), "too short")
	require.Equal(t, "Radio", begun("Radiographer"))
	require.Equal(t, "Rdgrphr", clipped("Radiographer"))
}

// edits is how many insertions, deletions, replacements and exchanges of neighbours make b
// of a, none of them within another (optimal string alignment).
func edits(a, b string) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
			case a[i-1] == b[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = 1 + min(d[i-1][j], d[i][j-1], d[i-1][j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

func TestFold(t *testing.T) {
	for _, c := range []struct{ give, want string }{
		{"  Nurse,  (RN) ", "nurse rn"}, {"C++ / C#", "c++ c#"}, {"--", ""}, {"Café", "café"},
	} {
		require.Equal(t, c.want, fold(c.give))
	}
	require.Equal(t, held("Staff nurse"), held("staff  NURSE!"))
}
