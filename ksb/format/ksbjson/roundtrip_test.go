package ksbjson_test

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

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
)

// requireRoundTrip: what is written reads as the same value, and that writes as the
// same bytes and reads as the same value, places and all.
func requireRoundTrip(t *testing.T, f ksb.Framework) {
	t.Helper()
	first := written(t, f)
	once := read(t, first)
	if bare := read(t, first); !reflect.DeepEqual(f, forgetPlaces(&bare)) { // far faster than cmp, which then tells where
		t.Fatal(cmp.Diff(f, bare))
	}
	second := written(t, once)
	if diff := cmp.Diff(string(first), string(second)); diff != "" {
		t.Fatal(diff)
	}
	require.True(t, reflect.DeepEqual(once, read(t, second)), "the same bytes tell the same, places and all")
}

func TestRoundTrip(t *testing.T) {
	t.Run("every field", func(t *testing.T) { requireRoundTrip(t, rich()) })
	t.Run("no field", func(t *testing.T) { requireRoundTrip(t, ksb.Framework{Format: ksb.Format}) })
}

func TestRoundTripOfRandomFrameworks(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for range 2000 {
		requireRoundTrip(t, randomFramework(random))
	}
}

func TestWrite(t *testing.T) {
	text := string(written(t, rich()))
	require.True(t, strings.HasPrefix(text, "{\n  \"format\": \"ksb/1\",\n  \"id\": \"imaging\",\n"))
	require.True(t, strings.HasSuffix(text, "}\n") && !strings.HasSuffix(text, "\n\n"), "one newline at the end")
	require.Contains(t, text, `"<Imaging> & \"more\""`, "no HTML escapes")
	require.Contains(t, text, `0.3333333333333333`, "what somebody stated is not rounded")

	f := rich()
	f.Format = "something/9"
	require.Equal(t, text, string(written(t, f)), "the writer knows its own format")
	require.Equal(t, "something/9", f.Format, "and leaves the caller's value alone")
}

func TestWriteHasNoNegativeZero(t *testing.T) {
	zero := math.Copysign(0, -1)
	f := ksb.Framework{ID: "x", Roles: []ksb.Role{{ID: "R",
		Requirements: []ksb.Requirement{{Statement: "S", Weight: zero}},
		Duties:       []ksb.Duty{{ID: "D", Weight: zero}},
		Gates:        []ksb.Gate{{ID: "G", Phase: ksb.Entry, Rule: ksb.Rule{Fact: "a", AtLeast: zero}}},
	}}}
	require.NotContains(t, string(written(t, f)), "-0")
}

func TestWriteErrors(t *testing.T) {
	full := errors.New("the disk is full")
	require.ErrorIs(t, ksbjson.Write(failing{full}, rich()), full)

	tests := []struct {
		why    string
		change func(*ksb.Framework)
	}{
		{"a kind without a name", func(f *ksb.Framework) { f.Statements[0].Kind = 0 }},
		{"a phase without a name", func(f *ksb.Framework) { f.Roles[0].Gates[0].Phase = 9 }},
		{"a relation without a name", func(f *ksb.Framework) { f.Links[0].Relation = 0 }},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			f := rich()
			tt.change(&f)
			var out bytes.Buffer
			require.ErrorIs(t, ksbjson.Write(&out, f), ksb.ErrValue)
			require.Zero(t, out.Len(), "nothing is written by halves")
		})
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestReadTakesTheSameBytesInOtherClothes(t *testing.T) {
	plain := written(t, rich())
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := w.Write(plain)
	require.NoError(t, err)
	require.NoError(t, w.Close())

	want := read(t, plain)
	for why, data := range map[string][]byte{
		"packed":                 packed.Bytes(),
		"with a byte order mark": append([]byte("\uFEFF"), plain...),
		"with CRLF line ends":    bytes.ReplaceAll(plain, []byte("\n"), []byte("\r\n")),
	} {
		if diff := cmp.Diff(want, read(t, data)); diff != "" {
			t.Error(why, diff)
		}
	}
	slow, problems := ksbjson.Read(iotest.OneByteReader(bytes.NewReader(plain)), "x.json")
	require.NoError(t, problems.Err())
	require.Empty(t, cmp.Diff(want, slow))
}

func TestDetect(t *testing.T) {
	for text, want := range map[string]bool{
		`{"format":"ksb/1"}`: true, `{"id":"x","format":"ksb/7"}`: true,
		`{"format":"worker/1"}`: false, `{"format":"ksbx/1"}`: false, `{"id":"ksb/1"}`: false, `[]`: false, ``: false, `ksb/1`: false,
	} {
		require.Equal(t, want, ksbjson.Detect("any.name", []byte(text)), text)
	}
}
