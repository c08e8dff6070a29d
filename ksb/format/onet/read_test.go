package onet_test

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
	"github.com/skillgap-go/skillgap/ksb/format/onet"
	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

func TestReadFS(t *testing.T) {
	got, problems := readSet(t, small())
	plain := []string{"not yet", "1 of 7", "2 of 7", "3 of 7", "4 of 7", "5 of 7", "6 of 7", "7 of 7"}
	code := func(value string) []ksb.Code { return []ksb.Code{{System: "ONETSOC", Value: value}} }
	want := ksb.Framework{
		Format: "ksb/1", ID: "onet", Title: "O*NET", Jurisdiction: "United States",
		Scales: []ksb.Scale{
			{ID: "LV", Rungs: plain},
			{ID: "LV 2.A.1.a", Rungs: []string{"not yet", "1 of 7", "Read a label", "3 of 7", "4 of 7", "5 of 7", `Read a "thesis`, "7 of 7"}},
		},
		Statements: []ksb.Statement{
			{ID: "2.A.1.a", Code: "2.A.1.a", Kind: ksb.Skill, Text: "Reading", Scale: "LV 2.A.1.a"},
			{ID: "2.B.1.a", Code: "2.B.1.a", Kind: ksb.Skill, Text: "Calm Handling", Scale: "LV"},
			{ID: "2.C.1.a", Code: "2.C.1.a", Kind: ksb.Knowledge, Text: "Biology", Scale: "LV"},
		},
		Roles: []ksb.Role{
			{ID: "45-2011.00", Title: "Beekeepers", Aliases: []string{"Apiarist", "HK", "Hive Keeper (HK)"}, Codes: code("45-2011.00"),
				Duties:       []ksb.Duty{{ID: "3", Text: `Say "bees" to bees.`, Core: true}, {ID: "20", Text: "Open hives."}},
				Requirements: []ksb.Requirement{{Statement: "2.A.1.a", Level: 4, Weight: 0.5}, {Statement: "2.B.1.a", Level: 1, Weight: 1}}},
			{ID: "45-2012.00", Title: "Honey Sellers", Codes: code("45-2012.00"),
				Requirements: []ksb.Requirement{{Statement: "2.A.1.a", Level: 6, Weight: 0.25}}},
			{ID: "45-2013.00", Title: "Queen Breeders", Codes: code("45-2013.00")},
		},
		Related: []ksb.RoleLink{
			{From: "45-2011.00", To: "45-2012.00", Relation: "related", Source: "Primary-Short 2"},
			{From: "45-2011.00", To: "45-2013.00", Relation: "related", Source: "Primary-Short 10"},
		},
		Groups: []ksb.Group{
			{ID: "job-zone/2", Title: "Job Zone 2", Members: []string{"45-2011.00", "45-2012.00"}},
			{ID: "job-zone/4", Title: "Job Zone 4", Members: []string{"45-2013.00"}},
		},
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty(), cmpopts.IgnoreTypes(ksb.Origin{})); diff != "" {
		t.Error(diff)
	}
	require.Equal(t, []string{"Knowledge.txt:2 recommended to suppress"}, told(problems), "not so what is not relevant")
	require.Equal(t, ksb.Origin{File: "Skills.txt", Line: 3}, got.Roles[0].Requirements[0].Origin)

	_, problems = ksb.Compile(got)
	require.Equal(t, []string{"Occupation Data.txt:4 role with nothing in it"}, told(problems))
}

func TestReadFSIgnoresOrder(t *testing.T) {
	set := small()
	want, _ := readSet(t, set)
	tree, paths := fstest.MapFS{}, []string{}
	for name, text := range set {
		tree[name] = &fstest.MapFile{Data: []byte(backwards(text))}
		paths = append(paths, name)
	}
	for range 3 {
		paths = append(paths[1:], paths[0])
		got, _ := onet.ReadFS(tree, paths)
		if diff := cmp.Diff(want, got, cmpopts.IgnoreTypes(ksb.Origin{})); diff != "" {
			t.Error(diff)
		}
	}
}

