package inputs_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/testdata"
)

const (
	framework = "../../testdata/imaging/framework.json"
	team      = "../../testdata/imaging/workers/team.csv"
	person    = "../../testdata/imaging/workers/new-starter.json"
	courses   = "../../testdata/imaging/catalogue.json"
)

// TestStandards: a file, a directory, a zip archive, standard input and the embedded
// sample give the same standards.
func TestStandards(t *testing.T) {
	data, err := os.ReadFile(framework)
	require.NoError(t, err)
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "one.json"), data, 0o600))
	var packed bytes.Buffer
	archive := zip.NewWriter(&packed)
	entry, err := archive.Create("one.json")
	require.NoError(t, err)
	_, err = entry.Write(data)
	require.NoError(t, err)
	require.NoError(t, archive.Close())
	zipped := filepath.Join(t.TempDir(), "one.zip")
	require.NoError(t, os.WriteFile(zipped, packed.Bytes(), 0o600))

	want, problems := inputs.Files{}.Standards(framework)
	require.NoError(t, problems.Err())
	for why, c := range map[string]struct {
		files inputs.Files
		name  string
	}{
		"a directory":    {inputs.Files{}, dir},
		"an archive":     {inputs.Files{}, zipped},
		"standard input": {inputs.Files{Stdin: bytes.NewReader(data)}, "-"},
		"the sample":     {inputs.Files{Embedded: testdata.Files()}, "imaging/framework.json"},
	} {
		got, problems := c.files.Standards(c.name)
		require.NoError(t, problems.Err(), why)
		require.Equal(t, want.Fingerprint(), got.Fingerprint(), why)
	}
	_, problems = inputs.Files{}.Standards("nowhere.json")
	require.ErrorIs(t, problems.Err(), ksb.ErrRead)
}

func TestWorkers(t *testing.T) {
	files := inputs.Files{}
	all, problems, err := files.Workers(team, "")
	require.NoError(t, err)
	require.NoError(t, problems.Err())
	require.Greater(t, len(all), 1)

	one, _, err := files.Worker(team, all[0].ID)
	require.NoError(t, err)
	require.Equal(t, all[0], one)

	_, _, err = files.Worker(team, "")
	require.ErrorIs(t, err, inputs.ErrUnclear)
	require.ErrorContains(t, err, all[1].ID, "whom to choose from")

	for why, name := range map[string]string{"nobody of that ID": team, "no such file": "nowhere.csv", "no evidence": courses} {
		_, _, err := files.Worker(name, "nobody")
		require.ErrorIs(t, err, inputs.ErrInput, why)
	}
	_, problems, _ = files.Worker(courses, "")
	require.ErrorIs(t, problems.Err(), ksb.ErrFormat)
}

func TestCatalogueAndWholeDocuments(t *testing.T) {
	files := inputs.Files{}
	c, problems, err := files.Catalogue(courses)
	require.NoError(t, err)
	require.NoError(t, problems.Err())
	require.NotEmpty(t, c.Courses)
	_, _, err = files.Catalogue("nowhere.json")
	require.ErrorIs(t, err, inputs.ErrInput)

	bad := filepath.Join(t.TempDir(), "bad.json")
	require.NoError(t, os.WriteFile(bad, []byte(`{"format":"policy/1","met":7}`), 0o600))
	_, problems, err = files.Policy(bad)
	require.ErrorIs(t, err, inputs.ErrInput, "a policy with a mistake is not used")
	require.NotEmpty(t, problems)
	_, problems, err = files.Report(person)
	require.ErrorIs(t, err, inputs.ErrInput, "a worker is no report")
	require.NotEmpty(t, problems)
}

func TestRole(t *testing.T) {
	ix, _ := inputs.Files{}.Standards(framework)
	only, _ := ksb.Compile(ksb.Framework{ID: "one", Statements: []ksb.Statement{{ID: "s", Code: "S1", Kind: ksb.Skill}},
		Roles: []ksb.Role{{ID: "r", Title: "Nurse", Requirements: []ksb.Requirement{{Statement: "s"}},
			Duties:  []ksb.Duty{{ID: "d", Text: "Care", Statements: []ksb.StatementID{"s"}, Options: []ksb.OptionID{"a"}}},
			Options: []ksb.Option{{ID: "a", Title: "Adult"}}}}})
	empty, _ := ksb.Compile()
	for _, c := range []struct {
		why          string
		ix           *ksb.Index
		text, option string
		want         ksb.RoleID
		err          error
	}{
		{"by ID", ix, "imaging-support-worker", "", "imaging-support-worker", nil},
		{"none named, and there is one, options apart", only, "", "", "r", nil},
		{"an option by its title", only, "", "adult", "r/a", nil},
		{"none named, and there are several", ix, "", "", "", inputs.ErrUnclear},
		{"nothing fits", ix, "porter", "", "", inputs.ErrUnclear},
		{"nothing fits, though there is but one", only, "porter", "", "", inputs.ErrUnclear},
		{"no such option", only, "", "child", "", inputs.ErrUnclear},
		{"no role at all", empty, "", "", "", inputs.ErrNoRole},
	} {
		got, err := inputs.Role(c.ix, c.text, c.option)
		require.ErrorIs(t, err, c.err, c.why)
		require.Equal(t, c.want, got, c.why)
	}
}

func ExampleRole() {
	ix, _ := inputs.Files{Embedded: testdata.Files()}.Standards("imaging/framework.json")
	_, err := inputs.Role(ix, "porter", "")
	first, _, _ := strings.Cut(err.Error(), "\n")
	fmt.Println(first)
	// Output: not clear: -role: "porter" fits none of these:
}
