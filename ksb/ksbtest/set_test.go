package ksbtest_test

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

const setLimit = 1 << 12

// goodSet reads files of "CODE text" a line as one framework and keeps the contract.
func goodSet() ksbtest.Set {
	return ksbtest.Set{
		DetectFS: detectRows, ReadFS: readRowsFS, Limit: setLimit, RowOrder: shuffledRows,
		Samples: map[string]map[string][]byte{"two": {"x/a.rows": []byte("nothing\n" + rows), "x/b.rows": []byte("K2 explain the glaze\nS2 glaze a bowl\n")}},
	}
}

func detectRows(paths []string) (mine []string) {
	for _, p := range paths {
		if path.Ext(p) == ".rows" {
			mine = append(mine, p)
		}
	}
	return mine
}

func readRowsFS(fsys fs.FS, paths []string) (f ksb.Framework, problems ksb.Problems) {
	for _, p := range slices.Sorted(slices.Values(paths)) {
		one, wrong := readRowsFile(fsys, p)
		problems = append(problems, wrong...)
		if len(one.Statements) == 0 {
			continue
		}
		one.Roles[0].ID = ksb.RoleID(path.Base(p))
		f.Format, f.ID = one.Format, one.ID
		f.Statements, f.Roles = append(f.Statements, one.Statements...), append(f.Roles, one.Roles...)
	}
	return f, problems.Sort()
}

func readRowsFile(fsys fs.FS, p string) (ksb.Framework, ksb.Problems) {
	file, err := fsys.Open(p)
	if err != nil {
		return ksb.Framework{}, ksb.Problems{{Fault: ksb.ErrRead, Detail: err.Error(), Origin: ksb.Origin{File: p}}}
	}
	defer file.Close()
	data, problem := input.ReadLimited(file, p, setLimit)
	if problem != nil {
		return ksb.Framework{}, ksb.Problems{problem}
	}
	if path.Ext(p) != ".rows" {
		return ksb.Framework{}, ksb.Problems{{Fault: ksb.ErrFormat, Origin: ksb.Origin{File: p, Line: 1}}}
	}
	return parseRows(data, p)
}

func TestContractOfAGoodSet(t *testing.T) { ksbtest.RunSet(t, goodSet()) }

func failedSet(s ksbtest.Set) (names []string) {
	for _, c := range ksbtest.SetChecks() {
		var t recorder
		if c.Run(&t, s); len(t.complaints) > 0 {
			names = append(names, c.Name)
		}
	}
	return names
}

// afterSet lets a reader do its work and then spoils what it returns.
func afterSet(spoil func(paths []string, f *ksb.Framework, problems *ksb.Problems)) func(*ksbtest.Set) {
	return func(s *ksbtest.Set) {
		s.ReadFS = func(fsys fs.FS, paths []string) (ksb.Framework, ksb.Problems) {
			f, problems := readRowsFS(fsys, paths)
			spoil(paths, &f, &problems)
			return f, problems
		}
	}
}

