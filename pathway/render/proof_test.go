package render_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/render"
)

func amount(code pathway.AmountCode, adds int64, refs, courses []string, to ...ksb.StatementID) pathway.Amount {
	return pathway.Amount{Code: code, Refs: append([]string{}, refs...), Courses: append([]string{}, courses...), For: append([]ksb.StatementID{}, to...), Adds: adds}
}

func one(list ...string) []string { return append([]string{}, list...) }

// proved is a plan with a proof of cost in one case.
func proved() *pathway.Plan {
	p := full()
	level := amount(pathway.ForLevel, 34_50, one("S4"), one("induction"), "S1")
	level.Level, level.TooDear = 2, one("retreat")
	p.Proof = &pathway.Proof{
		Of: pathway.OfCost, Least: 1234_50,
		Cases: []pathway.ProofCase{{With: []string{}, Without: []string{}, Least: 1234_50, Amounts: []pathway.Amount{
			amount(pathway.ForGap, 1300_00, one("S1"), one("diploma", "rules"), "S1"), level,
			amount(pathway.CountedTwice, -100_00, one("rules"), nil),
		}}},
		Outdone: []pathway.Outdone{{Course: "old-rules", By: "rules"}},
	}
	return p
}

func TestProofIsToldByEveryWriter(t *testing.T) {
	t.Parallel()
	golden(t, "proof.txt", text(t, report(), proved()))
	golden(t, "proof.md", markdown(t, proved()))
	var out bytes.Buffer
	require.NoError(t, render.JSON(&out, proved()))
	golden(t, "proof.json", out.String())
	validate(t, "plan-1.schema.json", out.Bytes())
	var again pathway.Plan
	require.NoError(t, json.Unmarshal(out.Bytes(), &again))
	require.Empty(t, cmp.Diff(proved(), &again), "a stored plan is the plan")
}

