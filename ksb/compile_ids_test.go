package ksb_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

// list is one of the lists whose items are told apart by an ID.
type list struct {
	name, path, id string
	add            func(f *ksb.Framework, id, content string, line int)
}

func lists() []list {
	return []list{
		{"scale", "scales", "X", func(f *ksb.Framework, id, content string, line int) {
			f.Scales = with(f.Scales, ksb.Scale{ID: ksb.ScaleID(id), Rungs: []string{"no", content}, Origin: at("f", line)})
		}},
		{"statement", "statements", "X", func(f *ksb.Framework, id, content string, line int) {
			f.Statements = with(f.Statements, ksb.Statement{ID: ksb.StatementID(id), Kind: ksb.Skill, Text: content, Origin: at("f", line)})
		}},
		{"role", "roles", "X", func(f *ksb.Framework, id, content string, line int) {
			f.Roles = with(f.Roles, ksb.Role{ID: ksb.RoleID(id), Title: content, Requirements: requires("S3"), Origin: at("f", line)})
		}},
		{"option", "roles[R1].options", "X", func(f *ksb.Framework, id, content string, line int) {
			f.Roles[0].Options = with(f.Roles[0].Options, ksb.Option{ID: ksb.OptionID(id), Title: content, Origin: at("f", line)})
		}},
		{"duty", "roles[R1].duties", "X", func(f *ksb.Framework, id, content string, line int) {
			f.Roles[0].Duties = with(f.Roles[0].Duties, ksb.Duty{ID: ksb.DutyID(id), Text: content, Origin: at("f", line)})
		}},
		{"requirement", "roles[R1].requirements", "S3", func(f *ksb.Framework, id, content string, line int) {
			f.Roles[0].Requirements = with(f.Roles[0].Requirements, ksb.Requirement{Statement: ksb.StatementID(id), Critical: content == "b", Origin: at("f", line)})
		}},
		{"gate", "roles[R1].gates", "X", func(f *ksb.Framework, id, content string, line int) {
			f.Roles[0].Gates = with(f.Roles[0].Gates, ksb.Gate{ID: ksb.GateID(id), Phase: ksb.Entry, Source: content, Rule: credential("c"), Origin: at("f", line)})
		}},
	}
}

func TestIDs(t *testing.T) {
	type item struct {
		named   bool
		content string
		line    int
	}
	tests := []struct {
		why   string
		items []item
		fault ksb.Fault
		lines []int // that are blamed
	}{
		{"what has an ID of its own is sound", []item{{true, "a", 90}}, "", nil},
		{"without an ID nothing can refer to it", []item{{false, "a", 90}}, ksb.ErrMissingID, []int{90}},
		{"each one without an ID is told", []item{{false, "a", 90}, {false, "a", 91}}, ksb.ErrMissingID, []int{90, 91}},
		{"an exact repetition counts once and the second is told", []item{{true, "a", 90}, {true, "a", 91}}, ksb.ErrDuplicateID, []int{91}},
		{"of two that differ nobody can tell which was meant", []item{{true, "a", 90}, {true, "b", 91}}, ksb.ErrDuplicateID, []int{90, 91}},
		{"nor of three of which two are alike", []item{{true, "a", 90}, {true, "a", 91}, {true, "b", 92}}, ksb.ErrDuplicateID, []int{90, 91, 92}},
	}
	for _, l := range lists() {
		for _, tt := range tests {
			t.Run(l.name+"/"+tt.why, func(t *testing.T) {
				f, id := sound(), ""
				for _, i := range tt.items {
					if i.named {
						id = l.id
					}
					l.add(&f, id, i.content, i.line)
				}
				var want []mistake
				for _, line := range tt.lines {
					want = append(want, mistake{tt.fault, l.path + "[" + id + "]", line})
				}
				_, problems := ksb.Compile(f)
				if diff := cmp.Diff(want, mistakes(problems)); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

func TestRepetitionsAcrossFrameworks(t *testing.T) {
	a := roleFramework(ksb.Role{ID: "R", Requirements: requires("S1")})
	ix, problems := ksb.Compile(a, a)
	for _, p := range problems {
		require.Equal(t, ksb.ErrDuplicateID, p.Fault)
	}
	require.Len(t, problems, 5, "four statements and a role")
	require.Equal(t, 4, ix.Statements())
	require.Equal(t, []ksb.RoleID{"R"}, roleIDs(ix))
}

// Where something was read is not part of what it says.
func TestRepetitionsReadElsewhere(t *testing.T) {
	f := sound()
	again := f.Statements[2]
	again.Origin = at("g", 1)
	f.Statements = with(f.Statements, again)
	ix, problems := ksb.Compile(f)
	require.Equal(t, []mistake{{ksb.ErrDuplicateID, "statements[S3]", 1}}, mistakes(problems))
	kept, _ := ix.Statement("S3")
	require.Equal(t, at("f", 12), kept.Origin, "the first one stays")
}

// A level means nothing without its scale, so statements that only look alike, but
// are judged on scales of different frameworks, differ.
func TestStatementsOnDifferentScalesAreNotAlike(t *testing.T) {
	on := func(rungs ...string) ksb.Framework {
		return ksb.Framework{
			Scales:     []ksb.Scale{{ID: "s", Rungs: rungs}},
			Statements: []ksb.Statement{{ID: "A", Kind: ksb.Skill, Scale: "s"}},
		}
	}
	ix, problems := ksb.Compile(on("0", "1"), on("0", "1", "2"))
	require.ErrorIs(t, problems.Err(), ksb.ErrDuplicateID)
	_, kept := ix.Statement("A")
	require.False(t, kept, "nobody can tell which was meant")
}

// The order of a list of prerequisites says nothing, so it makes no difference.
func TestListsInAnotherOrderAreAlike(t *testing.T) {
	f := roleFramework(ksb.Role{ID: "R", Requirements: requires("X")})
	f.Statements = with(f.Statements, statement("X", "S1", "S2"), statement("X", "S2", "S1"))
	ix, problems := ksb.Compile(f)
	require.Len(t, problems, 1)
	_, kept := ix.Statement("X")
	require.True(t, kept, "an exact repetition counts once")
}

// Every mistake in one go: who mends the kind should not be told of the scale only
// afterwards.
func TestEveryMistakeOfOneStatement(t *testing.T) {
	f := sound()
	f.Statements = with(f.Statements, ksb.Statement{Scale: "six", HalfLifeDays: -1, Origin: at("f", 90)})
	_, problems := ksb.Compile(f)
	want := []mistake{
		{ksb.ErrMissingID, "statements[]", 90},
		{ksb.ErrValue, "statements[].halfLifeDays", 90},
		{ksb.ErrKind, "statements[].kind", 90},
		{ksb.ErrUnknownScale, "statements[].scale", 90},
	}
	if diff := cmp.Diff(want, mistakes(problems)); diff != "" {
		t.Error(diff)
	}
}
