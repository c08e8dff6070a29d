package deliveryjson_test

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/skillgap-go/skillgap/pathway/format/deliveryjson"
	"github.com/skillgap-go/skillgap/pathway/rpl"
)

// Every fault is reported with its line, and the sound activities stay.
func ExampleRead() {
	file := strings.NewReader(`{
  "format": "delivery/1",
  "weeks": 60,
  "bandMaxPence": 300000,
  "activities": [
    {"id": "moving", "minutes": 600, "statements": ["S4"]},
    {"id": "physics", "minutes": "a lot"}
  ]
}`)
	delivery, problems := deliveryjson.Read(file, "programme.json")
	for _, a := range delivery.Activities {
		fmt.Println(a.ID, a.Minutes, a.Statements)
	}
	fmt.Println(problems)
	// Output:
	// moving 600 [S4]
	// programme.json:7: activities[1].minutes: wrong type: expected a number, found "a lot"
}

func ExampleWrite() {
	var out bytes.Buffer
	err := deliveryjson.Write(&out, rpl.Delivery{Weeks: 60, BandMaxPence: 300000})
	fmt.Print(out.String())
	fmt.Println("error:", err)
	// Output:
	// {
	//   "format": "delivery/1",
	//   "weeks": 60,
	//   "bandMaxPence": 300000
	// }
	// error: <nil>
}