// The same set in other clothes.
func TestReadFSTakesOtherClothes(t *testing.T) {
	want, _ := readSet(t, small())
	for why, dress := range map[string]func(name, text string) (string, string){
		"gzipped":            func(name, text string) (string, string) { return name + ".gz", given.Gzipped(text) },
		"CRLF":               func(name, text string) (string, string) { return name, strings.ReplaceAll(text, "\n", "\r\n") },
		"a byte order mark":  func(name, text string) (string, string) { return name, "\uFEFF" + text },
		"underscores":        func(name, text string) (string, string) { return strings.ReplaceAll(name, " ", "_"), text },
		"a part of a sample": func(name, text string) (string, string) { return strings.Replace(name, ".txt", ".half.txt", 1), text },
		"no last line end":   func(name, text string) (string, string) { return name, strings.TrimSuffix(text, "\n") },
	} {
		set := map[string]string{}
		for name, text := range small() {
			name, text = dress(name, text)
			set[name] = text
		}
		got, problems := readSet(t, set)
		require.Len(t, faults(problems), 1, why)
		if diff := cmp.Diff(want, got, cmpopts.IgnoreTypes(ksb.Origin{})); diff != "" {
			t.Error(why, diff)
		}
	}
}

// rated is a set with one rating: the value and flags of its importance and its level.
func rated(importance, level string) map[string]string {
	head, _, _ := strings.Cut(small()["Skills.txt"], "\n")
	row := func(scale, rest string) string {
		if rest == "" {
			return ""
		}
		value, flags, _ := strings.Cut(rest, " ")
		return "\n45-2011.00\t2.A.1.a\tReading\t" + scale + "\t" + value + "\t8\t0.1\t2\t4\t" + strings.ReplaceAll(flags, " ", "\t") + "\t08/2023\tAnalyst"
	}
	return given.With(small(), "Knowledge.txt", "", "Skills.txt", head+row("IM", importance)+row("LV", level))
}

func TestRatings(t *testing.T) {
	ask := func(level ksb.Level, weight float64) []ksb.Requirement {
		return []ksb.Requirement{{Statement: "2.A.1.a", Level: level, Weight: weight}}
	}
	for _, c := range []struct {
		why, importance, level string
		want                   []ksb.Requirement
		told                   []string
	}{
		{"the middle of importance", "3 N ", "4 N N", ask(4, 0.5), nil},
		{"the most of both", "5 N ", "7 N N", ask(7, 1), nil},
		{"halves go up", "5 N ", "4.5 N N", ask(5, 1), nil},
		{"just below a half goes down", "5 N ", "4.49 N N", ask(4, 1), nil},
		{"what is relevant is asked for", "2 N ", "0.01 N N", ask(1, 0.25), nil},
		{"no importance asks for nothing", "1 N ", "4 N N", nil, nil},
		{"level 0 asks for nothing, and not for the top rung", "5 N ", "0 N N", nil, nil},
		{"not relevant", "5 N ", "4 N Y", nil, nil},
		{"not relevant and suppressed: nothing is lost", "5 Y ", "4 Y Y", nil, nil},
		{"blank flags", "5  ", "4  ", ask(4, 1), nil},
		{"a level to suppress", "5 N ", "4 Y N", nil, []string{"Skills.txt:3 recommended to suppress"}},
		{"both to suppress", "5 Y ", "4 Y N", nil, []string{"Skills.txt:2 recommended to suppress", "Skills.txt:3 recommended to suppress"}},
		{"n/a is missing, not 0", "n/a N ", "4 N N", nil, []string{"Skills.txt:3 missing"}},
		{"no level", "5 N ", "", nil, []string{"Skills.txt:2 missing"}},
		{"no importance at all", "", "4 N N", nil, []string{"Skills.txt:2 missing"}},
		{"off the scale, once", "5 N ", "7.01 N N", nil, []string{"Skills.txt:3 level off its scale"}},
		{"below the scale", "0.99 N ", "4 N N", nil, []string{"Skills.txt:2 level off its scale"}},
		{"no number", "5 N ", "four N N", nil, []string{"Skills.txt:3 wrong type"}},
		{"NaN", "5 N ", "NaN N N", nil, []string{"Skills.txt:3 wrong type"}},
		{"an unknown flag", "5 N ", "4 N maybe", nil, []string{"Skills.txt:3 value not allowed"}},
	} {
		t.Run(c.why, func(t *testing.T) {
			f, problems := readSet(t, rated(c.importance, c.level))
			if diff := cmp.Diff(c.want, f.Roles[0].Requirements, cmpopts.EquateEmpty(), cmpopts.IgnoreTypes(ksb.Origin{})); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.told, told(problems)); diff != "" {
				t.Error(diff, problems)
			}
		})
	}
}

