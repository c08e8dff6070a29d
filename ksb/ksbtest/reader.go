package ksbtest

import (
	"bytes"
	"io"
	"iter"
	"maps"
	"runtime/debug"
	"slices"
	"testing"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// Reader is a reader of frameworks and what its contract is checked with.
type Reader struct {
	Name string // stands for the file name in what is read
	Read func(io.Reader, string) (ksb.Framework, ksb.Problems)
	// Write writes what Read reads. nil: the format is only read.
	Write func(io.Writer, ksb.Framework) error
	// Samples are whole documents by name, not gzipped, each with a statement in it.
	Samples map[string][]byte
	// Limit is the most bytes of a document. 0: input.Limit, which takes a second and a
	// gigabyte to check, and with -race a minute; it is left out there and under -short.
	Limit int64
	// RowOrder returns the sample with its rows in the order that shuffle makes of
	// them; shuffle is as in rand.Shuffle. nil: the order of rows has a meaning.
	RowOrder func(sample []byte, shuffle func(n int, swap func(i, j int))) []byte
}

// T is the part of testing.TB that a check needs, so that a check can be tested.
// Errorf is called by several goroutines at once.
type T interface {
	Helper()
	Errorf(format string, args ...any)
}

// Check is one clause of the contract.
type Check struct {
	Name string
	Doc  string // why a reader must be so
	Run  func(T, Reader)
}

// Checks lists the contract. A check that the reader gives no means for (no Write, no
// RowOrder) passes.
func Checks() []Check {
	return []Check{
		{"samples", "a contract without samples, or with samples of nothing, would hold for any reader", checkSamples},
		{"problems", "a mistake is found by its place: in order, each with its file and a line that exists", checkProblems},
		{"origins", "a report leads back to the line that a statement was read from", checkOrigins},
		{"repeatable", "the same bytes tell the same, however they arrive and whoever else reads", checkRepeatable},
		{"clothes", "gzip, a byte order mark and other line ends do not change what is said", checkClothes},
		{"prefixes", "files are cut off", checkPrefixes},
		{"flips", "files are damaged, and nothing panics", checkFlips},
		{"nothing", "an empty file is not an empty framework", checkNothing},
		{"failing", "a disk that fails is told, not taken for the end", checkFailing},
		{"too large", "a reader ends before memory does", checkTooLarge},
		{"memory", "what is read costs a small multiple of its size", checkMemory},
		{"round trip", "what is written reads as the same, and writes as the same bytes", checkRoundTrip},
		{"row order", "where the order of rows has no meaning it has no effect", checkRowOrder},
	}
}

// RunReader checks a reader against the whole contract, a subtest for each check. It
// measures memory, so nothing else should run at the same time.
func RunReader(t *testing.T, r Reader) {
	for _, c := range Checks() {
		t.Run(c.Name, func(t *testing.T) {
			if c.Name == "too large" && r.Limit == 0 && (testing.Short() || raced()) {
				t.Skip("256 MiB are not short")
			}
			c.Run(t, r)
			if t.Failed() {
				t.Log("the reason:", c.Doc)
			}
		})
	}
}

// raced tells whether the test was built with -race.
func raced() bool {
	info, known := debug.ReadBuildInfo()
	return known && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}

func (r Reader) limit() int64 {
	if r.Limit > 0 {
		return r.Limit
	}
	return input.Limit
}

// sorted yields the samples in the order of their names.
func (r Reader) sorted() iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for _, name := range slices.Sorted(maps.Keys(r.Samples)) {
			if !yield(name, r.Samples[name]) {
				return
			}
		}
	}
}

// result is what became of a document.
type result struct {
	framework ksb.Framework
	problems  ksb.Problems
	panicked  bool
}

// read reads and compiles a document; a panic is an error of the test.
func (r Reader) read(t T, what string, data []byte) result {
	return r.readFrom(t, what, bytes.NewReader(data))
}

func (r Reader) readFrom(t T, what string, from io.Reader) result {
	t.Helper()
	return compiled(t, what, func() (ksb.Framework, ksb.Problems) { return r.Read(from, r.Name) })
}

// compiled reads and compiles; a panic is an error of the test.
func compiled(t T, what string, read func() (ksb.Framework, ksb.Problems)) (got result) {
	t.Helper()
	defer func() {
		if why := recover(); why != nil {
			t.Errorf("%s: panic: %v", what, why)
			got.panicked = true
		}
	}()
	got.framework, got.problems = read()
	ksb.Compile(got.framework)
	return got
}
