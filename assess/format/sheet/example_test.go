package sheet_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/sheet"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

func ExampleRead() {
	file := strings.NewReader(`worker,statement,kind,level,by,at,remarks
w-17,S1,observation,3,assessor-a,2026-01-31,
w-17,S2,observation,three,assessor-a,2026-01-31,
w-18,S1,test,3.2,exam-1,2026-02-28,resit
`)
	workers, problems := sheet.Read(file, "team.csv")
	for _, w := range workers {
		for _, e := range w.Evidence {
			fmt.Println(w.ID, e.ID, e.Kind, e.At)
		}
	}
	for _, p := range problems {
		fmt.Println(p.Origin.File, "line", p.Origin.Line, p.Path)
	}
	// Output:
	// w-17 row-1 observation 2026-01-31
	// w-18 row-3 test 2026-02-28
	// team.csv line 1 header
	// team.csv line 3 row 2.level
}

// A table is written as it is read; what it has no place for is told.
func ExampleWriteCSV() {
	workers, _ := sheet.Read(strings.NewReader("KSB;Type;Date\nS1;test;2026-01-31\n"), "x.csv")
	workers[0].Credentials = []assess.Credential{{ID: "first-aid"}}
	lost, err := sheet.WriteCSV(os.Stdout, workers)
	fmt.Println(lost, err)
	// Output:
	// worker,evidence,statement,kind,as,mode,level,by,at,until,relevance,confidence,reliability,state
	// ,row-1,S1,test,,,,,2026-01-31,,,,,
	// [].credentials[first-aid]: value not allowed: no place in a table of evidence for it <nil>
}

// A workbook to fill in for one role: a row for each statement that it asks for.
func ExampleTemplate() {
	ix, _ := ksb.Compile(ksbtest.Standard("desk", "K1", "S1"))
	var book bytes.Buffer
	fmt.Println(sheet.Template(&book, ix, "desk"))
	workers, problems := sheet.Read(&book, "evidence.xlsx")
	fmt.Println(len(workers), len(problems))
	// Output:
	// <nil>
	// 0 0
}

// A workbook reads as it was written.
func ExampleWriteXLSX() {
	workers, _ := sheet.Read(strings.NewReader("statement,kind,at\nS1,test,2026-01-31\n"), "x.csv")
	var book bytes.Buffer
	lost, err := sheet.WriteXLSX(&book, workers)
	again, problems := sheet.Read(&book, "x.xlsx")
	fmt.Println(len(lost), err, again[0].Evidence[0].ID, len(problems))
	// Output:
	// 0 <nil> row-1 0
}
