package web_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/skillgap-go/skillgap/ksb/page/web"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

func written(n ...web.Node) string { return string(web.HTML(n...)) }

func TestNodes(t *testing.T) {
	for _, c := range []struct {
		why  string
		give web.Node
		want string
	}{
		{"nothing", web.Node{}, ""},
		{"an element", web.El("b", web.Text("x")), "<b>x</b>"},
		{"markup in text is text", web.Text(`<b>&"'`), "&lt;b&gt;&amp;&#34;&#39;"},
		{"attributes anywhere among the parts", web.El("b", web.Text("x"), web.Class("c")), `<b class="c">x</b>`},
		{"attributes in a list", web.El("b", web.List(web.ID("i"), web.Text("x"))), `<b id="i">x</b>`},
		{"the first of two of a name", web.El("b", web.ID("i"), web.ID("j")), `<b id="i"></b>`},
		{"a name within a name is another", web.El("b", web.Attr("data-id", "x"), web.ID("i")), `<b data-id="x" id="i"></b>`},
		{"an attribute that has what looks like one", web.El("b", web.Attr("title", ` id="`), web.ID("i")), `<b title=" id=&#34;" id="i"></b>`},
		{"markup in an attribute is text", web.El("b", web.Class(`"><script>`)), `<b class="&#34;&gt;&lt;script&gt;"></b>`},
		{"an element that holds nothing is not closed", web.El("br", web.Text("x")), "<br>"},
		{"an attribute outside an element is nothing", web.Class("c"), ""},
		{"a script is nothing", web.El("script", web.Text("x")), ""},
		{"a style is nothing", web.List(web.El("style"), web.El("iframe"), web.El("base"), web.El("meta")), ""},
		{"a handler is nothing", web.El("b", web.Attr("onclick", "x"), web.Attr("ONLOAD", "x"), web.Attr("style", "x")), "<b></b>"},
		{"an address is not given past the check", web.El("a", web.Attr("href", "javascript:x"), web.Attr("xlink:href", "javascript:x"), web.Attr("src", "x")), "<a></a>"},
		{"a flag", web.El("b", web.Flag("hidden", true), web.Flag("lang", false)), `<b hidden=""></b>`},
		{"a condition", web.List(web.If(true, web.Text("a")), web.If(false, web.Text("b"))), "a"},
		{"a list", web.Each([]int{1, 20}, web.Number), "120"},
		{"controls and turns of direction go", web.Text("a\x00b\u202ec\u2066d\x1be\u200f"), "abcde"},
		{"what is no text is replaced", web.Text("a\xffb\xfe"), "a\ufffdb\ufffd"},
		{"an end of line and a tab stay", web.Text("a\n\tb"), "a\n\tb"},
		{"other scripts stay", web.Text("שלום 日本 😀 e\u0301"), "שלום 日本 😀 e\u0301"},
		{"a name", web.Name("<svg>"), "<bdi>&lt;svg&gt;</bdi>"},
		{"prose", web.Prose("p", "x", web.Class("c")), "<p dir=\"auto\" class=\"c\">x</p>\n"},
		{"names set apart", web.Isolated("a \u2068<b>\u2069 c \u2068d\u2069"), "a <bdi>&lt;b&gt;</bdi> c <bdi>d</bdi>"},
		{"a name that does not end", web.Isolated("a \u2068b"), "a <bdi>b</bdi>"},
		{"a name that does not begin", web.Isolated("a\u2069b"), "ab"},
		{"a day", web.Day(nil, 739797), `<time datetime="2026-06-30">30 June 2026</time>`},
		{"no day", web.Day(nil, 0), ""},
		{"a message", web.Say(nil, "page.range", "low", web.Name("1"), "high", "<2>"), "<bdi>1</bdi> to &lt;2&gt;"},
		{"a message without arguments", web.Say(wording.English(), "status.met"), "met"},
	} {
		if diff := cmp.Diff(c.want, written(c.give)); diff != "" {
			t.Error(c.why, diff)
		}
	}
}

func TestAddresses(t *testing.T) {
	for give, want := range map[string]string{
		"#gap-1": "#gap-1", "/a?b=c:d": "/a?b=c:d", "a/b:c": "a/b:c", "https://example.org/": "https://example.org/", "HTTP://x": "HTTP://x", "mailto:a@b": "mailto:a@b",
		"javascript:alert(1)": "#", "JaVaScRiPt:alert(1)": "#", " java\nscript:alert(1)": "#", "java\x00script:x": "#", "\u202ejavascript:x": "#",
		"data:text/html,x": "#", "vbscript:x": "#", "file:///etc": "#", "": "",
	} {
		for _, node := range []web.Node{web.Href(give), web.Action(give), web.Src(give)} {
			require.Contains(t, written(web.El("a", node)), `="`+want+`"`, "%q", give)
		}
	}
}

// parsed is a page or a part of one as a browser reads it.
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

// FuzzText: whatever is in a text, a browser reads it as text, in an element and in an
// attribute.
func FuzzText(f *testing.F) {
	for _, s := range []string{"<script>alert(1)</script>", `"><svg onload=x>`, "&amp;", "a\x00\xff\u202e", "</title>", "<!--", "]]>", "\r\n", "javascript:x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		page := written(web.El("main", web.El("p", web.Attr("title", s), web.Text(s)), web.Name(s), web.Isolated(s), web.El("a", web.Href(s)),
			web.Bar(s, 0.5, web.MarkFull), web.Strips(s, []web.Tile{{Label: s, Said: s}})))
		var names []string
		each(parsed(t, page), func(n *html.Node) {
			if n.Type == html.ElementNode {
				names = append(names, n.Data)
			}
			require.NotEqual(t, html.CommentNode, n.Type)
			for _, a := range n.Attr {
				require.NotContains(t, []string{"onload", "onclick", "style"}, a.Key)
				if a.Key == "href" {
					require.NotRegexp(t, `(?i)^\s*(javascript|data|vbscript):`, a.Val)
				}
			}
		})
		for _, name := range names {
			require.Contains(t, []string{"html", "head", "body", "main", "p", "bdi", "a", "svg", "title", "desc", "rect", "g", "circle", "use", "text", "div"}, name)
		}
	})
}

func ExampleWrite() {
	err := web.Write(os.Stdout, web.El("p", web.Class("note"), web.Text("1 < 2, says "), web.Name("<b>nobody</b>")))
	fmt.Println(err)
	// Output:
	// <p class="note">1 &lt; 2, says <bdi>&lt;b&gt;nobody&lt;/b&gt;</bdi></p>
	// <nil>
}
