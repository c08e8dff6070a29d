// Package input turns what a user hands over into bytes that a reader can trust:
// unpacked, within a size, without a byte order mark, valid UTF-8. Every reader of
// the project starts here, so that gzip, size limits and encodings are understood
// once.
package input

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"unicode/utf8"

	"github.com/skillgap-go/skillgap/ksb"
)

// Limit is the most bytes that one document may have, unpacked: 256 MiB.
const Limit = 256 << 20

// Read returns the bytes of r, unpacked if they are gzipped. A problem means that
// there are none; it wraps ErrRead, ErrTooLarge or ErrEncoding and names the line
// where there is one.
func Read(r io.Reader, name string) ([]byte, *ksb.Problem) { return ReadLimited(r, name, Limit) }

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
	expected := size(r) // before anything is read
	unpacked, err := unpack(r)
	if err != nil {
		return nil, problem(name, 0, ksb.ErrRead, err.Error())
	}
	var room bytes.Buffer
	room.Grow(int(max(min(expected, limit, Limit), 0)) + bytes.MinRead)
	_, err = room.ReadFrom(io.LimitReader(unpacked, min(limit, math.MaxInt64-1)+1))
	data := room.Bytes()
	switch {
	case err != nil:
		return nil, problem(name, 0, ksb.ErrRead, err.Error())
	case int64(len(data)) > limit:
		return nil, problem(name, 0, ksb.ErrTooLarge, fmt.Sprintf("more than the limit of %d bytes", limit))
	}
	return text(data, name)
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

func unpack(r io.Reader) (io.Reader, error) {
	buffered := bufio.NewReader(r)
	magic, err := buffered.Peek(2)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		return gzip.NewReader(buffered)
	}
	return buffered, nil
}

// text checks the encoding and takes the byte order mark off.
func text(data []byte, name string) ([]byte, *ksb.Problem) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return nil, problem(name, 0, ksb.ErrRead, "there is nothing in it")
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}), bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return nil, problem(name, 1, ksb.ErrEncoding, "UTF-16: save it as UTF-8")
	case !utf8.Valid(data):
		return nil, problem(name, 1+bytes.Count(data[:firstInvalid(data)], []byte("\n")), ksb.ErrEncoding, "a byte that is not UTF-8: save it as UTF-8")
	}
	return data, nil
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
