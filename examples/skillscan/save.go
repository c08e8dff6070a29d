package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// errChanged: somebody else wrote to the file while the scan was open.
var errChanged = errors.New("the file was changed by somebody else meanwhile; nothing of theirs was touched")

// errPacked: adding a line to a packed file would spoil it.
var errPacked = errors.New("the file is packed (gzip): unpack it before you go on")

// replace writes a file beside the one of that name, whole, and puts it in its place:
// whoever looks finds the old content or the new.
func replace(name string, data []byte) error {
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	err = errors.Join(err, keepMode(file, name), file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), name)
	}
	if err != nil {
		_ = os.Remove(file.Name())
	}
	return err
}

// keepMode gives a new version the permissions of the old one. A new file is for its
// owner alone: it is about a person.
func keepMode(file *os.File, name string) error {
	if info, err := os.Stat(name); err == nil {
		return file.Chmod(info.Mode().Perm())
	}
	return nil
}

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
	if err := replace(s.name, data); err != nil {
		return err
	}
	s.saved = bytes.Clone(data)
	return nil
}
