package skillsengland

import (
	"bytes"
	"encoding/json"
	"iter"
	"slices"
)

// isAPI tells whether the first object of data has a reference number and something
// else that only a standard has. The end of data may be missing or broken.
func isAPI(data []byte) bool {
	telling := []string{
		"templateType", "larsCode", "versionNumber", "standardInformation", "duties",
		"knowledges", "skills", "behaviours", "technicalKnowledges", "technicalSkills",
	}
	reference, more := false, false
	for key := range keysOfFirst(data) {
		reference = reference || key == "referenceNumber"
		more = more || slices.Contains(telling, key)
		if reference && more {
			return true
		}
	}
	return false
}

// keysOfFirst yields the keys of the first object in data, up to a break.
func keysOfFirst(data []byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		tokens := json.NewDecoder(bytes.NewReader(data))
		first, err := tokens.Token()
		if first == json.Delim('[') {
			first, err = tokens.Token()
		}
		if err != nil || first != json.Delim('{') {
			return
		}
		for tokens.More() {
			key, _ := tokens.Token()
			name, isKey := key.(string)
			if !isKey || !yield(name) || !skipValue(tokens) {
				return
			}
		}
	}
}

// skipValue steps over one value and tells whether it was whole.
func skipValue(tokens *json.Decoder) bool {
	for depth := 0; ; {
		token, err := tokens.Token()
		switch {
		case err != nil:
			return false
		case token == json.Delim('{') || token == json.Delim('['):
			depth++
		case token == json.Delim('}') || token == json.Delim(']'):
			depth--
		}
		if depth == 0 {
			return true
		}
	}
}

// isPage tells whether data is text that names an occupation as its page does, or
// has the heading of the KSBs and a KSB under it.
func isPage(data []byte) bool {
	start := bytes.TrimSpace(data)
	if len(start) == 0 || bytes.IndexByte([]byte("{[<"), start[0]) >= 0 || bytes.IndexByte(data, 0) >= 0 {
		return false
	}
	headed := false
	for l := range lines(data) {
		if key, value := label(l.text); isReferenceKey(key) && isOccupation(value) {
			return true
		}
		heading, _, _ := headingOf(l.text)
		headed = headed || heading == ksbs
		if _, isCode := codeOf(l.text); headed && isCode {
			return true
		}
	}
	return false
}
