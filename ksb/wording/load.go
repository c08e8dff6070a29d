package wording

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// Limit is the most bytes that a catalogue may have.
const Limit = 4 << 20

// Load reads the catalogue of another language. name is what problems call the file. The
// problems name all that is wrong: broken JSON, a language that is none, a key that
// English has not, a plural form that is none, a message without other, an argument that
// the English message has not. A message with a problem is left out and said in English;
// a file that cannot be read at all gives nil, which is English.
func Load(r io.Reader, name string) (*Words, ksb.Problems) {
	data, problem := input.ReadLimited(r, name, Limit)
	if problem != nil {
		return nil, ksb.Problems{problem}
	}
	l := loader{name: name, data: data}
	var f file
	if err := json.Unmarshal(data, &f); err != nil {
		l.add("", "", ksb.ErrSyntax, err.Error())
		return nil, l.problems
	}
	tag, err := language.Parse(f.Language)
	if err != nil {
		l.add("language", "language", ksb.ErrValue, strconv.Quote(f.Language)+" is no tag of a language (BCP 47)")
	}
	w := newWords(tag, l.merged(f.Messages))
	w.missing = l.missing
	return w, l.problems.Sort()
}

type loader struct {
	name     string
	data     []byte
	problems ksb.Problems
	missing  []string
}

// merged is English with the sound messages of a file in place of its own.
func (l *loader) merged(messages map[string]forms) map[string]forms {
	all := English().messages
	for _, key := range slices.Sorted(maps.Keys(messages)) {
		original, known := all[key]
		if !known {
			l.add(key, "messages["+key+"]", ksb.ErrUnknownKey, strconv.Quote(key)+" is no message")
		}
		if !known || !l.sound(key, messages[key], original) {
			delete(messages, key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(all)) {
		if message, has := messages[key]; has {
			all[key] = message
		} else {
			l.missing = append(l.missing, key)
		}
	}
	return all
}

func (l *loader) sound(key string, message, original forms) bool {
	path, before := "messages["+key+"]", len(l.problems)
	if message.other == "" {
		l.add(key, path, ksb.ErrMissing, "no text, or no form other")
	}
	names := argumentsOf(original)
	for _, form := range slices.Sorted(maps.Keys(message.all())) {
		if !slices.Contains([]string{"zero", "one", "two", "few", "many", "other"}, form) {
			l.add(key, path, ksb.ErrUnknownKey, strconv.Quote(form)+" is no plural form")
		}
		for _, name := range arguments(message.all()[form]) {
			if !slices.Contains(names, name) {
				l.add(key, path, ksb.ErrValue, fmt.Sprintf("{%s} is no argument of this message; it has %s", name, orNone(names)))
			}
		}
	}
	return len(l.problems) == before
}

func orNone(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return "{" + strings.Join(names, "}, {") + "}"
}

// add notes a problem at the first line that holds the key.
func (l *loader) add(key, path string, fault ksb.Fault, detail string) {
	line := 0
	if at := bytes.Index(l.data, []byte(strconv.Quote(key))); key != "" && at >= 0 {
		line = 1 + bytes.Count(l.data[:at], []byte("\n"))
	}
	l.problems = append(l.problems, &ksb.Problem{Fault: fault, Path: path, Detail: detail, Origin: ksb.Origin{File: l.name, Line: line}})
}

// argumentsOf lists the arguments of a message, sorted: those of all its forms.
func argumentsOf(message forms) (names []string) {
	for _, text := range message.all() { // any order: sorted below
		names = append(names, arguments(text)...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func arguments(text string) (names []string) {
	for _, found := range regexp.MustCompile(`\{([^{}]*)\}`).FindAllStringSubmatch(text, -1) {
		names = append(names, found[1])
	}
	return names
}
