package moodle_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/moodle"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

// told is a problem as tests look at it: the fault, where, on which line.
func told(problems ksb.Problems) (list []string) {
	for _, p := range problems {
		list = append(list, fmt.Sprintf("%d %s: %s", p.Origin.Line, p.Path, p.Fault))
	}
	return list
}

func read(t *testing.T, document string) (ksb.Framework, ksb.Problems) {
	t.Helper()
	return moodle.Read(strings.NewReader(document), "f.csv")
}

// short is a table of few columns with a sound framework row on line 2; more starts on
// line 3.
func short(more string) string {
	return "Parent ID number;ID number;Short name;Description;Description format;Scale values;Scale configuration;Cross-referenced competency ID numbers;Is framework;Taxonomy\n" +
		`;F;Frame;;1;No,Partly,Yes;"[{""scaleid"":""1""},{""id"":2,""proficient"":1},{""id"":3,""proficient"":1}]";;1;skill,skill,skill` + "\n" + more
}

func TestReadToday(t *testing.T) {
	got, problems := read(t, today)
	if diff := cmp.Diff([]string{"1 : no place for it", "2 framework.taxonomy: no kind"}, told(problems)); diff != "" {
		t.Error("rules and exported IDs; the taxonomy says domain, which is no kind", diff)
	}
	three := ksb.ScaleID("Not yet,With help,Alone")
	skill := func(code, text string, scale ksb.ScaleID) ksb.Statement {
		return ksb.Statement{ID: ksb.StatementID("POT/" + code), Code: code, Kind: ksb.Skill, Text: text, Scale: scale}
	}
	lead := skill("lead", "Why lead glazes are dangerous", three)
	lead.Kind = ksb.Knowledge
	want := ksb.Framework{
		Format: ksb.Format, ID: "POT", Title: "Pottery",
		Scales: []ksb.Scale{{ID: three, Rungs: []string{"Not yet", "With help", "Alone"}}, {ID: "No,Yes", Rungs: []string{"No", "Yes"}}},
		Statements: []ksb.Statement{
			skill("wedge", "Wedge clay until no air is left. Cut and join", three),
			skill("clay", "Clay", three),
			skill("kiln", "Kilns: All about kilns & heat", three),
			skill("fire", "Fire a kiln safely", "No,Yes"),
			skill("glaze,tin", "Tin glaze", three),
			lead,
		},
		Roles: []ksb.Role{{ID: "POT", Title: "Pottery", Requirements: []ksb.Requirement{
			{Statement: "POT/wedge", Level: 1}, {Statement: "POT/fire", Level: 1}, {Statement: "POT/lead", Level: 1},
		}}},
		Links: []ksb.Link{
			{From: "POT/wedge", To: "POT/fire", Relation: ksb.Close}, {From: "POT/wedge", To: "POT/glaze,tin", Relation: ksb.Close},
			{From: "POT/fire", To: "POT/wedge", Relation: ksb.Close},
		},
		Groups: []ksb.Group{
			{ID: "POT/clay", Title: "Clay", Members: []string{"POT/wedge"}},
			{ID: "POT/kiln", Title: "Kilns", Members: []string{"POT/fire", "POT/glaze,tin"}},
			{ID: "POT/glaze,tin", Title: "Tin glaze", Parent: "POT/kiln", Members: []string{"POT/lead"}},
		},
	}
	if diff := cmp.Diff(want, ksbtest.WithoutOrigins(got)); diff != "" {
		t.Error(diff)
	}
	require.Equal(t, ksb.Origin{File: "f.csv", Line: 5}, got.Statements[1].Origin, "the row before has two lines")
	_, problems = ksb.Compile(got)
	require.NoError(t, problems.Err())
}

func TestReadOld(t *testing.T) {
	got, problems := read(t, old)
	require.NoError(t, problems.Err(), "the taxonomy says all kinds")
	kinds := map[string]ksb.Kind{}
	for _, s := range got.Statements {
		kinds[s.Code+" "+s.Text] = s.Kind
	}
	want := map[string]ksb.Kind{"clean Cleans brushes after use": ksb.Skill, "calm Stays calm": ksb.Behaviour, "store Stores blades safely": ksb.Skill}
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Error(diff)
	}
}

