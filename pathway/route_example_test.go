package pathway_test

import (
	"context"
	"fmt"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

func sampleAtlas() *pathway.Atlas {
	f := ward()
	ix, _ := ksb.Compile(f)
	planner, _ := pathway.NewPlanner(ix, pathway.Catalogue{Courses: wardCourses()})
	return pathway.NewAtlas(ix, planner, pathway.AtlasOptions{}, f)
}

func ExampleNewAtlas() {
	for l := range sampleAtlas().Links("senior") {
		fmt.Printf("%s %s %.2f\n", l.To, l.Kind, l.Cover)
	}
	// Output:
	// manager published 0.00
	// practitioner published 0.57
	// practitioner computed 0.57
	// support computed 1.00
}

// The course for both roles is dearer than the one for the first, and cheaper than one
// for each.
func ExampleTraveller_Routes() {
	holder, err := sampleAtlas().Holder("support")
	if err != nil {
		fmt.Println(err)
		return
	}
	found, _ := holder.Routes(context.Background(), "practitioner", pathway.RouteOptions{})
	for _, hop := range found.Routes[0].Hops {
		fmt.Println(hop.Title, len(hop.New), "newly asked,", len(hop.Built), "from before,", hop.Total.CostPence, "pence so far")
	}
	// Output:
	// Senior support worker 3 newly asked, 0 from before, 1200 pence so far
	// Assistant practitioner 2 newly asked, 2 from before, 1200 pence so far
}

func ExampleTraveller_Frontier() {
	holder, _ := sampleAtlas().Holder("support")
	found, _ := holder.Frontier(context.Background(), "practitioner", pathway.RouteOptions{Objectives: []pathway.Objective{pathway.LeastWeeks, pathway.LeastHops}})
	for _, r := range found.Routes {
		fmt.Println(r.Weeks, len(r.Hops), found.Proved)
	}
	// Output: 6 2 true
}

func ExampleTraveller_Within() {
	holder, _ := sampleAtlas().Holder("practitioner")
	list, _ := holder.Within(context.Background(), 0, pathway.RouteOptions{})
	for _, r := range list {
		fmt.Println(r.Role, r.Now)
	}
	// Output:
}

func ExampleTraveller_UnlockedByCredential() {
	holder, _ := sampleAtlas().Holder("senior")
	list, _ := holder.UnlockedByCredential("degree", pathway.RouteOptions{})
	fmt.Println(len(list), list[0].Role, list[0].Opens)
	// Output: 1 practitioner [degree]
}
