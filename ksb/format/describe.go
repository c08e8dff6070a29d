package format

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

// describe says in a few words what a document looks like.
func describe(data []byte) string {
	start := bytes.TrimSpace(data)
	switch {
	case bytes.HasPrefix(start, []byte("{")), bytes.HasPrefix(start, []byte("[")):
		return describeJSON(start)
	case bytes.HasPrefix(start, []byte("<")):
		return fmt.Sprintf("markup that starts %q", clip(start))
	}
	return fmt.Sprintf("text that starts %q", clip(start))
}

// describeJSON names the first keys of the first object.
func describeJSON(data []byte) string {
	const most = 6
	what, keys := "a JSON object", []string(nil)
	tokens := json.NewDecoder(bytes.NewReader(data))
	token, err := tokens.Token()
	if token == json.Delim('[') {
		what = "a JSON list"
		token, err = tokens.Token()
	}
	for err == nil && token == json.Delim('{') && tokens.More() && len(keys) < most {
		key, keyErr := tokens.Token()
		var skipped json.RawMessage
		if keyErr != nil || tokens.Decode(&skipped) != nil {
			break
		}
		keys = append(keys, fmt.Sprintf("%q", clip([]byte(fmt.Sprint(key)))))
	}
	if len(keys) == 0 {
		return what
	}
	return what + " with the keys " + strings.Join(keys, ", ")
}

// clip is the first line of data, no longer than forty bytes, in whole characters.
func clip(data []byte) string {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	if len(line) > 40 {
		line = line[:40]
		for len(line) > 0 && !utf8.Valid(line) {
			line = line[:len(line)-1]
		}
	}
	return strings.TrimSpace(string(line))
}
