package input_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"math"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
)

func zipped(t testing.TB, text string) string {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, err := io.WriteString(w, text)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return out.String()
}

func TestRead(t *testing.T) {
	const bom = "\uFEFF"
	packed := zipped(t, "{\n}")
	tests := []struct {
		why, give, want string
		fault           ksb.Fault // "": sound
		line            int
	}{
		{"bytes stay as they are", "{\r\n \"é\"}\n", "{\r\n \"é\"}\n", "", 0},
		{"one byte is too short to be packed", "1", "1", "", 0},
		{"packed bytes are known by what they are, not by a name", packed, "{\n}", "", 0},
		{"packed in two parts", zipped(t, "[1,") + zipped(t, "2]"), "[1,2]", "", 0},
		{"a byte order mark is no content", bom + "{}", "{}", "", 0},
		{"nor is one that was packed", zipped(t, bom+"{}"), "{}", "", 0},
		{"only one is a mark: the second is content", bom + bom + "{}", bom + "{}", "", 0},
		{"the replacement character itself is sound UTF-8", "\uFFFD", "\uFFFD", "", 0},

		{"nothing", "", "", ksb.ErrRead, 0},
		{"nothing but white space", " \r\n\t", "", ksb.ErrRead, 0},
		{"nothing but a mark", bom, "", ksb.ErrRead, 0},
		{"nothing, packed", zipped(t, ""), "", ksb.ErrRead, 0},
		{"packed bytes that end too soon", packed[:len(packed)-4], "", ksb.ErrRead, 0},
		{"packed bytes with a wrong sum", packed[:len(packed)-8] + "wrong sum", "", ksb.ErrRead, 0},
		{"a packed head and nothing else", packed[:3], "", ksb.ErrRead, 0},
		{"rubbish after the packed bytes", packed + "rubbish", "", ksb.ErrRead, 0},
		{"UTF-16, little end first", "\xff\xfe{\x00}\x00", "", ksb.ErrEncoding, 1},
		{"UTF-16, big end first", "\xfe\xff\x00{\x00}", "", ksb.ErrEncoding, 1},
		{"the line of the first byte that is wrong", "one\ntwo\r\nthr\xe9e\nf\xffur", "", ksb.ErrEncoding, 3},
		{"half a letter at the end", "a\n\xc3", "", ksb.ErrEncoding, 2},
		{"a surrogate written as bytes", "\xed\xa0\x80", "", ksb.ErrEncoding, 1},
		{"a letter in more bytes than it needs", "\xc0\xaf", "", ksb.ErrEncoding, 1},
		{"wrong bytes, packed", zipped(t, "a\n\xff"), "", ksb.ErrEncoding, 2},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			// A byte at a time: what is recognised must not depend on how it arrives.
			for _, r := range []io.Reader{strings.NewReader(tt.give), iotest.OneByteReader(strings.NewReader(tt.give))} {
				data, problem := input.Read(r, "x.json")
				if diff := cmp.Diff(tt.want, string(data)); diff != "" {
					t.Error(diff)
				}
				if tt.fault == "" {
					require.Nil(t, problem)
					continue
				}
				require.ErrorIs(t, problem, tt.fault)
				require.Equal(t, ksb.Origin{File: "x.json", Line: tt.line}, problem.Origin)
				require.Nil(t, data, "a problem means that there are no bytes")
			}
		})
	}
}

func TestLimit(t *testing.T) {
	tests := []struct {
		why, give string
		limit     int64
		fault     ksb.Fault
	}{
		{"as long as the limit", "12345", 5, ""},
		{"one byte more", "123456", 5, ksb.ErrTooLarge},
		{"what counts is the unpacked size", zipped(t, strings.Repeat("0", 1000)), 999, ksb.ErrTooLarge},
		{"and not the packed one", zipped(t, strings.Repeat("0", 1000)), 1000, ""},
		{"no limit worth the name", "12345", math.MaxInt64 - 1, ""},
		{"no limit at all", "12345", math.MaxInt64, ""},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			_, problem := input.ReadLimited(strings.NewReader(tt.give), "x", tt.limit)
			if tt.fault == "" {
				require.Nil(t, problem)
				return
			}
			require.ErrorIs(t, problem, tt.fault)
		})
	}
}

// zeros never ends.
type zeros struct{ read int64 }

func (z *zeros) Read(p []byte) (int, error) {
	z.read += int64(len(p))
	return copy(p, bytes.Repeat([]byte("0"), len(p))), nil
}

// A bomb is given up at the limit and never unpacked to its end.
func TestLimitStopsReading(t *testing.T) {
	endless := &zeros{}
	_, problem := input.ReadLimited(endless, "x", 1<<20)
	require.ErrorIs(t, problem, ksb.ErrTooLarge)
	require.Less(t, endless.read, int64(2<<20))

	bomb, w := io.Pipe()
	go func() {
		packer := gzip.NewWriter(w)
		_, err := io.Copy(packer, &zeros{})
		w.CloseWithError(err) // the reader below is gone by then
	}()
	_, problem = input.ReadLimited(bomb, "x", 1<<20)
	require.ErrorIs(t, problem, ksb.ErrTooLarge)
	require.NoError(t, bomb.Close())
}

func TestFailingReaders(t *testing.T) {
	broken := errors.New("the line is dead")
	tests := []struct {
		why string
		r   io.Reader
	}{
		{"at once", iotest.ErrReader(broken)},
		{"after a byte", io.MultiReader(strings.NewReader("1"), iotest.ErrReader(broken))},
		{"in the middle", io.MultiReader(strings.NewReader("{\"a\":1}"), iotest.ErrReader(broken))},
		{"in the middle of packed bytes", io.MultiReader(strings.NewReader(zipped(t, "{}")[:12]), iotest.ErrReader(broken))},
		{"with bytes that look whole", iotest.DataErrReader(io.MultiReader(strings.NewReader("{}"), iotest.ErrReader(broken)))},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			data, problem := input.Read(tt.r, "x")
			require.ErrorIs(t, problem, ksb.ErrRead)
			require.Nil(t, data)
		})
	}
}

func TestReadFile(t *testing.T) {
	fsys := fstest.MapFS{"a/b.json": {Data: []byte("{}")}}
	data, problem := input.ReadFile(fsys, "a/b.json")
	require.Nil(t, problem)
	require.Equal(t, "{}", string(data))

	for _, name := range []string{"none.json", "a", "../a/b.json"} {
		_, problem = input.ReadFile(fsys, name)
		require.ErrorIs(t, problem, ksb.ErrRead)
		require.Equal(t, name, problem.Origin.File)
	}
}

// TestRoom: a reader that knows its size is read into room that was asked for once, and a
// limit below nothing is a limit all the same.
func TestRoom(t *testing.T) {
	text := bytes.Repeat([]byte("x"), 1<<20)
	allocations := testing.AllocsPerRun(10, func() { _, _ = input.Read(bytes.NewReader(text), "x") })
	if allocations > 8 {
		t.Errorf("%v allocations", allocations)
	}
	if _, p := input.ReadLimited(bytes.NewReader(text), "x", -1); p == nil || p.Fault != ksb.ErrTooLarge {
		t.Errorf("found %v", p)
	}
}
