package skillsengland_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
)

// pottery is a page in the shape of the site, in our own words.
const pottery = `Approved occupational standard
Occupational progression
home Creative crafts
Studio potter (made up)

Studio potter (made up)

Creative crafts

Level 4 - Higher Technical Occupation

Makes pots.

Reference: OCC9107

Status: assignment_turned_inApproved occupation

SOC 2020 code: 5441 Potters (made up)

SOC 2020 sub unit groups:

  • 5441/01 Throwers
  • 5441/99 Others n.e.c.

Technical Education Products

ST9107:

Studio potter (made up)

(Level 4)

Approved for delivery

ST9108:

Kiln hand (made up)

(Level 2)

Retired

Employers involved in creating the standard:

K9 Kennels, Clay & Sons, D2 Ltd

Summary

Potters work with clay.

  • S3 is a size of kiln.

Typical job titles include:

Potter
Thrower

Keywords:

Clay
Kiln

Knowledge, skills and behaviours (KSBs)

K1: What clay is
K2: How a kiln
heats and cools

S1: Throw a bowl

B1: Takes care

Duties

Duty D1

Prepare clay
for the wheel

Duty D2

Fire the kiln

Occupational Progression

Progression link from focused occupation.
assignment_turned_in

Level 6
`

func TestPage(t *testing.T) {
	at := func(line int) ksb.Origin { return ksb.Origin{File: "file", Line: line} }
	want := ksb.Framework{
		Format: "ksb/1", ID: "skills-england", Title: "Skills England occupational standards", Jurisdiction: "England",
		Statements: []ksb.Statement{
			{ID: "OCC9107/K1", Code: "K1", Kind: ksb.Knowledge, Text: "What clay is", Origin: at(65)},
			{ID: "OCC9107/K2", Code: "K2", Kind: ksb.Knowledge, Text: "How a kiln heats and cools", Origin: at(66)},
			{ID: "OCC9107/S1", Code: "S1", Kind: ksb.Skill, Text: "Throw a bowl", Origin: at(69)},
			{ID: "OCC9107/B1", Code: "B1", Kind: ksb.Behaviour, Text: "Takes care", Origin: at(71)},
		},
		Roles: []ksb.Role{{
			ID: "OCC9107", Title: "Studio potter (made up)", Aliases: []string{"Potter", "Thrower"}, Qual: 4,
			Requirements: []ksb.Requirement{
				{Statement: "OCC9107/K1", Origin: at(65)}, {Statement: "OCC9107/K2", Origin: at(66)},
				{Statement: "OCC9107/S1", Origin: at(69)}, {Statement: "OCC9107/B1", Origin: at(71)},
			},
			Duties: []ksb.Duty{
				{ID: "D1", Code: "D1", Text: "Prepare clay for the wheel", Origin: at(75)},
				{ID: "D2", Code: "D2", Text: "Fire the kiln", Origin: at(80)},
			},
			Codes: []ksb.Code{
				{System: "ST", Value: "ST9107"}, {System: "ST", Value: "ST9108"}, {System: "OCC", Value: "OCC9107"},
				{System: "SOC2020", Value: "5441"}, {System: "SOC2020", Value: "5441/01"}, {System: "SOC2020", Value: "5441/99"},
			},
			Facts:  ksb.Facts{Status: "Approved occupation", Keywords: []string{"Clay", "Kiln"}},
			Origin: at(14),
		}},
	}
	f := sound(t, pottery)
	if diff := cmp.Diff(want, f); diff != "" {
		t.Error(diff)
	}
	ix, problems := ksb.Compile(f)
	require.NoError(t, problems.Err())
	require.Equal(t, 4, ix.Statements())
}

