package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
)

// update rewrites the golden files: read every difference before you commit it.
var update = flag.Bool("update", false, "rewrite the golden files")

// called is what a call of the program came to.
type called struct {
	code        int
	out, errors string
}

func call(t *testing.T, args ...string) called {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(args, strings.NewReader(""), &out, &errs)
	return called{code, out.String(), errs.String()}
}

const (
	decided = "testdata/decided.csv"
	aide    = "../../testdata/healthcare-support/workers/aide.json"
	imaging = "../../testdata/imaging/framework.json"
	ward    = "../../testdata/healthcare-support/framework.json"
)

func golden(t *testing.T, name, got, why string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", why, diff)
	}
}

// TestGolden shows what the program prints, to the byte.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name, why string
		args      []string
	}{
		{"sample.txt", "two roles of the sample", nil},
		{"sample.json", "the same for programs, the first of each", []string{"-format", "json", "-k", "1", "-least", "none"}},
		{"likely.txt", "only what is likely, of which there is nothing here", []string{"-least", "likely"}},
		{"editions.txt", "two roles of one standard, which share statements", []string{"-a", imaging, "-b", imaging, "-role-a", "imaging-support-worker", "-role-b", "imaging-senior-support-worker", "-k", "1"}},
		{"links.json", "what a person has confirmed", []string{"-links", decided}},
		{"aide.txt", "where somebody stands in the other role", []string{"-links", decided, "-worker", aide}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := call(t, c.args...)
			require.Equal(t, printed, got.code, "%s: %s", c.why, got.errors)
			golden(t, c.name, got.out, c.why)
			if strings.HasSuffix(c.name, ".txt") {
				for line := range strings.Lines(got.out) {
					require.LessOrEqual(t, len([]rune(strings.TrimSuffix(line, "\n"))), 80, line)
				}
			}
		})
	}
}

// TestReview goes the whole way: proposals written, decided, read back, and written again
// with the decisions kept.
func TestReview(t *testing.T) {
	for _, name := range []string{"decide.csv", "decide.xlsx"} {
		file := filepath.Join(t.TempDir(), name)
		got := call(t, "-review", file)
		require.Equal(t, printed, got.code, got.errors)
		require.Contains(t, got.out, "0 decisions kept")
		undecided := call(t, "-links", file)
		require.Equal(t, printed, undecided.code, undecided.errors)
		require.NotContains(t, undecided.out, `"links": [`, "nothing is confirmed by leaving it as it was proposed")
	}

	file := filepath.Join(t.TempDir(), "decide.csv")
	require.Equal(t, printed, call(t, "-review", file).code)
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	golden(t, "review.csv", string(data), "the file to decide in")
	var rows []string
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "hs-s2,") && strings.Contains(line, ",ap-s30,") {
			line = strings.TrimSuffix(strings.TrimSpace(line), ",,,") + ",yes,lead-a,2026-03-01\n"
		}
		rows = append(rows, line)
	}
	require.NoError(t, os.WriteFile(file, []byte(strings.Join(rows, "")), 0o600))
	require.NoError(t, os.Chmod(file, 0o640))

	again := call(t, "-review", file, "-k", "1", "-least", "exact")
	require.Equal(t, printed, again.code, again.errors)
	require.Contains(t, again.out, "1 decisions kept")
	info, err := os.Stat(file)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o640), info.Mode().Perm())

	out := filepath.Join(t.TempDir(), "links.json")
	got := call(t, "-links", file, "-out", out)
	require.Equal(t, printed, got.code, got.errors)
	require.Contains(t, got.out, "1 links confirmed, 0 pairs rejected, 0 not decided yet.")
	written, err := os.Open(out)
	require.NoError(t, err)
	defer written.Close()
	f, problems := ksbjson.Read(written, out)
	require.NoError(t, problems.Err())
	require.Len(t, f.Links, 1)
	link := f.Links[0]
	link.Origin = ksb.Origin{}
	require.Equal(t, ksb.Link{From: "hs-s2", To: "ap-s30", Relation: ksb.Close, Confirmed: true}, link)
}

// TestMistakesAreNotWrittenOver: what somebody has decided is not lost to a slip.
func TestMistakesAreNotWrittenOver(t *testing.T) {
	file := filepath.Join(t.TempDir(), "decide.csv")
	const broken = "from,to,relation,decision,by,at\nhs-s2,ap-k30,nearly,yes,lead-a,2026-03-01\n"
	require.NoError(t, os.WriteFile(file, []byte(broken), 0o600))
	got := call(t, "-review", file)
	require.Equal(t, failed, got.code)
	require.Contains(t, got.errors, "decide.csv:2")
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, broken, string(data))
}

