package solve_test

import (
	"context"
	"fmt"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// Two goals, and an action for each that needs something first. Action 3 closes both
// and needs nothing, but costs more than the other three together.
func ExampleExact() {
	s, err := solve.Exact(context.Background(), &solve.Instance{
		Facts: 3,
		Goals: []solve.Goal{{Fact: 0}, {Fact: 1}},
		Actions: []solve.Action{
			{Needs: []int{2}, Adds: []int{0}, Cost: 20},
			{Needs: []int{2}, Adds: []int{1}, Cost: 30},
			{Adds: []int{2}, Cost: 40},
			{Adds: []int{0, 1}, Cost: 100},
		},
	})
	fmt.Println(s.Items, s.Value, s.Bound, s.Proved, err)
	// Output: [0 1 2] 90 90 true <nil>
}
