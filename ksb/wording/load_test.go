package wording_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

// TestLoadFaults: all that is wrong is named, with its line; what is sound is kept.
func TestLoadFaults(t *testing.T) {
	for _, c := range []struct {
		why, give, want string
	}{
		{"nothing", ``, "cy.json: cannot be read: there is nothing in it"},
		{"no JSON", `{`, "cy.json: broken syntax: unexpected end of JSON input"},
		{"a language that is none", `{"language": "x?"}`, `cy.json:1: language: value not allowed: "x?" is no tag of a language (BCP 47)`},
		{"no language", `{"messages": {}}`, `cy.json: language: value not allowed: "" is no tag of a language (BCP 47)`},
		{"an unknown key", "{\"language\": \"cy\",\n\"messages\": {\n\"no.such\": \"x\"}}", `cy.json:3: messages[no.such]: unknown key: "no.such" is no message`},
		{"no text", `{"language": "cy", "messages": {"status.met": ""}}`, `cy.json:1: messages[status.met]: missing: no text, or no form other`},
		{"no form other", `{"language": "cy", "messages": {"next.more": {"one": "{n}"}}}`, `cy.json:1: messages[next.more]: missing: no text, or no form other`},
		{"a form that is none", `{"language": "cy", "messages": {"next.more": {"other": "{n}", "several": "{n}"}}}`,
			`cy.json:1: messages[next.more]: unknown key: "several" is no plural form`},
		{"an argument that there is not", `{"language": "cy", "messages": {"page.range": "{low} i {top}"}}`,
			`cy.json:1: messages[page.range]: value not allowed: {top} is no argument of this message; it has {high}, {low}`},
		{"an argument where there is none", `{"language": "cy", "messages": {"status.met": "{x}"}}`,
			`cy.json:1: messages[status.met]: value not allowed: {x} is no argument of this message; it has none`},
		{"a message that is no text", `{"language": "cy", "messages": {"status.met": 5}}`,
			"cy.json: broken syntax: a message is a text, or texts by plural form"},
	} {
		w, problems := wording.Load(strings.NewReader(c.give), "cy.json")
		require.Len(t, problems, 1, c.why)
		require.Equal(t, c.want, strings.Replace(problems[0].Error(), ".messages", "", 1), c.why)
		require.Equal(t, "met", w.Say("status.met"), "%s: said in English", c.why)
	}
	w, problems := wording.Load(strings.NewReader(`{"language": "cy", "messages": {"status.met": "wedi", "a": "1", "b": "2"}}`), "cy.json")
	require.Len(t, problems, 2, "all of them")
	require.Equal(t, "wedi", w.Say("status.met"), "what is sound is kept")
}

func TestLoadBadReaders(t *testing.T) {
	_, problems := wording.Load(iotest.ErrReader(errors.New("the disk")), "cy.json")
	require.ErrorIs(t, problems.Err(), ksb.ErrRead)
	_, problems = wording.Load(bytes.NewReader(bytes.Repeat([]byte(" "), wording.Limit+1)), "cy.json")
	require.ErrorIs(t, problems.Err(), ksb.ErrTooLarge)
	_, problems = wording.English().Extend(iotest.ErrReader(errors.New("the disk")), "own.json")
	require.ErrorIs(t, problems.Err(), ksb.ErrRead)
	_, problems = wording.English().Extend(strings.NewReader("{"), "own.json")
	require.ErrorIs(t, problems.Err(), ksb.ErrSyntax)
}

// TestExtend: a program adds messages and cannot change those that are there.
func TestExtend(t *testing.T) {
	english := wording.English()
	own, problems := english.Extend(strings.NewReader(`{"messages": {"own.a": "A {x}", "status.met": "done", "own.b": {"one": "1"}}}`), "own.json")
	require.Len(t, problems, 2)
	require.ErrorIs(t, problems[0], ksb.ErrMissing)
	require.ErrorIs(t, problems[1], ksb.ErrDuplicateKey)
	require.Equal(t, "A b", own.Say("own.a", "x", "b"))
	require.Equal(t, "met", own.Say("status.met"))
	require.False(t, english.Has("own.a"), "the catalogue is as it was")
	disguised, _ := wording.Pseudo().Extend(strings.NewReader(`{"messages": {"own.a": "Again {x}"}}`), "own.json")
	require.Empty(t, wording.Plain(disguised.Say("own.a", "x", "7")))
}

