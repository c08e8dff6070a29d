package sheet_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
	"github.com/skillgap-go/skillgap/ksb/format/sheet"
	"github.com/skillgap-go/skillgap/ksb/format/table"
	"github.com/skillgap-go/skillgap/testdata"
)

func read(text string) (ksb.Framework, ksb.Problems) {
	return sheet.Read(strings.NewReader(text), "clerks.csv")
}

func imaging(t testing.TB) ksb.Framework {
	t.Helper()
	file, err := testdata.Files().Open("imaging/framework.json")
	require.NoError(t, err)
	f, problems := ksbjson.Read(file, "framework.json")
	require.NoError(t, problems.Err())
	return f
}

// writer is one of the two ways to write.
type writer func(io.Writer, ksb.Framework) (ksb.Problems, error)

func written(t testing.TB, write writer, f ksb.Framework) ([]byte, ksb.Problems) {
	t.Helper()
	var out bytes.Buffer
	lost, err := write(&out, f)
	require.NoError(t, err)
	return out.Bytes(), lost
}

// book makes a workbook of pages: a name, a header and rows of texts each.
func book(t testing.TB, pages map[string][][]string, order ...string) []byte {
	t.Helper()
	var list []table.Page
	for _, name := range order {
		p := table.Page{Name: name}
		for i, row := range pages[name] {
			var cells []any
			for _, cell := range row {
				if i == 0 {
					p.Columns = append(p.Columns, table.Head{Name: cell})
				}
				cells = append(cells, cell)
			}
			if i > 0 {
				p.Rows = append(p.Rows, cells)
			}
		}
		list = append(list, p)
	}
	var out bytes.Buffer
	require.NoError(t, table.WriteWorkbook(&out, nil, list...))
	return out.Bytes()
}

// mistake is a problem without its words, which are free to change.
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
