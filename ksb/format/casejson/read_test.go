package casejson_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/casejson"
)

// bakery is a package of somebody else with the oddities that packages have.
const bakery = `{
  "CFDocument": {"identifier": "D0000000-0000-4000-8000-000000000000", "uri": "https://bake.example/d", "creator": "Guild", "title": "Baking",
    "version": "3", "adoptionStatus": "Adopted", "lastChangeDateTime": "2017-05-25T18:05:33", "caseVersion": "1.1"},
  "CFItems": [
    {"identifier": "10000000-0000-4000-8000-000000000000", "uri": "https://bake.example/1", "fullStatement": "Dough", "CFItemType": "Strand", "CFDocumentURI": "https://bake.example/d"},
    {"identifier": "20000000-0000-4000-8000-000000000000", "uri": "https://bake.example/2", "fullStatement": "Knows flours", "humanCodingScheme": "K1",
     "CFItemType": "Knowledge statement", "educationalLevel": "06", "lastChangeDateTime": "2017-05-25T18:05:33"},
    {"identifier": "30000000-0000-4000-8000-00000000000a", "uri": "https://bake.example/3", "fullStatement": "Kneads", "CFItemType": "Core Skills",
     "educationLevel": ["06", "07"], "CFDocumentURI": {"title": "Baking", "identifier": "D0000000-0000-4000-8000-000000000000", "uri": "https://bake.example/d"}},
    {"uri": "https://bake.example/4", "fullStatement": "Tastes with care", "CFItemType": "Professional Behavior"}
  ],
  "CFAssociations": [
    {"identifier": "a1", "associationType": "isChildOf", "originNodeURI": {"identifier": "10000000-0000-4000-8000-000000000000"}, "destinationNodeURI": {"identifier": "d0000000-0000-4000-8000-000000000000"}},
    {"identifier": "a2", "associationType": "isChildOf", "sequenceNumber": "10", "originNodeURI": {"identifier": "20000000-0000-4000-8000-000000000000"}, "destinationNodeURI": {"identifier": "10000000-0000-4000-8000-000000000000"}},
    {"identifier": "a3", "associationType": "isChildOf", "sequenceNumber": 2, "originNodeURI": {"identifier": "30000000-0000-4000-8000-00000000000A"}, "destinationNodeURI": {"identifier": "10000000-0000-4000-8000-000000000000"}},
    {"identifier": "a4", "associationType": "precedes", "originNodeURI": {"identifier": "20000000-0000-4000-8000-000000000000"}, "destinationNodeURI": {"identifier": "30000000-0000-4000-8000-00000000000a"}},
    {"identifier": "a5", "associationType": "isPeerOf", "originNodeURI": "https://bake.example/4", "destinationNodeURI": {"identifier": "30000000-0000-4000-8000-00000000000a"}},
    {"identifier": "a6", "associationType": "isPartOf", "originNodeURI": {"identifier": "99000000-0000-4000-8000-000000000000"}, "destinationNodeURI": {"identifier": "20000000-0000-4000-8000-000000000000"}},
    {"identifier": "a7", "associationType": "isTranslationOf", "originNodeURI": {"identifier": "20000000-0000-4000-8000-000000000000"}, "destinationNodeURI": {"identifier": "x"}},
    {"identifier": "a8", "associationType": "ext:tastesLike", "originNodeURI": {"identifier": "20000000-0000-4000-8000-000000000000"}, "destinationNodeURI": {"identifier": "x"}},
    {"identifier": "a9", "associationType": "hasSkillLevel", "originNodeURI": {"identifier": "20000000-0000-4000-8000-000000000000"}, "destinationNodeURI": {"identifier": "c2"}}
  ],
  "CFRubrics": [{"identifier": "r1", "CFRubricCriteria": [
    {"identifier": "c1", "CFItemURI": {"identifier": "30000000-0000-4000-8000-00000000000a"}, "CFRubricCriterionLevels": [
      {"quality": "Kneads well", "position": 2}, {"description": "Watches", "position": 1}]},
    {"identifier": "c2", "CFRubricCriterionLevels": [{"quality": "No"}, {"quality": "Yes"}]},
    {"identifier": "c3", "CFRubricCriterionLevels": [{"quality": "Only"}]}
  ]}]
}`

