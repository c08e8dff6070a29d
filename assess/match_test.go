package assess_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// TestRolesAreTheNearestWithReasons: the same roles in the same order as Nearest, with the
// numbers of their reports, and grounds that add up to the report.
func TestRolesAreTheNearestWithReasons(t *testing.T) {
	t.Parallel()
	holds(t, 40, habits{until: true, overrides: true}, func(rng *rand.Rand, w *world, worker assess.Worker) string {
		p, top := w.engine.Profile(worker, today), 1+rng.IntN(4)
		list, err := w.engine.Roles(p, top, 1000)
		if err != nil {
			return err.Error()
		}
		at := 0
		for m := range w.engine.Nearest(p) {
			if brief, _ := w.ix.Brief(m.Role); brief.OptionOf != "" {
				continue
			}
			if at == len(list) {
				break
			}
			got, r := list[at], w.of(p, m.Role)
			at++
			applies := 0
			for _, g := range r.Gaps {
				if g.Status != assess.NotApplicable {
					applies++
				}
			}
			if got.Role.ID != m.Role || got.Met != m.Met || !equal(got.Assured, m.Assured) || !equal(got.Belief, m.Belief) || len(got.Shown)+len(got.Develop)+len(got.Assess) != applies {
				return fmt.Sprintf("%+v against %+v", got, m)
			}
		}
		return ""
	})
}

func TestPeople(t *testing.T) {
	t.Parallel()
	ix, problems := ksb.Compile(ksb.Framework{
		Statements: []ksb.Statement{{ID: "S1", Code: "S1", Kind: ksb.Skill, Text: "lifts"}, {ID: "S2", Code: "S2", Kind: ksb.Skill, Text: "talks"}, {ID: "S3", Code: "S3", Kind: ksb.Skill, Text: "writes"}},
		Roles: []ksb.Role{{ID: "R1", Title: "Helper", Requirements: []ksb.Requirement{{Statement: "S1", Weight: 3, Critical: true}, {Statement: "S2", Weight: 2}, {Statement: "S3", Weight: 1}},
			Gates: []ksb.Gate{{ID: "card", Phase: ksb.Entry, Rule: ksb.Rule{Credential: "card"}}}}},
	})
	require.NoError(t, problems.Err())
	e, err := assess.New(ix, assess.DefaultPolicy())
	require.NoError(t, err)
	no := false
	person := func(id string, pieces ...assess.Evidence) *assess.Profile {
		return e.Profile(assess.Worker{ID: id, Evidence: pieces, Credentials: []assess.Credential{{ID: "card", Held: &no}}}, today)
	}
	list, err := e.People("R1", slices.Values([]*assess.Profile{
		person("w10"), person("w2"),
		person("lower", says("a", "S3", assess.SignOff, 1, "x", 0), says("b", "S2", assess.SignOff, 1, "x", 0)),
		person("best", says("a", "S1", assess.SignOff, 1, "x", 0), says("b", "S1", assess.SignOff, 1, "y", 0), says("c", "S1", assess.SignOff, 1, "z", 0)),
	}), 1)
	require.NoError(t, err)
	var order []string
	for _, m := range list {
		order = append(order, m.Worker)
	}
	require.Equal(t, []string{"best", "lower", "w2", "w10"}, order, "3 of 6, 3 of 6 but less sure or tied and by name, nothing")
	require.Equal(t, []ksb.GateID{"card"}, list[0].Shut)
	require.Equal(t, "S2", list[0].Assess[0].Code, "one ground of each kind, the first of the report")
	require.Len(t, list[0].Assess, 1)
	require.Equal(t, 1, list[1].CriticalNotMet)
	require.Equal(t, "S2", list[1].Shown[0].Code, "the most important first")
	_, err = e.People("R9", slices.Values([]*assess.Profile{person("w")}), 1)
	require.ErrorIs(t, err, ksb.ErrUnknownRole)
}

func ExampleEngine_Roles() {
	ix, _ := ksb.Compile(ksb.Framework{
		Statements: []ksb.Statement{{ID: "S1", Code: "S1", Kind: ksb.Skill, Text: "lifts"}, {ID: "S2", Code: "S2", Kind: ksb.Skill, Text: "talks"}},
		Roles: []ksb.Role{
			{ID: "porter", Title: "Porter", Requirements: []ksb.Requirement{{Statement: "S1"}}},
			{ID: "guide", Title: "Guide", Requirements: []ksb.Requirement{{Statement: "S1"}, {Statement: "S2"}}},
		},
	})
	engine, err := assess.New(ix, assess.DefaultPolicy())
	if err != nil {
		fmt.Println(err)
		return
	}
	worker := assess.Worker{ID: "w-17", Evidence: []assess.Evidence{
		{Statements: []assess.StatementRef{{ID: "S1"}}, Kind: assess.SignOff, By: "supervisor-1", At: 738_000},
	}}
	list, _ := engine.Roles(engine.Profile(worker, 738_000), 2, 3)
	for _, m := range list {
		fmt.Println(m.Role.Title, m.Met, "of", m.Of, "to assess:", len(m.Assess))
	}
	// Output:
	// Porter 1 of 1 to assess: 0
	// Guide 1 of 2 to assess: 1
}
