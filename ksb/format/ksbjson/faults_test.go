package ksbjson_test

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
)

var update = flag.Bool("update", false, "write the golden files anew")

func requireGolden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}

// Every mistake of a very bad document in one go, by line; and beside them what stays.
func TestAVeryBadDocument(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "bad.json"))
	require.NoError(t, err)
	f, problems := ksbjson.Read(bytes.NewReader(data), "bad.json")
	var list strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&list, "%s:%d\t%s\t%s\n", p.Origin.File, p.Origin.Line, p.Fault, p.Path)
	}
	requireGolden(t, "bad.problems", list.String())
	requireGolden(t, "bad.kept.json", string(written(t, f)))
}

func TestReadRefuses(t *testing.T) {
	tests := []struct {
		why, give string
		want      mistake
	}{
		{"nothing", "", mistake{ksb.ErrRead, "", 0}},
		{"another format", `{"format":"worker/1"}`, mistake{ksb.ErrFormat, "format", 1}},
		{"a greater number", `{"format":"ksb/2","statements":"whatever that means by then"}`, mistake{ksb.ErrFormat, "format", 1}},
		{"no format", `{}`, mistake{ksb.ErrFormat, "format", 1}},
		{"a list of frameworks", `[{"format":"ksb/1"}]`, mistake{ksb.ErrWrongType, "", 1}},
		{"broken syntax, however late", "{\"format\":\"ksb/1\",\n\"statements\":[{\"id\":\"S1\"},\n]}", mistake{ksb.ErrSyntax, "", 3}},
		{"bytes of another encoding", "{\"format\":\"ksb/1\",\n\"title\":\"\xe9\"}", mistake{ksb.ErrEncoding, "", 2}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			f, problems := ksbjson.Read(strings.NewReader(tt.give), "x.json")
			if diff := cmp.Diff([]mistake{tt.want}, mistakes(problems)); diff != "" {
				t.Error(diff)
			}
			require.Equal(t, ksb.Framework{}, f, "nothing can be trusted")
			require.Equal(t, "x.json", problems[0].Origin.File)
		})
	}
}

// A part whose list has lost an element asks for something else than its author
// meant, so it goes with it, or the loss is remembered.
func TestReadDoesNotChangeMeanings(t *testing.T) {
	compile := func(part string) *ksb.Index {
		text := `{"format":"ksb/1","id":"x","statements":[{"id":"S1","kind":"skill","text":"","scale":"x"},{"id":"S2","kind":"skill","text":""}],` + part + `}`
		f, problems := ksbjson.Read(strings.NewReader(text), "x")
		require.NotEmpty(t, problems)
		ix, _ := ksb.Compile(f)
		return ix
	}
	t.Run("a scale without one of its rungs is another scale", func(t *testing.T) {
		_, kept := compile(`"scales":[{"id":"x","rungs":["not yet",1,"alone"]}]`).Statement("S1")
		require.False(t, kept, "level 1 would mean alone")
	})
	for _, rule := range []string{
		`{"all":[{"credential":"a"},{"credential":1}]}`,
		`{"any":[{"credential":"a"},{"credential":1}]}`,
		`{"atLeast":1,"of":[{"credential":"a"},{"credential":1}]}`,
		`{"not":{"any":[{"credential":"a"},{"credential":1}]}}`,
	} {
		t.Run("a gate without one of its branches is another gate "+rule, func(t *testing.T) {
			r, _ := compile(`"roles":[{"id":"R","title":"","requirements":[{"statement":"S2"}],"gates":[{"id":"G","phase":"entry","rule":` + rule + `}]}]`).Role("R")
			require.Empty(t, r.Gates)
		})
	}
	for _, requirements := range []string{`[{"statement":"S1","level":0}]`, `{"statement":"S1"}`} {
		t.Run("who stated requirements did not mean the duties "+requirements, func(t *testing.T) {
			r, _ := compile(`"roles":[{"id":"R","title":"","requirements":` + requirements + `,"duties":[{"id":"D","text":"","statements":["S2"]}]}]`).Role("R")
			require.Empty(t, r.Requirements)
		})
	}
}

// readAnyhow reads and compiles whatever it is given, which must not panic.
func readAnyhow(t *testing.T, data []byte) ksb.Problems {
	t.Helper()
	f, problems := ksbjson.Read(bytes.NewReader(data), "x.json")
	require.True(t, len(problems) == 0 || problems.Error() != "")
	ix, _ := ksb.Compile(f)
	for _, b := range ix.Briefs() {
		require.Len(t, b.Needs, len(b.Role.Requirements))
	}
	return problems
}

func TestEveryStartOfADocument(t *testing.T) {
	data := written(t, rich())
	for n := range data {
		broken := readAnyhow(t, data[:n]).Err() != nil
		require.Equal(t, n < len(bytes.TrimSpace(data)), broken, "the first %d bytes", n)
	}
}

func TestFlippedBits(t *testing.T) {
	data := written(t, rich())
	random := rand.New(rand.NewPCG(3, 3))
	for range 2000 {
		flipped := bytes.Clone(data)
		for range 1 + random.IntN(3) {
			flipped[random.IntN(len(flipped))] ^= 1 << random.IntN(8)
		}
		readAnyhow(t, flipped)
	}
}

func FuzzRead(f *testing.F) {
	var sample bytes.Buffer
	require.NoError(f, ksbjson.Write(&sample, rich()))
	bad, err := os.ReadFile(filepath.Join("testdata", "bad.json"))
	require.NoError(f, err)
	f.Add(sample.Bytes())
	f.Add(bad)
	f.Add([]byte(`{"format":"ksb/1","id":"x","statements":[{"id":"A","kind":"skill","requires":["A"]}],"roles":[{"id":"R","options":[{"id":"O"}],"duties":[{"id":"D","statements":["A"],"options":["O"]}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) { readAnyhow(t, data) })
}
