package all

import (
	"bytes"
	"io"
	"iter"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format"
	"github.com/skillgap-go/skillgap/ksb/format/table"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// Each reads what is in r with the formats of [Suite], as [format.Suite.Each] does. A
// workbook, which is a zip archive to those who cannot read it, is one document.
func Each(r io.Reader, name string) iter.Seq[format.Document] {
	return func(yield func(format.Document) bool) {
		data, err := io.ReadAll(io.LimitReader(r, input.Limit+1))
		switch {
		case err != nil:
			yield(format.Document{Name: name, Problems: ksb.Problems{{Fault: ksb.ErrRead, Detail: err.Error(), Origin: ksb.Origin{File: name}}}})
		case table.IsWorkbook(data):
			f, found, problems := Suite().Read(bytes.NewReader(data), name)
			yield(format.Document{Name: name, Format: found, Framework: f, Problems: problems})
		default:
			Suite().Each(bytes.NewReader(data), name)(yield)
		}
	}
}
