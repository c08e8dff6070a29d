package rpl_test

import (
	"fmt"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway/rpl"
)

// programme is a small programme, and scan a skills scan of somebody who can already
// move patients.
func programme() rpl.Delivery {
	start, _ := ksb.ParseDate("2025-09-01")
	return rpl.Delivery{
		Start: start, Weeks: 60, TotalMinutes: 400 * 60, PublishedMinutes: 300 * 60, BandMaxPence: 300000,
		Activities: []rpl.Activity{
			{ID: "moving", Minutes: 40 * 60, Weeks: 4, Statements: []string{"S4"}},
			{ID: "patients", Minutes: 90 * 60, Weeks: 9, Statements: []string{"S4", "S8"}},
		},
	}
}

func scan() rpl.Scan {
	seen := []rpl.Piece{{ID: "e7", Kind: assess.Observation, By: "assessor-a"}}
	return rpl.Scan{Worker: "w-17", Scores: []rpl.Score{
		{Statement: "lifting", Code: "S4", Score: 10, Needed: 10, Evidence: seen},
		{Statement: "talking", Code: "S8", Score: 9, Needed: 10}, // the person's own word
	}}
}

func ExampleRecognise() {
	prior, _ := rpl.FromScan(scan())
	result, problems := rpl.Recognise(programme(), prior, rpl.Options{})
	for _, line := range result.Lines {
		fmt.Println(line.Activity, line.Outcome, line.NotNeededMinutes/60, "hours")
	}
	fmt.Println(result.Minutes.Remaining/60, "hours,", result.Weeks.Remaining, "weeks left")
	fmt.Println("the price falls by at least", *result.Price.FloorPence, "pence; problems:", len(problems))
	// Output:
	// moving left-out 40 hours
	// patients kept 0 hours
	// 360 hours, 56 weeks left
	// the price falls by at least 15000 pence; problems: 0
}

// Every method is worked out; the result follows one.
func ExampleRecognise_methods() {
	prior, _ := rpl.FromScan(scan())
	result, _ := rpl.Recognise(programme(), prior, rpl.Options{Method: rpl.Binary})
	for _, m := range result.Methods {
		fmt.Println(m.Method, m.NotNeeded/60, "hours", *m.FloorPence, "pence")
	}
	// Output:
	// activity 40 hours 15000 pence
	// binary 85 hours 31800 pence
	// sliding 85 hours 31800 pence
}

// A day that no rules are known for gives no result.
func ExampleRecognise_unknownDay() {
	late, _ := ksb.ParseDate("2031-09-01")
	result, problems := rpl.Recognise(programme(), rpl.Prior{}, rpl.Options{Start: late})
	fmt.Println(result == nil)
	for _, p := range problems {
		if p.Fault == rpl.ErrNoRules {
			fmt.Println(p)
		}
	}
	// Output:
	// true
	// start: no rules for this day: 2031-09-01: rules are known for starts from 2017-05-01 to 2027-07-31
}

func ExampleFromScan() {
	prior, problems := rpl.FromScan(scan())
	for _, s := range prior.Statements {
		fmt.Println(s.Code, s.Level, "of", s.Needed, s.Met())
	}
	fmt.Println("problems:", len(problems))
	// Output:
	// S4 10 of 10 true
	// S8 0 of 10 false
	// problems: 0
}

func ExampleFromReport() {
	report := &assess.Report{
		Gaps: []assess.Gap{{Statement: "lifting", Code: "S4", Level: 3, Status: assess.Met}, {Statement: "talking", Code: "S8", Level: 3, Status: assess.BelowLevel}},
		Held: assess.Held{Levels: []assess.HeldLevel{{Statement: "lifting", Level: 4}, {Statement: "talking", Level: 1}}},
	}
	for _, s := range rpl.FromReport(report).Statements {
		fmt.Println(s.Code, s.Level, "of", s.Needed)
	}
	// Output:
	// S4 3 of 3
	// S8 1 of 3
}

// £3,000, and 70 of 400 hours not needed: 8.75%, which is £262.50.
func ExamplePriceFloor() {
	floor, exact, known := rpl.PriceFloor(300000, 70, 400)
	fmt.Println(floor, exact, known)
	// Output: 26200 26250 true
}

// The rule says £500 for a third of the hours; the service divides first and says £499.
func ExampleServiceValue() {
	floor, _, _ := rpl.PriceFloor(300000, 100, 300)
	service, _ := rpl.ServiceValue(3000, 300, 100)
	fmt.Println(floor/100, service)
	// Output: 500 499
}

func ExampleRuleSetOn() {
	start, _ := ksb.ParseDate("2024-09-02")
	set, err := rpl.RuleSetOn(rpl.RuleSets(), start)
	fmt.Println(set.ID, set.MinimumMonths, "months", err)
	fmt.Println(set.Rule(rpl.RuleMinimumDuration).Edition)
	// Output:
	// 2023 12 months <nil>
	// apprenticeship funding rules 2023 to 2024 and 2024 to 2025
}

func ExampleLimits_Check() {
	total, reduced := int64(226), int64(50)
	for _, w := range rpl.ServiceLimits().Check(rpl.Entry{TotalHours: &total, ReducedHours: &reduced}, 0) {
		fmt.Println(w.Code, w.Numbers)
	}
	// Output: service-hours-left [{left 176 hours} {least 187 hours}]
}

// A year of 30 hours a week, reckoned in three ways.
func ExampleWeeklyMinimum() {
	weekly, _ := rpl.WeeklyMinimum(52, 30*60, 0)
	calendar, _ := rpl.CalendarMinimum(365, 30*60)
	worked, _ := rpl.WorkingWeeksMinimum(46, 30*60)
	fmt.Println(weekly/60, "hours", weekly%60, "minutes;", calendar, "hours;", worked/60, "hours")
	// Output: 278 hours 24 minutes; 280 hours; 276 hours
}

func ExampleWeeksOf() {
	start, _ := ksb.ParseDate("2025-09-01")
	fmt.Println(rpl.WeeksOf(start, 8))
	// Output: 35
}
