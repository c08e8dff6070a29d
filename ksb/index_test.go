package ksb_test

import (
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

// hospital has roles that a person may confuse.
func hospital() ksb.Framework {
	coded := func(id ksb.RoleID, title string, codes ...ksb.Code) ksb.Role {
		return ksb.Role{ID: id, Title: title, Codes: codes, Requirements: requires("S1")}
	}
	nurse := coded("ST0781_1.10", "Nurse", ksb.Code{System: "ST", Value: "ST0781"}, ksb.Code{System: "SOC2020", Value: "2237"})
	nurse.Options = []ksb.Option{{ID: "adult", Title: "Adult"}}
	nurse.Aliases = []string{"Sister", "porter"}
	f := roleFramework(nurse)
	f.Roles = with(f.Roles,
		coded("ST0781_1.9", "Nurse", ksb.Code{System: "ST", Value: "ST0781"}),
		coded("K10", "Porter"), coded("K2", " Porter "), coded("Porter", "Somebody"), coded("Z", "ST0781"))
	return f
}

func TestRolesStandInNaturalOrder(t *testing.T) {
	want := []ksb.RoleID{"K2", "K10", "Porter", "ST0781_1.9", "ST0781_1.10", "ST0781_1.10/adult", "Z"}
	ix := compiled(t, hospital())
	if diff := cmp.Diff(want, roleIDs(ix)); diff != "" {
		t.Error(diff)
	}
	for i, b := range ix.Briefs() {
		require.Equal(t, want[i], b.Role.ID, "briefs stand beside their roles")
	}
	for range ix.Roles() {
		break // stopping early is allowed
	}
}

func TestFindRoles(t *testing.T) {
	tests := []struct {
		why, text string
		want      []ksb.RoleID
	}{
		{"the very ID outranks a title", "Porter", []ksb.RoleID{"Porter"}},
		{"an ID is compared with regard to case, so this is a title, and the alias of another role: both are meant", "porter", []ksb.RoleID{"K2", "K10", "ST0781_1.10"}},
		{"an alias stands for a whole role, not for its options", "sister", []ksb.RoleID{"ST0781_1.10"}},
		{"a code names whole roles, not their options, and outranks a title", "ST0781", []ksb.RoleID{"ST0781_1.9", "ST0781_1.10"}},
		{"codes without regard to case", "st0781", []ksb.RoleID{"ST0781_1.9", "ST0781_1.10"}},
		{"a code of another system", "2237", []ksb.RoleID{"ST0781_1.10"}},
		{"the ID of an option", "ST0781_1.10/adult", []ksb.RoleID{"ST0781_1.10/adult"}},
		{"titles without regard to case", "NURSE", []ksb.RoleID{"ST0781_1.9", "ST0781_1.10"}},
		{"an option has a title of its own", "nurse: adult", []ksb.RoleID{"ST0781_1.10/adult"}},
		{"blanks around do not matter", "  Nurse ", []ksb.RoleID{"ST0781_1.9", "ST0781_1.10"}},
		{"a part of a title is no title", "Nur", nil},
		{"nothing finds nothing", "", nil},
	}
	ix := compiled(t, hospital())
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, ix.FindRoles(tt.text), cmpopts.EquateEmpty()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNothingFindsNoUntitledRole(t *testing.T) {
	ix := compiled(t, roleFramework(ksb.Role{ID: "R", Requirements: requires("S1")}))
	require.Empty(t, ix.FindRoles(" "))
}

func TestNeeding(t *testing.T) {
	ix := compiled(t, sound())
	type need struct {
		Role  ksb.RoleID
		Level ksb.Level
	}
	tests := []struct {
		why  string
		id   ksb.StatementID
		want []need
	}{
		{"whole roles and roles of options, in order", "S1", []need{{"R1", 3}, {"R1/O1", 3}}},
		{"a level that is not stated is the top rung", "S3", []need{{"R2", 1}}},
		{"nobody needs what nobody knows", "S0", nil},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			var got []need
			for id, q := range ix.Needing(tt.id) {
				require.Equal(t, tt.id, q.Statement)
				got = append(got, need{id, q.Level})
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
	for range ix.Needing("S1") {
		break // stopping early is allowed
	}
}

func TestUnknown(t *testing.T) {
	ix := compiled(t, sound())
	_, known := ix.Role("R9")
	require.False(t, known)
	_, known = ix.Statement("S9")
	require.False(t, known)
	_, known = ix.NumberOf("S9")
	require.False(t, known)
	_, known = ix.Brief("R9")
	require.False(t, known)
}

func TestStatementNumbers(t *testing.T) {
	ix := compiled(t, sound())
	tops := map[ksb.StatementID]ksb.Level{"S1": 4, "S2": 1, "S3": 1}
	for number := range int32(ix.Statements()) {
		s := ix.StatementAt(number)
		back, known := ix.NumberOf(s.ID)
		require.True(t, known)
		require.Equal(t, number, back)
		same, known := ix.Statement(s.ID)
		require.True(t, known)
		require.Equal(t, *s, same)
		require.Equal(t, tops[s.ID], ix.ScaleAt(number).Top())
	}
	require.Equal(t, ksb.Level(1), ksb.Scale{}.Top(), "no scale is the one of two rungs")
	require.Equal(t, ksb.Level(1), ksb.TwoRungs().Top())
}

// Run with -race: all that an index can be asked, by many at once.
func TestIndexConcurrently(t *testing.T) {
	ix := compiled(t, hospital())
	want := snap(ix)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				if !cmp.Equal(want, snap(ix)) {
					t.Error("another answer than before")
				}
				for _, id := range slices.Concat(roleIDs(ix), ix.FindRoles("Nurse")) {
					ix.Role(id)
					ix.Brief(id)
				}
				for range ix.Needing("S1") {
				}
				_, _ = ix.Briefs(), ix.Fingerprint()
			}
		})
	}
	group.Wait()
}
