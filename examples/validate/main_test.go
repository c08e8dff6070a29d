package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/assesstest"
	"github.com/skillgap-go/skillgap/examples/inputs"
)

func call(t *testing.T, args ...string) (code int, out, errs string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = run(t.Context(), args, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

func TestExitCodes(t *testing.T) {
	for _, c := range []struct {
		why  string
		args []string
		code int
		errs string
	}{
		{"files are not read", []string{"file"}, inputs.Misused, "no files"},
		{"nobody to simulate", []string{"-workers", "0"}, inputs.Misused, "-workers"},
		{"no such format", []string{"-format", "xml"}, inputs.Misused, "-format"},
		{"no such flag", []string{"-what"}, inputs.Misused, "-what"},
		{"a drawing that cannot be written", []string{"-workers", "2", "-looks", "0", "-svg", "no/such/folder/x.svg"}, inputs.Failed, "x.svg"},
	} {
		code, _, errs := call(t, c.args...)
		require.Equal(t, c.code, code, c.why)
		require.Contains(t, errs, c.errs, c.why)
	}
}

// TestTable: a line for each model and each world, and every column explained.
func TestTable(t *testing.T) {
	code, out, errs := call(t, "-workers", "5", "-worlds")
	require.Equal(t, inputs.Done, code, errs)
	require.Empty(t, errs, "no bar in a pipe")
	for _, m := range assesstest.Models() {
		require.Contains(t, out, "\n"+m.Name+" ")
	}
	for _, w := range append(assesstest.Worlds(), assesstest.Invented()) {
		require.Equal(t, len(assesstest.Models()), strings.Count(out, "\n  "+w.Name+" "), w.Name)
	}
	for _, c := range columns() {
		require.Contains(t, out, c.reads)
	}
	_, again, _ := call(t, "-workers", "5", "-worlds")
	require.Equal(t, out, again, "the same seed, the same table")
	_, other, _ := call(t, "-workers", "5", "-worlds", "-seed", "2")
	require.NotEqual(t, out, other)
}

// TestJSON: the keys that other programs read.
func TestJSON(t *testing.T) {
	code, out, errs := call(t, "-workers", "4", "-format", "json")
	require.Equal(t, inputs.Done, code, errs)
	var read struct {
		Models map[string]map[string]any `json:"models"`
		Next   []assesstest.Looked       `json:"next"`
	}
	require.NoError(t, json.Unmarshal([]byte(out), &read))
	require.Len(t, read.Next, len(assesstest.Choices()))
	for _, m := range assesstest.Models() {
		of := read.Models[m.Name]
		for _, key := range []string{"spearman", "ndcg5", "brier", "ece", "mae", "coverage90"} {
			require.Contains(t, of, key)
		}
		worlds, ok := of["worlds"].(map[string]any)
		require.True(t, ok)
		require.Contains(t, worlds["base"], "brier")
	}
}

// TestChart: the drawing is sound XML that names every model and every world.
func TestChart(t *testing.T) {
	file := filepath.Join(t.TempDir(), "chart.svg")
	code, _, errs := call(t, "-workers", "20", "-looks", "0", "-svg", file)
	require.Equal(t, inputs.Done, code, errs)
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	decoder := xml.NewDecoder(bytes.NewReader(data))
	for err == nil {
		_, err = decoder.Token()
	}
	require.True(t, errors.Is(err, io.EOF), err)
	for _, w := range append(assesstest.Worlds(), assesstest.Invented()) {
		require.Contains(t, string(data), ">"+w.Name+"<")
	}
	for _, m := range assesstest.Models() {
		require.Contains(t, string(data), m.Name)
	}
}
