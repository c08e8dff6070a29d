package render_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/render"
)

func TestPlanPageSays(t *testing.T) {
	t.Parallel()
	dated := full()
	dated.Start, dated.FundedPence, dated.Steps[1].Begins = 739797, 4550, 739811
	shut, left := report(), full()
	shut.Gates = []assess.GateResult{{Gate: "english", State: assess.GateNotMet, Opens: [][]string{{"fs-english-2"}}}}
	left.Gates = []pathway.GateLeft{{Gate: "english", Offers: []pathway.Offer{{Credential: "fs-english-2", Course: "evening", CostPence: 250_00, Minutes: 120}}}}
	require.Contains(t, words(section(t, planPage(t, shut, left, reports.HTMLOptions{}), "plan-gates")), "english: it takes fs-english-2. Awarded by evening (£250.00, 2 hours).")
	for _, c := range []struct {
		why, section string
		plan         *pathway.Plan
		says         string
	}{
		{"the cost", "plan-total", full(), "Cost £1,234.50"},
		{"the hours", "plan-total", full(), "Hours 17 hours 30 minutes"},
		{"the weeks", "plan-total", full(), "Weeks 4 weeks"},
		{"the proof", "plan-total", full(), "Proved: no plan can cost less."},
		{"what funding pays", "plan-total", dated, "for the employer, and £45.50 from funding"},
		{"from which day weeks count", "plan-total", dated, "counted from 30 June 2026"},
		{"what to find out", "plan-first", full(), "B1 Asks for feedback"},
		{"where sources disagree", "plan-first", full(), "K10 Knows why the magnet is never off (Sources disagree: have a second assessor decide.)"},
		{"the courses, numbered", "plan-steps", full(), "2. Radiation rules for people who work in the controlled area, with an examination"},
		{"when", "plan-steps", full(), "weeks 2 to 4"},
		{"the day", "plan-steps", dated, "weeks 2 to 4, from 14 July 2026"},
		{"what it costs", "plan-steps", full(), "£1,234.50"},
		{"what comes first", "plan-steps", full(), "1. Department induction"},
		{"what it closes", "plan-steps", full(), "Closes K1."},
		{"what it is for", "plan-steps", full(), "Has to come first: Radiation rules for people who work in the controlled area, with an examination builds on K1 at level 2 (with help)."},
		{"what it awards", "plan-steps", full(), "Awards radiation-3. Adds 40 credits towards degree. Opens certificate."},
		{"what stays open", "plan-left", full(), "S2 Moves patients on and off tables There is a course, but something is in the way. These stand in the way: dbs and B1."},
		{"what is to be looked at", "plan-left", full(), "To be looked at first: B1 and K10."},
		{"what is not settled", "plan-taught", full(), "must still assess K1"},
		{"what it could come to", "plan-unmet", full(), "Cost £2,034.50 Hours 25 hours Weeks 9 weeks Courses feedback, induction, magnet and rules"},
	} {
		require.Contains(t, words(section(t, planPage(t, report(), c.plan, reports.HTMLOptions{}), c.section)), c.says, c.why)
	}
}

func TestPlanPageSaysHowSure(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why    string
		change func(*pathway.Plan)
		says   string
	}{
		{"the bound in words", func(p *pathway.Plan) { p.Proved, p.BoundPence = false, ptr(int64(100000)) }, "No plan can cost less than £1,000.00."},
		{"a price that is proved, weeks that are not", func(p *pathway.Plan) { p.Proved = false }, "No plan can cost less. The search was cut short"},
		{"the proof within limits", func(p *pathway.Plan) { p.BoundPence, p.BoundShare = nil, ptr(0.5) }, "which is 50% of what matters"},
		{"the bound within limits", func(p *pathway.Plan) { p.Proved, p.BoundPence, p.BoundShare = false, nil, ptr(0.75) }, "cannot close more than 75% of what matters"},
		{"nothing", func(p *pathway.Plan) { p.Proved, p.BoundPence = false, nil }, "Not proved."},
		{"no gap that courses could be bought for: nothing of it is closed, or proved", func(p *pathway.Plan) {
			p.Steps, p.Left = nil, []pathway.Left{{Statement: "S2", Reason: pathway.AssessFirst}}
		}, "Nothing is to be bought yet: no gap has been shown."},
	} {
		p := full()
		c.change(p)
		require.Contains(t, words(section(t, planPage(t, report(), p, reports.HTMLOptions{}), "plan-total")), c.says, c.why)
	}
}

