package esco_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format"
	"github.com/skillgap-go/skillgap/ksb/format/esco"
	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

func TestReadFSOfTabiya(t *testing.T) {
	got, problems := readSet(t, tabiya())
	want := ksb.Framework{
		Format: "ksb/1", ID: "esco", Title: "European Skills, Competences, Qualifications and Occupations", Jurisdiction: "European Union",
		Statements: []ksb.Statement{
			{ID: "e/s/calm", Code: "calm", Kind: ksb.Behaviour, Text: "stay calm"},
			{ID: "e/s/hive", Code: "hive", Kind: ksb.Skill, Text: "open a hive", Requires: []ksb.StatementID{"e/s/life"}},
			{ID: "e/s/insects", Code: "insects", Kind: ksb.Knowledge, Text: "insects"},
			{ID: "e/s/life", Code: "life", Kind: ksb.Knowledge, Text: "life of bees"},
		},
		Roles: []ksb.Role{
			{ID: "e/o/bee", Title: "beekeeper", Aliases: []string{"apiarist", "hive keeper"},
				Codes:        []ksb.Code{{System: "ESCO", Value: "6123.1"}, {System: "ISCO08", Value: "6123"}},
				Requirements: []ksb.Requirement{{Statement: "e/s/hive", Critical: true, Weight: 1}, {Statement: "e/s/life", Weight: 0.5}}},
			{ID: "e/o/queen", Title: "queen breeder",
				Codes:        []ksb.Code{{System: "ESCO", Value: "6123.1.1"}, {System: "ISCO08", Value: "6123"}},
				Requirements: []ksb.Requirement{{Statement: "e/s/calm", Critical: true, Weight: 1}}},
			{ID: "k4", Title: "honey seller", Codes: []ksb.Code{{System: "ESCO", Value: "I1_1"}}},
			{ID: "urn:uuid:u3-old", Title: "beekeeper of the hills",
				Codes: []ksb.Code{{System: "ESCO", Value: "6123_1"}, {System: "ISCO08", Value: "6123"}}},
		},
		Links: []ksb.Link{{From: "e/s/hive", To: "e/s/calm", Relation: ksb.Close}, {From: "e/s/life", To: "e/s/insects", Relation: ksb.Broad}},
		Groups: []ksb.Group{
			{ID: "e/g/animals", Title: "animals", Parent: "e/g/farms", Members: []string{"e/s/insects"}},
			{ID: "e/g/farms", Title: "farms"},
			{ID: "e/g/nature", Title: "nature", Members: []string{"e/g/animals"}},
			{ID: "e/i/6", Title: "farmers"},
			{ID: "e/i/6123", Title: "keepers of bees", Parent: "e/i/6", Members: []string{"e/o/bee"}},
			{ID: "e/o/bee", Title: "beekeeper", Parent: "e/i/6123", Members: []string{"e/o/queen", "urn:uuid:u3-old"}},
		},
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty(), cmpopts.IgnoreTypes(ksb.Origin{})); diff != "" {
		t.Error(diff)
	}
	wantTold := []string{
		"occupation_to_skill_relations.csv:5 value not allowed", // the relation without a name
		"occupations.csv:9 duplicate ID",                        // the local copy
		"occupations.csv:11 missing ID",                         // no URI
	}
	if diff := cmp.Diff(wantTold, told(problems)); diff != "" {
		t.Error(diff, problems)
	}
	require.Equal(t, ksb.Origin{File: "occupations.csv", Line: 8}, got.Roles[1].Origin, "cells of many lines are counted")
	require.Equal(t, ksb.Origin{File: "occupation_to_skill_relations.csv", Line: 4}, got.Roles[1].Requirements[0].Origin)
}