func TestProofSays(t *testing.T) {
	t.Parallel()
	of := func(a pathway.Amount) *pathway.Proof {
		return &pathway.Proof{Of: pathway.OfCost, Least: a.Adds, Cases: []pathway.ProofCase{{Least: a.Adds, Amounts: []pathway.Amount{a}}}}
	}
	split := func(n int) *pathway.Proof {
		p := &pathway.Proof{Of: pathway.OfImportance, Least: 25, All: 100}
		for range n {
			p.Cases = append(p.Cases, pathway.ProofCase{With: one("a"), Without: one("b"), Open: []ksb.StatementID{"S1"}, Closed: []ksb.StatementID{"S2"}, Least: 25})
		}
		cannot := amount(pathway.WithinLimit, 0, one("pence", "minutes"), nil)
		p.Cases[n-1].Cannot = &cannot
		return p
	}
	many := of(amount(pathway.ForGap, 100, one("S1"), one("a")))
	for range 20 {
		many.Cases[0].Amounts = append(many.Cases[0].Amounts, amount(pathway.ForGap, 100, one("S1"), one("a")))
	}
	many.Cases[0].Least = 2100
	for _, c := range []struct {
		proof *pathway.Proof
		says  string
	}{
		{of(amount(pathway.ForGap, 100, one("S1"), one("a"))), "£1.00 K1: only a."},
		{of(amount(pathway.ForGap, 100, one("S1"), one("a", "b"))), "K1: a or b."},
		{of(amount(pathway.ForGap, 100, one("S1"), nil)), "K1: no course that is left."},
		{of(amount(pathway.ForCredential, 100, one("card"), one("a"), "S2")), "card, on the way to S2: only a."},
		{of(amount(pathway.ForCourse, 100, one("x"), one("x"), "S2")), "x, on the way to S2."},
		{of(amount(pathway.ForCourse, 100, one("x"), one("x"))), "x, which was asked for."},
		{of(amount(pathway.ForWay, 100, nil, one("a", "b"), "S2")), "The way to S2: a or b."},
		{of(amount(pathway.InTime, 100, nil, one("a", "b"), "S2")), "S2 in time: a or b."},
		{of(amount(pathway.TakenHere, 100, one("a"), nil)), "a itself, so far as no need here accounts for it."},
		{of(amount(pathway.CountedOver, -100, one("S2"), nil)), "-£1.00 S2 is counted for more than it matters"},
		{of(amount(pathway.WithinLimit, -100, one("funding"), nil)), "The most that what funding has left can save."},
		{of(amount(pathway.WholePrices, 100, nil, nil)), "Sums are whole multiples"},
		{of(amount(pathway.NothingGives, 100, one("S2"), nil)), "S2: nothing within the limits closes this."},
		{many, "£7.00 7 smaller needs together. £21.00 in all."},
		{split(2), "At least 25.0% of what matters has to stay open."},
		{split(2), "Case 1: with a, without b, K1 left open, S2 closed"},
		{split(2), "No better plan is of this kind: the limit of money and the limit of hours leave no room."},
		{split(9), "Every plan falls under one of 9 cases. with a, without b, K1 left open, S2 closed: 25.0%."},
		{barred("pence", 20_00, 25_00), "A better plan would have to meet the needs below, each by one of the courses beside it; one that is beyond the limits by itself is not among them. That takes £25.00 at least, and the limit of money is £20.00. £25.00 K1: only a. £25.00 in all."},
		{barred("minutes", 90, 120), "That takes 2 hours at least, and the limit of hours is 1 hour 30 minutes. 2 hours K1: only a."},
		{barred("funding", 20_00, 25_00), "and what funding has left is £20.00."},
		{barred("pence", 20_00, 25_00), "Nothing within the limits closes S2, even if all else were left open. At least 25.0% of what matters has to stay open. A better plan"},
		{&pathway.Proof{Of: pathway.OfCost, Least: 100, Beyond: []ksb.StatementID{"S1", "S2"}}, "Why no plan that closes as much can cost less than £1.00 -- Nothing within the limits closes K1, S2,"},
		{&pathway.Proof{Of: pathway.OfCritical, Least: 50, All: 100}, "Critical gaps worth 50.0% of what matters have to stay open."},
	} {
		p := full()
		p.Proof = c.proof
		require.Contains(t, flat(rulers.Replace(text(t, report(), p))), c.says)
	}
	var out bytes.Buffer
	require.NoError(t, render.WhyText(&out, report(), &pathway.Why{Course: "rules", Proved: true, Proof: proved().Proof}))
	require.Contains(t, out.String(), "Why no plan can cost less than £1,234.50")
}

// barred is the proof that better plans would take more of one limit than there is.
func barred(limit string, most, takes int64) *pathway.Proof {
	cannot := amount(pathway.WithinLimit, most, one(limit), nil)
	return &pathway.Proof{Of: pathway.OfImportance, Least: 25, All: 100, Beyond: []ksb.StatementID{"S2"}, Cases: []pathway.ProofCase{{
		With: one(), Without: one(), Amounts: []pathway.Amount{}, Least: 25, Cannot: &cannot,
		Takes: []pathway.Amount{amount(pathway.ForGap, takes, one("S1"), one("a"))},
	}}}
}

// rulers are the lines below headings.
var rulers = strings.NewReplacer("---", "")

// TestLongListsAreCutShort: of a large catalogue a need is met by hundreds of courses; a
// sentence names the first, and how many there are beyond.
func TestLongListsAreCutShort(t *testing.T) {
	t.Parallel()
	var many []string
	for i := range 40 {
		many = append(many, fmt.Sprintf("c%02d", i))
	}
	need := amount(pathway.ForGap, 900, one("S1"), many, "S1")
	need.TooDear, need.Later = many, many
	p := full()
	p.Proof = &pathway.Proof{Of: pathway.OfCost, Least: 900, Cases: []pathway.ProofCase{{Least: 900, Amounts: []pathway.Amount{need}}}}
	p.Left = []pathway.Left{{Statement: "S1", Reason: pathway.Blocked, Refs: many}}
	p.RuledOut = nil
	for _, id := range many {
		p.RuledOut = append(p.RuledOut, pathway.RuledOut{Course: id, Reason: pathway.Unwanted})
	}
	said := strings.Join(strings.Fields(text(t, report(), p)), " ")
	require.Contains(t, said, "c10 or c11 or 28 more")
	require.Equal(t, 3, strings.Count(said, "c10, c11 and 28 more"), said)
	require.NotContains(t, said, "c12")
}

