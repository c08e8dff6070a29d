package render_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/render"
)

// asked is a plan with every key that only some questions call for.
func asked() *pathway.Plan {
	p := full()
	p.Start, p.FundedPence = 740000, 300000
	p.Steps[1].Begins = 740008
	p.Steps[1].Because = append([]assess.Reason{reason(pathway.AskedFor, []string{})}, p.Steps[1].Because...)
	last := &p.Steps[1].Because[len(p.Steps[1].Because)-1]
	last.Numbers = append(assess.Numbers{{Name: "fundedPence", Value: 300000}}, last.Numbers...)
	p.Left[0].Refs = []string{"dbs", "evening", "far", "long", "old", "ward"}
	p.RuledOut = []pathway.RuledOut{{Course: "evening", Reason: pathway.WrongMode}, {Course: "far", Reason: pathway.WrongSetting}, {Course: "long", Reason: pathway.Unwanted}, {Course: "old", Reason: pathway.NoStart}, {Course: "ward", Reason: pathway.WrongSetting}}
	p.Conditional.FundedPence = 1
	p.Reuse = &pathway.Reuse{Courses: []string{"induction"}, Closes: []ksb.StatementID{"S1"}, Residue: []ksb.StatementID{"S2"}}
	return p
}

func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

func TestTextSaysWhatWasAsked(t *testing.T) {
	t.Parallel()
	got := flat(text(t, report(), asked()))
	for why, says := range map[string]string{
		"who pays what, in all":       "Cost £1,234.50 for the employer, and £3,000.00 from funding",
		"who pays what, for a course": "£1,234.50 for the employer, and £3,000.00 from funding, 10 hours 30 minutes. Asked for. Closes K1.",
		"the day that a course needs": "weeks 2 to 4, from 2027-01-",
		"the day that weeks rest on":  "Weeks 4, counted from 2027-01-",
		"why courses are ruled out":   "but long is not to be taken; far, ward are for other settings; evening is given in a way that will not do; old is not on offer late enough; these stand in the way: dbs.",
		"reuse":                       "Courses that are provided here already (induction) can close K1 without anything new. Something new is needed for S2.",
		"the conditional funding":     "It could come to £2,034.50 for the employer, and £0.01 from funding",
	} {
		require.Contains(t, got, says, why)
	}
	none := asked()
	none.Reuse = &pathway.Reuse{}
	require.Contains(t, flat(text(t, report(), none)), "What is provided here already closes none of these gaps.")
}

func TestSchemaKnowsWhatWasAsked(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("plan-1.schema.json")
	require.NoError(t, err)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	require.NoError(t, c.AddResource("plan-1.schema.json", doc))
	s, err := c.Compile("plan-1.schema.json")
	require.NoError(t, err)
	var out bytes.Buffer
	require.NoError(t, render.JSON(&out, asked()))
	var again pathway.Plan
	require.NoError(t, json.Unmarshal(out.Bytes(), &again))
	require.Empty(t, cmp.Diff(asked(), &again), "a stored plan is the plan")
	value, err := jsonschema.UnmarshalJSON(&out)
	require.NoError(t, err)
	require.NoError(t, s.Validate(value))
	object := value.(map[string]any)
	object["ruledOut"].([]any)[0].(map[string]any)["reason"] = "weather"
	require.Error(t, s.Validate(value), "a reason that nobody gives")
}

func TestPlanWithoutQuestionsHasNoneOfTheKeys(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	require.NoError(t, render.JSON(&out, full()))
	for _, key := range []string{"start", "begins", "fundedPence", "ruledOut", "reuse"} {
		require.NotContains(t, out.String(), `"`+key+`"`)
	}
}

func choices() []*pathway.Plan {
	quick := full()
	quick.CostPence, quick.Minutes, quick.Weeks = 200000, 900, 2
	quick.Steps = []pathway.Step{quick.Steps[0], {Course: "crammer"}}
	return []*pathway.Plan{full(), quick}
}

func TestFrontierText(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why   string
		plans []*pathway.Plan
		whole bool
		says  []string
	}{
		{"what differs from the first", choices(), true, []string{
			"Choices of training for w-17: Imaging support worker", "1. £1,234.50, 17 hours 30 minutes, 4 weeks Courses: induction, rules.",
			"2. £2,000.00, 15 hours, 2 weeks Takes crammer. Does without rules.", "Proved: there are 2 choices, and no others.",
		}},
		{"a search cut short", choices()[:1], false, []string{"Not proved: the search was cut short, and there may be other choices."}},
		{"none at all", nil, false, []string{"Choices of training for this worker: Imaging support worker"}},
		{"within limits", []*pathway.Plan{{Proved: true, BoundShare: ptr(0.5)}}, true, []string{"1. £0.00, 0 minutes, 0 weeks, closes 50% of what matters Courses: none."}},
	} {
		var out bytes.Buffer
		require.NoError(t, render.FrontierText(&out, report(), c.plans, c.whole))
		for _, says := range c.says {
			require.Contains(t, flat(out.String()), says, c.why)
		}
	}
	require.Error(t, render.FrontierText(broken{}, nil, nil, true))
}

