package render_test

import (
	"bytes"
	"io/fs"
	"path"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/sheet"
	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	"github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
	"github.com/skillgap-go/skillgap/testdata"
)

const midsummer ksb.Date = 739797 // 2026-06-30

func file(t testing.TB, name string) *bytes.Reader {
	t.Helper()
	data, err := testdata.Files().ReadFile(name)
	require.NoError(t, err)
	return bytes.NewReader(data)
}

func compiled(t testing.TB, name string) *ksb.Index {
	t.Helper()
	f, problems := ksbjson.Read(file(t, name), name)
	require.NoError(t, problems.Err())
	ix, _ := ksb.Compile(f) // some cases are about what Compile says of them
	return ix
}

// sampleWorkers are the people of the imaging samples, by the name of their file or,
// in the table, by their ID.
func sampleWorkers(t testing.TB) map[string]assess.Worker {
	t.Helper()
	people := map[string]assess.Worker{}
	names, err := fs.Glob(testdata.Files(), "imaging/workers/*.json")
	require.NoError(t, err)
	for _, name := range names {
		w, problems := workerjson.Read(file(t, name), name)
		require.NoError(t, problems.Err())
		people[strings.TrimSuffix(path.Base(name), ".json")] = w
	}
	team, problems := sheet.Read(file(t, "imaging/workers/team.csv"), "team.csv")
	require.NoError(t, problems.Err())
	for _, w := range team {
		people[w.ID] = w
	}
	require.Len(t, people, 6)
	return people
}

// sampleReports are all sample workers against all sample roles, on a day and as of
// the newest evidence, and the cases of the scoring rules.
func sampleReports(t testing.TB) map[string]*assess.Report {
	t.Helper()
	reports := map[string]*assess.Report{}
	ix := compiled(t, "imaging/framework.json")
	engine, err := assess.New(ix, assess.DefaultPolicy())
	require.NoError(t, err)
	for name, w := range sampleWorkers(t) {
		for role := range ix.Roles() {
			reports[name+"."+string(role.ID)] = assessed(t, engine, w, role.ID, midsummer)
			reports[name+"."+string(role.ID)+".derived"] = assessed(t, engine, w, role.ID, 0)
		}
	}
	cases, err := fs.Glob(testdata.Files(), "spec/*/framework.json")
	require.NoError(t, err)
	require.NotEmpty(t, cases)
	for _, name := range cases {
		addCase(t, reports, path.Dir(name))
	}
	return reports
}

func addCase(t testing.TB, reports map[string]*assess.Report, dir string) {
	ix := compiled(t, dir+"/framework.json")
	engine, err := assess.New(ix, assess.DefaultPolicy())
	require.NoError(t, err)
	w, problems := workerjson.Read(file(t, dir+"/worker.json"), dir)
	require.NoError(t, problems.Err())
	for role := range ix.Roles() {
		reports[path.Base(dir)+"."+strings.ReplaceAll(string(role.ID), "/", "_")] = assessed(t, engine, w, role.ID, midsummer)
	}
}

func assessed(t testing.TB, e *assess.Engine, w assess.Worker, role ksb.RoleID, day ksb.Date) *assess.Report {
	t.Helper()
	report, err := e.Assess(e.Profile(w, day), role)
	require.NoError(t, err)
	return report
}

func asText(t testing.TB, r *assess.Report) string {
	t.Helper()
	var out strings.Builder
	require.NotPanics(t, func() { require.NoError(t, render.Text(&out, r)) })
	return out.String()
}

func asJSON(t testing.TB, r *assess.Report) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, render.JSON(&out, r))
	return out.Bytes()
}

// everyStatus is the sample report with the most in it.
func everyStatus(t testing.TB) *assess.Report {
	t.Helper()
	return sampleReports(t)["every-status.imaging-senior-support-worker"]
}
