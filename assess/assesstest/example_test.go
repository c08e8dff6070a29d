package assesstest_test

import (
	"context"
	"fmt"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/assesstest"
)

// A house that trusts supervisors less asks whether that would have served it better.
func ExampleRun() {
	doubting := assess.DefaultPolicy()
	doubting.Reliability.Supervisor = 0.3
	result, err := assesstest.Run(context.Background(), assesstest.Options{
		Seed: 1, People: 100, Worlds: assesstest.Worlds()[:1],
		Models: []assesstest.Model{
			{Name: "default", Policy: assess.DefaultPolicy()},
			{Name: "doubting", Policy: doubting},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("doubting ranks better:", result.Models[1].Overall.Spearman > result.Models[0].Overall.Spearman)
	// Output: doubting ranks better: false
}

func ExampleSample_LookAgain() {
	sample, _ := assesstest.Draw(assesstest.Worlds()[0], 1, 60, 20)
	looked, err := sample.LookAgain(context.Background(), assesstest.Models()[0], 1, 10)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range looked {
		fmt.Printf("%-14s %.2f -> %.2f\n", l.Choice, l.Before, l.After)
	}
	// Output:
	// value          0.13 -> 0.09
	// largest-gap    0.13 -> 0.12
	// least-evidence 0.13 -> 0.10
	// random         0.13 -> 0.12
}
