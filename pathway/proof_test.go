package pathway_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// TestProofsAddUp: the amounts of each case come to what it says, the least of them is
// the bound of the plan, and no need is told that some plan does not meet.
func TestProofsAddUp(t *testing.T) {
	t.Parallel()
	ix := index(t, statements...)
	rng := rand.New(rand.NewPCG(14, 2026))
	told := map[pathway.ProofOf]int{}
	cases, cannot, takes, beyond := 0, 0, 0, 0
	for i := range 1_200 {
		o := invent(rng)
		got := plan(t, planner(t, ix, o.courses...), o.report, o.options)
		p := got.Proof
		if p == nil {
			if got.BoundPence != nil && *got.BoundPence > 0 {
				require.Fail(t, "a bound without a proof", "world %d: %d", i, *got.BoundPence)
			}
			continue
		}
		text := fmt.Sprintf("world %d: %+v\n%+v\n%+v\n%+v", i, o.courses, o.report, o.options, p)
		told[p.Of]++
		least := int64(math.MaxInt64)
		for _, c := range p.Cases {
			sum := int64(0)
			for k, a := range c.Amounts {
				sum += a.Adds
				require.NotZero(t, a.Adds, text)
				require.True(t, k == 0 || a.Adds <= c.Amounts[k-1].Adds, text)
			}
			if c.Cannot == nil {
				require.Equal(t, c.Least, sum, text)
			} else {
				cannot++
			}
			least = min(least, c.Least)
		}
		cases += len(p.Cases)
		require.Equal(t, p.Least, least, text)
		requireBound(t, o, got, text)
		requireMet(t, o, got, text)
		takes += requireTaken(t, o, got, text)
		beyond += requireBeyond(t, o, got, text)
	}
	require.Greater(t, told[pathway.OfCost], 200)
	require.Greater(t, told[pathway.OfImportance], 5)
	require.Positive(t, told[pathway.OfCritical])
	require.Greater(t, cases, len(told), "some are split")
	require.Positive(t, cannot)
	require.Positive(t, takes)
	require.Positive(t, beyond)
}

// requireTaken lives through every set of courses as if there were not the limit of a case:
// what is better than the plan takes as much of it as the case says, which is more than
// there is.
func requireTaken(t *testing.T, o oracle, p *pathway.Plan, text string) (cases int) {
	t.Helper()
	for _, c := range p.Proof.Cases {
		if len(c.Takes) == 0 {
			continue
		}
		cases++
		sum, free := int64(0), o
		for _, a := range c.Takes {
			sum += a.Adds
		}
		require.Greater(t, sum, c.Cannot.Adds, text)
		of := func(b bill) int64 { return b.Pence }
		switch l := &free.options.Limits; c.Cannot.Refs[0] {
		case "pence":
			require.Equal(t, *l.Pence, c.Cannot.Adds, text)
			l.Pence = nil
		case "minutes":
			require.Equal(t, *l.Minutes, c.Cannot.Adds, text)
			l.Minutes, of = nil, func(b bill) int64 { return b.Minutes }
		default:
			require.Equal(t, *o.options.Funding.PotPence, c.Cannot.Adds, text)
			free.options.Funding = &pathway.Funding{ShareBasisPoints: o.options.Funding.ShareBasisPoints}
			of = func(b bill) int64 { return b.Funded }
		}
		have, _ := o.live(setOf(o, p))
		for set := range uint(1) << len(o.courses) {
			if b, ok := free.live(set); ok && falls(c, b.IDs) && better(p, b, have) && o.eachFits(set) {
				require.GreaterOrEqual(t, of(b), sum, "%v: %s", b.IDs, text)
			}
		}
	}
	return cases
}

// eachFits tells whether every course of a set keeps to the limits of what it takes.
func (o oracle) eachFits(set uint) bool {
	l, f := o.options.Limits, o.options.Funding
	for i, c := range o.courses {
		pence, funded := o.pays(c)
		if set>>i&1 == 1 && (l.Pence != nil && pence > *l.Pence || l.Minutes != nil && c.Minutes > *l.Minutes || f != nil && f.PotPence != nil && funded > *f.PotPence) {
			return false
		}
	}
	return true
}

