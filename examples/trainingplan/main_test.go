package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strconv"
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

const assistant = "imaging-assistant-practitioner"

// TestGolden shows what the program prints, to the byte.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name, why string
		args      []string
	}{
		{"sample.txt", "without arguments: what was shown is bought, the rest is looked at first", nil},
		{"sample.json", "the same for programs: a plan/1", []string{"-format", "json"}},
		{"sample-no-money.txt", "no budget: what is provided is there all the same", []string{"-assume-unmet", "-budget", "0"}},
		{"sample-150.txt", "a small budget: what matters most for it, critical gaps first", []string{"-assume-unmet", "-budget", "150"}},
		{"sample-400.txt", "a larger one", []string{"-assume-unmet", "-budget", "400"}},
		{"new-starter-100.txt", "a new starter, a hundred pounds", []string{"-worker-id", "w-02", "-assume-unmet", "-budget", "100"}},
		{"new-starter-300.txt", "three hundred pounds and sixty hours", []string{"-worker-id", "w-02", "-assume-unmet", "-budget", "300", "-hours", "60"}},
		{"new-starter.txt", "no limit, and what is already provided", []string{"-worker-id", "w-02", "-assume-unmet", "-reuse"}},
		{"new-starter-levy.txt", "a levy pays for the apprenticeship", []string{"-worker-id", "w-02", "-assume-unmet", "-employer-share", "0"}},
		{"new-starter-co-investment.txt", "the employer pays a twentieth, and wants it", []string{"-worker-id", "w-02", "-assume-unmet", "-employer-share", "5", "-with", "level-2-apprenticeship"}},
		{"nearly-there.txt", "nothing to do", []string{"-worker-id", "w-03"}},
		{"assistant-500.txt", "half way through a foundation degree, five hundred pounds", []string{"-worker-id", "w-04", "-role", assistant, "-assume-unmet", "-budget", "500"}},
		{"assistant-3000.txt", "three thousand", []string{"-worker-id", "w-04", "-role", assistant, "-assume-unmet", "-budget", "3000"}},
		{"assistant-40-weeks.txt", "six thousand, and forty weeks", []string{"-worker-id", "w-04", "-role", assistant, "-assume-unmet", "-budget", "6000", "-weeks", "40"}},
		{"assistant-late.txt", "after the last day on which modules begin", []string{"-worker-id", "w-04", "-role", assistant, "-start", "2027-03-01"}},
		{"online.txt", "online alone, and not on a ward", []string{"-worker-id", "w-02", "-assume-unmet", "-modes", "online", "-setting", "ward"}},
		{"frontier.txt", "choices", []string{"-worker-id", "w-02", "-assume-unmet", "-frontier", "-employer-share", "0"}},
		{"frontier.json", "choices for programs", []string{"-frontier", "-format", "json"}},
		{"frontier-budget.txt", "within a budget doing less for less is a choice", []string{"-frontier", "-budget", "20"}},
		{"frontier-cost.txt", "cost and what it closes alone", []string{"-frontier", "-budget", "20", "-aims", "cost"}},
		{"explain-in.txt", "why a course is in the plan", []string{"-worker-id", "w-02", "-assume-unmet", "-explain", "care-certificate"}},
		{"explain-out.txt", "why a course is not", []string{"-worker-id", "w-02", "-assume-unmet", "-explain", "level-2-apprenticeship"}},
		{"explain-late.txt", "why a course cannot be", []string{"-worker-id", "w-04", "-role", assistant, "-start", "2027-03-01", "-explain", "fd-images"}},
		{"explain.json", "the same for programs", []string{"-explain", "life-support-class", "-format", "json"}},
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
			for line := range strings.Lines(got.out) {
				if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > 80 && strings.HasSuffix(c.name, ".txt") {
					t.Errorf("%d columns: %s", n, line)
				}
			}
		})
	}
}

