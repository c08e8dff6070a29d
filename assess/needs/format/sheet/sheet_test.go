package sheet_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/needs"
	"github.com/skillgap-go/skillgap/assess/needs/format/sheet"
	"github.com/skillgap-go/skillgap/ksb"
)

const header = "respondent,item,importance,performance,difficulty,frequency,trainable,text,area,statement"

func ExampleRead() {
	file := strings.NewReader(`respondent,item,text,importance,performance
r1,i1,Positions patients,5,3
r2,i1,,4,
r3,i1,,high,2
`)
	survey, problems := sheet.Read(file, "survey.csv")
	survey.Scale = needs.Scale{Least: 1, Most: 5}
	fmt.Println(len(survey.Items), "item,", len(survey.Answers), "answers")
	for _, p := range problems {
		fmt.Println(p)
	}
	returns, _ := needs.Collect(survey)
	for _, s := range returns.Borich(needs.Counting{}).Scores {
		fmt.Println(s.Item, s.N, s.Value)
	}
	// Output:
	// 1 item, 2 answers
	// survey.csv:4: row 3.importance: wrong type: "high" is not a number
	// i1 1 10
}

type mistake struct {
	Fault ksb.Fault
	Path  string
	Line  int
}

func mistakes(problems ksb.Problems) (list []mistake) {
	for _, p := range problems {
		list = append(list, mistake{p.Fault, p.Path, p.Origin.Line})
	}
	return list
}

func read(text string) (needs.Survey, ksb.Problems) {
	return sheet.Read(strings.NewReader(text), "x.csv")
}

func TestReadEveryColumn(t *testing.T) {
	t.Parallel()
	s, problems := read(header + "\nr1,i1,5,3.5,2,1,yes,Does it,care,S1\nr2,i1,,0,,,NO,,,\n")
	require.NoError(t, problems.Err())
	at := func(line int) ksb.Origin { return ksb.Origin{File: "x.csv", Line: line} }
	want := needs.Survey{
		Items: []needs.Item{{ID: "i1", Text: "Does it", Area: "care", Statement: "S1", Origin: at(2)}},
		Answers: []needs.Answer{
			{Respondent: "r1", Item: "i1", Importance: new(5.0), Performance: new(3.5), Difficulty: new(2.0), Frequency: new(1.0), Trainable: new(true), Origin: at(2)},
			{Respondent: "r2", Item: "i1", Performance: new(0.0), Trainable: new(false), Origin: at(3)},
		},
	}
	if diff := cmp.Diff(want, s); diff != "" {
		t.Error("a blank is not answered, 0 is 0", diff)
	}
}

// What is wrong with one row: it is named by its number, line and column, and the rows
// beside it stay.
func TestReadOfAFaultyRow(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		why, give string
		want      []mistake
	}{
		{"nobody", ",i1,5", []mistake{{ksb.ErrMissing, "row 2.respondent", 3}}},
		{"of nothing", "r9, ,5", []mistake{{ksb.ErrMissing, "row 2.item", 3}}},
		{"in words", "r9,i1,high", []mistake{{ksb.ErrWrongType, "row 2.importance", 3}}},
		{"no number", "r9,i1,NaN,Inf", []mistake{{ksb.ErrWrongType, "row 2.importance", 3}, {ksb.ErrWrongType, "row 2.performance", 3}}},
		{"for machines", "r9,i1,0x1p1,1_0", []mistake{{ksb.ErrWrongType, "row 2.importance", 3}, {ksb.ErrWrongType, "row 2.performance", 3}}},
		{"neither yes nor no", "r9,i1,,,,,maybe", []mistake{{ksb.ErrValue, "row 2.trainable", 3}}},
		{"the item is another one", "r9,i1,,,,,,Other", []mistake{{ksb.ErrValue, "row 2.text", 3}}},
		{"another area and statement", "r9,i1,,,,,,,x,S9", []mistake{{ksb.ErrValue, "row 2.area", 3}, {ksb.ErrValue, "row 2.statement", 3}}},
		{"a cell too many", "r9,i1,,,,,,,,,x", []mistake{{ksb.ErrSyntax, "row 2", 3}}},
		{"a quote within a cell", `r"9,i1`, []mistake{{ksb.ErrSyntax, "", 3}}},
	} {
		s, problems := read(header + "\nr1,i1,5,3,,,,Text,care,S1\n" + row.give + "\n\n,,\nr2,i1,4,4\n")
		if diff := cmp.Diff(row.want, mistakes(problems)); diff != "" {
			t.Error(row.why, diff)
		}
		require.Len(t, s.Answers, 2, row.why)
		require.Len(t, s.Items, 1, row.why)
	}
}

