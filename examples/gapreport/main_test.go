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
		})
	}
}

// TestTextFits: a report is for 80 columns.
func TestTextFits(t *testing.T) {
	for _, worker := range []string{"w-01", "w-02", "w-03", "w-04"} {
		for line := range strings.Lines(call(t, "", "-worker-id", worker).out) {
			if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > 80 {
				t.Errorf("%s: %d columns: %s", worker, n, line)
			}
		}
	}
}

// TestExitCodes is the contract with scripts.
func TestExitCodes(t *testing.T) {
	framework, worker := sample+"framework.json", sample+"workers/every-status.json"
	broken := write(t, "broken.json", `{"format":"ksb/1","id":"x","statements":[{"id":"S1","kind":"skil"}]`)
	faulty := write(t, "faulty.json", `{"format":"ksb/1","id":"x",
"statements":[{"id":"S1","kind":"skill","text":"a","colour":"red"}],
"roles":[{"id":"R1","title":"R","requirements":[{"statement":"S1"}]}]}`)
	nobody := write(t, "nobody.json", `{"format":"worker/1","id":"w"}`)
	for _, c := range []struct {
		why  string
		args []string
		code int
		says string // on standard error
	}{
		{"no flags: the sample", nil, printed, ""},
		{"a framework and a worker", []string{"-framework", framework, "-worker", worker, "-role", "ST0216"}, printed, ""},
		{"a role by its title, whatever the case", []string{"-framework", framework, "-worker", worker, "-role", "imaging CLINICAL support worker"}, printed, ""},
		{"one role: it need not be named", []string{"-framework", faulty, "-worker", nobody}, printed, "faulty.json:2: statements[0].colour"},
		{"a faulty part is named, and the report printed", []string{"-framework", faulty, "-worker", nobody, "-role", "R1"}, printed, "unknown key"},
		{"-strict: any problem is a failure, though the report stands", []string{"-strict", "-framework", faulty, "-worker", nobody}, failed, "unknown key"},
		{"a broken framework gives no report", []string{"-framework", broken, "-worker", worker}, failed, "broken.json:1"},
		{"a file that is not there", []string{"-framework", "nowhere.json", "-worker", worker}, failed, "nowhere.json"},
		{"a worker in no known format", []string{"-framework", framework, "-worker", framework, "-role", "ST0216"}, failed, "worker/1"},
		{"a catalogue that cannot be read", []string{"-framework", framework, "-worker", worker, "-role", "ST0216", "-catalogue", "nowhere.json"}, failed, "nowhere.json"},
		{"a policy that cannot be used", []string{"-policy", write(t, "policy.json", `{"format":"policy/1","met":2}`)}, failed, "met"},
		{"several workers: which one?", []string{"-framework", framework, "-worker", sample + "workers/team.csv", "-role", "ST0216"}, misused, "w-05"},
		{"several roles: which one?", []string{"-framework", framework, "-worker", worker}, misused, "imaging-senior-support-worker"},
		{"no such role", []string{"-role", "astronaut"}, misused, "imaging-support-worker"},
		{"no such option", []string{"-role", "imaging-assistant-practitioner", "-option", "astronomy"}, misused, "option"},
		{"a worker without standards", []string{"-worker", worker}, misused, "-framework"},
		{"standards without a worker", []string{"-framework", framework}, misused, "-worker"},
		{"a day that does not exist", []string{"-as-of", "2026-02-30"}, misused, "2026-02-30"},
		{"an unknown flag", []string{"-colour"}, misused, "colour"},
		{"an unknown format", []string{"-format", "xml"}, misused, "xml"},
		{"a stray word", []string{"report"}, misused, "report"},
		{"two inputs from one pipe", []string{"-framework", "-", "-worker", "-"}, misused, "standard input"},
	} {
		t.Run(c.why, func(t *testing.T) {
			got := call(t, "", c.args...)
			require.Equal(t, c.code, got.code, got.errors)
			require.Contains(t, got.errors, c.says)
			require.Equal(t, c.code == printed || strings.HasPrefix(c.why, "-strict"), got.out != "", "a report or none")
		})
	}
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	return path
}

// TestSources: a file, a directory, a zip, a pipe and gzip lead to the same report.
func TestSources(t *testing.T) {
	data, err := os.ReadFile(sample + "framework.json")
	require.NoError(t, err)
	rest := []string{"-worker", sample + "workers/every-status.json", "-role", "imaging-support-worker", "-as-of", "2026-06-30", "-format", "json"}
	want := call(t, "", append(rest, "-framework", sample+"framework.json")...)
	require.Equal(t, printed, want.code, want.errors)
	directory := filepath.Dir(write(t, "framework.json", string(data)))
	for _, c := range []struct{ why, source, stdin string }{
		{"a directory", directory, ""},
		{"a zip archive", zipOf(t, data), ""},
		{"gzip", gzipOf(t, data), ""},
		{"standard input", "-", string(data)},
	} {
		got := call(t, c.stdin, append(rest, "-framework", c.source)...)
		require.Equal(t, printed, got.code, "%s: %s", c.why, got.errors)
		if diff := cmp.Diff(want.out, got.out); diff != "" {
			t.Errorf("%s: %s", c.why, diff)
		}
	}
}

// TestJSONWithoutCatalogue: the plan is null, and nothing else is missing.
func TestJSONWithoutCatalogue(t *testing.T) {
	got := call(t, "", "-framework", sample+"framework.json", "-worker", sample+"workers/every-status.json",
		"-role", "imaging-support-worker", "-format", "json")
	require.Equal(t, printed, got.code, got.errors)
	var answer map[string]json.RawMessage
	require.NoError(t, json.Unmarshal([]byte(got.out), &answer))
	require.Equal(t, "null", string(answer["plan"]))
	require.Len(t, answer, 2)
}

// TestOption: an option is a role of its own, chosen by its title.
func TestOption(t *testing.T) {
	got := call(t, "", "-worker-id", "w-04", "-role", "imaging-assistant-practitioner", "-option", "plain film", "-format", "json")
	require.Equal(t, printed, got.code, got.errors)
	require.Contains(t, got.out, `"id": "imaging-assistant-practitioner/plain-film"`)
}

// TestPublishedPage: a real occupation page as pasted text, and evidence by its codes.
func TestPublishedPage(t *testing.T) {
	pages, err := filepath.Glob("../../../shared/seeds/003_*.txt")
	require.NoError(t, err)
	if len(pages) == 0 {
		t.Skip("the page is not here: ../shared/seeds/003_*.txt")
	}
	got := call(t, "", "-framework", pages[0], "-worker", "../../testdata/ap-health/evidence.csv", "-format", "json")
	require.Equal(t, printed, got.code, got.errors)
	var answer struct {
		Report struct {
			Of   int
			Gaps []struct{ Code string }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(got.out), &answer))
	codes := map[byte]int{}
	for _, g := range answer.Report.Gaps {
		codes[g.Code[0]]++
	}
	require.Equal(t, map[byte]int{'K': 36, 'S': 33, 'B': 3}, codes)
	require.Equal(t, 72, answer.Report.Of)
}