// What a browser, an editor or another layout may do to a page changes nothing in it.
func TestPageInOtherDress(t *testing.T) {
	want := texts(sound(t, pottery))
	for _, c := range []struct{ why, old, new string }{
		{"CRLF", "\n", "\r\n"},
		{"dots after codes", "K1: ", "K1. "},
		{"blanks after codes", "K2: ", "K2 "},
		{"tabs after codes", "S1: ", "S1\t"},
		{"no-break spaces", "What clay is", "What\u00a0clay \u00a0is"},
		{"bullets before codes", "K1: ", "• K1: "},
		{"an icon before a code", "B1: ", "expand_moreB1: "},
		{"an icon after a text", "Takes care", "Takes care open_in_new"},
		{"the text under its code", "K1: What", "K1\n\nWhat"},
		{"blank lines between KSBs", "K2: ", "\nK2: "},
		{"links after a KSB", "What clay is", "What clay is\nBack to Duty"},
		{"headings of the kinds", "S1: ", "Skills\n\nS1: "},
		{"a wrapped line that is the name of a section", "heats and cools", "heats\nand\ncools"},
	} {
		t.Run(c.why, func(t *testing.T) {
			f := sound(t, strings.ReplaceAll(pottery, c.old, c.new))
			if diff := cmp.Diff(want, texts(f)); diff != "" {
				t.Error(diff)
			}
			require.Len(t, f.Roles[0].Duties, 2)
		})
	}
	f := sound(t, strings.Replace(pottery, "Throw a bowl", "Teach others\nskills\nS9 and S10 of old", 1))
	require.Equal(t, "S1 Teach others skills S9 and S10 of old", texts(f)["OCC9107/S1"])
}

func TestPageFlaws(t *testing.T) {
	for _, c := range []struct {
		why, old, new string
		told          []string
		ksbs          int
	}{
		{"a code twice, alike", "K2: How a kiln\nheats and cools", "K1: What clay\nis", []string{"66 K1: duplicate ID"}, 3},
		{"a code twice, not alike", "K2: ", "K1: ", []string{"66 K1: duplicate ID"}, 3},
		{"a number left out", "K2: ", "K3: ", []string{"66 K2: missing"}, 4},
		{"numbers left out", "K2: ", "K9: ", []string{"66 K2: missing"}, 4},
		{"the first number left out", "S1: ", "S2: ", []string{"69 S1: missing"}, 4},
		{"a duty left out", "Duty D2", "Duty D3", []string{"80 D2: missing"}, 4},
		{"a KSB without text", "B1: Takes care", "B1:", []string{"71 B1: missing"}, 4},
		{"a duty that is a dot", "Fire the kiln", ".", []string{"80 D2: missing"}, 4},
		{"text that belongs to nothing", "B1: Takes care", "B1: Takes care\n\nAnd so on.\nAnd on.", []string{"73 : value not allowed"}, 4},
		{"no behaviours", "B1: Takes care", "", []string{"0 behaviours: missing"}, 3},
		{"no job titles", "Potter\nThrower\n", "", []string{"0 typical job titles: missing"}, 4},
		{"no keywords", "Keywords:\n\nClay\nKiln\n", "", []string{"0 keywords: missing"}, 4},
		{"no level", "Level 4 - Higher Technical Occupation", "", []string{"0 level: missing"}, 4},
		{"no status", "Status: ", "", []string{"0 status: missing"}, 4},
		{"no SOC code", "5441", "0", []string{"0 SOC 2020 code: missing"}, 4},
		{"no heading of the KSBs", "Knowledge, skills and behaviours (KSBs)", "", nil, 4},
		{"no heading of the duties", "Duties\n", "", nil, 4},
		{"no duties", "Duty D", "Duties ", []string{"0 duties: missing", "75 : value not allowed"}, 4},
		{"no occupation, two standards", "Reference: OCC9107", "", []string{"0 reference: missing ID"}, 0},
		{"another page in the same file", "Duties\n", "Reference: OCC9200\n", []string{"0 duties: missing", "73 reference: duplicate ID"}, 4},
	} {
		t.Run(c.why, func(t *testing.T) {
			require.Contains(t, pottery, c.old)
			f, problems := skillsengland.ReadPage(strings.NewReader(strings.ReplaceAll(pottery, c.old, c.new)), "file")
			if diff := cmp.Diff(c.told, told(problems)); diff != "" {
				t.Error(diff)
			}
			require.Len(t, f.Statements, c.ksbs)
		})
	}
}

