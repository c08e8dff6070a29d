package ksb_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

// faultCase is one change that makes the sound framework wrong; line 90 and 91 are
// the lines of what the change adds.
type faultCase struct {
	why    string
	change func(*ksb.Framework)
	want   []mistake
}

func runFaults(t *testing.T, tests []faultCase) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			f := sound()
			tt.change(&f)
			_, problems := ksb.Compile(f)
			if diff := cmp.Diff(tt.want, mistakes(problems)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func addStatement(s ksb.Statement) func(*ksb.Framework) {
	return func(f *ksb.Framework) {
		s.Origin = at("f", 90)
		f.Statements = with(f.Statements, s)
	}
}

func addRole(r ksb.Role) func(*ksb.Framework) {
	return func(f *ksb.Framework) {
		r.Origin = at("f", 90)
		f.Roles = with(f.Roles, r)
	}
}

// inR1 changes the role that has one of everything.
func inR1(change func(*ksb.Role)) func(*ksb.Framework) {
	return func(f *ksb.Framework) { change(&f.Roles[0]) }
}

func addRequirement(q ksb.Requirement) func(*ksb.Framework) {
	q.Origin = at("f", 90)
	return inR1(func(r *ksb.Role) { r.Requirements = with(r.Requirements, q) })
}

func addDuty(d ksb.Duty) func(*ksb.Framework) {
	d.Origin = at("f", 90)
	return inR1(func(r *ksb.Role) { r.Duties = with(r.Duties, d) })
}

func one(fault ksb.Fault, path string) []mistake { return []mistake{{fault, path, 90}} }

func TestCompileFaultsOfStatements(t *testing.T) {
	rungs := func(n int) func(*ksb.Framework) {
		return func(f *ksb.Framework) {
			f.Scales = with(f.Scales, ksb.Scale{ID: "x", Rungs: make([]string, n), Origin: at("f", 90)})
		}
	}
	runFaults(t, []faultCase{
		{"a scale needs a rung that is not the bottom one", rungs(1), one(ksb.ErrScale, "scales[x].rungs")},
		{"a scale without rungs", rungs(0), one(ksb.ErrScale, "scales[x].rungs")},
		{"the smallest scale", rungs(2), nil},
		{"a level is a byte, so 256 rungs fit", rungs(256), nil},
		{"and 257 do not", rungs(257), one(ksb.ErrScale, "scales[x].rungs")},
		{"nobody guesses what a statement is", addStatement(ksb.Statement{ID: "X"}), one(ksb.ErrKind, "statements[X].kind")},
		{"a kind that no file can name", addStatement(ksb.Statement{ID: "X", Kind: 9}), one(ksb.ErrKind, "statements[X].kind")},
		{"a scale that the framework does not have", addStatement(ksb.Statement{ID: "X", Kind: ksb.Skill, Scale: "six"}), one(ksb.ErrUnknownScale, "statements[X].scale")},
		{"evidence does not get younger", addStatement(ksb.Statement{ID: "X", Kind: ksb.Skill, HalfLifeDays: -1}), one(ksb.ErrValue, "statements[X].halfLifeDays")},
		{"a prerequisite that nobody knows", addStatement(statement("X", "S0")), one(ksb.ErrUnknownStatement, "statements[X].requires")},
		{"a prerequisite listed twice is one", addStatement(statement("X", "S1", "S1")), nil},
		{"only statements with a mistake are left out: what needs one says so too", func(f *ksb.Framework) { f.Statements[2].Kind = 0 }, []mistake{
			{ksb.ErrKind, "statements[S3].kind", 12}, {ksb.ErrEmptyRole, "roles[R2]", 30}, {ksb.ErrUnknownStatement, "roles[R2].requirements[S3]", 31},
		}},
	})
}

func TestCompileFaultsOfRoles(t *testing.T) {
	runFaults(t, []faultCase{
		{"a role asks for something", addRole(ksb.Role{ID: "X"}), one(ksb.ErrEmptyRole, "roles[X]")},
		{"a duty that names nothing asks for nothing", addRole(ksb.Role{ID: "X", Duties: []ksb.Duty{{ID: "D"}}}), one(ksb.ErrEmptyRole, "roles[X]")},
		{"a statement that nobody knows", addRequirement(ksb.Requirement{Statement: "S0"}), one(ksb.ErrUnknownStatement, "roles[R1].requirements[S0]")},
		{"above the top of two rungs", addRequirement(ksb.Requirement{Statement: "S3", Level: 2}), one(ksb.ErrLevel, "roles[R1].requirements[S3].level")},
		{"the top of two rungs", addRequirement(ksb.Requirement{Statement: "S3", Level: 1}), nil},
		{"a negative weight", addRequirement(ksb.Requirement{Statement: "S3", Weight: -0.1}), one(ksb.ErrWeight, "roles[R1].requirements[S3].weight")},
		{"a weight that is no number", addRequirement(ksb.Requirement{Statement: "S3", Weight: math.NaN()}), one(ksb.ErrWeight, "roles[R1].requirements[S3].weight")},
		{"a weight without end", addRequirement(ksb.Requirement{Statement: "S3", Weight: math.Inf(1)}), one(ksb.ErrWeight, "roles[R1].requirements[S3].weight")},
		{"level and weight are both told", addRequirement(ksb.Requirement{Statement: "S3", Level: 9, Weight: -1}), []mistake{
			{ksb.ErrLevel, "roles[R1].requirements[S3].level", 90}, {ksb.ErrWeight, "roles[R1].requirements[S3].weight", 90},
		}},
		{"a negative duty", addDuty(ksb.Duty{ID: "X", Weight: -1}), one(ksb.ErrWeight, "roles[R1].duties[X].weight")},
		{"a duty that weighs no number", addDuty(ksb.Duty{ID: "X", Weight: math.NaN()}), one(ksb.ErrWeight, "roles[R1].duties[X].weight")},
		{"a duty that outweighs all", addDuty(ksb.Duty{ID: "X", Weight: math.Inf(1)}), one(ksb.ErrWeight, "roles[R1].duties[X].weight")},
		{"a duty weighs below nothing at all", addDuty(ksb.Duty{ID: "X", Weight: math.Inf(-1)}), one(ksb.ErrWeight, "roles[R1].duties[X].weight")},
		{"a duty names a statement that nobody knows", addDuty(ksb.Duty{ID: "X", Statements: []ksb.StatementID{"S0"}}), one(ksb.ErrUnknownStatement, "roles[R1].duties[X].statements")},
		{"a duty names an option that the role does not have", addDuty(ksb.Duty{ID: "X", Options: []ksb.OptionID{"O1", "O9"}}), one(ksb.ErrUnknownOption, "roles[R1].duties[X].options")},
		{"a code of no known system", inR1(func(r *ksb.Role) { r.Codes = []ksb.Code{{System: "NOC", Value: "1"}} }), []mistake{{ksb.ErrValue, "roles[R1].codes", 20}}},
		{"a code without a value", inR1(func(r *ksb.Role) { r.Codes = []ksb.Code{{System: "ST"}} }), []mistake{{ksb.ErrValue, "roles[R1].codes", 20}}},
		{"a link from nowhere", func(f *ksb.Framework) { f.Links[0].From = "S0" }, []mistake{{ksb.ErrUnknownStatement, "links[S0]", 40}}},
		{"a link into another framework cannot be checked", func(f *ksb.Framework) { f.Links[0].To = "elsewhere" }, nil},
		{"a link to nothing", func(f *ksb.Framework) { f.Links[0].To = "" }, []mistake{{ksb.ErrMissing, "links[S1]", 40}}},
		{"a link that says nothing", func(f *ksb.Framework) { f.Links[0].Relation = 0 }, []mistake{{ksb.ErrMissing, "links[S1]", 40}}},
		{"a step from a role that nobody knows", func(f *ksb.Framework) { f.Related[0].From = "R9" }, []mistake{{ksb.ErrUnknownRole, "relatedRoles[R9]", 41}}},
		{"a step to a role that nobody knows", func(f *ksb.Framework) { f.Related[0].To = "R9" }, []mistake{{ksb.ErrUnknownRole, "relatedRoles[R1]", 41}}},
		{"a step to a role of an option", func(f *ksb.Framework) { f.Related[0].To = "R1/O1" }, nil},
	})
}

// What the schema of the format refuses is refused here too, whoever built the value.
func TestCompileRefusesWhatTheSchemaRefuses(t *testing.T) {
	tests := []struct {
		why    string
		change func(*ksb.Framework)
		fault  ksb.Fault
	}{
		{"the RQF has levels 1 to 8", inR1(func(r *ksb.Role) { r.Qual = 9 }), ksb.ErrValue},
		{"a step is progression, related or lateral", func(f *ksb.Framework) { f.Related[0].Relation = "up" }, ksb.ErrValue},
		{"nobody pays to be funded", inR1(func(r *ksb.Role) { r.Facts.FundingMaxPence = -1 }), ksb.ErrValue},
		{"no training ends before it starts", inR1(func(r *ksb.Role) { r.Facts.DurationMonths = -1 }), ksb.ErrValue},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			f := sound()
			tt.change(&f)
			_, problems := ksb.Compile(f)
			require.ErrorIs(t, problems.Err(), tt.fault)
		})
	}
}
