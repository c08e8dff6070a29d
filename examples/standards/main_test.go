package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/examples/trial"
)

func call(t *testing.T, stdin string, args ...string) (code int, out, errs string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(stdin), &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

const sample = "../../testdata/imaging/framework.json"

// TestCounts: what is printed is what a plain parse of the file finds.
func TestCounts(t *testing.T) {
	data, err := os.ReadFile(sample)
	require.NoError(t, err)
	var raw struct {
		Statements []struct{ Kind string }
		Roles      []struct{ Duties, Options []any }
		Links      []any
		Related    []any `json:"relatedRoles"`
	}
	require.NoError(t, json.Unmarshal(data, &raw))
	want := document{File: sample, Reader: "ksb/1", Roles: len(raw.Roles), Links: len(raw.Links) + len(raw.Related), Problems: []problem{}}
	for _, s := range raw.Statements {
		switch s.Kind {
		case "knowledge":
			want.Knowledge++
		case "skill":
			want.Skills++
		default:
			want.Behaviours++
		}
	}
	for _, r := range raw.Roles {
		want.Duties += len(r.Duties)
		want.Options += len(r.Options)
	}
	code, out, errs := call(t, "", "-format", "json", sample)
	require.Equal(t, inputs.Done, code, errs)
	var got struct{ Files []document }
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	require.Equal(t, []document{want}, got.Files)
}

func TestExitCodes(t *testing.T) {
	faulty := trial.Write(t, "faulty.json", `{"format":"ksb/1","id":"x","colour":1,"statements":[{"id":"S1","kind":"skill","text":"a"}],"roles":[{"id":"R","title":"R","requirements":[{"statement":"S1"}]}]}`)
	for _, c := range []struct {
		why  string
		args []string
		code int
		says string
	}{
		{"a sound file", []string{sample}, inputs.Done, "ksb/1"},
		{"a faulty part is told, and the rest read", []string{faulty}, inputs.Done, "unknown key"},
		{"-strict", []string{"-strict", faulty}, inputs.Failed, "unknown key"},
		{"no such file", []string{"nowhere.json"}, inputs.Failed, "nowhere.json"},
		{"nothing that is understood", []string{trial.Write(t, "x.txt", "hello")}, inputs.Failed, "not understood"},
		{"no file", nil, inputs.Misused, "which files"},
		{"an unknown format", []string{"-to", "xml", sample}, inputs.Misused, "-to is one of"},
		{"-out alone", []string{"-out", "x", sample}, inputs.Misused, "-out needs -to"},
		{"two into one", []string{"-to", "case", sample, sample}, inputs.Failed, "one document"},
		{"a comparison of one", []string{"-diff", sample}, inputs.Failed, "two documents"},
		{"a comparison of which role?", []string{"-diff", sample, sample}, inputs.Failed, "-role"},
		{"no reference", []string{"-get", "../x"}, inputs.Failed, "not a reference"},
	} {
		t.Run(c.why, func(t *testing.T) {
			code, out, errs := call(t, "", c.args...)
			require.Equal(t, c.code, code, "%s%s", out, errs)
			require.Contains(t, out+errs, c.says)
		})
	}
}

// TestConvert: there and back again is the same file.
func TestConvert(t *testing.T) {
	data, err := os.ReadFile(sample)
	require.NoError(t, err)
	code, same, errs := call(t, string(data), "-to", "ksbjson", "-")
	require.Equal(t, inputs.Done, code, errs)
	require.Equal(t, string(data), same)

	packed := filepath.Join(t.TempDir(), "case.json")
	code, _, errs = call(t, "", "-to", "case", "-out", packed, sample)
	require.Equal(t, inputs.Done, code)
	require.Contains(t, errs, "no place for it", "what CASE cannot say in its own words is named")
	code, back, errs := call(t, "", "-to", "ksbjson", packed)
	require.Equal(t, inputs.Done, code, errs)
	require.Equal(t, string(data), back)
}

func TestDiff(t *testing.T) {
	data, err := os.ReadFile(sample)
	require.NoError(t, err)
	newer := trial.Write(t, "newer.json", strings.Replace(string(data), `"text": "Knows `, `"text": "Knows in detail `, 1))
	code, out, errs := call(t, "", "-diff", "-role", "ST0216", sample, newer)
	require.Equal(t, inputs.Done, code, errs)
	require.Contains(t, out, "in detail")
}
