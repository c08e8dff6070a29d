package pathway_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// index has the statements given, each on the scale of five rungs.
func index(t testing.TB, ids ...ksb.StatementID) *ksb.Index {
	t.Helper()
	f := ksb.Framework{Scales: []ksb.Scale{{ID: "five", Rungs: []string{"0", "1", "2", "3", "4"}}}}
	for _, id := range ids {
		f.Statements = append(f.Statements, ksb.Statement{ID: id, Kind: ksb.Skill, Scale: "five"})
	}
	ix, problems := ksb.Compile(f)
	require.NoError(t, problems.Err())
	return ix
}

// gap is a requirement at a level that calls for an action.
func gap(id ksb.StatementID, level ksb.Level, action assess.Action, importance float64) assess.Gap {
	return assess.Gap{
		Statement: id, Code: string(id), Kind: ksb.Skill, Text: "Text of " + string(id), Level: level, Action: action, Importance: importance,
		Rungs: []string{"0", "1", "2", "3", "4"}, AtLeast: []float64{0, 0, 0, 0},
	}
}

// develop is a gap of importance 1 to develop.
func develop(id ksb.StatementID, level ksb.Level) assess.Gap {
	return gap(id, level, assess.Develop, 1)
}

// report is one on the given gaps, of a person who holds nothing.
func report(gaps ...assess.Gap) *assess.Report {
	return &assess.Report{Format: assess.ReportFormat, Worker: "w-17", Role: assess.RoleName{ID: "R1", Title: "Imaging assistant"}, Gaps: gaps}
}

func teaches(id ksb.StatementID, level ksb.Level) []pathway.Attainment {
	return []pathway.Attainment{{Statement: id, Level: level}}
}

func catalogue(courses ...pathway.Course) pathway.Catalogue {
	return pathway.Catalogue{Format: pathway.CatalogueFormat, Currency: "GBP", Courses: courses}
}

// planner is one on a catalogue without a mistake.
func planner(t testing.TB, ix *ksb.Index, courses ...pathway.Course) *pathway.Planner {
	t.Helper()
	p, problems := pathway.NewPlanner(ix, catalogue(courses...))
	require.NoError(t, problems.Err())
	return p
}

func plan(t testing.TB, p *pathway.Planner, r *assess.Report, o pathway.Options) *pathway.Plan {
	t.Helper()
	made, err := p.Plan(context.Background(), r, o)
	require.NoError(t, err)
	return made
}

// courses are the IDs of the steps, in their order.
func courses(p *pathway.Plan) []string {
	ids := []string{}
	for _, s := range p.Steps {
		ids = append(ids, s.Course)
	}
	return ids
}

func ptr[T any](v T) *T { return &v }
