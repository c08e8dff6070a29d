package table_test

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

// people is the layout of most tests.
func people() table.Layout {
	return table.Layout{{Name: "name", Key: true, Also: []string{"who"}}, {Name: "born on", Required: true}, {Name: "kind"}, {Name: "half-life"}}
}

// line is a row as a test sees it.
type line struct {
	Line int
	Name string
	Born string
	Kind string
}

// mistake is a problem without its words, which are free to change.
type mistake struct {
	Fault ksb.Fault
	Path  string
	Line  int
}

func mistakes(problems ksb.Problems) (list []mistake) {
	for _, p := range problems.Sort() {
		list = append(list, mistake{p.Fault, p.Path, p.Origin.Line})
	}
	return list
}

func open(t testing.TB, data []byte) *table.Book {
	t.Helper()
	book, problem := table.Open(bytes.NewReader(data), "f")
	require.Nil(t, problem)
	return book
}

func readAll(t testing.TB, data []byte) (lines []line, problems ksb.Problems) {
	t.Helper()
	for r := range open(t, data).Rows(people(), &problems) {
		lines = append(lines, line{r.Origin.Line, r.Text("name"), r.Text("born on"), r.Text("kind")})
	}
	return lines, problems
}

// workbook makes a workbook of one sheet, People, in which edit has written.
func workbook(t testing.TB, edit func(f *excelize.File, sheet string)) []byte {
	t.Helper()
	const sheet = "People"
	f := excelize.NewFile()
	defer f.Close()
	require.NoError(t, f.SetSheetName("Sheet1", sheet))
	set(t, f, sheet, "A1", "Name", "Born on", "Kind")
	edit(f, sheet)
	var out bytes.Buffer
	require.NoError(t, f.Write(&out))
	return out.Bytes()
}

// set writes cells side by side.
func set(t testing.TB, f *excelize.File, sheet, from string, cells ...any) {
	t.Helper()
	require.NoError(t, f.SetSheetRow(sheet, from, &cells))
}

// withPart replaces a part of a workbook.
func withPart(t testing.TB, data []byte, part string, content []byte) []byte {
	t.Helper()
	old, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, entry := range old.File {
		if entry.Name != part {
			require.NoError(t, w.Copy(entry))
		}
	}
	if content != nil {
		entry, err := w.Create(part)
		require.NoError(t, err)
		_, err = entry.Write(content)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return out.Bytes()
}

// partOf returns a part of a workbook.
func partOf(t testing.TB, data []byte, part string) []byte {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	file, err := archive.Open(part)
	require.NoError(t, err)
	content, err := io.ReadAll(file)
	require.NoError(t, err)
	return content
}

const firstSheet = "xl/worksheets/sheet1.xml"
