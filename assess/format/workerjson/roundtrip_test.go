package workerjson_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	"github.com/skillgap-go/skillgap/ksb"
)

// requireRoundTrip: what is written reads as the same value, and that writes as the
// same bytes and reads as the same value, places and all.
func requireRoundTrip(t *testing.T, w assess.Worker) {
	t.Helper()
	first := written(t, w)
	once := read(t, first)
	if diff := cmp.Diff(w, once, placeless()); diff != "" {
		t.Fatal(diff)
	}
	second := written(t, once)
	if diff := cmp.Diff(string(first), string(second)); diff != "" {
		t.Fatal(diff)
	}
	require.True(t, reflect.DeepEqual(once, read(t, second)), "the same bytes tell the same, places and all")
}

func TestRoundTrip(t *testing.T) {
	t.Run("every field", func(t *testing.T) { requireRoundTrip(t, rich()) })
	t.Run("no field", func(t *testing.T) { requireRoundTrip(t, assess.Worker{Format: assess.WorkerFormat}) })
}

func TestRoundTripOfRandomWorkers(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 1000 {
		requireRoundTrip(t, randomWorker(random))
	}
}

// The sample files are kept as the writer writes them, apart from line breaks within
// short lists.
func TestRoundTripOfTheSamples(t *testing.T) {
	for name, data := range samples(t) {
		t.Run(name, func(t *testing.T) {
			w := read(t, data)
			again := read(t, written(t, w))
			if diff := cmp.Diff(w, again, placeless()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWrite(t *testing.T) {
	text := string(written(t, rich()))
	require.True(t, strings.HasPrefix(text, "{\n  \"format\": \"worker/1\",\n  \"id\": \"w-<17> & \\\"more\\\"\",\n  \"evidence\": [\n"), "the order of the keys, no HTML escapes")
	require.True(t, strings.HasSuffix(text, "}\n") && !strings.HasSuffix(text, "\n\n"), "one newline at the end")
	require.Contains(t, text, `0.3333333333333333`, "what somebody stated is not rounded")

	w := rich()
	w.Format = "something/9"
	require.Equal(t, text, string(written(t, w)), "the writer knows its own format")
	require.Equal(t, "something/9", w.Format, "and leaves the caller's value alone")
}

func TestWriteHasNoNegativeZero(t *testing.T) {
	zero := math.Copysign(0, -1)
	w := assess.Worker{
		Evidence: []assess.Evidence{{Statements: []assess.StatementRef{{ID: "S", Level: &zero}}, Kind: assess.Test, At: 1,
			Level: &zero, Relevance: zero, Confidence: zero, Reliability: zero}},
		Facts: assess.Facts{"balance": {Number: zero}},
	}
	require.NotContains(t, string(written(t, w)), ": -0")
}

func TestWriteErrors(t *testing.T) {
	full := errors.New("the disk is full")
	require.ErrorIs(t, workerjson.Write(failing{full}, rich()), full)

	var out bytes.Buffer
	w := rich()
	w.Evidence[0].Kind = 0
	require.ErrorIs(t, workerjson.Write(&out, w), ksb.ErrValue, "a kind without a name")
	require.Zero(t, out.Len(), "nothing is written by halves")
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func packed(t *testing.T, plain []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, err := w.Write(plain)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return out.Bytes()
}

func TestReadTakesTheSameBytesInOtherClothes(t *testing.T) {
	plain := written(t, rich())
	want := read(t, plain)
	for why, data := range map[string][]byte{
		"packed":                 packed(t, plain),
		"with a byte order mark": append([]byte("\uFEFF"), plain...),
		"with CRLF line ends":    bytes.ReplaceAll(plain, []byte("\n"), []byte("\r\n")),
	} {
		if diff := cmp.Diff(want, read(t, data)); diff != "" {
			t.Error(why, diff)
		}
	}
	slow, problems := workerjson.Read(iotest.OneByteReader(bytes.NewReader(plain)), "x.json")
	require.NoError(t, problems.Err())
	require.Empty(t, cmp.Diff(want, slow))
}

func TestDetect(t *testing.T) {
	for text, want := range map[string]bool{
		`{"format":"worker/1"}`: true, `{"id":"x","format":"worker/7"}`: true,
		`{"format":"ksb/1"}`: false, `{"format":"workers/1"}`: false, `{"id":"worker/1"}`: false, `[]`: false, ``: false, `worker/1`: false,
	} {
		require.Equal(t, want, workerjson.Detect("any.name", []byte(text)), text)
	}
}
