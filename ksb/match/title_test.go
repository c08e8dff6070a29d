package match_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match"
)

// hospital is a small catalogue in our own words.
func hospital() []match.Target {
	return []match.Target{
		{ID: "hca", Texts: []string{"Healthcare assistant", "Nursing assistant", "Care assistant", "Ward assistant"}, About: "Helps patients wash, eat and move, and takes observations on the ward."},
		{ID: "nurse", Texts: []string{"Registered nurse", "Staff nurse", "Ward nurse"}, About: "Plans, gives and evaluates nursing care."},
		{ID: "physio", Texts: []string{"Physiotherapist", "Physiotherapy practitioner"}, About: "Assesses and treats movement."},
		{ID: "physio-a", Texts: []string{"Physiotherapy assistant", "Therapy assistant", "Rehabilitation assistant"}, About: "Supports physiotherapists."},
		{ID: "ot-a", Texts: []string{"Occupational therapy assistant", "Therapy assistant"}},
		{ID: "phleb", Texts: []string{"Phlebotomist", "Phlebotomy technician"}, About: "Takes blood samples from patients."},
		{ID: "porter", Texts: []string{"Hospital porter", "Porter"}, About: "Moves patients and equipment."},
		{ID: "dev", Texts: []string{"Software developer", "C++ programmer", "C# programmer"}},
		{ID: "chef", Texts: []string{"Sous-chef", "Café cook"}},
		{ID: "sister", Texts: []string{"Медицинская сестра"}},
		{ID: "silent"},
	}
}

func titles(t testing.TB, targets []match.Target, o match.TitleOptions) *match.Titles {
	t.Helper()
	made, err := match.NewTitles(targets, o)
	require.NoError(t, err)
	return made
}

// TestResolve is the specification of the stages: what is found first, by what, and what may
// be done with it.
func TestResolve(t *testing.T) {
	found := titles(t, hospital(), match.TitleOptions{})
	cases := []struct {
		text, want string // ID, stage, band and repaired text of the first suggestion
		why        string
	}{
		{"Healthcare assistant", "hca exact exact", "a name"},
		{"  STAFF  NURSE! ", "nurse exact exact", "case, blanks and punctuation do not count"},
		{"cafe cook", "chef exact exact", "nor do accents"},
		{"sous chef", "chef exact exact", "nor do hyphens"},
		{"Therapy assistant", "ot-a exact possible", "a name of two: none of them may be accepted"},
		{"C# programmer", "dev exact exact", "signs of languages are letters"},
		{"assistants, nursing", "hca words", "the same stems in another order"},
		{"health care assistant", "hca words", "the same letters with a blank"},
		{"the assistant of the ward", "hca words", "stop words do not count"},
		{"HCA", "hca initials", "healthcare is also health care: an abbreviation of the list, and initials"},
		{"h.c.a.", "hca initials", "with full stops"},
		{"RN", "nurse initials", "initials of a name"},
		{"PT", "phleb initials", "a choice, not a decision"},
		{"мс", "sister initials", "initials in another script"},
		{"healthcare asistant", "hca mended [healthcare assistant]", "one letter missing"},
		{"helthcare assitsant", "hca mended [healthcare assistant]", "two errors in two words"},
		{"wardassistant", "hca words", "the blank forgotten: the same letters"},
		{"physio assistant", "physio-a initials [physiotherapy assistant]", "the beginning of a word that the list of abbreviations knows"},
		{"physio asst", "physio-a", "abbreviations are written out"},
		{"senior staff nurse (nights)", "nurse alike", "more words than the name"},
		{"blood samples", "phleb alike", "by the description"},
	}
	for _, c := range cases {
		list := found.Resolve(c.text, 3)
		require.NotEmpty(t, list, c.text)
		got := fmt.Sprintf("%s %s %s", list[0].ID, list[0].Stage, list[0].Band)
		if list[0].Repaired != "" {
			got += " [" + list[0].Repaired + "]"
		}
		if !within(c.want, got) {
			t.Errorf("%q: got %s, expected %s: %s", c.text, got, c.want, c.why)
		}
	}
}

// within tells whether every word of want is in got.
func within(want, got string) bool {
	return !slices.ContainsFunc(strings.Fields(want), func(word string) bool { return !slices.Contains(strings.Fields(got), word) })
}

