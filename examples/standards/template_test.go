package main

import (
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/examples/inputs"
)

// TestTemplate: a workbook with lists to choose from; for evidence, a row for each
// statement that the role asks for.
func TestTemplate(t *testing.T) {
	for _, c := range []struct {
		kind, sheet string
		files       []string
		rows        int
	}{
		{"standard", "Statements", nil, 1},
		{"catalogue", "Courses", nil, 1},
		{"evidence", "Evidence", []string{"-role", "ST0216", sample}, 1 + 29},
	} {
		t.Run(c.kind, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "fill-in.xlsx")
			code, out, errs := call(t, "", append([]string{"-template", c.kind, "-out", file}, c.files...)...)
			require.Equal(t, inputs.Done, code, errs)
			require.Empty(t, out)
			book, err := excelize.OpenFile(file)
			require.NoError(t, err)
			defer book.Close()
			rows, err := book.GetRows(c.sheet)
			require.NoError(t, err)
			require.Len(t, rows, c.rows, "the rows of "+strconv.Quote(c.sheet))
			lists, err := book.GetDataValidations(c.sheet)
			require.NoError(t, err)
			require.NotEmpty(t, lists, "lists to choose from")
		})
	}
}

func TestTemplateCalledWrongly(t *testing.T) {
	for why, args := range map[string][]string{
		"no such kind":        {"-template", "wishes", "-out", "x.xlsx"},
		"nowhere to write":    {"-template", "standard"},
		"evidence of nothing": {"-template", "evidence", "-out", "x.xlsx"},
		"a file too many":     {"-template", "standard", "-out", "x.xlsx", sample},
		"with a conversion":   {"-template", "standard", "-out", "x.xlsx", "-to", "csv"},
	} {
		code, _, errs := call(t, "", args...)
		require.Equal(t, inputs.Misused, code, why)
		require.Contains(t, errs, "-template", why)
	}
}
