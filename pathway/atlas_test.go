package pathway_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// ward is a small framework: three support roles of one family, a manager outside it.
func ward() ksb.Framework {
	needs := func(list ...any) (r []ksb.Requirement) {
		for i := 0; i < len(list); i += 2 {
			r = append(r, ksb.Requirement{Statement: ksb.StatementID(list[i].(string)), Level: ksb.Level(list[i+1].(int))})
		}
		return r
	}
	skill := func(id string, kind ksb.Kind) ksb.Statement {
		return ksb.Statement{ID: ksb.StatementID(id), Code: id, Kind: kind, Text: "knows " + id, Scale: "three"}
	}
	return ksb.Framework{
		Format: ksb.Format, ID: "ward", Scales: []ksb.Scale{{ID: "three", Rungs: []string{"0", "1", "2", "3"}}},
		Statements: []ksb.Statement{
			skill("K1", ksb.Knowledge), skill("K2", ksb.Knowledge), skill("S1", ksb.Skill), skill("S2", ksb.Skill), skill("S3", ksb.Skill), skill("B1", ksb.Behaviour),
		},
		Roles: []ksb.Role{
			{ID: "support", Title: "Support worker", Qual: 2, Requirements: needs("K1", 1, "S1", 2, "B1", 2)},
			{ID: "senior", Title: "Senior support worker", Qual: 3, Requirements: needs("K1", 2, "S1", 2, "S2", 2, "B1", 3)},
			{ID: "practitioner", Title: "Assistant practitioner", Qual: 5, Requirements: needs("K1", 2, "K2", 2, "S2", 3, "B1", 3),
				Gates: []ksb.Gate{{ID: "degree", Phase: ksb.Gateway, Rule: ksb.Rule{Credential: "degree"}}}},
			{ID: "manager", Title: "Manager", Qual: 5, Requirements: needs("S3", 3, "B1", 3)},
		},
		Related: []ksb.RoleLink{
			{From: "support", To: "senior", Relation: "progression", Source: "guide"},
			{From: "senior", To: "practitioner", Relation: "progression", Source: "guide"},
			{From: "senior", To: "manager", Relation: "lateral", Source: "guide"},
		},
		Groups: []ksb.Group{{ID: "clinical", Members: []string{"support", "senior", "practitioner", "K1"}}},
	}
}

func wardAtlas(t testing.TB, o pathway.AtlasOptions, courses ...pathway.Course) (*ksb.Index, *pathway.Atlas) {
	t.Helper()
	f := ward()
	ix, problems := ksb.Compile(f)
	require.NoError(t, problems.Err())
	p, problems := pathway.NewPlanner(ix, pathway.Catalogue{Courses: courses})
	require.NoError(t, problems.Err())
	return ix, pathway.NewAtlas(ix, p, o, f)
}

func TestCover(t *testing.T) {
	t.Parallel()
	_, a := wardAtlas(t, pathway.AtlasOptions{})
	for _, c := range []struct {
		from, to ksb.RoleID
		want     float64
		why      string
	}{
		{"support", "senior", (1 + 2) / 6., "K1 to 1 of 2, S1 whole, no S2; the behaviour does not count"},
		{"senior", "support", 1, "what a role asks beyond costs nothing"},
		{"senior", "practitioner", (2 + 2) / 7., "K1 whole, S2 to 2 of 3"},
		{"practitioner", "senior", (2 + 2) / 6., "a greater level counts as far as it is asked for"},
		{"manager", "senior", 0, "they share a behaviour, and that is much the same everywhere"},
		{"senior", "senior", 1, "itself"},
		{"senior", "astronaut", 0, "no such role"},
	} {
		require.InDelta(t, c.want, a.Cover(c.from, c.to), 1e-12, c.why)
	}
}

func TestLinksAreKeptApart(t *testing.T) {
	t.Parallel()
	_, a := wardAtlas(t, pathway.AtlasOptions{})
	covers := []float64{a.Cover("support", "senior"), a.Cover("support", "practitioner"), a.Cover("senior", "support"), a.Cover("senior", "practitioner"), a.Cover("practitioner", "support"), a.Cover("practitioner", "senior")}
	mean, sd := 0.0, 0.0
	for _, c := range covers {
		mean += c / 6
	}
	for _, c := range covers {
		sd += (c - mean) * (c - mean) / 6
	}
	least := mean - math.Sqrt(sd)
	want := []pathway.Calibration{{Framework: "ward", Families: 1, Pairs: 6, Sharing: 6, Mean: mean, SD: math.Sqrt(sd), Least: least, Usable: true}}
	if diff := cmp.Diff(want, a.Calibrations(), cmpopts.EquateApprox(0, 1e-12)); diff != "" {
		t.Error(diff)
	}
	var got []string
	for l := range a.Links("senior") {
		got = append(got, fmt.Sprint(l.To, " ", l.Kind, " ", l.Relation, " ", l.Backwards))
	}
	require.Equal(t, []string{"manager published lateral false", "practitioner published progression false", "practitioner computed  false", "support computed  false"}, got,
		"a pair may have both kinds; a progression leads one way")
	got = nil
	for l := range a.Links("manager") {
		got = append(got, fmt.Sprint(l.To, " ", l.Kind, " ", l.Relation, " ", l.Backwards))
	}
	require.Equal(t, []string{"senior published lateral true"}, got, "a sideways link leads back, and says so")
	require.Equal(t, []ksb.RoleID{"support"}, a.Entries())
}