// official is the same kind of set in the columns of the Commission.
func official() map[string]string {
	return map[string]string{
		"occupations_en.csv": `conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description
Occupation,e/o/bee,6123,beekeeper,"hive keeper
apiarist",beekeper,released,2016-07-05T13:58:41Z,,,,"a,
b",Keeps bees.
Occupation,e/o/queen,C6123,queen breeder,,,released,,,,,,
`,
		"skills_en.csv": `conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description
KnowledgeSkillCompetence,e/s/hive,skill/competence,cross-sector,open a hive,,,released,,,,,
KnowledgeSkillCompetence,e/s/life,knowledge,cross-sector,life of bees,,,released,,,,,
`,
		"occupationSkillRelations_en.csv": `occupationUri,relationType,skillType,skillUri
e/o/bee,essential,skill/competence,e/s/hive
e/o/bee,optional,knowledge,e/s/life
`,
		"skillSkillRelations_en.csv": `originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri
e/s/hive,skill/competence,essential,knowledge,e/s/life
`,
		"broaderRelationsSkillPillar_en.csv": `conceptType,conceptUri,broaderType,broaderUri
KnowledgeSkillCompetence,e/s/hive,SkillGroup,e/g/animals
KnowledgeSkillCompetence,e/s/life,KnowledgeSkillCompetence,e/s/hive
`,
		"broaderRelationsOccPillar_en.csv": `conceptType,conceptUri,broaderType,broaderUri
Occupation,e/o/bee,ISCOGroup,e/i/6123
Occupation,e/o/queen,Occupation,e/o/bee
`,
		"ISCOGroups_en.csv": `conceptType,conceptUri,code,preferredLabel,status,altLabels,inScheme,description
ISCOGroup,e/i/6123,6123,keepers of bees,released,,,
`,
		"skillsHierarchy_en.csv": `Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Level 2 URI,Level 2 preferred term,Description,Scope note,Level 0 code
e/g,skills,,,,,,,S
e/g,skills,e/g/animals,animals,,,,,S
`,
		"greenSkillsCollection_en.csv": `conceptType,conceptUri,preferredLabel,status,skillType,reuseLevel,altLabels,description,broaderConceptUri,broaderConceptPT
KnowledgeSkillCompetence,e/s/life,life of bees,released,knowledge,cross-sector,bee life | lives of bees,,e/g/animals | e/g,animals | skills
KnowledgeSkillCompetence,e/s/meadow,sow a meadow,released,skill/competence,cross-sector,,,e/g/animals,animals
`,
	}
}

func TestReadFSOfTheOfficialFiles(t *testing.T) {
	f, problems := readSet(t, official())
	require.Empty(t, faults(problems))
	bee := f.Roles[0]
	want := ksb.Role{ID: "e/o/bee", Title: "beekeeper", Aliases: []string{"apiarist", "hive keeper"},
		Codes:        []ksb.Code{{System: "ESCO", Value: "e/o/bee"}, {System: "ISCO08", Value: "6123"}},
		Facts:        ksb.Facts{Status: "released", Keywords: []string{"beekeper"}},
		Requirements: []ksb.Requirement{{Statement: "e/s/hive", Critical: true, Weight: 1}, {Statement: "e/s/life", Weight: 0.5}}}
	ignored := cmpopts.IgnoreTypes(ksb.Origin{})
	if diff := cmp.Diff(want, bee, ignored); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]ksb.Link{{From: "e/s/life", To: "e/s/hive", Relation: ksb.Broad}}, f.Links, ignored); diff != "" {
		t.Error(diff)
	}
	wantGroups := []ksb.Group{
		{ID: "e/g", Title: "skills"},
		{ID: "e/g/animals", Title: "animals", Parent: "e/g", Members: []string{"e/s/hive"}},
		{ID: "e/i/6123", Title: "keepers of bees", Members: []string{"e/o/bee"}},
		{ID: "e/o/bee", Title: "beekeeper", Parent: "e/i/6123", Members: []string{"e/o/queen"}},
		{ID: "greenskillscollection", Title: "greenskillscollection", Members: []string{"e/s/life", "e/s/meadow"}},
	}
	if diff := cmp.Diff(wantGroups, f.Groups, ignored); diff != "" {
		t.Error(diff)
	}
	require.Len(t, f.Statements, 3, "a collection repeats what is known and adds what is not")
}

