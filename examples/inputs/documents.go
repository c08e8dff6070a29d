package inputs

import (
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"github.com/skillgap-go/skillgap/examples/progress"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format"
	"github.com/skillgap-go/skillgap/ksb/format/all"
)

// Documents reads the documents in files, directories and zip archives, one after the
// other. A file that cannot be opened is a document with a problem.
func (f Files) Documents(names ...string) iter.Seq[format.Document] {
	return func(yield func(format.Document) bool) {
		bar := f.reading(names)
		defer bar.Close()
		for _, name := range names {
			for d := range f.documents(name, bar) {
				if !yield(d) {
					return
				}
			}
		}
	}
}

func (f Files) documents(name string, bar io.Writer) iter.Seq[format.Document] {
	if f.Embedded == nil && isDir(name) {
		return all.Suite().Documents(watched{os.DirFS(name), bar})
	}
	return func(yield func(format.Document) bool) {
		file, problem := f.open(name)
		if problem != nil {
			yield(format.Document{Name: name, Problems: ksb.Problems{problem}})
			return
		}
		defer file.Close()
		all.Suite().Each(io.TeeReader(file, bar), name)(yield)
	}
}

// Frameworks reads standards out of files, directories and zip archives: each document
// that has anything in it.
func (f Files) Frameworks(names ...string) (list []ksb.Framework, problems ksb.Problems) {
	for d := range f.Documents(names...) {
		problems = append(problems, d.Problems...)
		if f := d.Framework; f.ID != "" || len(f.Statements)+len(f.Roles)+len(f.Links)+len(f.Related) > 0 {
			list = append(list, f)
		}
	}
	return list, problems.Sort()
}

// Standards are the frameworks, compiled.
func (f Files) Standards(names ...string) (*ksb.Index, ksb.Problems) {
	list, problems := f.Frameworks(names...)
	index, faults := ksb.Compile(list...)
	return index, append(problems, faults...)
}

// reading counts the bytes that have been read. A single file is read in one go, and
// then worked on for long, so that its bytes would say nothing.
func (f Files) reading(names []string) *progress.Bar {
	if len(names) == 1 && !isDir(names[0]) {
		return progress.Spin(f.Stderr, "reading")
	}
	return progress.Bytes(f.Stderr, "reading", sizes(names))
}

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// sizes sums files and directories up; what cannot be read adds nothing and is a problem
// later.
func sizes(names []string) (total int64) {
	for _, name := range names {
		_ = filepath.WalkDir(name, func(_ string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil
			}
			if info, err := d.Info(); err == nil {
				total += info.Size()
			}
			return nil
		})
	}
	return total
}

// watched is a file system that tells a bar of every byte that is read from it.
type watched struct {
	fs.FS
	bar io.Writer
}

func (w watched) Open(name string) (fs.File, error) {
	file, err := w.FS.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := file.Stat(); err == nil && info.IsDir() {
		return file, nil
	}
	return watchedFile{file, w.bar}, nil
}

type watchedFile struct {
	fs.File
	bar io.Writer
}

func (f watchedFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	_, _ = f.bar.Write(p[:n])
	return n, err
}
