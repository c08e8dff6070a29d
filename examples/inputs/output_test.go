package inputs_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/examples/inputs"
)

// outputOf is what some arguments come to.
func outputOf(t *testing.T, stdout io.Writer, args ...string) (*inputs.Output, error) {
	t.Helper()
	flags := flag.NewFlagSet("test", flag.ContinueOnError)
	var o inputs.Output
	o.Flags(flags, stdout, inputs.Text, inputs.JSON, inputs.Markdown, inputs.HTML, inputs.XLSX, inputs.Mermaid)
	require.NoError(t, flags.Parse(args))
	return &o, o.Check()
}

func TestOutputForm(t *testing.T) {
	for _, c := range []struct {
		why  string
		args []string
		want string
	}{
		{"nothing said: the usual one", nil, inputs.Text},
		{"by name", []string{"-format", "json"}, inputs.JSON},
		{"by the name of the file", []string{"-out", "a/Report.HTML"}, inputs.HTML},
		{"by its short ending", []string{"-out", "report.md"}, inputs.Markdown},
		{"by another short ending", []string{"-out", "map.mmd"}, inputs.Mermaid},
		{"a form that is said counts, whatever the file is called", []string{"-format", "text", "-out", "report.html"}, inputs.Text},
		{"an ending that means nothing", []string{"-out", "report.2026"}, inputs.Text},
		{"an ending of a form that this program has not", []string{"-out", "report.svg"}, inputs.Text},
		{"a workbook into a file or a pipe", []string{"-format", "xlsx"}, inputs.XLSX},
	} {
		o, err := outputOf(t, io.Discard, c.args...)
		require.NoError(t, err, c.why)
		require.Equal(t, c.want, o.Format, c.why)
	}
	_, err := outputOf(t, io.Discard, "-format", "xml")
	require.EqualError(t, err, `-format is text, json, markdown, html, xlsx or mermaid, not "xml"`)
}

// TestWorkbooksRefuseATerminal: bytes that nobody can read are not printed.
func TestWorkbooksRefuseATerminal(t *testing.T) {
	terminal, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no terminal to be had: ", err)
	}
	defer terminal.Close()
	_, err = outputOf(t, terminal, "-format", "xlsx")
	require.ErrorContains(t, err, "-out")
	_, err = outputOf(t, terminal, "-out", "report.xlsx")
	require.NoError(t, err)
	_, err = outputOf(t, terminal, "-format", "html")
	require.NoError(t, err, "markup can be read, if one has to")
}

func TestOutputWrite(t *testing.T) {
	hello := func(w io.Writer) error { _, err := io.WriteString(w, "hello"); return err }
	var stdout bytes.Buffer
	o, err := outputOf(t, &stdout)
	require.NoError(t, err)
	require.NoError(t, o.Write(hello))
	require.Equal(t, "hello", stdout.String())
	broken := errors.New("broken")
	require.ErrorIs(t, o.Write(func(w io.Writer) error { _ = hello(w); return broken }), broken)
	require.Equal(t, "hello", stdout.String(), "of what failed nothing is printed")

	name := filepath.Join(t.TempDir(), "answer.txt")
	o, err = outputOf(t, &stdout, "-out", name)
	require.NoError(t, err)
	require.NoError(t, o.Write(hello))
	require.Equal(t, "hello", stdout.String(), "and nothing more")
	require.Equal(t, "hello", contents(t, name))
}

func contents(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(data)
}

// TestSave: the old content or the new, never half of one.
func TestSave(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "report.html")
	saying := func(text string, err error) func(io.Writer) error {
		return func(w io.Writer) error {
			_, failed := io.WriteString(w, text)
			return errors.Join(failed, err)
		}
	}
	mode := func() os.FileMode {
		info, err := os.Stat(name)
		require.NoError(t, err)
		return info.Mode().Perm()
	}
	require.NoError(t, inputs.Save(name, saying("one", nil)))
	require.Equal(t, os.FileMode(0o600), mode(), "it is about a person")

	require.NoError(t, os.Chmod(name, 0o640))
	broken := errors.New("broken")
	require.ErrorIs(t, inputs.Save(name, saying("tw", broken)), broken)
	require.Equal(t, "one", contents(t, name))
	require.NoError(t, inputs.Save(name, saying("two", nil)))
	require.Equal(t, "two", contents(t, name))
	require.Equal(t, os.FileMode(0o640), mode(), "as somebody has set it")

	link := filepath.Join(dir, "latest.html")
	require.NoError(t, os.Symlink(name, link))
	require.NoError(t, inputs.Save(link, saying("three", nil)))
	require.Equal(t, "three", contents(t, name), "a link still leads there")

	require.NoError(t, inputs.Save(os.DevNull, saying("four", nil)), "no ordinary file: it is written to")
	require.Error(t, inputs.Save(dir, saying("five", nil)), "a folder is no file")
	require.Error(t, inputs.Save(filepath.Join(dir, "no/such/folder"), saying("six", nil)))
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, left, 2, "nothing half written stays behind")
}

func ExampleOutput() {
	flags := flag.NewFlagSet("program", flag.ContinueOnError)
	var o inputs.Output
	o.Flags(flags, os.Stdout, inputs.Text, inputs.JSON)
	_ = flags.Parse([]string{"-format", "json"})
	if o.Check() == nil {
		_ = o.Write(func(w io.Writer) error { _, err := fmt.Fprintln(w, o.Format); return err })
	}
	// Output: json
}