func TestPlanPageOfNothing(t *testing.T) {
	t.Parallel()
	page := planPage(t, nil, &pathway.Plan{}, reports.HTMLOptions{})
	requireSound(t, page)
	require.Empty(t, named(t, page, "section"), "a part with nothing to say is left out")
	require.Contains(t, page, "There is nothing to do")
}

func TestReuseAndBars(t *testing.T) {
	t.Parallel()
	p := full()
	p.Reuse = &pathway.Reuse{Courses: []string{"magnet"}, Closes: []ksb.StatementID{"S4"}, Residue: []ksb.StatementID{"S1"}}
	p.Left = []pathway.Left{{Statement: "S2", Reason: pathway.Blocked, Refs: []string{"a", "b", "c"}}, {Statement: "S3", Reason: pathway.NoCourse}, {Statement: "S4", Reason: pathway.OverBudget}}
	p.RuledOut = []pathway.RuledOut{{Course: "a", Reason: pathway.WrongMode}, {Course: "b", Reason: pathway.WrongMode}}
	page := planPage(t, report(), p, reports.HTMLOptions{})
	require.Contains(t, words(section(t, page, "plan-reuse")), "(magnet) can close K10 without anything new. Something new is needed for K1.")
	left := words(section(t, page, "plan-left"))
	for _, says := range []string{"a and b are given in a way that will not do. These stand in the way: c.", "No course teaches this", "not within the limits"} {
		require.Contains(t, left, says)
	}
	p.Reuse = &pathway.Reuse{}
	require.Contains(t, words(section(t, planPage(t, report(), p, reports.HTMLOptions{}), "plan-reuse")), "closes none of these gaps")
}

func TestWhatRunsOut(t *testing.T) {
	t.Parallel()
	p := full()
	p.Lapses = []pathway.Lapse{
		{Credential: "a", Until: 739797, NeededBy: []string{"rules"}, RenewedBy: []string{"induction"}},
		{Credential: "b", Until: 739797, NeededBy: []string{"rules"}},
		{Credential: "c", Until: 739797, NeededBy: []string{"rules"}, Renews: []string{"elsewhere"}},
		{Credential: "d", Until: 739797, Renews: []string{"elsewhere"}},
		{Credential: "e", Until: 739797},
	}
	page := planPage(t, report(), p, reports.HTMLOptions{})
	requireSound(t, page)
	got := words(section(t, page, "plan-lapses"))
	for _, says := range []string{
		"a 30 June 2026 Radiation rules for people who work in the controlled area, with an examination Renewed by Department induction.",
		"No course here awards it. Look at this first.", "It is awarded by elsewhere. Look at this first.", "d 30 June 2026 none Nothing in the plan needs it after that. To keep it: elsewhere.",
		"e 30 June 2026 none Nothing in the plan needs it after that, and no course here awards it.",
	} {
		require.Contains(t, got, says)
	}
}

// The proof is there for whoever opens it.
func TestProofIsTold(t *testing.T) {
	t.Parallel()
	p := full()
	p.Proof = &pathway.Proof{Of: pathway.OfCost, Least: 123450, Cases: []pathway.ProofCase{{Least: 123450, Amounts: []pathway.Amount{{Code: pathway.ForGap, Refs: []string{"S1"}, Courses: []string{"rules"}, Adds: 123450}}}}}
	page := planPage(t, report(), p, reports.HTMLOptions{})
	requireSound(t, page)
	got := words(section(t, page, "plan-total"))
	require.Contains(t, got, "Why is there no better plan? Why no plan can cost less than £1,234.50")
	require.Contains(t, got, "K1: only rules.")
}

