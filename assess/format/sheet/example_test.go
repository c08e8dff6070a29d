package sheet_test

import (
	"fmt"
	"strings"

	"github.com/skillgap-go/skillgap/assess/format/sheet"
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
	// team.csv line 1 remarks
	// team.csv line 3 row 2.level
}
