package web_test

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/skillgap-go/skillgap/ksb/page/web"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

// sample is a page with every kind of part.
func sample(a web.Assets) *web.Document {
	table := web.Table{Caption: "Parts", Sort: true, Columns: []web.Column{{Name: "Part"}, {Name: "What"}, {Name: "Who"}, {Name: "How many", Number: true}},
		Rows: [][]web.Node{{web.Text("a"), web.Text("b"), web.Name("c"), web.Number(1)}, {web.Text("d"), {}, {}, web.Sorted(0.5, web.Text("half"))}}}
	tiles := make([]web.Tile, 23)
	for i := range tiles {
		tiles[i] = web.Tile{Label: "K" + strconv.Itoa(i+1), Said: "met", Mark: web.Mark(i % 7), Reach: float64(i) / 20}
	}
	return &web.Document{Title: "Parts <of> a page", Contents: true, Assets: a, Sections: []web.Section{
		{ID: "one", Title: "One", Body: []web.Node{table.Node(), web.Badge(web.MarkShort, "not yet"), web.Symbol(web.MarkFull, "there")}},
		{ID: "none", Title: "Nothing"},
		{ID: "two", Title: "Two", Wide: true, Body: []web.Node{
			web.Bar("half", 0.5, web.MarkFull), web.Interval("a range", 0.2, 0.9, web.MarkUnsure), web.Strips("Knowledge", tiles),
			web.Stack("parts", []web.Slice{{Name: "a", Mark: web.MarkFull, Share: 0.25}, {Name: "b", Mark: web.MarkOpen, Share: 0.75}}),
			web.Fold(false, web.Text("More"), web.Facts(web.Text("name"), web.Text("value")))}},
	}}
}

// requirePage: what every page keeps to.
func requirePage(t *testing.T, page string) {
	t.Helper()
	root := parsed(t, page)
	ids, refs, level, h1 := map[string]bool{}, []string{}, 0, 0
	each(root, func(n *html.Node) {
		if id, has := attr(n, "id"); has {
			require.False(t, ids[id], "id %s stands twice", id)
			ids[id] = true
		}
		for _, a := range n.Attr {
			require.False(t, a.Key == "style" || strings.HasPrefix(a.Key, "on"), "%s has %s", n.Data, a.Key)
			switch {
			case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
				refs = append(refs, a.Val[1:])
			case a.Key == "aria-labelledby":
				refs = append(refs, strings.Fields(a.Val)...)
			case a.Key == "fill" && strings.HasPrefix(a.Val, "url("):
				refs = append(refs, strings.TrimSuffix(strings.TrimPrefix(a.Val, "url(#"), ")"))
			}
		}
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' && n.Type == html.ElementNode {
			now := int(n.Data[1] - '0')
			require.LessOrEqual(t, now, level+1, "a heading of rank %d after one of rank %d", now, level)
			level = now
			if now == 1 {
				h1++
			}
		}
		if n.Data == "svg" {
			require.Equal(t, "title", n.FirstChild.Data, "a picture has a name")
		}
	})
	require.Equal(t, 1, h1)
	for _, ref := range refs {
		require.True(t, ids[ref], "#%s leads nowhere", ref)
	}
}

func TestDocument(t *testing.T) {
	page := sample(web.Assets{}).HTML()
	requirePage(t, page)
	require.Equal(t, page, sample(web.Assets{}).HTML(), "the same every time")
	require.Contains(t, page, "<title>Parts &lt;of&gt; a page</title>")
	require.Contains(t, page, `<html lang="en-GB">`)
	require.Contains(t, page, `<th scope="col">What</th>`)
	require.Contains(t, page, `<th scope="row">a</th>`)
	require.Contains(t, page, "<caption>Parts</caption>")
	require.NotContains(t, page, `id="none"`, "a section without a body is left out")
	require.NotContains(t, page, "#none")
	require.NotRegexp(t, regexp.MustCompile(`(src|href|action)="(https?:)?//`), page, "it loads nothing")
	require.NotRegexp(t, `url\(["']?[^#"')]`, page)
}

