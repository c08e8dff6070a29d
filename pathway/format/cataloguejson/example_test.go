package cataloguejson_test

import (
	"fmt"
	"strings"

	"github.com/skillgap-go/skillgap/pathway/format/cataloguejson"
)

// Every fault is reported with its line, and the sound courses stay.
func ExampleRead() {
	file := strings.NewReader(`{
  "format": "catalogue/1",
  "courses": [
    {"id": "moving", "teaches": [{"statement": "lifting", "level": 3}], "costPence": 6000},
    {"id": "physics", "costPence": "a lot"}
  ]
}`)
	catalogue, problems := cataloguejson.Read(file, "courses.json")
	for _, c := range catalogue.Courses {
		fmt.Println(c.ID, c.CostPence)
	}
	fmt.Println(problems)
	// Output:
	// moving 6000
	// courses.json:5: courses[1].costPence: wrong type: expected a number, found "a lot"
}
