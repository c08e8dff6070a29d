package skillsengland_test

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

// counts are what the sample of real standards holds.
type counts struct {
	Objects, KSBs, Duties, Dangling, Empty int
	PerRole                                map[string]int // KSBs by reference and version
}

// countPlainly counts without any of our code.
func countPlainly(t *testing.T, data []byte) counts {
	t.Helper()
	c := counts{PerRole: map[string]int{}}
	for line := range bytes.Lines(data) {
		var object map[string]any
		require.NoError(t, json.Unmarshal(line, &object))
		c.Objects++
		known := map[any]bool{}
		for _, list := range [][2]string{{"knowledges", "knowledgeId"}, {"skills", "skillId"}, {"behaviours", "behaviourId"}, {"options", "optionId"}} {
			for _, element := range object[list[0]].([]any) {
				known[element.(map[string]any)[list[1]]] = true
			}
		}
		ksbs := len(known) - len(object["options"].([]any))
		c.KSBs += ksbs
		if ksbs == 0 {
			c.Empty++
		}
		if object["versionNumber"] == "" {
			object["versionNumber"] = "1.0"
		}
		c.PerRole[object["referenceNumber"].(string)+"_"+object["versionNumber"].(string)] = ksbs
		for _, duty := range object["duties"].([]any) {
			c.Duties++
			for _, key := range []string{"mappedKnowledge", "mappedSkills", "mappedBehaviour", "mappedOptions"} {
				ids, _ := duty.(map[string]any)[key].([]any)
				for _, id := range ids {
					if !known[id] {
						c.Dangling++
					}
				}
			}
		}
	}
	return c
}

