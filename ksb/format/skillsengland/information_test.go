package skillsengland_test

import (
	"html"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
)

// old is a standard without lists, whose KSBs are in its HTML.
func old(t testing.TB, markup string) string {
	t.Helper()
	return standards(t, keys{"referenceNumber": "ST9600", "knowledges": nil, "standardInformation": html.EscapeString(markup)})
}

// columns is a table by its head and rows, each cell as it is given.
func columns(head string, rows ...string) string {
	markup := "<table><tbody><tr>" + head + "</tr>"
	for _, row := range rows {
		markup += "<tr>" + row + "</tr>"
	}
	return markup + "</tbody></table>"
}

func TestInformation(t *testing.T) {
	const (
		all  = "<th>Knowledge</th><th>Skills (Show it)</th><th><b>Behaviours</b> (Live it)</th>"
		what = "<th><p>Skills</p></th><th><p>What is required?</p></th>"
	)
	for _, c := range []struct {
		why, markup string
		want        []string // code and text
		irregular   int
	}{
		{"lists under headings", "<h3>Core <b>Knowledge</b></h3><ul><li>Wool</li><li>Silk</li></ul><h3>Skills:</h3><ol><li>Weave</li></ol><h3>Level</h3><ul><li>3</li></ul>",
			[]string{"K1 Wool", "K2 Silk", "S1 Weave"}, 0},
		{"paragraphs under headings", "<p>Weavers weave.</p><p><strong>Knowledge</strong></p><p>Wool</p><p>Silk</p><p><strong>Duration</strong></p><p>A year</p>",
			[]string{"K1 Wool", "K2 Silk"}, 0},
		{"sentences that announce a list", "<p>Weavers will have the following skills:</p><ul><li>Weave</li></ul><p>Weavers will demonstrate the following behaviours:</p><ul><li>Calm</li></ul>",
			[]string{"S1 Weave", "B1 Calm"}, 0},
		{"what leads in is no KSB", "<h3>Knowledge</h3><p>A weaver knows:</p><ul><li>Wool</li></ul>", []string{"K1 Wool"}, 0},
		{"a list in a list is part of its item", "<h3>Knowledge</h3><ul><li>Fibres:<ul><li>wool</li><li>silk</li></ul></li><li>Looms</li></ul>",
			[]string{"K1 Fibres: wool silk", "K2 Looms"}, 0},
		{"typical words", "<h3>You will be able to:</h3><ul><li>Weave</li></ul><h3>You will know and understand:</h3><ul><li>Wool</li></ul><h3>Technical competencies</h3><ul><li>Dye</li></ul>",
			[]string{"K1 Wool", "S1 Weave", "S2 Dye"}, 0},
		{"a column a kind", columns(all, "<td><p>Wool</p><p>Silk</p></td><td>Weave</td><td><ul><li>Calm</li></ul></td>", "<td>Looms</td><td></td><td>Neat</td>"),
			[]string{"K1 Wool", "K2 Silk", "K3 Looms", "S1 Weave", "B1 Calm", "B2 Neat"}, 0},
		{"a column that names the rows maps nothing", columns("<th>Duty</th>"+all, "<td>Weaving</td><td>Wool</td><td>Weave</td><td>Calm</td>"),
			[]string{"K1 Wool", "S1 Weave", "B1 Calm"}, 0},
		{"a row over the whole width is a heading", columns(all, `<td colspan="3">Weaving</td>`, "<td>Wool</td><td>Weave</td><td>Calm</td>", `<td colspan="3">BEHAVIOURS</td>`, `<td>Neat</td><td>Kind</td><td></td>`),
			[]string{"K1 Wool", "S1 Weave", "B1 Calm", "B2 Neat", "B3 Kind"}, 0},
		{"a cell that reaches down counts once", columns(all, `<td rowspan="2">Wool</td><td>Weave</td><td>Calm</td>`, "<td>Dye</td><td>Neat</td>"),
			[]string{"K1 Wool", "S1 Weave", "S2 Dye", "B1 Calm", "B2 Neat"}, 0},
		{"a name and a text in a row", columns(what, "<td>Weaving</td><td>Weave <b>cloth</b>.</td>", "<td>Dyeing</td><td><p>Dye.</p><p>Rinse.</p></td>"),
			[]string{"S1 Weaving: Weave cloth.", "S2 Dyeing: Dye. Rinse."}, 0},
		{"likewise under a heading", "<h4>Behaviours</h4>" + columns("<th>Calm</th><td>Waits</td>", "<th>Neat</th><td>Tidies</td>"),
			[]string{"B1 Calm: Waits", "B2 Neat: Tidies"}, 0},
		{"a table of something else", columns("<th>Level</th><td>3</td>", "<th>Duration</th><td>A year</td>") + "<h3>Skills</h3><p>Weave</p>", []string{"S1 Weave"}, 0},

		{"a heading of two kinds", "<h3>Knowledge and skills</h3><ul><li>Wool</li></ul><h3>Skills</h3><ul><li>Weave</li></ul>", []string{"S1 Weave"}, 1},
		{"a heading with other words", "<h3>Knowledge Modules</h3><ul><li>Module 1</li></ul><h3>Skills</h3><ul><li>Weave</li></ul>", []string{"S1 Weave"}, 1},
		{"a table of two kinds in a column", columns("<th>Knowledge and skills</th><th>What</th>", "<td>Wool</td><td>Spin</td>") + "<h3>Skills</h3><p>Weave</p>", []string{"S1 Weave"}, 1},
		{"a list that nothing leads in to, among paragraphs", "<h3>Knowledge</h3><p>Weavers know a lot.</p><ul><li>Wool</li></ul><h3>Skills</h3><p>Weave</p>", []string{"S1 Weave"}, 1},
		{"a row with no text", columns(what, "<td>Weaving</td><td>Weave</td>", "<td>Dyeing</td><td></td>"), []string{"S1 Weaving: Weave"}, 1},
		{"what is for an option", "<h3>Core skills</h3><p>Weave</p><h3>Option 1. Silk</h3><h3>Skills</h3><p>Reel</p><h3>Option 2</h3>" + columns(all, "<td>Wool</td><td>Spin</td><td>Calm</td>"), []string{"S1 Weave"}, 2},
		{"the core after an option", "<h3>Option 1</h3><p>Silk</p><h3>Core skills</h3><p>Weave</p>", []string{"S1 Weave"}, 0},
		{"a row for an option", columns(what, "<td>Weaving</td><td>Weave</td>", "<td>Option 2 Silk</td><td>Reel</td>"), []string{"S1 Weaving: Weave"}, 1},
		{"a table in a cell is text", columns(what, "<td>Weaving</td><td>Weave"+columns("<td>a</td>", "<td>b</td>")+"</td>"), []string{"S1 Weaving: Weave a b"}, 0},
		{"a caption, and text between cells", "<table><caption>Weaving</caption><tr>x<th>Knowledge</th><th>Skills</th></tr><tr>y<td>Wool</td><td>Weave</td></tr></table>", []string{"K1 Wool", "S1 Weave"}, 0},
		{"scripts are not seen", "<h3>Skills</h3><script>x</script><p>Weave</p>", []string{"S1 Weave"}, 0},
	} {
		t.Run(c.why, func(t *testing.T) {
			f, problems := read(t, old(t, c.markup))
			var got []string
			for _, s := range f.Statements {
				require.Equal(t, ksb.StatementID("ST9600_1.0/"+s.Code), s.ID)
				require.Equal(t, map[byte]ksb.Kind{'K': ksb.Knowledge, 'S': ksb.Skill, 'B': ksb.Behaviour}[s.Code[0]], s.Kind)
				got = append(got, s.Code+" "+s.Text)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			require.Equal(t, c.irregular, count(problems, skillsengland.ErrIrregular), problems.Error())
			require.Equal(t, 1, count(problems, skillsengland.ErrFromHTML))
			require.Len(t, problems, 1+c.irregular)
			_, compiled := ksb.Compile(f)
			require.NoError(t, compiled.Err())
		})
	}
}

// HTML is the last resort, and it may hold nothing.
func TestInformationIsNotAsked(t *testing.T) {
	f, problems := read(t, standards(t, keys{"standardInformation": "<h3>Skills</h3><ul><li>Weave</li></ul>"}))
	require.NoError(t, problems.Err())
	require.Len(t, f.Statements, 1, "the standard has a list")

	for _, markup := range []string{"<p>See the page.</p>", "", "no HTML", "<table><tr></tr></table>", "</li></td></table><tr><li>"} {
		f, problems := read(t, old(t, markup))
		require.Empty(t, f.Statements, markup)
		require.Len(t, problems, 1)
		require.ErrorIs(t, problems, ksb.ErrEmptyRole)
	}
}

// Markup that is nested or spans without end costs no more than it weighs.
func TestHostileInformation(t *testing.T) {
	for _, piece := range []string{"<table>", "<li>", "<tr><td colspan=9999999 rowspan=9999999>Skills", "<h3>Skills</h3><p>a</p>", "<b>", "<p>x", "<li>x", "<h3>Skills and knowledge</h3>x", "<td>", "option", "&lt;"} {
		read(t, old(t, "<table><tr><th>Skills</th><th>x</th></tr>"+strings.Repeat(piece, 2_000)))
		read(t, old(t, "<ul><li>"+strings.Repeat(piece, 2_000)))
	}
}

func FuzzInformation(f *testing.F) {
	for _, seed := range []string{
		"<h3>Core <b>Knowledge</b></h3><p>A:</p><ul><li>a<ul><li>b</li></ul></li></ul>", "<p>the following skills:</p><ul><li>a",
		columns("<th>Knowledge</th><th>Skills</th>", `<td rowspan="2">a</td><td><p>b</p></td>`, `<td colspan="2">Behaviours</td>`, "<td>c</td>"),
		"<h4>Option 1</h4>" + columns("<th>Behaviours</th><th>What</th>", "<td>a</td><td>b</td>") + "<p>Core skills</p>c",
		"<table><table><tr>x<td>Skills</table><caption>", "&lt;h3&gt;Skills&lt;/h3&gt;a",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, markup string) {
		holds(t, []byte(old(t, markup)), skillsengland.ReadAPI)
	})
}
