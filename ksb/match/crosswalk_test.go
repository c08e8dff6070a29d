package match_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match"
)

// one is a list of one statement.
func one(id, text string) []match.Target { return []match.Target{{ID: id, Texts: []string{text}}} }

// clinic is another standard, that says some things of the ward in other words.
func clinic() []match.Target {
	return []match.Target{
		{ID: "C1", Texts: []string{"Take blood samples from patients"}},
		{ID: "C2", Texts: []string{"Record pulse"}},
		{ID: "C3", Texts: []string{"Move and position people safely with a hoist, a slide sheet or a bed, alone and in teams, and report every incident"}},
		{ID: "C4", Texts: []string{"Clean instruments after use"}},
	}
}

// proposed is a proposal in a line.
func proposed(p match.Proposal) string {
	return fmt.Sprintf("%s %s %s %s", p.From, p.Relation, p.To, p.Band)
}

func TestCrosswalkRelations(t *testing.T) {
	t.Parallel()
	list, err := match.Crosswalk(ward(), clinic(), match.CrosswalkOptions{Most: 1})
	require.NoError(t, err)
	var got []string
	for _, p := range list {
		if p.Confidence > .4 {
			got = append(got, proposed(p))
		}
	}
	want := []string{
		"S1 exact C1 exact",     // the very text
		"S2 broad C3 likely",    // all of it is there, and more: To is broader
		"S3 narrow C2 possible", // To is a part of it
		"S6 close C4 likely",    // one word differs
		"S7 close C4 likely",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// kinds are told by the last letter of an ID, as "1k" or "2s".
func kinds(from, to ksb.StatementID) bool {
	return strings.HasSuffix(string(from), "k") == strings.HasSuffix(string(to), "k")
}

func TestCrosswalkKinds(t *testing.T) {
	t.Parallel()
	const text = "Recognise pain or discomfort"
	to := []match.Target{{ID: "1k", Texts: []string{text}}, {ID: "2s", Texts: []string{text}}, {ID: "3k", Texts: []string{"Recognise pain"}}}
	for _, c := range []struct {
		why  string
		from string
		kind func(from, to ksb.StatementID) bool
		want string
	}{
		{"kinds unknown: two have the text", "s", nil, "s exact 1k likely"},
		{"of the two with the text the one of its kind is meant", "s", kinds, "s exact 2s exact"},
		{"likewise for knowledge", "k", kinds, "k exact 1k exact"},
	} {
		list, err := match.Crosswalk(one(c.from, text), to, match.CrosswalkOptions{SameKind: c.kind})
		require.NoError(t, err)
		require.Equal(t, c.want, proposed(list[0]), c.why)
	}
	list, err := match.Crosswalk(one("s", text), to[:1], match.CrosswalkOptions{SameKind: kinds})
	require.NoError(t, err)
	require.NotEqual(t, ksb.Exact, list[0].Relation, "to know it is not to do it")
	require.NotEqual(t, match.Exact, list[0].Band)
}

// TestSameKind: each statement is looked up in its own standard, so an ID that both use for
// different kinds is not mixed up.
func TestSameKind(t *testing.T) {
	t.Parallel()
	standard := func(kind ksb.Kind) *ksb.Index {
		ix, _ := ksb.Compile(ksb.Framework{ID: "f", Statements: []ksb.Statement{{ID: "1", Kind: kind, Text: "x"}}})
		return ix
	}
	knowledge, skill := standard(ksb.Knowledge), standard(ksb.Skill)
	require.True(t, match.SameKind(skill, skill)("1", "1"))
	require.False(t, match.SameKind(knowledge, skill)("1", "1"), "the same ID, another kind")
	require.False(t, match.SameKind(skill, skill)("1", "2"), "nobody knows the kind of 2")
}

func TestCrosswalkExamples(t *testing.T) {
	t.Parallel()
	o := match.CrosswalkOptions{Examples: match.NewExamples(says("Clean equipment after use", "C4", match.Rejected))}
	list, err := match.Crosswalk(ward(), clinic(), o)
	require.NoError(t, err)
	for _, p := range list {
		require.False(t, (p.From == "S6" || p.From == "S7") && p.To == "C4", "rejected: %+v", p)
	}
	o = match.CrosswalkOptions{Examples: match.NewExamples(says("Clean equipment after use", "C4", match.Confirmed))}
	list, err = match.Crosswalk(ward()[5:6], clinic(), o)
	require.NoError(t, err)
	require.Equal(t, "S6 close C4 likely", proposed(list[0]), "confirmed as close, perhaps: that makes the texts no more the same")
}

func TestCrosswalkEdges(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why      string
		from, to []match.Target
		n        int
	}{
		{"nothing to link", nil, clinic(), 0}, {"nothing to link to", ward(), nil, 0},
		{"nothing in common", one("A", "zzz"), clinic(), 0}, {"no text", []match.Target{{ID: "A"}}, clinic(), 0},
		{"itself, which needs no link", one("A", "Record pulse"), one("A", "record  pulse."), 0}, {"another text under its ID", one("A", "Record pulse"), one("A", "Record pulse twice"), 1},
	} {
		list, err := match.Crosswalk(c.from, c.to, match.CrosswalkOptions{})
		require.NoError(t, err)
		require.Len(t, list, c.n, c.why)
	}
	_, err := match.Crosswalk(append(ward(), ward()...), clinic(), match.CrosswalkOptions{})
	require.ErrorIs(t, err, ksb.ErrDuplicateID)
	_, err = match.Crosswalk(ward(), append(clinic(), clinic()...), match.CrosswalkOptions{})
	require.ErrorIs(t, err, ksb.ErrDuplicateID)
}

// TestCrosswalkAxioms: exact is for the same text and for nothing else; every statement of
// the first list has its proposals in one row, ranked.
func TestCrosswalkAxioms(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(9, 2026))
	exact := 0
	for range 60 {
		from, to := randomTargets(rng), randomTargets(rng)
		for i := range to {
			to[i].ID = "to " + to[i].ID
		}
		list, err := match.Crosswalk(from, to, match.CrosswalkOptions{Most: 4})
		require.NoError(t, err)
		rank, last := 0, ksb.StatementID("")
		for _, p := range list {
			if p.From != last {
				rank, last = 0, p.From
			}
			rank++
			require.Equal(t, rank, p.Rank)
			require.LessOrEqual(t, rank, 4)
			same := p.FromText == p.ToText
			require.Equal(t, same, p.Relation == ksb.Exact, "%+v", p)
			if p.Relation == ksb.Exact {
				exact++
			}
		}
	}
	require.Greater(t, exact, 5)
}

