package rows_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skillgap-go/skillgap/ksb/format/rows"
)

// record is what a splitter says of one record.
type record struct {
	Cells []string
	Line  int
	Wrong string
}

func split(by rows.Splitter, data []byte) (list []record) {
	next := by(data)
	for {
		cells, line, err := next()
		var broken *csv.ParseError
		switch {
		case errors.As(err, &broken):
			list = append(list, record{nil, broken.StartLine, broken.Err.Error()})
		case err != nil:
			return list
		default:
			list = append(list, record{slices.Clone(cells), line, ""})
		}
	}
}

// plainly is the same by encoding/csv.
func plainly(data []byte) (list []record) {
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	for {
		cells, err := r.Read()
		var broken *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return list
		case errors.As(err, &broken):
			list = append(list, record{nil, broken.StartLine, broken.Err.Error()})
		default:
			line, _ := r.FieldPos(0)
			list = append(list, record{cells, line, ""})
		}
	}
}

func tricky() []string {
	return []string{
		"", "\n", "a", "a,b\n", "a,b\r\nc,d\r\n", "a,\n,b\n,\n", "\n\na\n\nb\n", "\"a\nb\",c\n\"d\"\n", "\"a\"\"b\"\n", "\"\"\n\"\"\"\"\n",
		"\"a\r\nb\"\r\n", "a\rb\n", "a\r", "\r", "\r\n\r", "\"a\"\r", "\"a\"b,c\nd\n", "a\"b,c\nd\n", "x,\"a\nb\"c\nd\n", "\"a\n\nb", "\"", "\"\"", "\"\"\"",
		"a,\"b\n", " \"a\"\nb\n", "\"a\" ,b\n", "\xff,\x00\n", "\"a\n\n\"b\nc\n",
	}
}

func TestCSVTellsWhatTheLibraryTells(t *testing.T) {
	for _, text := range tricky() {
		if diff := cmp.Diff(plainly([]byte(text)), split(rows.CSV, []byte(text))); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func FuzzCSV(f *testing.F) {
	for _, text := range tricky() {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if diff := cmp.Diff(plainly(data), split(rows.CSV, data)); diff != "" {
			t.Errorf("%q: %s", data, diff)
		}
	})
}

func TestTabs(t *testing.T) {
	for _, c := range []struct {
		why, give string
		want      []record
	}{
		{"nothing", "", nil},
		{"a quote is a character like any other", "a\t\"b\nc\t\"\"\n", []record{{[]string{"a", "\"b"}, 1, ""}, {[]string{"c", "\"\""}, 2, ""}}},
		{"CRLF, and no last line end", "a\tb\r\n\r\nc", []record{{[]string{"a", "b"}, 1, ""}, {[]string{""}, 2, ""}, {[]string{"c"}, 3, ""}}},
		{"blanks at the ends are cells", "\t\n", []record{{[]string{"", ""}, 1, ""}}},
	} {
		if diff := cmp.Diff(c.want, split(rows.Tabs, []byte(c.give))); diff != "" {
			t.Errorf("%s: %s", c.why, diff)
		}
	}
}
