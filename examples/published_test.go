package examples_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPublishedFigures is the one table of other people's figures that the scoring
// reproduces: which, from where, how near, what to know about it, and the test that does
// it. A test that was renamed or lost fails here.
func TestPublishedFigures(t *testing.T) {
	for _, v := range []struct {
		vector, source, tolerance, caveat, dir, test string
	}{
		{"V1 beta reputation", "Jøsang and Ismail 2002", "1e-12", "prior weight 2; ours is 1 by default", "assess/belief", "betaReputation"},
		{"V5 evidential reasoning, four motorcycles", "Yang and Singh 1994; Yang and Xu 2002", "4 printed decimals", "the same figures stand in four papers", "assess/belief", "motorcycles"},
		{"V8 knowledge tracing", "Corbett and Anderson 1995", "6 decimals", "a lecture prints two decimals", "assess/belief", "knowledgeTracing"},
		{"V11 Wilson and Jeffreys intervals", "Newcombe 1998", "4 printed decimals", "Jeffreys by pure quantiles", "assess/belief", "proportions"},
		{"V12 Spearman-Brown", "Spearman 1910; Brown 1910", "4 printed decimals", "fresh pieces of one reliability", "assess/belief", "spearmanBrownTable"},
		{"V13 knowledge structures: fringes, half-split, Bayesian step", "Doignon and Falmagne 1999, ch. 7", "4 printed decimals", "results of pks 0.6", "assess/probe", "TestV13Step"},
		{"V13 BLIM by MD, ML and MDML; V13b", "the same; Heller and Wickelmaier 2013", "5e-7, iterative ones 1e-5", "runs that stop at other steps differ in G²", "assess/probe/blim", "TestPublished"},
		{"V13c deterministic assessment", "R package kst, help pages", "exact", "rows 8 and 9 of its example fail in kst itself", "assess/probe", "TestV13cLocate"},
		{"V14 Dawid and Skene: 45 patients, 5 observers", "Dawid and Skene 1979", "printed digits", "started from the mean vote", "assess/calibrate", "TestSpecification"},
		{"V15 Krippendorff's alpha", "Krippendorff 2011", "4 printed decimals", "with missing ratings", "assess/calibrate", "TestSpecification"},
		{"V16 intraclass correlations, six forms", "Shrout and Fleiss 1979", "printed digits", "intervals as a statistics package prints them", "assess/calibrate", "TestSpecification"},
		{"V17 Borich's weighted discrepancy", "Borich 1980", "1e-12", "arithmetic: no published table with raw data is known", "assess/needs", "TestSpecification"},
		{"V18 overlap of roles", "Ruzicka; cosine", "6 decimals", "arithmetic on two profiles", "assess/belief", "roleOverlap"},
		{"V19 graded response on a grid", "Samejima 1969", "5 printed decimals", "the grid counts its point at 2½ as reached", "assess/belief", "gradedResponse"},
		{"the default model: golden vectors", "science of this project", "1e-6", "", "assess/belief", "TestGoldenVectors"},
		{"the default model: a whole role", "science of this project", "1e-6", "", "assess", "TestPublishedRole"},
		{"the simulation", "two prototypes", "what chance allows", "other streams of chance", "assess/assesstest", "TestSimulation"},
	} {
		t.Run(v.vector, func(t *testing.T) {
			t.Logf("%s; to %s; %s", v.source, v.tolerance, v.caveat)
			require.True(t, hasTest(t, filepath.Join("..", v.dir), v.test), "%s has no %s", v.dir, v.test)
		})
	}
}

// hasTest: a test file of the folder declares the function.
func hasTest(t *testing.T, dir, name string) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
	require.NoError(t, err)
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		require.NoError(t, err)
		for _, decl := range parsed.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok && f.Name.Name == name {
				return true
			}
		}
	}
	return false
}
