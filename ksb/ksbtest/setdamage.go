package ksbtest

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// checkSetPrefixes reads every set with every start of one of its files, or about a
// hundred of a file that has more.
func checkSetPrefixes(t T, s Set) {
	const most = 100
	for p, set := range s.each() {
		for n := 0; n < len(set[p]); n += 1 + len(set[p])/most {
			s.readDamaged(t, fmt.Sprintf("%s: the first %d bytes", p, n), set.with(p, set[p][:n:n]))
		}
	}
}

// checkSetFlips turns one to three bits of a file of a set, two hundred times.
func checkSetFlips(t T, s Set) {
	const times = 200
	for p, set := range s.each() {
		rng := rand.New(rand.NewPCG(1, 2))
		for i := range times {
			damaged := bytes.Clone(set[p])
			for range 1 + rng.IntN(3) {
				damaged[rng.IntN(len(damaged))] ^= 1 << rng.IntN(8)
			}
			s.readDamaged(t, fmt.Sprintf("%s: damage %d", p, i), set.with(p, damaged))
		}
	}
}

func (s Set) readDamaged(t T, what string, set files) {
	t.Helper()
	if got := s.read(t, what, set); !got.panicked {
		set.places().sound(t, what, got.problems)
	}
}

// checkSetTooLarge pads the first file of a set beyond the limit: it is named, and the
// others are read.
func checkSetTooLarge(t T, s Set) {
	limit := cmp.Or(s.Limit, input.Limit)
	for p, set := range s.each() {
		has := set.places()
		has[p] = int(limit)
		got := s.readTree(t, p+": too large", padded{set.tree(), p, limit + 1}, set.paths())
		has.sound(t, p+": too large", got.problems)
		s.names(t, p, got.problems, ksb.ErrTooLarge)
		return // one is enough
	}
}

// padded is a tree in which one file goes on with empty lines.
type padded struct {
	fs.FS
	path  string
	bytes int64
}

// Open opens a file; the one that is padded says nothing of its size.
func (p padded) Open(name string) (fs.File, error) {
	file, err := p.FS.Open(name)
	if err != nil || name != p.path {
		return file, err
	}
	more := io.LimitReader(blanks{bytes.Repeat([]byte("\n"), 1<<16)}, p.bytes)
	return endless{file, io.MultiReader(file, more)}, nil
}

type endless struct {
	fs.File
	io.Reader
}

// Read reads what is there and then empty lines.
func (e endless) Read(b []byte) (int, error) { return e.Reader.Read(b) }

// checkSetMemory pads each file of a set with blank lines to a megabyte in turn; reading
// the set may allocate 32 times as much in all, over its whole time.
func checkSetMemory(t T, s Set) {
	const size, times = 1 << 20, 32
	for p, set := range s.each() {
		total := min(int64(size), cmp.Or(s.Limit, input.Limit))
		data := append(bytes.Clone(set[p]), bytes.Repeat([]byte("\n"), int(max(0, total-int64(len(set[p])))))...)
		if spent := allocated(func() { s.read(t, p, set.with(p, data)) }); spent > times*size {
			t.Errorf("%s: %d bytes of document took %d bytes of memory, more than %d times as much", p, len(data), spent, times)
		}
	}
}
