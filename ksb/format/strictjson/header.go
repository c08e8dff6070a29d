package strictjson

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// Header returns the text under the key "format" of an object, or "" where there is
// none.
func Header(data []byte) string {
	var header struct {
		Format string `json:"format"`
	}
	if (&lexer{data: data}).peek() == '{' {
		Decode(data, "", Foreign, &header)
	}
	return header.Format
}

// CheckFormat returns nil if data is a document of the format want, such as "ksb/1",
// or of a lesser number of it. Otherwise it says what the document is: broken
// (ErrSyntax and the like) or of another format (ErrFormat).
func CheckFormat(data []byte, file, want string) *ksb.Problem {
	header := struct {
		Format expected `json:"format"`
	}{Format: expected{want: want}}
	if problems := Decode(data, file, Foreign, &header); len(problems) > 0 {
		return problems[0]
	}
	if !header.Format.found {
		return &ksb.Problem{Fault: ksb.ErrFormat, Path: "format", Origin: ksb.Origin{File: file, Line: 1},
			Detail: fmt.Sprintf("expected %q, found none", want)}
	}
	return nil
}

// expected reads the name of a format and refuses any that want cannot stand for.
type expected struct {
	want  string
	found bool
}

// UnmarshalText wraps ErrFormat.
func (e *expected) UnmarshalText(text []byte) error {
	e.found = readable(string(text), e.want)
	if !e.found {
		return fmt.Errorf("%w: expected %q, found %q", ksb.ErrFormat, e.want, clip(text))
	}
	return nil
}

// readable tells whether got names the format of want with a number from 1 to want's.
func readable(got, want string) bool {
	name, number, ok := strings.Cut(got, "/")
	wantName, wantNumber, _ := strings.Cut(want, "/")
	n, err := strconv.Atoi(number)
	most, _ := strconv.Atoi(wantNumber)
	return ok && err == nil && name == wantName && n >= 1 && n <= most && number == strconv.Itoa(n)
}
