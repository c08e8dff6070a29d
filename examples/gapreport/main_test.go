package main

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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
	for _, c := range []struct {
		name, why string
		args      []string
	}{
		{"sample.txt", "without arguments: the embedded sample, every status", nil},
		{"sample.json", "the same for programs", []string{"-format", "json"}},
		{"new-starter.txt", "nothing shown, nothing assured, no course bought", []string{"-worker-id", "w-02"}},
		{"new-starter-unmet.txt", "the whole bill, if nothing turns out to be met", []string{"-worker-id", "w-02", "-assume-unmet"}},
		{"nearly-there.txt", "ready", []string{"-worker-id", "w-03"}},
		{"assistant-practitioner.txt", "half way through a foundation degree", []string{"-worker-id", "w-04", "-role", "imaging-assistant-practitioner"}},
		{"pasted-page.txt", "a pasted page, and evidence by codes", []string{
			"-framework", "testdata/page.txt", "-worker", "testdata/by-code.csv", "-as-of", "2026-06-30"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			goldens.Printed(t, c.name, call(t, "", c.args...), c.why)
		})
	}
}

// TestTextFits: a report is for 80 columns.
func TestTextFits(t *testing.T) {
	for _, worker := range []string{"w-01", "w-02", "w-03", "w-04"} {
		trial.Fits(t, call(t, "", "-worker-id", worker).Out)
	}
}

// TestExitCodes is the contract with scripts.
func TestExitCodes(t *testing.T) {
	framework, worker := sample+"framework.json", sample+"workers/every-status.json"
	broken := trial.Write(t, "broken.json", `{"format":"ksb/1","id":"x","statements":[{"id":"S1","kind":"skil"}]`)
	faulty := trial.Write(t, "faulty.json", `{"format":"ksb/1","id":"x",
"statements":[{"id":"S1","kind":"skill","text":"a","colour":"red"}],
"roles":[{"id":"R1","title":"R","requirements":[{"statement":"S1"}]}]}`)
	nobody := trial.Write(t, "nobody.json", `{"format":"worker/1","id":"w"}`)
	for _, c := range []struct {
		why  string
		args []string
		code int
		says string // on standard error
	}{
		{"no flags: the sample", nil, inputs.Done, ""},
		{"a framework and a worker", []string{"-framework", framework, "-worker", worker, "-role", "ST0216"}, inputs.Done, ""},
		{"a role by its title, whatever the case", []string{"-framework", framework, "-worker", worker, "-role", "imaging CLINICAL support worker"}, inputs.Done, ""},
		{"one role: it need not be named", []string{"-framework", faulty, "-worker", nobody}, inputs.Done, "faulty.json:2: statements[0].colour"},
		{"a faulty part is named, and the report printed", []string{"-framework", faulty, "-worker", nobody, "-role", "R1"}, inputs.Done, "unknown key"},
		{"-strict: any problem is a failure, though the report stands", []string{"-strict", "-framework", faulty, "-worker", nobody}, inputs.Failed, "unknown key"},
		{"a broken framework gives no report", []string{"-framework", broken, "-worker", worker}, inputs.Failed, "broken.json:1"},
		{"a file that is not there", []string{"-framework", "nowhere.json", "-worker", worker}, inputs.Failed, "nowhere.json"},
		{"a worker in no known format", []string{"-framework", framework, "-worker", framework, "-role", "ST0216"}, inputs.Failed, "worker/1"},
		{"a catalogue that cannot be read", []string{"-framework", framework, "-worker", worker, "-role", "ST0216", "-catalogue", "nowhere.json"}, inputs.Failed, "nowhere.json"},
		{"a policy that cannot be used", []string{"-policy", trial.Write(t, "policy.json", `{"format":"policy/1","met":2}`)}, inputs.Failed, "met"},
		{"several workers: which one?", []string{"-framework", framework, "-worker", sample + "workers/team.csv", "-role", "ST0216"}, inputs.Misused, "w-05"},
		{"several roles: which one?", []string{"-framework", framework, "-worker", worker}, inputs.Misused, "imaging-senior-support-worker"},
		{"no such role", []string{"-role", "astronaut"}, inputs.Misused, "imaging-support-worker"},
		{"no such option", []string{"-role", "imaging-assistant-practitioner", "-option", "astronomy"}, inputs.Misused, "option"},
		{"a worker without standards", []string{"-worker", worker}, inputs.Misused, "-framework"},
		{"standards without a worker", []string{"-framework", framework}, inputs.Misused, "-worker"},
		{"a day that does not exist", []string{"-as-of", "2026-02-30"}, inputs.Misused, "2026-02-30"},
		{"an unknown flag", []string{"-colour"}, inputs.Misused, "colour"},
		{"an unknown format", []string{"-format", "xml"}, inputs.Misused, "xml"},
		{"a stray word", []string{"report"}, inputs.Misused, "report"},
		{"two inputs from one pipe", []string{"-framework", "-", "-worker", "-"}, inputs.Misused, "standard input"},
	} {
		t.Run(c.why, func(t *testing.T) {
			call(t, "", c.args...).Ends(t, c.code, c.says, c.code == inputs.Done || strings.HasPrefix(c.why, "-strict"))
		})
	}
}

