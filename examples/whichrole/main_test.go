package main

import (
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/examples/trial"
)

var goldens = trial.Goldens()

func call(t *testing.T, args ...string) trial.Called {
	t.Helper()
	return trial.Call("", func(in io.Reader, out, errs io.Writer) int { return run(args, in, out, errs) })
}

const sample = "../../testdata/imaging/"

// TestGolden shows what the program prints, to the byte.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name, why string
		args      []string
	}{
		{"sample.txt", "without arguments: a worker of the embedded sample against all roles", nil},
		{"sample.json", "the same for programs", []string{"-format", "json", "-top", "2"}},
		{"team.txt", "a role against a team", []string{"-role", "imaging-support-worker"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			goldens.Printed(t, c.name, call(t, c.args...), c.why)
		})
	}
}

// TestExitCodes is the contract with scripts.
func TestExitCodes(t *testing.T) {
	framework, worker, team := sample+"framework.json", sample+"workers/every-status.json", sample+"workers/team.csv"
	for _, c := range []struct {
		why  string
		args []string
		code int
		says string // on standard error
	}{
		{"a worker against all roles", []string{"-framework", framework, "-worker", worker}, inputs.Done, ""},
		{"one of a team", []string{"-framework", framework, "-worker", team, "-worker-id", "w-06"}, inputs.Done, ""},
		{"a role against a team", []string{"-framework", framework, "-worker", team, "-role", "ST0216"}, inputs.Done, ""},
		{"a team against all roles: which one?", []string{"-framework", framework, "-worker", team}, inputs.Misused, "w-06"},
		{"no such worker", []string{"-framework", framework, "-worker", team, "-worker-id", "w-99"}, inputs.Failed, "w-99"},
		{"no such role", []string{"-role", "astronaut"}, inputs.Misused, "imaging-support-worker"},
		{"a file that is not there", []string{"-framework", "nowhere.json", "-worker", worker}, inputs.Failed, "nowhere.json"},
		{"evidence that is not there", []string{"-framework", framework, "-worker", "nowhere.csv"}, inputs.Failed, "nowhere.csv"},
		{"a worker without standards", []string{"-worker", worker}, inputs.Misused, "-framework"},
		{"standards without a worker", []string{"-framework", framework}, inputs.Misused, "-worker"},
		{"an unknown format", []string{"-format", "xml"}, inputs.Misused, "xml"},
		{"nothing to list", []string{"-top", "0"}, inputs.Misused, "-top"},
		{"a stray word", []string{"role"}, inputs.Misused, "role"},
		{"two inputs from one pipe", []string{"-framework", "-", "-worker", "-"}, inputs.Misused, "standard input"},
	} {
		t.Run(c.why, func(t *testing.T) {
			call(t, c.args...).Ends(t, c.code, c.says, c.code == inputs.Done)
		})
	}
}

// TestCarried: what counts over a confirmed link is said to.
func TestCarried(t *testing.T) {
	const other, links = "../../testdata/", "../crosswalk/testdata/links.json"
	args := []string{"-framework", other + "healthcare-support/framework.json", "-framework", other + "ap-health/framework.json",
		"-worker", other + "healthcare-support/workers/aide.json", "-as-of", "2026-06-30", "-top", "2"}
	without := call(t, args...)
	require.Equal(t, inputs.Done, without.Code, without.Errors)
	require.NotContains(t, without.Out, "Carried")
	with := call(t, append(args, "-framework", links)...)
	require.Equal(t, inputs.Done, with.Code, with.Errors)
	require.Contains(t, with.Out, "Carried    K30   certificate e1, carried from hs-s2")
}