func TestPageTitle(t *testing.T) {
	const rest = "\n\nReference: OCC9300\n\nKnowledge, skills and behaviours\n\nK1: Wool"
	for _, c := range []struct{ why, head string }{
		{"as trail and as heading", "home Crafts\nWeaver\n\nWeaver\n\nCrafts\n\nLevel 3 - Technical Occupation\n\nWeaves."},
		{"before the route", "Weaver\n\nCrafts\n\nLevel 3 - Technical Occupation"},
		{"alone", "Weaver\n\nLevel 3 - Technical Occupation"},
		{"before the box of facts", "Qualification finder\n\nWeaver\n\nKey information"},
		{"in the title of the window", "Weaver / Skills England\n\nSkip to content\n\nWeaver\n\nPrint\n\nKey information"},
		{"among the products only", "Level 3 - Technical Occupation\n\nTechnical Education Products\n\nST9300: Weaver"},
	} {
		t.Run(c.why, func(t *testing.T) {
			f, _ := read(t, c.head+rest)
			require.Len(t, f.Roles, 1)
			require.Equal(t, "Weaver", f.Roles[0].Title)
		})
	}
}

// The other layout of the site: facts in a box, duties in a table with the codes that
// they need, and only those codes become a mapping.
func TestPageWithMapping(t *testing.T) {
	f, problems := read(t, `Weaver / Skills England
Key information
Reference: OCC9300
Level: 3
Typical job titles include:

Weaver

Hand weaver

Occupation duties
Duty
KSBs
Duty 1 Set up the loom.	K1 K2 S1
Duty 2 Finish the cloth.
K2
B1
Required knowledge
KSBs
Knowledge
K1: Wool.
Back to Duty
K2: Looms: old
and new.
Back to Duty
Skills
S1: Weave.
Behaviours
B1: Is exact.
Back to Duty
`)
	require.Len(t, f.Roles, 1)
	if diff := cmp.Diff([]string{"Weaver", "Hand weaver"}, f.Roles[0].Aliases); diff != "" {
		t.Error(diff)
	}
	want := []ksb.Duty{
		{ID: "D1", Code: "D1", Text: "Set up the loom.", Statements: []ksb.StatementID{"OCC9300/K1", "OCC9300/K2", "OCC9300/S1"}, Origin: ksb.Origin{File: "file", Line: 14}},
		{ID: "D2", Code: "D2", Text: "Finish the cloth.", Statements: []ksb.StatementID{"OCC9300/K2", "OCC9300/B1"}, Origin: ksb.Origin{File: "file", Line: 15}},
	}
	if diff := cmp.Diff(want, f.Roles[0].Duties); diff != "" {
		t.Error(diff)
	}
	wantTexts := map[ksb.StatementID]string{"OCC9300/K1": "K1 Wool.", "OCC9300/K2": "K2 Looms: old and new.", "OCC9300/S1": "S1 Weave.", "OCC9300/B1": "B1 Is exact."}
	if diff := cmp.Diff(wantTexts, texts(f)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"0 SOC 2020 code: missing", "0 keywords: missing", "0 status: missing"}, told(problems)); diff != "" {
		t.Error(diff)
	}
}

func TestPageNamesNoEmployers(t *testing.T) {
	f := sound(t, pottery)
	for _, name := range []string{"Kennels", "Sons", "D2 Ltd"} {
		for _, text := range texts(f) {
			require.NotContains(t, text, name)
		}
		require.NotContains(t, strings.Join(append(f.Roles[0].Aliases, f.Roles[0].Facts.Keywords...), " "), name)
	}
}
