// Package input turns what a user hands over into bytes that a reader can trust:
// unpacked, within a size, without a byte order mark, valid UTF-8. Every reader of
// the project starts here, so that gzip, size limits and encodings are understood
// once.
//
// [Read] is for readers. [Upload] is for programs that take files from others, such as a
// page in a browser: it refuses what is too large before anything is unpacked, and
// archives that unpack to far more than they are. What it returns any reader takes.
package input

import (
	"bytes"
	"io"
	"io/fs"
	"math"
	"unicode/utf8"

	"github.com/skillgap-go/skillgap/ksb"
)

// Read returns the bytes of r, unpacked if they are gzipped. A problem means that
// there are none; it wraps ErrRead, ErrTooLarge or ErrEncoding and names the line
// where there is one.
func Read(r io.Reader, name string) ([]byte, *ksb.Problem) { return ReadWithin(r, name, Limits{}) }

// ReadFile is Read for a file of fsys.
func ReadFile(fsys fs.FS, name string) ([]byte, *ksb.Problem) {
	file, err := fsys.Open(name)
	if err != nil {
		return nil, problem(name, 0, ksb.ErrRead, err.Error())
	}
	defer file.Close()
	return Read(file, name)
}

// ReadLimited is Read with a limit of the caller's own, in bytes.
func ReadLimited(r io.Reader, name string, limit int64) ([]byte, *ksb.Problem) {
	data, problem := unpacked(r, name, limit, Limits{}.ratio())
	if problem != nil {
		return nil, problem
	}
	return Text(data, name)
}

// ReadWithin is Read with limits of the caller's own.
func ReadWithin(r io.Reader, name string, l Limits) ([]byte, *ksb.Problem) {
	data, problem := Unpack(r, name, l)
	if problem != nil {
		return nil, problem
	}
	return Text(data, name)
}

// Unpack returns the bytes of r, unpacked if they are gzipped, text or not. A problem
// means that there are none; it wraps ErrRead or ErrTooLarge.
func Unpack(r io.Reader, name string, l Limits) ([]byte, *ksb.Problem) {
	return unpacked(r, name, l.bytes(), l.ratio())
}

func unpacked(r io.Reader, name string, limit, ratio int64) ([]byte, *ksb.Problem) {
	expected := size(r) // before anything is read
	inner, err := unpack(r, ratio)
	if err != nil {
		return nil, problem(name, 0, ksb.ErrRead, err.Error())
	}
	var room bytes.Buffer
	room.Grow(int(max(min(expected, limit, Limit), 0)) + bytes.MinRead)
	_, err = room.ReadFrom(io.LimitReader(inner, min(limit, math.MaxInt64-1)+1))
	return within(room.Bytes(), name, limit, err)
}

// size is how many bytes r has to give, packed or not; 0 where it does not know.
func size(r io.Reader) int64 {
	switch known := r.(type) {
	case interface{ Len() int }:
		return int64(known.Len())
	case interface{ Stat() (fs.FileInfo, error) }:
		if info, err := known.Stat(); err == nil {
			return max(info.Size(), 0)
		}
	}
	return 0
}

// Text checks that data is UTF-8 with something in it, and takes the byte order mark
// off. A problem wraps ErrRead or ErrEncoding; what is known for a file of another kind
// is named.
func Text(data []byte, name string) ([]byte, *ksb.Problem) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	switch kind := kindOf(data); {
	case len(bytes.TrimSpace(data)) == 0:
		return nil, problem(name, 0, ksb.ErrRead, "there is nothing in it")
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return nil, problem(name, 1, ksb.ErrEncoding, "UTF-16: save it as UTF-8")
	case utf8.Valid(data):
		return data, nil
	case kind != "":
		return nil, problem(name, 1, ksb.ErrEncoding, "this is "+kind+", whatever it is called")
	}
	return nil, problem(name, 1+bytes.Count(data[:firstInvalid(data)], []byte("\n")), ksb.ErrEncoding, "a byte that is not UTF-8: save it as UTF-8")
}

func firstInvalid(data []byte) int {
	for at := 0; at < len(data); {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			return at
		}
		at += n
	}
	return len(data)
}

func problem(name string, line int, fault ksb.Fault, detail string) *ksb.Problem {
	return &ksb.Problem{Fault: fault, Detail: detail, Origin: ksb.Origin{File: name, Line: line}}
}
