package main

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/examples/trial"
)

var goldens = trial.Goldens()

func call(t *testing.T, stdin string, args ...string) trial.Called {
	t.Helper()
	return trial.Call(stdin, func(in io.Reader, out, errs io.Writer) int { return run(t.Context(), args, in, out, errs) })
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
			goldens.Printed(t, c.name, call(t, "", c.args...), c.why)
		})
	}
}

// TestExitCodes is the contract with scripts.
func TestExitCodes(t *testing.T) {
	framework, worker := sample+"framework.json", sample+"workers/every-status.json"
	faulty := trial.Write(t, "faulty.json", `{"format":"ksb/1","id":"x",
"statements":[{"id":"S1","kind":"skill","text":"a","colour":"red"}],
"roles":[{"id":"R1","title":"R","requirements":[{"statement":"S1"}]}]}`)
	for _, c := range []struct {
		why  string
		args []string
		code int
		says string // on standard error
	}{
		{"no flags: the sample", nil, inputs.Done, ""},
		{"a framework and a worker", []string{"-framework", framework, "-worker", worker, "-to", "imaging-senior-support-worker"}, inputs.Done, ""},
		{"no target: what is within reach", []string{"-framework", framework, "-worker", worker}, inputs.Done, ""},
		{"a faulty part is named, and the answer printed", []string{"-framework", faulty, "-from", "R1"}, inputs.Done, "unknown key"},
		{"-strict: any problem is a failure", []string{"-strict", "-framework", faulty, "-from", "R1"}, inputs.Failed, "unknown key"},
		{"a file that is not there", []string{"-framework", framework, "-worker", "nowhere.json"}, inputs.Failed, "nowhere.json"},
		{"standards that are not there", []string{"-framework", "nowhere.json", "-from", "R1"}, inputs.Failed, "nowhere.json"},
		{"a catalogue that is not there", []string{"-framework", framework, "-worker", worker, "-catalogue", "nowhere.json"}, inputs.Failed, "nowhere.json"},
		{"several workers: which one?", []string{"-framework", framework, "-worker", sample + "workers/team.csv"}, inputs.Misused, "w-05"},
		{"no such target", []string{"-to", "astronaut"}, inputs.Misused, "imaging-senior-support-worker"},
		{"no such role to start from", []string{"-from", "astronaut"}, inputs.Misused, "imaging-senior-support-worker"},
		{"standards without a start", []string{"-framework", framework}, inputs.Misused, "-from"},
		{"a worker without standards", []string{"-worker", worker}, inputs.Misused, "-framework"},
		{"nothing to draw", []string{"-within", "5", "-format", "svg"}, inputs.Misused, "nothing to draw"},
		{"an unknown format", []string{"-format", "png"}, inputs.Misused, "png"},
		{"a likeness above 1", []string{"-likeness", "2"}, inputs.Misused, "-likeness"},
		{"a level that is none", []string{"-least-qual", "high"}, inputs.Misused, "high"},
		{"a day that does not exist", []string{"-as-of", "2026-02-30"}, inputs.Misused, "2026-02-30"},
		{"a stray word", []string{"map"}, inputs.Misused, "map"},
		{"two inputs from one pipe", []string{"-framework", "-", "-worker", "-"}, inputs.Misused, "standard input"},
		{"an objective that is none", []string{"-by", "joy"}, inputs.Failed, "joy"},
	} {
		t.Run(c.why, func(t *testing.T) {
			call(t, "", c.args...).Ends(t, c.code, c.says, c.code == inputs.Done || strings.HasPrefix(c.why, "-strict"))
		})
	}
}

// TestJSONOfLists: what is within reach and what opens, for programs.
func TestJSONOfLists(t *testing.T) {
	for _, args := range [][]string{{"-within", "26"}, {"-unlocks", "gcse-english-4"}} {
		got := call(t, "", append(args, "-format", "json")...)
		require.Equal(t, inputs.Done, got.Code, got.Errors)
		var answer struct {
			Roles []struct{ Role, Title string }
		}
		require.NoError(t, json.Unmarshal([]byte(got.Out), &answer))
		require.NotEmpty(t, answer.Roles)
		require.NotEmpty(t, answer.Roles[0].Title)
	}
}

// TestPage: the routes and the map on one page.
func TestPage(t *testing.T) {
	name := filepath.Join(t.TempDir(), "ways.html")
	got := call(t, "", "-out", name)
	require.Equal(t, inputs.Done, got.Code, got.Errors)
	require.Empty(t, got.Out)
	page, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Contains(t, string(page), "<h1")
	require.Contains(t, string(page), "<svg")
	require.Equal(t, inputs.Misused, call(t, "", "-within", "5", "-format", "html").Code, "a list is no route")
}

// TestWords: another language is one file.
func TestWords(t *testing.T) {
	words := trial.Write(t, "cy.json", `{"language":"cy","messages":{"route.title":"Llwybrau {who} i {role}"}}`)
	for _, form := range []string{"text", "html"} {
		got := call(t, "", "-words", words, "-format", form)
		require.Equal(t, inputs.Done, got.Code, got.Errors)
		require.Contains(t, got.Out, "Llwybrau", form)
	}
}
