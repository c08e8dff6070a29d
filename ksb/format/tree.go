package format

import (
	"io/fs"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// TreeLimit is the most bytes, unpacked, that the documents of one tree may have
// together: 2 GiB. It stops archives that are small and unpack without end.
const TreeLimit = 2 << 30

// ReadFS reads every regular file of a tree, in the natural order of their paths
// ("a2.json" before "a10.json"), and returns a framework for each that has anything
// in it. Files and folders whose name starts with a dot are passed over. A file that
// cannot be read or that no format detects is a problem, and the rest is read; only
// beyond TreeLimit the reading stops, which is a problem, too (ErrTooLarge).
//
// A directory is os.DirFS(path), an archive what [OpenZip] returns.
func (s Suite) ReadFS(fsys fs.FS) ([]ksb.Framework, ksb.Problems) {
	return s.readFS(fsys, TreeLimit)
}

func (s Suite) readFS(fsys fs.FS, limit int64) (frameworks []ksb.Framework, problems ksb.Problems) {
	paths, problems := files(fsys)
	for _, path := range paths {
		d := s.readFile(fsys, path)
		if limit -= d.bytes; limit < 0 {
			problems.Add(ksb.Origin{File: path}, "", ksb.ErrTooLarge, "the files have too many bytes together: reading stops here")
			break
		}
		problems = append(problems, d.problems...)
		if f := d.framework; f.ID != "" || len(f.Statements)+len(f.Roles) > 0 {
			frameworks = append(frameworks, f)
		}
	}
	return frameworks, problems.Sort()
}

func (s Suite) readFile(fsys fs.FS, path string) document {
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
		case !hidden && entry.Type().IsRegular():
			paths = append(paths, path)
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
