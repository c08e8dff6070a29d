package ksbtest_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

func TestRandomIsSoundAndItsOrderDoesNotShow(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	prints := map[string]bool{}
	for range 500 {
		f := ksbtest.Random(rng)
		ix, problems := ksb.Compile(f)
		require.NoError(t, problems.Err())
		shuffled, _ := ksb.Compile(ksbtest.Shuffled(rng, f))
		require.Equal(t, ix.Fingerprint(), shuffled.Fingerprint())
		prints[ix.Fingerprint()] = true
	}
	require.Len(t, prints, 500, "no two are alike")
}

func TestRandomFollowsItsSeed(t *testing.T) {
	first, second := ksbtest.Random(rand.New(rand.NewPCG(7, 7))), ksbtest.Random(rand.New(rand.NewPCG(7, 7)))
	require.Empty(t, cmp.Diff(first, second))
}

func TestShuffledLeavesTheGivenOneAlone(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	f := ksbtest.Random(rng)
	before := ksbtest.WithoutOrigins(f)
	for range 20 {
		ksbtest.Shuffled(rng, f)
	}
	require.Empty(t, cmp.Diff(before, f))
}

func TestWithoutOrigins(t *testing.T) {
	at := ksb.Origin{File: "f", Line: 1}
	not := ksb.Rule{Not: &ksb.Rule{Credential: "a"}}
	f := ksb.Framework{
		Scales: []ksb.Scale{{Origin: at}}, Statements: []ksb.Statement{{Origin: at, Requires: []ksb.StatementID{}}},
		Roles: []ksb.Role{{Origin: at, Requirements: []ksb.Requirement{{Origin: at}}, Duties: []ksb.Duty{{Origin: at}},
			Options: []ksb.Option{{Origin: at}}, Gates: []ksb.Gate{{Origin: at, Rule: not}}}},
		Links: []ksb.Link{{Origin: at}}, Related: []ksb.RoleLink{{Origin: at}}, Groups: []ksb.Group{{Origin: at}},
	}
	got := ksbtest.WithoutOrigins(f)
	want := ksb.Framework{
		Scales: []ksb.Scale{{}}, Statements: []ksb.Statement{{Requires: []ksb.StatementID{}}},
		Roles: []ksb.Role{{Requirements: []ksb.Requirement{{}}, Duties: []ksb.Duty{{}}, Options: []ksb.Option{{}}, Gates: []ksb.Gate{{Rule: not}}}},
		Links: []ksb.Link{{}}, Related: []ksb.RoleLink{{}}, Groups: []ksb.Group{{}},
	}
	require.Empty(t, cmp.Diff(want, got))
	require.Equal(t, at, f.Roles[0].Gates[0].Origin, "the given one keeps them")
	got.Roles[0].Gates[0].Rule.Not.Credential = "b"
	require.Equal(t, ksb.CredentialID("a"), not.Not.Credential, "nothing is shared")
}

func ExampleStandard() {
	index, problems := ksb.Compile(ksbtest.Standard("ST1", "K1", "S1", "B1"))
	role, _ := index.Role("ST1")
	for _, q := range role.Requirements {
		s, _ := index.Statement(q.Statement)
		fmt.Println(s.ID, s.Kind)
	}
	fmt.Println(problems.Err())
	// Output:
	// ST1/B1 behaviour
	// ST1/K1 knowledge
	// ST1/S1 skill
	// <nil>
}