// TestExitCodes is the contract with scripts.
func TestExitCodes(t *testing.T) {
	framework, worker, catalogue := sample+"framework.json", sample+"workers/every-status.json", sample+"catalogue.json"
	faulty := write(t, "faulty.json", `{"format":"catalogue/1","courses":[
{"id":"c","teaches":[{"statement":"nowhere"}]}]}`)
	all := func(catalogue string, more ...string) []string {
		return append([]string{"-framework", framework, "-worker", worker, "-catalogue", catalogue, "-role", "ST0215"}, more...)
	}
	for _, c := range []struct {
		why  string
		args []string
		code int
		says string // on standard error
	}{
		{"no flags: the sample", nil, printed, ""},
		{"all inputs", []string{"-framework", framework, "-worker", worker, "-catalogue", catalogue, "-role", "imaging-support-worker"}, printed, ""},
		{"a faulty course is named, and the plan printed", []string{"-framework", framework, "-worker", worker, "-catalogue", faulty, "-role", "imaging-support-worker"}, printed, "faulty.json:2: courses[c].teaches[nowhere]"},
		{"-strict: any problem is a failure, though the plan stands", []string{"-strict", "-framework", framework, "-worker", worker, "-catalogue", faulty, "-role", "imaging-support-worker"}, failed, "nowhere"},
		{"a file that is not there", all("nowhere.json"), failed, "nowhere.json"},
		{"a catalogue of another format", all(framework), failed, "catalogue"},
		{"a report of another format", []string{"-framework", framework, "-report", framework, "-catalogue", catalogue}, failed, "report"},
		{"no such role", []string{"-role", "astronaut"}, misused, "imaging-support-worker"},
		{"several workers: which one?", []string{"-framework", framework, "-worker", sample + "workers/team.csv", "-catalogue", catalogue, "-role", "imaging-support-worker"}, misused, "w-05"},
		{"a course that is not there cannot be explained", []string{"-explain", "nothing"}, misused, "nothing"},
		{"nor be asked for", []string{"-with", "nothing"}, misused, "nothing"},
		{"a budget that is no number", []string{"-budget", "a lot"}, misused, "250"},
		{"a budget below nothing", []string{"-budget", "-1"}, misused, "250"},
		{"half a penny", []string{"-budget", "1.005"}, misused, "250"},
		{"half a week", []string{"-weeks", "1.5"}, misused, "whole"},
		{"an employer who pays more than everything", []string{"-employer-share", "101"}, failed, "basis points"},
		{"a levy without a share", []string{"-levy", "100"}, misused, "-employer-share"},
		{"a way of giving courses that nobody knows", []string{"-modes", "by post"}, misused, "by post"},
		{"a day that does not exist", []string{"-start", "2026-02-30"}, misused, "2026-02-30"},
		{"a timetable of many plans", []string{"-frontier", "-hours-per-week", "3"}, misused, "not with"},
		{"aims that cannot be", []string{"-aims", "weeks"}, misused, "cost,hours"},
		{"no time at all", []string{"-hours-per-week", "0"}, misused, "no time"},
		{"choices or reasons", []string{"-frontier", "-explain", "c"}, misused, "not both"},
		{"a report and evidence", all(catalogue, "-report", "r.json"), misused, "instead of"},
		{"no courses", []string{"-framework", framework, "-worker", worker}, misused, "-catalogue"},
		{"no standards", []string{"-catalogue", catalogue, "-worker", worker}, misused, "-framework"},
		{"no evidence", []string{"-catalogue", catalogue, "-framework", framework}, misused, "-worker"},
		{"an unknown flag", []string{"-colour"}, misused, "colour"},
		{"an unknown format", []string{"-format", "xml"}, misused, "xml"},
		{"a stray word", []string{"plan"}, misused, "plan"},
		{"two inputs from one pipe", []string{"-framework", "-", "-worker", "-", "-catalogue", catalogue}, misused, "standard input"},
	} {
		t.Run(c.why, func(t *testing.T) {
			got := call(t, "", c.args...)
			require.Equal(t, c.code, got.code, got.errors)
			require.Contains(t, got.errors, c.says)
			require.Equal(t, c.code == printed || strings.HasPrefix(c.why, "-strict"), got.out != "", "a plan or none")
		})
	}
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	return path
}

