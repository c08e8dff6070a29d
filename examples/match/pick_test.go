package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/match"
)

// presses is a keyboard: each read gives what one key sends.
type presses []string

func (p *presses) Read(b []byte) (int, error) {
	if len(*p) == 0 {
		return 0, io.EOF
	}
	n := copy(b, (*p)[0])
	*p = (*p)[1:]
	return n, nil
}

func keysOf(t *testing.T, sent ...string) (got []key) {
	t.Helper()
	p := presses(sent)
	in := bufio.NewReader(&p)
	for {
		k, err := readKey(in)
		if errors.Is(err, io.EOF) {
			return got
		}
		require.NoError(t, err)
		got = append(got, k)
	}
}

func TestKeys(t *testing.T) {
	for _, c := range []struct {
		why  string
		sent []string
		want []key
	}{
		{"letters, of any script", []string{"aé", "语"}, []key{'a', 'é', '语'}},
		{"both forms of the arrows", []string{"\x1b[A", "\x1b[B", "\x1bOA", "\x1bOB"}, []key{up, down, up, down}},
		{"an arrow with a modifier", []string{"\x1b[1;5A"}, []key{up}},
		{"Esc, and then a letter", []string{"\x1b", "a"}, []key{escape, 'a'}},
		{"what means nothing here, whole", []string{"\x1b[3~", "\x1b[H", "\x1bx", "\t"}, []key{nothing, nothing, nothing, nothing}},
		{"Enter, in both forms", []string{"\r", "\n"}, []key{enter, enter}},
		{"leaving", []string{"\x03", "\x04"}, []key{escape, escape}},
		{"taking away", []string{"\x7f", "\b", "\x15", "\x17"}, []key{backspace, backspace, clear, word}},
		{"arrows without arrows", []string{"\x10", "\x0e"}, []key{up, down}},
		{"pasted at once", []string{"ab\x1b[Bc\r"}, []key{'a', 'b', down, 'c', enter}},
	} {
		if diff := cmp.Diff(c.want, keysOf(t, c.sent...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}

func FuzzKeys(f *testing.F) {
	f.Add("a\x1b[1;5A\x1b\x1b[", "\x1b[")
	f.Fuzz(func(t *testing.T, one, two string) {
		require.LessOrEqual(t, len(keysOf(t, one, two)), len(one)+len(two))
	})
}

// ward is a few roles; a matcher that knows a word which is in none of their names.
func ward(k int) lister {
	targets := []match.Target{
		{ID: "r", Texts: []string{"Radiographer", "Diagnostic radiographer"}},
		{ID: "p", Texts: []string{"Physiotherapist"}},
		{ID: "a", Texts: []string{"Physiotherapy assistant"}},
	}
	return choices(targets, func(text string, k int) []match.Suggestion {
		if text != "x-ray" {
			return nil
		}
		return []match.Suggestion{{ID: "r", Text: "Radiographer", Band: match.Likely}, {ID: "p", Text: "Physiotherapist", Band: match.None}}
	}, k)
}

func TestChoices(t *testing.T) {
	for _, c := range []struct {
		why, typed string
		want       string
	}{
		{"nothing typed: as they were given", " ", "r p a"},
		{"the names that hold it", "physio", "p a"},
		{"what the matcher suggests, unless it is hardly likely", "x-ray", "r(likely)"},
		{"nothing at all", "zzz", ""},
	} {
		got := ""
		for _, choice := range ward(9)(c.typed) {
			got += " " + choice.id
			if choice.band != "" {
				got += "(" + choice.band + ")"
			}
		}
		require.Equal(t, c.want, strings.TrimSpace(got), c.why)
	}
	require.Len(t, ward(1)("physio"), 1)
	require.Len(t, ward(2)(""), 2)
}

// TestPick plays keys against the picker.
func TestPick(t *testing.T) {
	for _, c := range []struct {
		why  string
		keys []string
		want string // "": nothing chosen
	}{
		{"Enter takes the first", []string{"\r"}, "r"},
		{"typed, then taken", []string{"p", "h", "\r"}, "p"},
		{"the second", []string{"ph", "\x1b[B", "\r"}, "a"},
		{"not below the last, not above the first", []string{"ph", "\x1b[B", "\x1b[B", "\x1b[B", "\x1b[A", "\x1b[A", "\x1b[A", "\r"}, "p"},
		{"typing goes back to the first", []string{"\x1b[B", "p", "h", "\r"}, "p"},
		{"a letter taken away", []string{"phz", "\x7f", "\r"}, "p"},
		{"a word taken away", []string{"physio  assistantx", "\x17", "\x1b[B", "\r"}, "a"},
		{"everything taken away, and more", []string{"zz", "\x15", "\x7f", "\x17", "\r"}, "r"},
		{"Enter where nothing fits does nothing", []string{"zzz", "\x1b[B", "\r", "\x15", "\r"}, "r"},
		{"Esc", []string{"ph", "\x1b"}, ""},
		{"Ctrl-C", []string{"\x03"}, ""},
		{"the input ends", []string{"ph"}, ""},
	} {
		keys := presses(c.keys)
		var screen strings.Builder
		chosen, err := byKey(ward(9), &keys, &screen, func() (int, int) { return 80, 24 })
		if c.want == "" {
			require.ErrorIs(t, err, errNothing, c.why)
		} else {
			require.NoError(t, err, c.why)
			require.Equal(t, c.want, chosen.id, c.why)
		}
		require.True(t, strings.HasSuffix(screen.String(), wipe), "%s: the screen is left clean", c.why)
	}
}

// bare is a frame without its commands, but for the marks, which are brackets.
func bare(frame string) string {
	frame, _, _ = strings.Cut(frame, "\x1b[2A")
	return strings.NewReplacer("\r\n", "\n", wipe, "", plain+shown, "]", shown, "", marked, "[", plain, "]").Replace(frame)
}

func TestFrame(t *testing.T) {
	p := newPicker(ward(9))
	for _, r := range "rdg" {
		p.press(key(r))
	}
	want := "> rdg\n]> [R]a[d]io[g]rapher  r]\n  Up and Down, Enter to take, Esc to leave"
	if diff := cmp.Diff(want, bare(p.frame(80, 24))); diff != "" {
		t.Error(diff)
	}
	require.Contains(t, p.frame(80, 24), "\x1b[2A\r\x1b[5C", "back to the line that is typed in, behind the text")
}

// TestFrameFits: no line is wider than the terminal, no frame higher, nothing in a name
// commands the terminal.
func TestFrameFits(t *testing.T) {
	hostile := []match.Target{{ID: "語語語語語語語語語語", Texts: []string{"\x1b[31mred\u202e 語語語語語語語語語語 🩻🩻🩻🩻🩻🩻🩻🩻 " + strings.Repeat("long ", 99)}}, {ID: strings.Repeat("id", 99), Texts: []string{"e\u0301\u0301\n\t"}}}
	for range 30 {
		hostile = append(hostile, match.Target{ID: fmt.Sprint(len(hostile)), Texts: []string{"name"}})
	}
	p := newPicker(choices(hostile, func(string, int) []match.Suggestion { return nil }, 50))
	for wide := 1; wide < 120; wide++ {
		for _, typed := range []string{"", "n", strings.Repeat("語n", 60)} {
			p.typed = []rune(typed)
			lines := strings.Split(bare(p.frame(wide, 10)), "\n")
			require.LessOrEqual(t, len(lines), 10)
			for _, line := range lines {
				line = strings.NewReplacer("[", "", "]", "").Replace(line)
				line, _, _ = strings.Cut(line, "\x1b")
				if wide > 8 {
					require.LessOrEqual(t, columns(line), wide, "%d: %q", wide, line)
				}
				require.NotContains(t, line, "\u202e")
			}
			require.NotContains(t, p.frame(wide, 10), "\x1b[31m")
		}
	}
}

// TestByLine is the picker where there is no terminal.
func TestByLine(t *testing.T) {
	for _, c := range []struct {
		why, in, want, shows string
	}{
		{"a list, and a number", "physio\n2\n", "a", "  1  Physiotherapist  p\n  2  Physiotherapy assistant  a\n"},
		{"another list before the number", "radio\nphysio\n1", "p", "  1  Radiographer  r\n"},
		{"how likely it is, if the name does not hold it", "x-ray\n1\n", "r", "  1  Radiographer  r  (likely)\n"},
		{"a number that is not on the list is a text", "physio\n7\n1\n", "", "  nothing fits\n"},
		{"nothing chosen", "physio\n", "", "  2  Physio"},
		{"nothing there", "", "", ""},
	} {
		var out strings.Builder
		chosen, err := byLine(ward(9), strings.NewReader(c.in), &out)
		require.Contains(t, out.String(), c.shows, c.why)
		if c.want == "" {
			require.ErrorIs(t, err, errNothing, c.why)
			continue
		}
		require.NoError(t, err, c.why)
		require.Equal(t, c.want, chosen.id, c.why)
	}
}