// TestEnglishFile: the embedded file holds every key once, sound as any other language.
func TestEnglishFile(t *testing.T) {
	data, err := os.ReadFile("en.json")
	require.NoError(t, err)
	w, problems := wording.Load(bytes.NewReader(data), "en.json")
	require.NoError(t, problems.Err())
	require.Empty(t, w.Missing())
	require.Equal(t, wording.English().Keys(), w.Keys())
	var unread *wording.Words
	english := wording.English()
	for _, key := range w.Keys() {
		if diff := cmp.Diff(w.Texts(key), english.Texts(key)); diff != "" {
			t.Error("read line by line", key, diff)
		}
		if diff := cmp.Diff(w.Texts(key), unread.Texts(key)); diff != "" {
			t.Error("looked for in the file", key, diff)
		}
	}
	seen := map[string]bool{}
	d := json.NewDecoder(bytes.NewReader(data))
	for depth := 0; ; {
		token, err := d.Token()
		if err != nil {
			break
		}
		switch key := token.(type) {
		case json.Delim:
			if key == '{' {
				depth++
			} else {
				depth--
			}
		case string:
			if depth == 2 && strings.Contains(key, ".") && !strings.Contains(key, " ") && w.Has(key) {
				require.False(t, seen[key], "%s stands twice", key)
				seen[key] = true
			}
		}
	}
	require.Greater(t, len(seen), 100)
}

// TestPseudo: every message is in brackets, longer by two fifths, and has its arguments.
func TestPseudo(t *testing.T) {
	english, pseudo := wording.English(), wording.Pseudo()
	require.Equal(t, english.Keys(), pseudo.Keys())
	for _, key := range english.Keys() {
		for form, text := range english.Texts(key) {
			got := pseudo.Texts(key)[form]
			if len(wording.Plain(strings.NewReplacer("{", " {", "}", "} ").Replace(withoutArguments(text)))) == 0 {
				require.Equal(t, text, got, "a sign stays")
				continue
			}
			require.Regexp(t, `^⟦.*⟧$`, got, key)
			require.Empty(t, wording.Plain(withoutArguments(got)), key)
			require.GreaterOrEqual(t, len([]rune(got))*10, len([]rune(withoutArguments(text)))*13, key)
			if diff := cmp.Diff(argumentsIn(text), argumentsIn(got)); diff != "" {
				t.Error(key, diff)
			}
		}
	}
	require.Equal(t, "⟦áñđ 3 ɱóřé šŧáŧéɱéñŧš øøøøøøø⟧", pseudo.Say("next.more", "n", 3))
}

func TestPlain(t *testing.T) {
	require.Equal(t, []string{"gateway", "K1", "éa"}, wording.Plain("⟦ñóŧ⟧ gateway, K1 éa 5 שלום"))
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte(`{"language": "cy", "messages": {"status.met": "wedi", "next.more": {"one": "{n}", "other": "{n"}}}`), "n")
	f.Add([]byte(`{"language": "en-x-pseudo", "messages": {"page.range": "}{low}{"}}`), "low")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		w, _ := wording.Load(bytes.NewReader(data), "x.json")
		missing := w.Missing()
		for _, key := range w.Keys() {
			if slices.Contains(missing, key) {
				continue
			}
			said := w.Say(key, name, name, "n", 3)
			joined := ""
			for _, p := range w.Parts(key, name, name, "n", 3) {
				joined += p.Text
			}
			require.Equal(t, said, joined)
		}
	})
}
