package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/skillgap-go/skillgap/examples/inputs"
)

// errChanged: somebody else wrote to the file while the scan was open.
var errChanged = errors.New("the file was changed by somebody else meanwhile; nothing of theirs was touched")

// errPacked: adding a line to a packed file would spoil it.
var errPacked = errors.New("the file is packed (gzip): unpack it before you go on")

// store keeps the file of a scan equal to what was answered.
type store struct {
	name  string
	saved []byte // what the file holds; nil: there is none
}

// save writes what has been added. It refuses where the file is not as it was left.
func (s *store) save(data []byte) error {
	if bytes.HasPrefix(s.saved, []byte{0x1f, 0x8b}) {
		return errPacked
	}
	present, err := os.ReadFile(s.name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		present = nil
	case err != nil:
		return err
	}
	if !bytes.Equal(present, s.saved) {
		return errChanged
	}
	if err := inputs.Save(s.name, func(w io.Writer) error { _, err := w.Write(data); return err }); err != nil {
		return err
	}
	s.saved = bytes.Clone(data)
	return nil
}
