package main

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/examples/trial"
)

// The program runs unchanged on standards from elsewhere. What the real data must come to
// is counted without any of our readers.

// answered is what these tests look at of a report.
type answered struct {
	Report struct {
		Of, Met int
		Ready   string
		Gaps    []gapped
		Duties  []struct {
			Duty string
			Of   int
		}
		Findings []struct{ Evidence string }
	}
}

type gapped struct {
	Statement, Code, Text, Status string
	Rungs                         []string
	Level                         int
	Critical                      bool
}

// asked is what a role asks of a statement.
type asked struct {
	Level    int
	Critical bool
}

func (a answered) asked() map[string]asked {
	list := map[string]asked{}
	for _, g := range a.Report.Gaps {
		list[g.Statement] = asked{g.Level, g.Critical}
	}
	return list
}

// shown lists the codes of what is not "not-evidenced", in order.
func (a answered) shown() (codes []string) {
	for _, g := range a.Report.Gaps {
		if g.Status != "not-evidenced" {
			codes = append(codes, g.Code+" "+g.Status)
		}
	}
	slices.Sort(codes)
	return codes
}

func answerOf(t *testing.T, args ...string) (a answered, text string) {
	t.Helper()
	got := call(t, "", append(args, "-format", "json")...)
	require.Equal(t, inputs.Done, got.Code, got.Errors)
	require.NoError(t, json.Unmarshal([]byte(got.Out), &a))
	return a, call(t, "", args...).Out
}

func TestONETOccupation(t *testing.T) {
	dir := real(t, "onet")
	want, tasks := ratedPlainly(t, dir, "29-2034.00"), 0
	for _, cells := range tabbed(t, filepath.Join(dir, "Task_Statements.txt.gz")) {
		if cells[0] == "29-2034.00" {
			tasks++
		}
	}
	a, text := answerOf(t, "-framework", dir, "-role", "29-2034.00", "-worker", "testdata/onet-evidence.csv", "-as-of", "2026-06-30")
	if diff := cmp.Diff(want, a.asked()); diff != "" {
		t.Error(diff)
	}
	require.Len(t, a.Report.Duties, tasks, "a task is a duty, and nothing else is")
	require.Len(t, a.shown(), 3, "every piece counts: %q", a.shown())
	require.Empty(t, a.Report.Findings)
	fits(t, text, "2.A.1.a", "4 of 7")
}

// ratedPlainly is what an occupation asks for, read without any of our code.
func ratedPlainly(t *testing.T, dir, code string) map[string]asked {
	t.Helper()
	values, refused := map[string]float64{}, map[string]bool{}
	for _, name := range []string{"Skills", "Knowledge"} {
		for _, c := range tabbed(t, filepath.Join(dir, name+".txt.gz")) {
			if c[0] != code {
				continue
			}
			value, err := strconv.ParseFloat(c[4], 64)
			refused[c[1]] = refused[c[1]] || err != nil || c[9] == "Y" || c[10] == "Y"
			values[c[1]+c[3]] = value
		}
	}
	list := map[string]asked{}
	for element, no := range refused {
		if level := values[element+"LV"]; !no && values[element+"IM"] > 1 && level > 0 {
			list[element] = asked{max(1, int(level+0.5)), false}
		}
	}
	return list
}

func TestESCOOccupation(t *testing.T) {
	dir := real(t, "esco-sample")
	set := t.TempDir()
	for _, name := range []string{"occupations", "skills", "occupation_to_skill_relations", "skill_groups", "occupation_groups",
		"skill_hierarchy", "occupation_hierarchy", "skill_to_skill_relations"} {
		data, err := os.ReadFile(filepath.Join(dir, name+".csv.gz"))
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(set, name+".csv.gz"), data, 0o644))
	}
	a, text := answerOf(t, "-framework", set, "-role", "2149.2", "-worker", "testdata/esco-evidence.csv", "-as-of", "2026-06-30")
	if diff := cmp.Diff(relatedPlainly(t, dir, "2149.2"), a.asked()); diff != "" {
		t.Error(diff)
	}
	require.Empty(t, a.Report.Duties, "ESCO publishes none")
	require.Equal(t, []string{"000f1d3d met", "04fe962b met"}, a.shown(), "by code, and by URI")
	require.Empty(t, a.Report.Findings)
	codes := map[string]bool{}
	for _, g := range a.Report.Gaps {
		require.Len(t, g.Code, 8, g.Statement)
		codes[g.Code] = true
	}
	require.Len(t, codes, a.Report.Of, "no two are alike")
	fits(t, text, "04fe962b")
}

// relatedPlainly is what an occupation asks for, read without any of our code.
func relatedPlainly(t *testing.T, dir, code string) map[string]asked {
	t.Helper()
	table := func(name string) [][]string {
		rows, err := csv.NewReader(opened(t, filepath.Join(dir, name+".csv.gz"))).ReadAll()
		require.NoError(t, err)
		return rows
	}
	occupation, skills := "", map[string]string{}
	for _, r := range table("occupations") {
		if r[4] == code {
			occupation = r[1]
		}
	}
	for _, r := range table("skills") {
		skills[r[1]] = r[0]
	}
	list := map[string]asked{}
	for _, r := range table("occupation_to_skill_relations") {
		if r[1] == occupation && r[2] != "" {
			list[skills[r[3]]] = asked{1, r[2] == "essential"}
		}
	}
	require.NotEmpty(t, list)
	return list
}

// TestMoodleFramework is about a framework of ours, so it is shown to the byte.
func TestMoodleFramework(t *testing.T) {
	a, text := answerOf(t, "-framework", "testdata/pottery.csv", "-worker", "testdata/pottery-evidence.csv", "-as-of", "2026-06-30")
	want := map[string]asked{"POT/wedge": {2, false}, "POT/throw": {2, false}, "POT/fire": {2, false}, "POT/lead": {1, false}}
	if diff := cmp.Diff(want, a.asked()); diff != "" {
		t.Error(diff)
	}
	goldens.Equal(t, "pottery.txt", text, "a framework of ours")
	fits(t, text, "wedge", "Alone")
}

// fits: the text is for 80 columns, names no URI, and says what it should.
func fits(t *testing.T, text string, says ...string) {
	t.Helper()
	trial.Fits(t, text)
	require.NotContains(t, text, "http://", "nobody can say or write down a URI")
	for _, word := range says {
		require.Contains(t, text, word)
	}
}

// real is a folder of the real data, which stands beside the project and is not part of
// it.
func real(t *testing.T, folder string) string {
	t.Helper()
	dir := filepath.Join("../../../shared/data", folder)
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the real data is not here: ../shared/data/" + folder)
	}
	return dir
}

func opened(t *testing.T, path string) io.Reader {
	t.Helper()
	file, err := os.Open(path)
	require.NoError(t, err)
	t.Cleanup(func() { _ = file.Close() })
	unpacked, err := gzip.NewReader(file)
	require.NoError(t, err)
	return unpacked
}

// tabbed reads a file of cells parted by tabs, without any of our code.
func tabbed(t *testing.T, path string) (rows [][]string) {
	t.Helper()
	lines := bufio.NewScanner(opened(t, path))
	for lines.Scan() {
		rows = append(rows, strings.Split(lines.Text(), "\t"))
	}
	require.NoError(t, lines.Err())
	return rows
}
