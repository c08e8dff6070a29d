package wording_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

func catalogue(t testing.TB, language, messages string) *wording.Words {
	t.Helper()
	w, problems := wording.Load(strings.NewReader(`{"language": "`+language+`", "messages": {`+messages+`}}`), language+".json")
	require.NoError(t, problems.Err())
	return w
}

func TestSay(t *testing.T) {
	for _, c := range []struct {
		why, key string
		pairs    []any
		want     string
	}{
		{"no argument", "status.met", nil, "met"},
		{"a text", "next.more", []any{"n", 3}, "and 3 more statements"},
		{"one of it", "next.more", []any{"n", 1}, "and 1 more statement"},
		{"none of it", "next.more", []any{"n", 0}, "and 0 more statements"},
		{"arguments in any order", "page.range", []any{"high", "9%", "low", "2%"}, "2% to 9%"},
		{"an argument that is not asked for", "status.met", []any{"n", 3}, "met"},
		{"an argument that is missing stands in its braces", "page.range", []any{"low", "2%"}, "2% to {high}"},
		{"a name without a value", "page.range", []any{"low"}, "{low} to {high}"},
		{"a name that is no text", "page.range", []any{1, 2}, "{low} to {high}"},
		{"braces in an argument are data", "page.range", []any{"low", "{high}", "high", "}{"}, "{high} to }{"},
		{"an unknown key stands as it is", "no.such.key", []any{"n", 3}, "no.such.key"},
		{"no key", "", nil, ""},
		{"great numbers as the language writes them", "next.more", []any{"n", 1250}, "and 1,250 more statements"},
		{"another kind of value", "percent", []any{"n", 2.5}, "2.5%"},
	} {
		require.Equal(t, c.want, wording.English().Say(c.key, c.pairs...), c.why)
	}
}

// TestNilIsEnglish: a writer needs no catalogue.
func TestNilIsEnglish(t *testing.T) {
	for why, w := range map[string]*wording.Words{"nil": nil, "zero": {}} {
		require.Equal(t, "met", w.Say("status.met"), why)
		require.Equal(t, "en-GB", w.Language(), why)
		require.Equal(t, wording.English().Keys(), w.Keys(), why)
		require.Equal(t, "1,250", w.Number(1250), why)
		require.True(t, w.Has("status.met"), why)
		require.False(t, w.RightToLeft(), why)
		require.Empty(t, w.Missing(), why)
		require.Equal(t, "AB", w.Upper("ab"), why)
		require.Equal(t, "30 June 2026", w.Day(739797), why)
	}
}

// TestPlurals: the forms of a language are its own; one that the file leaves out is other.
func TestPlurals(t *testing.T) {
	polish := catalogue(t, "pl", `"next.more": {"one": "i {n} inny", "few": "i {n} inne", "other": "i {n} innych"}`)
	welsh := catalogue(t, "cy", `"next.more": {"zero": "Z{n}", "one": "O{n}", "two": "T{n}", "few": "F{n}", "many": "M{n}", "other": "X{n}"}`)
	for n, want := range map[int]string{1: "i 1 inny", 2: "i 2 inne", 4: "i 4 inne", 5: "i 5 innych", 12: "i 12 innych", 22: "i 22 inne", -1: "i -1 inny"} {
		require.Equal(t, want, polish.Say("next.more", "n", n))
	}
	for n, want := range map[int]string{0: "Z0", 1: "O1", 2: "T2", 3: "F3", 6: "M6", 4: "X4"} {
		require.Equal(t, want, welsh.Say("next.more", "n", n))
	}
	require.Equal(t, "X9", catalogue(t, "cy", `"next.more": {"other": "X{n}"}`).Say("next.more", "n", 9))
}

func TestLanguages(t *testing.T) {
	arabic, turkish, german := catalogue(t, "ar", ""), catalogue(t, "tr", ""), catalogue(t, "de", `"list.and": "{names} und {last}"`)
	require.True(t, arabic.RightToLeft())
	require.True(t, catalogue(t, "fa-IR", "").RightToLeft())
	require.False(t, german.RightToLeft())
	require.Equal(t, "İI", turkish.Upper("iı"), "capitals of the language")
	require.Equal(t, "1.250", german.Number(1250))
	require.Equal(t, "K1, K2 und K3", german.List([]string{"K1", "K2", "K3"}))
	require.Equal(t, "met", german.Say("status.met"), "what is left out is said in English")
	require.Contains(t, german.Missing(), "status.met")
	require.NotContains(t, german.Missing(), "list.and")
}

func TestDayAndList(t *testing.T) {
	w := wording.English()
	for day, want := range map[string]string{"2026-06-30": "30 June 2026", "2024-02-09": "9 February 2024", "": ""} {
		var d ksb.Date
		if day != "" {
			require.NoError(t, d.UnmarshalText([]byte(day)))
		}
		require.Equal(t, want, w.Day(d))
	}
	require.Empty(t, w.List(nil))
	require.Equal(t, "K1", w.List([]string{"K1"}))
	require.Equal(t, "K1 and K2", w.List([]string{"K1", "K2"}))
}

// TestParts: together they are what Say says, and they know what is data.
func TestParts(t *testing.T) {
	got := wording.English().Parts("page.range", "low", "2%", "high", 9)
	want := []wording.Part{{Text: "2%", Name: "low", Value: "2%"}, {Text: " to "}, {Text: "9", Name: "high", Value: 9}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func ExampleWords_Say() {
	var english *wording.Words // nil is English
	german, problems := wording.Load(strings.NewReader(`{"language": "de", "messages": {
		"next.more": {"one": "und eine weitere Aussage", "other": "und {n} weitere Aussagen"}}}`), "de.json")
	fmt.Println(problems.Err())
	fmt.Println(english.Say("next.more", "n", 2))
	fmt.Println(german.Say("next.more", "n", 1))
	fmt.Println(german.Say("verdict.yes"))
	// Output:
	// <nil>
	// and 2 more statements
	// und eine weitere Aussage
	// READY.
}

func ExampleWords_Extend() {
	own, problems := wording.English().Extend(strings.NewReader(`{"messages": {"shop.hello": "Good day, {name}"}}`), "own.json")
	fmt.Println(own.Say("shop.hello", "name", "w-17"), problems.Err())
	// Output: Good day, w-17 <nil>
}

// BenchmarkEnglish is what a writer pays that was given no catalogue.
func BenchmarkEnglish(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		wording.English()
	}
}

func BenchmarkSay(b *testing.B) {
	w := wording.English()
	b.ReportAllocs()
	for b.Loop() {
		w.Say("report.shown.words", "met", 3, "of", 72, "share", "4%")
	}
}

func ExamplePseudo() {
	page := wording.Pseudo().Say("status.below") + " gateway"
	fmt.Println(page)
	fmt.Println(wording.Plain(page)) // what did not come from a catalogue
	// Output:
	// ⟦ñóŧ ýéŧ ɱéŧ øøøø⟧ gateway
	// [gateway]
}
