package skillsengland_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

func day(t *testing.T, s string) ksb.Date {
	t.Helper()
	d, err := ksb.ParseDate(s)
	require.NoError(t, err)
	return d
}

func TestStandard(t *testing.T) {
	at := func(line int) ksb.Origin { return ksb.Origin{File: "file", Line: line} }
	const swarm, smoke = ksb.StatementID("11111111-0000-0000-0000-00000000000a"), ksb.StatementID("11111111-0000-0000-0000-00000000000b")
	want := ksb.Framework{
		Format: "ksb/1", ID: "skills-england", Title: "Skills England occupational standards", Jurisdiction: "England",
		Statements: []ksb.Statement{
			{ID: swarm, Code: "K1", Kind: ksb.Knowledge, Text: "How a swarm decides where to go", Origin: at(10)},
			{ID: smoke, Code: "K2", Kind: ksb.Knowledge, Text: "K1: what smoke does", Origin: at(11)},
			{ID: "s1", Code: "S1", Kind: ksb.Skill, Text: "Open a hive, calmly", Origin: at(12)},
			{ID: "b1", Code: "B1", Kind: ksb.Behaviour, Text: "Is patient", Origin: at(13)},
		},
		Roles: []ksb.Role{{
			ID: "ST9001_1.2", Edition: "1.2", Title: "Beekeeper (made up)", Aliases: []string{"Apiarist", "Hive hand"}, Qual: 3,
			Requirements: []ksb.Requirement{
				{Statement: swarm, Origin: at(10)}, {Statement: smoke, Origin: at(11)},
				{Statement: "s1", Origin: at(12)}, {Statement: "b1", Origin: at(13)},
			},
			Duties: []ksb.Duty{
				{ID: "d1", Code: "D1", Text: "Inspect hives", Core: true, Statements: []ksb.StatementID{swarm, "s1"}, Origin: at(15)},
				{ID: "d2", Code: "D2", Text: "Sell honey", Statements: []ksb.StatementID{"b1"}, Options: []ksb.OptionID{"o1"}, Origin: at(17)},
			},
			Options: []ksb.Option{{ID: "o1", Title: "Shop keeper", Origin: at(19)}, {ID: "o2", Title: "Queen breeder", Origin: at(19)}},
			Codes:   []ksb.Code{{System: "ST", Value: "ST9001"}, {System: "OCC", Value: "OCC9001"}, {System: "LARS", Value: "901"}},
			Facts: ksb.Facts{
				FundingMaxPence: 500000, DurationMonths: 18, MinimumOffTheJobMinutes: 36300, Status: "Approved for delivery",
				From: day(t, "2021-05-31"), Until: day(t, "2024-09-22"), Regulator: "Hive Council", Keywords: []string{"honey", "bees&wasps"},
			},
			Origin: at(1),
		}},
	}
	f := sound(t, beekeeper)
	if diff := cmp.Diff(want, f); diff != "" {
		t.Error(diff)
	}
	ix, problems := ksb.Compile(f)
	require.NoError(t, problems.Err())
	shop, known := ix.Role("ST9001_1.2/o1")
	require.True(t, known, "Compile makes a role of each option")
	if diff := cmp.Diff([]ksb.StatementID{"b1", swarm, "s1"}, asks(shop)); diff != "" {
		t.Error("core and option:", diff)
	}
}

func TestArrangements(t *testing.T) {
	one := sound(t, small(""))
	line := strings.ReplaceAll(beekeeper, "\n", "")
	for _, c := range []struct {
		why, document string
		want          []ksb.RoleID
	}{
		{"an object alone", small(""), []ksb.RoleID{"ST9002_1.0"}},
		{"a list", "[" + small("") + ",\n" + line + "]", []ksb.RoleID{"ST9002_1.0", "ST9001_1.2"}},
		{"one a line", small("") + "\n" + line + "\n", []ksb.RoleID{"ST9002_1.0", "ST9001_1.2"}},
		{"gzip", given.Gzipped(small("")), []ksb.RoleID{"ST9002_1.0"}},
		{"a byte order mark", "\uFEFF" + small(""), []ksb.RoleID{"ST9002_1.0"}},
		{"CRLF between and within", "[\r\n" + strings.ReplaceAll(beekeeper, "\n", "\r\n") + "\r\n]\r\n", []ksb.RoleID{"ST9001_1.2"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			f, _ := read(t, c.document) // s1 stands in both standards: that is another test
			if diff := cmp.Diff(c.want, roleIDs(f)); diff != "" {
				t.Error(diff)
			}
		})
	}
	again := sound(t, given.Gzipped(small("")))
	if diff := cmp.Diff(one, again); diff != "" {
		t.Error("gzip changes nothing:", diff)
	}
}

