package moodle

import (
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/rows"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// ErrNoPlace: columns hold something that a framework has no place for.
const ErrNoPlace = rows.ErrNoPlace

// Detect tells whether data is a table with the columns of a competency framework. The
// name does not matter.
func Detect(_ string, data []byte) bool {
	_, _, found := sniff(data)
	return found
}

// Read reads one framework, gzipped or not. It reports every fault with its line and
// keeps the sound rows; whether the parts fit together is the business of
// [ksb.Compile], which also reports ID numbers that stand twice. Nothing is returned
// where nothing can be named: no framework row, several, or one without an ID number.
//
// Beside the faults of [input.Read] the problems wrap ErrFormat (not such a table),
// ErrSyntax (a row or a scale configuration that cannot be read), ErrUnknownKey and
// ErrDuplicateKey (columns), ErrMissing, ErrMissingID, ErrDuplicateID (frameworks),
// ErrUnknownStatement (parents and cross-references), ErrRing, ErrLevel, ErrValue and
// ErrKind and ErrNoPlace (see the package comment).
func Read(r io.Reader, name string) (ksb.Framework, ksb.Problems) {
	data, problem := input.Read(r, name)
	if problem != nil {
		return ksb.Framework{}, ksb.Problems{problem}
	}
	delimiter, header, found := sniff(data)
	if !found {
		var problems ksb.Problems
		problems.Add(ksb.Origin{File: name, Line: 1}, "", ksb.ErrFormat, "expected a table with the columns %s", strings.Join(headers(), ", "))
		return ksb.Framework{}, problems
	}
	table, problems := readRows(data, name, delimiter, header)
	b := &builder{file: name, problems: problems, scales: map[ksb.ScaleID]bool{}}
	f := b.build(table)
	return f, b.problems.Sort()
}
