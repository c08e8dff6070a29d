package skillsengland_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		why, data string
		want      bool
	}{
		{"a standard", small(""), true},
		{"a list of standards", "\n[" + small("") + "]", true},
		{"standards one a line", small("") + "\n" + small(""), true},
		{"a standard cut off", beekeeper[:300], true},
		{"a standard with null lists", `{"referenceNumber":"ST1","knowledges":null}`, true},
		{"a page", pottery, true},
		{"a page with CRLF", strings.ReplaceAll(pottery, "\n", "\r\n"), true},
		{"a page without its reference", strings.ReplaceAll(pottery, "OCC9107", ""), true},
		{"our own format", `{"format":"ksb/1","id":"x","statements":[{"text":"\"referenceNumber\": \"skills\""}]}`, false},
		{"the keys deeper down", `{"a":{"referenceNumber":"ST1","skills":[]}}`, false},
		{"an object with a reference only", `{"referenceNumber":"X"}`, false},
		{"an empty list", `[]`, false},
		{"a list of lists", strings.Repeat("[", 1_000_000), false},
		{"deep objects", strings.Repeat(`{"a":`, 100_000), false},
		{"a page as HTML", "<html>Reference: OCC0001</html>", false},
		{"a table", "id,code,text\n1,K1,Clay", false},
		{"codes in any other text", "K1: Clay\nK2: Kilns", false},
		{"bytes", "Reference: OCC0001\x00", false},
		{"nothing", "", false},
	} {
		t.Run(c.why, func(t *testing.T) {
			require.Equal(t, c.want, skillsengland.Detect("", []byte(c.data)))
		})
	}
}

func TestBadInput(t *testing.T) {
	for _, c := range []struct {
		why, document string
		want          []ksb.Fault
	}{
		{"nothing", "", []ksb.Fault{ksb.ErrRead}},
		{"a byte order mark alone", "\uFEFF", []ksb.Fault{ksb.ErrRead}},
		{"gzip cut off", given.Gzipped(beekeeper)[:100], []ksb.Fault{ksb.ErrRead}},
		{"not UTF-8", small("") + "\xff", []ksb.Fault{ksb.ErrEncoding}},
		{"UTF-16", "\xff\xfe{\x00", []ksb.Fault{ksb.ErrEncoding}},
		{"something else", "hello", []ksb.Fault{ksb.ErrFormat}},
		{"other JSON", `{"format":"ksb/1"}`, []ksb.Fault{ksb.ErrFormat}},
		{"a million brackets", strings.Repeat("[", 1_000_000), []ksb.Fault{ksb.ErrFormat}},
		{"an object cut off", beekeeper[:len(beekeeper)/2], []ksb.Fault{ksb.ErrSyntax}},
		{"too deep", small(`,"x":` + strings.Repeat("[", 100) + strings.Repeat("]", 100)), []ksb.Fault{ksb.ErrTooDeep}},
	} {
		t.Run(c.why, func(t *testing.T) {
			f, problems := read(t, c.document)
			var got []ksb.Fault
			for _, p := range problems {
				got = append(got, p.Fault)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff, problems)
			}
			require.Empty(t, f.Roles)
		})
	}
}

func TestBrokenLineSpoilsNoOther(t *testing.T) {
	f, problems := read(t, small("")+"\n"+`{"referenceNumber": "ST9`+"\n"+edition("1.0", "Straw"))
	if diff := cmp.Diff([]ksb.RoleID{"ST9002_1.0", "ST9010_1.0"}, roleIDs(f)); diff != "" {
		t.Error(diff)
	}
	require.Len(t, problems, 1)
	require.ErrorIs(t, problems, ksb.ErrSyntax)
	require.Equal(t, 2, problems[0].Origin.Line)
}

func TestThingsThatAreNoObjects(t *testing.T) {
	f, problems := read(t, "["+small("")+`,null,7,"x",[]]`)
	require.Len(t, f.Roles, 1)
	require.Len(t, problems, 4)
	require.ErrorIs(t, problems, ksb.ErrWrongType)
}

func FuzzReadAPI(f *testing.F) {
	for _, seed := range []string{
		beekeeper, small(""), "[" + small("") + "," + edition("1.0", "x") + "]", edition("1.0", "x") + "\n" + edition("1.1", "y"),
		named(`["A","B"]`, `[{"coreOrOptionTitle":"Core","mappedKnowledge":["k1"]},{"coreOrOptionTitle":"A","mappedSkills":["s1"]}]`),
		small(`,"knowledges":[7,null,{"knowledgeId":"s1"}],"duties":[{"mappedSkills":["x",null,7]}]`), `[[[`, `{"a":{`,
		old(f, "<h3>Skills</h3><ul><li>a<ul><li>b</li></ul></li></ul>"+columns("<th>Knowledge</th><th>Skills</th>", `<td rowspan="2">a</td><td><p>b</p></td>`, `<td colspan="2">c</td>`)),
		standards(f, keys{"status": "Retired", "latestStartDate": "2021-12-31"}, keys{"version": "1.1", "versionNumber": "1.1", "larsCode": 0}, keys{"larsCode": "Z1234567", "createdDate": 5}),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) { holds(t, data, skillsengland.ReadAPI) })
}

func FuzzReadPage(f *testing.F) {
	for _, seed := range []string{
		pottery, strings.ReplaceAll(pottery, "\n", "\r\n"), "Reference:\nOCC1111\nKSBs\nK1\n\nx\nDuty 1 y\tK1 K2\nS1", "Level ", "Level: ", "Status:", "K999: x",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) { holds(t, data, skillsengland.ReadPage) })
}

// holds: nothing panics, every KSB that a role asks for is there, every problem has a
// place, and reading again gives the same.
func holds(t *testing.T, data []byte, reader func(io.Reader, string) (ksb.Framework, ksb.Problems)) {
	skillsengland.Detect("f", data)
	f, problems := reader(bytes.NewReader(data), "f")
	again, _ := reader(bytes.NewReader(data), "f")
	if diff := cmp.Diff(f, again); diff != "" {
		t.Error(diff)
	}
	ids := texts(f)
	for _, r := range f.Roles {
		for _, q := range r.Requirements {
			if _, known := ids[q.Statement]; !known || q.Statement == "" {
				t.Errorf("%s asks for %q", r.ID, q.Statement)
			}
		}
	}
	for _, p := range problems {
		if p.Origin.File != "f" {
			t.Errorf("no place: %v", p)
		}
	}
	if ix, _ := ksb.Compile(f); ix == nil {
		t.Error("no index")
	}
}
