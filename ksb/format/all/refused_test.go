package all_test

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/all"
)

// A workbook that is refused is refused with its reason, not as something unknown.
func TestARefusedWorkbookSaysWhy(t *testing.T) {
	t.Parallel()
	var data bytes.Buffer
	archive := zip.NewWriter(&data)
	for _, part := range []string{"xl/workbook.xml", "xl/vbaProject.bin"} {
		entry, err := archive.Create(part)
		require.NoError(t, err)
		_, err = io.WriteString(entry, "x")
		require.NoError(t, err)
	}
	require.NoError(t, archive.Close())
	_, _, problems := all.Suite().Read(&data, "ward.xlsx")
	require.Len(t, problems, 1)
	require.ErrorIs(t, problems, ksb.ErrValue)
	require.Contains(t, problems[0].Error(), "macros")
}