func TestFaults(t *testing.T) {
	add := func(name, row string) map[string]string { return given.With(small(), name, small()[name]+row+"\n") }
	for _, c := range []struct {
		why  string
		set  map[string]string
		want string // beside the rating that is suppressed
	}{
		{"a row that is too short", add("Job Zones.txt", "45-2011.00\t3"), "Job Zones.txt:5 broken syntax"},
		{"a row that is too long", add("Job Zones.txt", "45-2011.00\t3\t\t\t"), "Job Zones.txt:5 broken syntax"},
		{"no such zone", add("Job Zones.txt", "45-2011.00\t6\t\t"), "Job Zones.txt:5 value not allowed"},
		{"a task of nobody", add("Task Statements.txt", "99-2011.00\t7\tx\tCore\t\t\t"), "Task Statements.txt:4 unknown role"},
		{"a title of nobody", add("Alternate Titles.txt", "\tx\t\t"), "Alternate Titles.txt:4 unknown role"},
		{"a code that is none", add("Occupation Data.txt", "11-1011\tx\ty"), "Occupation Data.txt:5 missing ID"},
		{"an occupation repeated", add("Occupation Data.txt", "45-2013.00\tQueen Breeders\tBreed queens."), "Occupation Data.txt:5 duplicate ID"},
		{"a rating repeated", add("Skills.txt", strings.Split(small()["Skills.txt"], "\n")[1]), "Skills.txt:8 duplicate ID"},
		{"a rating on a third scale", add("Skills.txt", "45-2011.00\t2.A.1.a\tReading\tXX\t3\t\t\t\t\tN\t\t\t"), "Skills.txt:8 unknown scale"},
		{"an element that is neither", add("Skills.txt", "45-2011.00\t1.A.1.a\tSight\tIM\t3\t\t\t\t\tN\t\t\t"), "Skills.txt:8 no kind"},
		{"an element without ID", add("Skills.txt", "45-2011.00\t\tSight\tIM\t3\t\t\t\t\tN\t\t\t"), "Skills.txt:8 missing ID"},
		{"an element of two names", add("Skills.txt", "45-2013.00\t2.A.1.a\tReading!\tIM\t1\t\t\t\t\tN\t\t\t\n45-2013.00\t2.A.1.a\tReading\tLV\t1\t\t\t\t\tN\tN\t\t"), "Skills.txt:8 duplicate ID"},
		{"a scale upside down", add("Scales Reference.txt", "LV\tLevel\t7\t0"), "Scales Reference.txt:5 scale without two rungs"},
		{"a scale without an end", add("Scales Reference.txt", "IM\tx\t1\tn/a"), "Scales Reference.txt:5 scale without two rungs"},
		{"an anchor between rungs", add("Level Scale Anchors.txt", "2.A.1.a\tReading\tLV\t2.5\tx"), "Level Scale Anchors.txt:5 level off its scale"},
		{"an anchor beyond the top", add("Level Scale Anchors.txt", "2.A.1.a\tReading\tLV\t8\tx"), "Level Scale Anchors.txt:5 level off its scale"},
		{"an anchor of another scale", add("Level Scale Anchors.txt", "2.A.1.a\tReading\tIM\t3\tx"), "Level Scale Anchors.txt:5 unknown scale"},
		{"an anchor without words", add("Level Scale Anchors.txt", "2.A.1.a\tReading\tLV\t3\t"), "Level Scale Anchors.txt:5 missing"},
		{"two anchors at a rung", add("Level Scale Anchors.txt", "2.A.1.a\tReading\tLV\t2\tRead a book"), "Level Scale Anchors.txt:5 duplicate ID"},
		{"a file of something else", given.With(small(), "Job Zones.txt", "a\tb\n1\t2\n"), "Job Zones.txt:1 unknown format"},
		{"an empty file", given.With(small(), "Job Zones.txt", ""+"\n"), "Job Zones.txt:0 cannot be read"},
		{"a broken archive", given.With(small(), "Job Zones.txt", given.Gzipped("x")[:9]), "Job Zones.txt:0 cannot be read"},
		{"another encoding", given.With(small(), "Job Zones.txt", "a\n\xff"), "Job Zones.txt:2 not UTF-8"},
	} {
		t.Run(c.why, func(t *testing.T) {
			f, problems := readSet(t, c.set)
			got := slices.DeleteFunc(told(problems), func(s string) bool { return strings.HasPrefix(s, "Knowledge.txt:2 ") })
			if diff := cmp.Diff([]string{c.want}, got); diff != "" {
				t.Error(diff, problems)
			}
			require.Len(t, f.Roles, 3, "the sound rows stay")
		})
	}
}