func TestWithoutFamiliesNothingIsComputed(t *testing.T) {
	t.Parallel()
	f := ward()
	f.Groups = nil
	ix, _ := ksb.Compile(f)
	a := pathway.NewAtlas(ix, nil, pathway.AtlasOptions{}, f)
	for l := range a.Links("senior") {
		require.Equal(t, pathway.PublishedLink, l.Kind)
	}
	require.False(t, a.Calibrations()[0].Usable)
	a = pathway.NewAtlas(ix, nil, pathway.AtlasOptions{Families: [][]ksb.RoleID{{"support", "senior", "practitioner"}}, Most: 1}, f)
	computed := 0
	for l := range a.Links("senior") {
		if l.Kind == pathway.ComputedLink {
			computed++
			require.Equal(t, ksb.RoleID("support"), l.To, "the one of greatest cover is kept")
		}
	}
	require.Equal(t, 1, computed)
}

// TestSameStatements: by ID, by an exact link between frameworks, by the same words; and
// in part by nearly the same words, where asked for.
func TestSameStatements(t *testing.T) {
	t.Parallel()
	one := func(id, text string) ksb.Framework {
		return ksb.Framework{ID: ksb.FrameworkID(id), Statements: []ksb.Statement{{ID: ksb.StatementID(id + "/s"), Kind: ksb.Skill, Text: text}},
			Roles: []ksb.Role{{ID: ksb.RoleID(id), Title: id, Requirements: []ksb.Requirement{{Statement: ksb.StatementID(id + "/s")}}}}}
	}
	for _, c := range []struct {
		why, a, b string
		relation  ksb.Relation
		likeness  float64
		least     float64
		most      float64
	}{
		{"the same words, whatever the case and the full stop", "Lifts patients safely.", "lifts patients  safely", 0, 0, 1, 1},
		{"other words", "Lifts patients safely", "Moves people with care", 0, 0, 0, 0},
		{"linked as exact", "Lifts patients safely", "Moves people with care", ksb.Exact, 0, 1, 1},
		{"linked as close: not the same", "Lifts patients safely", "Moves people with care", ksb.Close, 0, 0, 0},
		{"nearly the same words do not count", "Lifts patients safely", "Lifts patients safely alone", 0, 0, 0, 0},
		{"or in part, where asked for", "Lifts patients safely", "Lifts patients safely alone", 0, 0.3, 0.5, 0.99},
	} {
		f, g := one("a", c.a), one("b", c.b)
		if c.relation != 0 {
			f.Links = []ksb.Link{{From: "a/s", To: "b/s", Relation: c.relation}}
		}
		ix, _ := ksb.Compile(f, g)
		cover := pathway.NewAtlas(ix, nil, pathway.AtlasOptions{Likeness: c.likeness}, f, g).Cover("a", "b")
		require.GreaterOrEqual(t, cover, c.least, c.why)
		require.LessOrEqual(t, cover, c.most, c.why)
	}
}

// TestComputedLinksAgreeWithEveryPair: the inverted index finds what comparing every
// pair of roles finds.
func TestComputedLinksAgreeWithEveryPair(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(21, 2026))
	links := 0
	for i := range 200 {
		l := explore(rng)
		var members []string
		for j := range l.framework.Roles {
			members = append(members, string(l.framework.Roles[j].ID))
		}
		l.framework.Statements[0].Kind = ksb.Behaviour
		l.framework.Groups = []ksb.Group{{ID: "g", Members: members}}
		l.settle(t)
		c := l.atlas.Calibrations()[0]
		for from := range l.ix.Roles() {
			got := map[ksb.RoleID]float64{}
			for link := range l.atlas.Links(from.ID) {
				if link.Kind == pathway.ComputedLink {
					got[link.To] = link.Cover
				}
			}
			want := map[ksb.RoleID]float64{}
			for to := range l.ix.Roles() {
				if cover := plainCover(from, to); c.Usable && from.ID != to.ID && cover >= c.Least-1e-9 && cover > 0 {
					want[to.ID] = cover
				}
			}
			require.Empty(t, cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-12)), "land %d: %+v", i, l.framework)
			links += len(got)
		}
	}
	require.Greater(t, links, 500)
}

// plainCover is the definition, for requirements of equal weight; S0 is a behaviour.
func plainCover(from, to ksb.Role) float64 {
	have, got, asked := map[ksb.StatementID]ksb.Level{}, 0.0, 0.0
	for _, q := range from.Requirements {
		have[q.Statement] = q.Level
	}
	for _, q := range to.Requirements {
		if q.Statement != "S0" {
			got += float64(min(have[q.Statement], q.Level))
			asked += float64(q.Level)
		}
	}
	if asked == 0 {
		return 0
	}
	return got / asked
}

func TestMap(t *testing.T) {
	t.Parallel()
	_, a := wardAtlas(t, pathway.AtlasOptions{})
	whole := a.Map()
	require.Len(t, whole.Roles, 4)
	some := a.Map("senior", "manager", "astronaut", "senior")
	require.Len(t, some.Roles, 2)
	require.Len(t, some.Links, 2, "there and back")
}
