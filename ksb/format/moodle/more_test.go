package moodle_test

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/moodle"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

func TestReadWholeTables(t *testing.T) {
	const header = "Parent ID number,ID number,Short name,Is framework"
	tests := []struct {
		why, give string
		want      []string
		read      bool
	}{
		{"a framework without a scale or a taxonomy", header + "\n,F,Frame,1\n,a,A,0\n",
			[]string{"2 framework.scaleValues: missing", "2 framework.taxonomy: no kind"}, true},
		{"a framework without a name", header + "\n,F,,1\n",
			[]string{"2 framework.scaleValues: missing", "2 framework.shortName: missing"}, true},
		{"a framework without an ID: nothing can be named", header + "\n,,Frame,1\n,a,A,0\n", []string{"2 framework: missing ID"}, false},
		{"no framework", header + "\n,a,A,0\n", []string{"1 framework: missing"}, false},
		{"two, and nobody knows whose the competencies are", header + "\n,F,Frame,1\n,a,A,0\n,G,Other,TRUE\n", []string{"4 framework: duplicate ID"}, false},
		{"headers alone", header + "\n", []string{"1 framework: missing"}, false},
		{"a column that nobody knows, and one given twice", "Colour,ID number," + header + "\nred,F,,G,Frame,1\n",
			[]string{"1 header: key given twice", "1 header: unknown key", "2 framework.scaleValues: missing"}, true},
		{"columns that are needed are not there", "ID number,Short name,Is framework\nF,Frame,1\n", []string{"1 : unknown format"}, false},
		{"another table", "id,code,text\n1,K1,Clay\n", []string{"1 : unknown format"}, false},
		{"no table", "hello", []string{"1 : unknown format"}, false},
		{"nothing", "", []string{"0 : cannot be read"}, false},
		{"not UTF-8", header + "\n,F,Fr\xe9me,1\n", []string{"2 : not UTF-8"}, false},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			f, problems := read(t, tt.give)
			if diff := cmp.Diff(tt.want, told(problems)); diff != "" {
				t.Error(diff, problems)
			}
			require.Equal(t, tt.read, f.ID != "")
			require.Equal(t, tt.read, len(f.Roles) == 1)
		})
	}
}

func TestTaxonomy(t *testing.T) {
	tests := []struct {
		why, give string
		want      ksb.Kind
		problems  []ksb.Fault
	}{
		{"a skill", `skill,concept`, ksb.Skill, nil},
		{"a concept is known", `concept`, ksb.Knowledge, nil},
		{"a value shows in behaviour", ` Value `, ksb.Behaviour, nil},
		{"so does a behaviour", `"[""behaviour""]"`, ksb.Behaviour, nil},
		{"levels by number", `"{""1"":""concept""}"`, ksb.Knowledge, nil},
		{"a term that tells no kind", `competency`, ksb.Skill, []ksb.Fault{ksb.ErrKind}},
		{"none", ``, ksb.Skill, []ksb.Fault{ksb.ErrKind}},
		{"a term that nobody knows", `craft`, ksb.Skill, []ksb.Fault{ksb.ErrKind, ksb.ErrValue}},
		{"broken", `[concept`, ksb.Skill, []ksb.Fault{ksb.ErrSyntax, ksb.ErrKind}},
		{"levels that are no numbers", `"{""one"":""concept""}"`, ksb.Skill, []ksb.Fault{ksb.ErrSyntax, ksb.ErrKind}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			give := strings.Replace(short(";a;A\n"), "skill,skill,skill", tt.give, 1)
			f, problems := read(t, give)
			require.Equal(t, tt.want, f.Statements[0].Kind)
			var faults []ksb.Fault
			for _, p := range problems {
				faults = append(faults, p.Fault)
			}
			if diff := cmp.Diff(tt.problems, faults); diff != "" {
				t.Error(diff, problems)
			}
		})
	}
}

