package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/match"
)

func TestLines(t *testing.T) {
	long := strings.Repeat("x", longest)
	for _, c := range []struct {
		why, in string
		want    []line
	}{
		{"the last line needs no end", "a\nb", []line{{text: "a"}, {text: "b"}}},
		{"an end is not the beginning of another line", "a\n", []line{{text: "a"}}},
		{"empty lines are lines", "\n\na\n\n", []line{{}, {}, {text: "a"}, {}}},
		{"ends of another system", "a\r\nb\r\n", []line{{text: "a"}, {text: "b"}}},
		{"a carriage return alone ends nothing", "a\rb\n", []line{{text: "a\rb"}}},
		{"a byte order mark, at the beginning only", "\uFEFFa\n\uFEFFb\n", []line{{text: "a"}, {text: "\uFEFFb"}}},
		{"bytes that are not UTF-8", "a\xffb\n", []line{{text: "a\uFFFDb"}}},
		{"a NUL is a character", "a\x00b\n", []line{{text: "a\x00b"}}},
		{"as long as a line may be", long + "\na", []line{{text: long}, {text: "a"}}},
		{"as long, with another end", long + "\r\na", []line{{text: long}, {text: "a"}}},
		{"too long by one", long + "y\na", []line{{text: long, cut: true}, {text: "a"}}},
		{"too long by one, and the last", long + "y", []line{{text: long, cut: true}}},
		{"too long by far", long + long + long + "\na", []line{{text: long, cut: true}, {text: "a"}}},
		{"cut within a character", long[1:] + "é\n", []line{{text: long[1:] + "\uFFFD", cut: true}}},
		{"nothing", "", nil},
	} {
		for _, r := range []io.Reader{strings.NewReader(c.in), iotest.HalfReader(strings.NewReader(c.in)), iotest.DataErrReader(strings.NewReader(c.in))} {
			var got []line
			for l := range lines(r) {
				got = append(got, l)
			}
			require.Equal(t, len(c.want), len(got), c.why)
			for i := range got {
				require.True(t, c.want[i] == got[i], "%s: line %d", c.why, i+1)
			}
		}
	}
	broken := errors.New("the disk went away")
	var got []line
	for l := range lines(io.MultiReader(strings.NewReader("a\nb"), iotest.ErrReader(broken))) {
		got = append(got, l)
	}
	require.Len(t, got, 3)
	require.Equal(t, "b", got[1].text, "what there is of the last line is a query")
	require.ErrorIs(t, got[2].err, broken)
}

// FuzzLines: the lines are those that strings.Split finds.
func FuzzLines(f *testing.F) {
	f.Add("a\nb\r\n\n\uFEFF\xff")
	f.Fuzz(func(t *testing.T, in string) {
		want := strings.Split(strings.TrimSuffix(in, "\n"), "\n")
		if in == "" {
			want = nil
		}
		at := 0
		for l := range lines(strings.NewReader(in)) {
			text := strings.TrimSuffix(want[at], "\r")
			if at == 0 {
				text = strings.TrimPrefix(text, "\uFEFF")
			}
			require.Equal(t, strings.ToValidUTF8(text, "\uFFFD"), l.text)
			at++
		}
		require.Len(t, want, at)
	})
}

// echo suggests the text itself, and takes its time for some.
func echo(text string) []match.Suggestion {
	if strings.HasSuffix(text, "0") {
		time.Sleep(time.Millisecond)
	}
	return []match.Suggestion{{ID: text}}
}

func numbers(n int) func(func(line) bool) {
	return func(yield func(line) bool) {
		for i := range n {
			if !yield(line{text: fmt.Sprint(i)}) {
				return
			}
		}
	}
}

// TestOrder: the answers come in the order of the queries, whichever was worked out first.
func TestOrder(t *testing.T) {
	at := 0
	err := inOrder(t.Context(), numbers(500), echo, func(j *job) error {
		require.Equal(t, fmt.Sprint(at), j.text)
		require.Equal(t, j.text, j.found[0].ID)
		at++
		return nil
	}, func() error { return nil })
	require.NoError(t, err)
	require.Equal(t, 500, at)
}

// TestBounded: while nobody takes the answers, no more than a few lines a core are read.
func TestBounded(t *testing.T) {
	var begun atomic.Int64
	counted := func(yield func(line) bool) {
		for l := range numbers(100000) {
			begun.Add(1)
			if !yield(l) {
				return
			}
		}
	}
	most, at := int64(0), int64(0)
	err := inOrder(t.Context(), counted, func(string) []match.Suggestion { return nil }, func(*job) error {
		most, at = max(most, begun.Load()-at), at+1
		return nil
	}, func() error { return nil })
	require.NoError(t, err)
	require.LessOrEqual(t, most, int64(4*runtime.GOMAXPROCS(0)+2))
}

