package ksb_test

import (
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

func at(file string, line int) ksb.Origin { return ksb.Origin{File: file, Line: line} }

// The list of problems is the error, so an empty one must not be mistaken for one.
func TestProblemsErr(t *testing.T) {
	require.NoError(t, ksb.Problems(nil).Err())
	require.NoError(t, ksb.Problems{}.Err(), "empty, though not nil")

	var problems ksb.Problems
	problems.Add(at("f", 1), "a", ksb.ErrLevel, "")
	require.Error(t, problems.Err())
}

func TestProblemsUnwrap(t *testing.T) {
	var problems ksb.Problems
	problems.Add(at("f", 1), "roles[R1]", ksb.ErrEmptyRole, "")
	problems.Add(at("f", 2), "roles[R2]", ksb.ErrLevel, "%d", 9)
	err := problems.Err()

	require.ErrorIs(t, err, ksb.ErrEmptyRole)
	require.ErrorIs(t, err, ksb.ErrLevel, "the second is found as well as the first")
	require.NotErrorIs(t, err, ksb.ErrRing)

	var fault ksb.Fault
	require.True(t, errors.As(err, &fault))
	require.Equal(t, ksb.ErrEmptyRole, fault, "the first one")

	var problem *ksb.Problem
	require.True(t, errors.As(err, &problem))
	if diff := cmp.Diff(problems[0], problem); diff != "" {
		t.Error(diff)
	}
	var all ksb.Problems
	require.True(t, errors.As(err, &all))
	require.Len(t, all, 2)
}

// Error is "file:line: path: fault: detail" without the parts that are not known,
// the form in which editors and terminals make the place a link.
func TestProblemInWords(t *testing.T) {
	tests := []struct {
		why  string
		give ksb.Problem
		want string
	}{
		{"all parts", ksb.Problem{Fault: "f", Path: "p", Detail: "d", Origin: at("x.json", 7)}, "x.json:7: p: f: d"},
		{"the whole file", ksb.Problem{Fault: "f", Path: "p", Detail: "d", Origin: at("x.json", 0)}, "x.json: p: f: d"},
		{"built by a program", ksb.Problem{Fault: "f", Path: "p", Detail: "d"}, "p: f: d"},
		{"nothing but the fault", ksb.Problem{Fault: "f"}, "f"},
		{"a per cent sign is not an instruction", ksb.Problem{Fault: "f", Detail: "80%d"}, "f: 80%d"},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, tt.give.Error()); diff != "" {
				t.Error(diff)
			}
		})
	}
	both := ksb.Problems{&tests[0].give, &tests[3].give}
	require.Equal(t, "x.json:7: p: f: d\nf", both.Error(), "one a line")
}

// Each problem stands after the one above it for the reason that is given.
func ordered() (problems ksb.Problems) {
	for _, p := range []struct {
		why    string
		file   string
		line   int
		path   string
		fault  ksb.Fault
		detail string
	}{
		{"no file is before any", "", 9, "z", "z", "z"},
		{"file first", "a.json", 0, "z", "z", "z"},
		{"then line: the whole file before its lines", "a.json", 2, "z", "z", "z"},
		{"lines are numbers", "a.json", 10, "roles[K2]", "z", "z"},
		{"then path, in natural order", "a.json", 10, "roles[K10]", "y", "z"},
		{"then fault", "a.json", 10, "roles[K10]", "z", "a"},
		{"then detail", "a.json", 10, "roles[K10]", "z", "b"},
		{"another file", "b.json", 1, "", "", ""},
	} {
		problems = append(problems, &ksb.Problem{Fault: p.fault, Path: p.path, Detail: p.detail, Origin: at(p.file, p.line)})
	}
	return problems
}

func TestProblemsSort(t *testing.T) {
	want := ordered()
	random := rand.New(rand.NewPCG(1, 1))
	for range 100 {
		got := append(ordered(), ordered()...) // what was found twice is told once
		random.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		if diff := cmp.Diff(want, got.Sort()); diff != "" {
			t.Fatal(diff)
		}
	}
}

// Two problems that differ are never equal in order: else the order in which they
// were found would show, and repetitions would hide between them.
func TestProblemOrderIsTotal(t *testing.T) {
	p := &ksb.Problem{Fault: ksb.ErrUnknownScale, Path: "statements[K1].scale", Detail: `"x"`}
	q := &ksb.Problem{Fault: ksb.ErrUnknownScale, Path: "statements[K01].scale", Detail: `"x"`}
	require.NotZero(t, p.Compare(q), "paths that differ in leading zeros")
	require.Equal(t, p.Compare(q), -q.Compare(p))
	require.Len(t, ksb.Problems{p, q, p, q, p}.Sort(), 2)
}