// better tells whether a set of courses is what the proof of a plan says that no other is.
func better(p *pathway.Plan, b, have bill) bool {
	switch as := slices.Compare(b.closed[:], have.closed[:]); {
	case p.Proof.Of == pathway.OfCritical:
		return slices.Compare(b.closed[:2], have.closed[:2]) > 0
	case p.Proof.Of == pathway.OfCost:
		return as >= 0 && b.Pence < have.Pence
	default:
		return as > 0
	}
}

func setOf(o oracle, p *pathway.Plan) (set uint) {
	for _, s := range p.Steps {
		set |= 1 << slices.IndexFunc(o.courses, func(c pathway.Course) bool { return c.ID == s.Course })
	}
	return set
}

// requireBeyond: no set of courses that keeps to the limits closes what is out of reach.
func requireBeyond(t *testing.T, o oracle, p *pathway.Plan, text string) int {
	t.Helper()
	for set := range uint(1) << len(o.courses) {
		if b, ok := o.live(set); ok {
			for _, id := range p.Proof.Beyond {
				require.NotContains(t, b.all, id, text)
			}
		}
	}
	return len(p.Proof.Beyond)
}

// requireBound compares a proof with the bound that the plan states.
func requireBound(t *testing.T, o oracle, p *pathway.Plan, text string) {
	t.Helper()
	switch p.Proof.Of {
	case pathway.OfCost:
		require.Equal(t, p.CostPence, p.Proof.Least, text)
		require.Zero(t, p.Proof.All)
	case pathway.OfImportance:
		require.InDelta(t, *p.BoundShare, 1-float64(p.Proof.Least)/float64(p.Proof.All), 1e-12, text)
	case pathway.OfCritical:
		open := int64(0)
		for _, l := range p.Left {
			for _, g := range o.goals() {
				if g.Statement == l.Statement && g.Critical {
					open += int64(math.Round(g.Importance * 1e6))
				}
			}
		}
		require.Equal(t, open, p.Proof.Least, text)
	}
}

// requireMet lives through every set of courses: one that closes the gaps on whose way a
// need lies holds a course that meets it, in each case that it falls under.
func requireMet(t *testing.T, o oracle, p *pathway.Plan, text string) {
	t.Helper()
	for set := range uint(1) << len(o.courses) {
		b, ok := o.live(set)
		lacks := func(id string) bool { return !slices.Contains(b.IDs, id) }
		if !ok || slices.ContainsFunc(o.options.With, lacks) {
			continue
		}
		for _, c := range p.Proof.Cases {
			if !falls(c, b.IDs) {
				continue
			}
			for _, a := range c.Amounts {
				open := slices.ContainsFunc(a.For, func(id ksb.StatementID) bool { return !slices.Contains(b.all, id) })
				if len(a.Courses)+len(a.TooDear) > 0 && !open {
					require.True(t, meets(p.Proof, a, b.IDs), "%v does not meet %+v: %s", b.IDs, a, text)
				}
			}
		}
	}
}

// meets tells whether some courses meet a need, if only by one in whose place another can
// be taken.
func meets(p *pathway.Proof, a pathway.Amount, ids []string) bool {
	return slices.ContainsFunc(ids, func(id string) bool {
		return slices.Contains(a.Courses, id) || slices.Contains(a.TooDear, id) || slices.ContainsFunc(p.Outdone, func(d pathway.Outdone) bool { return d.Course == id })
	})
}

func falls(c pathway.ProofCase, ids []string) bool {
	has := func(id string) bool { return slices.Contains(ids, id) }
	lacks := func(id string) bool { return !has(id) }
	return len(c.Open)+len(c.Closed) == 0 && !slices.ContainsFunc(c.With, lacks) && !slices.ContainsFunc(c.Without, has)
}

