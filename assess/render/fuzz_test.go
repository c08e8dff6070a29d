package render_test

import (
	"bytes"
	"encoding/csv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb/format/cell"
)

// FuzzWriters: whatever the texts of a report hold, a page keeps its frame, a text its
// width, a Markdown table its columns, and a spreadsheet works nothing out.
func FuzzWriters(f *testing.F) {
	for _, text := range hostileTexts() {
		f.Add(text)
	}
	f.Add(`<script>alert(1)</script>`)
	f.Add(`" onload="x`)
	f.Add("\u2068\u2069\u2069<b>")
	f.Add("=1+1")
	f.Add("1. | - #")
	f.Fuzz(func(t *testing.T, text string) {
		r := hostile(text)
		page := asHTML(t, r, linked())
		requireHTML(t, page)
		require.Zero(t, frameOf(t, page).elements["script"])
		requirePage(t, asText(t, r))
		requireMarkdown(t, asMarkdown(t, r))
		var out bytes.Buffer
		require.NoError(t, render.CSV(&out, r))
		rows, err := csv.NewReader(&out).ReadAll()
		require.NoError(t, err)
		for _, row := range rows {
			for _, c := range row {
				require.False(t, cell.Formula(c), "%q", c)
			}
		}
	})
}
