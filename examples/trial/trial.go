// Package trial is what the tests of the example programs share: a call of a program, the
// files that it is called with, and what it prints, held against golden files. It is for
// tests alone.
package trial

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/examples/inputs"
)

// Called is what a call of a program came to: the exit code, standard output and standard
// error.
type Called struct {
	Code        int
	Out, Errors string
}

// Call runs a program on what is typed.
func Call(stdin string, run func(stdin io.Reader, stdout, stderr io.Writer) int) Called {
	var out, errs bytes.Buffer
	code := run(strings.NewReader(stdin), &out, &errs)
	return Called{code, out.String(), errs.String()}
}

// Ends: a call ended with an exit code, said so on standard error, and printed an answer or
// none.
func (c Called) Ends(t testing.TB, code int, says string, answer bool) {
	t.Helper()
	require.Equal(t, code, c.Code, c.Errors)
	require.Contains(t, c.Errors, says)
	require.Equal(t, answer, c.Out != "", "an answer or none")
}

// Write puts a text into a new file that is gone after the test, and returns its path.
func Write(t testing.TB, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

// Fits: a text is for 80 columns.
func Fits(t testing.TB, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > 80 {
			t.Errorf("%d columns: %s", n, line)
		}
	}
}

// Golden are files under testdata with what programs print, to the byte. Of itself it
// rewrites none; see [Goldens].
type Golden struct{ update *bool }

// Goldens adds the flag -update, which rewrites the golden files: read every difference
// before you commit it. It is for a variable of the test package, once.
func Goldens() Golden { return Golden{flag.Bool("update", false, "rewrite the golden files")} }

// Printed: a call went well, nothing was wrong with its inputs, and it printed what is in
// the file of this name. A name that ends in .txt is that of a text for 80 columns.
func (g Golden) Printed(t testing.TB, name string, got Called, why string) {
	t.Helper()
	require.Equal(t, inputs.Done, got.Code, "%s: %s", why, got.Errors)
	require.Empty(t, got.Errors, why)
	g.Equal(t, name, got.Out, why)
	if filepath.Ext(name) == ".txt" {
		Fits(t, got.Out)
	}
}

// Equal: a text is what is in the file of this name.
func (g Golden) Equal(t testing.TB, name, got, why string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if g.update != nil && *g.update {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", why, diff)
	}
}
