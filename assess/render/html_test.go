package render_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb/page/web"
)

func asHTML(t testing.TB, r *assess.Report, o render.HTMLOptions) string {
	t.Helper()
	var out strings.Builder
	require.NotPanics(t, func() { require.NoError(t, render.HTML(&out, r, o)) })
	return out.String()
}

// linked is a page without its style sheet and script, which say nothing of the report.
func linked() render.HTMLOptions {
	return render.HTMLOptions{Assets: web.Assets{StyleURL: "style.css", NoScript: true}}
}

func parsed(t testing.TB, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	return root
}

func each(n *html.Node, visit func(*html.Node)) {
	visit(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		each(c, visit)
	}
}

func attr(n *html.Node, name string) (value string, has bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// words are those that a reader of a node meets, in one line.
func words(n *html.Node) string {
	var out strings.Builder
	each(n, func(n *html.Node) {
		if n.Type == html.TextNode && !slices.Contains([]string{"style", "script"}, n.Parent.Data) {
			out.WriteString(" " + n.Data)
		}
	})
	return strings.Join(strings.Fields(out.String()), " ")
}

// frame is what a page refers to and how it is built.
type frame struct {
	ids      map[string]bool
	refs     []string
	headings []int
	elements map[string]int
}

func frameOf(t testing.TB, page string) frame {
	t.Helper()
	f := frame{ids: map[string]bool{}, elements: map[string]int{}}
	each(parsed(t, page), func(n *html.Node) {
		if n.Type != html.ElementNode {
			return
		}
		f.elements[n.Data]++
		f.attributes(t, n)
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			f.headings = append(f.headings, int(n.Data[1]-'0'))
		}
		switch n.Data {
		case "svg":
			require.Equal(t, "title", n.FirstChild.Data, "a picture has a name")
		case "table":
			require.Equal(t, "caption", n.FirstChild.Data, "a table has a caption")
		case "th":
			scope, _ := attr(n, "scope")
			require.Contains(t, []string{"col", "row"}, scope)
		case "details":
			require.Equal(t, "summary", n.FirstChild.Data)
		}
	})
	return f
}

func (f *frame) attributes(t testing.TB, n *html.Node) {
	for _, a := range n.Attr {
		require.False(t, a.Key == "style" || strings.HasPrefix(a.Key, "on"), "%s has %s", n.Data, a.Key)
		switch {
		case a.Key == "id":
			require.False(t, f.ids[a.Val], "id %s stands twice", a.Val)
			f.ids[a.Val] = true
		case a.Key == "href" && n.Data == "link":
		case a.Key == "href":
			require.True(t, strings.HasPrefix(a.Val, "#"), "%s leads out", a.Val)
			f.refs = append(f.refs, a.Val[1:])
		case a.Key == "aria-labelledby", a.Key == "data-tools":
			f.refs = append(f.refs, a.Val)
		case a.Key == "fill" && strings.HasPrefix(a.Val, "url(#"):
			f.refs = append(f.refs, strings.TrimSuffix(a.Val[5:], ")"))
		case a.Key == "src", a.Key == "action":
			t.Errorf("%s has %s", n.Data, a.Key)
		}
	}
}

// requireHTML: what every page keeps to, whatever is in the report.
func requireHTML(t testing.TB, page string) {
	t.Helper()
	f := frameOf(t, page)
	for _, ref := range f.refs {
		require.True(t, f.ids[ref], "#%s leads nowhere", ref)
	}
	require.NotEmpty(t, f.headings)
	for i, rank := range f.headings {
		require.Equal(t, rank == 1, i == 0, "one heading of the first rank, first")
		require.True(t, i == 0 || rank <= f.headings[i-1]+1, "a heading of rank %d after one of rank %d", rank, f.headings[max(i-1, 0)])
	}
	for _, name := range []string{"iframe", "img", "object", "embed", "form"} {
		require.Zero(t, f.elements[name], name)
	}
	said := words(parsed(t, page))
	require.False(t, strings.Contains(said, "NaN"))
}

