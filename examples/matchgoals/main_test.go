package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

// update rewrites the golden files: read every difference before you commit it.
var update = flag.Bool("update", false, "rewrite the golden files")

// still is a clock that stands, so that no speed shows.
func still() time.Time { return time.Time{} }

// small is a collection of a few rows a set, in our own words.
func small() fstest.MapFS {
	files := fstest.MapFS{}
	add := func(name string, rows ...string) {
		files[name] = &fstest.MapFile{Data: []byte(strings.Join(rows, "\n") + "\n")}
	}
	add("onet/Occupation_Data.txt.gz", "O*NET-SOC Code\tTitle\tDescription", "1\tPorters\tMove people and things about a hospital.",
		"2\tCooks\tPrepare meals.", "3\tWard Clerks\tKeep the records of a ward.")
	alternates := []string{"O*NET-SOC Code\tAlternate Title"}
	for i, of := range []string{"hospital", "theatre", "kitchen", "breakfast", "ward", "records"} {
		for _, who := range []string{"assistant", "helper", "worker", "aide"} {
			alternates = append(alternates, fmt.Sprintf("%d\t%s %s", i/2+1, of, who))
		}
	}
	add("onet/Alternate_Titles.dev-half.txt.gz", alternates...)
	add("onet/Sample_of_Reported_Titles.dev-half.txt.gz", "O*NET-SOC Code\tReported Job Title", "1\tPatient Mover", "2\tHelper", "3\tHelper")
	add("onet/Task_Statements.txt.gz", "O*NET-SOC Code\tTask", "1\tMove beds between wards.", "1\tCollect waste.", "2\tPeel vegetables.", "2\tCook breakfast.", "3\tFile records.", "3\tAnswer the telephone.")
	add("onet/Related_Occupations.txt.gz", "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier", "1\t3\tPrimary-Short", "3\t1\tPrimary-Short", "1\t2\tSupplemental")
	add("text/esco_skill_labels.txt.gz", "peel vegetables", "keep records", "lift loads")
	add("text/tech_validation_annotations.csv", "sentence,span,sub_span,label", `"You keep records, and lift.",keep records,,keep records`, `"You keep records, and lift.",lift,,LABEL NOT PRESENT`, "Nothing,nothing,,UNDERSPECIFIED")
	return files
}

func table(t *testing.T, files fstest.MapFS, o options) (string, *data) {
	t.Helper()
	d := &data{root: files}
	var out bytes.Buffer
	require.NoError(t, o.table(d.sets(), &out, &bytes.Buffer{}, still))
	return out.String(), d
}

// TestGolden shows the table, to the byte, of a collection in which much is missing.
func TestGolden(t *testing.T) {
	got, d := table(t, small(), options{most: 0, slow: 2})
	golden := filepath.Join("testdata", "small.txt")
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	if diff := cmp.Diff(mask(string(want)), mask(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for line := range strings.Lines(got) {
		require.LessOrEqual(t, len([]rune(line)), 100, line)
	}
	require.Contains(t, d.missing.Error(), "jobbert_titles.dev.csv.gz", "what is missing is told")
	require.NotContains(t, d.missing.Error(), "Task_Statements")
}

// mask leaves out how much memory it took, and how sure our matchers were.
func mask(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		line, _, cut := strings.Cut(line, "; start ")
		if cut {
			line += "\n"
		}
		if !strings.HasPrefix(line, "  calibration error") {
			b.WriteString(line)
		}
	}
	return b.String()
}

// TestHeldOut: what is held out is among the names of no role, and every other name is.
func TestHeldOut(t *testing.T) {
	r := named((&data{root: small()}).onet())
	known := map[string]bool{}
	for _, target := range r.known {
		for _, text := range target.Texts {
			known[fold(text)] = true
		}
	}
	require.NotEmpty(t, r.held)
	for _, q := range r.held {
		require.False(t, known[fold(q.text)], q.text)
		require.True(t, held(q.text))
	}
	require.Len(t, r.aliases(), len(known))
	require.Equal(t, 3+24+2, len(known)+len(r.held), "no name is lost")
	if i := slices.IndexFunc(append(r.held, r.aliases()...), func(q query) bool { return q.text == "Helper" }); i >= 0 {
		require.Equal(t, []string{"2", "3"}, append(r.held, r.aliases()...)[i].gold, "a name of two roles is right for both")
	}
	for _, q := range r.mistyped(2) {
		require.False(t, known[fold(q.text)], "no error makes a name of another role")
	}
}

// TestSample: the first of a sample are a sample, and the order of the queries does not
// matter.
func TestSample(t *testing.T) {
	var all []query
	for i := range 50 {
		all = append(all, query{text: fmt.Sprint("title ", i)})
	}
	want := sample(all, 0)
	require.Len(t, want, 50)
	require.Equal(t, want[:7], sample(all, 7))
	slices.Reverse(all)
	require.Equal(t, want, sample(all, 99))
}

// TestExitCodes is the contract with scripts.
func TestExitCodes(t *testing.T) {
	for _, c := range []struct {
		why  string
		args []string
		code int
		says string
	}{
		{"no data", []string{"-data", t.TempDir()}, failed, "nothing to measure"},
		{"no such folder", []string{"-data", "nowhere"}, failed, "nothing to measure"},
		{"fewer than none", []string{"-n", "-1"}, misused, "-n"},
		{"a stray word", []string{"titles"}, misused, "titles"},
		{"no such flag", []string{"-title"}, misused, "-title"},
	} {
		var out, errs bytes.Buffer
		require.Equal(t, c.code, run(c.args, &out, &errs, still), c.why)
		require.Contains(t, errs.String(), c.says, c.why)
		require.Empty(t, out.String(), c.why)
	}
}

// TestRealData asks a few queries of every set, twice, and looks whether anything is far
// from what it was when this was written.
func TestRealData(t *testing.T) {
	const real = "../../../shared/data"
	if _, err := os.Stat(real); err != nil {
		t.Skip("the real data is not here: " + real)
	}
	d := &data{root: os.DirFS(real)}
	sets := d.sets()
	require.NoError(t, d.missing.Err())
	for _, c := range []struct {
		name    string
		queries int
		least   float64 // of the first measure, of 100 queries
	}{
		{"O*NET: titles never seen", 3727, .4},
		{"Sentences of adverts, technical", 75, .5},
		{"Duties", 640, .6},
	} {
		i := slices.IndexFunc(sets, func(s set) bool { return strings.HasPrefix(s.name, c.name) })
		require.GreaterOrEqual(t, i, 0, c.name)
		s := &sets[i]
		require.Equal(t, c.queries, len(s.queries), c.name)
		asked := sample(s.queries, 100)
		r, err := clock(still).ask(ours(s.kind), s, asked, func() {})
		require.NoError(t, err)
		require.GreaterOrEqual(t, s.measures[0].of(r.outcomes), c.least, c.name)
	}
}
