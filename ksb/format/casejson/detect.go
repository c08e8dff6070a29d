package casejson

import (
	"bytes"
	"encoding/json"
)

// Detect tells whether data is an object with a key CFDocument. The end of data may
// be missing or broken; the name does not matter.
func Detect(_ string, data []byte) bool {
	tokens := json.NewDecoder(bytes.NewReader(data))
	if first, err := tokens.Token(); err != nil || first != json.Delim('{') {
		return false
	}
	for tokens.More() {
		key, err := tokens.Token()
		if err == nil && key == "CFDocument" {
			return true
		}
		var skipped json.RawMessage
		if err != nil || tokens.Decode(&skipped) != nil {
			return false
		}
	}
	return false
}
