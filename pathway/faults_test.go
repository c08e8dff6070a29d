package pathway_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// found is a problem without its words.
type found struct {
	Fault ksb.Fault
	Path  string
}

func faults(problems ksb.Problems) (list []found) {
	for _, p := range problems {
		list = append(list, found{p.Fault, p.Path})
	}
	return list
}

func TestNewPlannerReportsEveryFault(t *testing.T) {
	t.Parallel()
	sound := pathway.Course{ID: "sound", Teaches: teaches("S1", 2), CostPence: 9}
	for _, c := range []struct {
		why     string
		courses []pathway.Course
		want    []found
		usable  string // the course that a gap in S1 at level 1 then gets
	}{
		{"an empty catalogue is a catalogue", nil, nil, ""},
		{"a course without an ID cannot be named", []pathway.Course{{Teaches: teaches("S1", 2)}, sound}, []found{{ksb.ErrMissingID, "courses[]"}}, "sound"},
		{"of two that share an ID and differ none is used", []pathway.Course{{ID: "c", Teaches: teaches("S1", 1)}, {ID: "c", Teaches: teaches("S1", 2)}, sound},
			[]found{{ksb.ErrDuplicateID, "courses[c]"}}, "sound"},
		{"an exact repetition counts once", []pathway.Course{sound, sound}, []found{{ksb.ErrDuplicateID, "courses[sound]"}}, "sound"},
		{"a teaching that nobody knows is dropped, the course stays", []pathway.Course{{ID: "c", Teaches: append(teaches("X", 1), teaches("S1", 1)...)}},
			[]found{{ksb.ErrUnknownStatement, "courses[c].teaches[X]"}}, "c"},
		{"so is one to a level off the scale", []pathway.Course{{ID: "c", Teaches: append(teaches("S2", 5), teaches("S1", 1)...)}},
			[]found{{ksb.ErrLevel, "courses[c].teaches[S2].level"}}, "c"},
		{"what a course builds on must be known", []pathway.Course{{ID: "c", Teaches: teaches("S1", 1), Requires: teaches("X", 1)}, sound},
			[]found{{ksb.ErrUnknownStatement, "courses[c].requires[X]"}}, "sound"},
		{"and on its scale", []pathway.Course{{ID: "c", Teaches: teaches("S1", 1), Requires: teaches("S2", 9)}, sound},
			[]found{{ksb.ErrLevel, "courses[c].requires[S2].level"}}, "sound"},
		{"a course cannot come after one that is not there", []pathway.Course{{ID: "c", Teaches: teaches("S1", 1), After: []string{"x"}}, sound},
			[]found{{pathway.ErrUnknownCourse, "courses[c].after"}}, "sound"},
		{"but it can do without excluding one", []pathway.Course{{ID: "c", Teaches: teaches("S1", 1), Excludes: []string{"x"}}, sound},
			[]found{{pathway.ErrUnknownCourse, "courses[c].excludes"}}, "c"},
		{"negative numbers, all of them", []pathway.Course{{ID: "c", Teaches: teaches("S1", 1), CostPence: -1, Minutes: -2, Weeks: -3, FundingMaxPence: -4, Credits: &pathway.Credits{Of: "x", Adds: -5}}, sound},
			[]found{{ksb.ErrValue, "courses[c].costPence"}, {ksb.ErrValue, "courses[c].credits.adds"}, {ksb.ErrValue, "courses[c].fundingMaxPence"}, {ksb.ErrValue, "courses[c].minutes"}, {ksb.ErrValue, "courses[c].weeks"}}, "sound"},
		{"a course that excludes itself", []pathway.Course{{ID: "c", Teaches: teaches("S1", 1), Excludes: []string{"c"}}, sound}, []found{{ksb.ErrValue, "courses[c].excludes"}}, "sound"},
		{"a course that comes after itself", []pathway.Course{{ID: "c", Teaches: teaches("S1", 1), After: []string{"c"}}, sound}, []found{{ksb.ErrRing, "courses[c].after"}}, "sound"},
		{"a credential without a name", []pathway.Course{{ID: "c", Teaches: teaches("S1", 1), Needs: []ksb.CredentialID{""}}, sound}, []found{{ksb.ErrMissing, "courses[c]"}}, "sound"},
		{"a way of giving it that does not exist", []pathway.Course{{ID: "c", Teaches: teaches("S1", 1), Mode: 9}, sound}, []found{{ksb.ErrValue, "courses[c].mode"}}, "sound"},
		{"the course that makes the sums overflow goes, not the others", []pathway.Course{{ID: "a", Teaches: teaches("S1", 1), CostPence: math.MaxInt64 / 2}, {ID: "b", Minutes: math.MaxInt64}, {ID: "c", Weeks: math.MaxInt32}, sound},
			[]found{{ksb.ErrTooLarge, "courses[a]"}, {ksb.ErrTooLarge, "courses[b]"}, {ksb.ErrTooLarge, "courses[c]"}}, "sound"},
		{"cost and time are multiplied, and that overflows too", []pathway.Course{{ID: "a", CostPence: 1 << 40, Minutes: 1 << 40}, sound}, []found{{ksb.ErrTooLarge, "courses[a]"}}, "sound"},
	} {
		p, problems := pathway.NewPlanner(index(t, "S1", "S2"), catalogue(c.courses...))
		require.Empty(t, cmp.Diff(c.want, faults(problems)), c.why)
		made := plan(t, p, report(develop("S1", 1)), pathway.Options{})
		want := []string{}
		if c.usable != "" {
			want = append(want, c.usable)
		}
		require.Equal(t, want, courses(made), c.why)
	}
}

func TestRingOfCoursesIsNamedAsTheRing(t *testing.T) {
	t.Parallel()
	after := func(id string, others ...string) pathway.Course {
		return pathway.Course{ID: id, After: others, Teaches: teaches("S1", 1), Origin: ksb.Origin{File: "c.json", Line: 7}}
	}
	p, problems := pathway.NewPlanner(index(t, "S1"), catalogue(
		after("d", "b"), after("c", "a"), after("b", "c", "free"), after("a", "b"), after("x", "y"), after("y", "x"), after("free"),
	))
	require.Len(t, problems, 2, "one problem a ring, however many courses are in it or behind it")
	require.Equal(t, `c.json:7: courses[a].after: prerequisites in a ring: a after b after c after a`, problems[0].Error())
	require.Equal(t, `c.json:7: courses[x].after: prerequisites in a ring: x after y after x`, problems[1].Error())
	require.Equal(t, []string{"free"}, courses(plan(t, p, report(develop("S1", 1)), pathway.Options{})))
}

func TestWithoutAnIndexNothingIsKnown(t *testing.T) {
	t.Parallel()
	p, problems := pathway.NewPlanner(nil, catalogue(pathway.Course{ID: "c", Teaches: teaches("S1", 1)}))
	require.Equal(t, []found{{ksb.ErrUnknownStatement, "courses[c].teaches[S1]"}}, faults(problems))
	require.Empty(t, courses(plan(t, p, report(develop("S1", 1)), pathway.Options{})))
}

func TestOtherCurrencyIsReported(t *testing.T) {
	t.Parallel()
	_, problems := pathway.NewPlanner(index(t, "S1"), pathway.Catalogue{Currency: "EUR"})
	require.Equal(t, []found{{ksb.ErrValue, "currency"}}, faults(problems))
}
