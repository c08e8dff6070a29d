package main

import (
	"bytes"
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

func call(t *testing.T, args ...string) called {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(args, strings.NewReader(""), &out, &errs)
	return called{code, out.String(), errs.String()}
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
			got := call(t, c.args...)
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
	framework, worker, team := sample+"framework.json", sample+"workers/every-status.json", sample+"workers/team.csv"
	for _, c := range []struct {
		why  string
		args []string
		code int
		says string // on standard error
	}{
		{"a worker against all roles", []string{"-framework", framework, "-worker", worker}, printed, ""},
		{"one of a team", []string{"-framework", framework, "-worker", team, "-worker-id", "w-06"}, printed, ""},
		{"a role against a team", []string{"-framework", framework, "-worker", team, "-role", "ST0216"}, printed, ""},
		{"a team against all roles: which one?", []string{"-framework", framework, "-worker", team}, misused, "w-06"},
		{"no such worker", []string{"-framework", framework, "-worker", team, "-worker-id", "w-99"}, failed, "w-99"},
		{"no such role", []string{"-role", "astronaut"}, misused, "imaging-support-worker"},
		{"a file that is not there", []string{"-framework", "nowhere.json", "-worker", worker}, failed, "nowhere.json"},
		{"evidence that is not there", []string{"-framework", framework, "-worker", "nowhere.csv"}, failed, "nowhere.csv"},
		{"a worker without standards", []string{"-worker", worker}, misused, "-framework"},
		{"standards without a worker", []string{"-framework", framework}, misused, "-worker"},
		{"an unknown format", []string{"-format", "xml"}, misused, "xml"},
		{"nothing to list", []string{"-top", "0"}, misused, "-top"},
		{"a stray word", []string{"role"}, misused, "role"},
		{"two inputs from one pipe", []string{"-framework", "-", "-worker", "-"}, misused, "standard input"},
	} {
		t.Run(c.why, func(t *testing.T) {
			got := call(t, c.args...)
			if got.code == failed && c.code == printed {
				t.Log(got.errors)
			}
			require.Equal(t, c.code, got.code, got.errors)
			require.Contains(t, got.errors, c.says)
			require.Equal(t, c.code == printed, got.out != "", "a comparison or none")
		})
	}
}

// TestCarried: what counts over a confirmed link is said to.
func TestCarried(t *testing.T) {
	const other, links = "../../testdata/", "../crosswalk/testdata/links.json"
	args := []string{"-framework", other + "healthcare-support/framework.json", "-framework", other + "ap-health/framework.json",
		"-worker", other + "healthcare-support/workers/aide.json", "-as-of", "2026-06-30", "-top", "2"}
	without := call(t, args...)
	require.Equal(t, printed, without.code, without.errors)
	require.NotContains(t, without.out, "Carried")
	with := call(t, append(args, "-framework", links)...)
	require.Equal(t, printed, with.code, with.errors)
	require.Contains(t, with.out, "Carried    K30   certificate e1, carried from hs-s2")
}