// TestSources: a file, a directory, a zip, a pipe and gzip lead to the same report.
func TestSources(t *testing.T) {
	data, err := os.ReadFile(sample + "framework.json")
	require.NoError(t, err)
	rest := []string{"-worker", sample + "workers/every-status.json", "-role", "imaging-support-worker", "-as-of", "2026-06-30", "-format", "json"}
	want := call(t, "", append(rest, "-framework", sample+"framework.json")...)
	require.Equal(t, inputs.Done, want.Code, want.Errors)
	directory := filepath.Dir(trial.Write(t, "framework.json", string(data)))
	for _, c := range []struct{ why, source, stdin string }{
		{"a directory", directory, ""},
		{"a zip archive", zipOf(t, data), ""},
		{"gzip", gzipOf(t, data), ""},
		{"standard input", "-", string(data)},
	} {
		got := call(t, c.stdin, append(rest, "-framework", c.source)...)
		require.Equal(t, inputs.Done, got.Code, "%s: %s", c.why, got.Errors)
		if diff := cmp.Diff(want.Out, got.Out); diff != "" {
			t.Errorf("%s: %s", c.why, diff)
		}
	}
}

// TestJSONWithoutCatalogue: the plan is null, and nothing else is missing.
func TestJSONWithoutCatalogue(t *testing.T) {
	got := call(t, "", "-framework", sample+"framework.json", "-worker", sample+"workers/every-status.json",
		"-role", "imaging-support-worker", "-format", "json")
	require.Equal(t, inputs.Done, got.Code, got.Errors)
	var answer map[string]json.RawMessage
	require.NoError(t, json.Unmarshal([]byte(got.Out), &answer))
	require.Equal(t, "null", string(answer["plan"]))
	require.Len(t, answer, 2)
}

// TestOption: an option is a role of its own, chosen by its title.
func TestOption(t *testing.T) {
	got := call(t, "", "-worker-id", "w-04", "-role", "imaging-assistant-practitioner", "-option", "plain film", "-format", "json")
	require.Equal(t, inputs.Done, got.Code, got.Errors)
	require.Contains(t, got.Out, `"id": "imaging-assistant-practitioner/plain-film"`)
}

// TestPublishedPage: a real occupation page as pasted text, and evidence by its codes.
func TestPublishedPage(t *testing.T) {
	pages, err := filepath.Glob("../../../shared/seeds/003_*.txt")
	require.NoError(t, err)
	if len(pages) == 0 {
		t.Skip("the page is not here: ../shared/seeds/003_*.txt")
	}
	got := call(t, "", "-framework", pages[0], "-worker", "../../testdata/ap-health/evidence.csv", "-format", "json")
	require.Equal(t, inputs.Done, got.Code, got.Errors)
	var answer struct {
		Report struct {
			Of   int
			Gaps []struct{ Code string }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(got.Out), &answer))
	codes := map[byte]int{}
	for _, g := range answer.Report.Gaps {
		codes[g.Code[0]]++
	}
	require.Equal(t, map[byte]int{'K': 36, 'S': 33, 'B': 3}, codes)
	require.Equal(t, 72, answer.Report.Of)
}
