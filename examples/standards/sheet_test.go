package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/examples/inputs"
)

// TestConvertToSheets: a workbook carries everything there and back again; of one table
// everything that it has no place for is told.
func TestConvertToSheets(t *testing.T) {
	data, err := os.ReadFile(sample)
	require.NoError(t, err)
	book := filepath.Join(t.TempDir(), "imaging.xlsx")
	code, out, errs := call(t, "", "-to", "xlsx", "-out", book, sample)
	require.Equal(t, inputs.Done, code, errs)
	require.Empty(t, out+errs, "nothing is lost")
	code, back, errs := call(t, "", "-to", "ksbjson", book)
	require.Equal(t, inputs.Done, code, errs)
	require.Equal(t, string(data), back)

	one := filepath.Join(t.TempDir(), "imaging.csv")
	code, _, errs = call(t, "", "-to", "csv", "-out", one, sample)
	require.Equal(t, inputs.Done, code)
	for _, part := range []string{"gates[", "options[", "duties[D1].text", "links: ", "groups["} {
		require.Contains(t, errs, part)
	}
	code, out, errs = call(t, "", one)
	require.Equal(t, inputs.Done, code, errs)
	require.Contains(t, out, "sheet")
}

// TestWorkbookFromStandardInput: a workbook is one document, and no archive of many.
func TestWorkbookFromStandardInput(t *testing.T) {
	code, book, errs := call(t, "", "-to", "xlsx", sample)
	require.Equal(t, inputs.Done, code, errs)
	code, out, errs := call(t, book, "-")
	require.Equal(t, inputs.Done, code, errs)
	require.Contains(t, out, "sheet           -")
}
