package onet_test

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/format/onet"
	"github.com/skillgap-go/skillgap/ksb/input"
	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

// BenchmarkReadFS reads the real set, unpacked; "plain csv" is encoding/csv alone over
// the same bytes.
func BenchmarkReadFS(b *testing.B) {
	tree, paths, size := unpacked(b)
	b.Run("onet", func(b *testing.B) {
		b.SetBytes(size)
		b.ReportAllocs()
		for b.Loop() {
			f, _ := onet.ReadFS(tree, paths)
			require.NotEmpty(b, f.Roles)
		}
	})
	b.Run("plain csv", func(b *testing.B) {
		b.SetBytes(size)
		b.ReportAllocs()
		for b.Loop() {
			for _, p := range paths {
				r := csv.NewReader(bytes.NewReader(tree[p].Data))
				r.Comma, r.LazyQuotes = '\t', true
				_, err := r.ReadAll()
				require.NoError(b, err)
			}
		}
	})
}

// unpacked is the real set in memory.
func unpacked(b *testing.B) (tree fstest.MapFS, paths []string, size int64) {
	real := os.DirFS(given.Shared(b, "data", "onet"))
	all, err := fs.Glob(real, "*")
	require.NoError(b, err)
	paths, tree = onet.DetectFS(all), fstest.MapFS{}
	for _, p := range paths {
		data, problem := input.ReadFile(real, p)
		require.Nil(b, problem)
		tree[p] = &fstest.MapFile{Data: data}
		size += int64(len(data))
	}
	return tree, paths, size
}
