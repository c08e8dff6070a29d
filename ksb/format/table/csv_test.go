package table_test

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

func TestCSV(t *testing.T) {
	ann := []line{{2, "Ann", "2001-02-03", ""}}
	for _, c := range []struct {
		why, give string
		want      []line
		faults    []mistake
	}{
		{"as it is", "name,born on\nAnn,2001-02-03\n", ann, nil},
		{"semicolons", "name;born on\nAnn;2001-02-03\n", ann, nil},
		{"tabs", "name\tborn on\nAnn\t2001-02-03\n", ann, nil},
		{"commas within quotes do not count", "name;born on\n\"A,n,n,,,,\";2001-02-03\n", []line{{2, "A,n,n,,,,", "2001-02-03", ""}}, nil},
		{"a byte order mark", "\uFEFFname,born on\nAnn,2001-02-03\n", ann, nil},
		{"CRLF", "name,born on\r\nAnn,2001-02-03\r\n", ann, nil},
		{"other spellings of the header", "WHO,Born_On\nAnn,2001-02-03\n", ann, nil},
		{"accents and hyphens", "Náme,born-on\nAnn,2001-02-03\n", ann, nil},
		{"a title above the header", "Staff list 2026\n\nname,born on\nAnn,2001-02-03\n", []line{{4, "Ann", "2001-02-03", ""}}, nil},
		{"a quoted line break counts its lines", "name,born on\n\"A\nnn\",x\nBob,y\n", []line{{2, "A\nnn", "x", ""}, {4, "Bob", "y", ""}}, nil},
		{"blank rows are none", "name,born on\n\n,,\nAnn,2001-02-03\n , \n", []line{{4, "Ann", "2001-02-03", ""}}, nil},
		{"a short row", "name,born on,kind\nAnn,2001-02-03\n", ann, nil},
		{"a cell too many has moved the others", "name,born on\nA,nn,2001\nAnn,2001-02-03\n", []line{{3, "Ann", "2001-02-03", ""}}, []mistake{{ksb.ErrSyntax, "row 1", 2}}},
		{"blank cells too many have not", "name,born on\nAnn,2001-02-03,,\n", ann, nil},
		{"a value under no header", "name,,born on\nAnn,x,2001-02-03\nBob,y,z\n", []line{{2, "Ann", "2001-02-03", ""}, {3, "Bob", "z", ""}}, []mistake{{ksb.ErrUnknownKey, "row 1", 2}}},
		{"columns that nobody knows: one problem", "shoe,name,born on,hat\n9,Ann,2001-02-03,y\n", ann, []mistake{{ksb.ErrUnknownKey, "header", 1}}},
		{"a column twice, under two names: the first counts", "name,born on,Who\nAnn,2001-02-03,Bob\n", ann, []mistake{{ksb.ErrDuplicateKey, "header", 1}}},
		{"a required column that is not there", "name,kind\nAnn,x\n", nil, []mistake{{ksb.ErrMissing, "header", 1}}},
		{"a table of something else", "shoe,size\nleft,9\n", nil, []mistake{{ksb.ErrFormat, "", 1}}},
		{"a quote that is none", "name,born on\nA\"n,x\nAnn,2001-02-03\n", []line{{3, "Ann", "2001-02-03", ""}}, []mistake{{ksb.ErrSyntax, "", 2}}},
	} {
		t.Run(c.why, func(t *testing.T) {
			lines, problems := readAll(t, []byte(c.give))
			if diff := cmp.Diff(c.want, lines); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.faults, mistakes(problems)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Problems name columns as the file does.
func TestProblemsNameWhatStandsInTheFile(t *testing.T) {
	var problems ksb.Problems
	for r := range open(t, []byte("WHO ,Born_On,Shoe size,KIND\nAnn,x,y,z\n")).Rows(people(), &problems) {
		r.Date("born on")
		r.Whole("kind", 5)
	}
	text := problems.Sort().Error()
	for _, part := range []string{`"Shoe size"`, "row 1.Born_On", "row 1.KIND", "f:2"} {
		require.Contains(t, text, part)
	}
	_, problems = readAll(t, []byte("Who,Shoe size\nAnn,x\n"))
	require.Contains(t, problems.Error(), `"born on"; found are "Who", "Shoe size"`)
}

func TestOpenRefuses(t *testing.T) {
	for _, c := range []struct {
		why, give string
		want      ksb.Fault
		says      string
	}{
		{"nothing", "", ksb.ErrRead, "nothing"},
		{"UTF-16", "\xff\xfea\x00", ksb.ErrEncoding, "UTF-8"},
		{"an old workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("x", 600), ksb.ErrFormat, "save it as .xlsx"},
		{"a broken archive", "PK\x03\x04 and so on", ksb.ErrRead, ""},
		{"broken gzip", "\x1f\x8b and so on", ksb.ErrRead, ""},
	} {
		book, problem := table.Open(strings.NewReader(c.give), "f")
		require.Nil(t, book, c.why)
		require.NotNil(t, problem, c.why)
		require.Equal(t, c.want, problem.Fault, c.why)
		require.Contains(t, problem.Detail, c.says, c.why)
		require.Equal(t, "f", problem.Origin.File, c.why)
	}
}

func TestGzip(t *testing.T) {
	book := workbook(t, nothing)
	for _, data := range [][]byte{[]byte("name,born on\nAnn,x\n"), book} {
		var packed bytes.Buffer
		w := gzip.NewWriter(&packed)
		_, _ = w.Write(data)
		require.NoError(t, w.Close())
		want, _ := readAll(t, data)
		got, _ := readAll(t, packed.Bytes())
		require.Equal(t, want, got)
	}
}

// TestCSVAgainstTheLibrary: as many rows and the same cells as encoding/csv finds.
func TestCSVAgainstTheLibrary(t *testing.T) {
	text := "name,born on,kind\n" + strings.Repeat("\"A, \"\"x\"\"\nb\",y,\nBob,,z\n", 50)
	want, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	require.NoError(t, err)
	got, problems := readAll(t, []byte(text))
	require.NoError(t, problems.Err())
	require.Len(t, got, len(want)-1)
	for i, l := range got {
		require.Equal(t, want[i+1], []string{l.Name, l.Born, l.Kind})
	}
}
