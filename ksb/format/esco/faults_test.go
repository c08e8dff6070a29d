package esco_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/esco"
	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

func TestFaults(t *testing.T) {
	add := func(name, rows string) map[string]string {
		return given.With(official(), name, official()[name]+rows+"\n")
	}
	const (
		occupations, skills = "occupations_en.csv", "skills_en.csv"
		asks, pairs         = "occupationSkillRelations_en.csv", "skillSkillRelations_en.csv"
		above, aboveRoles   = "broaderRelationsSkillPillar_en.csv", "broaderRelationsOccPillar_en.csv"
		hierarchy           = "skillsHierarchy_en.csv"
	)
	for _, c := range []struct {
		why  string
		set  map[string]string
		want []string
	}{
		{"an occupation that is not there", add(asks, "e/o/none,essential,knowledge,e/s/life"), []string{asks + ":4 unknown role"}},
		{"a skill that is not there", add(asks, "e/o/bee,essential,knowledge,e/s/none"), []string{asks + ":4 unknown statement"}},
		{"neither is there", add(asks, "x,essential,knowledge,y"), []string{asks + ":4 unknown role", asks + ":4 unknown statement"}},
		{"a group that is not there", add(above, "SkillGroup,e/g,SkillGroup,e/none"), []string{above + ":4 unknown group"}},
		{"a narrower occupation that is not there", add(aboveRoles, "Occupation,e/none,ISCOGroup,e/i/6123"), []string{aboveRoles + ":4 unknown role"}},
		{"a type that is not there", add(above, "Thing,e/none,SkillGroup,e/g"), []string{above + ":4 unknown group"}},
		{"a relation without a name", add(asks, "e/o/queen,,knowledge,e/s/life"), []string{asks + ":4 value not allowed"}},
		{"a relation of an unknown name", add(asks, "e/o/queen,nice,knowledge,e/s/life"), []string{asks + ":4 value not allowed"}},
		{"a pair of an unknown name", add(pairs, "e/s/life,knowledge,,skill,e/s/hive"), []string{pairs + ":3 value not allowed"}},
		{"a pair with a skill that is not there", add(pairs, "e/s/life,knowledge,optional,skill,e/none"), []string{pairs + ":3 unknown statement"}},
		{"a thing below itself", add(above, "SkillGroup,e/g,SkillGroup,e/g"), []string{above + ":4 value not allowed"}},
		{"a group below a skill", add(above, "SkillGroup,e/g,KnowledgeSkillCompetence,e/s/life"), []string{above + ":4 value not allowed"}},
		{"a type of skill that ESCO does not have", add(skills, "K,e/s/x,magic,,x,,,,,,,,"), []string{skills + ":4 value not allowed"}},
		{"a skill without type is for Compile to report", add(skills, "K,e/s/x,,,x,,,,,,,,"), nil},
		{"an ISCO code that is none", add(occupations, "Occupation,e/o/x,61,x,,,,,,,,,"), []string{occupations + ":6 value not allowed"}},
		{"no URI", add(skills, "K,,knowledge,,x,,,,,,,,"), []string{skills + ":4 missing ID"}},
		{"a row repeated", add(skills, "KnowledgeSkillCompetence,e/s/life,knowledge,cross-sector,life of bees,,,released,,,,,"), []string{skills + ":4 duplicate ID"}},
		{"a row that is too short", add(asks, "e/o/bee,essential"), []string{asks + ":4 broken syntax"}},
		{"a row that is too long", add(asks, "e/o/bee,essential,a,b,c"), []string{asks + ":4 broken syntax"}},
		{"an empty row of a spreadsheet is none", add(asks, ",,,"), nil},
		{"a quote in a cell", add(asks, `e/o/bee,ess"ential,a,b`), []string{asks + ":4 broken syntax"}},
		{"a quote that never closes", add(asks, `e/o/bee,"essential,a,b`), []string{asks + ":4 broken syntax"}},
		{"a column that stands twice", given.With(official(), pairs, strings.Replace(official()[pairs], "originalSkillType", "relationType", 1)),
			[]string{pairs + ":1 key given twice", pairs + ":2 value not allowed"}},
		{"a file of something else", given.With(official(), pairs, "a,b\n1,2\n"), []string{pairs + ":1 unknown format"}},
		{"an empty file", given.With(official(), pairs, "\n"), []string{pairs + ":0 cannot be read"}},
		{"a broken archive", given.With(official(), pairs, given.Gzipped("x")[:9]), []string{pairs + ":0 cannot be read"}},
		{"another encoding", given.With(official(), pairs, "a\n\xff"), []string{pairs + ":2 not UTF-8"}},
		{"a way through nowhere", add(hierarchy, "e/g,skills,,,e/g/deep,deep,,,S"), nil},
	} {
		t.Run(c.why, func(t *testing.T) {
			f, problems := readSet(t, c.set)
			if diff := cmp.Diff(c.want, told(problems)); diff != "" {
				t.Error(diff, problems)
			}
			require.GreaterOrEqual(t, len(f.Roles), 2, "the sound rows stay")
		})
	}
}