// pages are the sample reports that are given a day: a page costs more than a text, and
// says as much of the others.
func pages(t testing.TB) map[string]*assess.Report {
	t.Helper()
	reports := sampleReports(t)
	maps.DeleteFunc(reports, func(name string, _ *assess.Report) bool { return strings.HasSuffix(name, ".derived") })
	return reports
}

func TestHTMLOfTheSamples(t *testing.T) {
	for name, r := range pages(t) {
		page := asHTML(t, r, linked())
		requireHTML(t, page)
		require.True(t, page == asHTML(t, r, linked()), "%s: the same every time", name)
		root := parsed(t, page)
		require.NotContains(t, words(root), "%!", name)
		requireHeadline(t, name, r, words(root))
		requireEverything(t, name, r, root)
	}
}

// requireHeadline: what is shown comes first, and the estimate is a range alone.
func requireHeadline(t *testing.T, name string, r *assess.Report, said string) {
	t.Helper()
	shown, looked, low := strings.Index(said, "Shown "+render.Percent(r.Assured)), strings.Index(said, "Looked at "+render.Percent(r.Coverage)),
		strings.Index(said, "Estimate "+render.Percent(r.Low)+" to "+render.Percent(r.High))
	require.True(t, 0 < shown && shown < looked && looked < low, "%s: %d %d %d", name, shown, looked, low)
	require.NotRegexp(t, `[0-9]+% ready`, said, name)
}

func TestHTMLHasNoPointEstimate(t *testing.T) {
	r := &assess.Report{Estimate: 0.4321, Low: 0.2, High: 0.6, Coverage: 0.5}
	require.NotContains(t, words(parsed(t, asHTML(t, r, linked()))), "43%")
}

// requireEverything: every requirement stands on the page, each opening to all of its
// evidence, and so does every gate.
func requireEverything(t *testing.T, name string, r *assess.Report, page *html.Node) {
	t.Helper()
	opened := map[string]string{}
	each(page, func(n *html.Node) {
		if id, has := attr(n, "id"); has && n.Data == "details" {
			opened[id] = words(n)
		}
	})
	require.Len(t, opened, len(r.Gaps), name)
	for i := range r.Gaps {
		g, found := &r.Gaps[i], false
		for _, said := range opened {
			found = found || strings.Contains(said, render.Label(g)+" "+strings.Join(strings.Fields(g.Text), " ")) && hasAll(said, g)
		}
		require.True(t, found, "%s: %s", name, render.Label(g))
	}
	for _, g := range r.Gates {
		require.Contains(t, words(page), string(g.Gate), name)
	}
}

func hasAll(said string, g *assess.Gap) bool {
	for _, p := range g.Parts {
		if !strings.Contains(said, p.Evidence+" "+p.Kind.String()) || !strings.Contains(said, p.By) {
			return false
		}
	}
	return true
}

// Words that a report does not say of a person, whatever the standards say.
func TestHTMLForbiddenWords(t *testing.T) {
	forbidden := regexp.MustCompile(`(?i)deficien|fail|weak|incompeten|inadequate|\bpoor|\bscore|Inf\b|<nil>`)
	reports := sampleReports(t)
	for _, name := range []string{"new-starter.imaging-support-worker", "every-status.imaging-senior-support-worker", "gate-waived.R1"} {
		r := reports[name]
		require.NotNil(t, r, name)
		for i := range r.Gaps {
			r.Gaps[i].Text, r.Gaps[i].Rungs = "", nil
		}
		for i := range r.Duties {
			r.Duties[i].Text = ""
		}
		require.Empty(t, forbidden.FindAllString(words(parsed(t, asHTML(t, r, linked()))), -1), name)
	}
}

