package skillsengland_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

// savedPage is a small occupation page as a browser saves it.
const savedPage = `<!DOCTYPE html>
<html><head><title>Basket maker / Skills England</title>
<link rel="canonical" href="https://example.org/finder/OCC9009-v2-1" />
<script>var x = "Reference: OCC0001";</script></head>
<body><h2>Key information</h2>
<ol><li><strong>Reference:</strong> OCC9009</li>
<li><strong>Level:</strong> 3</li></ol>
<h3>Typical job titles include:</h3>
<div><span class="tag"><span>Basket weaver</span></span></div>
<h3>Occupation duties</h3>
<table id="dutiesTable"><tbody>
<tr class="duty-row" data-duty-title="Duty 1" data-duty-details="Weave &amp; finish baskets. ">
<td><strong>Duty 1</strong> Weave</td><td>
<span class="ksb-item" data-dutyid="Occupationduties1" data-ksb-id="K2" data-ksb-text="Kinds of   willow">K2</span>
<span class="ksb-item" data-dutyid="Occupationduties1" data-ksb-id="S1" data-ksb-text="Split rods">S1</span></td></tr>
<tr class="duty-row" data-duty-title="Duty 2" data-duty-details="Store willow.">
<td></td><td><span class="ksb-item" data-ksb-id="K1" data-ksb-text="How damp harms willow">K1</span>
<span class="ksb-item" data-ksb-id="K2" data-ksb-text="Kinds of willow">K2</span></td></tr>
</tbody></table></body></html>`

func TestReadHTML(t *testing.T) {
	f, problems := skillsengland.Read(strings.NewReader(savedPage), "saved.html")
	require.Len(t, f.Roles, 1)
	r := f.Roles[0]
	require.Equal(t, "Basket maker", r.Title)
	require.Equal(t, "2.1", r.Edition, "from the address of the page")
	require.Equal(t, ksb.RoleID("OCC9009"), r.ID, "not what a script says")
	require.Equal(t, ksb.Qual(3), r.Qual)
	require.Equal(t, []string{"Basket weaver"}, r.Aliases)
	want := map[ksb.StatementID]string{"OCC9009/K1": "K1 How damp harms willow", "OCC9009/K2": "K2 Kinds of willow", "OCC9009/S1": "S1 Split rods"}
	if diff := cmp.Diff(want, texts(f)); diff != "" {
		t.Error(diff)
	}
	require.Equal(t, "Weave & finish baskets.", r.Duties[0].Text)
	if diff := cmp.Diff([]ksb.StatementID{"OCC9009/K2", "OCC9009/S1"}, r.Duties[0].Statements); diff != "" {
		t.Error("the links of the page, and no others:", diff)
	}
	require.Equal(t, 14, f.Statements[1].Origin.Line, "where K2 stands first")
	require.Equal(t, 0, count(problems, ksb.ErrDuplicateID))
	_, compiled := ksb.Compile(f)
	require.NoError(t, compiled.Err())
}

func TestReadHTMLReports(t *testing.T) {
	for _, c := range []struct {
		why, old, new string
		fault         ksb.Fault
		path          string
	}{
		{"one code, two texts", `data-ksb-text="Kinds of willow"`, `data-ksb-text="Kinds of reed"`, ksb.ErrDuplicateID, "K2"},
		{"a code of nothing", `data-ksb-id="K1"`, `data-ksb-id="X1"`, ksb.ErrValue, "X1"},
		{"a code left out", `data-ksb-id="K1"`, `data-ksb-id="K3"`, ksb.ErrMissing, "K1"},
		{"no text", `data-ksb-text="Split rods"`, `data-ksb-text=""`, ksb.ErrMissing, "S1"},
		{"no reference", `OCC9009</li>`, `</li>`, ksb.ErrMissingID, "reference"},
	} {
		t.Run(c.why, func(t *testing.T) {
			_, problems := skillsengland.Read(strings.NewReader(strings.Replace(savedPage, c.old, c.new, 1)), "saved.html")
			found := false
			for _, p := range problems {
				found = found || p.Fault == c.fault && strings.HasSuffix(p.Path, c.path)
			}
			require.True(t, found, "%v", problems)
		})
	}
}

// TestRealSavedPage counts with regular expressions what the reader should find.
func TestRealSavedPage(t *testing.T) {
	data := unpacked(t, given.Shared(t, "data", "skills-england", "occupation-page-OCC0499*.html.gz"))
	pairs, codes := map[string]bool{}, map[string]bool{}
	for _, m := range regexp.MustCompile(`data-dutyid="(\w+)"\s+data-ksb-id="(\w+)"`).FindAllSubmatch(data, -1) {
		pairs[fmt.Sprintf("%s %s", m[1], m[2])] = true
		codes[string(m[2])] = true
	}
	duties := len(regexp.MustCompile(`<tr class="duty-row"`).FindAll(data, -1))
	require.Equal(t, []int{10, 65, 519}, []int{duties, len(codes), len(pairs)}, "as published")

	f, problems := skillsengland.Read(bytes.NewReader(data), "OCC0499.html")
	require.Len(t, f.Roles, 1)
	links := 0
	for _, d := range f.Roles[0].Duties {
		links += len(d.Statements)
	}
	require.Equal(t, []int{duties, len(codes), len(pairs)}, []int{len(f.Roles[0].Duties), len(f.Statements), links})
	require.Equal(t, "1.2", f.Roles[0].Edition)
	require.Equal(t, len(problems), count(problems, ksb.ErrMissing), "nothing worse than parts that the page does not give: %v", problems)
	_, compiled := ksb.Compile(f)
	require.NoError(t, compiled.Err())
}

func FuzzReadHTML(f *testing.F) {
	for _, seed := range []string{savedPage, "<", "<tr data-duty-details='x'><span data-ksb-id='K1'>", "<table><script>", "<title>data-duty-details data-ksb-id"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		framework, problems := skillsengland.ReadHTML(bytes.NewReader(data), "fuzz")
		_, compiled := ksb.Compile(framework)
		_ = append(problems, compiled...).Error()
	})
}
