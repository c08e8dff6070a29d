package ksb_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

// A role that is not kept leaves nothing behind: an option without its role is no job.
func TestOptionsOfRefusedRoles(t *testing.T) {
	named := func(id ksb.RoleID, options ...ksb.OptionID) ksb.Role {
		r := ksb.Role{ID: id, Requirements: requires("S1")}
		for _, o := range options {
			r.Options = append(r.Options, ksb.Option{ID: o})
		}
		return r
	}
	tests := []struct {
		why   string
		roles []ksb.Role
		want  []mistake
		kept  []ksb.RoleID
	}{
		{"a role without an ID", []ksb.Role{named("", "O1")}, []mistake{{ksb.ErrMissingID, "roles[]", 0}}, nil},
		{"two roles that differ in their options", []ksb.Role{named("R", "O1"), named("R", "O2")}, []mistake{
			{ksb.ErrDuplicateID, "roles[R]", 0},
		}, nil},
		{"a role that is repeated, options and all", []ksb.Role{named("R", "O1"), named("R", "O1")}, []mistake{
			{ksb.ErrDuplicateID, "roles[R]", 0},
		}, []ksb.RoleID{"R", "R/O1"}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			f := roleFramework(tt.roles[0])
			f.Roles = tt.roles
			ix, problems := ksb.Compile(f)
			if diff := cmp.Diff(tt.want, mistakes(problems)); diff != "" {
				t.Error("one mistake, told once: ", diff)
			}
			if diff := cmp.Diff(tt.kept, roleIDs(ix)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A role with nothing to require is listed as a problem, whoever made it.
func TestAnOptionWithNothingToRequire(t *testing.T) {
	f := roleFramework(optional(serves("D1", "A", "S1")))
	ix, problems := ksb.Compile(f)
	require.Equal(t, []ksb.StatementID{"S1"}, asked(t, ix, "R/A"))
	require.Empty(t, asked(t, ix, "R/B"))
	require.ErrorIs(t, problems.Err(), ksb.ErrEmptyRole)
}

// A duty of an option that nobody knows belongs to none of the others: nobody said
// that it is for all of them.
func TestADutyOfAnUnknownOptionAlone(t *testing.T) {
	ix, problems := ksb.Compile(roleFramework(optional(core("D1", "S1"), serves("D2", "Z", "S2"))))
	require.Equal(t, []mistake{{ksb.ErrUnknownOption, "roles[R].duties[D2].options", 0}}, mistakes(problems))
	require.Equal(t, []ksb.StatementID{"S1"}, asked(t, ix, "R/A"))
}

// Unmapped means that a role was made with all the requirements for want of a mapping;
// as many requirements as the whole role has are no sign of that.
func TestAListedRoleIsNotUnmapped(t *testing.T) {
	f := roleFramework(optional())
	f.Roles = with(f.Roles, ksb.Role{ID: "R/A", Requirements: requires("S2", "S3", "S4")})
	b, _ := compiled(t, f).Brief("R/A")
	require.False(t, b.OptionUnmapped)
}
