package esco_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/rows"
	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

// What a framework has no place for is named once a file, and nothing else is.
func TestNotKept(t *testing.T) {
	_, tabiyaProblems := readSet(t, given.With(tabiya(), "skills.csv", tabiya()["skills.csv"]+`"e/s/wax","k9","","knowledge","","wax","waxes","About wax.","","",""`+"\n"))
	_, officialProblems := readSet(t, official())
	for _, c := range []struct {
		why  string
		in   ksb.Problems
		want []string
	}{
		{"Tabiya: what a description says, other names of a skill", tabiyaProblems, []string{
			"occupation_groups.csv:1: no place for it: not kept: CODE",
			"occupation_to_skill_relations.csv:1: no place for it: not kept: SIGNALLINGVALUELABEL, SIGNALLINGVALUE",
			"occupations.csv:1: no place for it: not kept: DESCRIPTION, DEFINITION",
			"skills.csv:1: no place for it: not kept: REUSELEVEL, ALTLABELS, DESCRIPTION",
		}},
		{"the Commission: an empty column is no loss", officialProblems, []string{
			"ISCOGroups_en.csv:1: no place for it: not kept: code, status",
			"greenSkillsCollection_en.csv:1: no place for it: not kept: status, reuseLevel",
			"occupations_en.csv:1: no place for it: not kept: modifiedDate, inScheme, description",
			"skillsHierarchy_en.csv:1: no place for it: not kept: Level 0 code",
			"skills_en.csv:1: no place for it: not kept: reuseLevel, status",
		}},
	} {
		var got []string
		for _, p := range c.in {
			if p.Fault == rows.ErrNoPlace {
				got = append(got, p.Error())
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Error(c.why, diff)
		}
	}
}
