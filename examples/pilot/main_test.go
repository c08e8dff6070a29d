package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/examples/trial"
)

var goldens = trial.Goldens()

func call(t testing.TB, stdin string, args ...string) trial.Called {
	t.Helper()
	return trial.Call(stdin, func(in io.Reader, out, errs io.Writer) int { return run(t.Context(), args, in, out, errs) })
}

const (
	sample  = "../../testdata/pilot/"
	imaging = "../../testdata/imaging/"
)

// inputsOf are the flags of the sample, as files.
func inputsOf(more ...string) []string {
	return append([]string{
		"-framework", sample + "framework.json", "-team", sample + "team", "-areas", sample + "areas.csv",
		"-catalogue", sample + "catalogue.json", "-as-of", "2026-06-30", "-hours", "7.5",
	}, more...)
}

func laterInputs(more ...string) []string {
	return inputsOf(append([]string{"-later", sample + "framework-later.json", "-later", sample + "catalogue-later.json"}, more...)...)
}

// otherTeam is a team of two without areas.
func otherTeam() []string {
	return []string{
		"-framework", imaging + "framework.json", "-team", imaging + "workers/team.csv", "-catalogue", imaging + "catalogue.json",
		"-role", "imaging-support-worker", "-as-of", "2026-06-30",
	}
}

// TestGolden shows what the program prints, to the byte.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name, why string
		args      []string
	}{
		{"sample.txt", "without arguments: the whole pilot, before and after, and what came up on the way", nil},
		{"sample.json", "the same for programs", []string{"-format", "json"}},
		{"four-hours.txt", "half the hours in a week: some courses do not fit in", []string{"-hours", "4", "-horizon", "12 months"}},
		{"no-areas.txt", "another framework: one area, no limit of hours, something that no course closes", otherTeam()},
	} {
		t.Run(c.name, func(t *testing.T) {
			goldens.Printed(t, c.name, call(t, "", c.args...), c.why)
		})
	}
}

