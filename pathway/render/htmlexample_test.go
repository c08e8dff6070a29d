package render_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/render"
)

func BenchmarkPlanHTML(b *testing.B) {
	p, r := many(60), report()
	b.ReportAllocs()
	for b.Loop() {
		if err := render.PlanHTML(io.Discard, r, p, reports.HTMLOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRouteHTML(b *testing.B) {
	j, m := journey(), county()
	b.ReportAllocs()
	for b.Loop() {
		if err := render.RouteHTML(io.Discard, j, m, reports.HTMLOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

func ExamplePlanHTML() {
	plan := &pathway.Plan{Worker: "w-17", CostPence: 6000, Minutes: 390, Weeks: 1, Steps: []pathway.Step{{Course: "moving", Title: "Moving and handling", EndWeek: 1}}}
	var out bytes.Buffer
	err := render.PlanHTML(&out, nil, plan, reports.HTMLOptions{})
	fmt.Println(strings.HasPrefix(out.String(), "<!DOCTYPE html>"), strings.Contains(out.String(), "£60.00"), err)
	// Output: true true <nil>
}

func ExamplePlanSections() {
	report, plan := &assess.Report{Worker: "w-17"}, &pathway.Plan{Steps: []pathway.Step{{Course: "moving", EndWeek: 1}}}
	page := reports.Document(report, reports.HTMLOptions{})
	page.Sections = append(page.Sections, render.PlanSections(report, plan, reports.HTMLOptions{})...)
	if err := page.Write(io.Discard); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	for _, s := range render.PlanSections(report, plan, reports.HTMLOptions{}) {
		if len(s.Body) > 0 {
			fmt.Println(s.ID)
		}
	}
	// Output:
	// plan-total
	// plan-when
	// plan-steps
}

func ExampleRouteHTML() {
	var out bytes.Buffer
	err := render.RouteHTML(&out, journey(), county(), reports.HTMLOptions{})
	fmt.Println(strings.Contains(out.String(), "Map of roles"), err)
	// Output: true <nil>
}

func ExampleRouteSections() {
	for _, s := range render.RouteSections(journey(), county(), reports.HTMLOptions{}) {
		fmt.Println(s.ID, s.Title)
	}
	// Output:
	// routes The routes side by side
	// route-map Map of roles
	// route-1 Route 1
}

func ExampleNewPlanVoice() {
	plan := &pathway.Plan{Steps: []pathway.Step{{Course: "moving", StartWeek: 1, EndWeek: 4, Because: []assess.Reason{{Code: pathway.AskedFor}}}}}
	v := render.NewPlanVoice(nil, nil, plan)
	fmt.Println(v.When(plan.Steps[0]), v.Why(plan.Steps[0]), v.After(), v.Proof())
	// Output: weeks 2 to 4 [Asked for.] [[]] Not proved.
}
