package casejson_test

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/casejson"
)

func ExampleRead() {
	file := strings.NewReader(`{
  "CFDocument": {"identifier": "d0000000-0000-4000-8000-000000000000", "title": "Baking"},
  "CFItems": [
    {"identifier": "10000000-0000-4000-8000-000000000000", "humanCodingScheme": "K1", "fullStatement": "Knows flours", "CFItemType": "Knowledge"},
    {"identifier": "20000000-0000-4000-8000-000000000000", "humanCodingScheme": "S1", "fullStatement": "Kneads", "CFItemType": "Skill", "notes": "By hand."}
  ],
  "CFAssociations": []}`)
	framework, problems := casejson.Read(file, "baking.json")
	for _, s := range framework.Statements {
		fmt.Println(s.Kind, s.Code, s.Text)
	}
	fmt.Println(framework.Roles[0].Title, "requires", len(framework.Roles[0].Requirements))
	for _, p := range problems {
		fmt.Println(p.Origin.Line, p.Path, errors.Is(p, casejson.ErrNoPlace))
	}
	// Output:
	// knowledge K1 Knows flours
	// skill S1 Kneads
	// Baking requires 2
	// 5 CFItems[].notes true
}

func ExampleWrite() {
	problems, err := casejson.Write(os.Stdout, ksb.Framework{
		ID: "baking", Edition: "2026-01-31", Title: "Baking",
		Statements: []ksb.Statement{{ID: "10000000-0000-4000-8000-000000000000", Code: "K1", Kind: ksb.Knowledge, Text: "Knows flours", HalfLifeDays: 365}},
	})
	for _, p := range problems {
		fmt.Println(p.Path, errors.Is(p, casejson.ErrNoPlace))
	}
	fmt.Println("error:", err)
	// Output:
	// {
	//   "CFDocument": {
	//     "identifier": "087a784c-fe31-5633-9d7a-6ac907228741",
	//     "uri": "urn:x-ksb:framework:baking",
	//     "creator": "unknown",
	//     "title": "Baking",
	//     "lastChangeDateTime": "2026-01-31T00:00:00Z",
	//     "version": "2026-01-31",
	//     "notes": "ksb/1: roles, options, duties and groups are items of these types"
	//   },
	//   "CFItems": [
	//     {
	//       "identifier": "10000000-0000-4000-8000-000000000000",
	//       "uri": "urn:uuid:10000000-0000-4000-8000-000000000000",
	//       "fullStatement": "Knows flours",
	//       "CFItemType": "Knowledge",
	//       "humanCodingScheme": "K1",
	//       "lastChangeDateTime": "2026-01-31T00:00:00Z",
	//       "extensions": {
	//         "ksb": {
	//           "halfLifeDays": 365
	//         }
	//       }
	//     }
	//   ],
	//   "CFAssociations": [
	//     {
	//       "identifier": "0c07e160-a6e9-5d99-8457-84cc00babf2c",
	//       "associationType": "isChildOf",
	//       "sequenceNumber": 1,
	//       "uri": "urn:uuid:0c07e160-a6e9-5d99-8457-84cc00babf2c",
	//       "originNodeURI": {
	//         "title": "K1",
	//         "identifier": "10000000-0000-4000-8000-000000000000",
	//         "uri": "urn:uuid:10000000-0000-4000-8000-000000000000"
	//       },
	//       "destinationNodeURI": {
	//         "title": "Baking",
	//         "identifier": "087a784c-fe31-5633-9d7a-6ac907228741",
	//         "uri": "urn:x-ksb:framework:baking"
	//       },
	//       "lastChangeDateTime": "2026-01-31T00:00:00Z"
	//     }
	//   ]
	// }
	// statements[].halfLifeDays true
	// error: <nil>
}
