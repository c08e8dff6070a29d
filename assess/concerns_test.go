package assess_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// TestConditions: a gate with a condition is for those who fit it. Whoever does not is
// exempt; of whom nobody knows, nothing is said to be shut.
func TestConditions(t *testing.T) {
	t.Parallel()
	young := &ksb.Condition{AgeFrom: 16, AgeUnder: 19}
	spring := &ksb.Condition{StartFrom: today, StartUntil: today + 9}
	both := &ksb.Condition{AgeUnder: 19, StartFrom: today}
	age := func(years float64) assess.Facts { return assess.Facts{"ageAtStart": {Number: years}} }
	start := func(day ksb.Date) assess.Facts { return assess.Facts{"start": {Date: day}} }
	const shut, open, unknown = assess.GateNotMet, assess.GateMet, assess.GateUnknown
	for _, c := range []struct {
		when  *ksb.Condition
		facts assess.Facts
		want  assess.GateState // of a gate whose rule is not met
		asks  []string
		why   string
	}{
		{nil, nil, shut, nil, "no condition: everybody"},
		{young, age(16), shut, nil, "sixteen fits: from is included"},
		{young, age(18.9), shut, nil, "not yet nineteen"},
		{young, age(19), open, nil, "nineteen does not: under is not included"},
		{young, age(15), open, nil, "fifteen does not"},
		{young, nil, unknown, []string{"ageAtStart"}, "no age: nobody knows whom it concerns"},
		{young, assess.Facts{"ageAtStart": {Date: today}}, unknown, []string{"ageAtStart"}, "a day is no age"},
		{spring, start(today), shut, nil, "the first day fits"},
		{spring, start(today + 9), shut, nil, "so does the last"},
		{spring, start(today - 1), open, nil, "the day before does not"},
		{spring, start(today + 10), open, nil, "nor the day after"},
		{spring, nil, unknown, []string{"start"}, "no start"},
		{&ksb.Condition{StartFrom: today}, start(today + 4000), shut, nil, "no end of starts"},
		{both, assess.Facts{"ageAtStart": {Number: 17}}, unknown, []string{"start"}, "half of it fits, the other half is asked"},
		{both, assess.Facts{"ageAtStart": {Number: 30}}, open, nil, "one part that does not fit decides"},
		{both, nil, unknown, []string{"ageAtStart", "start"}, "both are asked"},
	} {
		gate := gateOf(ksb.Rule{Credential: "card"})
		gate.AppliesIf = c.when
		w := newWorld(t, gated(gate), assess.DefaultPolicy())
		held := map[bool]assess.GateResult{}
		for _, has := range []bool{false, true} {
			worker := assess.Worker{Facts: c.facts, Credentials: []assess.Credential{{ID: "card", Held: &has}}}
			held[has] = w.report(worker, "R", today).Gates[0]
		}
		require.Equal(t, c.want, held[false].State, c.why)
		require.Equal(t, c.asks, held[false].Asks, c.why)
		require.Equal(t, c.want == open, held[false].Exempt, c.why)
		require.Equal(t, c.want != open, len(held[false].Opens) == 1, "%s: what would open it stands there unless nothing need", c.why)
		require.Equal(t, open, held[true].State, "%s: what is met is met, whomever it concerns", c.why)
		require.Empty(t, held[true].Asks, "%s: and nothing hangs on the answer", c.why)
	}
}

// TestConditionOfAnOption: the option assessed says whom it concerns; the role without
// option has the gates of all.
func TestConditionOfAnOption(t *testing.T) {
	t.Parallel()
	gate := gateOf(ksb.Rule{Credential: "card"})
	gate.AppliesIf = &ksb.Condition{Options: []ksb.OptionID{"a", "c"}}
	f := gated(gate)
	f.Roles[0].Options = []ksb.Option{{ID: "a"}, {ID: "b"}, {ID: "c"}}
	w := newWorld(t, f, assess.DefaultPolicy())
	got := map[ksb.RoleID]bool{}
	for _, role := range w.roles {
		g := w.report(assess.Worker{Credentials: []assess.Credential{without("card")}}, role, today).Gates[0]
		got[role] = g.State == assess.GateNotMet
		require.Equal(t, g.State == assess.GateMet, g.Exempt)
	}
	require.Equal(t, map[ksb.RoleID]bool{"R": true, "R/a": true, "R/b": false, "R/c": true}, got)
}

// TestConditionAndReady: who is exempt is ready without; of whom too little is known is
// not called unready.
func TestConditionAndReady(t *testing.T) {
	t.Parallel()
	gate := gateOf(ksb.Rule{Credential: "card"})
	gate.AppliesIf = &ksb.Condition{AgeUnder: 19}
	w := newWorld(t, gated(gate), assess.DefaultPolicy())
	for _, c := range []struct {
		years float64 // below 0: not known
		want  assess.Verdict
	}{{17, assess.No}, {25, assess.Yes}, {-1, assess.Unknown}} {
		worker := certified(-1, without("card"))
		if c.years >= 0 {
			worker.Facts = assess.Facts{"ageAtStart": {Number: c.years}}
		}
		require.Equal(t, c.want, w.report(worker, "R", today).Ready, "%v years", c.years)
	}
}

// TestEnglishAndMathsByAge is the worked case of the funding rules: the same person at 20
// and at 17, in a role that nobody regulates and in one whose regulator demands it.
func TestEnglishAndMathsByAge(t *testing.T) {
	t.Parallel()
	either := ksb.Rule{Any: []ksb.Rule{{Credential: "gcse-maths-4"}, {Credential: "fs-maths-2"}}}
	demanded := ksb.Gate{ID: "maths", Phase: ksb.Gateway, Rule: either}
	byAge := demanded
	byAge.AppliesIf = &ksb.Condition{AgeUnder: 19}
	asked := demanded // of those of 19 and over unless the employer lets it go
	for _, c := range []struct {
		gate   ksb.Gate
		years  float64
		waived bool
		want   assess.GateState
		why    string
	}{
		{byAge, 20, false, assess.GateMet, "nobody asks it of an adult"},
		{byAge, 17, false, assess.GateNotMet, "it is asked of the young"},
		{asked, 20, true, assess.GateMet, "the employer declined, and the decision stands in the report"},
		{asked, 20, false, assess.GateNotMet, "the employer did not decline"},
		{demanded, 20, false, assess.GateNotMet, "the regulator asks it of everybody"},
	} {
		worker := assess.Worker{
			Facts:       assess.Facts{"ageAtStart": {Number: c.years}},
			Credentials: []assess.Credential{without("gcse-maths-4"), without("fs-maths-2")},
		}
		if c.waived {
			worker.Waivers = []assess.Waiver{waives("R", "maths", 0, "The employer declined maths for an adult.")}
		}
		g := newWorld(t, gated(c.gate), assess.DefaultPolicy()).report(worker, "R", today).Gates[0]
		require.Equal(t, c.want, g.State, c.why)
		require.Equal(t, c.waived, g.Waiver != nil, c.why)
	}
}
