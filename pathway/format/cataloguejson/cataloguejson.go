// Package cataloguejson reads and writes catalogues of training in the project's own
// format, catalogue/1.
//
// What is written is read again to the byte.
package cataloguejson

import (
	"io"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/pathway"
)

// Detect tells whether data is a document of this format, of whatever number.
func Detect(_ string, data []byte) bool {
	return strictjson.Detects(data, pathway.CatalogueFormat)
}

// Read reads one catalogue, gzipped or not. It reports every fault of the document
// with its line and path and keeps the sound parts; whether the parts fit together is
// the business of [pathway.NewPlanner]. A document of another format, or of a greater
// number, is one problem that wraps ErrFormat.
func Read(r io.Reader, name string) (pathway.Catalogue, ksb.Problems) {
	var c pathway.Catalogue
	problems := strictjson.ReadDocument(r, name, pathway.CatalogueFormat, &c)
	return c, problems
}

// Write writes a catalogue. The only errors are those of w and a delivery or a kind of
// evidence that has no name (ErrValue).
func Write(w io.Writer, c pathway.Catalogue) error {
	c.Format = pathway.CatalogueFormat
	return strictjson.WriteDocument(w, c)
}