func TestReadFaults(t *testing.T) {
	tests := []struct {
		why, more string
		want      []string
	}{
		{"nothing wrong", ";a;A;;;;;;;\n", nil},
		{"a row may end early", ";a;A\n", nil},
		{"blank rows are none", ";;;;\n\n;a;A\n  ;\n", nil},
		{"a row that slipped to the right", ";a;A;;;;;;;;;\n", []string{"3 : broken syntax"}},
		{"a quote that nobody closed", ";b;B\n;a;\"A\n;c;C\n", []string{"4 : broken syntax"}},
		{"a bare quote spoils its row alone", ";a;A \"quoted\" name\n;b;B\n", []string{"3 : broken syntax"}},
		{"a competency that cannot be named", ";;Nameless\n", []string{"3 competencies[]: missing ID"}},
		{"one without any text", ";a;\n", []string{"3 competencies[a].shortName: missing"}},
		{"a parent that is not there", "x;a;A\n", []string{"3 competencies[a].parent: unknown statement"}},
		{"a competency above itself", "a;a;A\n", []string{"3 competencies[a].parent: prerequisites in a ring"}},
		{"a ring, and one below it that is not in it", "b;a;A\na;b;B\na;c;C\n", []string{"3 competencies[a].parent: prerequisites in a ring", "4 competencies[b].parent: prerequisites in a ring"}},
		{"a reference to nothing", ";a;A;;;;;x,,x\n", []string{"3 competencies[a].related: unknown statement"}},
		{"a reference to itself", ";a;A;;;;;a\n", []string{"3 competencies[a].related: value not allowed"}},
		{"neither yes nor no", ";a;A;;;;;;maybe\n", []string{"3 competencies[a].isFramework: value not allowed"}},
		{"another framework", ";G;Other;;;;;;1\n", []string{"3 framework: duplicate ID"}},
		{"a format of text that nobody knows", ";a;A;;3\n", []string{"3 competencies[a].descriptionFormat: value not allowed"}},
		{"a configuration without its scale", ";a;A;;;;[]\n", []string{"3 competencies[a].scaleValues: missing"}},
		{"a scale without its configuration", ";a;A;;;x,y\n", []string{"3 competencies[a].scaleConfiguration: missing"}},
		{"a value without a name", ";a;A;;;x,,y;\"[{\"\"id\"\":3,\"\"proficient\"\":1}]\"\n", []string{"3 competencies[a].scaleValues: missing"}},
		{"a configuration that is no JSON", ";a;A;;;x,y;[{]\n", []string{"3 competencies[a].scaleConfiguration: broken syntax"}},
		{"or not a list", ";a;A;;;x,y;{}\n", []string{"3 competencies[a].scaleConfiguration: broken syntax"}},
		{"numbers may be texts or truths", ";a;A;;;x,y;\"[{\"\"id\"\":\"\"2\"\",\"\"proficient\"\":true}]\"\n", nil},
		{"a value off the scale", ";a;A;;;x,y;\"[{\"\"id\"\":3,\"\"proficient\"\":1},{\"\"id\"\":2,\"\"proficient\"\":1}]\"\n", []string{"3 competencies[a].scaleConfiguration: level off its scale"}},
		{"no value is proficient", ";a;A;;;x,y;[]\n", []string{"3 competencies[a].scaleConfiguration: missing"}},
		{"the lowest is proficient, so nothing would be asked", ";a;A;;;x,y;\"[{\"\"id\"\":1,\"\"proficient\"\":1},{\"\"id\"\":2,\"\"proficient\"\":1}]\"\n", []string{"3 competencies[a].scaleConfiguration: level off its scale"}},
		{"proficient below what is not", ";a;A;;;x,y,z;\"[{\"\"id\"\":2,\"\"proficient\"\":1}]\"\n", []string{"3 competencies[a].scaleConfiguration: value not allowed"}},
		{"a fault is on the line of its cell", ";a;\"A\nB\";;;x,y;\n", []string{"4 competencies[a].scaleConfiguration: missing"}},
		{"an ID that stands twice is for Compile to tell", ";a;A\n;a;B\n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			_, problems := read(t, short(tt.more))
			if diff := cmp.Diff(tt.want, told(problems)); diff != "" {
				t.Error(diff, problems)
			}
		})
	}
}