func TestWhyText(t *testing.T) {
	t.Parallel()
	best := pathway.Conditional{CostPence: 100, Minutes: 60, Weeks: 2}
	other := pathway.Conditional{CostPence: 300, Minutes: 30, Weeks: 2}
	why := func(in bool, reasons ...assess.Reason) *pathway.Why {
		return &pathway.Why{Course: "rules", Title: "Radiation rules", InPlan: in, Best: best, Other: &other, BestShare: 1, OtherShare: 0.5, MorePence: 200, MoreMinutes: -30, Because: reasons, Proved: true}
	}
	ruled := regexp.MustCompile("-{4,}")
	refs := func(code string, refs ...string) assess.Reason { return reason(code, refs) }
	for _, c := range []struct {
		why  *pathway.Why
		says string
	}{
		{why(false), "Why not Radiation rules [rules] ---"},
		{why(false), "It is not in the best plan."},
		{why(false), "With it £3.00, 30 minutes, 2 weeks; closes 50% of what matters."},
		{why(false), "Difference £2.00 dearer, 30 minutes less, the same end, closes 50% instead of 100%."},
		{why(true), "Without it £3.00"},
		{why(true, reason(pathway.Takes, []string{}, assess.Number{Name: "pence", Value: 100}), refs(pathway.ClosesGap, "S1")), "Why Radiation rules [rules] --- It is in the best plan. £1.00, 0 minutes. Closes K1. What"},
		{why(true, refs(pathway.BringsAlong, "x")), "- In its place the plan would take x."},
		{why(true, refs(pathway.TakesPlaceOf, "x")), "- The plan would then do without x as well."},
		{why(true, refs(pathway.LeavesOpen, "S1", "S2")), "- That would leave K1, S2 open."},
		{why(false, refs(pathway.TakesPlaceOf, "x", "y")), "- It would take the place of x, y."},
		{why(false, refs(pathway.BringsAlong, "x")), "- It would bring along x."},
		{why(false, refs(pathway.ExcludedBy, "x")), "- It cannot stand beside x."},
		{why(false, refs(pathway.ClosesNothing)), "- It closes none of the gaps"},
		{why(false, refs(pathway.AsGood)), "- That would be as good"},
		{why(false, refs(pathway.NotAllowed, "setting")), "- It is for other settings."},
		{why(false, refs(pathway.CannotBegin, "dbs")), "- It cannot be begun: dbs cannot be had."},
		{why(false, refs(pathway.DoesNotFit)), "- No plan with it keeps to the limits"},
		{&pathway.Why{Course: "rules"}, "Not proved: the search was cut short"},
	} {
		var out bytes.Buffer
		require.NoError(t, render.WhyText(&out, report(), c.why))
		require.Contains(t, flat(ruled.ReplaceAllString(out.String(), "---")), c.says)
		for line := range strings.Lines(out.String()) {
			require.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")), 80)
		}
	}
	require.Error(t, render.WhyText(broken{}, nil, why(true)))
}

func ExampleFrontierText() {
	plans := []*pathway.Plan{
		{Worker: "w-17", CostPence: 6000, Minutes: 390, Weeks: 6, Steps: []pathway.Step{{Course: "evening"}}},
		{Worker: "w-17", CostPence: 9000, Minutes: 300, Weeks: 1, Steps: []pathway.Step{{Course: "intensive"}}},
	}
	report := &assess.Report{Role: assess.RoleName{Title: "Imaging support worker"}}
	if err := render.FrontierText(os.Stdout, report, plans, true); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Choices of training for w-17: Imaging support worker
	// ----------------------------------------------------
	// No other plan is at least as good as one of these in everything that was
	// compared, and better in something.
	//   1. £60.00, 6 hours 30 minutes, 6 weeks
	//      Courses: evening.
	//   2. £90.00, 5 hours, 1 week
	//      Takes intensive.
	//      Does without evening.
	//
	// How sure this is
	// ----------------
	// Proved: there are 2 choices, and no others.
}

func ExampleWhyText() {
	why := &pathway.Why{
		Course: "intensive", Title: "Lifting in a day", Best: pathway.Conditional{CostPence: 6000, Minutes: 360, Weeks: 6}, Other: &pathway.Conditional{CostPence: 9000, Minutes: 300, Weeks: 1},
		BestShare: 1, OtherShare: 1, MorePence: 3000, MoreMinutes: -60, MoreWeeks: -5, Proved: true,
		Because: []assess.Reason{{Code: pathway.TakesPlaceOf, Refs: []string{"evening"}}},
	}
	if err := render.WhyText(os.Stdout, nil, why); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Why not Lifting in a day [intensive]
	// ------------------------------------
	// It is not in the best plan.
	//   - It would take the place of evening.
	//
	// What it would come to
	// ---------------------
	//   Best plan  £60.00, 6 hours, 6 weeks; closes 100% of what matters.
	//   With it    £90.00, 5 hours, 1 week; closes 100% of what matters.
	//   Difference £30.00 dearer, 1 hour less, 5 weeks shorter.
}
