package given_test

import (
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

func TestWith(t *testing.T) {
	t.Parallel()
	got := given.With(map[string]string{"a": "1", "b": "2"}, "a", "", "c", "3", "b", "4")
	if diff := cmp.Diff(map[string]string{"b": "4", "c": "3"}, got); diff != "" {
		t.Error("one taken away, one added, one replaced:", diff)
	}
}

func TestGzipped(t *testing.T) {
	t.Parallel()
	unpacked, err := gzip.NewReader(strings.NewReader(given.Gzipped("text")))
	require.NoError(t, err)
	text, err := io.ReadAll(unpacked)
	require.NoError(t, err)
	require.Equal(t, "text", string(text))
}

// TestSharedSkips: what is not there skips the test that asks for it, and fails nothing.
func TestSharedSkips(t *testing.T) {
	t.Parallel()
	skipped := false
	t.Run("asks", func(t *testing.T) {
		defer func() { skipped = t.Skipped() }()
		given.Shared(t, "nobody has this")
	})
	require.True(t, skipped)
}