func TestPackageOfOthers(t *testing.T) {
	f, problems := read(t, bakery)
	const dough, flours, kneads, tastes = "10000000-0000-4000-8000-000000000000", "20000000-0000-4000-8000-000000000000", "30000000-0000-4000-8000-00000000000a", "https://bake.example/4"
	want := ksb.Framework{
		Format: ksb.Format, ID: "D0000000-0000-4000-8000-000000000000", Title: "Baking", Edition: "3",
		Scales: []ksb.Scale{{ID: "r1/c1", Rungs: []string{"Watches", "Kneads well"}}, {ID: "r1/c2", Rungs: []string{"No", "Yes"}}},
		Statements: []ksb.Statement{
			{ID: dough, Kind: ksb.Skill, Text: "Dough"},
			{ID: flours, Code: "K1", Kind: ksb.Knowledge, Text: "Knows flours", Scale: "r1/c2"},
			{ID: kneads, Kind: ksb.Skill, Text: "Kneads", Scale: "r1/c1", Requires: []ksb.StatementID{flours}},
			{ID: tastes, Kind: ksb.Behaviour, Text: "Tastes with care"},
		},
		Roles: []ksb.Role{{ID: "D0000000-0000-4000-8000-000000000000", Title: "Baking", Edition: "3",
			Requirements: []ksb.Requirement{{Statement: flours}, {Statement: kneads}, {Statement: tastes}}}},
		Links: []ksb.Link{
			{From: tastes, To: kneads, Relation: ksb.Close},
			{From: flours, To: "99000000-0000-4000-8000-000000000000", Relation: ksb.Narrow},
		},
		Groups: []ksb.Group{{ID: dough, Title: "Dough", Members: []string{kneads, flours}}},
	}
	if diff := cmp.Diff(want, f, content()); diff != "" {
		t.Error(diff)
	}
	wantProblems := []string{
		"2 CFDocument.adoptionStatus: no place for it", "2 CFDocument.creator: no place for it",
		"5 CFItems[].CFItemType: no kind", "6 CFItems[].educationalLevel: no place for it", "8 CFItems[].educationLevel: no place for it",
		"19 CFAssociations[isTranslationOf]: no place for it", "20 CFAssociations[ext:tastesLike]: no place for it",
		"27 CFRubrics[r1/c3]: scale without two rungs",
	}
	if diff := cmp.Diff(wantProblems, told(problems)); diff != "" {
		t.Error(diff)
	}
	requireRoundTrip(t, f)
}

func TestKinds(t *testing.T) {
	for itemType, want := range map[string]ksb.Kind{
		"Knowledge": ksb.Knowledge, "knowledge_item": ksb.Knowledge, "SKILLS": ksb.Skill, "Core Competency": ksb.Skill, "Competence": ksb.Skill,
		"Behaviour": ksb.Behaviour, "Behaviors": ksb.Behaviour,
	} {
		f, problems := read(t, `{"CFDocument":{"identifier":"d"},"CFItems":[{"identifier":"i","fullStatement":"x","CFItemType":"`+itemType+`"}]}`)
		require.NoError(t, problems.Err(), itemType)
		require.Equal(t, want, f.Statements[0].Kind, itemType)
	}
	for _, itemType := range []string{"", "Standard", "Skills and knowledge", "Skilled", "Role", "Duty", "Group"} {
		f, problems := read(t, `{"CFDocument":{"identifier":"d"},"CFItems":[{"identifier":"i","fullStatement":"x","CFItemType":"`+itemType+`"}]}`)
		require.Equal(t, []string{"1 CFItems[].CFItemType: no kind"}, told(problems), itemType)
		require.Equal(t, ksb.Skill, f.Statements[0].Kind, itemType)
	}
}

func TestIdentity(t *testing.T) {
	tests := []struct{ why, item, want string }{
		{"the identifier", `"identifier":"I","uri":"https://a.example/x"`, "I"},
		{"the uri where there is no identifier", `"uri":"https://a.example/x"`, "https://a.example/x"},
		{"a uri whose name-based UUID is the identifier, in either case", `"identifier":"DB989ECD-E8D4-56DD-969E-8BE79EA20919","uri":"https://a.example/x"`, "https://a.example/x"},
		{"an ID of ours, whatever became of the identifier", `"identifier":"other","uri":"urn:x-ksb:statement:OCC0215%2FK1"`, "OCC0215/K1"},
		{"an ID of ours that is broken is none", `"identifier":"I","uri":"urn:x-ksb:statement:%zz"`, "I"},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			f, _ := read(t, `{"CFDocument":{"identifier":"d"},"CFItems":[{`+tt.item+`,"fullStatement":"x"}]}`)
			require.Equal(t, ksb.StatementID(tt.want), f.Statements[0].ID)
		})
	}
}

