package pathway_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/pathway"
)

// said is a reason in short.
func said(reasons []assess.Reason) (list []string) {
	for _, r := range reasons {
		list = append(list, fmt.Sprint(r.Code, r.Refs))
	}
	return list
}

func TestWhy(t *testing.T) {
	t.Parallel()
	two := report(develop("S1", 2), develop("S2", 2))
	for _, c := range []struct {
		name, why string
		options   pathway.Options
		courses   []pathway.Course
		course    string
		want      []string
		more      []int64 // pence, minutes, weeks; nil: there is no other plan
	}{
		{"dearer", "a course that loses by its price", pathway.Options{}, []pathway.Course{course("a", 5), course("b", 9, lasting(3, 90))}, "b",
			[]string{"takes-place-of[a]"}, []int64{4, 30, 2}},
		{"in the plan", "its own reasons, and what would come in its place", pathway.Options{}, []pathway.Course{course("a", 5), course("b", 9, after("z")), course("z", 1)}, "z",
			[]string{"closes-gap[S1]", "takes[]", "brings-along[a]"}, []int64{4, 0, 0}},
		{"nothing in its place", "without it a gap stays open", pathway.Options{}, []pathway.Course{course("a", 5)}, "a",
			[]string{"closes-gap[S1]", "takes[]", "leaves-open[S1]"}, []int64{-5, -60, -1}},
		{"brings along", "a cheap course that has a dear one before it", pathway.Options{}, []pathway.Course{course("a", 5), course("b", 1, after("z")), course("z", 90, giving("S3", 1))}, "b",
			[]string{"takes-place-of[a]", "brings-along[z]"}, []int64{86, 60, 1}},
		{"of no use", "a course that teaches nothing that is missing", pathway.Options{}, []pathway.Course{course("a", 5), course("b", 0, giving("S3", 1))}, "b",
			[]string{"closes-nothing[]"}, []int64{0, 60, 0}},
		{"excluded", "a course that cannot stand beside one of the plan", pathway.Options{}, []pathway.Course{course("a", 5, excluding("b")), course("b", 5, giving("S2", 1))}, "b",
			[]string{"closes-nothing[]", "excluded-by[a]", "takes-place-of[a]", "leaves-open[S1]"}, []int64{0, 0, 0}},
		{"as good", "a tie is called a tie", pathway.Options{}, []pathway.Course{course("a", 5), course("b", 5)}, "b", []string{"takes-place-of[a]", "as-good[]"}, []int64{0, 0, 0}},
		{"not allowed", "the question rules it out", pathway.Options{Without: []string{"b"}}, []pathway.Course{course("a", 5), course("b", 1)}, "b", []string{"not-allowed[unwanted]"}, nil},
		{"cannot begin", "what it builds on is not to be had", pathway.Options{}, []pathway.Course{course("a", 5), course("b", 1, needing("dbs"))}, "b", []string{"cannot-begin[dbs]"}, nil},
		{"no money", "with it no plan keeps to the limit", pathway.Options{Limits: pathway.Limits{Pence: ptr(int64(6))}}, []pathway.Course{course("a", 5), course("b", 7)}, "b", []string{"does-not-fit[]"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := planner(t, index(t, "S1", "S2", "S3"), c.courses...).Why(context.Background(), two, c.options, c.course)
			require.NoError(t, err)
			require.Empty(t, cmp.Diff(c.want, said(got.Because)), c.why)
			require.True(t, got.Proved)
			if require.Equal(t, c.more != nil, got.Other != nil, c.why); c.more != nil {
				require.Equal(t, c.more, []int64{got.MorePence, got.MoreMinutes, int64(got.MoreWeeks)}, c.why)
			}
		})
	}
}

func TestWhyAgreesWithEverySubset(t *testing.T) {
	t.Parallel()
	ix := index(t, statements...)
	rng := rand.New(rand.NewPCG(6, 2026))
	for i := range 300 {
		o := invent(rng)
		id := o.courses[rng.IntN(len(o.courses))].ID
		text := fmt.Sprintf("world %d, %s: %+v\n%+v\n%+v", i, id, o.courses, o.report, o.options)
		got, err := planner(t, ix, o.courses...).Why(context.Background(), o.report, o.options, id)
		require.NoError(t, err, text)
		best := o.best()
		require.Equal(t, slices.Contains(best.IDs, id), got.InPlan, text)
		other := o
		if got.InPlan {
			other.options.Without = append(slices.Clone(o.options.Without), id)
		} else {
			other.options.With = append(slices.Clone(o.options.With), id)
		}
		want := other.best()
		require.Equal(t, got.InPlan || slices.Contains(want.IDs, id), got.Other != nil, text)
		if got.Other != nil {
			require.Empty(t, cmp.Diff(want.IDs, got.Other.Courses), text)
			require.Equal(t, []int64{want.Pence - best.Pence, want.Minutes - best.Minutes, int64(want.Weeks - best.Weeks)},
				[]int64{got.MorePence, got.MoreMinutes, int64(got.MoreWeeks)}, text)
		}
		require.NotEmpty(t, got.Because, text)
	}
}

func TestWhyRefusesWhatPlanRefuses(t *testing.T) {
	t.Parallel()
	p := planner(t, index(t, "S1"), course("a", 1))
	_, err := p.Why(context.Background(), nil, pathway.Options{}, "a")
	require.ErrorIs(t, err, pathway.ErrNoReport)
	_, err = p.Why(context.Background(), report(), pathway.Options{}, "x")
	require.ErrorIs(t, err, pathway.ErrUnknownCourse)
	_, err = p.Why(context.Background(), report(), pathway.Options{Without: []string{"x"}}, "a")
	require.ErrorIs(t, err, pathway.ErrUnknownCourse)
}
