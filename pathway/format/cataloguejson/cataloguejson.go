// Package cataloguejson reads and writes catalogues of training in the project's own
// format, catalogue/1.
//
// What is written is read again to the byte.
package cataloguejson

import (
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/input"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/pathway"
)

// Detect tells whether data is a document of this format, of whatever number.
func Detect(_ string, data []byte) bool {
	return strings.HasPrefix(strictjson.Header(data), "catalogue/")
}

// Read reads one catalogue, gzipped or not. It reports every fault of the document
// with its line and path and keeps the sound parts; whether the parts fit together is
// the business of [pathway.NewPlanner]. A document of another format, or of a greater
// number, is one problem that wraps ErrFormat.
func Read(r io.Reader, name string) (pathway.Catalogue, ksb.Problems) {
	data, problem := input.Read(r, name)
	if problem != nil {
		return pathway.Catalogue{}, ksb.Problems{problem}
	}
	if problem := strictjson.CheckFormat(data, name, pathway.CatalogueFormat); problem != nil {
		return pathway.Catalogue{}, ksb.Problems{problem}
	}
	var c pathway.Catalogue
	problems := strictjson.Decode(data, name, strictjson.Strict, &c)
	return c, problems
}

// Write writes a catalogue. The only errors are those of w and a delivery or a kind of
// evidence that has no name (ErrValue).
func Write(w io.Writer, c pathway.Catalogue) error {
	c.Format = pathway.CatalogueFormat
	data, err := strictjson.Encode(c)
	if err == nil {
		_, err = w.Write(data)
	}
	return err
}
