package skillsengland_test

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
)

// told is a problem as tests look at it: the fault, where, on which line.
func told(problems ksb.Problems) (list []string) {
	for _, p := range problems {
		list = append(list, fmt.Sprintf("%d %s: %s", p.Origin.Line, p.Path, p.Fault))
	}
	return list
}

// read leaves out that keys are missing: the objects of most tests have no more keys
// than they are about.
func read(t *testing.T, document string) (ksb.Framework, ksb.Problems) {
	t.Helper()
	f, problems := skillsengland.Read(strings.NewReader(document), "file")
	return f, slices.DeleteFunc(problems, func(p *ksb.Problem) bool { return p.Fault == skillsengland.ErrE1001 })
}

// sound reads a document that has nothing wrong with it.
func sound(t *testing.T, document string) ksb.Framework {
	t.Helper()
	f, problems := read(t, document)
	require.NoError(t, problems.Err())
	return f
}

func roleIDs(f ksb.Framework) (ids []ksb.RoleID) {
	for _, r := range f.Roles {
		ids = append(ids, r.ID)
	}
	return ids
}

func asks(r ksb.Role) (ids []ksb.StatementID) {
	for _, q := range r.Requirements {
		ids = append(ids, q.Statement)
	}
	return ids
}

func texts(f ksb.Framework) map[ksb.StatementID]string {
	m := map[ksb.StatementID]string{}
	for _, s := range f.Statements {
		m[s.ID] = s.Code + " " + s.Text
	}
	return m
}

func unpacked(t testing.TB, path string) []byte {
	t.Helper()
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	r, err := gzip.NewReader(file)
	require.NoError(t, err)
	data, err := io.ReadAll(r)
	require.NoError(t, err)
	return data
}
