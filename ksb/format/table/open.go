package table

import (
	"bytes"
	"cmp"
	"io"
	"io/fs"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// Open reads a document, gzipped or not; name is for problems and origins. A problem
// means that there is no Book; it wraps ErrRead, ErrTooLarge, ErrTooDeep, ErrEncoding or
// ErrFormat, or ErrValue for a workbook that holds what nobody should open: see the
// package comment.
func Open(r io.Reader, name string) (*Book, *ksb.Problem) {
	return OpenWithin(r, name, input.Limits{})
}

// OpenWithin is Open with limits of the caller's own.
func OpenWithin(r io.Reader, name string, l input.Limits) (*Book, *ksb.Problem) {
	data, problem := input.Unpack(r, name, l)
	if problem != nil {
		return nil, problem
	}
	switch {
	case bytes.HasPrefix(data, []byte(archive)):
		return openWorkbook(data, name, l)
	case bytes.HasPrefix(data, []byte(oldWorkbook)):
		return nil, wrong(name, ksb.ErrFormat, "a workbook of the older .xls, or one with a password: save it as .xlsx without a password")
	}
	text, problem := input.Text(data, name)
	switch {
	case problem != nil:
		return nil, problem
	case isMarkup(text):
		return nil, wrong(name, ksb.ErrFormat, "a web page or other markup, whatever it is called: save the table as .xlsx or as CSV")
	}
	return &Book{File: name, Sheets: []*Sheet{{file: name, records: csvRecords(text)}}}, nil
}

// The first bytes of an archive and of a compound document.
const (
	archive     = "PK\x03\x04"
	oldWorkbook = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
)

// isMarkup: some programs save a web page under the name of a workbook.
func isMarkup(text []byte) bool {
	start := bytes.ToLower(bytes.TrimSpace(text[:min(len(text), 256)]))
	for _, tag := range []string{"<!doctype", "<html", "<?xml", "<table", "<svg"} {
		if bytes.HasPrefix(start, []byte(tag)) {
			return true
		}
	}
	return false
}

func openWorkbook(data []byte, name string, l input.Limits) (*Book, *ksb.Problem) {
	if problem := input.Archive(data, name, l); problem != nil {
		return nil, problem
	}
	entries, problem := format.OpenZip(bytes.NewReader(data), int64(len(data)), name, format.Limits{Bytes: cmp.Or(l.Bytes, input.Limit)})
	switch {
	case problem != nil:
		return nil, problem
	case holdsOpenDocument(entries):
		return nil, wrong(name, ksb.ErrFormat, "an OpenDocument sheet: save it as .xlsx or as CSV")
	case !holdsWorkbook(entries):
		return nil, wrong(name, ksb.ErrFormat, "an archive that holds no .xlsx workbook: save the sheet as .xlsx or as CSV")
	}
	return readWorkbook(data, entries, name)
}

// IsWorkbook tells whether data is a whole .xlsx workbook.
func IsWorkbook(data []byte) bool {
	if !bytes.HasPrefix(data, []byte(archive)) {
		return false
	}
	entries, problem := format.OpenZip(bytes.NewReader(data), int64(len(data)), "", format.Limits{Bytes: input.Limit})
	return problem == nil && holdsWorkbook(entries)
}

func holdsWorkbook(entries fs.FS) bool {
	_, err := fs.Stat(entries, "xl/workbook.xml")
	return err == nil
}

func holdsOpenDocument(entries fs.FS) bool {
	kind, err := fs.ReadFile(entries, "mimetype")
	return err == nil && bytes.HasPrefix(kind, []byte("application/vnd.oasis.opendocument"))
}

func wrong(name string, fault ksb.Fault, detail string) *ksb.Problem {
	return &ksb.Problem{Fault: fault, Detail: detail, Origin: ksb.Origin{File: name}}
}