func TestReadFSIgnoresTheOrderOfRows(t *testing.T) {
	for _, set := range []map[string]string{tabiya(), official()} {
		want, _ := readSet(t, set)
		for name, text := range set {
			set[name] = backwards(t, text)
		}
		got, _ := readSet(t, set)
		if diff := cmp.Diff(want, got, cmpopts.IgnoreTypes(ksb.Origin{})); diff != "" {
			t.Error(diff)
		}
	}
}

func TestReadFSIgnoresTheOrderOfFiles(t *testing.T) {
	tree, paths := fstest.MapFS{}, []string{}
	for name, text := range official() {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
		paths = append(paths, name)
	}
	slices.Sort(paths)
	want, _ := esco.ReadFS(tree, paths)
	slices.Reverse(paths)
	got, _ := esco.ReadFS(tree, paths)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// The same set in other clothes.
func TestReadFSTakesOtherClothes(t *testing.T) {
	want, _ := readSet(t, official())
	for why, dress := range map[string]func(name, text string) (string, string){
		"gzipped":           func(name, text string) (string, string) { return name + ".gz", given.Gzipped(text) },
		"CRLF":              func(name, text string) (string, string) { return name, strings.ReplaceAll(text, "\n", "\r\n") },
		"a byte order mark": func(name, text string) (string, string) { return name, "\uFEFF" + text },
		"without language":  func(name, text string) (string, string) { return strings.Replace(name, "_en", "", 1), text },
		"in capitals":       func(name, text string) (string, string) { return strings.ToUpper(name), text },
	} {
		set := map[string]string{}
		for name, text := range official() {
			name, text = dress(name, text)
			set[name] = text
		}
		got, problems := readSet(t, set)
		require.Empty(t, faults(problems), why)
		if diff := cmp.Diff(want, got, cmpopts.IgnoreTypes(ksb.Origin{})); diff != "" {
			t.Error(why, diff)
		}
	}
}

func TestCompileAndAssess(t *testing.T) {
	f, _ := readSet(t, official())
	_, problems := ksb.Compile(f)
	require.Len(t, problems, 1, "the queen breeder is asked for nothing")
	require.ErrorIs(t, problems, ksb.ErrEmptyRole)
	worker := assess.Worker{ID: "w", Evidence: []assess.Evidence{{ID: "e", Statements: assess.Refs("e/s/hive"), Kind: assess.Test, At: 739647}}}
	report, err := assess.Quick(f, worker, "e/o/bee", 0)
	require.ErrorIs(t, err, ksb.ErrEmptyRole)
	require.NotNil(t, report)
	require.Equal(t, 2, report.Of)
	require.EqualValues(t, "e/s/hive", report.Gaps[0].Statement)
	require.InDelta(t, 1, report.Gaps[0].Importance, 1e-12)
	require.Equal(t, "hive", report.Gaps[0].Code)
	require.Empty(t, report.Duties)
}

func TestInASuite(t *testing.T) {
	suite := format.Suite{{Name: "esco", Doc: "ESCO", Detect: esco.Detect, Read: esco.Read, DetectFS: esco.DetectFS, ReadFS: esco.ReadFS}}
	tree := fstest.MapFS{"README.txt": {Data: []byte("words")}, "more/official_occupations.csv": {Data: []byte(official()["occupations_en.csv"])}}
	for name, text := range official() {
		tree["v1/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	frameworks, problems := suite.ReadFS(tree)
	require.Len(t, frameworks, 2, "the set, and a table that lies alone")
	require.Equal(t, []string{"README.txt:1 unknown format"}, told(problems))
}