// TestStops: at an error of writing, and when it is interrupted, though lines go on.
func TestStops(t *testing.T) {
	full := errors.New("the disk is full")
	endless := numbers(1 << 40)
	require.ErrorIs(t, inOrder(t.Context(), endless, echo, func(*job) error { return full }, func() error { return nil }), full)
	require.ErrorIs(t, inOrder(t.Context(), numbers(3), echo, func(*job) error { return nil }, func() error { return full }), full)
	ctx, stop := context.WithCancel(t.Context())
	at := 0
	err := inOrder(ctx, endless, echo, func(*job) error {
		if at++; at == 100 {
			stop()
		}
		return nil
	}, func() error { return nil })
	require.ErrorIs(t, err, context.Canceled)
}

// TestStreaming: an answer is there before the next query is asked.
func TestStreaming(t *testing.T) {
	queries, ask := io.Pipe()
	answers, print := io.Pipe()
	ended := make(chan int)
	go func() {
		ended <- run(context.Background(), []string{"-k", "1"}, queries, print, io.Discard)
		_ = print.Close()
	}()
	read := bufio.NewReader(answers)
	for i := range 5 {
		query := fmt.Sprint("imaging support worker ", i)
		_, err := fmt.Fprintln(ask, query)
		require.NoError(t, err)
		got, err := read.ReadString('\n')
		require.NoError(t, err)
		require.True(t, strings.HasPrefix(got, query+"\t1\t"), got)
	}
	require.NoError(t, ask.Close())
	require.Equal(t, printed, <-ended)
}

// TestWriteFails: a reader that went away ends the program with an error.
func TestWriteFails(t *testing.T) {
	_, print := io.Pipe()
	require.NoError(t, print.CloseWithError(io.ErrClosedPipe))
	var errs bytes.Buffer
	code := run(t.Context(), nil, strings.NewReader("a\n"), print, &errs)
	require.Equal(t, failed, code)
	require.Contains(t, errs.String(), "closed pipe")
}

// TestLongLines: one is cut, told, and answered.
func TestLongLines(t *testing.T) {
	got := call(t, "imaging\n"+strings.Repeat("x", longest+2)+"\nimaging\n", "-k", "1")
	require.Equal(t, printed, got.code)
	require.Equal(t, 3, strings.Count(got.out, "\n"))
	require.Equal(t, "-:2: longer than 1048576 bytes: what follows is left out\n", got.errors)
}

// TestComplaints: of many, the first few and how many more.
func TestComplaints(t *testing.T) {
	var out strings.Builder
	c := &complaints{w: &out}
	for range mostComplaints + 2 {
		c.add("too long")
	}
	c.end()
	require.Equal(t, strings.Repeat("too long\n", mostComplaints)+"and 2 more lines that are too long\n", out.String())
}

// TestCountable: every query can be told from the next, whatever is in it.
func TestCountable(t *testing.T) {
	queries := []string{"imaging support worker", "", "tab\there", "\x1b[31mred\x00\u2028\u0085", "🩻", "ра\u200bdiographer\u202e", "\"quoted\"", "  ", "C++ / C#", "\ufffd"}
	got := call(t, strings.Join(queries, "\n")+"\n", "-k", "3")
	require.Equal(t, printed, got.code, got.errors)
	at := -1
	for row := range strings.Lines(got.out) {
		cells := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		require.Len(t, cells, 5, row)
		if cells[1] == "0" || cells[1] == "1" {
			at++
		}
		require.Equal(t, clean(queries[at]), cells[0])
		if cells[1] == "0" {
			require.Equal(t, []string{"0", "", "0.0000", "none"}, cells[1:])
		}
	}
	require.Equal(t, len(queries)-1, at)
}

// TestFromFiles: queries from a file, plain or gzipped, and from the pipe are answered
// alike.
func TestFromFiles(t *testing.T) {
	const queries = "imaging support worker\nsenior\n"
	plain := filepath.Join(t.TempDir(), "queries.txt")
	require.NoError(t, os.WriteFile(plain, []byte(queries), 0o600))
	packed := filepath.Join(t.TempDir(), "queries.txt.gz")
	require.NoError(t, os.WriteFile(packed, zipped(t, queries), 0o600))
	want := call(t, queries)
	for _, name := range []string{plain, packed} {
		got := call(t, "", "-queries", name)
		if diff := cmp.Diff(want.out, got.out); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	broken := filepath.Join(t.TempDir(), "broken.gz")
	require.NoError(t, os.WriteFile(broken, zipped(t, strings.Repeat(queries, 1000))[:40], 0o600))
	got := call(t, "", "-queries", broken)
	require.Equal(t, failed, got.code, "a file that breaks off is told")
	require.Contains(t, got.errors, "broken.gz:")
}
