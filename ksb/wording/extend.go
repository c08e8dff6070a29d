package wording

import (
	"encoding/json"
	"io"
	"maps"
	"slices"
	"strconv"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// Extend returns the catalogue with the messages of one more file, for a program that
// has things of its own to say. The file is one in the form of this package; a key that
// is there already is a problem, and keeps the message that it has. The catalogue itself
// is not changed. Beside [Pseudo] the new messages are disguised too.
func (w *Words) Extend(r io.Reader, name string) (*Words, ksb.Problems) {
	w = OrEnglish(w)
	data, problem := input.ReadLimited(r, name, Limit)
	if problem != nil {
		return w, ksb.Problems{problem}
	}
	l := loader{name: name, data: data}
	var f file
	if err := json.Unmarshal(data, &f); err != nil {
		l.add("", "", ksb.ErrSyntax, err.Error())
		return w, l.problems
	}
	wider := *w
	wider.messages = maps.Clone(w.messages)
	for _, key := range slices.Sorted(maps.Keys(f.Messages)) {
		if _, taken := wider.messages[key]; taken {
			l.add(key, "messages["+key+"]", ksb.ErrDuplicateKey, strconv.Quote(key)+" is a message already")
			continue
		}
		if l.sound(key, f.Messages[key], f.Messages[key]) {
			wider.messages[key] = w.asSpoken(f.Messages[key])
		}
	}
	return &wider, l.problems.Sort()
}

// asSpoken is a new message as the catalogue says it.
func (w *Words) asSpoken(message forms) forms {
	if !w.pseudo {
		return message
	}
	return disguise(message)
}