// Where it is not said from which rung on one is proficient, the level is left out,
// which asks for the top rung; it is never less than the author may have meant.
func TestLevelsNotSaid(t *testing.T) {
	f, _ := read(t, short(";a;A;;;x,y,z;[]\n;b;B\n"))
	levels := []ksb.Level{f.Roles[0].Requirements[0].Level, f.Roles[0].Requirements[1].Level}
	require.Equal(t, []ksb.Level{0, 1}, levels)
}

func TestRingsAndOrphansAreKept(t *testing.T) {
	f, _ := read(t, short("b;a;A\na;b;B\na;c;C\nx;d;D\n"))
	require.Len(t, f.Statements, 4)
	require.Len(t, f.Roles[0].Requirements, 3, "a has c below it")
	want := []ksb.Group{{ID: "F/a", Title: "A", Members: []string{"F/c"}}}
	if diff := cmp.Diff(want, ksbtest.WithoutOrigins(f).Groups); diff != "" {
		t.Error(diff)
	}
}

func TestDescriptions(t *testing.T) {
	tests := []struct{ why, format, give, want string }{
		{"paragraphs part words", "1", "<p>one</p><p>two</p>", "A: one two"},
		{"inline tags do not", "1", "<b>o</b>ne<br/>two", "A: one two"},
		{"entities once", "1", "R&amp;D &amp;lt; 5&nbsp;%", "A: R&D &lt; 5 %"},
		{"a bracket that opens no tag", "1", "x<5 and y> 3", "A: x<5 and y> 3"},
		{"brackets in quotes", "1", `<a href=""x>y"">one</a>`, "A: one"},
		{"comments and scripts", "1", "<!-- a > b -->one<script>two</script> three<style>x", "A: one three"},
		{"a comment that does not end", "1", "one <!-- two", "A: one <!-- two"},
		{"a tag that does not end", "0", "one <p", "A: one <p"},
		{"plain text is left alone", "2", "<p>one</p> &amp;", "A: <p>one</p> &amp;"},
		{"Markdown keeps its marks", "4", "*one*", "A: *one*"},
		{"the short name again", "1", "<p>A one</p>", "A one"},
		{"none", "1", "<p></p>", "A"},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			f, problems := read(t, short(";a;A;\""+tt.give+"\";"+tt.format+"\n"))
			require.NoError(t, problems.Err())
			require.Equal(t, tt.want, f.Statements[0].Text)
		})
	}
}

func TestDetect(t *testing.T) {
	for why, tt := range map[string]struct {
		data string
		want bool
	}{
		"today": {today, true}, "2016": {old, true}, "semicolons": {short(""), true}, "tabs": {"ID number\tShortname\tParent id number\tIs framework", true},
		"another table": {"id,code\n", false}, "JSON": {`{"format":"ksb/1"}`, false}, "nothing": {"", false},
		"a quote that does not end": {`"` + today, false},
	} {
		require.Equal(t, tt.want, moodle.Detect("any", []byte(tt.data)), why)
	}
}

