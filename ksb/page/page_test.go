package page_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/page"
)

// requirePage: what every text for people keeps to, whatever it was made of.
func requirePage(t *testing.T, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		require.LessOrEqual(t, utf8.RuneCountInString(line), page.Width, "%q", line)
		require.Equal(t, strings.TrimRight(line, " "), line, "spaces at the end")
		require.False(t, strings.ContainsAny(line, "\x1b\u202e\u2066\t\r"), "%q", line)
	}
}

func flushed(t *testing.T, p *page.Page) string {
	t.Helper()
	var out strings.Builder
	require.NoError(t, p.Flush(&out))
	return out.String()
}

// TestHostileLeads: a page keeps to the width, however wide the lead.
func TestHostileLeads(t *testing.T) {
	for _, width := range []int{0, 1, 40, 78, 79, 81, 200, 80} { // 80 last: no room at all once meant no end
		var p page.Page
		p.Heading("Title")
		require.NotPanics(t, func() { p.Item(strings.Repeat("x", width), "some words "+strings.Repeat("y", 100)) }, width)
		requirePage(t, flushed(t, &p))
	}
}

func TestPage(t *testing.T) {
	for _, c := range []struct {
		why  string
		fill func(*page.Page)
		want string
	}{
		{"nothing", func(*page.Page) {}, ""},
		{"a heading is underlined to its length", func(p *page.Page) { p.Heading("Gaps") }, "Gaps\n----\n"},
		{"an empty line before a further heading", func(p *page.Page) { p.Heading("A"); p.Heading("B") }, "A\n-\n\nB\n-\n"},
		{"no text writes the lead alone", func(p *page.Page) { p.Item("  K1 ", "") }, "  K1\n"},
		{"white space and line ends are one blank", func(p *page.Page) { p.Item("", "a\n\tb\u00a0 c") }, "a b c\n"},
		{"what is not seen goes", func(p *page.Page) { p.Item("", "a\x1b[31m\u202eb") }, "a[31mb\n"},
		{"further lines hang", func(p *page.Page) { p.Item("  K1 ", strings.Repeat("word ", 20)) },
			"  K1 " + strings.TrimSpace(strings.Repeat("word ", 15)) + "\n     " + strings.TrimSpace(strings.Repeat("word ", 5)) + "\n"},
	} {
		var p page.Page
		c.fill(&p)
		require.Equal(t, c.want, flushed(t, &p), c.why)
		require.Empty(t, flushed(t, &p), "a new page after flushing")
	}
}

func FuzzPage(f *testing.F) {
	f.Add("  K1  ", "Lift and move people \u202e with the hoist")
	f.Add(strings.Repeat("wide ", 30), strings.Repeat("x", 300))
	f.Fuzz(func(t *testing.T, lead, text string) {
		var p page.Page
		p.Heading(text)
		p.Item(lead, text)
		requirePage(t, flushed(t, &p))
	})
}

func ExamplePage() {
	p := &page.Page{}
	p.Heading("Gaps")
	p.Item("  "+page.Column("K7", 4)+" ", "The limits of own role, and when to ask for help from somebody who is registered")
	if err := p.Flush(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Gaps
	// ----
	//   K7   The limits of own role, and when to ask for help from somebody who is
	//        registered
}