// TestNothingFound: what shares nothing with any name has no suggestions.
func TestNothingFound(t *testing.T) {
	found := titles(t, hospital(), match.TitleOptions{})
	for _, text := range []string{"", " ", "?!", "👩‍⚕️", "看護師", "\x00"} {
		require.Empty(t, found.Resolve(text, 5), text)
	}
	for _, k := range []int{0, -1} {
		require.Empty(t, found.Resolve("nurse", k), "none asked for")
	}
	require.Empty(t, titles(t, nil, match.TitleOptions{}).Resolve("nurse", 5), "no targets")
	require.Empty(t, titles(t, []match.Target{{ID: "a"}, {ID: "b", Texts: []string{"", "…"}}}, match.TitleOptions{}).Resolve("nurse", 5), "no texts")
}

// TestAmbiguousNames: a name of several targets returns them all, whatever the limit, and
// none may be accepted.
func TestAmbiguousNames(t *testing.T) {
	var targets []match.Target
	for i := range 12 {
		targets = append(targets, match.Target{ID: fmt.Sprintf("role-%02d", i), Texts: []string{"Manager", fmt.Sprintf("Manager %d", i)}})
	}
	list := titles(t, targets, match.TitleOptions{}).Resolve("manager", 5)
	require.Len(t, list, 12, "none is dropped")
	for _, s := range list {
		require.Equal(t, match.ExactName, s.Stage)
		require.NotEqual(t, match.Exact, s.Band, "nobody can say which")
		require.InDelta(t, 1.0/12, s.Confidence, 1e-9)
	}
}

// TestInitialsAreChoices: all whose names have the initials, and none accepted.
func TestInitialsAreChoices(t *testing.T) {
	list := titles(t, hospital(), match.TitleOptions{}).Resolve("PP", 9)
	var ids []string
	for _, s := range list {
		if s.Stage == match.Initials {
			ids = append(ids, s.ID)
			require.NotEqual(t, match.Exact, s.Band)
		}
	}
	require.Equal(t, []string{"physio"}, ids)
}

// TestSuggestionsExplainThemselves: the text that matched, and shares that add up.
func TestSuggestionsExplainThemselves(t *testing.T) {
	list := titles(t, hospital(), match.TitleOptions{}).Resolve("senior ward nurses", 3)
	require.Equal(t, "nurse", list[0].ID)
	require.Equal(t, "Ward nurse", list[0].Text, "its alias, as given")
	var terms []string
	sum := 0.0
	for _, term := range list[0].Terms {
		terms = append(terms, term.Text)
		sum += term.Share
	}
	require.ElementsMatch(t, []string{"nurses", "ward nurses", "ward"}, terms)
	require.InDelta(t, 1, sum, 1e-9)
}

// TestRolesThatCannotBeTold: every fault of the targets.
func TestRolesThatCannotBeTold(t *testing.T) {
	cases := []struct {
		targets []match.Target
		want    error
		why     string
	}{
		{[]match.Target{{Texts: []string{"Nurse"}}}, ksb.ErrMissingID, "a suggestion must name something"},
		{[]match.Target{{ID: "a"}, {ID: "b"}, {ID: "a"}}, ksb.ErrDuplicateID, "and one thing only"},
	}
	for _, c := range cases {
		if _, err := match.NewTitles(c.targets, match.TitleOptions{}); !errors.Is(err, c.want) {
			t.Errorf("got %v, expected %v: %s", err, c.want, c.why)
		}
	}
}

func TestSuggestionsAreOrdered(t *testing.T) {
	for i, s := range titles(t, hospital(), match.TitleOptions{}).Resolve("ward assistant porter", 9) {
		require.Equal(t, i+1, s.Rank)
		require.GreaterOrEqual(t, s.Score, 0.0)
		require.LessOrEqual(t, s.Score, 1.0)
		require.True(t, s.Confidence >= 0 && s.Confidence <= 1)
	}
}

