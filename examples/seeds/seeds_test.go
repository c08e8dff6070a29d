package seeds_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/all"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/format/cataloguejson"
	"github.com/skillgap-go/skillgap/testdata"
)

// today is the day of every report here.
const today ksb.Date = 739797 // 2026-06-30

// folders are the folders of the sample data, in the order of the five systems that the
// project started from.
func folders() []string {
	return []string{"imaging-careers", "healthcare-support", "pilot", "ap-health", "potential"}
}

func open(t testing.TB, name string) fs.File {
	t.Helper()
	file, err := testdata.Files().Open(name)
	require.NoError(t, err)
	t.Cleanup(func() { _ = file.Close() })
	return file
}

// framework reads a sample framework as every program here does, without a problem.
func framework(t testing.TB, name string) ksb.Framework {
	t.Helper()
	f, format, problems := all.Suite().Read(open(t, name), name)
	require.NoError(t, problems.Err())
	require.Equal(t, "ksb/1", format)
	return f
}

// index compiles the frameworks of some folders together, without a problem.
func index(t testing.TB, folders ...string) *ksb.Index {
	t.Helper()
	var frameworks []ksb.Framework
	for _, folder := range folders {
		frameworks = append(frameworks, framework(t, folder+"/framework.json"))
	}
	ix, problems := ksb.Compile(frameworks...)
	require.NoError(t, problems.Err())
	return ix
}

func role(t testing.TB, ix *ksb.Index, id ksb.RoleID) ksb.Role {
	t.Helper()
	r, known := ix.Role(id)
	require.True(t, known, "%s", id)
	return r
}

func worker(t testing.TB, name string) assess.Worker {
	t.Helper()
	w, problems := workerjson.Read(open(t, name), name)
	require.NoError(t, problems.Err())
	return w
}

// report is one worker against one role, as of today.
func report(t testing.TB, ix *ksb.Index, w assess.Worker, id ksb.RoleID) *assess.Report {
	t.Helper()
	return reportBy(t, ix, w, id, assess.DefaultPolicy())
}

// inRole is the report of somebody who holds the role: what it takes to stay counts too.
func inRole(t testing.TB, ix *ksb.Index, w assess.Worker, id ksb.RoleID) *assess.Report {
	t.Helper()
	policy := assess.DefaultPolicy()
	policy.InRole = true
	return reportBy(t, ix, w, id, policy)
}

func reportBy(t testing.TB, ix *ksb.Index, w assess.Worker, id ksb.RoleID, policy assess.Policy) *assess.Report {
	t.Helper()
	engine, err := assess.New(ix, policy)
	require.NoError(t, err)
	r, err := engine.Assess(engine.Profile(w, today), id)
	require.NoError(t, err)
	return r
}

func gateOf(t testing.TB, r *assess.Report, id ksb.GateID) assess.GateResult {
	t.Helper()
	i := slices.IndexFunc(r.Gates, func(g assess.GateResult) bool { return g.Gate == id })
	require.GreaterOrEqual(t, i, 0, "%s", id)
	return r.Gates[i]
}

// gatesIn are the IDs of the gates in a state, in the order of the report.
func gatesIn(r *assess.Report, state assess.GateState) []string {
	ids := []string{}
	for _, g := range r.Gates {
		if g.State == state {
			ids = append(ids, string(g.Gate))
		}
	}
	return ids
}

func catalogue(t testing.TB, name string) pathway.Catalogue {
	t.Helper()
	c, problems := cataloguejson.Read(open(t, name), name)
	require.NoError(t, problems.Err())
	return c
}

// plan is the best training for a report, as if everything that nobody looked at were
// unmet: a plan to talk about before anybody is assessed.
func plan(t testing.TB, ix *ksb.Index, c pathway.Catalogue, r *assess.Report, o pathway.Options) *pathway.Plan {
	t.Helper()
	planner, problems := pathway.NewPlanner(ix, c)
	require.NoError(t, problems.Err())
	o.AssumeUnmet = true
	p, err := planner.Plan(context.Background(), r, o)
	require.NoError(t, err)
	require.True(t, p.Proved)
	return p
}

func courses(p *pathway.Plan) []string {
	ids := []string{}
	for _, s := range p.Steps {
		ids = append(ids, s.Course)
	}
	slices.Sort(ids)
	return ids
}

func left(p *pathway.Plan) map[ksb.StatementID]pathway.LeftReason {
	reasons := map[ksb.StatementID]pathway.LeftReason{}
	for _, l := range p.Left {
		reasons[l.Statement] = l.Reason
	}
	return reasons
}

// page is the published text that one of the systems started from; the test is skipped
// where it is not at hand.
func page(t testing.TB, number string) (name, text string) {
	t.Helper()
	found, err := filepath.Glob("../../../shared/seeds/" + number + "_*.txt")
	require.NoError(t, err)
	if len(found) == 0 {
		t.Skip("the page is not here: ../shared/seeds/" + number + "_*.txt")
	}
	data, err := os.ReadFile(found[0])
	require.NoError(t, err)
	return filepath.Base(found[0]), string(data)
}
