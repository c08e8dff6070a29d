package cell_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/format/cell"
)

func TestGuard(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ why, give, want string }{
		{"a text", "Knows it", "Knows it"},
		{"nothing", "", ""},
		{"a formula", "=1+1", "'=1+1"},
		{"a program to start", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"},
		{"a page to fetch", `@SUM(1)*IMPORTDATA("//x")`, `'@SUM(1)*IMPORTDATA("//x")`},
		{"plus and minus begin formulas too", "+44 20", "'+44 20"},
		{"a dash", "- first", "'- first"},
		{"a tab parts cells", "\t=1", "'\t=1"},
		{"so does a return", "\r=1", "'\r=1"},
		{"and a new line", "\n=1", "'\n=1"},
		{"blanks are passed over", "  =1", "'  =1"},
		{"and what is not seen", "\u200b=1", "'\u200b=1"},
		{"the wide letters of a Japanese keyboard", "＝1", "'＝1"},
		{"an apostrophe that was there stays told apart", "'=1", "''=1"},
		{"two of them", "''=1", "'''=1"},
		{"an apostrophe before anything else", "'tis", "'tis"},
		{"in the middle", "1=1", "1=1"},
		{"a star", "*", "*"},
	} {
		require.Equal(t, c.want, cell.Guard(c.give), c.why)
		require.Equal(t, c.give, cell.Bare(c.want), c.why)
	}
}

// What people write themselves is read as they mean it.
func TestBareLeavesOtherTextsAlone(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"'", "''", "'tis", "=1", "", " '=1", "’=1"} {
		require.Equal(t, text, cell.Bare(text))
	}
}

func ExampleGuard() {
	guarded := cell.Guard("=1+1")
	fmt.Println(guarded, cell.Bare(guarded))
	// Output: '=1+1 =1+1
}

func ExampleBare() {
	fmt.Println(cell.Bare("'-5"), cell.Bare("'tis"))
	// Output: -5 'tis
}

func ExampleFormula() {
	fmt.Println(cell.Formula("=1+1"), cell.Formula("one"))
	// Output: true false
}

// Whatever is guarded is no formula, and comes back as it was.
func FuzzGuard(f *testing.F) {
	for _, text := range []string{"=1", "'=1", "''", "\t", " @x", "'", "\u200b'=", "\x00=", "'\n"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		guarded := cell.Guard(text)
		if cell.Formula(guarded) || cell.Bare(guarded) != text {
			t.Errorf("%q became %q and then %q", text, guarded, cell.Bare(guarded))
		}
		if guarded != text && !strings.HasPrefix(guarded, "'") {
			t.Errorf("%q was changed to %q", text, guarded)
		}
	})
}