// TestExitCodes is the contract with scripts.
func TestExitCodes(t *testing.T) {
	framework, catalogue := sample+"framework.json", sample+"catalogue.json"
	areas := func(text string) []string {
		return []string{"-framework", framework, "-team", sample + "team", "-catalogue", catalogue, "-as-of", "2026-06-30", "-areas", trial.Write(t, "areas.csv", text)}
	}
	faulty := trial.Write(t, "faulty.json", `{"format":"catalogue/1","courses":[
{"id":"c","teaches":[{"statement":"nowhere"}]}]}`)
	unplaced := "worker,area\npt-01,stroke\n"
	for _, c := range []struct {
		why  string
		args []string
		code int
		says string // on standard error
	}{
		{"no flags: the sample", nil, inputs.Done, ""},
		{"all inputs", inputsOf(), inputs.Done, ""},
		{"and what came up", laterInputs(), inputs.Done, ""},
		{"only courses came up", inputsOf("-later", sample+"catalogue-later.json"), inputs.Done, ""},
		{"a role by its title, whatever the case", inputsOf("-role", "healthcare TECHNICIAN"), inputs.Done, ""},
		{"a faulty course is named, and the plan printed", inputsOf("-catalogue", faulty), inputs.Done, "faulty.json:2: courses[c].teaches[nowhere]"},
		{"a faulty course of the later ones too", inputsOf("-later", faulty), inputs.Done, "faulty.json:2: courses[c].teaches[nowhere]"},
		{"-strict: any problem is a failure, though the plan stands", inputsOf("-strict", "-catalogue", faulty), inputs.Failed, "nowhere"},
		{"somebody without an area", areas(unplaced), inputs.Done, `"pt-02" has no area`},
		{"an area for nobody", areas("worker,area\nxx,stroke\n"), inputs.Done, `areas.csv:2: worker: missing: nothing was read about "xx"`},
		{"an area twice", areas("worker,area\npt-01,stroke\npt-01,community\n"), inputs.Done, "areas.csv:3: row 2.worker: duplicate ID"},
		{"an area that the role does not have", areas("worker,area\npt-01,the moon\n"), inputs.Done, `areas.csv:2: area: unknown option: "the moon"`},
		{"a row without an area", areas("worker,area\npt-01,\n"), inputs.Done, "areas.csv:2: row 1.area: missing"},
		{"a table of something else", areas("colour,taste\nred,sweet\n"), inputs.Failed, "areas.csv"},
		{"a worker twice: the first stands", inputsOf("-team", sample+"team/pt-01.json"), inputs.Done, "duplicate ID"},
		{"a file that is not there", inputsOf("-catalogue", "nowhere.json"), inputs.Failed, "nowhere.json"},
		{"a team that is not there", inputsOf("-team", "nowhere"), inputs.Failed, "nowhere"},
		{"a later file that is not there", inputsOf("-later", "nowhere"), inputs.Failed, "nowhere"},
		{"a later file of another kind", inputsOf("-later", sample+"areas.csv"), inputs.Failed, "areas.csv"},
		{"later standards without the role", inputsOf("-later", imaging+"framework.json"), inputs.Failed, "later"},
		{"a catalogue of another format", inputsOf("-catalogue", framework), inputs.Failed, "catalogue"},
		{"a worker in no known format", []string{"-framework", framework, "-team", framework, "-catalogue", catalogue}, inputs.Failed, "worker/1"},
		{"a policy that cannot be used", inputsOf("-policy", trial.Write(t, "policy.json", `{"format":"policy/1","met":2}`)), inputs.Failed, "met"},
		{"no role at all", []string{"-framework", catalogue, "-team", sample + "team", "-catalogue", catalogue}, inputs.Failed, "no role"},
		{"no such role", inputsOf("-role", "astronaut"), inputs.Misused, "healthcare-technician"},
		{"several roles: which one?", []string{"-framework", imaging + "framework.json", "-team", imaging + "workers/team.csv", "-catalogue", imaging + "catalogue.json"}, inputs.Misused, "imaging-support-worker"},
		{"no day, and no evidence that has one", []string{"-framework", framework, "-team", trial.Write(t, "w.json", `{"format":"worker/1","id":"w"}`), "-catalogue", catalogue}, inputs.Misused, "-as-of"},
		{"a day that does not exist", []string{"-as-of", "2026-02-30"}, inputs.Misused, "2026-02-30"},
		{"a horizon without a unit", []string{"-horizon", "15"}, inputs.Misused, "65w"},
		{"a horizon of nothing", []string{"-horizon", "0w"}, inputs.Misused, "65w"},
		{"a horizon without a number", []string{"-horizon", "months"}, inputs.Misused, "65w"},
		{"a horizon in years", []string{"-horizon", "2y"}, inputs.Misused, "65w"},
		{"a horizon of ages", []string{"-horizon", "99999999999m"}, inputs.Misused, "65w"},
		{"no hours", []string{"-hours", "0"}, inputs.Misused, "7.5"},
		{"hours that are no number", []string{"-hours", "NaN"}, inputs.Misused, "7.5"},
		{"more hours than a week has", []string{"-hours", "169"}, inputs.Misused, "7.5"},
		{"a week before the first", []string{"-week", "-1"}, inputs.Misused, "-week"},
		{"no courses", []string{"-framework", framework, "-team", sample + "team"}, inputs.Misused, "-catalogue"},
		{"no standards", []string{"-catalogue", catalogue, "-team", sample + "team"}, inputs.Misused, "-framework"},
		{"no team", []string{"-catalogue", catalogue, "-framework", framework}, inputs.Misused, "-team"},
		{"an unknown flag", []string{"-colour"}, inputs.Misused, "colour"},
		{"an unknown format", []string{"-format", "xml"}, inputs.Misused, "xml"},
		{"a stray word", []string{"plan"}, inputs.Misused, "plan"},
		{"two inputs from one pipe", []string{"-framework", "-", "-team", "-", "-catalogue", catalogue}, inputs.Misused, "standard input"},
	} {
		t.Run(c.why, func(t *testing.T) {
			call(t, "", c.args...).Ends(t, c.code, c.says, c.code == inputs.Done || strings.HasPrefix(c.why, "-strict"))
		})
	}
}