func TestReadReports(t *testing.T) {
	whole := func(parts string) string {
		return `{"CFDocument":{"identifier":"d"},` + "\n" + parts + `}`
	}
	one := `"CFItems":[{"identifier":"i","fullStatement":"x","CFItemType":"skill"}],` + "\n"
	ours := func(parts string) string {
		return `{"CFDocument":{"identifier":"d","notes":"ksb/1: ours"},` + "\n" + parts + `}`
	}
	tests := []struct {
		why, give  string
		want       []string
		statements int
	}{
		{"a number for a text: the rest of the item stays", whole(`"CFItems":[{"identifier":"i","fullStatement":"x","CFItemType":"skill","humanCodingScheme":7}]`),
			[]string{"2 CFItems[0].humanCodingScheme: wrong type"}, 1},
		{"levels that are no texts", whole(`"CFItems":[{"identifier":"i","fullStatement":"x","CFItemType":"skill","educationLevel":[6]}]`),
			[]string{"2 CFItems[0].educationLevel: wrong type"}, 1},
		{"an item that is no object", whole(`"CFItems":[{"identifier":"i","fullStatement":"x","CFItemType":"skill"},7]`),
			[]string{"2 CFItems[1]: wrong type"}, 1},
		{"a key given twice", whole(`"CFItems":[{"identifier":"i","identifier":"j","fullStatement":"x","CFItemType":"skill"}]`),
			[]string{"2 CFItems[0].identifier: key given twice"}, 1},
		{"associations that are no objects", whole(one + `"CFAssociations":[null,"a"]`),
			[]string{"3 CFAssociations[0]: wrong type", "3 CFAssociations[1]: wrong type"}, 1},
		{"items that are no list", whole(`"CFItems":{}`), []string{"2 CFItems: wrong type"}, 0},
		{"an item without identity", whole(`"CFItems":[{"fullStatement":"x"}]`), []string{"2 CFItems[]: missing ID"}, 0},
		{"an item without text", whole(`"CFItems":[{"identifier":"i","CFItemType":"skill"}]`), []string{"2 CFItems[i].fullStatement: missing"}, 1},
		{"an identifier twice: Compile says what is kept", whole(`"CFItems":[{"identifier":"i","fullStatement":"x","CFItemType":"skill"},` + "\n" + `{"identifier":"i","fullStatement":"y","CFItemType":"skill"}]`),
			[]string{"3 CFItems[i]: duplicate ID"}, 2},
		{"a document without identity", `{"CFDocument":{}}`, []string{"1 CFDocument: missing ID"}, 0},
		{"a sequence that is none", whole(one + `"CFAssociations":[{"identifier":"a","associationType":"isChildOf","sequenceNumber":"first","originNodeURI":{"identifier":"i"},"destinationNodeURI":{"identifier":"d"}}]`),
			[]string{"3 CFAssociations[0].sequenceNumber: wrong type"}, 1},
		{"an association that leads nowhere", whole(one + `"CFAssociations":[{"identifier":"a","associationType":"isChildOf","originNodeURI":{"identifier":"i"}}]`),
			[]string{"3 CFAssociations[a]: missing"}, 1},
		{"an end that is no link", whole(one + `"CFAssociations":[{"identifier":"a","associationType":"isChildOf","originNodeURI":7,"destinationNodeURI":{"identifier":"d"}}]`),
			[]string{"3 CFAssociations[0].originNodeURI: wrong type", "3 CFAssociations[a]: missing"}, 1},
		{"an item that is its own child", whole(one + `"CFAssociations":[{"identifier":"a","associationType":"isChildOf","originNodeURI":{"identifier":"i"},"destinationNodeURI":{"identifier":"i"}}]`),
			[]string{"3 CFAssociations[a]: value not allowed"}, 1},
		{"parents in a ring, of which nothing is required", whole(`"CFItems":[{"identifier":"i","fullStatement":"x","CFItemType":"skill"},{"identifier":"j","fullStatement":"x","CFItemType":"skill"}],
"CFAssociations":[{"associationType":"isChildOf","originNodeURI":{"identifier":"i"},"destinationNodeURI":{"identifier":"j"}},
{"associationType":"isChildOf","originNodeURI":{"identifier":"j"},"destinationNodeURI":{"identifier":"i"}}]`),
			[]string{"2 CFAssociations[isChildOf]: value not allowed"}, 2},
		{"a parent that is not here", whole(one + `"CFAssociations":[{"identifier":"a","associationType":"isChildOf","originNodeURI":{"identifier":"i"},"destinationNodeURI":{"identifier":"z"}}]`),
			[]string{"3 CFAssociations[isChildOf]: no place for it"}, 1},
		{"what it precedes is not here", whole(one + `"CFAssociations":[{"identifier":"a","associationType":"precedes","originNodeURI":{"identifier":"i"},"destinationNodeURI":{"identifier":"z"}}]`),
			[]string{"3 CFAssociations[precedes]: no place for it"}, 1},
		{"a rubric that judges what is not here", whole(one + `"CFRubrics":[{"identifier":"r","CFRubricCriteria":[{"CFItemURI":{"identifier":"z"},"CFRubricCriterionLevels":[{"quality":"a"},{"quality":"b"}]}]}]`),
			[]string{"3 CFRubrics[].CFRubricCriteria[].CFItemURI: no place for it"}, 1},
		{"a rubric that lost a level is another scale", whole(one + `"CFRubrics":[{"identifier":"r","CFRubricCriteria":[{"CFRubricCriterionLevels":[{"quality":"a"},{"quality":1},{"quality":"b"}]}]}]`),
			[]string{"3 CFRubrics[0].CFRubricCriteria[0].CFRubricCriterionLevels[1].quality: wrong type"}, 1},
		{"a duty of ours without a role", ours(`"CFItems":[{"identifier":"i","fullStatement":"x","CFItemType":"Duty"}]`), []string{"2 CFItems[i]: missing"}, 0},
		{"an association between things that have none", ours(`"CFItems":[{"identifier":"i","fullStatement":"x","CFItemType":"Role"},{"identifier":"j","fullStatement":"x","CFItemType":"Group"}],
"CFAssociations":[{"associationType":"precedes","originNodeURI":{"identifier":"i"},"destinationNodeURI":{"identifier":"j"}}]`),
			[]string{"3 CFAssociations[precedes]: no place for it"}, 0},
		{"a level of 0 in our extensions", ours(one + `"CFAssociations":[{"associationType":"exactMatchOf","originNodeURI":{"identifier":"i"},"destinationNodeURI":{"identifier":"j"},"extensions":{"ksb":{"level":0}}}]`),
			[]string{"3 CFAssociations[0].extensions.ksb.level: value not allowed"}, 1},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			f, problems := read(t, tt.give)
			if diff := cmp.Diff(tt.want, told(problems)); diff != "" {
				t.Error(diff)
			}
			require.Len(t, f.Statements, tt.statements)
		})
	}
}