// many is a plan of n courses, of which some build on others.
func many(n int) *pathway.Plan {
	p := &pathway.Plan{Worker: "w", Role: "R", Proved: true, BoundPence: ptr(int64(0))}
	for i := range n {
		s := pathway.Step{Course: fmt.Sprint("course-", i), Title: fmt.Sprintf("A course with a name that is not short, number %d of the plan", i+1), StartWeek: i * 2 / 3, EndWeek: i*2/3 + i%9}
		if i%3 == 0 {
			s.Closes = []ksb.StatementID{"S1"}
			s.Because = append(s.Because, reason(pathway.ClosesGap, []string{"S1"}))
		}
		if to := i + 13; to < n && i%2 == 0 {
			s.Because = append(s.Because, reason(pathway.ComesBefore, []string{fmt.Sprint("course-", to)}))
		}
		s.Because = append(s.Because, reason(pathway.Takes, nil, assess.Number{Name: "minutes", Value: 60}, assess.Number{Name: "pence", Value: 12050}))
		p.Steps = append(p.Steps, s)
		p.CostPence, p.Minutes, p.Weeks = p.CostPence+12050, p.Minutes+60, max(p.Weeks, s.EndWeek)
	}
	return p
}

func TestPlanPagesAreSound(t *testing.T) {
	t.Parallel()
	for why, p := range map[string]*pathway.Plan{"full": full(), "one": many(1), "two": many(2), "sixty": many(60), "many": many(300)} { // any order: each by itself
		t.Run(why, func(t *testing.T) {
			t.Parallel()
			page := planPage(t, report(), p, reports.HTMLOptions{})
			requireSound(t, page)
			require.Equal(t, page, planPage(t, report(), p, reports.HTMLOptions{}), "equal plans give equal bytes")
			if len(p.Steps) <= 60 {
				require.Less(t, len(page), 300_000)
			}
		})
	}
}

// TestChart: every course has its bar, in the weeks that it takes, and never beyond the
// edge; what it says in words is there for those who do not see it.
func TestChart(t *testing.T) {
	t.Parallel()
	for _, n := range []int{1, 4, 5, 13, 60} {
		p := many(n)
		chart := section(t, planPage(t, nil, p, reports.HTMLOptions{}), "plan-when")
		bars, said := 0, ""
		for d := range chart.Descendants() {
			switch {
			case d.Type != html.ElementNode:
			case d.Data == "desc":
				said += words(d) + "; "
			case d.Data == "circle" && d.Parent.Data == "g":
				bars++
				require.LessOrEqual(t, share(t, d, "cx"), 100.0)
			case d.Data == "rect":
				bars++
				width := share(t, d, "width")
				require.Positive(t, width)
				require.LessOrEqual(t, share(t, d, "x")+width, 99.0)
			}
		}
		require.Equal(t, n, bars)
		at := make([]int, n)
		for i, s := range p.Steps {
			at[i] = strings.Index("; "+said, fmt.Sprintf("; %d. %s: ", i+1, s.Title))
			require.GreaterOrEqual(t, at[i], 0)
			if i >= 13 && i%2 == 1 {
				require.Greater(t, at[i], at[i-13], "what builds on a course stands below it")
			}
		}
	}
}

func share(t testing.TB, n *html.Node, name string) float64 {
	t.Helper()
	text, has := valueOf(n, name)
	require.True(t, has)
	x, err := strconv.ParseFloat(strings.TrimSuffix(text, "%"), 64)
	require.NoError(t, err)
	return x
}

// What comes first is named beside each course, whatever the chart can draw.
func TestWhatComesFirst(t *testing.T) {
	t.Parallel()
	p := many(60)
	want := map[int]int{}
	for i := range p.Steps {
		if i%2 == 0 && i+13 < 60 {
			want[i+13]++
		}
	}
	rows := named(t, planPage(t, nil, p, reports.HTMLOptions{}), "tbody")[0]
	i := 0
	for row := range rows.ChildNodes() {
		if row.Type != html.ElementNode {
			continue
		}
		links := 0
		for d := range row.Descendants() {
			if d.Data == "a" {
				links++
			}
		}
		require.Equal(t, want[i], links, "course %d", i+1)
		i++
	}
	require.Equal(t, 60, i)
}

func TestSectionsStandUnderAReport(t *testing.T) {
	t.Parallel()
	page := reports.Document(report(), reports.HTMLOptions{})
	page.Sections = append(page.Sections, render.PlanSections(report(), full(), reports.HTMLOptions{})...)
	page.Sections = append(page.Sections, render.RouteSections(journey(), county(), reports.HTMLOptions{})...)
	requireSound(t, page.HTML())
	require.NotNil(t, section(t, page.HTML(), "plan-steps"))
	require.NotNil(t, section(t, page.HTML(), "route-map"))
}