// TestSources: files, a pipe, and areas by their titles lead to the plan of the sample.
func TestSources(t *testing.T) {
	want := call(t, "", "-format", "json")
	require.Equal(t, want, call(t, "", laterInputs("-format", "json")...))
	data, err := os.ReadFile(sample + "catalogue.json")
	require.NoError(t, err)
	require.Equal(t, want, call(t, string(data), laterInputs("-format", "json", "-catalogue", "-")...))
	rows, err := os.ReadFile(sample + "areas.csv")
	require.NoError(t, err)
	titles := strings.NewReplacer("older-people", "ward for OLDER people", "stroke", "Stroke rehabilitation ward", ",", ";").Replace(string(rows))
	require.Equal(t, want, call(t, "", laterInputs("-format", "json", "-areas", trial.Write(t, "titles.csv", titles))...))
}

// keysOf are the keys of an object in their order.
func keysOf(t *testing.T, data []byte) (keys []string) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(data))
	_, err := d.Token()
	require.NoError(t, err)
	for d.More() {
		key, err := d.Token()
		require.NoError(t, err)
		keys = append(keys, key.(string))
		var value json.RawMessage
		require.NoError(t, d.Decode(&value))
	}
	return keys
}

// TestKeys: the keys are those that the package comment shows.
func TestKeys(t *testing.T) {
	got := call(t, "", "-format", "json")
	require.Equal(t, []string{"team", "areas", "plan", "after", "later"}, keysOf(t, []byte(got.Out)))
	source, err := os.ReadFile("main.go")
	require.NoError(t, err)
	comment, _, _ := strings.Cut(string(source), "\npackage main")
	var document map[string]json.RawMessage
	require.NoError(t, json.Unmarshal([]byte(got.Out), &document))
	var check func(data json.RawMessage)
	check = func(data json.RawMessage) {
		var object map[string]json.RawMessage
		var list []json.RawMessage
		switch {
		case json.Unmarshal(data, &object) == nil:
			for key, value := range object { // any order: each is an error of its own
				require.Contains(t, comment, `"`+key+`"`)
				if key != "plan" || !bytes.Contains(value, []byte(`"plan/1"`)) || bytes.Contains(value, []byte(`"people"`)) {
					check(value)
				}
			}
		case json.Unmarshal(data, &list) == nil:
			require.NotNil(t, list, "a list is never null")
			for _, value := range list {
				check(value)
			}
		}
	}
	check([]byte(got.Out))
	require.Equal(t, "null", later(t, inputsOf("-format", "json")...), "nothing came up")
}

func later(t *testing.T, args ...string) string {
	t.Helper()
	var document map[string]json.RawMessage
	require.NoError(t, json.Unmarshal([]byte(call(t, "", args...).Out), &document))
	return string(document["later"])
}

// FuzzAreas: no table of areas breaks the program, and everybody stays in the team.
func FuzzAreas(f *testing.F) {
	f.Add("worker,area\npt-01,stroke\npt-02,\n")
	f.Add("worker;area\npt-01;\u202estroke\n,\n")
	f.Add("worker,area\n\"pt-01\",community\npt-01,x\nxx,stroke\n")
	f.Fuzz(func(t *testing.T, text string) {
		got := call(t, text, slices.Concat(inputsOf("-format", "json"), []string{"-areas", "-"})...)
		if got.Code == inputs.Failed {
			return
		}
		var d document
		require.NoError(t, json.Unmarshal([]byte(got.Out), &d))
		require.Len(t, d.Team, 8)
	})
}

// TestCarried: what counts over a confirmed link is said to.
func TestCarried(t *testing.T) {
	links := filepath.Join(t.TempDir(), "links.json")
	require.NoError(t, os.WriteFile(links, []byte(`{"format":"ksb/1","id":"links","links":[{"from":"pt-k1","to":"pt-k7","relation":"close","confirmed":true}]}`), 0o600))
	require.NotContains(t, call(t, "", inputsOf()...).Out, "carried")
	got := call(t, "", inputsOf("-framework", links)...)
	require.Equal(t, inputs.Done, got.Code, got.Errors)
	require.Contains(t, got.Out, "pt-03  K7  certificate e1, carried from pt-k1")
}
