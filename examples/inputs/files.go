// Package inputs is what the example programs share: it reads what their flags name, in
// any format that this project understands, finds the role that is meant, and puts the
// answer where the flags say, in the form that they say.
//
// Everything that is wrong with an input comes back as problems, all at once, to be
// printed; an error says that the program cannot go on.
package inputs

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// ErrInput is returned for an input that was named and cannot be used.
var ErrInput = errors.New("an input could not be read")

// ErrUnclear is returned where the caller must say more: which worker, which role.
var ErrUnclear = errors.New("not clear")

// ErrMisused is returned for flags that do not fit what the inputs hold.
var ErrMisused = errors.New("called wrongly")

// Files finds the bytes behind the names of inputs; "-" is standard input.
type Files struct {
	Stdin    io.Reader
	Embedded fs.FS     // nil: names are paths of the file system
	Stderr   io.Writer // shows how far reading has come, if it is a terminal; nil: nothing does
}

// Read returns the bytes of an input, unpacked; those of a workbook as they are.
func (f Files) Read(name string) ([]byte, *ksb.Problem) {
	file, problem := f.open(name)
	if problem != nil {
		return nil, problem
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, input.Limit+1))
	switch {
	case err != nil:
		return nil, unreadable(name, err)
	case table.IsWorkbook(raw):
		return raw, nil // no text, and yet understood
	}
	return input.Read(bytes.NewReader(raw), name)
}

func (f Files) open(name string) (io.ReadCloser, *ksb.Problem) {
	var file io.ReadCloser
	var err error
	switch {
	case name == "-":
		file = io.NopCloser(f.Stdin)
	case f.Embedded != nil:
		file, err = f.Embedded.Open(name)
	default:
		file, err = os.Open(name)
	}
	if err != nil {
		return nil, unreadable(name, err)
	}
	return file, nil
}

func unreadable(name string, err error) *ksb.Problem {
	return &ksb.Problem{Fault: ksb.ErrRead, Detail: err.Error(), Origin: ksb.Origin{File: name}}
}
