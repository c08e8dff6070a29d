package render_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/wording"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/render"
)

func ExampleText() {
	report := &assess.Report{
		Role: assess.RoleName{Title: "Imaging support worker"},
		Gaps: []assess.Gap{{Statement: "lifting", Code: "S4", Text: "Lifts patients safely"}},
	}
	bound := int64(6000)
	plan := &pathway.Plan{
		Worker: "w-17", CostPence: 6000, Minutes: 390, Weeks: 1, Proved: true, BoundPence: &bound,
		Steps: []pathway.Step{{
			Course: "moving", Title: "Moving and handling", EndWeek: 1, Closes: []ksb.StatementID{"lifting"},
			Because: []assess.Reason{
				{Code: pathway.ClosesGap, Refs: []string{"lifting"}},
				{Code: pathway.Takes, Numbers: assess.Numbers{{Name: "minutes", Value: 390}, {Name: "pence", Value: 6000}}},
			},
		}},
	}
	if err := render.Text(os.Stdout, report, plan); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Training plan for w-17: Imaging support worker
	// ----------------------------------------------
	//
	// Courses
	// -------
	//   1. Moving and handling [moving]: week 1
	//      £60.00, 6 hours 30 minutes. Closes S4.
	//
	// In all
	// ------
	//   Cost   £60.00
	//   Hours  6 hours 30 minutes
	//   Weeks  1
	//   Proof  proved: no plan can cost less.
}

// One file is another language; what it leaves out is said in English.
func ExampleOptions() {
	german, problems := wording.Load(strings.NewReader(`{"language": "de", "messages": {
		"timetable.title": "Stundenplan für {worker}",
		"timetable.none": "Kein Kurs hat einen Platz."}}`), "de.json")
	fmt.Println(problems.Err())
	if err := (render.Options{Words: german}).TimetableText(os.Stdout, &pathway.Timetable{Worker: "w-17"}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <nil>
	// Stundenplan für w-17
	// --------------------
	// Kein Kurs hat einen Platz.
}
