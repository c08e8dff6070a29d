package skillsengland

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPlain(t *testing.T) {
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
		{"comments, scripts and styles", "a<!-- <p> -->b<script>if (x<y) {}</script>c<style>p{}</style>d", "abcd"},
		{"what is not closed is text", "a <p b", "a <p b"},
		{"an open comment", "a <!-- b", "a <!-- b"},
		{"curly quotes and bullets stay", "‘duty’ • one", "‘duty’ • one"},
		{"nothing", "", ""},
	} {
		t.Run(c.why, func(t *testing.T) {
			if diff := cmp.Diff(c.want, plain(c.in)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Whatever is put in, the work grows with its length and not with its square.
func TestPlainOfHostileText(t *testing.T) {
	for _, piece := range []string{"<a '", "<!--", "<script>", "&amp;", "&", "<"} {
		plain(strings.Repeat(piece, 50_000))
	}
}

func TestCodeOf(t *testing.T) {
	for _, c := range []struct {
		why, in string
		want    codeLine
		ok      bool
	}{
		{"colon", "K1: Clay", codeLine{'K', 1, "Clay", true}, true},
		{"colon without a blank", "K1:Clay", codeLine{'K', 1, "Clay", true}, true},
		{"dot", "S12. Throw", codeLine{'S', 12, "Throw", true}, true},
		{"bracket", "B2) Calm", codeLine{'B', 2, "Calm", true}, true},
		{"dash", "K3 – Clay", codeLine{'K', 3, "Clay", true}, true},
		{"blank", "K1 Clay", codeLine{'K', 1, "Clay", false}, true},
		{"bullet before it", "• K1: Clay", codeLine{'K', 1, "Clay", true}, true},
		{"leading nought", "K01: Clay", codeLine{'K', 1, "Clay", true}, true},
		{"alone", "K1", codeLine{'K', 1, "", false}, true},
		{"alone with its colon", "K1:", codeLine{'K', 1, "", true}, true},
		{"duty", "Duty D4", codeLine{'D', 4, "", true}, true},
		{"duty in another dress", "Duty 4: Fire", codeLine{'D', 4, "Fire", true}, true},
		{"duty by its code", "D4: Fire", codeLine{'D', 4, "Fire", true}, true},
		{"no number", "Kiln", codeLine{}, false},
		{"number nought", "K0: Clay", codeLine{}, false},
		{"a word with a number in it", "B2B sales", codeLine{}, false},
		{"a section number", "S1.2 Scope", codeLine{}, false},
		{"a range", "K1–K5 are assessed", codeLine{}, false},
		{"a hyphenated word", "S3-compatible", codeLine{}, false},
		{"a table of codes", "K1,knowledge,Clay", codeLine{}, false},
		{"a long number", "K1234: Clay", codeLine{}, false},
		{"a duty of another kind", "Duty of candour", codeLine{}, false},
		{"nothing", "", codeLine{}, false},
	} {
		t.Run(c.why, func(t *testing.T) {
			got, ok := codeOf(c.in)
			if ok != c.ok || ok && got != c.want {
				t.Errorf("codeOf(%q) = %+v, %v; want %+v, %v", c.in, got, ok, c.want, c.ok)
			}
		})
	}
}
