package ksbjson_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
)

func ExampleRead() {
	file := strings.NewReader(`{"format": "ksb/1", "id": "imaging",
  "statements": [
    {"id": "S1", "code": "S1", "kind": "skill", "text": "Check a request"},
    {"id": "S2", "code": "S2", "kind": "skil", "text": "Position a patient"}
  ]}`)
	framework, problems := ksbjson.Read(file, "imaging.json")
	for _, s := range framework.Statements {
		fmt.Println(s.Code, s.Text)
	}
	for _, p := range problems {
		fmt.Println(p.Origin.File, "line", p.Origin.Line, p.Path)
	}
	// Output:
	// S1 Check a request
	// imaging.json line 4 statements[1].kind
}

func ExampleWrite() {
	err := ksbjson.Write(os.Stdout, ksb.Framework{
		ID:         "imaging",
		Statements: []ksb.Statement{{ID: "S1", Code: "K1", Kind: ksb.Knowledge, Text: "Knows the <safe> dose"}},
	})
	fmt.Println("error:", err)
	// Output:
	// {
	//   "format": "ksb/1",
	//   "id": "imaging",
	//   "statements": [
	//     {
	//       "id": "S1",
	//       "code": "K1",
	//       "kind": "knowledge",
	//       "text": "Knows the <safe> dose"
	//     }
	//   ]
	// }
	// error: <nil>
}
