package main

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/all"
	"github.com/skillgap-go/skillgap/ksb/format/table"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// opener finds the bytes behind the name of an input.
type opener struct {
	stdin    io.Reader
	embedded fs.FS // nil: names are paths of the file system
}

func (f *opener) read(name string) ([]byte, *ksb.Problem) {
	file, problem := f.open(name)
	if problem != nil {
		return nil, problem
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, input.Limit+1))
	switch {
	case err != nil:
		return nil, unread(name, err)
	case table.IsWorkbook(raw):
		return raw, nil // no text, and yet understood
	}
	return input.Read(bytes.NewReader(raw), name)
}

func unread(name string, err error) *ksb.Problem {
	return &ksb.Problem{Fault: ksb.ErrRead, Detail: err.Error(), Origin: ksb.Origin{File: name}}
}

func (f *opener) open(name string) (io.ReadCloser, *ksb.Problem) {
	var file io.ReadCloser
	var err error
	switch {
	case name == "-":
		file = io.NopCloser(f.stdin)
	case f.embedded != nil:
		file, err = f.embedded.Open(name)
	default:
		file, err = os.Open(name)
	}
	if err != nil {
		return nil, unread(name, err)
	}
	return file, nil
}

func (f *opener) isDir(name string) bool {
	if f.embedded != nil {
		info, err := fs.Stat(f.embedded, name)
		return err == nil && info.IsDir()
	}
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// files are the files of a directory that are not hidden, in order of their names; of a
// name that is no directory it is that.
func (f *opener) files(name string) ([]string, *ksb.Problem) {
	if !f.isDir(name) {
		return []string{name}, nil
	}
	list, join := os.ReadDir, filepath.Join
	if f.embedded != nil {
		list, join = func(name string) ([]fs.DirEntry, error) { return fs.ReadDir(f.embedded, name) }, path.Join
	}
	entries, err := list(name)
	if err != nil {
		return nil, unread(name, err)
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, join(name, e.Name()))
		}
	}
	return names, nil
}

// frameworks reads a file, a directory or a zip archive.
func (f *opener) frameworks(name string) ([]ksb.Framework, ksb.Problems) {
	if f.embedded == nil && f.isDir(name) {
		return all.Suite().ReadFS(os.DirFS(name))
	}
	file, problem := f.open(name)
	if problem != nil {
		return nil, ksb.Problems{problem}
	}
	defer file.Close()
	return documents(file, name)
}
