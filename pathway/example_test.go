package pathway_test

import (
	"context"
	"fmt"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

func sampleIndex() *ksb.Index {
	ix, _ := ksb.Compile(ksb.Framework{Statements: []ksb.Statement{
		{ID: "lifting", Kind: ksb.Skill, Text: "Lifts patients safely"},
		{ID: "radiation", Kind: ksb.Knowledge, Text: "Knows the local radiation rules"},
	}})
	return ix
}

// A mistake takes one course with it; the rest can be used.
func ExampleNewPlanner() {
	_, problems := pathway.NewPlanner(sampleIndex(), pathway.Catalogue{Courses: []pathway.Course{
		{ID: "moving", Teaches: []pathway.Attainment{{Statement: "lifting"}}, CostPence: 6000, Weeks: 1},
		{ID: "physics", Teaches: []pathway.Attainment{{Statement: "radiation"}}, CostPence: -1},
	}})
	fmt.Println(problems)
	// Output: courses[physics].costPence: value not allowed: -1 is below zero
}

func ExamplePlanner_Plan() {
	planner, _ := pathway.NewPlanner(sampleIndex(), pathway.Catalogue{Courses: []pathway.Course{
		{ID: "induction", Teaches: []pathway.Attainment{{Statement: "radiation"}}, Minutes: 420, Weeks: 1, Provided: true},
		{ID: "moving", Teaches: []pathway.Attainment{{Statement: "lifting"}}, After: []string{"induction"}, CostPence: 6000, Minutes: 360, Weeks: 1},
		{ID: "moving-plus", Teaches: []pathway.Attainment{{Statement: "lifting"}}, CostPence: 9000, Minutes: 300, Weeks: 1},
	}})
	report := &assess.Report{Worker: "w-17", Gaps: []assess.Gap{
		{Statement: "lifting", Level: 1, Action: assess.Develop, Importance: 1},
		{Statement: "radiation", Level: 1, Action: assess.Assess, Importance: 1},
	}}
	plan, err := planner.Plan(context.Background(), report, pathway.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, step := range plan.Steps {
		fmt.Println(step.StartWeek, step.EndWeek, step.Course, step.Closes)
	}
	fmt.Println(plan.CostPence, plan.Weeks, plan.Proved, plan.Left)
	// Output:
	// 0 1 induction []
	// 1 2 moving [lifting]
	// 6000 2 true [{radiation assess-first []}]
}

func choices() (*pathway.Planner, *assess.Report) {
	planner, _ := pathway.NewPlanner(sampleIndex(), pathway.Catalogue{Courses: []pathway.Course{
		{ID: "evening", Teaches: []pathway.Attainment{{Statement: "lifting"}}, CostPence: 6000, Minutes: 360, Weeks: 6},
		{ID: "intensive", Teaches: []pathway.Attainment{{Statement: "lifting"}}, CostPence: 9000, Minutes: 300, Weeks: 1},
	}})
	return planner, &assess.Report{Worker: "w-17", Gaps: []assess.Gap{{Statement: "lifting", Level: 1, Action: assess.Develop, Importance: 1}}}
}

// Both are worth a look: one is cheaper, the other quicker.
func ExamplePlanner_Frontier() {
	planner, report := choices()
	for plan, err := range planner.Frontier(context.Background(), report, pathway.Options{}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(plan.Steps[0].Course, plan.CostPence, plan.Minutes, plan.Weeks, plan.Proved)
	}
	// Output:
	// evening 6000 360 6 true
	// intensive 9000 300 1 true
}

func ExamplePlanner_Why() {
	planner, report := choices()
	why, err := planner.Why(context.Background(), report, pathway.Options{}, "intensive")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(why.InPlan, why.MorePence, why.MoreMinutes, why.MoreWeeks)
	for _, reason := range why.Because {
		fmt.Println(reason.Code, reason.Refs)
	}
	// Output:
	// false 3000 -60 -5
	// takes-place-of [evening]
}
