package ksb_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

func TestCompileRings(t *testing.T) {
	tests := []struct {
		why        string
		statements []ksb.Statement
		want       []string                              // each ring, in the order of the way round
		left       map[ksb.StatementID][]ksb.StatementID // prerequisites that stay
	}{
		{
			"a chain is no ring",
			[]ksb.Statement{statement("A", "B"), statement("B", "C"), statement("C")},
			nil, map[ksb.StatementID][]ksb.StatementID{"A": {"B"}, "B": {"C"}},
		},
		{
			"two ways to the same prerequisite are no ring",
			[]ksb.Statement{statement("A", "B", "C"), statement("B", "D"), statement("C", "D"), statement("D")},
			nil, map[ksb.StatementID][]ksb.StatementID{"A": {"B", "C"}, "B": {"D"}, "C": {"D"}},
		},
		{
			"a statement that requires itself",
			[]ksb.Statement{statement("A", "A", "B"), statement("B")},
			[]string{"A A"}, map[ksb.StatementID][]ksb.StatementID{"A": {"B"}},
		},
		{
			"the ring is named from its first ID, in the direction of the prerequisites",
			[]ksb.Statement{statement("C", "A"), statement("A", "B"), statement("B", "C", "X"), statement("X"), statement("Y", "A")},
			[]string{"A B C A"}, map[ksb.StatementID][]ksb.StatementID{"B": {"X"}, "Y": {"A"}},
		},
		{
			"two rings are two mistakes, and what joins them stays",
			[]ksb.Statement{statement("A", "B"), statement("B", "A", "C"), statement("C", "D"), statement("D", "C")},
			[]string{"A B A", "C D C"}, map[ksb.StatementID][]ksb.StatementID{"B": {"C"}},
		},
		{
			"rings that share a statement are one knot, named by a shortest way round",
			[]ksb.Statement{statement("A", "B"), statement("B", "C"), statement("C", "B", "A", "D"), statement("D", "A")},
			[]string{"A B C A"}, nil,
		},
		{
			"a prerequisite that nobody knows closes no ring",
			[]ksb.Statement{statement("A", "B"), statement("B", "A"), statement("C", "A")},
			[]string{"A B A"}, map[ksb.StatementID][]ksb.StatementID{"C": {"A"}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			ix, problems := ksb.Compile(ksb.Framework{Statements: tt.statements})
			var got []string
			for _, p := range problems {
				require.ErrorIs(t, p, ksb.ErrRing)
				got = append(got, ringOf(p, tt.statements))
				require.Equal(t, "statements["+got[len(got)-1][:1]+"].requires", p.Path)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
			left := map[ksb.StatementID][]ksb.StatementID{}
			for _, s := range tt.statements {
				if kept, _ := ix.Statement(s.ID); len(kept.Requires) > 0 {
					left[s.ID] = kept.Requires
				}
			}
			if diff := cmp.Diff(tt.left, left, cmpopts.EquateEmpty()); diff != "" {
				t.Error("prerequisites that stay: ", diff)
			}
		})
	}
}

// ringOf are the statements that a problem names, in its order; the words between
// them are free.
func ringOf(p *ksb.Problem, statements []ksb.Statement) string {
	names := slices.DeleteFunc(strings.Fields(p.Detail), func(word string) bool {
		return !slices.ContainsFunc(statements, func(s ksb.Statement) bool { return string(s.ID) == word })
	})
	return strings.Join(names, " ")
}

// A ring of hundreds would hide every other problem of the list.
func TestLongRingsAreNotNamedWhole(t *testing.T) {
	var statements []ksb.Statement
	for i := range 500 {
		next := ksb.StatementID("S" + strconv.Itoa((i+1)%500))
		statements = append(statements, statement(ksb.StatementID("S"+strconv.Itoa(i)), next))
	}
	_, problems := ksb.Compile(ksb.Framework{Statements: statements})
	require.Len(t, problems, 1)
	names := strings.Fields(ringOf(problems[0], statements))
	require.Len(t, names, 11, "ten, and the first again")
	require.Equal(t, names[0], names[10])
}
