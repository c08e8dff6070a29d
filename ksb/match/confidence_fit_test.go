package match

import (
	"encoding/json"
	"flag"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// refit asks for the weights to be fitted anew and written: go test ./ksb/match -run TestFitTitles -refit
var refit = flag.Bool("refit", false, "fit the confidence of titles anew and write confidence.json")

// judged is a suggestion with its signs, and whether it was right.
type judged struct {
	titleSigns
	stage  Stage
	right  bool
	weight float64
}

// judge returns the first k suggestions for each title, but for exact names, which need no
// judgement.
func (t *Titles) judge(asked []titled, k int) (list []judged) {
	for _, a := range asked {
		d := &desk{tokens: words.Tokens(a.text)}
		m := t.mend(d.tokens)
		found := t.stages(d.tokens, m)
		t.rank(d, m.tokens, k)
		order := t.order(d, found)
		e := t.newEvidence(d, m, order)
		for i := range min(k, len(order)) {
			if _, s := e.of(i); order[i].stage != ExactName {
				list = append(list, judged{s, order[i].stage, slices.Contains(a.gold, t.ids[order[i].target]), 1})
			}
		}
	}
	return list
}

// fitted finds the weights of greatest likelihood by Newton's method, with a pull to 0 as
// strong as one suggestion, which keeps them finite.
func fitted(list []judged) []float64 {
	w := make([]float64, byCount+1)
	for range 30 {
		rows := newton(list, w)
		for i := range w {
			for j := range w {
				if i == j {
					continue
				}
				by := rows[j][i] / rows[i][i]
				for c := range rows[j] {
					rows[j][c] -= by * rows[i][c]
				}
			}
		}
		for i := range w {
			w[i] += rows[i][len(w)] / rows[i][i]
		}
	}
	for i := range w {
		w[i] = math.Round(w[i]*1000) / 1000
	}
	return w
}

// newton returns the curvature of the likelihood, and its slope as the last column.
func newton(list []judged, w []float64) [][]float64 {
	rows := make([][]float64, len(w))
	for i := range rows {
		rows[i] = make([]float64, len(w)+1)
		rows[i][i], rows[i][len(w)] = 1, -w[i]
	}
	for _, s := range list {
		p, x := logistic(w, s.values[:]), append([]float64{1}, s.values[:]...)
		for i := range x {
			rows[i][len(w)] += s.weight * (one(s.right) - p) * x[i]
			for j := range x {
				rows[i][j] += s.weight * p * (1 - p) * x[i] * x[j]
			}
		}
	}
	return rows
}

// calibrationGap is the mean distance of confidence from frequency over ten bins (expected
// calibration error).
func calibrationGap(list []judged, c *calibration) (gap float64) {
	var off [10]float64
	for _, s := range list {
		p := c.of(s.titleSigns)
		off[min(int(p*10), 9)] += p - one(s.right)
	}
	for _, x := range off {
		gap += math.Abs(x) / float64(len(list))
	}
	return gap
}

// trainingSet are suggestions of one kind and what they weigh all together.
type trainingSet struct {
	name   string
	weight float64
	list   []judged
}

// trainingSets are titles never seen, of catalogues with many and with few aliases, and a few
// known ones with typing errors. Parts 6 and 7 of 8 are left for the tests.
func trainingSets(t *testing.T) (sets []trainingSet) {
	onet, esco, uk := onetRoles(t), escoRoles(t), standards(t)
	add := func(name string, weight float64, targets []Target, asked []titled) {
		list := titlesOf(t, targets).judge(asked, 5)
		sets = append(sets, trainingSet{name, weight, list})
	}
	for part := range uint32(4) {
		rest, asked := holdOut(onet, 8, part)
		add("O*NET", 1, rest, asked)
		add("O*NET, half of the aliases", .7, thinned(rest, 2), asked)
		add("O*NET, a quarter of the aliases", .3, thinned(rest, 4), asked)
	}
	rest, asked := holdOut(esco, 8, 0)
	add("ESCO", 1.1, rest, asked)
	for part := range uint32(6) {
		rest, asked = holdOut(uk, 8, part)
		add("English standards", .2, rest, asked)
	}
	rest, asked = holdOut(onet, 8, 1)
	sets = append(sets, trainingSet{"O*NET, a dozen at a time", .5, judgeParts(t, thinned(rest, 8), asked, 80)})
	rest, asked = holdOut(esco, 8, 1)
	sets = append(sets, trainingSet{"ESCO, a dozen at a time", .5, judgeParts(t, thinned(rest, 4), asked, 240)})
	all := titlesOf(t, onet)
	add("one typing error", .2, onet, known(all, 23, 1))
	add("two typing errors", .1, onet, known(all, 23, 2))
	return sets
}

// judgeParts parts the targets and judges what each part suggests for the titles of its own
// targets and for those of the next part, none of which it has: who asks a short list asks for
// much that is not on it.
func judgeParts(t *testing.T, targets []Target, asked []titled, of uint32) (list []judged) {
	parts, titles := make([][]Target, of), make([][]titled, of)
	for _, target := range targets {
		part := share(target.ID, of)
		parts[part] = append(parts[part], target)
	}
	for _, a := range asked {
		own := share(a.gold[0], of)
		for _, part := range []uint32{own, (own + 1) % of} {
			titles[part] = append(titles[part], a)
		}
	}
	for part := range of {
		list = append(list, titlesOf(t, parts[part]).judge(titles[part], 5)...)
	}
	return list
}

// TestFitTitles finds the weights of confidence.json. It runs only when they are to be
// written.
func TestFitTitles(t *testing.T) {
	if !*refit {
		t.Skip("only with -refit")
	}
	c := calibration{
		How: "Logistic regression (Newton's method, ridge of 1) on the first five suggestions for titles held out of O*NET 29.0 (with all, half and a quarter of its aliases at hand), " +
			"ESCO 1.0 and English apprenticeship standards, on those held out of parts of a dozen targets of O*NET and ESCO, with few aliases, and as many that the part has no target for, and for a few known O*NET titles with one or two random typing errors; see TestFitTitles.",
		Signs: signNames(), Weights: map[string][]float64{},
	}
	sets := trainingSets(t)
	for _, name := range caseNames() {
		var list []judged
		for _, set := range sets {
			for _, s := range set.list {
				if s.caseName() == name {
					s.weight = 5000 * set.weight / float64(len(set.list))
					list = append(list, s)
				}
			}
		}
		c.Weights[name] = fitted(list)
	}
	for _, set := range sets {
		t.Logf("%-35s %d suggestions, calibration gap %.3f", set.name, len(set.list), calibrationGap(set.list, &c))
		t.Logf("%-35s firsts: %.3f", "", calibrationGap(firsts(slices.Clone(set.list)), &c))
	}
	text, err := json.MarshalIndent(c, "", "\t")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile("confidence.json", append(text, '\n'), 0o644))
}
