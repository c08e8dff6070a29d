package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	evidence "github.com/skillgap-go/skillgap/assess/format/sheet"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
	framework "github.com/skillgap-go/skillgap/ksb/format/sheet"
	"github.com/skillgap-go/skillgap/pathway/format/cataloguejson"
	courses "github.com/skillgap-go/skillgap/pathway/format/sheet"
)

// TestWorkbooksInPlaceOfDocuments: the same standards, evidence and courses, each from a
// workbook, give the same report but for the places of problems.
func TestWorkbooksInPlaceOfDocuments(t *testing.T) {
	const dir = "../../testdata/imaging/"
	open := func(name string) *os.File {
		file, err := os.Open(dir + name)
		require.NoError(t, err)
		t.Cleanup(func() { file.Close() })
		return file
	}
	f, problems := ksbjson.Read(open("framework.json"), "framework.json")
	require.NoError(t, problems.Err())
	workers, problems := evidence.Read(open("workers/team.csv"), "team.csv")
	require.NoError(t, problems.Err())
	c, problems := cataloguejson.Read(open("catalogue.json"), "catalogue.json")
	require.NoError(t, problems.Err())

	var book bytes.Buffer
	tmp := t.TempDir()
	save := func(name string) string {
		path := filepath.Join(tmp, name)
		require.NoError(t, os.WriteFile(path, book.Bytes(), 0o644))
		book.Reset()
		return path
	}
	_, err := framework.WriteXLSX(&book, f)
	require.NoError(t, err)
	standards := save("framework.xlsx")
	_, err = evidence.WriteXLSX(&book, workers)
	require.NoError(t, err)
	team := save("team.xlsx")
	_, err = courses.WriteXLSX(&book, c)
	require.NoError(t, err)
	catalogue := save("courses.xlsx")

	ask := func(framework, worker, catalogue string) string {
		var out, errs bytes.Buffer
		args := []string{"-framework", framework, "-worker", worker, "-catalogue", catalogue, "-worker-id", "w-05", "-role", "imaging-support-worker", "-format", "json"}
		require.Equal(t, inputs.Done, run(t.Context(), args, bytes.NewReader(nil), &out, &errs), errs.String())
		require.Empty(t, errs.String())
		return out.String()
	}
	want := ask(dir+"framework.json", dir+"workers/team.csv", dir+"catalogue.json")
	require.Equal(t, want, ask(standards, team, catalogue))
}
