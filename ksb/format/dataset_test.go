package format_test

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// pairs is a format of two files: "left" and "right", with any ending.
func pairs(name string) format.Format {
	return format.Format{
		Name: name, Doc: "for tests",
		DetectFS: func(paths []string) (mine []string) {
			for _, p := range paths {
				if base, _, _ := strings.Cut(path.Base(p), "."); base == "left" || base == "right" {
					mine = append(mine, p)
				}
			}
			if len(mine) < 2 {
				return nil
			}
			return append(mine, "never/offered")
		},
		ReadFS: func(fsys fs.FS, paths []string) (f ksb.Framework, problems ksb.Problems) {
			for _, p := range paths {
				data, problem := input.ReadFile(fsys, p)
				if problem != nil {
					problems = append(problems, problem)
				}
				f.Title += string(data)
			}
			f.ID = ksb.FrameworkID(name + ":" + strings.Join(paths, "+"))
			return f, problems
		},
	}
}

func TestReadFSOfDataSets(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	suite := format.Suite{starting("one"), pairs("pair"), pairs("again")}
	for _, c := range []struct {
		why      string
		tree     fstest.MapFS
		want     []string
		problems []string
	}{
		{"two files are one framework, and the rest is read one by one",
			fstest.MapFS{"left": file("one l"), "middle": file("one m"), "right": file("one r")},
			[]string{"pair:left+right=one lone r", "middle=one m"}, nil},
		{"a set in the place of its first file", fstest.MapFS{"a": file("one a"), "left": file("l"), "right": file("r"), "z": file("one z")},
			[]string{"a=one a", "pair:left+right=lr", "z=one z"}, nil},
		{"gzipped or not", fstest.MapFS{"left.gz": file(gzipped("l")), "right": file("r")}, []string{"pair:left.gz+right=lr"}, nil},
		{"a folder is a set of its own", fstest.MapFS{"x/left": file("l"), "x/right": file("r"), "y/left": file("L"), "y/right": file("R")},
			[]string{"pair:x/left+x/right=lr", "pair:y/left+y/right=LR"}, nil},
		{"half a set is no set", fstest.MapFS{"x/left": file("one l"), "y/right": file("r")}, []string{"x/left=one l"}, []string{"y/right: unknown format"}},
		{"what is hidden is not offered", fstest.MapFS{"left": file("one l"), ".d/right": file("r")}, []string{"left=one l"}, nil},
		{"a broken file of a set is its reader's problem", fstest.MapFS{"left": file("l"), "right.gz": file(gzipped("r")[:5])},
			[]string{"pair:left+right.gz=l"}, []string{"right.gz: cannot be read"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			frameworks, problems := suite.ReadFS(c.tree)
			if diff := cmp.Diff(c.want, titles(frameworks)); diff != "" {
				t.Error(diff)
			}
			var got []string
			for _, p := range problems {
				got = append(got, p.Origin.File+": "+string(p.Fault))
			}
			if diff := cmp.Diff(c.problems, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReadFSOfADataSetInAnArchive(t *testing.T) {
	r := zipOf(t, entry{name: "set/left", text: "l"}, entry{name: "set/right", text: gzipped("r")})
	tree, problem := format.OpenZip(r, r.Size(), "all.zip", format.Limits{})
	require.Nil(t, problem)
	frameworks, problems := format.Suite{pairs("pair")}.ReadFS(tree)
	require.Empty(t, problems)
	require.Equal(t, []string{"pair:set/left+set/right=lr"}, titles(frameworks))
}

// A format of data sets alone is passed over where single documents are read.
func TestSuiteReadPassesOverDataSets(t *testing.T) {
	_, name, problems := format.Suite{pairs("pair"), starting("one")}.Read(strings.NewReader("one"), "left")
	require.Empty(t, problems)
	require.Equal(t, "one", name)
}

// TestEachTakesAWorkbookForOneDocument: a zip archive that a format detects is a document,
// and what is in it is that format's affair.
func TestEachTakesAWorkbookForOneDocument(t *testing.T) {
	book := format.Format{Name: "book", Detect: func(_ string, data []byte) bool { return bytes.HasPrefix(data, []byte("PK")) },
		Read: func(io.Reader, string) (ksb.Framework, ksb.Problems) { return ksb.Framework{ID: "book"}, nil }}
	var names []string
	for d := range (format.Suite{book}).Each(zipOf(t, entry{name: "xl/workbook.xml", text: "<x/>"}), "book.xlsx") {
		names = append(names, d.Name+" "+d.Format)
	}
	if diff := cmp.Diff([]string{"book.xlsx book"}, names); diff != "" {
		t.Error(diff)
	}
}
