package main

import (
	"bytes"
	"encoding/json"
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

const sample = "../../testdata/imaging/"

// TestGolden shows what the program prints, to the byte.
func TestGolden(t *testing.T) {
	ap := []string{"-to", "imaging-assistant-practitioner"}
	for _, c := range []struct {
		name, why string
		args      []string
	}{
		{"sample.txt", "without arguments: a person of the embedded sample", nil},
		{"sample.json", "the same for programs", []string{"-format", "json"}},
		{"sample.svg", "the map, with the person beside it", []string{"-format", "svg"}},
		{"sample.mmd", "the same for a wiki", []string{"-format", "mermaid"}},
		{"from-role.txt", "from one role to another, and nobody in particular", append([]string{"-from", "imaging-support-worker"}, ap...)},
		{"from-role.svg", "the map with all its links", append([]string{"-from", "imaging-support-worker", "-format", "svg", "-all-links"}, ap...)},
		{"in-role.txt", "a person who holds a role", append([]string{"-from", "imaging-support-worker", "-worker-id", "w-01", "-pareto", "-assume-unmet"}, ap...)},
		{"within.txt", "what is within reach in half a year", []string{"-within", "26"}},
		{"unlocks-credential.txt", "what a credential opens", []string{"-unlocks", "gcse-english-4"}},
		{"unlocks-course.txt", "what a course opens", []string{"-unlocks", "life-support-refresher"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := call(t, "", c.args...)
			require.Equal(t, printed, got.code, "%s: %s", c.why, got.errors)
			golden := filepath.Join("testdata", c.name)
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(got.out), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			if diff := cmp.Diff(string(want), got.out); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.why, diff)
			}
			if strings.HasSuffix(c.name, ".txt") {
				for line := range strings.Lines(got.out) {
					require.LessOrEqual(t, len([]rune(strings.TrimSuffix(line, "\n"))), 80, line)
				}
			}
		})
	}
}

// TestExitCodes is the contract with scripts.
func TestExitCodes(t *testing.T) {
	framework, worker := sample+"framework.json", sample+"workers/every-status.json"
	faulty := write(t, "faulty.json", `{"format":"ksb/1","id":"x",
"statements":[{"id":"S1","kind":"skill","text":"a","colour":"red"}],
"roles":[{"id":"R1","title":"R","requirements":[{"statement":"S1"}]}]}`)
	for _, c := range []struct {
		why  string
		args []string
		code int
		says string // on standard error
	}{
		{"no flags: the sample", nil, printed, ""},
		{"a framework and a worker", []string{"-framework", framework, "-worker", worker, "-to", "imaging-senior-support-worker"}, printed, ""},
		{"no target: what is within reach", []string{"-framework", framework, "-worker", worker}, printed, ""},
		{"a faulty part is named, and the answer printed", []string{"-framework", faulty, "-from", "R1"}, printed, "unknown key"},
		{"-strict: any problem is a failure", []string{"-strict", "-framework", faulty, "-from", "R1"}, failed, "unknown key"},
		{"a file that is not there", []string{"-framework", framework, "-worker", "nowhere.json"}, failed, "nowhere.json"},
		{"standards that are not there", []string{"-framework", "nowhere.json", "-from", "R1"}, failed, "nowhere.json"},
		{"a catalogue that is not there", []string{"-framework", framework, "-worker", worker, "-catalogue", "nowhere.json"}, failed, "nowhere.json"},
		{"several workers: which one?", []string{"-framework", framework, "-worker", sample + "workers/team.csv"}, misused, "w-05"},
		{"no such target", []string{"-to", "astronaut"}, misused, "imaging-senior-support-worker"},
		{"no such role to start from", []string{"-from", "astronaut"}, misused, "imaging-senior-support-worker"},
		{"standards without a start", []string{"-framework", framework}, misused, "-from"},
		{"a worker without standards", []string{"-worker", worker}, misused, "-framework"},
		{"nothing to draw", []string{"-within", "5", "-format", "svg"}, misused, "nothing to draw"},
		{"an unknown format", []string{"-format", "png"}, misused, "png"},
		{"a likeness above 1", []string{"-likeness", "2"}, misused, "-likeness"},
		{"a level that is none", []string{"-least-qual", "high"}, misused, "high"},
		{"a day that does not exist", []string{"-as-of", "2026-02-30"}, misused, "2026-02-30"},
		{"a stray word", []string{"map"}, misused, "map"},
		{"two inputs from one pipe", []string{"-framework", "-", "-worker", "-"}, misused, "standard input"},
		{"an objective that is none", []string{"-by", "joy"}, failed, "joy"},
	} {
		t.Run(c.why, func(t *testing.T) {
			got := call(t, "", c.args...)
			require.Equal(t, c.code, got.code, got.errors)
			require.Contains(t, got.errors, c.says)
			require.Equal(t, c.code == printed || strings.HasPrefix(c.why, "-strict"), got.out != "", "an answer or none")
		})
	}
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	return path
}

// TestJSONOfLists: what is within reach and what opens, for programs.
func TestJSONOfLists(t *testing.T) {
	for _, args := range [][]string{{"-within", "26"}, {"-unlocks", "gcse-english-4"}} {
		got := call(t, "", append(args, "-format", "json")...)
		require.Equal(t, printed, got.code, got.errors)
		var answer struct {
			Roles []struct{ Role, Title string }
		}
		require.NoError(t, json.Unmarshal([]byte(got.out), &answer))
		require.NotEmpty(t, answer.Roles)
		require.NotEmpty(t, answer.Roles[0].Title)
	}
}

// TestPage: the routes and the map on one page.
func TestPage(t *testing.T) {
	name := filepath.Join(t.TempDir(), "ways.html")
	got := call(t, "", "-out", name)
	require.Equal(t, printed, got.code, got.errors)
	require.Empty(t, got.out)
	page, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Contains(t, string(page), "<h1")
	require.Contains(t, string(page), "<svg")
	require.Equal(t, misused, call(t, "", "-within", "5", "-format", "html").code, "a list is no route")
}

// TestWords: another language is one file.
func TestWords(t *testing.T) {
	words := write(t, "cy.json", `{"language":"cy","messages":{"route.title":"Llwybrau {who} i {role}"}}`)
	for _, form := range []string{"text", "html"} {
		got := call(t, "", "-words", words, "-format", form)
		require.Equal(t, printed, got.code, got.errors)
		require.Contains(t, got.out, "Llwybrau", form)
	}
}
