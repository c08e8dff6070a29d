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
	code := run(args, strings.NewReader(stdin), &out, &errs)
	return called{code, out.String(), errs.String()}
}

const sample = "../../testdata/imaging/"

// TestGolden shows what the program prints, to the byte.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name, why string
		args      []string
	}{
		{"sample.txt", "without arguments: some of the programme is left out", nil},
		{"sample.json", "the same for programs", []string{"-format", "json"}},
		{"sample-binary.md", "statements that are met shorten activities", []string{"-method", "binary", "-format", "markdown"}},
		{"new-starter.txt", "nothing shown, nothing removed", []string{"-worker-id", "w-02"}},
		{"nearly-there.txt", "all is shown: the minimum keeps 187 hours, the price falls for all", []string{"-worker-id", "w-03"}},
		{"assistant-practitioner.txt", "published hours, a year whose rules were not checked, an offer that is too low", []string{"-worker-id", "w-04"}},
		{"assistant-practitioner-sliding.txt", "what is shown in part counts in part", []string{"-worker-id", "w-04", "-method", "sliding"}},
		{"started-2024.txt", "the same programme by the rules of six hours a week and twelve months", []string{"-start", "2024-09-02"}},
		{"started-2021.txt", "before August 2022: no price formula", []string{"-start", "2021-09-06"}},
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

// TestTextFits: a statement is for 80 columns.
func TestTextFits(t *testing.T) {
	for _, worker := range []string{"w-01", "w-02", "w-03", "w-04"} {
		for line := range strings.Lines(call(t, "", "-worker-id", worker, "-method", "sliding").out) {
			if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > 80 {
				t.Errorf("%s: %d columns: %s", worker, n, line)
			}
		}
	}
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	return path
}

// TestExitCodes is the contract with scripts.
func TestExitCodes(t *testing.T) {
	framework, worker, delivery := sample+"framework.json", sample+"workers/every-status.json", sample+"deliveries/support-worker.json"
	faulty := write(t, "faulty.json", `{"format":"delivery/1","standard":"ST0216","start":"2026-07-13","weeks":60,"bandMaxPence":300000,"totalMinutes":20400,
"activities":[{"id":"a","minutes":60,"statements":["K1","K99"]}],
"colour":"red"}`)
	late := write(t, "late.json", `{"format":"delivery/1","standard":"ST0216","start":"2040-01-01","weeks":60,"bandMaxPence":300000,"totalMinutes":20400}`)
	unnamed := write(t, "unnamed.json", `{"format":"delivery/1","start":"2026-07-13","weeks":60,"bandMaxPence":300000,"totalMinutes":20400}`)
	all := func(delivery string, more ...string) []string {
		return append([]string{"-framework", framework, "-worker", worker, "-delivery", delivery}, more...)
	}
	for _, c := range []struct {
		why  string
		args []string
		code int
		says string // on standard error
	}{
		{"no flags: the sample", nil, printed, ""},
		{"all inputs; the role by the standard of the programme", all(delivery), printed, ""},
		{"a role by its title, whatever the case", all(delivery, "-role", "imaging CLINICAL support worker"), printed, ""},
		{"a role that is not that of the programme", all(delivery, "-role", "imaging-senior-support-worker"), printed, "the programme is for"},
		{"a faulty part is named, and the statement printed", all(faulty), printed, "faulty.json:3: colour"},
		{"a statement that the role does not have", all(faulty), printed, "faulty.json:2: activities[a].statements[K99]"},
		{"-strict: any problem is a failure, though the statement stands", all(faulty, "-strict"), failed, "K99"},
		{"a start that no rules are known for", all(late), failed, "known for starts from 2017-05-01 to 2027-07-31"},
		{"but -start says another", all(late, "-start", "2026-01-12"), printed, ""},
		{"a programme that is not there", all("nowhere.json"), failed, "nowhere.json"},
		{"a programme of another format", all(framework), failed, "unknown format"},
		{"a worker in no known format", []string{"-framework", framework, "-worker", framework, "-delivery", delivery}, failed, "worker/1"},
		{"a report in no known format", []string{"-report", framework, "-delivery", delivery}, failed, "report"},
		{"a policy that cannot be used", all(delivery, "-policy", write(t, "policy.json", `{"format":"policy/1","met":2}`)), failed, "met"},
		{"several workers: which one?", []string{"-framework", framework, "-worker", sample + "workers/team.csv", "-delivery", delivery}, misused, "-worker-id"},
		{"no standard and no role: which one?", all(unnamed), misused, "-role"},
		{"no such role", all(delivery, "-role", "astronaut"), misused, "astronaut"},
		{"a report and evidence", all(delivery, "-report", "r.json"), misused, "instead of"},
		{"no programme", []string{"-framework", framework, "-worker", worker}, misused, "-delivery"},
		{"no standards", []string{"-delivery", delivery, "-worker", worker}, misused, "-framework"},
		{"no evidence", []string{"-delivery", delivery, "-framework", framework}, misused, "-worker"},
		{"a day that does not exist", []string{"-start", "2026-02-30"}, misused, "2026-02-30"},
		{"an unknown method", []string{"-method", "guess"}, misused, "activity"},
		{"an unknown flag", []string{"-colour"}, misused, "colour"},
		{"an unknown format", []string{"-format", "xml"}, misused, "xml"},
		{"a stray word", []string{"rpl"}, misused, "rpl"},
		{"two inputs from one pipe", []string{"-framework", "-", "-worker", "-", "-delivery", delivery}, misused, "standard input"},
	} {
		t.Run(c.why, func(t *testing.T) {
			got := call(t, "", c.args...)
			require.Equal(t, c.code, got.code, got.errors)
			require.Contains(t, got.errors, c.says)
			require.Equal(t, c.code == printed || strings.HasPrefix(c.why, "-strict"), got.out != "", "a statement or none")
		})
	}
}

// TestSources: a programme from a pipe, and a stored report instead of standards and
// evidence, lead to the same statement.
func TestSources(t *testing.T) {
	framework, worker, delivery := sample+"framework.json", sample+"workers/every-status.json", sample+"deliveries/support-worker.json"
	want := call(t, "", "-framework", framework, "-worker", worker, "-delivery", delivery, "-as-of", "2026-06-30", "-format", "json")
	require.Equal(t, printed, want.code, want.errors)
	data, err := os.ReadFile(delivery)
	require.NoError(t, err)
	piped := call(t, string(data), "-framework", framework, "-worker", worker, "-delivery", "-", "-as-of", "2026-06-30", "-format", "json")
	require.Equal(t, want, piped)
	stored, err := os.ReadFile("../gapreport/testdata/sample.json")
	require.NoError(t, err)
	var answer struct{ Report json.RawMessage }
	require.NoError(t, json.Unmarshal(stored, &answer))
	reported := call(t, "", "-report", write(t, "report.json", string(answer.Report)), "-delivery", delivery, "-format", "json")
	require.Equal(t, want, reported)
}

// TestWords: another language is one file, and -out says where the statement goes.
func TestWords(t *testing.T) {
	words := write(t, "cy.json", `{"language":"cy","messages":{"rpl.not-needed":"Nid oes angen"}}`)
	for _, form := range []string{"statement.txt", "statement.md"} {
		name := filepath.Join(t.TempDir(), form)
		got := call(t, "", "-words", words, "-out", name)
		require.Equal(t, printed, got.code, got.errors)
		require.Empty(t, got.out)
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		require.Contains(t, string(data), "Nid oes angen", form)
	}
}