func TestRealStandards(t *testing.T) {
	path := given.Shared(t, "data", "skills-england", "standards-sample.ndjson.gz")
	want := countPlainly(t, unpacked(t, path))
	require.Equal(t, []int{122, 5415, 662, 39, 20}, []int{want.Objects, want.KSBs, want.Duties, want.Dangling, want.Empty})

	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	f, problems := skillsengland.Read(file, "sample")
	_, compiled := ksb.Compile(f)

	fromHTML := count(problems, skillsengland.ErrFromHTML)
	require.Equal(t, 16, fromHTML, "those are counted apart")
	got := counts{Empty: count(problems, ksb.ErrEmptyRole) + fromHTML, PerRole: map[string]int{}}
	for _, s := range f.Statements {
		if !strings.Contains(string(s.ID), "/") {
			got.KSBs++
		}
	}
	got.Dangling = count(problems, ksb.ErrUnknownStatement) + count(problems, ksb.ErrUnknownOption) +
		count(compiled, ksb.ErrUnknownStatement) + count(compiled, ksb.ErrUnknownOption)
	for _, r := range f.Roles {
		if strings.Contains(string(r.ID), "/") {
			continue // an option of a standard
		}
		got.Objects++
		got.Duties += len(r.Duties)
		got.PerRole[string(r.ID)] = len(r.Requirements)
		if want.PerRole[string(r.ID)] == 0 {
			got.PerRole[string(r.ID)] = 0 // what its HTML gives is counted apart
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	require.Len(t, problems, 20+count(problems, skillsengland.ErrIrregular), "nothing else is wrong with the sample")
	require.Len(t, compiled, 4+39)
	for _, p := range append(problems, compiled...) {
		require.Positive(t, p.Origin.Line, p.Error())
	}
	for _, id := range []string{"ST0096_1.0", "ST0096_2.0", "ST0107_1.0", "ST0107_1.1", "ST0870_1.0"} {
		require.Contains(t, got.PerRole, id)
	}
}

func count(problems ksb.Problems, fault ksb.Fault) (n int) {
	for _, p := range problems {
		if p.Fault == fault {
			n++
		}
	}
	return n
}

// Options that are mere names ask for what the map says, counted apart.
func TestRealNamedOptions(t *testing.T) {
	path := given.Shared(t, "data", "skills-england", "standards-sample.ndjson.gz")
	data := unpacked(t, path)
	want := map[string]int{}
	for line := range bytes.Lines(data) {
		var object struct {
			Reference string           `json:"referenceNumber"`
			Version   string           `json:"version"`
			Maps      []map[string]any `json:"optionsUnstructuredKsbMapping"`
		}
		require.NoError(t, json.Unmarshal(line, &object))
		for _, m := range object.Maps[min(1, len(object.Maps)):] {
			ids := map[any]bool{}
			for _, each := range []map[string]any{object.Maps[0], m} {
				for _, key := range []string{"mappedKnowledge", "mappedSkills", "mappedBehaviour"} {
					list, _ := each[key].([]any)
					for _, id := range list {
						ids[id] = true
					}
				}
			}
			if len(ids) > 0 {
				want[object.Reference+"_"+object.Version+": "+m["coreOrOptionTitle"].(string)] = len(ids)
			}
		}
	}
	f, _ := skillsengland.Read(bytes.NewReader(data), "sample")
	got := map[string]int{}
	for _, r := range f.Roles {
		if whole, _, isOption := strings.Cut(string(r.ID), "/"); isOption {
			got[whole+": "+r.Title[strings.LastIndex(r.Title, ": ")+2:]] = len(r.Requirements)
		}
	}
	require.NotEmpty(t, got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestRealPage(t *testing.T) {
	raw, err := os.ReadFile(given.Shared(t, "seeds", "003_*.txt"))
	require.NoError(t, err)
	f, problems := skillsengland.Read(bytes.NewReader(raw), "page")
	require.NoError(t, problems.Err())

	got := map[string]int{}
	for _, s := range f.Statements {
		got[s.Code[:1]]++
		require.Equal(t, ksb.StatementID("OCC0215/"+s.Code), s.ID)
		line := strings.Split(string(raw), "\n")[s.Origin.Line-1]
		require.True(t, strings.HasPrefix(line, s.Code+":"), "line %d is %s", s.Origin.Line, s.Code)
	}
	role := f.Roles[0]
	got["D"] = len(role.Duties)
	want := map[string]int{
		"K": len(regexp.MustCompile(`(?m)^K\d+:`).FindAll(raw, -1)), "S": len(regexp.MustCompile(`(?m)^S\d+:`).FindAll(raw, -1)),
		"B": len(regexp.MustCompile(`(?m)^B\d+:`).FindAll(raw, -1)), "D": len(regexp.MustCompile(`(?m)^Duty D\d+`).FindAll(raw, -1)),
	}
	if diff := cmp.Diff(map[string]int{"K": 36, "S": 33, "B": 3, "D": 10}, want); diff != "" {
		t.Error("the page has changed:", diff)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, d := range role.Duties {
		require.Empty(t, d.Statements, "the page maps nothing")
		require.NotEmpty(t, d.Text)
	}
	wantRole := ksb.Role{
		ID: "OCC0215", Title: "Assistant practitioner (health)", Aliases: []string{"Assistant practitioner"}, Qual: 5,
		Codes: []ksb.Code{{System: "ST", Value: "ST0215"}, {System: "OCC", Value: "OCC0215"}, {System: "SOC2020", Value: "6131"}},
		Facts: ksb.Facts{Status: "Approved occupation", Keywords: []string{"Care", "Care Home", "Health", "Healthcare", "Hospital", "Medicine", "Social", "Support", "Therapy"}},
	}
	for _, code := range regexp.MustCompile(`\d{4}/\d{2}`).FindAllString(string(raw), -1) {
		wantRole.Codes = append(wantRole.Codes, ksb.Code{System: "SOC2020", Value: code})
	}
	require.Len(t, wantRole.Codes, 3+8)
	role.Requirements, role.Duties, role.Origin = nil, nil, ksb.Origin{}
	if diff := cmp.Diff(wantRole, role); diff != "" {
		t.Error(diff)
	}
	_, compiled := ksb.Compile(f)
	require.NoError(t, compiled.Err())
}

// A saved page, taken down to the text that a reader of it sees, is another layout.
func TestRealPageOfTheOtherLayout(t *testing.T) {
	data := unpacked(t, given.Shared(t, "data", "skills-england", "occupation-page-*.html.gz"))
	data = regexp.MustCompile(`(?s)<(script|style).*?</(script|style)>`).ReplaceAll(data, nil)
	text := regexp.MustCompile(`(?i)<(p|div|li|h\d|tr|br|section|ul|td|th)[^>]*>`).ReplaceAll(data, []byte("\n"))
	text = regexp.MustCompile(`<[^>]*>`).ReplaceAll(text, nil)

	f, problems := skillsengland.Read(bytes.NewReader(text), "page")
	require.Len(t, f.Roles, 1)
	require.Equal(t, 0, count(problems, ksb.ErrDuplicateID))
	require.Len(t, f.Statements, 34+26+5)
	require.Len(t, f.Roles[0].Duties, 10)
	pairs := regexp.MustCompile(`data-dutyid="Occupationduties\d+"\s+data-ksb-id="[KSB]\d+"`).FindAll(data, -1)
	mapped := 0
	for _, d := range f.Roles[0].Duties {
		mapped += len(d.Statements)
	}
	require.Equal(t, len(pairs), mapped, "as many pairs of duty and KSB as in the markup")
	_, compiled := ksb.Compile(f)
	require.NoError(t, compiled.Err())
}
