package onet_test

import (
	"bytes"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/onet"
)

func FuzzRead(f *testing.F) {
	for name, text := range small() {
		if name != "Occupation Data.txt" {
			f.Add([]byte(text))
		}
	}
	f.Add([]byte("O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\n45-2011.00\t2.A.1\tx\tIM\t1e300\n45-2011.00\t2.A.1\tx\tLV\tn/a"))
	f.Add([]byte("Scale ID\tMinimum\tMaximum\nLV\t0\t255\nIM\t-1e308\t1e308"))
	f.Fuzz(func(t *testing.T, data []byte) {
		onet.Detect("f", data)
		alone, _ := onet.Read(bytes.NewReader(data), "f")
		again, _ := onet.Read(bytes.NewReader(data), "f")
		if diff := cmp.Diff(alone, again); diff != "" {
			t.Error(diff)
		}
		tree, paths := fstest.MapFS{"f": {Data: data}}, []string{"f"}
		for name, text := range small() {
			tree[name] = &fstest.MapFile{Data: []byte(text)}
			paths = append(paths, name)
		}
		among, problems := onet.ReadFS(tree, paths)
		holds(t, alone, nil)
		holds(t, among, problems)
	})
}

// holds: every requirement is one that Compile takes, and every problem has a place.
func holds(t *testing.T, f ksb.Framework, problems ksb.Problems) {
	for _, p := range problems {
		require.NotEmpty(t, p.Origin.File, p.Error())
	}
	ix, compiled := ksb.Compile(f)
	require.NotNil(t, ix)
	for _, fault := range []ksb.Fault{ksb.ErrUnknownStatement, ksb.ErrLevel, ksb.ErrWeight, ksb.ErrScale, ksb.ErrUnknownScale, ksb.ErrKind} {
		require.Zero(t, count(compiled, fault), compiled.Error())
	}
	for _, r := range f.Roles {
		for _, q := range r.Requirements {
			require.Positive(t, q.Level, "0 would be the top rung")
			require.Positive(t, q.Weight, "0 would be the default")
		}
	}
}
