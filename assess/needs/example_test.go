package needs_test

import (
	"fmt"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/needs"
	"github.com/skillgap-go/skillgap/ksb"
)

// answers are those of people a, b, c.. about one item; -1 is not answered.
func answers(item string, importance, performance []float64) (list []needs.Answer) {
	given := func(x float64) *float64 {
		if x < 0 {
			return nil
		}
		return &x
	}
	for i := range importance {
		list = append(list, needs.Answer{Respondent: string(rune('a' + i)), Item: item, Importance: given(importance[i]), Performance: given(performance[i])})
	}
	return list
}

// theatre is a survey of three items on a scale from 1 to 5.
func theatre() *needs.Returns {
	survey := needs.Survey{Scale: needs.Scale{Least: 1, Most: 5}, Items: []needs.Item{
		{ID: "i1", Text: "Positioning", Area: "care", Statement: "S1"}, {ID: "i2", Text: "Stock", Area: "kit"}, {ID: "i3", Text: "Handover", Area: "care", Statement: "S3"},
	}}
	survey.Answers = append(survey.Answers, answers("i1", []float64{5, 4, 5, 4, 5, 5}, []float64{3, 4, 2, 3, 4, -1})...)
	survey.Answers = append(survey.Answers, answers("i2", []float64{2, 3, 2, 2}, []float64{4, 4, 5, 3})...)
	survey.Answers = append(survey.Answers, answers("i3", []float64{4, 5, 4}, []float64{4, 4, 4})...)
	returns, problems := needs.Collect(survey)
	if problems != nil {
		fmt.Println(problems)
	}
	return returns
}

func ExampleCollect() {
	importance := 6.0
	_, problems := needs.Collect(needs.Survey{Scale: needs.Scale{Least: 1, Most: 5}, Items: []needs.Item{{ID: "i1"}},
		Answers: []needs.Answer{{Respondent: "a", Item: "i1", Importance: &importance}, {Respondent: "a", Item: "i2"}}})
	for _, p := range problems {
		fmt.Println(p)
	}
	// Output:
	// answers[a][i1].importance: value not allowed: 6 is not on the scale from 1 to 5
	// answers[a][i2]: value not allowed: no item "i2"
}

// What to do about the person who said how important it is and not how well they do.
func ExampleReturns_Borich() {
	for _, missing := range []needs.Missing{needs.Pairwise, needs.Available} {
		s := theatre().Borich(needs.Counting{Missing: missing}).Scores[0]
		fmt.Printf("%v: %s %.4f\n", missing, s.Item, s.Value)
	}
	// Output:
	// pairwise: i1 6.4400
	// available: i1 6.5333
}

func ExampleReturns_Ranked() {
	for _, s := range theatre().Ranked(needs.Counting{}).Scores {
		fmt.Printf("%d. %s %.0f\n", s.Rank, s.Item, s.Value)
	}
	// Output:
	// 1. i1 -80
	// 2. i3 -33
	// 3. i2 100
}

func ExampleReturns_Difference() {
	for _, s := range theatre().Difference(needs.Counting{}, needs.Median).Scores {
		fmt.Printf("%d. %s %.1f\n", s.Rank, s.Item, s.Value)
	}
	// Output:
	// 1. i1 2.0
	// 2. i3 0.0
	// 3. i2 -2.0
}

// The crosshair decides what comes out.
func ExampleReturns_Quadrants() {
	for _, at := range []needs.Crosshair{{At: needs.GrandMeans}, {At: needs.Midpoint}, {At: needs.Given, Importance: 4.5, Other: 4.5}} {
		grid, err := theatre().Quadrants(needs.Counting{}, at)
		fmt.Print(at.At, ":")
		for _, item := range grid.Items {
			fmt.Print(" ", item.Item, " ", item.Quadrant)
		}
		fmt.Println("", err)
	}
	// Output:
	// grand-means: i1 concentrate i2 overkill i3 keep-up <nil>
	// midpoint: i1 keep-up i2 overkill i3 keep-up <nil>
	// given: i1 concentrate i2 low-priority i3 low-priority <nil>
}