// Of two rows that share an ID and differ neither is used.
func TestConflicts(t *testing.T) {
	f, problems := readSet(t, given.With(small(), "Occupation Data.txt", small()["Occupation Data.txt"]+"45-2013.00\tOther\tx\n"))
	require.Len(t, f.Roles, 2)
	require.Equal(t, 2, count(problems, ksb.ErrDuplicateID))
	require.Equal(t, 1, count(problems, ksb.ErrUnknownRole), "its job zone")

	f, problems = readSet(t, given.With(small(), "Skills.txt", small()["Skills.txt"]+"45-2012.00\t2.A.1.a\tReading\tLV\t1\t8\t0.1\t2\t4\tN\tN\t08/2023\tAnalyst\n"))
	require.Empty(t, f.Roles[1].Requirements)
	require.Equal(t, 1, count(problems, ksb.ErrDuplicateID))
}

// Every file but one may be absent; what is there is used.
func TestAbsentFiles(t *testing.T) {
	for name := range small() {
		if name == "Occupation Data.txt" {
			continue
		}
		f, problems := readSet(t, given.With(small(), name, ""))
		require.Len(t, f.Roles, 3, name)
		require.LessOrEqual(t, len(faults(problems)), 1, name)
	}
	f, problems := readSet(t, given.With(small(), "Occupation Data.txt", ""))
	require.Len(t, f.Roles, 3)
	require.Equal(t, 1, count(problems, ksb.ErrMissing), "the titles")
}

func TestRead(t *testing.T) {
	roles := map[string]int{}
	for name, text := range small() {
		require.True(t, onet.Detect(name, []byte(text)), name)
		f, _ := onet.Read(strings.NewReader(text), name)
		roles[name] = len(f.Roles)
	}
	want := map[string]int{"Occupation Data.txt": 3, "Skills.txt": 2, "Knowledge.txt": 2, "Task Statements.txt": 1, "Alternate Titles.txt": 1,
		"Sample of Reported Titles.txt": 1, "Job Zones.txt": 3, "Related Occupations.txt": 3, "Scales Reference.txt": 0, "Level Scale Anchors.txt": 0}
	if diff := cmp.Diff(want, roles); diff != "" {
		t.Error(diff)
	}
	for text, fault := range map[string]ksb.Fault{
		"": ksb.ErrRead, "hello": ksb.ErrFormat, "O*NET-SOC Code\tTitle\n": ksb.ErrFormat, small()["Scales Reference.txt"]: ksb.ErrMissing,
		"O*NET-SOC Code,Title,Description\n": ksb.ErrFormat, given.Gzipped("x")[:9]: ksb.ErrRead,
	} {
		f, problems := onet.Read(strings.NewReader(text), "x")
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
		{"as published", []string{"db/Occupation Data.txt", "db/Skills.txt", "db/Read Me.txt"}, []string{"db/Occupation Data.txt", "db/Skills.txt"}},
		{"underscores, gzipped, in parts", []string{"Job_Zones.txt.gz", "Knowledge.half.txt.gz"}, []string{"Job_Zones.txt.gz", "Knowledge.half.txt.gz"}},
		{"names that anybody may use", []string{"Skills.txt", "Knowledge.txt"}, nil},
		{"one file is no set", []string{"Occupation Data.txt"}, nil},
		{"other endings", []string{"Occupation Data.xlsx", "Skills.xlsx"}, nil},
		{"nothing", nil, nil},
	} {
		if diff := cmp.Diff(c.want, onet.DetectFS(c.give)); diff != "" {
			t.Error(c.why, diff)
		}
	}
}

func TestAssess(t *testing.T) {
	f, _ := readSet(t, small())
	level := 3.0
	worker := assess.Worker{ID: "w", Evidence: []assess.Evidence{{ID: "e", Statements: assess.Refs("2.A.1.a"), Kind: assess.Test, Level: &level, At: 739647}}}
	report, err := assess.Quick(f, worker, "45-2011.00", 0)
	require.ErrorIs(t, err, ksb.ErrEmptyRole, "the queen breeders")
	require.Equal(t, 2, report.Of)
	for _, g := range report.Gaps {
		if g.Statement == "2.A.1.a" {
			require.Equal(t, "Read a label", g.Rungs[2])
			require.InDelta(t, 0.5, g.Importance, 1e-12, "duties that map nothing weigh nothing")
		}
	}
}

func TestInASuite(t *testing.T) {
	suite := format.Suite{{Name: "onet", Doc: "O*NET", Detect: onet.Detect, Read: onet.Read, DetectFS: onet.DetectFS, ReadFS: onet.ReadFS}}
	tree := fstest.MapFS{"db/Read Me.txt": {Data: []byte("words")}}
	for name, text := range small() {
		tree["db/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	frameworks, problems := suite.ReadFS(tree)
	require.Len(t, frameworks, 1)
	require.Equal(t, []string{"db/Knowledge.txt:2 recommended to suppress", "db/Read Me.txt:1 unknown format"}, told(problems))
}
