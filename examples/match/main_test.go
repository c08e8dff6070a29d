package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

// update rewrites the golden files: read every difference before you commit it.
var update = flag.Bool("update", false, "rewrite the golden files")

// called is what a call of the program came to.
type called struct {
	code        int
	out, errors string
}

func call(t *testing.T, stdin string, args ...string) called {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(t.Context(), args, strings.NewReader(stdin), &out, &errs)
	return called{code, out.String(), errs.String()}
}

func zipped(t *testing.T, text string) []byte {
	t.Helper()
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := w.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return packed.Bytes()
}

const (
	sample    = "../../testdata/imaging/framework.json"
	roles     = "testdata/roles.tsv"
	tasks     = "testdata/statements.tsv"
	pairs     = "testdata/confirmed.tsv"
	titles    = "testdata/titles.txt"
	sentences = "testdata/sentences.txt"
)

// TestGolden shows what the program prints, to the byte.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name, why string
		args      []string
	}{
		{"titles.tsv", "titles against roles", []string{"-targets", roles, "-queries", titles, "-k", "3"}},
		{"titles-explained.tsv", "and why", []string{"-targets", roles, "-queries", titles, "-k", "1", "-explain"}},
		{"sentences.tsv", "sentences against statements", []string{"-kind", "statement", "-targets", tasks, "-queries", sentences, "-k", "3"}},
		{"sentences-confirmed.tsv", "the same, after a person has confirmed some", []string{"-kind", "statement", "-targets", tasks, "-confirmed", pairs, "-queries", sentences, "-k", "3", "-explain"}},
		{"sample-role.tsv", "what one role of a standard asks for", []string{"-kind", "statement", "-framework", sample, "-role", "ST0215", "-queries", sentences, "-k", "2"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := call(t, "", c.args...)
			require.Equal(t, printed, got.code, "%s: %s", c.why, got.errors)
			require.Empty(t, got.errors)
			golden := filepath.Join("testdata", c.name)
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(got.out), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			if diff := cmp.Diff(string(want), got.out); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
		})
	}
}

// TestExitCodes is the contract with scripts.
func TestExitCodes(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
		return path
	}
	onlyStatements := file("statements.json", `{"format":"ksb/1","id":"f","statements":[{"id":"s","kind":"skill","text":"Lift"}]}`)
	for _, c := range []struct {
		why   string
		args  []string
		stdin string
		code  int
		says  string // on standard error
	}{
		{"the sample", nil, "imaging\n", printed, ""},
		{"no query at all", nil, "", printed, ""},
		{"a role of a standard, found by its code", []string{"-kind", "statement", "-framework", sample, "-role", "ST0216"}, "x\n", printed, ""},
		{"all statements of a standard without roles", []string{"-kind", "statement", "-framework", onlyStatements}, "lift\n", printed, ""},
		{"roles of a standard without roles", []string{"-framework", onlyStatements}, "lift\n", failed, "no role"},
		{"targets from the pipe", []string{"-targets", "-", "-queries", titles}, "r\tPorter\n", printed, ""},
		{"a line without a tab is left out", []string{"-targets", file("half.tsv", "r\tPorter\nq\n\nq\t \n")}, "porter\n", printed, "half.tsv:2"},
		{"the same, and strict", []string{"-strict", "-targets", file("half.tsv", "r\tPorter\nq\n")}, "porter\n", failed, "half.tsv:2"},
		{"a pair for what is no target", []string{"-targets", roles, "-confirmed", file("pairs.tsv", "porter\tnobody\n")}, "porter\n", printed, "nobody"},
		{"targets that are not UTF-8", []string{"-targets", file("latin.tsv", "r\tCaf\xe9\n")}, "", failed, "UTF-8"},
		{"targets that are not there", []string{"-targets", "nowhere.tsv"}, "", failed, "nowhere.tsv"},
		{"a file with nothing in it", []string{"-targets", file("empty.tsv", "")}, "", failed, "empty.tsv"},
		{"queries that are not there", []string{"-targets", roles, "-queries", "nowhere.txt"}, "", failed, "nowhere.txt"},
		{"pairs that are not there", []string{"-targets", roles, "-confirmed", "nowhere.tsv"}, "", failed, "nowhere.tsv"},
		{"standards that are not there", []string{"-framework", "nowhere.json"}, "", failed, "nowhere.json"},
		{"no such role", []string{"-kind", "statement", "-role", "astronaut"}, "", misused, "imaging-support-worker"},
		{"chosen, line by line", []string{"-pick"}, "senior\n1\n", printed, "Senior imaging"},
		{"nothing chosen", []string{"-pick"}, "senior\n", failed, "nothing was chosen"},
		{"an unknown kind", []string{"-kind", "course"}, "", misused, "course"},
		{"two kinds of targets", []string{"-targets", roles, "-framework", sample}, "", misused, "-framework"},
		{"a role for titles", []string{"-role", "ST0216"}, "", misused, "-role"},
		{"a role of a file of targets", []string{"-kind", "statement", "-targets", tasks, "-role", "ST0216"}, "", misused, "-role"},
		{"nothing to list", []string{"-k", "0"}, "", misused, "-k"},
		{"queries for the picker", []string{"-pick", "-queries", titles}, "", misused, "-pick"},
		{"two inputs from one pipe", []string{"-targets", "-"}, "", misused, "standard input"},
		{"a stray word", []string{"porter"}, "", misused, "porter"},
	} {
		t.Run(c.why, func(t *testing.T) {
			got := call(t, c.stdin, c.args...)
			require.Equal(t, c.code, got.code, got.errors)
			require.Contains(t, got.errors, c.says)
		})
	}
}

// TestManyLinesAnID: they need not stand together, and the first is the name.
func TestManyLinesAnID(t *testing.T) {
	got := call(t, "hospital porter\nlinen assistant\n", "-targets", roles, "-k", "1")
	require.Equal(t, printed, got.code, got.errors)
	require.Equal(t, 2, strings.Count(got.out, "\tr-porter\t"), got.out)
}

// TestConfirmedTitle: a title that a person has confirmed is a name from then on.
func TestConfirmedTitle(t *testing.T) {
	pairs := filepath.Join(t.TempDir(), "pairs.tsv")
	require.NoError(t, os.WriteFile(pairs, []byte("Bed mover\tr-porter\n"), 0o600))
	before := call(t, "bed mover\n", "-targets", roles, "-k", "1")
	require.NotContains(t, before.out, "exact")
	after := call(t, "bed mover\n", "-targets", roles, "-confirmed", pairs, "-k", "1")
	require.Contains(t, after.out, "bed mover\t1\tr-porter\t")
	require.Contains(t, after.out, "\texact\n")
}

// TestTwice: the same input gives the same bytes, on however many cores.
func TestTwice(t *testing.T) {
	queries := strings.Repeat("imaging support\nx-ray helper\nassistant practitioner\n", 200)
	require.Equal(t, call(t, queries), call(t, queries))
}
