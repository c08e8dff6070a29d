package pathway_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// worth is what is wanted of a plan, most first: what is left, then pence, minutes,
// weeks.
func worth(left int64, p *pathway.Plan) []int64 {
	return []int64{left, p.CostPence, p.Minutes, int64(p.Weeks)}
}

// lost is the importance that a plan leaves open, critical gaps far ahead.
func (o oracle) lost(p *pathway.Plan) (lost int64) {
	for _, g := range o.goals() {
		if slices.ContainsFunc(p.Left, func(l pathway.Left) bool { return l.Statement == g.Statement }) {
			weight := int64(1)
			if g.Critical {
				weight = 1_000
			}
			lost += weight * int64(4*g.Importance)
		}
	}
	return lost
}

// TestMoreToChooseFromIsNeverWorse: a course more, a limit less, or a course that turns
// out to be provided never makes the best plan worse.
func TestMoreToChooseFromIsNeverWorse(t *testing.T) {
	t.Parallel()
	ix := index(t, statements...)
	rng := rand.New(rand.NewPCG(7, 2026))
	for i := range 1_000 {
		o := invent(rng)
		o.options.With = nil
		before := plan(t, planner(t, ix, o.courses...), o.report, o.options)
		pick := rng.IntN(len(o.courses))
		more := o
		more.courses = slices.Clone(o.courses)
		var why string
		switch rng.IntN(6) {
		case 0:
			why = "a course added"
			extra := o.courses[pick]
			extra.ID, extra.CostPence = "extra", int64(rng.IntN(5))
			more.courses = append(more.courses, extra)
		case 1:
			why = "a course provided"
			more.courses[pick].Provided = true
		case 2:
			why = "no days to keep to"
			more.options.Start = 0
		case 3:
			why = "no limits"
			more.options.Limits = pathway.Limits{}
		case 4:
			why = "any setting, any mode, any course"
			more.options.Setting, more.options.NotModes, more.options.Without = "", nil, nil
		case 5:
			why = "a course asks for less"
			more.courses[pick].Requires, more.courses[pick].Needs, more.courses[pick].After, more.courses[pick].Excludes = nil, nil, nil, nil
		}
		after := plan(t, planner(t, ix, more.courses...), o.report, more.options)
		require.LessOrEqual(t, slices.Compare(worth(o.lost(after), after), worth(o.lost(before), before)), 0,
			"world %d, %s (%s): %+v\n%+v\n%+v", i, why, o.courses[pick].ID, o.courses, o.report, o.options)
	}
}

// TestLessToChooseFromIsNeverCheaper: of plans that leave the same gaps, one that does
// without a course never costs less.
func TestLessToChooseFromIsNeverCheaper(t *testing.T) {
	t.Parallel()
	ix := index(t, statements...)
	rng := rand.New(rand.NewPCG(8, 2026))
	same := 0
	for i := range 500 {
		o := invent(rng)
		before := plan(t, planner(t, ix, o.courses...), o.report, o.options)
		less := o.options
		less.Without = append(slices.Clone(less.Without), o.courses[rng.IntN(len(o.courses))].ID)
		after := plan(t, planner(t, ix, o.courses...), o.report, less)
		if left(before) == left(after) && len(o.options.With) == 0 {
			same++
			require.LessOrEqual(t, before.CostPence, after.CostPence, "world %d", i)
		}
	}
	require.Greater(t, same, 150)
}

func left(p *pathway.Plan) string {
	var ids []string
	for _, l := range p.Left {
		ids = append(ids, string(l.Statement))
	}
	return fmt.Sprint(ids)
}

// TestReuseComesFirst: without limits no penny is spent on what provided courses alone
// can close: with all of that closed for nothing the residue costs as much.
func TestReuseComesFirst(t *testing.T) {
	t.Parallel()
	ix := index(t, statements...)
	rng := rand.New(rand.NewPCG(9, 2026))
	reused := 0
	for i := range 600 {
		o := invent(rng)
		for c := range o.courses {
			o.courses[c].Excludes = nil
		}
		o.options.Limits, o.options.With, o.options.Start, o.options.Reuse = pathway.Limits{}, nil, 0, true
		if o.options.Funding != nil {
			o.options.Funding.PotPence = nil
		}
		p := planner(t, ix, o.courses...)
		whole := plan(t, p, o.report, o.options)
		require.Len(t, o.goals(), len(whole.Reuse.Closes)+len(whole.Reuse.Residue))
		rest := *o.report
		rest.Gaps = nil
		for _, g := range o.report.Gaps {
			if !slices.Contains(whole.Reuse.Closes, g.Statement) {
				rest.Gaps = append(rest.Gaps, g)
			}
		}
		for _, id := range whole.Reuse.Closes {
			require.NotContains(t, leftOf(whole), id)
			reused++
		}
		free := o.options
		free.With = whole.Reuse.Courses
		require.Equal(t, whole.CostPence, plan(t, p, o.report, free).CostPence, "world %d: using what is provided never raises the cost", i)
		require.LessOrEqual(t, plan(t, p, &rest, o.options).CostPence, whole.CostPence, "world %d", i)
	}
	require.Greater(t, reused, 60)
}

func leftOf(p *pathway.Plan) (ids []ksb.StatementID) {
	for _, l := range p.Left {
		ids = append(ids, l.Statement)
	}
	return ids
}

// TestOptionsOrderDoesNotMatter: a question says the same in any order, and twice.
func TestOptionsOrderDoesNotMatter(t *testing.T) {
	t.Parallel()
	ix := index(t, statements...)
	rng := rand.New(rand.NewPCG(10, 2026))
	for i := range 300 {
		o := invent(rng)
		p := planner(t, ix, o.courses...)
		want := plan(t, p, o.report, o.options)
		turned := o.options
		for _, list := range []*[]string{&turned.With, &turned.Without} {
			*list = slices.Concat(*list, *list)
			slices.Reverse(*list)
		}
		require.Empty(t, cmp.Diff(want, plan(t, p, o.report, turned)), "world %d", i)
	}
}

// FuzzQuestion: whatever is asked of whatever catalogue, the plan is the best there is.
func FuzzQuestion(f *testing.F) {
	f.Add(uint64(1), int64(0), int64(0), 0, int32(0))
	f.Add(uint64(2), int64(-1), int64(1), 3, int32(740_000))
	f.Add(uint64(3), int64(1<<62), int64(10_001), -1, int32(-5))
	ix := index(f, statements...)
	f.Fuzz(func(t *testing.T, seed uint64, pence, share int64, weeks int, start int32) {
		o := invent(rand.New(rand.NewPCG(seed, 1)))
		o.options.Limits.Pence, o.options.Limits.Weeks, o.options.Start = &pence, &weeks, ksb.Date(start)
		o.options.Funding = &pathway.Funding{ShareBasisPoints: share}
		got, err := planner(t, ix, o.courses...).Plan(t.Context(), o.report, o.options)
		if pence < 0 || weeks < 0 || start < 0 || share < 0 || share > pathway.Whole {
			require.ErrorIs(t, err, ksb.ErrValue)
			return
		}
		require.NoError(t, err)
		ids := courses(got)
		slices.Sort(ids)
		if early := firstDay - 10_000; ksb.Date(start) == 0 || ksb.Date(start) > early { // else the oracle lives through too many weeks
			require.Equal(t, o.best().IDs, ids)
		}
	})
}