// TestCarriedOverLinksAlone: without a decision nothing of the other role counts.
func TestCarriedOverLinksAlone(t *testing.T) {
	none := filepath.Join(t.TempDir(), "none.csv")
	require.NoError(t, os.WriteFile(none, []byte("from,to,relation,decision,by,at\nhs-s2,ap-k30,close,,,\n"), 0o600))
	got := call(t, "-links", none, "-worker", aide)
	require.Equal(t, printed, got.code, got.errors)
	require.NotContains(t, got.out, "carried")
	require.Contains(t, call(t, "-links", decided, "-worker", aide).out, "carried from hs-s2")
}

// TestExitCodes is the contract with scripts.
func TestExitCodes(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
		return path
	}
	statements := file("statements.json", `{"format":"ksb/1","id":"f","statements":[{"id":"s","kind":"skill","text":"Moves people without harm"}]}`)
	empty := file("empty.json", `{"format":"ksb/1","id":"f"}`)
	stray := file("stray.csv", "from,to,relation,decision,by,at\nhs-s2,nowhere,close,yes,lead-a,2026-03-01\n")
	rejected := file("examples.ndjson", `{"format":"examples/1"}`+"\n"+`{"text":"Helps people to move about without harm to either","statement":"ap-s30","verdict":"reject","by":"lead-a","at":"2026-03-01"}`+"\n")
	for _, c := range []struct {
		why  string
		args []string
		code int
		says string // on standard error
	}{
		{"standards without roles: all statements", []string{"-a", ward, "-b", statements}, printed, ""},
		{"an earlier decision", []string{"-examples", rejected}, printed, ""},
		{"a standard without anything", []string{"-a", ward, "-b", empty}, failed, "no statement"},
		{"several roles: which one?", []string{"-a", ward, "-b", imaging}, misused, "-role-b"},
		{"no such role", []string{"-a", imaging, "-b", ward, "-role-a", "astronaut"}, misused, "imaging-support-worker"},
		{"a file that is not there", []string{"-a", ward, "-b", "nowhere.json"}, failed, "nowhere.json"},
		{"decisions that are not there", []string{"-links", "nowhere.csv"}, failed, "nowhere.csv"},
		{"a link to what is in neither", []string{"-links", stray}, printed, "nowhere"},
		{"the same, and strict", []string{"-strict", "-links", stray}, failed, "nowhere"},
		{"no such worker", []string{"-links", decided, "-worker", "nowhere.json"}, failed, "nowhere.json"},
		{"a worker for statements without a role", []string{"-a", ward, "-b", statements, "-links", decided, "-worker", aide}, failed, "-worker"},
		{"examples that are none", []string{"-examples", ward}, failed, "no decision"},
		{"a folder to write in that is not there", []string{"-review", filepath.Join(dir, "no", "where.csv")}, failed, "where.csv"},
		{"one standard", []string{"-a", ward}, misused, "-b"},
		{"nothing to list", []string{"-k", "0"}, misused, "-k"},
		{"an unknown band", []string{"-least", "certain"}, misused, "certain"},
		{"an unknown format", []string{"-format", "xml"}, misused, "xml"},
		{"asked and answered at once", []string{"-review", "x.csv", "-links", decided}, misused, "-links"},
		{"two files for one answer", []string{"-review", "x.csv", "-out", "x.json"}, misused, "-out"},
		{"a worker without links", []string{"-worker", aide}, misused, "-links"},
		{"two inputs from one pipe", []string{"-a", "-", "-b", "-"}, misused, "standard input"},
		{"a stray word", []string{"links"}, misused, "links"},
	} {
		t.Run(c.why, func(t *testing.T) {
			got := call(t, c.args...)
			require.Equal(t, c.code, got.code, got.errors)
			require.Contains(t, got.errors, c.says)
		})
	}
	require.NotContains(t, call(t, "-examples", rejected).out, "Moves people, equipment and goods safely", "what was rejected is not proposed again")
	require.Contains(t, call(t).out, "Moves people, equipment and goods safely")
	require.NotContains(t, call(t).out, "How people and loads are moved without harm", "doing is not knowing how: another kind is hardly likely")
}
