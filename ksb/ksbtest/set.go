package ksbtest

import (
	"io/fs"
	"iter"
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/skillgap-go/skillgap/ksb"
)

// Set is a reader of data sets of several files and what its contract is checked with.
type Set struct {
	DetectFS func(paths []string) []string
	ReadFS   func(fsys fs.FS, paths []string) (ksb.Framework, ksb.Problems)
	// Samples are whole sets by name: files by path, in one folder, not gzipped, with a
	// statement and a role in them. DetectFS picks every file of a set.
	Samples map[string]map[string][]byte
	// Limit is as in Reader.
	Limit int64
	// RowOrder is as in Reader, for one file.
	RowOrder func(sample []byte, shuffle func(n int, swap func(i, j int))) []byte
}

// SetCheck is one clause of the contract of a reader of data sets.
type SetCheck struct {
	Name string
	Doc  string // why a reader must be so
	Run  func(T, Set)
}

// SetChecks lists the contract. A check that the reader gives no means for passes.
func SetChecks() []SetCheck {
	return []SetCheck{
		{"samples", "a contract without samples, or with samples of nothing, would hold for any reader", checkSets},
		{"detect", "what belongs to a set is picked, and nothing else: another reader may want the rest", checkDetect},
		{"problems", "a mistake is found by its place: in order, each with its file and a line that exists", checkSetProblems},
		{"origins", "a report leads back to the file and the line that a statement was read from", checkSetOrigins},
		{"repeatable", "the same files tell the same, in whichever order they come and whoever else reads", checkSetRepeatable},
		{"clothes", "gzip, a byte order mark and other line ends do not change what is said", checkSetClothes},
		{"missing", "a file that is not there is named, and a set that lacks one is still read", checkMissing},
		{"extra", "a file of something else is named, and the rest is read as if it were not there", checkExtra},
		{"prefixes", "files are cut off", checkSetPrefixes},
		{"flips", "files are damaged, and nothing panics", checkSetFlips},
		{"too large", "a reader ends before memory does", checkSetTooLarge},
		{"memory", "what is read costs a small multiple of its size", checkSetMemory},
		{"row order", "the order of rows has no effect", checkSetRowOrder},
	}
}

// RunSet checks a reader of data sets against the whole contract, a subtest for each
// check. It measures memory, so nothing else should run at the same time.
func RunSet(t *testing.T, s Set) {
	for _, c := range SetChecks() {
		t.Run(c.Name, func(t *testing.T) {
			if c.Name == "too large" && s.Limit == 0 && (testing.Short() || raced()) {
				t.Skip("256 MiB are not short")
			}
			c.Run(t, s)
			if t.Failed() {
				t.Log("the reason:", c.Doc)
			}
		})
	}
}

// files are a set.
type files map[string][]byte

func (f files) paths() []string { return slices.Sorted(maps.Keys(f)) }

func (f files) tree() fstest.MapFS {
	tree := fstest.MapFS{}
	for p, data := range f { // any order: a tree has none
		tree[p] = &fstest.MapFile{Data: data}
	}
	return tree
}

func (f files) places() places {
	has := places{}
	for p, data := range f { // any order: each is counted alone
		has[p] = lines(data)
	}
	return has
}

// with is the set with another file at a path; nil takes the file away.
func (f files) with(path string, data []byte) files {
	other := maps.Clone(f)
	other[path] = data
	if data == nil {
		delete(other, path)
	}
	return other
}

// dressed is the set with every file changed in the same way.
func (f files) dressed(dress func([]byte) []byte) files {
	other := files{}
	for p, data := range f { // any order: each is changed alone
		other[p] = dress(data)
	}
	return other
}

// sorted yields the samples in the order of their names.
func (s Set) sorted() iter.Seq2[string, files] {
	return func(yield func(string, files) bool) {
		for _, name := range slices.Sorted(maps.Keys(s.Samples)) {
			if !yield(name, s.Samples[name]) {
				return
			}
		}
	}
}

// each yields every file of every sample, and the set that it is in.
func (s Set) each() iter.Seq2[string, files] {
	return func(yield func(string, files) bool) {
		for _, set := range s.sorted() {
			for _, p := range set.paths() {
				if !yield(p, set) {
					return
				}
			}
		}
	}
}

func (s Set) read(t T, what string, set files) result {
	t.Helper()
	return s.readTree(t, what, set.tree(), set.paths())
}

func (s Set) readTree(t T, what string, tree fs.FS, paths []string) result {
	t.Helper()
	return compiled(t, what, func() (ksb.Framework, ksb.Problems) { return s.ReadFS(tree, paths) })
}