// ap is a page that publishes no mapping.
func ap() ksb.Framework {
	return ksb.Framework{
		Statements: []ksb.Statement{
			{ID: "K1", Kind: ksb.Knowledge, Text: "How blood is taken"}, {ID: "S1", Kind: ksb.Skill, Text: "Take blood samples"},
			{ID: "S2", Kind: ksb.Skill, Text: "Clean equipment"}, {ID: "B1", Kind: ksb.Behaviour, Text: "Act with integrity"},
		},
		Roles: []ksb.Role{{
			ID: "R", Requirements: []ksb.Requirement{{Statement: "K1"}, {Statement: "S1"}, {Statement: "S2"}, {Statement: "B1"}},
			Duties: []ksb.Duty{{ID: "D1", Code: "D1", Text: "Take and label blood samples"}, {ID: "D2", Code: "D2", Text: "Clean and store equipment"}, {ID: "D3", Text: "…"}},
		}},
	}
}

func TestMapDutiesOfAPage(t *testing.T) {
	t.Parallel()
	ix, problems := ksb.Compile(ap())
	require.NoError(t, problems.Err())
	list, err := match.MapDuties(ix, "R", match.DutyOptions{Most: 2})
	require.NoError(t, err)
	var got []string
	for _, p := range list {
		got = append(got, fmt.Sprint(p.Duty, " ", p.ID, " ", p.Rank))
	}
	want := []string{"D1 S1 1", "D1 B1 2", "D2 S2 1", "D2 B1 2"} // a behaviour shares no word with any duty; D3 says nothing
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	_, err = match.MapDuties(ix, "?", match.DutyOptions{})
	require.ErrorIs(t, err, ksb.ErrUnknownRole)
	x := match.NewExamples(says("Take and label blood samples", "S1", match.Rejected))
	list, err = match.MapDuties(ix, "R", match.DutyOptions{Examples: x})
	require.NoError(t, err)
	for _, p := range list {
		require.False(t, p.Duty == "D1" && p.ID == "S1", "rejected")
		require.NotEqual(t, match.Exact, p.Band, "a duty is no statement")
	}
}

func ExampleCrosswalk() {
	from := []match.Target{{ID: "old/S1", Texts: []string{"Clean equipment after use"}}, {ID: "old/S2", Texts: []string{"Hand over to the next shift"}}}
	to := []match.Target{{ID: "new/S1", Texts: []string{"Hand over to the next shift."}}, {ID: "new/S2", Texts: []string{"Clean, check and put away equipment after use"}}}
	list, _ := match.Crosswalk(from, to, match.CrosswalkOptions{Most: 1})
	for _, p := range list {
		fmt.Println(p.From, p.Relation, p.To, p.Band)
	}
	// Output:
	// old/S1 broad new/S2 likely
	// old/S2 exact new/S1 exact
}

func ExampleMapDuties() {
	ix, _ := ksb.Compile(ap())
	list, _ := match.MapDuties(ix, "R", match.DutyOptions{Most: 1})
	for _, p := range list {
		fmt.Println(p.Code, p.ID)
	}
	// Output:
	// D1 S1
	// D2 S2
}

func ExampleStatements_Suggest() {
	targets := []match.Target{{ID: "S1", Texts: []string{"Take blood samples from patients"}}, {ID: "S2", Texts: []string{"Record blood pressure"}}}
	examples := match.NewExamples(match.Example{Text: "took bloods", Statement: "S1", Verdict: match.Confirmed, By: "lead-a", At: 739797})
	s, _ := match.NewStatements(targets, examples, match.StatementOptions{})
	for _, text := range []string{"Took bloods!", "took some bloods on the ward"} {
		g := s.Suggest(text, 1)[0]
		fmt.Println(g.ID, g.Band, g.Terms[0].Text)
	}
	// Output:
	// S1 exact took
	// S1 possible took
}

// TestCrosswalkOrder: nothing stands above what is more certain, but for the same text; and
// fewer proposals are the first of more.
func TestCrosswalkOrder(t *testing.T) {
	t.Parallel()
	many, err := match.Crosswalk(ward(), clinic(), match.CrosswalkOptions{Most: 4})
	require.NoError(t, err)
	for i, p := range many {
		if i > 0 && many[i-1].From == p.From {
			require.Equal(t, many[i-1].Rank+1, p.Rank)
			require.True(t, many[i-1].Band == match.Exact || many[i-1].Confidence >= p.Confidence, "%+v above %+v", many[i-1], p)
		}
	}
	few, err := match.Crosswalk(ward(), clinic(), match.CrosswalkOptions{Most: 2})
	require.NoError(t, err)
	first := slices.DeleteFunc(slices.Clone(many), func(p match.Proposal) bool { return p.Rank > 2 })
	if diff := cmp.Diff(first, few); diff != "" {
		t.Error(diff)
	}
}
