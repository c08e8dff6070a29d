package xlsx_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	"github.com/skillgap-go/skillgap/assess/render/xlsx"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
	"github.com/skillgap-go/skillgap/testdata"
)

const midsummer ksb.Date = 739797 // 2026-06-30

func sample(t testing.TB, worker string, role ksb.RoleID) *assess.Report {
	t.Helper()
	open := func(name string) *bytes.Reader {
		data, err := testdata.Files().ReadFile(name)
		require.NoError(t, err)
		return bytes.NewReader(data)
	}
	f, problems := ksbjson.Read(open("imaging/framework.json"), "")
	require.NoError(t, problems.Err())
	w, problems := workerjson.Read(open("imaging/workers/"+worker+".json"), "")
	require.NoError(t, problems.Err())
	r, err := assess.Quick(f, w, role, midsummer)
	require.NoError(t, err)
	return r
}

func everyStatus(t testing.TB) *assess.Report {
	return sample(t, "every-status", "imaging-senior-support-worker")
}

func written(t testing.TB, r *assess.Report, o xlsx.Options) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, xlsx.Write(&out, r, o))
	return out.Bytes()
}

func opened(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, book.Close()) })
	return book
}

// raw is a sheet as its cells hold it, by the name of the column, without formats.
func raw(t testing.TB, book *excelize.File, sheet string) (rows []map[string]string) {
	t.Helper()
	cells, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	for _, row := range cells[1:] {
		named := map[string]string{}
		for i, cell := range row {
			named[cells[0][i]] = cell
		}
		rows = append(rows, named)
	}
	return rows
}

func cellOf(t testing.TB, book *excelize.File, sheet, column string, row int) string {
	t.Helper()
	cells, err := book.GetRows(sheet)
	require.NoError(t, err)
	for i, name := range cells[0] {
		if name == column {
			at, err := excelize.CoordinatesToCellName(i+1, row)
			require.NoError(t, err)
			return at
		}
	}
	t.Fatalf("no column %q on %q, but %s", column, sheet, strings.Join(cells[0], ", "))
	return ""
}