func TestReadRefuses(t *testing.T) {
	tests := []struct{ why, give, want string }{
		{"nothing", "", "0 : cannot be read"},
		{"another object", `{"format":"ksb/1"}`, "1 CFDocument: unknown format"},
		{"a list", `[]`, "1 : wrong type"},
		{"a null document", `{"CFDocument":null}`, "1 CFDocument: unknown format"},
		{"broken syntax", "{\"CFDocument\":{},\n\"CFItems\":[}", "2 : broken syntax"},
		{"too deep", `{"CFDocument":` + strings.Repeat("[", 1000), "1 : nested too deeply"},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			f, problems := read(t, tt.give)
			require.Equal(t, []string{tt.want}, told(problems))
			require.Equal(t, ksb.Framework{}, f)
		})
	}
}

func TestDetect(t *testing.T) {
	for give, want := range map[string]bool{
		bakery: true, `{"CFItems":[{"a":[1]}],"CFDocument":{`: true, `{"CFDocument"`: true,
		`{"format":"ksb/1"}`: false, `[{"CFDocument":{}}]`: false, `{"a":{"CFDocument":{}}}`: false, "": false, "CFDocument": false, `{"a":`: false, `{"a" "CFDocument"`: false,
	} {
		require.Equal(t, want, casejson.Detect("x", []byte(give)), "%.40s", give)
	}
	require.True(t, casejson.Detect("x", written(t, rich())))
}

// readAnyhow reads, compiles and writes whatever it is given: nothing panics, and what
// was read once is read again, unless associations cannot tell its parts apart.
func readAnyhow(t *testing.T, data []byte) {
	t.Helper()
	f, problems := casejson.Read(bytes.NewReader(data), "x")
	require.True(t, len(problems) == 0 || problems.Error() != "")
	ksb.Compile(f)
	var out bytes.Buffer
	told, err := casejson.Write(&out, f)
	require.NoError(t, err)
	back, _ := casejson.Read(bytes.NewReader(out.Bytes()), "x")
	require.Len(t, back.Statements, len(f.Statements))
	require.Len(t, back.Roles, len(f.Roles))
	if f.Format == "" || errors.Is(told, ksb.ErrDuplicateID) || errors.Is(told, ksb.ErrGate) {
		return
	}
	if diff := cmp.Diff(f, back, content()); diff != "" {
		t.Error(diff)
	}
}

func TestFlippedBits(t *testing.T) {
	for _, data := range [][]byte{[]byte(bakery), written(t, rich())} {
		random := rand.New(rand.NewPCG(3, 3))
		for range 500 {
			flipped := bytes.Clone(data)
			for range 1 + random.IntN(3) {
				flipped[random.IntN(len(flipped))] ^= 1 << random.IntN(8)
			}
			readAnyhow(t, flipped)
		}
	}
}

func FuzzRead(f *testing.F) {
	var sample bytes.Buffer
	_, err := casejson.Write(&sample, rich())
	require.NoError(f, err)
	f.Add(sample.Bytes())
	f.Add([]byte(bakery))
	f.Fuzz(func(t *testing.T, data []byte) { readAnyhow(t, data) })
}
