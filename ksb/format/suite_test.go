package format_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format"
)

// starting is a format whose documents start with its name.
func starting(name string) format.Format {
	return format.Format{
		Name: name, Doc: "for tests",
		Detect: func(_ string, data []byte) bool { return bytes.HasPrefix(data, []byte(name)) },
		Read: func(r io.Reader, file string) (f ksb.Framework, problems ksb.Problems) {
			data, _ := io.ReadAll(r)
			if bytes.Contains(data, []byte("flaw")) {
				problems.Add(ksb.Origin{File: file, Line: 1}, "", ksb.ErrValue, "a flaw")
			}
			return ksb.Framework{ID: ksb.FrameworkID(file), Title: string(data)}, problems
		},
	}
}

func gzipped(text string) string {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, _ = w.Write([]byte(text))
	_ = w.Close()
	return out.String()
}

func faults(problems ksb.Problems) (list []ksb.Fault) {
	for _, p := range problems {
		list = append(list, p.Fault)
	}
	return list
}

func TestSuiteRead(t *testing.T) {
	suite := format.Suite{starting("one"), starting("on"), starting("PK")}
	for _, c := range []struct {
		why, data, format string
		faults            []ksb.Fault
	}{
		{why: "the format that detects it", data: "on it", format: "on"},
		{why: "of two the first in the list", data: "one", format: "one"},
		{why: "gzip is unpacked before anything is detected", data: gzipped("one"), format: "one"},
		{why: "a byte order mark hides nothing", data: "\uFEFFone", format: "one"},
		{why: "the reader's problems are handed on", data: "one flaw", format: "one", faults: []ksb.Fault{ksb.ErrValue}},
		{why: "bytes that are no text may be a format all the same", data: "PK\xff\xfe", format: "PK"},
		{why: "no format", data: "two", faults: []ksb.Fault{ksb.ErrFormat}},
		{why: "no text and no format", data: "\xff\x00\xfe", faults: []ksb.Fault{ksb.ErrEncoding}},
		{why: "nothing", data: "", faults: []ksb.Fault{ksb.ErrRead}},
		{why: "gzip cut off", data: gzipped("one")[:12], faults: []ksb.Fault{ksb.ErrRead}},
	} {
		t.Run(c.why, func(t *testing.T) {
			_, name, problems := suite.Read(strings.NewReader(c.data), "file")
			if diff := cmp.Diff(c.format, name); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.faults, faults(problems)); diff != "" {
				t.Error(diff, problems)
			}
		})
	}
}

