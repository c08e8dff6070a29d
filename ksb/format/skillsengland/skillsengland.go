package skillsengland

import (
	"io"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// Detect tells whether data, a whole document, holds standards of the API or an
// occupation page, as text or as saved. The name does not matter.
func Detect(_ string, data []byte) bool { return isAPI(data) || isMarkup(data) || isPage(data) }

// Read reads the standards of the API or one occupation page, whichever it is, gzipped
// or not. Anything else is one problem that wraps ErrFormat. For what else can be wrong
// see [ReadAPI], [ReadPage] and [ReadHTML].
func Read(r io.Reader, name string) (ksb.Framework, ksb.Problems) {
	data, problem := input.Read(r, name)
	switch {
	case problem != nil:
		return ksb.Framework{}, ksb.Problems{problem}
	case isAPI(data):
		return readAPI(data, name)
	case isMarkup(data):
		return readMarkup(data, name)
	case isPage(data):
		return readPage(data, name)
	}
	return ksb.Framework{}, notOurs(name, "expected standards of the Skills England API or the text of an occupation page")
}

// notOurs is the one problem of a document that is something else.
func notOurs(name, detail string) (problems ksb.Problems) {
	problems.Add(ksb.Origin{File: name, Line: 1}, "", ksb.ErrFormat, "%s", detail)
	return problems
}

// framework is what both kinds of source start from.
func framework() ksb.Framework {
	return ksb.Framework{Format: ksb.Format, ID: "skills-england", Title: "Skills England occupational standards", Jurisdiction: "England"}
}