func TestLapsesAreSaid(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lapse pathway.Lapse
		says  string
	}{
		{pathway.Lapse{NeededBy: one("a"), RenewedBy: one("b")}, "card: valid until 2027-01-01, before the plan ends. a has need of it after that; renewed by b."},
		{pathway.Lapse{RenewedBy: one("b")}, "Renewed by b."},
		{pathway.Lapse{NeededBy: one("a", "c")}, "a, c have need of it after that, and no course here awards it: look at this first."},
		{pathway.Lapse{NeededBy: one("a"), Renews: one("b", "c")}, "no plan that renews it closes as much: look at this first. It is awarded by b or c."},
		{pathway.Lapse{Renews: one("b")}, "Nothing in the plan needs it after that. To keep it: b."},
		{pathway.Lapse{}, "Nothing in the plan needs it after that, and no course here awards it."},
	} {
		p := full()
		c.lapse.Credential, c.lapse.Until = "card", monday
		p.Lapses = []pathway.Lapse{c.lapse}
		says := strings.ReplaceAll(c.says, "2027-01-01", monday.String())
		require.Contains(t, flat(text(t, report(), p)), says)
		require.Contains(t, markdown(t, p), says)
	}
}

// TestEveryWriterSaysWhatWasAsked: funding, days, what is provided and what stays open.
func TestEveryWriterSaysWhatWasAsked(t *testing.T) {
	t.Parallel()
	p := asked()
	p.Lapses = []pathway.Lapse{{Credential: "card", Until: monday, NeededBy: one("a"), RenewedBy: one("b"), Renews: one()}}
	golden(t, "asked.md", markdown(t, p))
	golden(t, "asked.csv", planCSV(t, p))
	golden(t, "asked.txt", text(t, report(), p))
	var out bytes.Buffer
	require.NoError(t, render.JSON(&out, p))
	validate(t, "plan-1.schema.json", out.Bytes())
}

func TestWhyJSON(t *testing.T) {
	t.Parallel()
	why := &pathway.Why{
		Format: pathway.WhyFormat, Worker: "w-17", Role: "R1", Course: "rules", InPlan: true, Proved: true, BestShare: 1, Proof: proved().Proof,
		Best: pathway.Conditional{Courses: []string{}}, Because: []assess.Reason{reason(pathway.ClosesGap, one("S1"))},
	}
	var out bytes.Buffer
	require.NoError(t, render.WhyJSON(&out, why))
	golden(t, "why.json", out.String())
	validate(t, "why-1.schema.json", out.Bytes())
	var again pathway.Why
	require.NoError(t, json.Unmarshal(out.Bytes(), &again))
	require.Empty(t, cmp.Diff(why, &again))
	other := strings.Replace(out.String(), "closes-gap", "by-chance", 1)
	require.Error(t, schema(t, "why-1.schema.json").Validate(parsed(t, []byte(other))), "a reason that nobody gives")
	require.Error(t, render.WhyJSON(broken{}, why))
}

// schema reads one of the schemas of this folder, which may lean on the others.
func schema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	files, err := filepath.Glob("*.schema.json")
	require.NoError(t, err)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		require.NoError(t, c.AddResource("https://github.com/skillgap-go/skillgap/pathway/render/"+file, parsed(t, data)))
	}
	s, err := c.Compile("https://github.com/skillgap-go/skillgap/pathway/render/" + name)
	require.NoError(t, err)
	return s
}

func parsed(t *testing.T, data []byte) any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	require.NoError(t, err)
	return value
}

func validate(t *testing.T, name string, data []byte) {
	t.Helper()
	require.NoError(t, schema(t, name).Validate(parsed(t, data)))
}

