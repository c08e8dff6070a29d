package esco_test

import (
	"bytes"
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/esco"
)

func FuzzRead(f *testing.F) {
	for _, set := range []map[string]string{tabiya(), official()} {
		for _, text := range set {
			f.Add([]byte(text))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		esco.Detect("f", data)
		alone, _ := esco.Read(bytes.NewReader(data), "f")
		again, _ := esco.Read(bytes.NewReader(data), "f")
		if diff := cmp.Diff(alone, again); diff != "" {
			t.Error(diff)
		}
		tree, paths := fstest.MapFS{"f": {Data: data}}, []string{"f"}
		for name, text := range tabiya() {
			tree[name] = &fstest.MapFile{Data: []byte(text)}
			paths = append(paths, name)
		}
		among, problems := esco.ReadFS(tree, paths)
		holds(t, alone, nil)
		holds(t, among, problems)
	})
}

// holds: what is asked for is there, and every problem has a place.
func holds(t *testing.T, f ksb.Framework, problems ksb.Problems) {
	for _, p := range problems {
		require.NotEmpty(t, p.Origin.File, p.Error())
	}
	ids := map[ksb.StatementID]bool{}
	for _, s := range f.Statements {
		require.NotEmpty(t, s.ID)
		ids[s.ID] = true
	}
	for _, r := range f.Roles {
		require.NotEmpty(t, r.ID)
		for _, q := range r.Requirements {
			require.True(t, ids[q.Statement], q.Statement)
			require.Positive(t, q.Weight, "0 would be the default")
		}
	}
	ix, _ := ksb.Compile(f)
	require.NotNil(t, ix)
}

// One skill below very many groups, and very many below one: a reader that looked at all of
// them for each would not come to an end here.
func TestManyGroups(t *testing.T) {
	const n = 50_000
	groups := bytes.NewBufferString("conceptType,conceptUri,preferredLabel\n")
	steps := bytes.NewBufferString("conceptType,conceptUri,broaderType,broaderUri\n")
	for i := range n {
		fmt.Fprintf(groups, "SkillGroup,g%d,group %d\n", i, i)
		fmt.Fprintf(steps, "SkillGroup,g%d,SkillGroup,g0\nSkillGroup,g1,SkillGroup,g%d\n", i, i)
	}
	f, problems := readSet(t, map[string]string{"skills.csv": tabiya()["skills.csv"], "skillGroups_en.csv": groups.String(), "broaderRelationsSkillPillar_en.csv": steps.String()})
	require.Len(t, f.Groups, n)
	require.Equal(t, 2, count(problems, ksb.ErrValue), "below itself")
}
