package rows

import (
	"cmp"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// Row is one row of a table.
type Row struct {
	*Table
	cells []string
	At    ksb.Origin // the line that it begins on
}

// Text is the cell of the first of the columns that the table has, trimmed; "" where it
// has none of them, and where the cell holds nothing. Columns are named in small letters.
func (r Row) Text(columns ...string) string {
	for _, c := range columns {
		at, there := r.at[c]
		if !there {
			continue
		}
		r.wanted[at] = true
		text := strings.TrimSpace(r.cells[at])
		if text == r.Nothing {
			return ""
		}
		return text
	}
	return ""
}

// Fault reports what is wrong in the row; path says where in the framework.
func (r Row) Fault(path string, fault ksb.Fault, detail string, args ...any) {
	r.problems.Add(r.At, path, fault, detail, args...)
}

// Compare orders places by file and line, as bytes and as numbers.
func Compare(a, b ksb.Origin) int {
	if order := strings.Compare(a.File, b.File); order != 0 {
		return order
	}
	return cmp.Compare(a.Line, b.Line)
}
