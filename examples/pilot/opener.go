package main

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
)

// opener finds the bytes behind the name of an input, and the files of a folder.
type opener struct{ inputs.Files }

func unread(name string, err error) *ksb.Problem {
	return &ksb.Problem{Fault: ksb.ErrRead, Detail: err.Error(), Origin: ksb.Origin{File: name}}
}

func (f *opener) isDir(name string) bool {
	if f.Embedded != nil {
		info, err := fs.Stat(f.Embedded, name)
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
	if f.Embedded != nil {
		list, join = func(name string) ([]fs.DirEntry, error) { return fs.ReadDir(f.Embedded, name) }, path.Join
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
