package casejson

import (
	"io"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// ErrNoPlace is the fault of what one side has and the other has no place for: Read
// leaves it out, Write puts it into extensions that other programs may drop.
const ErrNoPlace ksb.Fault = "no place for it"

// Read reads one package, gzipped or not. Keys that are not known are passed over;
// values of the wrong type are reported and left out, and the rest of the item or
// association stays. A document without a CFDocument is one problem that wraps
// ErrFormat.
//
// Beside the faults of [strictjson.Decode] the problems wrap ErrNoPlace, ErrKind (read
// as skills), ErrMissingID (left out), ErrMissing (an item without text; an
// association without an end, a duty or option without a role: left out),
// ErrDuplicateID (associations go to the first), ErrScale (left out) and ErrValue
// (items that are children of themselves, of which a role requires none).
func Read(r io.Reader, name string) (ksb.Framework, ksb.Problems) {
	data, problem := input.Read(r, name)
	if problem != nil {
		return ksb.Framework{}, ksb.Problems{problem}
	}
	var p cfPackage
	problems := strictjson.Decode(data, name, strictjson.Foreign, &p)
	if p.Document == nil {
		if len(problems) == 0 {
			problems.Add(ksb.Origin{File: name, Line: 1}, "CFDocument", ksb.ErrFormat, "expected a CASE package, found no CFDocument")
		}
		return ksb.Framework{}, problems
	}
	return newReader(&p, problems).framework()
}

// Write writes a framework as one package; equal frameworks give equal bytes. The
// problems wrap ErrNoPlace (see there; once for each key), ErrKind (a statement
// without one, which is read as a skill), ErrDuplicateID (two things that associations
// cannot tell apart) and ErrGate (a gate without a phase). That gate and a link without
// a relation are left out, everything else is written. The errors are those of w and of
// numbers that JSON does not have.
func Write(w io.Writer, f ksb.Framework) (ksb.Problems, error) {
	wr := newWriter(&f)
	p := wr.pack()
	return wr.problems.Sort(), strictjson.WriteDocument(w, p)
}