// A stored report gives the same page.
func TestHTMLOfAStoredReport(t *testing.T) {
	for name, r := range pages(t) {
		var back assess.Report
		require.NoError(t, json.Unmarshal(asJSON(t, r), &back), name)
		if diff := cmp.Diff(asHTML(t, r, linked()), asHTML(t, &back, linked())); diff != "" {
			t.Fatal(name, diff)
		}
	}
}

func TestHTMLOfHostileTexts(t *testing.T) {
	texts := hostileTexts()
	texts["a script"] = `<script>alert(1)</script>`
	texts["a picture that runs"] = `<svg onload=alert(1)><image href=x>`
	texts["the end of an attribute"] = `" onmouseover="alert(1)" style="`
	texts["the end of a title"] = `</title></style></svg><h1>x</h1>`
	texts["an address"] = `javascript:alert(1)`
	for why, text := range texts {
		t.Run(why, func(t *testing.T) {
			page := asHTML(t, hostile(text), render.HTMLOptions{})
			requireHTML(t, page)
			f := frameOf(t, page)
			require.Equal(t, 1, f.elements["script"])
			require.Equal(t, 1, f.elements["style"])
			require.Zero(t, f.elements["image"])
			require.False(t, strings.ContainsAny(page, "\u202e\u2066\u2068"))
		})
	}
	require.Contains(t, words(parsed(t, asHTML(t, hostile("<b>bold</b>"), linked()))), "<b>bold</b>", "it is said as it stands")
}

// Names written from right to left keep to their place.
func TestHTMLSetsNamesApart(t *testing.T) {
	r := hostile("אבג")
	require.Contains(t, asHTML(t, r, linked()), "<bdi>אבג</bdi>")
	require.Contains(t, asHTML(t, r, linked()), `<span dir="auto">אבג</span>`)
	require.NotContains(t, asHTML(t, r, linked()), "\u2068")
}

func TestHTMLOfRoles(t *testing.T) {
	for _, n := range []int{1, 4, 72, 277} {
		page := asHTML(t, sized(t, n), linked())
		requireHTML(t, page)
		require.Equal(t, n, strings.Count(page, "<text "), "each has its place in the profile")
	}
	requireHTML(t, asHTML(t, &assess.Report{}, linked()))
}

// TestHTMLSize: a page of 72 gaps with three pieces of evidence each is under 300 kB, all
// in one file.
func TestHTMLSize(t *testing.T) {
	r := evidenced(t, 72, 3)
	require.Len(t, r.Gaps, 72)
	require.Less(t, len(asHTML(t, r, render.HTMLOptions{})), 300_000)
}

func TestHTMLGolden(t *testing.T) {
	r := sampleReports(t)["end-to-end.R1"]
	require.NotNil(t, r)
	r.Basis.Index = "0123456789abcdef0123456789abcdef"
	requireGolden(t, "end-to-end.html", asHTML(t, r, linked()))
}

// TestSections: they are what the page holds, in its order, each under a name of its own.
func TestSections(t *testing.T) {
	r := everyStatus(t)
	page := asHTML(t, r, linked())
	at := 0
	for _, s := range render.Sections(r, linked()) {
		if len(s.Body) == 0 {
			require.False(t, s.ID != "" && strings.Contains(page, `<section id="`+s.ID+`"`))
			continue
		}
		found := strings.Index(page, string(s.HTML()))
		require.True(t, found > at, s.ID)
		at = found
	}
}

func TestHTMLErrors(t *testing.T) {
	require.Error(t, render.HTML(failing{bytes.ErrTooLarge}, everyStatus(t), linked()))
}

func BenchmarkHTML(b *testing.B) {
	for name, r := range map[string]*assess.Report{"72": evidenced(b, 72, 3), "277": evidenced(b, 277, 3)} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			var out bytes.Buffer
			for b.Loop() {
				out.Reset()
				if err := render.HTML(&out, r, render.HTMLOptions{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(out.Len()), "B/page")
		})
	}
}