// TestRoleTargets: titles, aliases and duties of compiled roles; options are roles too.
func TestRoleTargets(t *testing.T) {
	ix, problems := ksb.Compile(ksb.Framework{
		Format: ksb.Format, ID: "f",
		Statements: []ksb.Statement{{ID: "s1", Kind: ksb.Skill, Text: "Takes blood"}, {ID: "s2", Kind: ksb.Knowledge, Text: "Knows veins"}},
		Roles: []ksb.Role{{ID: "r", Title: "Phlebotomist", Aliases: []string{"Vampire"},
			Duties:  []ksb.Duty{{ID: "d", Text: "Draw blood", Statements: []ksb.StatementID{"s1", "s2"}}},
			Options: []ksb.Option{{ID: "o", Title: "Children"}}}},
	})
	require.NoError(t, problems.Err())
	option, _ := ix.Role("r/o")
	require.Equal(t, []match.Target{
		{ID: "r", Texts: []string{"Phlebotomist", "Vampire"}, About: "Draw blood\n"},
		{ID: "r/o", Texts: []string{option.Title}, About: "Draw blood\n"},
	}, match.RoleTargets(ix), "the alias is that of the whole role")
	require.Equal(t, []match.Target{{ID: "s1", Texts: []string{"Takes blood"}}, {ID: "s2", Texts: []string{"Knows veins"}}}, match.StatementTargets(ix, "r"))
	require.Empty(t, match.StatementTargets(ix, "nobody"))
}

// TestNamesOfBandsAndStages: each is written and read back, and nothing else is read.
func TestNamesOfBandsAndStages(t *testing.T) {
	for _, b := range []match.Band{match.None, match.Possible, match.Likely, match.Exact} {
		text, err := b.MarshalText()
		require.NoError(t, err)
		var again match.Band
		require.NoError(t, again.UnmarshalText(text))
		require.Equal(t, b, again)
	}
	for s := match.ExactName; s <= match.Alike; s++ {
		text, err := s.MarshalText()
		require.NoError(t, err)
		var again match.Stage
		require.NoError(t, again.UnmarshalText(text))
		require.Equal(t, s, again)
	}
	_, err := match.Band(9).MarshalText()
	require.ErrorIs(t, err, ksb.ErrValue)
	require.ErrorIs(t, new(match.Band).UnmarshalText([]byte("sure")), ksb.ErrValue)
	_, err = match.Stage(0).MarshalText()
	require.ErrorIs(t, err, ksb.ErrValue)
	require.ErrorIs(t, new(match.Stage).UnmarshalText([]byte("")), ksb.ErrValue)
}

// letters embeds a text by its letters: enough to see that an Embedder is asked.
type letters struct {
	err  error
	size int
}

func (l letters) Embed(texts []string) ([][]float32, error) {
	if l.err != nil {
		return nil, l.err
	}
	made := make([][]float32, len(texts))
	for i, text := range texts {
		made[i] = make([]float32, max(l.size, 26))
		for _, c := range strings.ToLower(text) {
			if c >= 'a' && c <= 'z' {
				made[i][c-'a']++
			}
		}
	}
	return made, nil
}

// TestEmbedderIsOneMoreRanker: its votes count, and its faults do not stop the others.
func TestEmbedderIsOneMoreRanker(t *testing.T) {
	with := titles(t, hospital(), match.TitleOptions{Embedder: letters{}})
	without := titles(t, hospital(), match.TitleOptions{})
	require.Empty(t, without.Resolve("e", 3), "no ranker knows it")
	require.NotEmpty(t, with.Resolve("e", 3), "but the vectors do")
	_, err := match.NewTitles(hospital(), match.TitleOptions{Embedder: letters{err: errors.New("no model")}})
	require.ErrorContains(t, err, "no model")
	require.Equal(t, "nurse", with.Resolve("ward nurse", 1)[0].ID)
}

// TestConfidenceOrdersBands: the better a match, the higher its confidence and its band.
func TestConfidenceOrdersBands(t *testing.T) {
	found := titles(t, hospital(), match.TitleOptions{})
	exact, close, far := found.Resolve("staff nurse", 1)[0], found.Resolve("staff nursing", 1)[0], found.Resolve("staff lawyer", 1)[0]
	require.Equal(t, match.Exact, exact.Band)
	require.Greater(t, exact.Confidence, close.Confidence)
	require.Greater(t, close.Confidence, far.Confidence)
	require.GreaterOrEqual(t, close.Band, far.Band)
	if diff := cmp.Diff(1.0, exact.Confidence); diff != "" {
		t.Errorf("a name of one target only (-want +got):\n%s", diff)
	}
}
