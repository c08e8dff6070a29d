package render_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/pathway/render"
	"github.com/skillgap-go/skillgap/pathway/rpl"
)

// recognised is a result with something in every part of it.
func recognised(t testing.TB, method rpl.Method) *rpl.Result {
	t.Helper()
	start, err := ksb.ParseDate("2026-08-31")
	require.NoError(t, err)
	seen := func(id string) []rpl.Piece {
		return []rpl.Piece{{ID: id, Kind: assess.WorkProduct, By: "assessor-a", As: "assessor", At: start - 90, Until: start - 1}}
	}
	elsewhere := rpl.Piece{ID: "e3", Kind: assess.Test, By: "college-1", At: start - 60, Carried: &assess.Carried{
		From: "old/S7", Link: ksb.Link{From: "old/S7", To: "S2", Relation: ksb.Close, Confirmed: true}, Relevance: 0.75,
	}}
	prior := rpl.Prior{Worker: "w-17", Role: assess.RoleName{ID: "R1", Title: "Imaging support worker", Edition: "1.1"}, AsOf: start + 1, Statements: []rpl.Standing{
		{Statement: "S1", Code: "K1", Text: "Knows the local radiation rules and what each of them is there to prevent in daily work", Level: 3, Needed: 3, Evidence: seen("e1")},
		{Statement: "S2", Code: "S2", Text: "Moves patients on and off tables", Level: 2, Needed: 3, Evidence: append(seen("e2"), elsewhere)},
		{Statement: "S3", Code: "B1", Text: "Asks for feedback", Level: 2, Needed: 2, Evidence: []rpl.Piece{}, Override: &assess.Override{Statement: "S3", Met: ptr(true), By: "lead-1", At: start - 9, Reason: "Seen for a year."}},
		{Statement: "S4", Code: "K10", Text: "Knows why the magnet is never off", Needed: 2, Evidence: []rpl.Piece{}},
	}}
	r, problems := rpl.Recognise(rpl.Delivery{
		ID: "d1", Title: "Level 2 <programme>", Provider: "A_college", Standard: "ST0216", Start: start, Weeks: 42, TotalMinutes: 230*60 + 30, BandMaxPence: 300000,
		AgreedPence: ptr(int64(320000)), OfferedPence: ptr(int64(5000)), Activities: []rpl.Activity{
			{ID: "rules", Title: "Radiation", Minutes: 45 * 60, Weeks: 8, Statements: []string{"K1", "B1"}},
			{ID: "moving", Title: "Moving and feedback", Minutes: 30*60 + 1, Weeks: 2, Statements: []string{"S2", "B1"}},
			{ID: "magnet", Title: "The magnet", Minutes: 8 * 60, Statements: []string{"K10"}},
			{ID: "tutorials", Minutes: 60, Statements: nil},
		},
	}, prior, rpl.Options{Method: method})
	require.NoError(t, problems.Err())
	return r
}

func written(t testing.TB, write func(*bytes.Buffer) error) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, write(&out))
	return out.String()
}

func rplText(t testing.TB, r *rpl.Result) string {
	return written(t, func(b *bytes.Buffer) error { return render.RPLText(b, r) })
}

func rplMarkdown(t testing.TB, r *rpl.Result) string {
	return written(t, func(b *bytes.Buffer) error { return render.RPLMarkdown(b, r) })
}

func rplJSON(t testing.TB, r *rpl.Result) string {
	return written(t, func(b *bytes.Buffer) error { return render.RPLJSON(b, r) })
}

func TestRPLAsAWhole(t *testing.T) {
	t.Parallel()
	golden(t, "rpl.txt", rplText(t, recognised(t, rpl.Sliding)))
	golden(t, "rpl-binary.txt", rplText(t, recognised(t, rpl.Binary)))
	golden(t, "rpl.md", rplMarkdown(t, recognised(t, 0)))
	golden(t, "rpl.json", rplJSON(t, recognised(t, rpl.Sliding)))
}

// TestRPLStored: a stored result is the result, by a reader that refuses what it does not
// know.
func TestRPLStored(t *testing.T) {
	t.Parallel()
	want := recognised(t, rpl.Sliding)
	var strict, again rpl.Result
	problems := strictjson.ReadDocument(strings.NewReader(rplJSON(t, want)), "rpl.json", rpl.ResultFormat, &strict)
	require.NoError(t, problems.Err())
	require.NoError(t, json.Unmarshal([]byte(rplJSON(t, want)), &again))
	near := cmpopts.EquateApprox(0, 1e-6)
	require.Empty(t, cmp.Diff(want, &again, near, cmpopts.IgnoreUnexported(rpl.Standing{})))
	require.Equal(t, rplJSON(t, want), rplJSON(t, &again))
	require.Equal(t, rplText(t, want), rplText(t, &again))
}

func TestRPLSchema(t *testing.T) {
	t.Parallel()
	file, err := os.Open("rpl-1.schema.json")
	require.NoError(t, err)
	defer file.Close()
	doc, err := jsonschema.UnmarshalJSON(file)
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("rpl-1.schema.json", doc))
	schema, err := c.Compile("rpl-1.schema.json")
	require.NoError(t, err)
	for _, method := range rpl.Methods() {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(rplJSON(t, recognised(t, method))))
		require.NoError(t, err)
		require.NoError(t, schema.Validate(value), method)
	}
	for _, c := range []struct {
		why    string
		change func(map[string]any)
	}{
		{"a key that is missing", func(m map[string]any) { delete(m, "ruleSet") }},
		{"an unknown key", func(m map[string]any) { m["eligible"] = true }},
		{"negative minutes", func(m map[string]any) { m["minutes"].(map[string]any)["removed"] = json.Number("-1") }},
		{"pence in halves", func(m map[string]any) { m["price"].(map[string]any)["cutPence"] = json.Number("0.5") }},
		{"an unknown method", func(m map[string]any) { m["method"] = "guess" }},
		{"a figure without its source", func(m map[string]any) { delete(m["figures"].([]any)[0].(map[string]any), "source") }},
	} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(rplJSON(t, recognised(t, 0))))
		require.NoError(t, err)
		c.change(value.(map[string]any))
		require.Error(t, schema.Validate(value), c.why)
	}
}