func TestReadTheHeader(t *testing.T) {
	t.Parallel()
	for _, row := range []struct {
		why, give string
		want      []mistake
		answers   int
	}{
		{"another order and case", "Item, RESPONDENT\ni1,r1\n", nil, 1},
		{"an unknown column", "respondent,item,mood\nr1,i1,good\n", []mistake{{ksb.ErrUnknownKey, "mood", 1}}, 1},
		{"a column twice", "respondent,item,Item\nr1,i1,i2\n", []mistake{{ksb.ErrDuplicateKey, "Item", 1}}, 1},
		{"nothing", "", []mistake{{ksb.ErrRead, "", 0}}, 0},
		{"something else", "name,age\n", []mistake{{ksb.ErrFormat, "", 1}}, 0},
		{"semicolons", "respondent;item\nr1;i1\n", []mistake{{ksb.ErrFormat, "", 1}}, 0},
		{"another encoding", "respondent,item\nr1,\xe9\n", []mistake{{ksb.ErrEncoding, "", 2}}, 0},
	} {
		s, problems := read(row.give)
		if diff := cmp.Diff(row.want, mistakes(problems)); diff != "" {
			t.Error(row.why, diff)
		}
		require.Len(t, s.Answers, row.answers, row.why)
	}
	require.True(t, sheet.Detect("any.name", []byte("\"Respondent\" , item\r\nx")))
	require.False(t, sheet.Detect("any.name", []byte("respondents,items")))
}

func TestReadTakesTheSameTableInOtherClothes(t *testing.T) {
	t.Parallel()
	plain := header + "\nr1,i1,5,3,,,yes,\"Text, é\",care,S1\nr2,i1,4,4\n"
	want, problems := read(plain)
	require.NoError(t, problems.Err())
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := w.Write([]byte(plain))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	for why, text := range map[string]string{
		"packed": packed.String(), "with a byte order mark": "\uFEFF" + plain,
		"with CRLF line ends": strings.ReplaceAll(plain, "\n", "\r\n"), "without a last line end": strings.TrimRight(plain, "\n"),
	} {
		got, problems := read(text)
		require.NoError(t, problems.Err(), why)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(why, diff)
		}
	}
}

// readAnyhow reads and compares whatever it is given, which must not panic.
func readAnyhow(t *testing.T, text string) {
	t.Helper()
	s, problems := read(text)
	require.True(t, len(problems) == 0 || problems.Error() != "")
	for _, a := range s.Answers {
		require.NotEmpty(t, a.Respondent)
		require.NotEmpty(t, a.Item)
		require.Positive(t, a.Origin.Line)
		require.False(t, a.Importance != nil && (math.IsNaN(*a.Importance) || math.IsInf(*a.Importance, 0)))
	}
	s.Scale = needs.Scale{Least: 0, Most: 10}
	returns, problems := needs.Collect(s)
	for _, p := range problems {
		require.NotErrorIs(t, p, ksb.ErrMissingID, "an item that was read has an ID")
	}
	_, err := needs.Compare(returns, needs.Options{})
	require.NoError(t, err)
}

func TestEveryStartOfATable(t *testing.T) {
	t.Parallel()
	text := header + "\nr1,i1,5,3,,,yes,\"Text, \"\"é\"\"\",care,S1\nr2,i1,4,4\n"
	for n := range text {
		readAnyhow(t, text[:n])
	}
}

func FuzzRead(f *testing.F) {
	f.Add(header + "\nr1,i1,5,3,2,1,yes,Text,care,S1\nr1,i1,5,3\nr2,i1,11,-0\n")
	f.Add("\uFEFFitem,respondent,Item\r\n,,\r\n\"")
	f.Fuzz(func(t *testing.T, text string) { readAnyhow(t, text) })
}