func TestVersions(t *testing.T) {
	for _, c := range []struct {
		why, keys string
		want      ksb.RoleID
		told      []string
	}{
		{"the version number", `"versionNumber":"2.1","version":"2.1"`, "ST9003_2.1", nil},
		{"blanks around it", `"versionNumber":" 2.1 "`, "ST9003_2.1", nil},
		{"minor versions are numbers", `"versionNumber":"1.10"`, "ST9003_1.10", nil},
		{"no minor", `"versionNumber":"2"`, "ST9003_2.0", []string{"1 ST9003_2.0.versionNumber: E1003: the version is not major.minor"}},
		{"missing", `"level":1`, "ST9003_1.0", nil},
		{"null", `"versionNumber":null`, "ST9003_1.0", nil},
		{"below one", `"versionNumber":"0.9"`, "ST9003_1.0", nil},
		{"a proposal: no number, version 0.0", `"versionNumber":"","version":"0.0"`, "ST9003_1.0", nil},
		{"in development: the version tells it from the one in use", `"versionNumber":"","version":"1.3"`, "ST9003_1.3", nil},
		{"no version at all", `"versionNumber":"new"`, "ST9003_1.0", []string{"1 ST9003_1.0.versionNumber: E1003: the version is not major.minor"}},
		{"wrong type", `"versionNumber":1.1`, "ST9003_1.0", []string{"1 versionNumber: wrong type"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			f, problems := read(t, `{"referenceNumber":"ST9003","title":"Potter","skills":[{"skillId":"s","detail":"Throw"}],`+c.keys+`}`)
			if diff := cmp.Diff([]ksb.RoleID{c.want}, roleIDs(f)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.told, told(problems)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFoundationApprenticeship(t *testing.T) {
	f := sound(t, `{"referenceNumber":"FA9001","title":"Starter","versionNumber":"1.0","minimumHoursForCompliance":12,
		"technicalKnowledges":[{"id":"k","detail":"Names of tools"}],"technicalSkills":[{"id":"s","detail":"Sweep"}],
		"employabilitySkillsAndBehaviours":[{"id":"e","detail":"Arrives in time"}]}`)
	want := map[ksb.StatementID]string{"k": "TK1 Names of tools", "s": "TS1 Sweep", "e": "ESB1 Arrives in time"}
	if diff := cmp.Diff(want, texts(f)); diff != "" {
		t.Error(diff)
	}
	require.Equal(t, int64(720), f.Roles[0].Facts.MinimumOffTheJobMinutes)
}

func TestFlawsOfAnObject(t *testing.T) {
	for _, c := range []struct {
		why, more string
		told      []string
	}{
		{"null lists are empty", `,"knowledges":null,"behaviours":null,"duties":null,"options":null,"keywords":null,"optionsUnstructuredKsbMapping":null`, nil},
		{"a level as text", `,"level":"three"`, []string{"1 level: wrong type"}},
		{"a level that is none", `,"level":9`, []string{"1 ST9002_1.0.level: value not allowed"}},
		{"a list that is none", `,"knowledges":"many"`, []string{"1 knowledges: wrong type"}},
		{"a day that is none", `,"earliestStartDate":"soon"`, []string{"1 earliestStartDate: S1010: earliestStartDate is not a date"}},
		{"a day that does not exist", `,"earliestStartDate":"2021-02-30T00:00:00"`, []string{"1 earliestStartDate: S1010: earliestStartDate is not a date"}},
		{"hours in words", `,"minimumHoursForCompliance":"many"`, []string{"1 minimumHoursForCompliance: value not allowed"}},
		{"hours not given", `,"minimumHoursForCompliance":""`, nil},
		{"funding below nothing", `,"maxFunding":-1`, []string{"1 ST9002_1.0.maxFunding: value not allowed"}},
		{"a key twice", `,"status":"Withdrawn","status":"Retired"`, []string{"1 status: key given twice"}},
		{"a key that concerns no framework", `,"shortAssessment":{"a":[1]}`, nil},
		{"a key that nobody has described", `,"novelty":{"a":[1]},"duties":[{"dutyID":"d","dutyDetail":"x","hue":1}]`, []string{"1 duties[].hue: unknown key", "1 novelty: unknown key"}},
		{"neither 0 nor 1", `,"duties":[{"dutyID":"d","dutyDetail":"x","isThisACoreDuty":2}]`, []string{"1 duties[0].isThisACoreDuty: value not allowed"}},
		{"a real truth value", `,"duties":[{"dutyID":"d","dutyDetail":"x","isThisACoreDuty":true}]`, nil},
		{"a duty that is a dot", `,"duties":[{"dutyID":"d","dutyDetail":" . "}]`, []string{"1 ST9002_1.0.duties[D1]: missing"}},
		{"a duty without text", `,"duties":[{"dutyID":"d","dutyDetail":""}]`, []string{"1 ST9002_1.0.duties[D1]: missing"}},
		{"a duty without ID", `,"duties":[{"dutyDetail":"x"}]`, []string{"1 ST9002_1.0.duties[D1]: missing ID"}},
		{"two duties with one ID", `,"duties":[{"dutyID":"d","dutyDetail":"x"},{"dutyID":"d","dutyDetail":"y"}]`, []string{"1 ST9002_1.0.duties[D2]: duplicate ID"}},
		{"an option without ID", `,"options":[{"title":"Cakes"}]`, []string{"1 ST9002_1.0.options: missing ID"}},
		{"an option twice", `,"options":[{"optionId":"o","title":"Cakes"},{"optionId":"o","title":"Pies"}]`, []string{"1 ST9002_1.0.options[o]: duplicate ID"}},
		{"a KSB without text", `,"knowledges":[{"knowledgeId":"k"}]`, []string{"1 ST9002_1.0.knowledges[K1]: missing"}},
		{"a KSB without ID", `,"knowledges":[{"detail":"x"}]`, []string{"1 ST9002_1.0.knowledges[K1]: missing ID"}},
		{"a KSB twice", `,"knowledges":[{"knowledgeId":"k","detail":"x"},{"knowledgeId":"k","detail":" x"}]`, []string{"1 ST9002_1.0.knowledges[K2]: duplicate ID"}},
		{"two KSBs with one ID", `,"knowledges":[{"knowledgeId":"k","detail":"x"},{"knowledgeId":"k","detail":"y"}]`, []string{"1 ST9002_1.0.knowledges[K2]: duplicate ID"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			f, problems := read(t, small(c.more))
			if diff := cmp.Diff(c.told, told(problems)); diff != "" {
				t.Error(diff)
			}
			require.Contains(t, texts(f), ksb.StatementID("s1"), "the rest of the object stays")
			_, problems = ksb.Compile(f)
			require.NoError(t, problems.Err(), "what the reader reports it has also dealt with")
		})
	}
}

// A faulty element keeps its place, since its place is what gives the others theirs.
func TestCodesArePositions(t *testing.T) {
	f, problems := read(t, `{"referenceNumber":"ST9004","title":"Potter","versionNumber":"1.0","knowledges":[
		7,
		{"knowledgeId":"a","detail":"Clay"},
		{"knowledgeId":5,"detail":"Glaze"},
		{"knowledgeId":"a","detail":"Kilns"},
		{"knowledgeId":"b","detail":"Wheels"}]}`)
	want := map[ksb.StatementID]string{
		"ST9004_1.0/K1": "K1 ", "a": "K2 Clay", "ST9004_1.0/K3": "K3 Glaze", "ST9004_1.0/K4": "K4 Kilns", "b": "K5 Wheels",
	}
	if diff := cmp.Diff(want, texts(f)); diff != "" {
		t.Error(diff)
	}
	wantTold := []string{
		"1 ST9004_1.0.knowledges[K1]: missing", "1 ST9004_1.0.knowledges[K1]: missing ID", "2 knowledges[0]: wrong type",
		"4 ST9004_1.0.knowledges[K3]: missing ID", "4 knowledges[2].knowledgeId: wrong type", "5 ST9004_1.0.knowledges[K4]: duplicate ID",
	}
	if diff := cmp.Diff(wantTold, told(problems)); diff != "" {
		t.Error(diff)
	}
	require.Len(t, f.Roles[0].Requirements, 5)
}

func TestReference(t *testing.T) {
	f, problems := read(t, `[{"referenceNumber":"","larsCode":1,"skills":[{"skillId":"s","detail":"x"}]},{"referenceNumber":"X1","title":"T","skills":[{"skillId":"t","detail":"x"}]}]`)
	if diff := cmp.Diff([]ksb.RoleID{"X1_1.0"}, roleIDs(f)); diff != "" {
		t.Error("without a reference there is no identity:", diff)
	}
	if diff := cmp.Diff([]string{"1 X1_1.0.referenceNumber: E1002: not a reference number", "1 referenceNumber: missing ID"}, told(problems)); diff != "" {
		t.Error(diff)
	}
}

// Every ID that leads nowhere is told once, by the reader or by Compile.
func TestDanglingIDs(t *testing.T) {
	other := `{"referenceNumber":"ST9005","title":"Other","versionNumber":"1.0","knowledges":[{"knowledgeId":"theirs","detail":"x"}]}`
	one := small(`,"duties":[
		{"dutyID":"d1","dutyDetail":"x","mappedSkills":["s1","gone","gone"],"mappedOptions":["nowhere"]},
		{"dutyID":"d2","dutyDetail":"y","mappedSkills":["gone"],"mappedKnowledge":["theirs",null]}]`)
	f, problems := read(t, "["+one+",\n"+other+"]")
	want := []ksb.StatementID{"s1", "gone", "gone"}
	if diff := cmp.Diff(want, f.Roles[0].Duties[0].Statements); diff != "" {
		t.Error("it stays in the duty:", diff)
	}
	_, compiled := ksb.Compile(f)
	got := told(append(problems, compiled...).Sort())
	wantTold := []string{
		"2 roles[ST9002_1.0].duties[d1].options: unknown option",
		"2 roles[ST9002_1.0].duties[d1].statements: unknown statement",
		"3 ST9002_1.0.duties[D2]: unknown statement", // theirs: Compile would find it
		"3 [0].duties[1].mappedKnowledge[1]: wrong type",
		"3 roles[ST9002_1.0].duties[d2].statements: unknown statement",
	}
	if diff := cmp.Diff(wantTold, got); diff != "" {
		t.Error(diff)
	}
}

func TestEmptyStandard(t *testing.T) {
	for _, c := range []struct{ why, information, where string }{
		{"the KSBs are in HTML", `&lt;p&gt;Can&amp;nbsp;bake&lt;/p&gt;`, "8 characters"},
		{"they are nowhere", ``, "no other text"},
	} {
		t.Run(c.why, func(t *testing.T) {
			f, problems := read(t, `{"referenceNumber":"ST9006","title":"Baker","versionNumber":"1.0","skills":[],"standardInformation":"`+c.information+`",
				"optionsUnstructuredTemplate":["Cakes"],"optionsUnstructuredKsbMapping":[{"coreOrOptionTitle":"Core","mappedKnowledge":[],"mappedSkills":[],"mappedBehaviour":[]},
				{"coreOrOptionTitle":"Cakes","mappedKnowledge":[],"mappedSkills":[],"mappedBehaviour":[]}]}`)
			if diff := cmp.Diff([]ksb.RoleID{"ST9006_1.0"}, roleIDs(f)); diff != "" {
				t.Error("it is kept:", diff)
			}
			require.Len(t, problems, 1)
			require.ErrorIs(t, problems, ksb.ErrEmptyRole)
			require.Contains(t, problems[0].Detail, c.where)
			_, compiled := ksb.Compile(f)
			require.Len(t, compiled, 1, "the options are not reported one by one")
		})
	}
}

func TestReadAPIOfNothing(t *testing.T) {
	_, problems := skillsengland.ReadAPI(strings.NewReader("[]"), "file")
	require.ErrorIs(t, problems, ksb.ErrFormat)
}
