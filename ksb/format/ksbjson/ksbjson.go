// Package ksbjson reads and writes frameworks in the project's own format, ksb/1.
//
// What is written is read again to the byte, so weights keep all their digits:
// rounding to six decimals is for results, not for what somebody stated.
package ksbjson

import (
	"io"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

// Detect tells whether data is a document of this format, of whatever number.
func Detect(_ string, data []byte) bool {
	return strictjson.Detects(data, ksb.Format)
}

// Read reads one framework, gzipped or not. It reports every fault of the document
// with its line and path and keeps the sound parts; whether the parts fit together
// is the business of [ksb.Compile]. A document of another format, or of a greater
// number, is one problem that wraps ErrFormat.
func Read(r io.Reader, name string) (ksb.Framework, ksb.Problems) {
	var f ksb.Framework
	problems := strictjson.ReadDocument(r, name, ksb.Format, &f)
	return f, problems
}

// Write writes a framework. The only errors are those of w and a kind, phase or
// relation that has no name (ErrValue).
func Write(w io.Writer, f ksb.Framework) error {
	f.Format = ksb.Format
	return strictjson.WriteDocument(w, f)
}
