package pathway_test

import (
	"context"
	"fmt"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// Two hours a week and a week's holiday: the second course waits for the first.
func ExamplePlanner_Timetable() {
	planner, _ := pathway.NewPlanner(sampleIndex(), pathway.Catalogue{Courses: []pathway.Course{
		{ID: "induction", Teaches: []pathway.Attainment{{Statement: "radiation"}}, Minutes: 240, Weeks: 2},
		{ID: "moving", Teaches: []pathway.Attainment{{Statement: "lifting"}}, After: []string{"induction"}, Minutes: 90, Weeks: 1},
	}})
	report := &assess.Report{Gaps: []assess.Gap{
		{Statement: "lifting", Level: 1, Action: assess.Develop, Importance: 1},
		{Statement: "radiation", Level: 1, Action: assess.Develop, Importance: 1},
	}}
	start, _ := ksb.ParseDate("2026-09-01")
	holiday, _ := ksb.ParseDate("2026-09-14")
	plan, err := planner.Plan(context.Background(), report, pathway.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	timetable, err := planner.Timetable(context.Background(), report, plan, pathway.Calendar{
		Start: start, MinutesPerWeek: 120, Closed: []pathway.Span{{From: holiday, To: holiday.AddDays(4)}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range timetable.Lessons {
		fmt.Println(l.Course, l.Begins, l.Ends)
	}
	fmt.Println(timetable.Weeks, timetable.BoundWeeks, timetable.Proved)
	// Output:
	// induction 2026-09-07 2026-09-27
	// moving 2026-09-28 2026-10-04
	// 4 4 true
}

// What an hour more a week is worth: beside each other two courses are done sooner.
func ExamplePlanner_Paces() {
	planner, _ := pathway.NewPlanner(sampleIndex(), pathway.Catalogue{Courses: []pathway.Course{
		{ID: "induction", Teaches: []pathway.Attainment{{Statement: "radiation"}}, Minutes: 240, Weeks: 2},
		{ID: "moving", Teaches: []pathway.Attainment{{Statement: "lifting"}}, Minutes: 90, Weeks: 1},
	}})
	report := &assess.Report{Gaps: []assess.Gap{
		{Statement: "lifting", Level: 1, Action: assess.Develop, Importance: 1},
		{Statement: "radiation", Level: 1, Action: assess.Develop, Importance: 1},
	}}
	start, _ := ksb.ParseDate("2026-09-07")
	plan, err := planner.Plan(context.Background(), report, pathway.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	paces, err := planner.Paces(context.Background(), report, plan, pathway.Calendar{Start: start}, 15)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range paces {
		fmt.Println(p.MinutesPerWeek, p.Weeks, p.Ends, p.Proved)
	}
	// Output:
	// 120 3 2026-09-27 true
	// 210 2 2026-09-20 true
}

// The need for radiation rules is new; lifting is booked and stays, though one course
// would do for both.
func ExamplePlanner_Replan() {
	planner, _ := pathway.NewPlanner(sampleIndex(), pathway.Catalogue{Courses: []pathway.Course{
		{ID: "both", Teaches: []pathway.Attainment{{Statement: "lifting"}, {Statement: "radiation"}}, CostPence: 7000, Minutes: 400, Weeks: 1},
		{ID: "moving", Teaches: []pathway.Attainment{{Statement: "lifting"}}, CostPence: 6000, Minutes: 360, Weeks: 1},
		{ID: "rules", Teaches: []pathway.Attainment{{Statement: "radiation"}}, CostPence: 4000, Minutes: 180, Weeks: 1},
	}})
	lifting := assess.Gap{Statement: "lifting", Level: 1, Action: assess.Develop, Importance: 1}
	radiation := assess.Gap{Statement: "radiation", Level: 1, Action: assess.Develop, Importance: 1}
	old, err := planner.Plan(context.Background(), &assess.Report{Gaps: []assess.Gap{lifting}}, pathway.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	report := &assess.Report{Gaps: []assess.Gap{lifting, radiation}}
	now, err := planner.Replan(context.Background(), report, old, pathway.Progress{Booked: []string{"moving"}}, pathway.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range now.Changes {
		fmt.Println(c.Change, c.Course, c.Reason, c.Refs)
	}
	fmt.Println(now.Plan.CostPence, now.Plan.Proved)
	// Output:
	// kept moving booked []
	// added rules new-need [radiation]
	// 10000 true
}
