package wording

import (
	"bytes"
	_ "embed" // the English catalogue
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

//go:embed en.json
var english []byte

// Words is the catalogue of one language; it is safe for concurrent use. nil and the
// zero value are English, where each message is looked for in the file when it is said:
// a caller with much to say takes [OrEnglish] first.
type Words struct {
	tag      language.Tag
	printer  *message.Printer
	plain    bool // small numbers are written in the digits 0 to 9
	messages map[string]forms
	missing  []string // keys of English that are said in English here
	pseudo   bool
}

// forms is a message by plural form; a message without forms has other alone.
type forms struct {
	other string
	rest  map[string]string // by plural form; nil: there is other alone
}

// UnmarshalJSON reads a text, or an object of texts by plural form.
func (f *forms) UnmarshalJSON(data []byte) error {
	switch {
	case len(data) > 0 && data[0] == '"':
		return json.Unmarshal(data, &f.other)
	case json.Unmarshal(data, &f.rest) != nil:
		return errors.New("a message is a text, or texts by plural form")
	}
	f.other = f.rest["other"]
	delete(f.rest, "other")
	return nil
}

// all are the texts by plural form, other among them.
func (f forms) all() map[string]string {
	texts := map[string]string{"other": f.other}
	maps.Copy(texts, f.rest)
	return texts
}

// file is a catalogue as it is stored.
type file struct {
	Language string           `json:"language"`
	Messages map[string]forms `json:"messages"`
}

// English returns the embedded catalogue.
func English() *Words {
	messages := make(map[string]forms, 1<<10)
	for rest := string(english); ; {
		_, line, more := strings.Cut(rest, "\n    \"")
		key, value, has := strings.Cut(line, "\": ")
		if !more || !has {
			return newWords(language.BritishEnglish, messages)
		}
		messages[key], rest = firstOf(value)
	}
}

// firstOf reads the message that a text begins with, which nearly all do on one line: a
// page is often written with a fresh catalogue. A test reads all of them the long way.
func firstOf(text string) (m forms, rest string) {
	line, _, _ := strings.Cut(text, "\n")
	if plain, ends := strings.CutSuffix(strings.TrimSuffix(line, ","), `"`); ends && plain != "" && !strings.ContainsAny(plain[1:], `"\\`) {
		return forms{other: plain[1:]}, text[len(line):]
	}
	d := json.NewDecoder(strings.NewReader(text))
	_ = d.Decode(&m)
	return m, text[d.InputOffset():]
}

// OrEnglish returns w, or English if there is none.
func OrEnglish(w *Words) *Words {
	if w.unread() {
		return English()
	}
	return w
}

func (w *Words) unread() bool { return w == nil || w.messages == nil }

// message finds a message by its key.
func (w *Words) message(key string) (m forms, known bool) {
	if !w.unread() {
		m, known = w.messages[key]
		return m, known
	}
	_, from, known := bytes.Cut(english, []byte("\n    "+strconv.Quote(key)+": "))
	if !known {
		return forms{}, false
	}
	return m, json.NewDecoder(bytes.NewReader(from)).Decode(&m) == nil
}

func (w *Words) language() language.Tag {
	if w.unread() {
		return language.BritishEnglish
	}
	return w.tag
}

func newWords(tag language.Tag, messages map[string]forms) *Words {
	printer := message.NewPrinter(tag)
	return &Words{tag: tag, printer: printer, plain: printer.Sprint(7) == "7", messages: messages}
}

// Language is the BCP 47 tag of the language, for a lang attribute.
func (w *Words) Language() string { return w.language().String() }

// RightToLeft tells whether the language is written from right to left.
func (w *Words) RightToLeft() bool {
	script, _ := w.language().Script()
	return slices.Contains([]string{"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"}, script.String())
}

// Keys lists the keys of all messages, sorted.
func (w *Words) Keys() []string { return slices.Sorted(maps.Keys(OrEnglish(w).messages)) }

// Missing lists the keys, sorted, that this language leaves to English.
func (w *Words) Missing() []string {
	if w.unread() {
		return nil
	}
	return slices.Clone(w.missing)
}

// Texts returns the forms of a message, by plural form; a message without plural forms
// has "other" alone. There are none for an unknown key.
func (w *Words) Texts(key string) map[string]string {
	message, known := w.message(key)
	if !known {
		return nil
	}
	return message.all()
}
