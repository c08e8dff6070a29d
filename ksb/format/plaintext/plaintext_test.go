package plaintext_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/format/plaintext"
)

func TestOf(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"white space of every kind is one blank", " a\u00a0\u00a0b\r\n\tc\u2003d ", "a b c d"},
		{"characters without width are not seen", "a\u200bb\ufeffc\u00add", "abcd"},
		{"an inline code is text", "K1: clay", "K1: clay"},
		{"entities", "fish &amp; chips &#8211; &quot;hot&quot;&nbsp;", `fish & chips – "hot"`},
		{"only what ends in a semicolon is an entity", "R&D, drawings&notes, AT&T; x", "R&D, drawings&notes, AT&T; x"},
		{"raw HTML", "<p>One</p><p>two<br/>three</p>", "One two three"},
		{"inline tags leave no gap", "CO<sub>2</sub> and <strong>x</strong>y", "CO2 and xy"},
		{"list items", "<ul><li>a</li><li>b</li></ul>", "a b"},
		{"HTML escaped once, entities twice", "&lt;p class=&quot;x&quot;&gt;a&amp;nbsp;b &amp;amp; c&lt;/p&gt;", "a b & c"},
		{"text escaped twice", "fish &amp;amp; chips", "fish & chips"},
		{"a bracket in HTML stays a bracket", "<p>if x &lt;b&gt; y</p>", "if x <b> y"},
		{"brackets in plain text", "a < b > c, x<y, <unknown>, 3<", "a < b > c, x<y, <unknown>, 3<"},
		{"a bracket within an attribute", `<a title="x > y" href='#'>link</a>`, "link"},
		{"comments, scripts and styles", "a<!-- <p> -->b<script>if (x<y) {}</script>c<STYLE>p{}</Style>d", "abcd"},
		{"a script that is not closed hides the rest, as on a page", "a<script>b", "a"},
		{"what is not closed is text", "a <p b", "a <p b"},
		{"an open comment", "a <!-- b", "a <!-- b"},
		{"curly quotes and bullets stay", "‘duty’ • one", "‘duty’ • one"},
		{"a blank at an end", "a ", "a"},
		{"two blanks", "a  b", "a b"},
		{"nothing", "", ""},
	} {
		t.Run(c.why, func(t *testing.T) {
			if diff := cmp.Diff(c.want, plaintext.Of(c.in)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOfHTML(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"paragraphs part words", "<p>one</p><p>two</p>", "one two"},
		{"inline tags do not", "<b>o</b>ne<br/>two", "one two"},
		{"a tag that HTML does not know is a tag all the same", "<o:p>one</o:p><my-tag>two", "one two"},
		{"entities are decoded once", "a &amp;lt; b&nbspc", "a &lt; b c"},
		{"a bracket that opens no tag", "x<5 and y> 3", "x<5 and y> 3"},
		{"an escaped bracket opens none", "&lt;p&gt;", "<p>"},
		{"comments and scripts", "<!-- a > b -->one<script>two</script> three<style>x", "one three"},
		{"a closing tag that closes nothing", "one</script> two", "one two"},
	} {
		t.Run(c.why, func(t *testing.T) {
			if diff := cmp.Diff(c.want, plaintext.OfHTML(c.in)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEach(t *testing.T) {
	require.Equal(t, []string{"a", "b & c"}, plaintext.Each([]string{" a ", "", "&nbsp;", "b &amp; c"}))
}

// Whatever is put in, the work grows with its length and not with its square.
func TestHostileText(t *testing.T) {
	for _, piece := range []string{"<a '", "<!--", "<script>", "</script", "&amp;", "&", "<", "<a", "<!--<a '"} {
		plaintext.Of(strings.Repeat(piece, 50_000))
		plaintext.OfHTML(strings.Repeat(piece, 50_000))
	}
}

func FuzzOf(f *testing.F) {
	for _, seed := range []string{"&lt;p&gt;a&amp;nbsp;b", "<a title='>'>x", "a < b", "<!-- x --><script>y", "R&D;", " a\u00a0 b"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, text := range []string{plaintext.Of(s), plaintext.OfHTML(s), plaintext.Squeeze(s)} {
			if plaintext.Squeeze(text) != text {
				t.Errorf("%q is not squeezed", text)
			}
			if utf8.ValidString(s) && !utf8.ValidString(text) {
				t.Errorf("%q is no text", text)
			}
		}
		if !strings.ContainsAny(s, "<&") && plaintext.Of(s) != plaintext.OfHTML(s) {
			t.Errorf("%q is no HTML and reads in two ways", s)
		}
	})
}
