package main

import (
	"encoding/json"
	"io"
	"os"
	"strconv"
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
		{"paces.txt", "how much sooner more time a week makes it", []string{"-worker-id", "w-02", "-assume-unmet", "-paces"}},
		{"paces.json", "the same for programs", []string{"-worker-id", "w-02", "-assume-unmet", "-budget", "100", "-paces", "-format", "json"}},
		{"explain-in.txt", "why a course is in the plan", []string{"-worker-id", "w-02", "-assume-unmet", "-explain", "care-certificate"}},
		{"explain-out.txt", "why a course is not", []string{"-worker-id", "w-02", "-assume-unmet", "-explain", "level-2-apprenticeship"}},
		{"explain-late.txt", "why a course cannot be", []string{"-worker-id", "w-04", "-role", assistant, "-start", "2027-03-01", "-explain", "fd-images"}},
		{"explain.json", "the same for programs", []string{"-explain", "life-support-class", "-format", "json"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			goldens.Printed(t, c.name, call(t, "", c.args...), c.why)
		})
	}
}

// TestExitCodes is the contract with scripts.
func TestExitCodes(t *testing.T) {
	framework, worker, catalogue := sample+"framework.json", sample+"workers/every-status.json", sample+"catalogue.json"
	faulty := trial.Write(t, "faulty.json", `{"format":"catalogue/1","courses":[
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
		{"no flags: the sample", nil, inputs.Done, ""},
		{"all inputs", []string{"-framework", framework, "-worker", worker, "-catalogue", catalogue, "-role", "imaging-support-worker"}, inputs.Done, ""},
		{"a faulty course is named, and the plan printed", []string{"-framework", framework, "-worker", worker, "-catalogue", faulty, "-role", "imaging-support-worker"}, inputs.Done, "faulty.json:2: courses[c].teaches[nowhere]"},
		{"-strict: any problem is a failure, though the plan stands", []string{"-strict", "-framework", framework, "-worker", worker, "-catalogue", faulty, "-role", "imaging-support-worker"}, inputs.Failed, "nowhere"},
		{"a file that is not there", all("nowhere.json"), inputs.Failed, "nowhere.json"},
		{"a catalogue of another format", all(framework), inputs.Failed, "catalogue"},
		{"a report of another format", []string{"-framework", framework, "-report", framework, "-catalogue", catalogue}, inputs.Failed, "report"},
		{"no such role", []string{"-role", "astronaut"}, inputs.Misused, "imaging-support-worker"},
		{"several workers: which one?", []string{"-framework", framework, "-worker", sample + "workers/team.csv", "-catalogue", catalogue, "-role", "imaging-support-worker"}, inputs.Misused, "w-05"},
		{"a course that is not there cannot be explained", []string{"-explain", "nothing"}, inputs.Misused, "nothing"},
		{"nor be asked for", []string{"-with", "nothing"}, inputs.Misused, "nothing"},
		{"a budget that is no number", []string{"-budget", "a lot"}, inputs.Misused, "250"},
		{"a budget below nothing", []string{"-budget", "-1"}, inputs.Misused, "250"},
		{"half a penny", []string{"-budget", "1.005"}, inputs.Misused, "250"},
		{"half a week", []string{"-weeks", "1.5"}, inputs.Misused, "whole"},
		{"an employer who pays more than everything", []string{"-employer-share", "101"}, inputs.Failed, "basis points"},
		{"a levy without a share", []string{"-levy", "100"}, inputs.Misused, "-employer-share"},
		{"a way of giving courses that nobody knows", []string{"-modes", "by post"}, inputs.Misused, "by post"},
		{"a day that does not exist", []string{"-start", "2026-02-30"}, inputs.Misused, "2026-02-30"},
		{"a timetable of many plans", []string{"-frontier", "-hours-per-week", "3"}, inputs.Misused, "not with"},
		{"a timetable that is longer than the plan may be", []string{"-worker-id", "w-02", "-assume-unmet", "-weeks", "4", "-hours-per-week", "8"}, inputs.Done, "-weeks 4 limits the plan"},
		{"every pace and one", []string{"-paces", "-hours-per-week", "3"}, inputs.Misused, "not with"},
		{"aims that cannot be", []string{"-aims", "weeks"}, inputs.Misused, "cost,hours"},
		{"no time at all", []string{"-hours-per-week", "0"}, inputs.Misused, "no time"},
		{"choices or reasons", []string{"-frontier", "-explain", "c"}, inputs.Misused, "not both"},
		{"a report and evidence", all(catalogue, "-report", "r.json"), inputs.Misused, "instead of"},
		{"no courses", []string{"-framework", framework, "-worker", worker}, inputs.Misused, "-catalogue"},
		{"no standards", []string{"-catalogue", catalogue, "-worker", worker}, inputs.Misused, "-framework"},
		{"no evidence", []string{"-catalogue", catalogue, "-framework", framework}, inputs.Misused, "-worker"},
		{"an unknown flag", []string{"-colour"}, inputs.Misused, "colour"},
		{"an unknown format", []string{"-format", "xml"}, inputs.Misused, "xml"},
		{"a stray word", []string{"plan"}, inputs.Misused, "plan"},
		{"two inputs from one pipe", []string{"-framework", "-", "-worker", "-", "-catalogue", catalogue}, inputs.Misused, "standard input"},
	} {
		t.Run(c.why, func(t *testing.T) {
			call(t, "", c.args...).Ends(t, c.code, c.says, c.code == inputs.Done || strings.HasPrefix(c.why, "-strict"))
		})
	}
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
	report := trial.Write(t, "report.json", string(answer.Report))
	require.Equal(t, want, call(t, "", "-framework", framework, "-report", report, "-catalogue", catalogue, "-format", "json"))
}

// TestHoursPerWeek: a timetable beside the plan.
func TestHoursPerWeek(t *testing.T) {
	got := call(t, "", "-hours-per-week", "3.5")
	require.Equal(t, inputs.Done, got.Code, got.Errors)
	require.Contains(t, got.Out, call(t, "").Out)
	got = call(t, "", "-hours-per-week", "3.5", "-format", "json")
	require.Equal(t, inputs.Done, got.Code, got.Errors)
	var answer struct {
		Plan      struct{ Minutes int64 }
		Timetable struct {
			Lessons []struct{ Minutes int64 }
			Load    []struct{ Minutes int64 }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(got.Out), &answer))
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
	require.Equal(t, inputs.Done, got.Code, got.Errors)
	require.Contains(t, strings.Join(strings.Fields(got.Out), " "), "Not proved: the search was cut short")
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