// A collection repeats what other tables say, and less of it: it spoils nothing.
func TestCollectionOfOccupations(t *testing.T) {
	f, problems := readSet(t, given.With(official(), "researchOccupationsCollection_en.csv",
		"conceptType,conceptUri,preferredLabel,status,altLabels,description\nOccupation,e/o/bee,beekeeper,released,,\nOccupation,e/o/new,hive tester,released,tester | probe,\n"))
	require.Empty(t, faults(problems))
	require.Len(t, f.Roles, 3)
	require.Equal(t, []string{"probe", "tester"}, f.Roles[1].Aliases)
	last := f.Groups[len(f.Groups)-1]
	require.Equal(t, []string{"e/o/bee", "e/o/new"}, last.Members)
}

// Of two rows that share an ID and differ neither is used.
func TestConflicts(t *testing.T) {
	f, problems := readSet(t, given.With(official(), "skills_en.csv", official()["skills_en.csv"]+"K,e/s/hive,knowledge,,other,,,,,,,,\n"))
	require.Equal(t, 2, count(problems, ksb.ErrDuplicateID))
	require.Equal(t, 4, count(problems, ksb.ErrUnknownStatement), "what asks for it, needs it, and stands above and below it")
	require.Len(t, f.Statements, 2)
}

func TestRead(t *testing.T) {
	type parts struct{ Roles, Statements, Groups int }
	got := map[string]parts{}
	for _, set := range []map[string]string{tabiya(), official()} {
		for name, text := range set {
			require.True(t, esco.Detect(name, []byte(text)), name)
			f, _ := esco.Read(strings.NewReader(text), name)
			got[name] = parts{len(f.Roles), len(f.Statements), len(f.Groups)}
		}
	}
	want := map[string]parts{
		"occupations.csv": {Roles: 4}, "skills.csv": {Statements: 4}, "occupation_groups.csv": {Groups: 2}, "skill_groups.csv": {Groups: 3},
		"occupations_en.csv": {Roles: 2}, "skills_en.csv": {Statements: 2}, "ISCOGroups_en.csv": {Groups: 1}, "skillsHierarchy_en.csv": {Groups: 2},
		"greenSkillsCollection_en.csv": {Statements: 2, Groups: 1},
		"occupation_hierarchy.csv":     {}, "skill_hierarchy.csv": {}, "occupation_to_skill_relations.csv": {}, "skill_to_skill_relations.csv": {},
		"occupationSkillRelations_en.csv": {}, "skillSkillRelations_en.csv": {}, "broaderRelationsSkillPillar_en.csv": {}, "broaderRelationsOccPillar_en.csv": {},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadRefuses(t *testing.T) {
	for text, fault := range map[string]ksb.Fault{
		"": ksb.ErrRead, "hello": ksb.ErrFormat, "id,title\n1,2\n": ksb.ErrFormat, `{"conceptUri":1}`: ksb.ErrFormat,
		tabiya()["skill_hierarchy.csv"]: ksb.ErrMissing, official()["occupationSkillRelations_en.csv"]: ksb.ErrMissing,
		strings.ReplaceAll(official()["skills_en.csv"], ",", ";"): ksb.ErrFormat,
	} {
		f, problems := esco.Read(strings.NewReader(text), "x")
		require.Len(t, problems, 1, "%q", text)
		require.ErrorIs(t, problems, fault)
		require.Empty(t, f.Roles)
	}
}

func TestDetectFS(t *testing.T) {
	for _, c := range []struct {
		why        string
		give, want []string
	}{
		{"official, in any language", []string{"v/occupations_de.csv", "v/occupationSkillRelations_de.csv", "v/dictionary_de.csv"}, []string{"v/occupations_de.csv", "v/occupationSkillRelations_de.csv"}},
		{"Tabiya, gzipped", []string{"skills.csv.gz", "skill_hierarchy.csv.gz"}, []string{"skills.csv.gz", "skill_hierarchy.csv.gz"}},
		{"names that anybody may use", []string{"occupations.csv", "skills.csv"}, nil},
		{"relations of nothing", []string{"occupation_to_skill_relations.csv", "skill_hierarchy.csv"}, nil},
		{"other endings", []string{"occupations_en.xlsx", "occupationSkillRelations_en.xlsx"}, nil},
		{"a copy under another name stays out", []string{"official_occupations_en.csv", "skills.csv", "skill_hierarchy.csv"}, []string{"skills.csv", "skill_hierarchy.csv"}},
		{"nothing", nil, nil},
	} {
		if diff := cmp.Diff(c.want, esco.DetectFS(c.give)); diff != "" {
			t.Error(c.why, diff)
		}
	}
}
