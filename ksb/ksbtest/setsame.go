package ksbtest

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"path"
	"reflect"
	"slices"
	"sync"

	"github.com/skillgap-go/skillgap/ksb"
)

func checkSets(t T, s Set) {
	if len(s.Samples) == 0 {
		t.Errorf("there is no sample")
	}
	for name, set := range s.sorted() {
		got := s.read(t, name, set)
		if len(got.framework.Statements) == 0 || len(got.framework.Roles) == 0 {
			t.Errorf("%s: no statement or no role was read: %v", name, got.problems)
		}
	}
}

func checkDetect(t T, s Set) {
	if picked := s.DetectFS(nil); len(picked) > 0 {
		t.Errorf("of no files %q are picked", picked)
	}
	for name, set := range s.sorted() {
		paths := set.paths()
		folder := path.Dir(paths[0])
		others := []string{path.Join(folder, "README"), path.Join(folder, "other.csv"), path.Join(folder, "other.txt")}
		picked := slices.Sorted(slices.Values(s.DetectFS(slices.Concat(paths, others))))
		if !slices.Equal(picked, paths) {
			t.Errorf("%s: of %q and %q these are picked: %q", name, paths, others, picked)
		}
		if picked = s.DetectFS(slices.Clone(others)); len(picked) > 0 {
			t.Errorf("of %q these are picked: %q", others, picked)
		}
	}
}

func checkSetProblems(t T, s Set) {
	for name, set := range s.sorted() {
		set.places().sound(t, name, s.read(t, name, set).problems)
	}
}

func checkSetOrigins(t T, s Set) {
	for name, set := range s.sorted() {
		placed(t, name, s.read(t, name, set).framework, set)
	}
}

func checkSetRepeatable(t T, s Set) {
	for name, set := range s.sorted() {
		want, paths := s.read(t, name, set), set.paths()
		all := make([]result, len(paths))
		var group sync.WaitGroup
		for i := range paths {
			turned := slices.Concat(paths[i:], paths[:i])
			group.Go(func() { all[i] = s.readTree(t, name, set.tree(), turned) })
		}
		group.Wait()
		for i, got := range all {
			if !same(want, got) {
				t.Errorf("%s: from file %d on, with others at once, the set tells something else", name, i)
			}
		}
	}
}

func checkSetClothes(t T, s Set) {
	marked := func(data []byte) []byte { return append([]byte("\uFEFF"), data...) }
	crlf := func(data []byte) []byte { return bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n")) }
	for name, set := range s.sorted() {
		want := s.read(t, name, set)
		if !same(want, s.read(t, name, set.dressed(packed))) {
			t.Errorf("%s: gzipped it tells something else", name)
		}
		if !same(want, s.read(t, name, set.dressed(marked))) {
			t.Errorf("%s: with byte order marks it tells something else", name)
		}
		got := s.read(t, name, set.dressed(crlf))
		if !reflect.DeepEqual(want.framework, got.framework) && len(got.problems) <= len(want.problems) {
			t.Errorf("%s: with CRLF it tells something else, and no problem more", name)
		}
	}
}

// checkMissing: a path that leads nowhere is a problem of its own, with its name; a set
// that was published without the file is read without a problem of that name.
func checkMissing(t T, s Set) {
	for p, set := range s.each() {
		left := set.with(p, nil)
		without := s.read(t, "without "+p, left)
		left.places().sound(t, "without "+p, without.problems)
		got := s.readTree(t, p+" is not there", left.tree(), set.paths())
		set.places().sound(t, p+" is not there", got.problems)
		s.names(t, p, got.problems, ksb.ErrRead)
		if !got.panicked && !reflect.DeepEqual(got.framework, without.framework) {
			t.Errorf("%s is not there: the others tell something else", p)
		}
	}
}

func checkExtra(t T, s Set) {
	for name, set := range s.sorted() {
		p := path.Join(path.Dir(set.paths()[0]), "other.txt")
		more := set.with(p, []byte("something else\n"))
		want, got := s.read(t, name, set), s.read(t, name+" and "+p, more)
		more.places().sound(t, name, got.problems)
		s.names(t, p, got.problems, ksb.ErrFormat)
		if !got.panicked && !reflect.DeepEqual(got.framework, want.framework) {
			t.Errorf("%s: among the files it changes what they tell", p)
		}
	}
}

// names: a problem with the file tells why.
func (s Set) names(t T, file string, problems ksb.Problems, why error) {
	t.Helper()
	if !slices.ContainsFunc(problems, func(p *ksb.Problem) bool { return p.Origin.File == file && errors.Is(p, why) }) {
		t.Errorf("%s: no problem says %q: %v", file, why, problems)
	}
}

// checkSetRowOrder compares fingerprints, as checkRowOrder does.
func checkSetRowOrder(t T, s Set) {
	const times = 5
	if s.RowOrder == nil {
		return
	}
	for p, set := range s.each() {
		rng := rand.New(rand.NewPCG(3, 4))
		want, _ := ksb.Compile(s.read(t, p, set).framework)
		for i := range times {
			what := fmt.Sprintf("%s: order %d", p, i)
			shuffled := set.with(p, s.RowOrder(bytes.Clone(set[p]), rng.Shuffle))
			if got, _ := ksb.Compile(s.read(t, what, shuffled).framework); got.Fingerprint() != want.Fingerprint() {
				t.Errorf("%s: the rows tell something else:\n%s", what, shuffled[p])
			}
		}
	}
}
