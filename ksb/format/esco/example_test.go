package esco_test

import (
	"fmt"
	"testing/fstest"

	"github.com/skillgap-go/skillgap/ksb/format/esco"
)

func ExampleReadFS() {
	folder := fstest.MapFS{
		"occupations_en.csv": {Data: []byte("conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,description\n" +
			"Occupation,e/o/bee,6123,beekeeper,\"hive keeper\napiarist\",Keeps bees.\n")},
		"skills_en.csv": {Data: []byte("conceptType,conceptUri,skillType,preferredLabel\n" +
			"KnowledgeSkillCompetence,e/s/hive,skill/competence,open a hive\nKnowledgeSkillCompetence,e/s/life,knowledge,life of bees\n")},
		"occupationSkillRelations_en.csv": {Data: []byte("occupationUri,relationType,skillType,skillUri\n" +
			"e/o/bee,essential,skill/competence,e/s/hive\ne/o/bee,optional,knowledge,e/s/life\ne/o/bee,optional,knowledge,e/s/wax\n")},
	}
	framework, problems := esco.ReadFS(folder, esco.DetectFS([]string{"occupations_en.csv", "occupationSkillRelations_en.csv", "skills_en.csv"}))
	for _, r := range framework.Roles {
		fmt.Println(r.Title, r.Aliases, r.Codes)
		for _, q := range r.Requirements {
			fmt.Println("-", q.Statement, "critical:", q.Critical, "weight:", q.Weight)
		}
	}
	fmt.Println(problems)
	// Output:
	// beekeeper [apiarist hive keeper] [{ESCO e/o/bee} {ISCO08 6123}]
	// - e/s/hive critical: true weight: 1
	// - e/s/life critical: false weight: 0.5
	// occupationSkillRelations_en.csv:4: unknown statement: "e/s/wax"
	// occupations_en.csv:1: no place for it: not kept: description
}