// TestSources: courses from a pipe, and a stored report instead of evidence, lead to the
// same plan.
func TestSources(t *testing.T) {
	framework, worker, catalogue := sample+"framework.json", sample+"workers/every-status.json", sample+"catalogue.json"
	want := call(t, "", "-format", "json")
	evidence := []string{"-framework", framework, "-worker", worker, "-role", "imaging-support-worker", "-as-of", "2026-06-30", "-format", "json"}
	require.Equal(t, want, call(t, "", append(evidence, "-catalogue", catalogue)...))
	data, err := os.ReadFile(catalogue)
	require.NoError(t, err)
	require.Equal(t, want, call(t, string(data), append(evidence, "-catalogue", "-")...))
	stored, err := os.ReadFile("../gapreport/testdata/sample.json")
	require.NoError(t, err)
	var answer struct{ Report json.RawMessage }
	require.NoError(t, json.Unmarshal(stored, &answer))
	report := write(t, "report.json", string(answer.Report))
	require.Equal(t, want, call(t, "", "-framework", framework, "-report", report, "-catalogue", catalogue, "-format", "json"))
}

// TestHoursPerWeek: a timetable beside the plan.
func TestHoursPerWeek(t *testing.T) {
	got := call(t, "", "-hours-per-week", "3.5")
	require.Equal(t, printed, got.code, got.errors)
	require.Contains(t, got.out, call(t, "").out)
	got = call(t, "", "-hours-per-week", "3.5", "-format", "json")
	require.Equal(t, printed, got.code, got.errors)
	var answer struct {
		Plan      struct{ Minutes int64 }
		Timetable struct {
			Lessons []struct{ Minutes int64 }
			Load    []struct{ Minutes int64 }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(got.out), &answer))
	minutes := int64(0)
	for _, week := range answer.Timetable.Load {
		require.LessOrEqual(t, week.Minutes, int64(210))
		minutes += week.Minutes
	}
	require.Equal(t, answer.Plan.Minutes, minutes, "nothing of the plan is lost")
}

// TestTimeout: a search that is cut short says so.
func TestTimeout(t *testing.T) {
	got := call(t, "", "-worker-id", "w-02", "-assume-unmet", "-frontier", "-timeout", "1ns")
	require.Equal(t, printed, got.code, got.errors)
	require.Contains(t, strings.Join(strings.Fields(got.out), " "), "Not proved: the search was cut short")
}

// TestNumbers: pounds and hours, to the penny and the minute.
func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		text  string
		pence int64 // -1: refused
	}{
		{"0", 0}, {"250", 25000}, {"99.5", 9950}, {"99.50", 9950}, {"0.01", 1}, {"90071992547409.91", 9007199254740991},
		{"", -1}, {".5", -1}, {"1.", -1}, {"1.234", -1}, {"-1", -1}, {"+1", -1}, {"1e3", -1}, {"1,000", -1}, {"£5", -1}, {"9223372036854775807", -1},
	} {
		var got *int64
		err := hundredths(&got)(c.text)
		require.Equal(t, c.pence < 0, err != nil, c.text)
		if err == nil {
			require.Equal(t, c.pence, *got, c.text)
		}
	}
	var got *int64
	require.NoError(t, minutes(&got)("7.5"))
	require.EqualValues(t, 450, *got)
}

// FuzzNumbers: what is read is what was written.
func FuzzNumbers(f *testing.F) {
	for _, text := range []string{"0", "99.5", "1.005", "-1", "1e3", "90071992547409.91", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var got *int64
		if hundredths(&got)(text) != nil {
			return
		}
		require.GreaterOrEqual(t, *got, int64(0))
		want, err := strconv.ParseFloat(text, 64)
		require.NoError(t, err)
		require.InDelta(t, want, float64(*got)/100, 1e-9*max(1, want))
	})
}
