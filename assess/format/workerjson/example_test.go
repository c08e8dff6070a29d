package workerjson_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/workerjson"
)

func ExampleRead() {
	file := strings.NewReader(`{"format": "worker/1", "id": "w-17",
  "evidence": [
    {"statements": ["S1"], "kind": "observation", "level": 3, "at": "2026-01-31"},
    {"statements": ["S1"], "kind": "exam", "level": 3, "at": "2026-01-31"},
    {"statements": ["S2"], "kind": "certificate", "at": "2026-02-30"},
    {"statements": ["K7"], "kind": "certificate", "at": "2026-02-28"}
  ]}`)
	worker, problems := workerjson.Read(file, "w-17.json")
	for _, e := range worker.Evidence {
		fmt.Println(e.ID, e.Kind, e.At)
	}
	for _, p := range problems {
		fmt.Println(p.Origin.File, "line", p.Origin.Line, p.Path)
	}
	// Output:
	// row-1 observation 2026-01-31
	// row-4 certificate 2026-02-28
	// w-17.json line 4 evidence[1].kind
	// w-17.json line 5 evidence[2].at
}

func ExampleWrite() {
	err := workerjson.Write(os.Stdout, assess.Worker{
		ID: "w-17",
		Evidence: []assess.Evidence{{
			ID: "e1", Statements: []assess.StatementRef{{ID: "S1"}, {ID: "S2", Level: new(2.0)}},
			Kind: assess.Test, Level: new(3.2), By: "exam-1", At: 739647,
		}},
	})
	fmt.Println("error:", err)
	// Output:
	// {
	//   "format": "worker/1",
	//   "id": "w-17",
	//   "evidence": [
	//     {
	//       "id": "e1",
	//       "statements": [
	//         "S1",
	//         {
	//           "id": "S2",
	//           "level": 2
	//         }
	//       ],
	//       "kind": "test",
	//       "level": 3.2,
	//       "by": "exam-1",
	//       "at": "2026-01-31"
	//     }
	//   ]
	// }
	// error: <nil>
}
