package format

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// TreeLimit is the most bytes, unpacked, that the documents of one tree may have
// together: 2 GiB. It stops archives that are small and unpack without end.
const TreeLimit = 2 << 30

// ReadFS returns a framework for each document of a tree that has anything in it, in
// the order of [Suite.Documents], and all problems, sorted.
func (s Suite) ReadFS(fsys fs.FS) (frameworks []ksb.Framework, problems ksb.Problems) {
	for d := range s.Documents(fsys) {
		problems = append(problems, d.Problems...)
		if f := d.Framework; f.ID != "" || len(f.Statements)+len(f.Roles) > 0 {
			frameworks = append(frameworks, f)
		}
	}
	return frameworks, problems.Sort()
}

// Documents reads every regular file of a tree, in the natural order of their paths
// ("a2.json" before "a10.json"). Files and folders whose name starts with a dot are
// passed over. A link is not followed, since it may lead out of the tree: it is a problem.
//
// A format of several files ([Format.DetectFS]) is offered the files of each folder
// first; those that it picks become one document, in the place of the first of them.
// The others are read one by one.
//
// A file that cannot be read or that no format detects is a document with a problem,
// and the rest is read; only beyond TreeLimit the reading stops, which is a problem, too
// (ErrTooLarge). To print what is there:
//
//	for d := range suite.Documents(os.DirFS(path)) {
//		fmt.Println(d.Name, d.Format, len(d.Framework.Roles))
//	}
func (s Suite) Documents(fsys fs.FS) iter.Seq[Document] { return s.documents(fsys, TreeLimit) }

// Each reads what is in r: the one document that it is, or the documents of a zip archive
// (see [OpenZip]) that no format of the suite takes for a document.
func (s Suite) Each(r io.Reader, name string) iter.Seq[Document] {
	return func(yield func(Document) bool) {
		buffered := bufio.NewReader(r)
		if magic, _ := buffered.Peek(4); string(magic) != "PK\x03\x04" {
			yield(s.read(buffered, name))
			return
		}
		data, err := io.ReadAll(io.LimitReader(buffered, input.Limit+1))
		if err != nil {
			yield(failed(&ksb.Problem{Fault: ksb.ErrRead, Detail: err.Error(), Origin: ksb.Origin{File: name}}, 0))
			return
		}
		if len(data) > input.Limit {
			yield(failed(&ksb.Problem{Fault: ksb.ErrTooLarge, Detail: fmt.Sprintf("an archive of more than %d bytes", input.Limit), Origin: ksb.Origin{File: name}}, 0))
			return
		}
		if d := s.read(bytes.NewReader(data), name); d.Format != "" {
			yield(d) // a workbook is a zip archive, too
			return
		}
		tree, problem := OpenZip(bytes.NewReader(data), int64(len(data)), name, Limits{})
		if problem != nil {
			yield(failed(problem, len(data)))
			return
		}
		s.Documents(tree)(yield)
	}
}

func (s Suite) documents(fsys fs.FS, limit int64) iter.Seq[Document] {
	return func(yield func(Document) bool) {
		paths, problems := files(fsys)
		if len(problems) > 0 && !yield(Document{Name: problems[0].Origin.File, Problems: problems}) {
			return
		}
		sets := s.dataSets(paths)
		for _, path := range paths {
			d := s.readPath(fsys, path, sets[path], limit)
			if limit -= d.bytes; limit < 0 {
				yield(failed(&ksb.Problem{Fault: ksb.ErrTooLarge, Origin: ksb.Origin{File: path},
					Detail: "the files have too many bytes together: reading stops here"}, 0))
				return
			}
			if d.Name != "" && !yield(d) {
				return
			}
		}
	}
}

// readPath reads the document at path or, if path is the first of a data set, that
// set; of the others of a set nothing is left to read.
func (s Suite) readPath(fsys fs.FS, path string, set *dataSet, limit int64) Document {
	switch {
	case set == nil:
		return s.readFile(fsys, path)
	case set.paths[0] == path:
		return set.read(fsys, limit)
	}
	return Document{}
}

func (s Suite) readFile(fsys fs.FS, path string) Document {
	file, err := fsys.Open(path)
	if err != nil {
		return failed(&ksb.Problem{Fault: ksb.ErrRead, Detail: err.Error(), Origin: ksb.Origin{File: path}}, 0)
	}
	defer file.Close()
	return s.read(file, path)
}

// files lists the regular files in natural order.
func files(fsys fs.FS) (paths []string, problems ksb.Problems) {
	walk := func(path string, entry fs.DirEntry, err error) error {
		hidden := entry != nil && path != "." && strings.HasPrefix(entry.Name(), ".")
		switch {
		case err != nil:
			problems.Add(ksb.Origin{File: path}, "", ksb.ErrRead, "%s", err)
		case hidden && entry.IsDir():
			return fs.SkipDir
		case hidden || entry.IsDir():
		case entry.Type().IsRegular():
			paths = append(paths, path)
		default:
			problems.Add(ksb.Origin{File: path}, "", ksb.ErrRead, "it is no file of its own, and links are not followed")
		}
		return nil
	}
	_ = fs.WalkDir(fsys, ".", walk) // walk keeps every error as a problem
	slices.SortFunc(paths, func(a, b string) int {
		if order := ksb.CompareCodes(a, b); order != 0 {
			return order
		}
		return strings.Compare(a, b)
	})
	return paths, problems
}
