package render_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/render"
)

func planPage(t testing.TB, r *assess.Report, p *pathway.Plan, o reports.HTMLOptions) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, render.PlanHTML(&out, r, p, o))
	return out.String()
}

func routePage(t testing.TB, r *pathway.Routes, m pathway.Map, o reports.HTMLOptions) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, render.RouteHTML(&out, r, m, o))
	return out.String()
}

// elements lists the elements of a page in their order.
func elements(t testing.TB, page string) (list []*html.Node) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			list = append(list, n)
		}
	}
	return list
}

func valueOf(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func named(t testing.TB, page, element string) (list []*html.Node) {
	for _, n := range elements(t, page) {
		if n.Data == element {
			list = append(list, n)
		}
	}
	return list
}

// words is the text of an element.
func words(n *html.Node) string {
	var out strings.Builder
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode:
			out.WriteString(d.Data)
		case slices.Contains([]string{"td", "th", "div", "dd", "dt", "li", "p", "h2", "h3"}, d.Data):
			out.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(strings.NewReplacer("\u2068", "", "\u2069", "").Replace(out.String())), " ")
}

func section(t testing.TB, page, id string) *html.Node {
	t.Helper()
	for _, n := range named(t, page, "section") {
		if got, _ := valueOf(n, "id"); got == id {
			return n
		}
	}
	t.Fatalf("no section %s", id)
	return nil
}

// requireSound is what every page is held to, whatever stands in it.
func requireSound(t testing.TB, page string) {
	t.Helper()
	ids, links, last := map[string]int{}, []string{}, 0
	for _, n := range elements(t, page) {
		for _, a := range n.Attr {
			require.NotEqual(t, "style", a.Key, "a style attribute needs 'unsafe-inline'")
			require.False(t, strings.HasPrefix(a.Key, "on"), "a handler needs 'unsafe-inline': %s", a.Key)
		}
		if id, has := valueOf(n, "id"); has {
			ids[id]++
		}
		if to, has := valueOf(n, "href"); has && strings.HasPrefix(to, "#") {
			links = append(links, to[1:])
		}
		switch n.Data {
		case "th":
			_, has := valueOf(n, "scope")
			require.True(t, has, "a header of a table says what it heads")
		case "svg":
			_, drawn := valueOf(n, "role")
			if drawn {
				require.Equal(t, "title", n.FirstChild.Data, "a picture begins with its name")
				require.NotEmpty(t, words(n.FirstChild))
			}
		case "h1", "h2", "h3", "h4":
			rank := int(n.Data[1] - '0')
			require.LessOrEqual(t, rank, last+1, "no rank of headings is left out: %s", words(n))
			last = rank
		}
	}
	for id, times := range ids { // any order: each by itself
		require.Equal(t, 1, times, "id %s", id)
	}
	for _, to := range links {
		require.Contains(t, ids, to, "a link leads somewhere")
	}
}
