package ksbtest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing/iotest"

	"github.com/skillgap-go/skillgap/ksb"
)

// checkPrefixes reads every start of a sample, or about a thousand of a large one.
func checkPrefixes(t T, r Reader) {
	const most = 1000
	for name, sample := range r.sorted() {
		for n := 0; n < len(sample); n += 1 + len(sample)/most {
			r.readDamaged(t, fmt.Sprintf("%s: the first %d bytes", name, n), sample[:n])
		}
	}
}

// checkFlips turns one to three bits of a sample, two thousand times.
func checkFlips(t T, r Reader) {
	const times = 2000
	for name, sample := range r.sorted() {
		rng := rand.New(rand.NewPCG(1, 2))
		for i := range times {
			damaged := bytes.Clone(sample)
			for range 1 + rng.IntN(3) {
				damaged[rng.IntN(len(damaged))] ^= 1 << rng.IntN(8)
			}
			r.readDamaged(t, fmt.Sprintf("%s: damage %d", name, i), damaged)
		}
	}
}

func (r Reader) readDamaged(t T, what string, data []byte) {
	t.Helper()
	if got := r.read(t, what, data); !got.panicked {
		r.soundProblems(t, what, lines(data), got.problems)
	}
}

func checkNothing(t T, r Reader) {
	for _, data := range []string{"", "\n", " \r\n\t\n", "\uFEFF", "\uFEFF\n"} {
		r.refuses(t, fmt.Sprintf("%q", data), strings.NewReader(data), lines([]byte(data)), nil)
	}
}

func checkFailing(t T, r Reader) {
	failure := iotest.ErrReader(errors.New("the disk is gone"))
	r.refuses(t, "a disk that fails", failure, 1, ksb.ErrRead)
	for name, sample := range r.sorted() {
		half := io.MultiReader(bytes.NewReader(sample[:len(sample)/2]), failure)
		r.refuses(t, name+": a disk that fails half way", half, lines(sample), ksb.ErrRead)
	}
}

func checkTooLarge(t T, r Reader) {
	for name, sample := range r.sorted() {
		rest := max(0, r.limit()+1-int64(len(sample)))
		padded := io.MultiReader(bytes.NewReader(sample), io.LimitReader(blanks{bytes.Repeat([]byte("\n"), 1<<16)}, rest))
		r.refuses(t, fmt.Sprintf("%s: padded to more than %d bytes", name, r.limit()), padded, int(r.limit()), ksb.ErrTooLarge)
		return // one is enough
	}
}

// blanks is a file of empty lines without end.
type blanks struct{ some []byte }

func (b blanks) Read(p []byte) (int, error) { return copy(p, b.some), nil }

// refuses: nothing is read of what has no more than most lines, and a problem says why;
// nil: for whatever reason.
func (r Reader) refuses(t T, what string, from io.Reader, most int, why error) {
	t.Helper()
	got := r.readFrom(t, what, from)
	switch {
	case got.panicked:
	case len(got.framework.Statements)+len(got.framework.Roles) > 0:
		t.Errorf("%s: something was read", what)
	case got.problems.Err() == nil:
		t.Errorf("%s: no problem was told", what)
	case why != nil && !errors.Is(got.problems, why):
		t.Errorf("%s: told as %v, not as %v", what, got.problems, why)
	}
	r.soundProblems(t, what, most, got.problems)
}

// checkMemory pads each sample with blank lines to a megabyte; reading it may
// allocate 32 times as much in all, over its whole time.
func checkMemory(t T, r Reader) {
	const size, times = 1 << 20, 32
	for name, sample := range r.sorted() {
		total := min(int64(size), r.limit())
		data := append(bytes.Clone(sample), bytes.Repeat([]byte("\n"), int(max(0, total-int64(len(sample)))))...)
		if spent := allocated(func() { r.read(t, name, data) }); spent > uint64(times*max(size, len(data))) {
			t.Errorf("%s: %d bytes of document took %d bytes of memory, more than %d times as much", name, len(data), spent, times)
		}
	}
}

func allocated(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