func TestSuiteReadSaysWhatItFound(t *testing.T) {
	suite := format.Suite{starting("one"), starting("two")}
	for _, c := range []struct{ why, data, found string }{
		{"an object by its keys", `{"name":1,"list":[]}`, `a JSON object with the keys "name", "list"`},
		{"a list by the keys of its first object", `[{"name":1}]`, `a JSON list with the keys "name"`},
		{"a list of something else", `[1]`, `a JSON list`},
		{"broken JSON up to the break", `{"name":1,"list":[`, `a JSON object with the keys "name"`},
		{"deep nesting", strings.Repeat("[", 1_000_000), `a JSON list`},
		{"markup", "<html>", `markup that starts "<html>"`},
		{"text by its first line", "some words\nmore", `text that starts "some words"`},
	} {
		t.Run(c.why, func(t *testing.T) {
			_, _, problems := suite.Read(strings.NewReader(c.data), "file")
			require.Len(t, problems, 1)
			require.ErrorIs(t, problems, ksb.ErrFormat)
			if diff := cmp.Diff("found "+c.found+"; understood are: one, two", problems[0].Detail); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func titles(frameworks []ksb.Framework) (list []string) {
	for _, f := range frameworks {
		list = append(list, string(f.ID)+"="+f.Title)
	}
	return list
}

func TestReadFS(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	frameworks, problems := format.Suite{starting("one")}.ReadFS(fstest.MapFS{
		"a10":       file("one ten"),
		"a2":        file("one two"),
		"b/deep/x":  file(gzipped("one x")),
		"README":    file("words"),
		".hidden":   file("one hidden"),
		".git/file": file("one hidden, too"),
		"link":      &fstest.MapFile{Mode: fs.ModeSymlink, Data: []byte("a2")},
		"flawed":    file("one flaw"),
		"empty":     file(""),
	})
	want := []string{"a2=one two", "a10=one ten", "b/deep/x=one x", "flawed=one flaw"}
	if diff := cmp.Diff(want, titles(frameworks)); diff != "" {
		t.Error("natural order, a flaw keeps its framework:", diff)
	}
	var got []string
	for _, p := range problems {
		got = append(got, fmt.Sprintf("%s: %s", p.Origin.File, p.Fault))
	}
	wantProblems := []string{"README: unknown format", "empty: cannot be read", "flawed: value not allowed", "link: cannot be read"}
	if diff := cmp.Diff(wantProblems, got); diff != "" {
		t.Error("each file that does not fit is one problem:", diff)
	}
}

func TestReadFSOfNothing(t *testing.T) {
	frameworks, problems := format.Suite{}.ReadFS(os.DirFS(t.TempDir() + "/none"))
	require.Empty(t, frameworks)
	require.ErrorIs(t, problems, ksb.ErrRead)
}

type entry struct {
	name, text string
	mode       fs.FileMode
}

func zipOf(t *testing.T, entries ...entry) *bytes.Reader {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, e := range entries {
		header := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		header.SetMode(e.mode | 0o644)
		f, err := w.CreateHeader(header)
		require.NoError(t, err)
		_, err = f.Write([]byte(e.text))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return bytes.NewReader(out.Bytes())
}

func TestOpenZip(t *testing.T) {
	r := zipOf(t, entry{name: "a10", text: "one ten"}, entry{name: "dir/a2", text: "one two"},
		entry{name: "./a1", text: "one one"}, entry{name: "__MACOSX/._a1", text: "junk"})
	tree, problem := format.OpenZip(r, r.Size(), "all.zip", format.Limits{})
	require.Nil(t, problem)
	frameworks, problems := format.Suite{starting("one")}.ReadFS(tree)
	require.Empty(t, problems)
	want := []string{"a1=one one", "a10=one ten", "dir/a2=one two"}
	if diff := cmp.Diff(want, titles(frameworks)); diff != "" {
		t.Error(diff)
	}
}

func TestOpenZipRefuses(t *testing.T) {
	big := strings.Repeat("0", 2000)
	for _, c := range []struct {
		why     string
		entries []entry
		limits  format.Limits
		want    ksb.Fault
	}{
		{"more entries than allowed", []entry{{name: "a"}, {name: "b"}}, format.Limits{Files: 1}, ksb.ErrTooLarge},
		{"one entry that unpacks to too much", []entry{{name: "a", text: big}}, format.Limits{Bytes: 1999}, ksb.ErrTooLarge},
		{"entries that do so together", []entry{{name: "a", text: big}, {name: "b", text: big}}, format.Limits{Bytes: 3999}, ksb.ErrTooLarge},
		{"a step out of the tree", []entry{{name: "../a"}}, format.Limits{}, ksb.ErrValue},
		{"a hidden step out of the tree", []entry{{name: "a/../../b"}}, format.Limits{}, ksb.ErrValue},
		{"backslashes, which part folders on some systems only", []entry{{name: `a\b`}}, format.Limits{}, ksb.ErrValue},
		{"a step out with backslashes", []entry{{name: `..\a`}}, format.Limits{}, ksb.ErrValue},
		{"a path from the root", []entry{{name: "/etc/a"}}, format.Limits{}, ksb.ErrValue},
		{"a drive", []entry{{name: `C:\a`}}, format.Limits{}, ksb.ErrValue},
		{"a link, which may lead anywhere", []entry{{name: "a", mode: fs.ModeSymlink, text: "/etc"}}, format.Limits{}, ksb.ErrValue},
	} {
		t.Run(c.why, func(t *testing.T) {
			r := zipOf(t, c.entries...)
			tree, problem := format.OpenZip(r, r.Size(), "all.zip", c.limits)
			require.Nil(t, tree)
			require.NotNil(t, problem)
			require.ErrorIs(t, problem, c.want)
		})
	}
	t.Run("no archive", func(t *testing.T) {
		_, problem := format.OpenZip(strings.NewReader("text"), 4, "all.zip", format.Limits{})
		require.ErrorIs(t, problem, ksb.ErrRead)
	})
}

// An entry may lie about its size. What it says is what counts against the limits, and
// so nothing beyond it may be unpacked.
func TestOpenZipLyingEntry(t *testing.T) {
	r := zipOf(t, entry{name: "a", text: "one" + strings.Repeat("0", 1_000_000)})
	data, err := io.ReadAll(r)
	require.NoError(t, err)
	directory := bytes.LastIndex(data, []byte("PK\x01\x02"))
	require.Positive(t, directory)
	copy(data[directory+24:], []byte{10, 0, 0, 0})
	tree, problem := format.OpenZip(bytes.NewReader(data), int64(len(data)), "all.zip", format.Limits{Bytes: 100})
	require.Nil(t, problem)
	frameworks, problems := format.Suite{starting("one")}.ReadFS(tree)
	require.Empty(t, frameworks)
	require.ErrorIs(t, problems, ksb.ErrRead)
}

func TestRepeatedNamesInZip(t *testing.T) {
	r := zipOf(t, entry{name: "a", text: "one"}, entry{name: "a", text: "one more"})
	tree, problem := format.OpenZip(r, r.Size(), "all.zip", format.Limits{})
	require.Nil(t, problem)
	_, problems := format.Suite{starting("one")}.ReadFS(tree)
	require.True(t, errors.Is(problems, ksb.ErrRead), "nobody can tell which of the two was meant")
}

func ExampleSuite_Read() {
	suite := format.Suite{{
		Name: "line", Doc: "one role a line",
		Detect: func(_ string, data []byte) bool { return bytes.HasPrefix(data, []byte("role: ")) },
		Read: func(r io.Reader, _ string) (ksb.Framework, ksb.Problems) {
			data, _ := io.ReadAll(r)
			title := strings.TrimPrefix(string(data), "role: ")
			return ksb.Framework{ID: "lines", Roles: []ksb.Role{{ID: "1", Title: title}}}, nil
		},
	}}
	framework, name, problems := suite.Read(strings.NewReader("role: Beekeeper"), "roles.txt")
	fmt.Println(name, framework.Roles[0].Title, problems.Err())
	_, _, problems = suite.Read(strings.NewReader("Beekeeper"), "roles.txt")
	fmt.Println(problems)
	// Output:
	// line Beekeeper <nil>
	// roles.txt:1: unknown format: found text that starts "Beekeeper"; understood are: line
}
