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
	var header struct {
		Format string `json:"format"`
	}
	if problems := Decode(data, file, Foreign, &header); len(problems) > 0 {
		return problems[0]
	}
	if got := header.Format; !readable(got, want) {
		return &ksb.Problem{Fault: ksb.ErrFormat, Path: "format", Origin: ksb.Origin{File: file, Line: 1},
			Detail: fmt.Sprintf("expected %q, found %q", want, clip(got))}
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