// TestPolicy: the page says what may run in it, and that is what it holds.
func TestPolicy(t *testing.T) {
	page := sample(web.Assets{}).HTML()
	policy := web.Assets{}.Policy()
	require.Contains(t, page, `<meta http-equiv="Content-Security-Policy" content="`+policy+`">`)
	require.NotContains(t, policy, "unsafe")
	var within []string
	each(parsed(t, page), func(n *html.Node) {
		if n.Data == "style" || n.Data == "script" {
			within = append(within, n.FirstChild.Data)
			require.Contains(t, policy, web.Hash(n.FirstChild.Data), n.Data)
		}
	})
	require.Equal(t, []string{web.StyleSheet(), web.Script()}, within)
	require.Equal(t, "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='", web.Hash(""), "the published hash of nothing")

	linked := web.Assets{StyleURL: "/static/style.css", ScriptURL: "/static/script.js"}
	page = sample(linked).HTML()
	require.NotContains(t, page, "<style")
	require.NotContains(t, page, "http-equiv", "the server says it")
	require.Contains(t, page, `<link rel="stylesheet" href="/static/style.css">`)
	require.Contains(t, page, `<script type="module" src="/static/script.js"></script>`)
	require.Contains(t, linked.Policy(), "style-src 'self'; script-src 'self'")

	page = sample(web.Assets{NoScript: true}).HTML()
	require.NotContains(t, page, "<script")
	require.Contains(t, page, "script-src 'none'")
	require.Contains(t, sample(web.Assets{StyleURL: `"><script>`}).HTML(), `href="&#34;&gt;&lt;script&gt;"`)
}

// TestNoEndOfAsset: an asset cannot end its own element.
func TestNoEndOfAsset(t *testing.T) {
	for _, asset := range []string{web.StyleSheet(), web.Script()} {
		require.NotContains(t, strings.ToLower(asset), "</")
		require.NotContains(t, asset, "<!--")
	}
}

func TestRightToLeft(t *testing.T) {
	arabic, problems := wording.Load(strings.NewReader(`{"language": "ar", "messages": {}}`), "ar.json")
	require.NoError(t, problems.Err())
	page := (&web.Document{Words: arabic, Title: "x"}).HTML()
	require.Contains(t, page, `<html lang="ar" dir="rtl">`)
}

// TestPseudo: the page says nothing that is not in the catalogue.
func TestPseudo(t *testing.T) {
	page := (&web.Document{Words: wording.Pseudo(), Title: "7", Contents: true, Sections: []web.Section{{ID: "1", Title: "8", Body: []web.Node{web.Text("9")}}}}).HTML()
	each(parsed(t, page), func(n *html.Node) {
		if n.Type == html.TextNode && n.Parent.Data != "style" && n.Parent.Data != "script" {
			require.Empty(t, wording.Plain(n.Data))
		}
		for _, a := range n.Attr {
			if a.Key == "aria-label" || strings.HasPrefix(a.Key, "data-") {
				require.Empty(t, wording.Plain(a.Val), a.Key)
			}
		}
	})
}

func TestWriteErrors(t *testing.T) {
	full := errors.New("the disk is full")
	require.ErrorIs(t, sample(web.Assets{}).Write(failing{full}), full)
	require.ErrorIs(t, web.Write(failing{full}, web.Text("x")), full)
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func ExampleSection_HTML() {
	s := web.Section{ID: "gates", Title: "Gates", Body: []web.Node{web.El("p", web.Text("None."))}}
	fmt.Print(s.HTML())
	// Output:
	// <section id="gates" class="part" aria-labelledby="gates-title"><h2 id="gates-title">Gates</h2>
	// <p>None.</p>
	// </section>
}

func ExampleDocument_Write() {
	page := web.Document{Title: "A page", Assets: web.Assets{StyleURL: "/style.css", NoScript: true},
		Sections: []web.Section{{ID: "a", Title: "First", Body: []web.Node{web.El("p", web.Text("Text"))}}}}
	file, err := os.Create(os.DevNull)
	if err == nil {
		err = page.Write(file)
	}
	fmt.Println(err, strings.Count(page.HTML(), "<h2"))
	// Output: <nil> 1
}
