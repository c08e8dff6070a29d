package sheet_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/skillgap-go/skillgap/ksb/format/sheet"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

// Every fault is reported with its row and the name of its column, and the rest is read.
func ExampleRead() {
	file := strings.NewReader(`KSB ref;Type;Description;Level;Remarks
K1;Knowledge;Knows the rules of the desk;1;
S1;Skill;Answers the telephone;expert;ask her
`)
	f, problems := sheet.Read(file, "clerks.csv")
	for _, s := range f.Statements {
		fmt.Println(s.ID, s.Kind, s.Text)
	}
	fmt.Println(problems)
	// Output:
	// clerks/K1 knowledge Knows the rules of the desk
	// clerks/S1 skill Answers the telephone
	// clerks.csv:1: header: unknown key: the columns "Remarks" are ignored
	// clerks.csv:3: row 2.Level: level off its scale: "expert" is neither the name nor the number of a rung of the scale ""
}

// One table has no place for everything, and says so.
func ExampleWriteCSV() {
	f := ksbtest.Standard("desk", "K1", "S1")
	f.Roles[0].Requirements[0].Critical = true
	lost, err := sheet.WriteCSV(os.Stdout, f)
	fmt.Println(err)
	fmt.Println(lost)
	// Output:
	// Framework,Edition,Role,Role title,Statement,Code,Kind,Text,Scale,Rungs,Level,Critical,Weight,Duties,Requires,Half-life days,Verified by
	// desk,,desk,Role desk,desk/K1,K1,knowledge,Statement K1,,,,yes,,,,,
	// desk,,desk,Role desk,desk/S1,S1,skill,Statement S1,,,,,,,,,
	// <nil>
	// title: value not allowed: no place in one table for it
}

// A workbook carries everything.
func ExampleWriteXLSX() {
	var book bytes.Buffer
	lost, err := sheet.WriteXLSX(&book, ksbtest.Standard("desk", "K1", "S1"))
	fmt.Println(len(lost), err)
	f, _ := sheet.Read(&book, "desk.xlsx")
	fmt.Println(f.Title, len(f.Statements))
	// Output:
	// 0 <nil>
	// Standard desk 2
}

// A workbook for people to fill in.
func ExampleTemplate() {
	var book bytes.Buffer
	fmt.Println(sheet.Template(&book))
	f, problems := sheet.Read(&book, "desk.xlsx")
	fmt.Println(f.ID, len(f.Statements), len(problems))
	// Output:
	// <nil>
	// desk 0 0
}