func ExampleReturns_Locus() {
	locus, err := theatre().Locus(needs.Counting{}, needs.Crosshair{})
	for _, item := range locus.Items {
		fmt.Println(item.Item, item.Focus)
	}
	fmt.Println(err)
	// Output:
	// i1 top
	// i2 neither
	// i3 top
	// <nil>
}

func ExampleReturns_Triple() {
	fmt.Println(theatre().Triple(needs.Counting{}, needs.Crosshair{}, needs.Crosshair{}, needs.TripleTop))
	// Output: [i1] <nil>
}

func ExampleReturns_DIF() {
	rate := func(x float64) *float64 { return &x }
	returns, _ := needs.Collect(needs.Survey{Scale: needs.Scale{Least: 1, Most: 5}, Frequency: needs.Scale{Least: 1, Most: 4},
		Items: []needs.Item{{ID: "resuscitate"}, {ID: "file"}},
		Answers: []needs.Answer{
			{Respondent: "a", Item: "resuscitate", Difficulty: rate(5), Importance: rate(5), Frequency: rate(1)},
			{Respondent: "a", Item: "file", Difficulty: rate(1), Importance: rate(2), Frequency: rate(4)},
		}})
	advice, _, err := returns.DIF(needs.Counting{}, needs.Cuts{})
	for _, a := range advice {
		fmt.Println(a.Item, a.Training)
	}
	fmt.Println(err)
	// Output:
	// file no-training
	// resuscitate over-train
	// <nil>
}

func ExampleDecide() {
	fmt.Println(needs.Decide(true, true, false), needs.Decide(false, true, true))
	// Output: over-train no-training
}

func ExampleTauB() {
	fmt.Println(needs.TauB([]float64{1, 2, 3, 4}, []float64{1, 3, 2, 4}))
	// Output: 0.6666666666666667 true
}

func ExampleAgree() {
	r := theatre()
	a := needs.Agree(r.Borich(needs.Counting{}), r.Ranked(needs.Counting{}), 2)
	fmt.Printf("%v and %v: tau %.2f, %d of the first %d shared\n", a.First, a.Second, *a.Tau, a.Shared, a.Top)
	// Output: borich and ranked-discrepancy: tau 1.00, 2 of the first 2 shared
}

func ExampleCompare() {
	result, err := needs.Compare(theatre(), needs.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range result.Items {
		fmt.Printf("%s Borich %.2f, ranked %.0f, difference %.2f, %v\n", row.Item, row.Borich.Value, row.Ranked.Value, row.Difference.Value, row.Quadrant)
	}
	// Output:
	// i1 Borich 6.44, ranked -80, difference 1.40, concentrate
	// i3 Borich 1.44, ranked -33, difference 0.33, keep-up
	// i2 Borich -3.94, ranked 100, difference -1.75, overkill
}

// What people asked for beside what the evidence shows.
func ExampleResult_Beside() {
	result, err := needs.Compare(theatre(), needs.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := assess.Quick(ksb.Framework{ID: "f",
		Statements: []ksb.Statement{{ID: "S1", Code: "K1", Kind: ksb.Skill, Text: "Positions patients"}, {ID: "S2", Code: "K2", Kind: ksb.Skill, Text: "Counts"}},
		Roles:      []ksb.Role{{ID: "R", Title: "Assistant", Requirements: []ksb.Requirement{{Statement: "S1"}, {Statement: "S2"}}}},
	}, assess.Worker{ID: "w"}, "R", 739797)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, pair := range result.Beside(report) {
		fmt.Println(pair.Row.Item, pair.Gap.Code, pair.Gap.Status)
	}
	// Output: i1 K1 not-evidenced
}
