package format

import (
	"bytes"
	"io"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
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

	frameworks, problems := suite.readFS(tree, 12)
	require.Len(t, frameworks, 2, "just within the limit")
	require.Len(t, problems, 1)

	frameworks, problems = suite.readFS(tree, 11)
	require.Len(t, frameworks, 1, "what no format detects counts, too")
	require.ErrorIs(t, problems, ksb.ErrTooLarge)
}
