package match_test

import (
	"cmp"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
	"github.com/skillgap-go/skillgap/ksb/match"
)

// equivalents are our reading of two published standards side by side: for each statement
// of the assistant practitioner (ST0215) those of the healthcare support worker (ST0216)
// that say the same or most of it, of the same kind. One person read them once.
func equivalents() map[string][]string {
	said := `K1 K18|K2 K18 K19|K3 K10 K27|K4 K24 K23|K5 K17 K16|K7 K4|K8 K9 K14|K9 K7|K10 K3|K11 K9|K12 K2|K13 K2|K14 K19
		K16 K1|K18 K13 K12|K19 K20|K20 K20|K21 K20|K27 K22 K21 K25|K28 K23|K29 K25|K30 K26
		S2 S18 S17|S3 S26 S10|S4 S23 S22|S5 S16|S7 S4|S12 S2|S13 S2|S16 S1|S18 S12|S19 S19|S20 S19|S21 S17|S25 S5 S6|S26 S5 S11
		S29 S20 S24|S30 S25|B1 B1|B2 B1|B3 B1`
	gold := map[string][]string{}
	for _, line := range strings.FieldsFunc(said, func(r rune) bool { return r == '|' || r == '\n' }) {
		codes := strings.Fields(line)
		gold[codes[0]] = codes[1:]
	}
	return gold
}

// pageAndStandard are the two standards, with the code of every statement.
func pageAndStandard(t testing.TB) (from, to []match.Target, statement func(id string) ksb.Statement) {
	t.Helper()
	page, err := os.Open("../../../shared/seeds/003_c82cdecd0a3d3a4b.txt")
	if err != nil {
		t.Skip("the page is not here: ../shared/seeds")
	}
	defer page.Close()
	f, _ := skillsengland.ReadPage(page, "page.txt")
	ix, _ := ksb.Compile(f)
	std := realStandards(t)
	return match.StatementTargets(ix, "OCC0215"), match.StatementTargets(std, "ST0216_1.0"), func(id string) ksb.Statement {
		if s, known := ix.Statement(ksb.StatementID(id)); known {
			return s
		}
		s, _ := std.Statement(ksb.StatementID(id))
		return s
	}
}

// TestCrosswalkOfTwoStandards: the proposals against our reading.
func TestCrosswalkOfTwoStandards(t *testing.T) {
	from, to, statement := pageAndStandard(t)
	list, err := match.Crosswalk(from, to, match.CrosswalkOptions{SameKind: func(from, to ksb.StatementID) bool {
		return statement(string(from)).Kind == statement(string(to)).Kind
	}})
	require.NoError(t, err)
	gold := equivalents()
	require.Len(t, gold, 41)
	var first, five float64
	var with, without []float64 // confidence of the first proposal, where there is an equivalent and where not
	seen := map[string]bool{}
	for _, p := range list {
		code, theirs := statement(string(p.From)).Code, statement(string(p.To)).Code
		right := slices.Contains(gold[code], theirs)
		switch {
		case p.Rank == 1 && len(gold[code]) > 0:
			with = append(with, p.Confidence)
		case p.Rank == 1:
			without = append(without, p.Confidence)
		}
		if right && p.Rank == 1 {
			first++
		}
		if right && !seen[code] {
			seen[code] = true
			five++
		}
	}
	for _, code := range slices.Sorted(maps.Keys(gold)) {
		if !seen[code] {
			t.Log("not found:", code)
		}
	}
	n, area := float64(len(gold)), areaUnder(with, without)
	t.Logf("acc@1 %.3f, hit@5 %.3f, AUC %.3f", first/n, five/n, area)
	require.GreaterOrEqual(t, first/n, .65)
	require.GreaterOrEqual(t, five/n, .87)
	require.GreaterOrEqual(t, area, .76)
}

// areaUnder is the chance that one of the first list is above one of the second.
func areaUnder(a, b []float64) (sum float64) {
	for _, x := range a {
		for _, y := range b {
			sum += float64(1+cmp.Compare(x, y)) / 2
		}
	}
	return sum / float64(len(a)*len(b))
}
