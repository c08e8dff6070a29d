package pathway_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// land is a small world to travel in: roles, links, courses and a person.
type land struct {
	framework ksb.Framework
	courses   []pathway.Course // by ID
	worker    assess.Worker
	in        ksb.RoleID
	options   pathway.RouteOptions

	ix      *ksb.Index
	engine  *assess.Engine
	profile *assess.Profile
	planner *pathway.Planner
	atlas   *pathway.Atlas
}

const landSteps = 5 // statements

func skill(i int) ksb.StatementID { return ksb.StatementID(fmt.Sprintf("S%d", i)) }

// explore invents a land: rings of roles, sideways links, courses that build on each
// other, award things and exclude each other, a person of whom some things are known.
func explore(rng *rand.Rand) *land {
	l := &land{framework: ksb.Framework{Format: ksb.Format, ID: "land", Scales: []ksb.Scale{{ID: "four", Rungs: []string{"0", "1", "2", "3"}}}}}
	for i := range landSteps {
		l.framework.Statements = append(l.framework.Statements, ksb.Statement{ID: skill(i), Code: string(skill(i)), Kind: ksb.Skill, Text: fmt.Sprint("does number ", i), Scale: "four"})
	}
	n := 2 + rng.IntN(7)
	for i := range n {
		r := ksb.Role{ID: ksb.RoleID(fmt.Sprintf("R%d", i)), Title: fmt.Sprint("role ", i), Qual: ksb.Qual(rng.IntN(4))}
		for _, s := range rng.Perm(landSteps)[:1+rng.IntN(3)] {
			r.Requirements = append(r.Requirements, ksb.Requirement{Statement: skill(s), Level: ksb.Level(1 + rng.IntN(3)), Critical: rng.IntN(5) == 0})
		}
		if rng.IntN(4) == 0 {
			r.Facts.Regulator = "a council"
		}
		l.framework.Roles = append(l.framework.Roles, r)
	}
	for range n + rng.IntN(3*n) {
		from, to := rng.IntN(n), rng.IntN(n)
		if from != to {
			relation := []string{"progression", "progression", "progression", "lateral", "related"}[rng.IntN(5)]
			l.framework.Related = append(l.framework.Related, ksb.RoleLink{From: l.framework.Roles[from].ID, To: l.framework.Roles[to].ID, Relation: relation, Source: "us"})
		}
	}
	l.courses = inventCourses(rng)
	l.hire(rng, n)
	return l
}

func inventCourses(rng *rand.Rand) (list []pathway.Course) {
	excluding, dear := rng.IntN(2) == 0, []int{2, 20, 1000}[rng.IntN(3)]
	for i := range 2 + rng.IntN(9) {
		c := pathway.Course{ID: fmt.Sprintf("c%02d", i), CostPence: int64(rng.IntN(dear)), Minutes: int64(rng.IntN(5)), Weeks: rng.IntN(6), Provided: rng.IntN(8) == 0}
		for range 1 + rng.IntN(2) {
			c.Teaches = append(c.Teaches, pathway.Attainment{Statement: skill(rng.IntN(landSteps)), Level: ksb.Level(1 + rng.IntN(3))})
		}
		if rng.IntN(3) == 0 {
			c.Requires = []pathway.Attainment{{Statement: skill(rng.IntN(landSteps)), Level: ksb.Level(1 + rng.IntN(2))}}
		}
		if rng.IntN(5) == 0 {
			c.Awards = []ksb.CredentialID{"x"}
		}
		if rng.IntN(5) == 0 {
			c.Needs = []ksb.CredentialID{"x"}
		}
		if i > 0 && rng.IntN(6) == 0 {
			c.After = []string{list[rng.IntN(i)].ID}
		}
		if excluding && i > 0 && rng.IntN(3) == 0 {
			c.Excludes = []string{list[rng.IntN(i)].ID}
		}
		list = append(list, c)
	}
	return list
}

// hire invents the person and the question.
func (l *land) hire(rng *rand.Rand, roles int) {
	l.worker = assess.Worker{Format: assess.WorkerFormat, ID: "w"}
	for i := range landSteps {
		if rng.IntN(2) == 0 {
			l.worker.Evidence = append(l.worker.Evidence, seen(skill(i), float64(rng.IntN(4)))...)
		}
	}
	if rng.IntN(4) == 0 {
		l.worker.Credentials = []assess.Credential{{ID: "x"}}
	}
	if rng.IntN(4) > 0 {
		l.in = l.framework.Roles[rng.IntN(roles)].ID
	}
	l.options = pathway.RouteOptions{K: 1 + rng.IntN(6), AssumeUnmet: rng.IntN(3) > 0, MostHops: 1 + rng.IntN(8), Solves: 1 << 30}
	if rng.IntN(5) == 0 {
		l.options.MostMonths = 1 + rng.IntN(3)
	}
	if rng.IntN(6) == 0 {
		regulated := rng.IntN(2) == 0
		l.options.Regulated = &regulated
	}
	if rng.IntN(6) == 0 {
		l.options.LeastQual, l.options.MostQual = ksb.Qual(1), ksb.Qual(1+rng.IntN(3))
	}
}

// seen is the word of three assessors.
func seen(id ksb.StatementID, level float64) (list []assess.Evidence) {
	for _, by := range []string{"a", "b", "c"} {
		list = append(list, assess.Evidence{ID: string(id) + by, Statements: []assess.StatementRef{{ID: string(id)}}, Kind: assess.Observation, Mode: assess.Graded, Level: &level, By: by, At: 738_000})
	}
	return list
}

// settle compiles what was invented.
func (l *land) settle(t testing.TB) *land {
	t.Helper()
	var problems ksb.Problems
	l.ix, problems = ksb.Compile(l.framework)
	require.NoError(t, problems.Err())
	var err error
	l.engine, err = assess.New(l.ix, assess.DefaultPolicy())
	require.NoError(t, err)
	l.profile = l.engine.Profile(l.worker, 738_000)
	l.planner, problems = pathway.NewPlanner(l.ix, pathway.Catalogue{Courses: l.courses})
	require.NoError(t, problems.Err())
	l.atlas = pathway.NewAtlas(l.ix, l.planner, pathway.AtlasOptions{}, l.framework)
	return l
}

func (l *land) person(t testing.TB) *pathway.Traveller {
	t.Helper()
	p, err := l.atlas.Person(l.engine, l.profile, l.in)
	require.NoError(t, err)
	return p
}
