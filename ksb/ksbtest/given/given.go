// Package given is what the tests of several readers are given: files made up on the spot,
// and the real data that stands beside the project and is not part of it. For tests only.
package given

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// With puts files into a set, or in the place of those there: name, text, name, text. A
// text of "" takes the file away. It changes the set and returns it.
func With(set map[string]string, names ...string) map[string]string {
	for i := 0; i+1 < len(names); i += 2 {
		set[names[i]] = names[i+1]
		if names[i+1] == "" {
			delete(set, names[i])
		}
	}
	return set
}

// Gzipped is a text as a gzip file.
func Gzipped(text string) string {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, _ = w.Write([]byte(text)) // a buffer takes every byte
	_ = w.Close()
	return out.String()
}

// Shared is a file or folder of the real data, in the folder "shared" beside the project.
// The first, where a
// pattern fits several. Where it is not there the test is skipped, and says so.
func Shared(t testing.TB, parts ...string) string {
	t.Helper()
	dir, err := os.Getwd()
	require.NoError(t, err)
	for !exists(filepath.Join(dir, "go.mod")) {
		require.NotEqual(t, dir, filepath.Dir(dir), "no go.mod above the test")
		dir = filepath.Dir(dir)
	}
	within := filepath.Join(parts...)
	found, err := filepath.Glob(filepath.Join(dir, "..", "shared", within))
	require.NoError(t, err)
	if len(found) == 0 {
		t.Skipf("the real data is not here: ../shared/%s", within)
	}
	return found[0]
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
