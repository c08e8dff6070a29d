package ksb_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

// optional is a role of two options with the duties that a test gives.
func optional(duties ...ksb.Duty) ksb.Role {
	return ksb.Role{
		ID: "R", Title: "Nurse", Edition: "1.1", Requirements: requires("S1", "S2", "S3"), Duties: duties,
		Options: []ksb.Option{{ID: "A", Title: "adult", Origin: at("f", 7)}, {ID: "B", Title: "child"}},
		Gates:   []ksb.Gate{{ID: "G", Phase: ksb.Entry, Rule: credential("c")}},
		Codes:   []ksb.Code{{System: "ST", Value: "ST0001"}},
		Facts:   ksb.Facts{DurationMonths: 24},
	}
}

func core(id ksb.DutyID, names ...ksb.StatementID) ksb.Duty {
	return ksb.Duty{ID: id, Core: true, Statements: names}
}

func serves(id ksb.DutyID, option ksb.OptionID, names ...ksb.StatementID) ksb.Duty {
	return ksb.Duty{ID: id, Statements: names, Options: []ksb.OptionID{option}}
}

func TestOptionsBecomeRoles(t *testing.T) {
	type ids = []ksb.StatementID
	tests := []struct {
		why    string
		duties []ksb.Duty
		a, b   ids // what the options require; the whole role has S1, S2, S3
	}{
		{"core duties are for all", []ksb.Duty{core("D1", "S1", "S2", "S3")}, ids{"S1", "S2", "S3"}, ids{"S1", "S2", "S3"}},
		{"core and the option's own, with the codes of the whole", []ksb.Duty{core("D1", "S2"), serves("D2", "A", "S1"), serves("D3", "B", "S3")}, ids{"S1", "S2"}, ids{"S2", "S3"}},
		{"a duty neither core nor of an option counts as core", []ksb.Duty{{ID: "D1", Statements: ids{"S1"}}, serves("D2", "A", "S2"), serves("D3", "B", "S3")}, ids{"S1", "S2"}, ids{"S1", "S3"}},
		{"a core duty that names an option is still for all", []ksb.Duty{{ID: "D1", Core: true, Options: []ksb.OptionID{"A"}, Statements: ids{"S1"}}}, ids{"S1"}, ids{"S1"}},
		{"what no duty names belongs to no option, once any is named", []ksb.Duty{core("D1", "S1")}, ids{"S1"}, ids{"S1"}},
		{"named by two duties, required once", []ksb.Duty{core("D1", "S1"), serves("D2", "A", "S1"), serves("D3", "B", "S2")}, ids{"S1"}, ids{"S1", "S2"}},
		{"where no duty names anything every option has all", []ksb.Duty{core("D1"), serves("D2", "A")}, ids{"S1", "S2", "S3"}, ids{"S1", "S2", "S3"}},
		{"without duties every option has all", nil, ids{"S1", "S2", "S3"}, ids{"S1", "S2", "S3"}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			ix := compiled(t, roleFramework(optional(tt.duties...)))
			got := map[ksb.RoleID]ids{"R": asked(t, ix, "R"), "R/A": asked(t, ix, "R/A"), "R/B": asked(t, ix, "R/B")}
			want := map[ksb.RoleID]ids{"R": {"S1", "S2", "S3"}, "R/A": tt.a, "R/B": tt.b}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOptionRolesInherit(t *testing.T) {
	whole := optional(core("D1", "S1"), serves("D2", "A", "S2"), serves("D3", "B", "S3"))
	whole.Requirements = []ksb.Requirement{{Statement: "S2", Level: 1, Critical: true, Weight: 7}, {Statement: "S1"}}
	ix := compiled(t, roleFramework(whole))
	r, _ := ix.Role(ksb.OptionRole("R", "A"))
	want := ksb.Role{
		ID: "R/A", Title: "Nurse: adult", Edition: "1.1", Origin: at("f", 7),
		Requirements: []ksb.Requirement{{Statement: "S1", Level: 1}, {Statement: "S2", Level: 1, Critical: true, Weight: 7}},
		Duties:       []ksb.Duty{whole.Duties[0], whole.Duties[1]},
		Gates:        whole.Gates, Codes: whole.Codes, Facts: whole.Facts,
	}
	if diff := cmp.Diff(want, r, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
}

func TestOptionRolesAreMarked(t *testing.T) {
	tests := []struct {
		why      string
		duties   []ksb.Duty
		unmapped bool
	}{
		{"duties tell the options apart", []ksb.Duty{core("D1", "S1")}, false},
		{"no duty does", []ksb.Duty{core("D1")}, true},
		{"there is no duty", nil, true},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			ix := compiled(t, roleFramework(optional(tt.duties...)))
			whole, _ := ix.Brief("R")
			option, _ := ix.Brief("R/B")
			require.Empty(t, whole.OptionOf)
			require.False(t, whole.OptionUnmapped)
			require.Equal(t, ksb.RoleID("R"), option.OptionOf)
			require.Equal(t, tt.unmapped, option.OptionUnmapped)
		})
	}
}

func TestAListedRoleOutranksTheOneMadeOfAnOption(t *testing.T) {
	f := roleFramework(optional(core("D1", "S1")))
	f.Roles = with(f.Roles, ksb.Role{ID: "R/A", Title: "by hand", Requirements: requires("S4")})
	ix := compiled(t, f)
	require.Equal(t, []ksb.RoleID{"R", "R/A", "R/B"}, roleIDs(ix))
	require.Equal(t, []ksb.StatementID{"S4"}, asked(t, ix, "R/A"))
	b, _ := ix.Brief("R/A")
	require.Equal(t, ksb.RoleID("R"), b.OptionOf, "it is the option all the same")
}