// TestRPLIsFollowable: each activity stands in the statement with its hours, and what
// justifies it; nothing says "deficient".
func TestRPLIsFollowable(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ why, says string }{
		{"the activity and its hours", "Radiation [rules]: 45 hours and 8 weeks."},
		{"the statement", "Knows the local radiation rules"},
		{"the evidence", "work product e1, by assessor-a (assessor), 2026-06-02, valid until 2026-08-30"},
		{"the decision", "decided by lead-1 on 2026-08-22: Seen for a year."},
		{"what is not shown", "Not shown K10"},
		{"what nothing can show", "It names no statement"},
		{"the arithmetic", "£3,000.00 x 70 hours ÷ (2 x 230 hours 30 minutes) = £455.54"},
		{"why not all of it goes", "Fill the rest with training that is new to the person"},
		{"the offer", "£50.00 that is offered is too low: it must be at least £455.00"},
		{"the rules are not certain", "could not be checked"},
		{"evidence that lapses", "will have lapsed when the programme begins: e1, e2"},
		{"assessed late", "dated after the start"},
		{"the service", "The official service computes"},
		{"a human decides", "supports a decision and does not make one"},
	} {
		text := strings.Join(strings.Fields(rplText(t, recognised(t, rpl.Sliding))), " ")
		require.Contains(t, text, c.says, c.why)
		require.NotContains(t, text, "deficien")
	}
}

// TestRPLNothing: no evidence removes nothing, and the statement says so.
func TestRPLNothing(t *testing.T) {
	t.Parallel()
	start, err := ksb.ParseDate("2025-09-01")
	require.NoError(t, err)
	r, problems := rpl.Recognise(rpl.Delivery{Start: start, Weeks: 60, TotalMinutes: 24000, PublishedMinutes: 24000, BandMaxPence: 300000}, rpl.Prior{}, rpl.Options{})
	require.NoError(t, problems.Err())
	text := rplText(t, r)
	require.Contains(t, text, "Nothing that could be left out is shown yet")
	require.NotContains(t, text, "To look at", "no warnings, no heading")
	require.Contains(t, rplJSON(t, r), `"floorPence": null`)
	require.NotContains(t, strings.Replace(rplJSON(t, r), `"floorPence": null`, "", 1), `: null,
    "statements"`)
}

// TestRPLHostileText: texts of others neither break the page nor become markup.
func TestRPLHostileText(t *testing.T) {
	t.Parallel()
	r := recognised(t, rpl.Sliding)
	r.Title, r.Worker = "a\n# b <script>x</script> [l](javascript:1) `c` \x1b[31m", "w|1 *b*"
	r.Lines[0].Title = strings.Repeat("long", 60)
	for line := range strings.Lines(rplText(t, r)) {
		require.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")), 80, line)
		require.NotContains(t, line, "\x1b")
	}
	markdown := rplMarkdown(t, r)
	require.NotContains(t, markdown, "\n# b")
	require.NotContains(t, markdown, "<script>")
	require.NotContains(t, markdown, "[l](")
	require.NotContains(t, markdown, "\x1b")
}

// TestRPLEveryWarningHasWords: no code shows through.
func TestRPLEveryWarningHasWords(t *testing.T) {
	t.Parallel()
	for _, code := range []string{
		rpl.RulesUnconfirmed, rpl.NotRequired, rpl.AssessedAfterStart, rpl.OwnWordOnly, rpl.NothingOnFile, rpl.DecidedByPerson, rpl.LapsesBeforeStart,
		rpl.FullTimeAssumed, rpl.PublishedUnknown, rpl.BelowPublished, rpl.BelowMinimumHours, rpl.HoursLimited, rpl.BelowMinimumDuration, rpl.WeeksLimited,
		rpl.PriceWithoutRule, rpl.OfferTooLow, rpl.OfferBelowExact, rpl.AgreedBelowBand, rpl.AboveFunding, rpl.ServiceDiffers,
		rpl.ServiceTotal, rpl.ServiceReduction, rpl.ServiceWeeks, rpl.ServicePrice, rpl.ServiceReductionAboveTotal, rpl.ServiceHoursLeft, rpl.ServicePriceTooLow,
	} {
		r := &rpl.Result{Warnings: []rpl.Warning{{Code: code, Numbers: []rpl.Number{}, Refs: []string{"S1"}}}}
		require.NotContains(t, rplText(t, r), code+":", code)
	}
	require.Contains(t, rplText(t, &rpl.Result{Warnings: []rpl.Warning{{Code: "new-one"}}}), "new-one", "a code of later days is shown as it is")
}

func TestRPLWriterErrors(t *testing.T) {
	t.Parallel()
	r := recognised(t, 0)
	require.ErrorContains(t, render.RPLText(broken{}, r), "full")
	require.ErrorContains(t, render.RPLMarkdown(broken{}, r), "full")
	require.ErrorContains(t, render.RPLJSON(broken{}, r), "full")
}
