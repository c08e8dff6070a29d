package ksb

import (
	"fmt"
	"strings"
)

// enum is the text of a small set of named values: the name of value i stands at
// i; the zero value has no name.
type enum []string

func (e enum) name(i uint8) string {
	if int(i) < len(e) {
		return e[i]
	}
	return ""
}

func (e enum) marshal(i uint8) ([]byte, error) {
	if i == 0 || int(i) >= len(e) {
		return nil, fmt.Errorf("%w: %d is none of %s", ErrValue, i, strings.Join(e[1:], ", "))
	}
	return []byte(e[i]), nil
}

func (e enum) parse(text []byte) (uint8, error) {
	for i, name := range e {
		if i > 0 && name == string(text) {
			return uint8(i), nil
		}
	}
	return 0, fmt.Errorf("%w: %q is none of %s", ErrValue, text, strings.Join(e[1:], ", "))
}