func TestTimetableSaysWhatPresses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		change func(*pathway.Lesson)
		says   string
	}{
		{func(*pathway.Lesson) {}, "6 hours 30 minutes\n"},
		{func(l *pathway.Lesson) { l.Opens = []ksb.GateID{"G"} }, "minutes; for G\n"},
		{func(l *pathway.Lesson) { l.Opens, l.Due = []ksb.GateID{"G"}, l.Ends }, "for G, due " + monday.AddDays(13).String()},
		{func(l *pathway.Lesson) { l.Opens, l.Due = []ksb.GateID{"G"}, l.Ends-1 }, "it ends too late"},
		{func(l *pathway.Lesson) { l.Critical = []ksb.StatementID{"S1", "S2"} }, "closes 2 critical gaps"},
	} {
		tt := lesson()
		c.change(&tt.Lessons[0])
		got := timetableText(t, tt)
		require.Contains(t, flat(got)+"\n", flat(c.says))
		for line := range strings.Lines(got) {
			require.LessOrEqual(t, len([]rune(strings.TrimSuffix(line, "\n"))), 80)
		}
	}
}

func ExampleWhyJSON() {
	why := &pathway.Why{Format: pathway.WhyFormat, Worker: "w-17", Role: "R1", Course: "evening", Best: pathway.Conditional{Courses: []string{}}, Because: []assess.Reason{}, Proved: true}
	if err := render.WhyJSON(os.Stdout, why); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "format": "why/1",
	//   "worker": "w-17",
	//   "role": "R1",
	//   "course": "evening",
	//   "title": "",
	//   "inPlan": false,
	//   "best": {
	//     "costPence": 0,
	//     "minutes": 0,
	//     "weeks": 0,
	//     "courses": []
	//   },
	//   "other": null,
	//   "bestShare": 0,
	//   "otherShare": 0,
	//   "morePence": 0,
	//   "moreMinutes": 0,
	//   "moreWeeks": 0,
	//   "because": [],
	//   "proved": true
	// }
}

func TestGatesAreSaid(t *testing.T) {
	t.Parallel()
	p, r := full(), report()
	p.Start = monday
	gate := func(id ksb.GateID, state assess.GateState, due ksb.Date, opens ...[]string) assess.GateResult {
		return assess.GateResult{Gate: id, State: state, Due: due, Opens: opens}
	}
	r.Gates = []assess.GateResult{
		gate("certificate", assess.GateNotMet, monday.AddDays(27), one("radiation-3")), gate("open", assess.GateMet, 0),
		gate("maths", assess.GateNotMet, monday, one("gcse-maths-4"), one("fs-maths-2", "letter")), gate("degree", assess.GateNotMet, monday-1, one("degree+80")), gate("age", assess.GateUnknown, 0),
	}
	got := flat(rulers.Replace(text(t, r, p)))
	require.Contains(t, got, "Opens certificate (due "+monday.AddDays(27).String()+").")
	require.Contains(t, got, "maths: it takes gcse-maths-4, or fs-maths-2 and letter. Due "+monday.String()+". degree: it takes 80 more credits towards degree. It was due "+(monday-1).String()+". age: see the report.")
	require.NotContains(t, got, "open: ")
	p.Gates = []pathway.GateLeft{{Gate: "maths", Offers: []pathway.Offer{
		{Credential: "gcse-maths-4", Course: "school", CostPence: 90_00, Minutes: 600}, {Credential: "gcse-maths-4", Course: "online", CostPence: 95_00, Minutes: 60}, {Credential: "letter", Course: "post"},
	}}}
	said := "Due " + monday.String() + ". gcse-maths-4 is awarded by school (£90.00, 10 hours) or online (£95.00, 1 hour). letter is awarded by post (£0.00, 0 minutes). degree: it takes"
	require.Contains(t, flat(rulers.Replace(text(t, r, p))), said)
	require.Contains(t, planCSV(t, p), "gate,,school,,,0,,9000,,600,,maths,gcse-maths-4,,\r\n")
	r.Gates[0].Due--
	require.Contains(t, flat(text(t, r, p)), "Opens certificate (too late: due "+r.Gates[0].Due.String()+").")
	require.NotContains(t, text(t, report(), p), "Gates")
}
