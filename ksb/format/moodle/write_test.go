package moodle_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/moodle"
)

// The row of the framework states the scale for all; a competency states its own only
// where it is judged in another way, and one that nothing is asked of does not.
func TestWrittenTable(t *testing.T) {
	f, _ := read(t, strings.Replace(short("a;b;B;;2;x,y;\"[{\"\"id\"\":2,\"\"proficient\"\":1}]\"\na;c;C\n;a;A\n"), "F;Frame", "F;The, frame", 1))
	var out bytes.Buffer
	require.NoError(t, moodle.Write(&out, f))
	records, err := csv.NewReader(&out).ReadAll()
	require.NoError(t, err)
	var got []string
	for _, record := range records[1:] {
		got = append(got, strings.Join(record, "|"))
	}
	want := []string{
		`|F|The, frame||1|x,y|[{"scaleid":"0"},{"id":2,"scaledefault":1,"proficient":1}]|||||` + `|1|skill,skill`,
		`a|b|B|B|2||||||||0|`,
		`a|c|C|C|2|No,Partly,Yes|[{"scaleid":"0"},{"id":2,"scaledefault":1,"proficient":1},{"id":3,"scaledefault":0,"proficient":1}]||||||0|`,
		`|a|A|A|2|No,Partly,Yes|[{"scaleid":"0"},{"id":3,"scaledefault":1,"proficient":1}]||||||0|`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}

	g, _ := read(t, short("a;b;B\n;a;A\n"))
	out.Reset()
	require.NoError(t, moodle.Write(&out, g))
	require.Equal(t, 1, strings.Count(out.String(), "scaleid"), "the scale of all is stated once")
}

func TestWrittenNamesAreNoLongerThanMoodleTakes(t *testing.T) {
	long := strings.Repeat("é ", 80) + "end"
	f, _ := read(t, short(";a;;"+long+"\n"))
	var out bytes.Buffer
	require.NoError(t, moodle.Write(&out, f))
	records, err := csv.NewReader(bytes.NewReader(out.Bytes())).ReadAll()
	require.NoError(t, err)
	require.LessOrEqual(t, utf8.RuneCountInString(records[2][2]), 100)
	again, _ := moodle.Read(&out, "f.csv")
	require.Equal(t, long, again.Statements[0].Text)
}

// An ID that stands twice is told by Compile, once for the statement and not for the
// requirement too.
func TestAnIDThatStandsTwiceIsAskedOnce(t *testing.T) {
	f, _ := read(t, short(";a;A\n;a;A\n;b;B\n"))
	require.Len(t, f.Statements, 3)
	ix, problems := ksb.Compile(f)
	if diff := cmp.Diff([]string{"4 statements[F/a]: duplicate ID"}, told(problems)); diff != "" {
		t.Error(diff)
	}
	role, _ := ix.Role("F")
	require.Len(t, role.Requirements, 2)
}

// A table may be opened in a spreadsheet program on its way to Moodle.
func TestWrittenTextsAreNoFormulas(t *testing.T) {
	f, _ := read(t, short(";a;A\n"))
	f.Statements[0].Text = "=1+1"
	var out bytes.Buffer
	require.NoError(t, moodle.Write(&out, f))
	require.Contains(t, out.String(), ",'=1+1,")
	again, problems := moodle.Read(&out, "f.csv")
	require.Empty(t, problems)
	require.Equal(t, "=1+1", again.Statements[0].Text)
}
