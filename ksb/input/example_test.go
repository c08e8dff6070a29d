package input_test

import (
	"fmt"
	"strings"

	"github.com/skillgap-go/skillgap/ksb/input"
)

func ExampleUpload() {
	_, problem := input.Upload(strings.NewReader("name,born on\nAnn,2001-02-03\n"), "team.csv", input.Limits{Sent: 20})
	fmt.Println(problem)
	// Output: team.csv: too large: it has more than the 20 bytes that can be sent at once
}

func ExampleRead() {
	data, problem := input.Read(strings.NewReader("\uFEFFname\n"), "team.csv")
	fmt.Printf("%q %v\n", data, problem)
	// Output: "name\n" <nil>
}

func ExampleReadWithin() {
	_, problem := input.ReadWithin(strings.NewReader("name,born on\n"), "team.csv", input.Limits{Bytes: 5})
	fmt.Println(problem)
	// Output: team.csv: too large: more than the limit of 5 bytes
}

func ExampleUnpack() {
	data, problem := input.Unpack(strings.NewReader("\x89PNG"), "picture", input.Limits{})
	fmt.Printf("%q %v\n", data, problem)
	// Output: "\x89PNG" <nil>
}

func ExampleText() {
	_, problem := input.Text([]byte("%PDF-1.7 \xe2\xe3"), "team.csv")
	fmt.Println(problem)
	// Output: team.csv:1: not UTF-8: this is a PDF document, whatever it is called
}

func ExampleArchive() {
	fmt.Println(input.Archive([]byte("no archive"), "team.csv", input.Limits{}))
	// Output: <nil>
}