func TestWriteRefuses(t *testing.T) {
	tests := []struct {
		why    string
		change func(*ksb.Framework)
		want   error
	}{
		{"no role", func(f *ksb.Framework) { f.Roles = nil }, ksb.ErrValue},
		{"a role of another ID", func(f *ksb.Framework) { f.Roles[0].ID = "R" }, ksb.ErrValue},
		{"a statement of another framework", func(f *ksb.Framework) { f.Statements[0].ID = "X/wedge" }, ksb.ErrValue},
		{"a statement without a scale", func(f *ksb.Framework) { f.Statements[0].Scale = "" }, ksb.ErrValue},
		{"a framework that does not fit together", func(f *ksb.Framework) { f.Statements[0].Requires = []ksb.StatementID{"X"} }, ksb.ErrUnknownStatement},
		{"two kinds on one level", func(f *ksb.Framework) { f.Statements[0].Kind = ksb.Behaviour }, ksb.ErrKind},
		{"an edition", func(f *ksb.Framework) { f.Edition = "2" }, ksb.ErrValue},
		{"a weight", func(f *ksb.Framework) { f.Roles[0].Requirements[0].Weight = 2 }, ksb.ErrValue},
		{"a gate", func(f *ksb.Framework) {
			f.Roles[0].Gates = []ksb.Gate{{ID: "G", Phase: ksb.Entry, Rule: ksb.Rule{Credential: "a"}}}
		}, ksb.ErrValue},
		{"something that is not required", func(f *ksb.Framework) { f.Roles[0].Requirements = f.Roles[0].Requirements[1:] }, ksb.ErrValue},
		{"a comma in a rung", func(f *ksb.Framework) { f.Scales[0].Rungs[1] = "With help, often" }, ksb.ErrValue},
		{"a scale that nobody uses", func(f *ksb.Framework) {
			f.Scales = append(f.Scales, ksb.Scale{ID: "a,b", Rungs: []string{"a", "b"}})
		}, ksb.ErrValue},
		{"a line break", func(f *ksb.Framework) { f.Statements[0].Text = "one\ntwo" }, ksb.ErrValue},
		{"a link that is more than a reference", func(f *ksb.Framework) { f.Links[0].Relation = ksb.Exact }, ksb.ErrValue},
		{"a group of something else", func(f *ksb.Framework) { f.Groups[0].ID = "theme" }, ksb.ErrValue},
		{"groups in a ring", func(f *ksb.Framework) { f.Groups[0].Members = []string{f.Groups[0].ID} }, ksb.ErrValue},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			f, _ := read(t, today)
			tt.change(&f)
			var out bytes.Buffer
			require.ErrorIs(t, moodle.Write(&out, f), tt.want)
			require.Zero(t, out.Len(), "nothing is written by halves")
		})
	}
}

func TestWriteToAFullDisk(t *testing.T) {
	full := errors.New("the disk is full")
	f, _ := read(t, today)
	require.ErrorIs(t, moodle.Write(failing{full}, f), full)
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// What is written says all kinds, so it is read without the problem that the first
// reading had.
func TestWriteSaysTheKinds(t *testing.T) {
	f, _ := read(t, today)
	var out bytes.Buffer
	require.NoError(t, moodle.Write(&out, f))
	_, problems := moodle.Read(&out, "f.csv")
	require.NoError(t, problems.Err())
}

// A deep hierarchy and a great ring are read in no time.
func TestHostileHierarchies(t *testing.T) {
	const rows = 20_000
	chain := func(closed bool) string {
		var out strings.Builder
		for i := range rows {
			up := "n" + strconv.Itoa(i-1)
			if i == 0 {
				up = map[bool]string{true: "n" + strconv.Itoa(rows-1)}[closed]
			}
			out.WriteString(up + ";n" + strconv.Itoa(i) + ";N\n")
		}
		return short(out.String())
	}
	f, problems := read(t, chain(false))
	require.Len(t, f.Groups, rows-1)
	require.Len(t, problems, 1, "levels without a term")
	_, problems = read(t, chain(true))
	require.Len(t, problems, rows)
	require.ErrorIs(t, problems, ksb.ErrRing)
	read(t, short(";a;A;"+strings.Repeat("<!--<a '", 100_000)+"\n"))
}

// The spellings of the headers that Moodle has had, and of tables made by hand.
func TestHeaderSpellings(t *testing.T) {
	for _, header := range []string{
		"Parent ID number,ID number,Shortname,Description,Description format,Scale values,Scale configuration,Rule type,Rule outcome,Rule config,Is framework,Taxonomy",
		"parent id number,Id Number,Short name,Description,Description format,Scale values,Scale configuration,Rule type (optional),Rule outcome (optional),Rule config (optional),Cross referenced competency id numbers,Exported id (optional),Is framework,Taxonomy",
		"Taxonomy,Is framework,Export ID,Cross-referenced competency ID numbers,Short name,ID number,Parent ID number,Scale values,Scale configuration",
	} {
		_, problems := read(t, header+"\n")
		if diff := cmp.Diff([]string{"1 framework: missing"}, told(problems)); diff != "" {
			t.Error("every column is known", diff)
		}
	}
}
