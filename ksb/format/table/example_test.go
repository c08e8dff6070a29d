package table_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

// A table is read by the names of its columns, whatever people call them; problems name
// them as they stand in the file.
func ExampleOpen() {
	file := strings.NewReader("WHO;Date of birth;Shoe size\nAnn;2001-02-03;38\nBob;3/2/2001;44\n")
	book, _ := table.Open(file, "staff.csv")
	layout := table.Layout{{Name: "name", Also: []string{"who"}, Key: true}, {Name: "born", Also: []string{"date of birth"}}}
	var problems ksb.Problems
	for row := range book.Rows(layout, &problems) {
		fmt.Printf("%s %q\n", row.Text("name"), row.Date("born"))
	}
	fmt.Println(problems.Sort())
	// Output:
	// Ann "2001-02-03"
	// Bob ""
	// staff.csv:1: header: unknown key: the columns "Shoe size" are ignored
	// staff.csv:3: row 2.Date of birth: not a date: "3/2/2001" is not a day as YYYY-MM-DD
}

func staff() table.Page {
	p := table.Page{Name: "Staff", Columns: []table.Head{{Name: "name", Note: "An ID."}, {Name: "skills", Choices: []string{"lifting", "turning"}, Free: true}}}
	p.Add("w-1", table.Join([]string{"lifting", "turning; both sides"}, ";"))
	return p
}

func ExampleWriteCSV() {
	_ = table.WriteCSV(os.Stdout, staff())
	// Output:
	// name,skills
	// w-1,lifting; turning\; both sides
}

func ExampleWriteWorkbook() {
	var out bytes.Buffer
	fmt.Println(table.WriteWorkbook(&out, []string{"One person a row."}, staff()))
	fmt.Println(table.IsWorkbook(out.Bytes()))
	book, _ := table.Open(&out, "staff.xlsx")
	var problems ksb.Problems
	for row := range book.Sheet("staff").Rows(table.Layout{{Name: "Name", Key: true}, {Name: "Skills"}}, &problems) {
		fmt.Printf("%s: %q %s\n", row.Text("Name"), row.List("Skills", ";"), row.Path("Skills"))
	}
	// Output:
	// <nil>
	// true
	// w-1: ["lifting" "turning; both sides"] Staff!B2.skills
}

func ExampleLost() {
	was := ksb.Role{ID: "clerk", Title: "Clerk", Band: "4"}
	fmt.Println(table.Lost(was, ksb.Role{ID: "clerk", Title: "Clerk"}, "a list of roles"))
	// Output:
	// band: value not allowed: no place in a list of roles for it
}

func ExampleSameName() {
	fmt.Println(table.SameName("Half-life days", "HALF_LIFE_DAYS"), table.SameName("Half-life", "Shelf life"))
	// Output:
	// true false
}
