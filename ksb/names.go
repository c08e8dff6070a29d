package ksb

import (
	"fmt"
	"strings"
)

// Names are the texts of a small set of named values, such as the kinds of a
// statement: value i is written as the text at i, and the zero value has none. Types
// with such values share it for their String, MarshalText and UnmarshalText.
type Names []string

// Name returns the text of value i, "" if it has none.
func (n Names) Name(i uint8) string {
	if int(i) < len(n) {
		return n[i]
	}
	return ""
}

// Marshal returns the text of value i; if it has none the error wraps [ErrValue].
func (n Names) Marshal(i uint8) ([]byte, error) {
	if i == 0 || int(i) >= len(n) {
		return nil, fmt.Errorf("%w: %d is none of %s", ErrValue, i, strings.Join(n[1:], ", "))
	}
	return []byte(n[i]), nil
}

// Parse returns the value of a text; for any other text the error wraps [ErrValue].
func (n Names) Parse(text []byte) (uint8, error) {
	for i, name := range n {
		if i > 0 && name == string(text) {
			return uint8(i), nil
		}
	}
	return 0, fmt.Errorf("%w: %q is none of %s", ErrValue, text, strings.Join(n[1:], ", "))
}
