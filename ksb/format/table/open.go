package table

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// Open reads a document, gzipped or not; name is for problems and origins. A problem
// means that there is no Book; it wraps ErrRead, ErrTooLarge, ErrEncoding or ErrFormat.
func Open(r io.Reader, name string) (*Book, *ksb.Problem) {
	unpacked, err := unpack(r)
	if err != nil {
		return nil, wrong(name, ksb.ErrRead, err.Error())
	}
	start, _ := unpacked.Peek(len(oldWorkbook)) // input.Read meets the same error
	switch {
	case bytes.HasPrefix(start, []byte(archive)):
		return openWorkbook(unpacked, name)
	case string(start) == oldWorkbook:
		return nil, wrong(name, ksb.ErrFormat, "a workbook of the older .xls, or one with a password: save it as .xlsx without a password")
	}
	data, problem := input.Read(unpacked, name)
	if problem != nil {
		return nil, problem
	}
	return &Book{File: name, Sheets: []*Sheet{{file: name, records: csvRecords(data)}}}, nil
}

// The first bytes of an archive, of a compound document and of gzip.
const (
	archive     = "PK\x03\x04"
	oldWorkbook = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	packed      = "\x1f\x8b"
)

func unpack(r io.Reader) (*bufio.Reader, error) {
	buffered := bufio.NewReader(r)
	if start, _ := buffered.Peek(len(packed)); string(start) != packed {
		return buffered, nil
	}
	unpacked, err := gzip.NewReader(buffered)
	if err != nil {
		return nil, err
	}
	return bufio.NewReader(unpacked), nil
}

func openWorkbook(r io.Reader, name string) (*Book, *ksb.Problem) {
	data, err := io.ReadAll(io.LimitReader(r, input.Limit+1))
	switch {
	case err != nil:
		return nil, wrong(name, ksb.ErrRead, err.Error())
	case len(data) > input.Limit:
		return nil, wrong(name, ksb.ErrTooLarge, "a workbook has at most 256 MiB")
	}
	entries, problem := format.OpenZip(bytes.NewReader(data), int64(len(data)), name, format.Limits{Bytes: input.Limit})
	if problem != nil {
		return nil, problem
	}
	if !holdsWorkbook(entries) {
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

func wrong(name string, fault ksb.Fault, detail string) *ksb.Problem {
	return &ksb.Problem{Fault: fault, Detail: detail, Origin: ksb.Origin{File: name}}
}
