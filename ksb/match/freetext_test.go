package match_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match"
)

func TestSentences(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"none", "", nil},
		{"without a word", " . ... ?! \n\n", nil},
		{"one, without a full stop", "I took bloods", []string{"I took bloods"}},
		{"full stops, questions, exclamations", "I took bloods. Why? I was asked! Twice", []string{"I took bloods.", "Why?", "I was asked!", "Twice"}},
		{"lines", "I took bloods\r\nI cleaned", []string{"I took bloods", "I cleaned"}},
		{"lists lose their marks", "• took bloods\n  - cleaned\n* lifted", []string{"took bloods", "cleaned", "lifted"}},
		{"semicolons", "took bloods; cleaned;", []string{"took bloods", "cleaned"}},
		{"numbers keep their point", "Gave 2.5 ml at 9.30 today. Done.", []string{"Gave 2.5 ml at 9.30 today.", "Done."}},
		{"abbreviations go on", "Used aids, e.g. Hoists, with Dr. Smith and B. Jones. Done.", []string{"Used aids, e.g. Hoists, with Dr. Smith and B. Jones.", "Done."}},
		{"a small letter goes on", "Gave approx. two. Done.", []string{"Gave approx. two.", "Done."}},
		{"a closing quote belongs to it", `He said "stop." I stopped.`, []string{`He said "stop."`, "I stopped."}},
		{"other alphabets", "Взял кровь. Убрал.", []string{"Взял кровь.", "Убрал."}},
	} {
		var got []string
		for _, p := range match.Sentences(c.text) {
			require.Equal(t, c.text[p.Start:p.End], p.Text, c.why)
			got = append(got, strings.TrimSuffix(p.Text, ";"))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.why, diff)
		}
	}
}

func TestClauses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"I took bloods, then cleaned up, and also reported it.", "I took bloods|cleaned up|reported it."},
		{"I lifted and moved people and then wrote it down", "I lifted and moved people|wrote it down"},
		{"Bread, butter and jam. Then home", "Bread, butter and jam.|Then home"},
		{"", ""},
	} {
		var got []string
		for _, p := range match.Clauses(c.text) {
			require.Equal(t, c.text[p.Start:p.End], p.Text)
			got = append(got, p.Text)
		}
		require.Equal(t, c.want, strings.Join(got, "|"))
	}
}

func TestReadText(t *testing.T) {
	t.Parallel()
	s := statements(t, ward())
	text := "Monday was quiet.\n• Took blood samples from two patients, then moved a person with the hoist.\nÉ… xylophone!\nKept the records confidential"
	list := s.Read(text, match.ReadOptions{})
	var got []string
	for _, p := range list {
		require.Equal(t, text[p.Start:p.End], p.Text)
		got = append(got, fmt.Sprint(p.Text[:4], " ", ids(p.Suggestions)))
		for i, g := range p.Suggestions {
			require.Equal(t, i+1, g.Rank)
			require.GreaterOrEqual(t, g.Band, match.Possible)
		}
	}
	if diff := cmp.Diff([]string{"Took [S1]", "move [S2]", "Kept [S5]"}, got); diff != "" {
		t.Error(diff)
	}
	require.Len(t, s.Read(text, match.ReadOptions{Most: 1})[0].Suggestions, 1)
	require.Empty(t, s.Read(text, match.ReadOptions{Least: match.Exact}))
	var mentions []string
	s.Mentions(text, func(start, end int, id ksb.StatementID, confidence float64) {
		require.True(t, confidence > 0 && confidence < 1)
		mentions = append(mentions, text[start:start+4]+" "+string(id))
	})
	require.Equal(t, []string{"Took S1", "move S2", "Kept S5"}, mentions)
}

// checkSentences: in order, not overlapping, each as it stands in the text, and every
// letter in one.
func checkSentences(t *testing.T, text string) {
	t.Helper()
	end := 0
	require.LessOrEqual(t, len(match.Sentences(text)), len(match.Clauses(text))+strings.Count(text, " "))
	for _, p := range match.Sentences(text) {
		require.True(t, p.Start >= end && p.Start < p.End && p.End <= len(text), "%+v", p)
		require.Equal(t, text[p.Start:p.End], p.Text)
		require.False(t, strings.ContainsAny(text[end:p.Start], "abcxyz089"), "nothing is lost: %q", text[end:p.Start])
		end = p.End
	}
	require.False(t, strings.ContainsAny(text[end:], "abcxyz089"), "nothing is lost: %q", text[end:])
}

func TestSentencesHostile(t *testing.T) {
	t.Parallel()
	for _, text := range []string{strings.Repeat("a", 1<<20), strings.Repeat("a. ", 100_000), strings.Repeat(".", 100_000), "\xff\xfea. \xffb", "a.\u200bb", strings.Repeat("🩸. ", 1000) + "x", strings.Repeat("a, and b ", 50_000)} {
		checkSentences(t, text)
	}
	require.Empty(t, statements(t, ward()).Read(strings.Repeat("🩸. ", 1000), match.ReadOptions{}))
}

func FuzzSentences(f *testing.F) {
	f.Add("I took bloods. Then e.g. cleaned; done")
	f.Add("a.\n•b\x00\xff")
	f.Fuzz(func(t *testing.T, text string) {
		checkSentences(t, text)
		if utf8.ValidString(text) {
			for _, p := range match.Sentences(text) {
				require.True(t, utf8.ValidString(p.Text), "no character is cut")
			}
		}
	})
}

func ExampleStatements_Read() {
	targets := []match.Target{{ID: "S1", Texts: []string{"Take blood samples from patients"}}, {ID: "S2", Texts: []string{"Clean equipment after use"}}}
	s, _ := match.NewStatements(targets, nil, match.StatementOptions{})
	text := "Quiet morning. Took blood samples from two patients. Cleaned the equipment."
	for _, p := range s.Read(text, match.ReadOptions{Most: 1}) {
		fmt.Println(p.Start, p.End, p.Suggestions[0].ID, p.Suggestions[0].Band)
	}
	// Output:
	// 15 52 S1 likely
	// 53 75 S2 likely
}
