package examples_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/policyjson"
	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	"github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
)

var update = flag.Bool("update", false, "write what is produced as what is wanted")

const specDir = "../testdata/spec"

// specCase is case.json: what is asked of the framework and the worker beside it.
type specCase struct {
	Role   ksb.RoleID      `json:"role"`
	AsOf   ksb.Date        `json:"asOf"`             // 0: not given
	Policy json.RawMessage `json:"policy,omitempty"` // policy/1; none: the default
	Faults []ksb.Fault     `json:"faults,omitempty"` // of the framework, which is used all the same
}

// TestSpec is the specification of report/1: a folder for each rule, with the reasons
// in why.md and the report, to the byte, in want.json.
func TestSpec(t *testing.T) {
	t.Parallel()
	files := os.DirFS(specDir)
	for _, name := range specCases(t, files) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := specReport(t, files, name)
			if *update {
				require.NoError(t, os.WriteFile(filepath.Join(specDir, name, "want.json"), got, 0o644))
			}
			want, err := fs.ReadFile(files, path.Join(name, "want.json"))
			require.NoError(t, err, "run with -update, then read what was written against why.md")
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
		})
	}
}

func specCases(t *testing.T, files fs.FS) (names []string) {
	t.Helper()
	entries, err := fs.ReadDir(files, ".")
	require.NoError(t, err)
	for _, entry := range entries {
		require.True(t, entry.IsDir(), "%s is not a case", entry.Name())
		names = append(names, entry.Name())
	}
	require.NotEmpty(t, names)
	return names
}

// specReport goes the whole way of the library, from bytes to bytes.
func specReport(t *testing.T, files fs.FS, name string) []byte {
	t.Helper()
	c := readCase(t, files, name)
	framework, problems := ksbjson.Read(open(t, files, path.Join(name, "framework.json")), "framework.json")
	require.NoError(t, problems.Err())
	worker, problems := workerjson.Read(open(t, files, path.Join(name, "worker.json")), "worker.json")
	require.NoError(t, problems.Err())
	ix, problems := ksb.Compile(framework)
	var faults []ksb.Fault
	for _, p := range problems {
		faults = append(faults, p.Fault)
	}
	require.Equal(t, c.Faults, faults, problems.Error())
	engine, err := assess.New(ix, c.policy(t))
	require.NoError(t, err)
	report, err := engine.Assess(engine.Profile(worker, c.AsOf), c.Role)
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, render.JSON(&out, report))
	return out.Bytes()
}

func readCase(t *testing.T, files fs.FS, name string) (c specCase) {
	t.Helper()
	decoder := json.NewDecoder(open(t, files, path.Join(name, "case.json")))
	decoder.DisallowUnknownFields()
	require.NoError(t, decoder.Decode(&c))
	why, err := fs.ReadFile(files, path.Join(name, "why.md"))
	require.NoError(t, err, "a case says why")
	require.NotEmpty(t, why)
	return c
}

func (c specCase) policy(t *testing.T) assess.Policy {
	t.Helper()
	if c.Policy == nil {
		return assess.DefaultPolicy()
	}
	p, problems := policyjson.Read(bytes.NewReader(c.Policy), "case.json")
	require.NoError(t, problems.Err())
	return p
}

func open(t *testing.T, files fs.FS, name string) fs.File {
	t.Helper()
	file, err := files.Open(name)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, file.Close()) })
	return file
}

// TestStoredReportsSayTheSame: the report is the contract, so one that was stored says
// the same, to the byte, in a program that has nothing else.
func TestStoredReportsSayTheSame(t *testing.T) {
	t.Parallel()
	files := os.DirFS(specDir)
	for _, name := range specCases(t, files) {
		stored := specReport(t, files, name)
		var report assess.Report
		require.NoError(t, json.Unmarshal(stored, &report), name)
		var again bytes.Buffer
		require.NoError(t, render.JSON(&again, &report))
		if diff := cmp.Diff(string(stored), again.String()); diff != "" {
			t.Errorf("%s (-stored +written again):\n%s", name, diff)
		}
	}
}
