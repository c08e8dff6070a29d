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
	return trial.Call(stdin, func(in io.Reader, out, errs io.Writer) int { return run(args, in, out, errs) })
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
			goldens.Printed(t, c.name, call(t, "", c.args...), c.why)
		})
	}
}

// TestTextFits: a statement is for 80 columns.
func TestTextFits(t *testing.T) {
	for _, worker := range []string{"w-01", "w-02", "w-03", "w-04"} {
		trial.Fits(t, call(t, "", "-worker-id", worker, "-method", "sliding").Out)
	}
}

// TestExitCodes is the contract with scripts.
func TestExitCodes(t *testing.T) {
	framework, worker, delivery := sample+"framework.json", sample+"workers/every-status.json", sample+"deliveries/support-worker.json"
	faulty := trial.Write(t, "faulty.json", `{"format":"delivery/1","standard":"ST0216","start":"2026-07-13","weeks":60,"bandMaxPence":300000,"totalMinutes":20400,
"activities":[{"id":"a","minutes":60,"statements":["K1","K99"]}],
"colour":"red"}`)
	late := trial.Write(t, "late.json", `{"format":"delivery/1","standard":"ST0216","start":"2040-01-01","weeks":60,"bandMaxPence":300000,"totalMinutes":20400}`)
	unnamed := trial.Write(t, "unnamed.json", `{"format":"delivery/1","start":"2026-07-13","weeks":60,"bandMaxPence":300000,"totalMinutes":20400}`)
	all := func(delivery string, more ...string) []string {
		return append([]string{"-framework", framework, "-worker", worker, "-delivery", delivery}, more...)
	}
	for _, c := range []struct {
		why  string
		args []string
		code int
		says string // on standard error
	}{
		{"no flags: the sample", nil, inputs.Done, ""},
		{"all inputs; the role by the standard of the programme", all(delivery), inputs.Done, ""},
		{"a role by its title, whatever the case", all(delivery, "-role", "imaging CLINICAL support worker"), inputs.Done, ""},
		{"a role that is not that of the programme", all(delivery, "-role", "imaging-senior-support-worker"), inputs.Done, "the programme is for"},
		{"a faulty part is named, and the statement printed", all(faulty), inputs.Done, "faulty.json:3: colour"},
		{"a statement that the role does not have", all(faulty), inputs.Done, "faulty.json:2: activities[a].statements[K99]"},
		{"-strict: any problem is a failure, though the statement stands", all(faulty, "-strict"), inputs.Failed, "K99"},
		{"a start that no rules are known for", all(late), inputs.Failed, "known for starts from 2017-05-01 to 2027-07-31"},
		{"but -start says another", all(late, "-start", "2026-01-12"), inputs.Done, ""},
		{"a programme that is not there", all("nowhere.json"), inputs.Failed, "nowhere.json"},
		{"a programme of another format", all(framework), inputs.Failed, "unknown format"},
		{"a worker in no known format", []string{"-framework", framework, "-worker", framework, "-delivery", delivery}, inputs.Failed, "worker/1"},
		{"a report in no known format", []string{"-report", framework, "-delivery", delivery}, inputs.Failed, "report"},
		{"a policy that cannot be used", all(delivery, "-policy", trial.Write(t, "policy.json", `{"format":"policy/1","met":2}`)), inputs.Failed, "met"},
		{"several workers: which one?", []string{"-framework", framework, "-worker", sample + "workers/team.csv", "-delivery", delivery}, inputs.Misused, "-worker-id"},
		{"no standard and no role: which one?", all(unnamed), inputs.Misused, "-role"},
		{"no such role", all(delivery, "-role", "astronaut"), inputs.Misused, "astronaut"},
		{"a report and evidence", all(delivery, "-report", "r.json"), inputs.Misused, "instead of"},
		{"no programme", []string{"-framework", framework, "-worker", worker}, inputs.Misused, "-delivery"},
		{"no standards", []string{"-delivery", delivery, "-worker", worker}, inputs.Misused, "-framework"},
		{"no evidence", []string{"-delivery", delivery, "-framework", framework}, inputs.Misused, "-worker"},
		{"a day that does not exist", []string{"-start", "2026-02-30"}, inputs.Misused, "2026-02-30"},
		{"an unknown method", []string{"-method", "guess"}, inputs.Misused, "activity"},
		{"an unknown flag", []string{"-colour"}, inputs.Misused, "colour"},
		{"an unknown format", []string{"-format", "xml"}, inputs.Misused, "xml"},
		{"a stray word", []string{"rpl"}, inputs.Misused, "rpl"},
		{"two inputs from one pipe", []string{"-framework", "-", "-worker", "-", "-delivery", delivery}, inputs.Misused, "standard input"},
	} {
		t.Run(c.why, func(t *testing.T) {
			call(t, "", c.args...).Ends(t, c.code, c.says, c.code == inputs.Done || strings.HasPrefix(c.why, "-strict"))
		})
	}
}

// TestSources: a programme from a pipe, and a stored report instead of standards and
// evidence, lead to the same statement.
func TestSources(t *testing.T) {
	framework, worker, delivery := sample+"framework.json", sample+"workers/every-status.json", sample+"deliveries/support-worker.json"
	want := call(t, "", "-framework", framework, "-worker", worker, "-delivery", delivery, "-as-of", "2026-06-30", "-format", "json")
	require.Equal(t, inputs.Done, want.Code, want.Errors)
	data, err := os.ReadFile(delivery)
	require.NoError(t, err)
	piped := call(t, string(data), "-framework", framework, "-worker", worker, "-delivery", "-", "-as-of", "2026-06-30", "-format", "json")
	require.Equal(t, want, piped)
	stored, err := os.ReadFile("../gapreport/testdata/sample.json")
	require.NoError(t, err)
	var answer struct{ Report json.RawMessage }
	require.NoError(t, json.Unmarshal(stored, &answer))
	reported := call(t, "", "-report", trial.Write(t, "report.json", string(answer.Report)), "-delivery", delivery, "-format", "json")
	require.Equal(t, want, reported)
}

// TestWords: another language is one file, and -out says where the statement goes.
func TestWords(t *testing.T) {
	words := trial.Write(t, "cy.json", `{"language":"cy","messages":{"rpl.not-needed":"Nid oes angen"}}`)
	for _, form := range []string{"statement.txt", "statement.md"} {
		name := filepath.Join(t.TempDir(), form)
		got := call(t, "", "-words", words, "-out", name)
		require.Equal(t, inputs.Done, got.Code, got.Errors)
		require.Empty(t, got.Out)
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		require.Contains(t, string(data), "Nid oes angen", form)
	}
}
