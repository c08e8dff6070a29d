package format

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
)

func TestTreeLimit(t *testing.T) {
	suite := Suite{{
		Name:   "x",
		Detect: func(_ string, data []byte) bool { return bytes.HasPrefix(data, []byte("x")) },
		Read: func(_ io.Reader, name string) (ksb.Framework, ksb.Problems) {
			return ksb.Framework{ID: ksb.FrameworkID(name)}, nil
		},
	}}
	tree := fstest.MapFS{"1": {Data: []byte("xxxx")}, "2": {Data: []byte("yyyy")}, "3": {Data: []byte("xxxx")}}

	frameworks, problems := readLimited(suite, tree, 12)
	require.Len(t, frameworks, 2, "just within the limit")
	require.Len(t, problems, 1)

	frameworks, problems = readLimited(suite, tree, 11)
	require.Len(t, frameworks, 1, "what no format detects counts, too")
	require.ErrorIs(t, problems, ksb.ErrTooLarge)
}

// The files of a data set count unpacked, as they are read.
func TestTreeLimitOfDataSets(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := w.Write(bytes.Repeat([]byte("x"), 10_000))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	suite := Suite{{
		Name:     "x",
		DetectFS: func(paths []string) []string { return paths },
		ReadFS: func(fsys fs.FS, paths []string) (f ksb.Framework, problems ksb.Problems) {
			for _, p := range paths {
				data, problem := input.ReadFile(fsys, p)
				f.Title += string(data)
				if problem != nil {
					problems = append(problems, problem)
				}
			}
			return ksb.Framework{ID: "x"}, problems
		},
	}}
	tree := fstest.MapFS{"1": {Data: packed.Bytes()}, "2": {Data: []byte("yy")}}

	frameworks, problems := readLimited(suite, tree, 10_002)
	require.NoError(t, problems.Err(), "just within the limit")
	require.Len(t, frameworks, 1)

	frameworks, problems = readLimited(suite, tree, 10_001)
	require.Empty(t, frameworks)
	require.Len(t, problems, 1)
	require.ErrorIs(t, problems, ksb.ErrTooLarge)
}

// readLimited is ReadFS with another limit.
func readLimited(s Suite, fsys fs.FS, limit int64) (frameworks []ksb.Framework, problems ksb.Problems) {
	for d := range s.documents(fsys, limit) {
		problems = append(problems, d.Problems...)
		if d.Framework.ID != "" {
			frameworks = append(frameworks, d.Framework)
		}
	}
	return frameworks, problems.Sort()
}
