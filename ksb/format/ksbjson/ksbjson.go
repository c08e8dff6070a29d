// Package ksbjson reads and writes frameworks in the project's own format, ksb/1.
//
// What is written is read again to the byte, so weights keep all their digits:
// rounding to six decimals is for results, not for what somebody stated.
package ksbjson

import (
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/input"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

// Detect tells whether data is a document of this format, of whatever number.
func Detect(_ string, data []byte) bool {
	return strings.HasPrefix(strictjson.Header(data), "ksb/")
}

// Read reads one framework, gzipped or not. It reports every fault of the document
// with its line and path and keeps the sound parts; whether the parts fit together
// is the business of [ksb.Compile]. A document of another format, or of a greater
// number, is one problem that wraps ErrFormat.
func Read(r io.Reader, name string) (ksb.Framework, ksb.Problems) {
	data, problem := input.Read(r, name)
	if problem != nil {
		return ksb.Framework{}, ksb.Problems{problem}
	}
	if problem := strictjson.CheckFormat(data, name, ksb.Format); problem != nil {
		return ksb.Framework{}, ksb.Problems{problem}
	}
	var f ksb.Framework
	problems := strictjson.Decode(data, name, strictjson.Strict, &f)
	return f, problems
}

// Write writes a framework. The only errors are those of w and a kind, phase or
// relation that has no name (ErrValue).
func Write(w io.Writer, f ksb.Framework) error {
	f.Format = ksb.Format
	data, err := strictjson.Encode(f)
	if err == nil {
		_, err = w.Write(data)
	}
	return err
}