func TestBadSetsAreCaught(t *testing.T) {
	var calls atomic.Int64
	all := func() (names []string) {
		for _, c := range ksbtest.SetChecks() {
			names = append(names, c.Name)
		}
		return names
	}
	but := func(names ...string) []string {
		return slices.DeleteFunc(all(), func(n string) bool { return slices.Contains(names, n) })
	}
	tests := []struct {
		why   string
		spoil func(*ksbtest.Set)
		want  []string
	}{
		{"a good reader", func(*ksbtest.Set) {}, nil},
		{"no samples", func(s *ksbtest.Set) { s.Samples = nil }, []string{"samples"}},
		{"samples of nothing", func(s *ksbtest.Set) {
			s.Samples = map[string]map[string][]byte{"": {"a.rows": []byte("nothing")}}
		}, []string{"samples"}},
		{"it picks what is not its own", func(s *ksbtest.Set) { s.DetectFS = func(paths []string) []string { return paths } }, []string{"detect"}},
		{"it does not pick a file of its own", func(s *ksbtest.Set) {
			s.DetectFS = func(paths []string) []string { return detectRows(paths[:min(1, len(paths))]) }
		}, []string{"detect"}},
		{"it panics", afterSet(func([]string, *ksb.Framework, *ksb.Problems) { panic(errors.New("no")) }), but("detect")},
		{"it panics when a file is short", afterSet(func(_ []string, f *ksb.Framework, _ *ksb.Problems) {
			if len(f.Statements) == 4 {
				panic(errors.New("no"))
			}
		}), []string{"prefixes", "flips"}},
		{"problems without their file", afterSet(func(_ []string, _ *ksb.Framework, problems *ksb.Problems) {
			for _, p := range *problems {
				p.Origin.File = ""
			}
		}), []string{"problems", "missing", "extra", "prefixes", "flips", "too large"}},
		{"a missing file is not told", afterSet(func(_ []string, _ *ksb.Framework, problems *ksb.Problems) {
			*problems = slices.DeleteFunc(*problems, func(p *ksb.Problem) bool { return p.Fault == ksb.ErrRead })
		}), []string{"missing"}},
		{"a missing file stops it", afterSet(func(_ []string, f *ksb.Framework, problems *ksb.Problems) {
			if errors.Is(*problems, ksb.ErrRead) {
				*f = ksb.Framework{}
			}
		}), []string{"missing"}},
		{"a strange file stops it", afterSet(func(_ []string, f *ksb.Framework, problems *ksb.Problems) {
			if errors.Is(*problems, ksb.ErrFormat) {
				*f = ksb.Framework{}
			}
		}), []string{"extra"}},
		{"a strange file is not told", afterSet(func(_ []string, _ *ksb.Framework, problems *ksb.Problems) {
			*problems = slices.DeleteFunc(*problems, func(p *ksb.Problem) bool { return p.Fault == ksb.ErrFormat })
		}), []string{"extra"}},
		{"a file that is too large is not told", afterSet(func(_ []string, _ *ksb.Framework, problems *ksb.Problems) {
			*problems = slices.DeleteFunc(*problems, func(p *ksb.Problem) bool { return p.Fault == ksb.ErrTooLarge })
		}), []string{"too large"}},
		{"places in another file", afterSet(func(paths []string, f *ksb.Framework, _ *ksb.Problems) {
			for i := range f.Statements {
				f.Statements[i].Origin.File = slices.Max(paths)
			}
		}), []string{"origins", "missing", "extra"}},
		{"the order of files shows", afterSet(func(paths []string, f *ksb.Framework, _ *ksb.Problems) {
			f.Title = paths[0]
		}), []string{"repeatable", "missing"}},
		{"another result at every call", afterSet(func(_ []string, f *ksb.Framework, _ *ksb.Problems) {
			f.Edition = fmt.Sprint(calls.Add(1))
		}), []string{"repeatable", "clothes", "missing", "extra", "row order"}},
		{"it wastes memory", func(s *ksbtest.Set) {
			s.ReadFS = func(fsys fs.FS, paths []string) (ksb.Framework, ksb.Problems) {
				if data, _ := fs.ReadFile(fsys, paths[0]); len(data) == setLimit {
					_ = strings.Repeat("x", 64<<20)
				}
				return readRowsFS(fsys, paths)
			}
		}, []string{"memory"}},
		{"the first row is special", afterSet(func(_ []string, f *ksb.Framework, _ *ksb.Problems) {
			if len(f.Statements) > 0 && f.Statements[0].Code == "S1" {
				f.Edition = "S"
			}
		}), []string{"row order"}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			s := goodSet()
			tt.spoil(&s)
			require.Equal(t, tt.want, failedSet(s))
		})
	}
}

// The samples are not changed by what is done with them.
func TestSetsAreLeftAlone(t *testing.T) {
	s := goodSet()
	before := maps.Clone(s.Samples["two"])
	failedSet(s)
	require.Equal(t, before, s.Samples["two"])
}

func TestSetChecksSayWhy(t *testing.T) {
	for _, c := range ksbtest.SetChecks() {
		require.NotEmpty(t, c.Name)
		require.NotEmpty(t, c.Doc, c.Name)
	}
}