// TestProofRules: what a proof tells, and what it calls it.
func TestProofRules(t *testing.T) {
	t.Parallel()
	course := func(id string, pence int64, s ksb.StatementID, level ksb.Level) pathway.Course {
		return pathway.Course{ID: id, CostPence: pence, Minutes: 60, Weeks: 1, Teaches: teaches(s, level)}
	}
	needing := func(c pathway.Course, change func(*pathway.Course)) pathway.Course {
		change(&c)
		return c
	}
	for _, c := range []struct {
		why     string
		courses []pathway.Course
		want    []string
	}{
		{"one of several: the cheapest way", []pathway.Course{course("a", 120, "S1", 2), course("b", 150, "S1", 2)}, []string{"gap [S1] for [S1] from [a]: 120"}},
		{"the same for all that is needed", []pathway.Course{course("a", 120, "S1", 2), course("b", 150, "S2", 2)}, []string{"gap [S2] for [S2] from [b]: 150", "gap [S1] for [S1] from [a]: 120"}},
		{
			"a level that it builds on",
			[]pathway.Course{needing(course("a", 120, "S1", 2), func(c *pathway.Course) { c.Requires = teaches("S3", 1) }), course("b", 30, "S3", 1)},
			[]string{"gap [S1] for [S1] from [a]: 120", "level [S3] for [S1] from [b]: 30"},
		},
		{
			"a credential",
			[]pathway.Course{needing(course("a", 120, "S1", 2), func(c *pathway.Course) { c.Needs = []ksb.CredentialID{"card"} }), {ID: "b", CostPence: 30, Awards: []ksb.CredentialID{"card"}}},
			[]string{"gap [S1] for [S1] from [a]: 120", "credential [card] for [S1] from [b]: 30"},
		},
		{
			"a course that it comes after",
			[]pathway.Course{needing(course("a", 120, "S1", 2), func(c *pathway.Course) { c.After = []string{"b"} }), {ID: "b", CostPence: 30}},
			[]string{"gap [S1] for [S1] from [a]: 120", "course [b] for [S1] from [b]: 30"},
		},
		{"what costs nothing proves nothing", []pathway.Course{course("a", 0, "S1", 2)}, nil},
	} {
		got := plan(t, planner(t, index(t, statements...), c.courses...), lacking("S1", "S2"), pathway.Options{})
		var said []string
		if got.Proof != nil {
			require.Len(t, got.Proof.Cases, 1, c.why)
			for _, a := range got.Proof.Cases[0].Amounts {
				said = append(said, fmt.Sprintf("%s %v for %v from %v: %d", a.Code, a.Refs, a.For, a.Courses, a.Adds))
			}
		}
		require.Empty(t, cmp.Diff(c.want, said), c.why)
	}
}

// TestProofOfHugeWeights: where amounts might not fit, nothing is told.
func TestProofOfHugeWeights(t *testing.T) {
	t.Parallel()
	r := lacking("S1", "S2")
	r.Gaps[0].Importance, r.Gaps[1].Importance = 1e300, 1e299
	courses := []pathway.Course{{ID: "a", CostPence: 5, Teaches: teaches("S1", 2)}, {ID: "b", CostPence: 5, Teaches: teaches("S2", 2)}}
	got := plan(t, planner(t, index(t, statements...), courses...), r, pathway.Options{Limits: pathway.Limits{Pence: ptr(int64(5))}})
	require.True(t, got.Proved)
	require.Nil(t, got.Proof)
}

func ExampleProof() {
	ix, _ := ksb.Compile(ksb.Framework{Format: "ksb/1", ID: "f", Statements: []ksb.Statement{
		{ID: "lifting", Code: "S1", Kind: ksb.Skill, Text: "Lifts patients safely"}, {ID: "rules", Code: "K1", Kind: ksb.Knowledge, Text: "Knows the local rules"},
	}})
	planner, _ := pathway.NewPlanner(ix, pathway.Catalogue{Courses: []pathway.Course{
		{ID: "evening", Teaches: []pathway.Attainment{{Statement: "lifting"}}, CostPence: 6000, Weeks: 6},
		{ID: "intensive", Teaches: []pathway.Attainment{{Statement: "lifting"}}, CostPence: 9000, Weeks: 1},
		{ID: "induction", Teaches: []pathway.Attainment{{Statement: "rules"}}, CostPence: 1000, Weeks: 1},
	}})
	report := &assess.Report{Gaps: []assess.Gap{
		{Statement: "lifting", Level: 1, Importance: 1, Action: assess.Develop}, {Statement: "rules", Level: 1, Importance: 1, Action: assess.Develop},
	}}
	plan, err := planner.Plan(context.Background(), report, pathway.Options{})
	fmt.Println(plan.CostPence, plan.Proof.Least, err)
	for _, a := range plan.Proof.Cases[0].Amounts {
		fmt.Println(a.Code, a.Refs, a.Courses, a.Adds)
	}
	// Output:
	// 7000 7000 <nil>
	// gap [lifting] [evening intensive] 6000
	// gap [rules] [induction] 1000
}
