package sheet_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/format/sheet"
)

// Every fault is reported with its row and the name of its column.
func ExampleRead() {
	file := strings.NewReader(`Course,Teaches,Cost pence,Minutes,Weeks
moving,lifting@3; turning@2,6000,360,1
physics,x-rays,a lot,600,4
`)
	c, problems := sheet.Read(file, "courses.csv")
	for _, course := range c.Courses {
		fmt.Println(course.ID, course.Teaches[0].Statement, course.Teaches[0].Level, course.CostPence)
	}
	fmt.Println(problems)
	// Output:
	// moving lifting 3 6000
	// courses.csv:3: row 2.Cost pence: wrong type: "a lot" is not a whole number
}

func catalogue() pathway.Catalogue {
	return pathway.Catalogue{Courses: []pathway.Course{{ID: "moving", Teaches: []pathway.Attainment{{Statement: "lifting", Level: 3}, {Statement: "turning"}}, CostPence: 6000, Minutes: 360, Weeks: 1}}}
}

func ExampleWriteCSV() {
	lost, err := sheet.WriteCSV(os.Stdout, catalogue())
	fmt.Println(len(lost), err)
	// Output:
	// course,title,provider,teaches,requires,after,needs,awards,credits of,credits add,excludes,cost pence,minutes,weeks,mode,settings,starts,funding maximum pence,assessed by,provided,currency
	// moving,,,lifting@3; turning,,,,,,,,6000,360,1,,,,,,,
	// 0 <nil>
}

// A workbook reads as it was written.
func ExampleWriteXLSX() {
	var book bytes.Buffer
	lost, err := sheet.WriteXLSX(&book, catalogue())
	c, problems := sheet.Read(&book, "courses.xlsx")
	fmt.Println(len(lost), err, c.Courses[0].ID, len(problems))
	// Output:
	// 0 <nil> moving 0
}

// A workbook for people to fill in.
func ExampleTemplate() {
	var book bytes.Buffer
	fmt.Println(sheet.Template(&book))
	c, problems := sheet.Read(&book, "courses.xlsx")
	fmt.Println(len(c.Courses), len(problems))
	// Output:
	// <nil>
	// 0 0
}
