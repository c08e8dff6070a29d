package render_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
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

var update = flag.Bool("update", false, "write the golden files anew")

func ptr[T any](v T) *T { return &v }

func report() *assess.Report {
	gap := func(id, code, text string, level ksb.Level) assess.Gap {
		return assess.Gap{Statement: ksb.StatementID(id), Code: code, Text: text, Level: level, Rungs: []string{"not yet", "aware", "with help", "alone", "leads"}}
	}
	return &assess.Report{Worker: "w-17", Role: assess.RoleName{ID: "R1", Title: "Imaging support worker"}, Gaps: []assess.Gap{
		gap("S1", "K1", "Knows the local radiation rules and what each of them is there to prevent in daily work", 3),
		gap("S2", "S2", "Moves patients on and off tables", 3),
		gap("S3", "B1", "Asks for feedback", 2),
		gap("S4", "K10", "Knows why the magnet is never off", 2),
	}}
}

func reason(code string, refs []string, numbers ...assess.Number) assess.Reason {
	return assess.Reason{Code: code, Numbers: append(assess.Numbers{}, numbers...), Refs: refs}
}

func full() *pathway.Plan {
	number := func(name string, value float64) assess.Number { return assess.Number{Name: name, Value: value} }
	return &pathway.Plan{
		Format: pathway.PlanFormat, Worker: "w-17", Role: "R1",
		AssessFirst: []pathway.Assessment{{Statement: "S3", Action: assess.Assess}, {Statement: "S4", Action: assess.Moderate}},
		Steps: []pathway.Step{
			{
				Course: "induction", Title: "Department induction", Closes: []ksb.StatementID{}, Opens: []ksb.GateID{}, StartWeek: 0, EndWeek: 1,
				Because: []assess.Reason{
					reason(pathway.SuppliesLevel, []string{"rules", "S1"}, number("level", 2)), reason(pathway.ComesBefore, []string{"rules"}),
					reason(pathway.Takes, []string{}, number("minutes", 420), number("pence", 0)),
				},
			},
			{
				Course: "rules", Title: "Radiation rules for people who work in the controlled area, with an examination", Closes: []ksb.StatementID{"S1"}, Opens: []ksb.GateID{"certificate"}, StartWeek: 1, EndWeek: 4,
				Because: []assess.Reason{
					reason(pathway.ClosesGap, []string{"S1"}, number("level", 3)), reason(pathway.AwardsCredential, []string{"radiation-3"}), reason(pathway.AddsCredits, []string{"degree"}, number("credits", 40)),
					reason(pathway.Takes, []string{}, number("minutes", 630), number("pence", 123450)),
				},
			},
		},
		CostPence: 123450, Minutes: 1050, Weeks: 4,
		Left: []pathway.Left{
			{Statement: "S2", Reason: pathway.Blocked, Refs: []string{"dbs", "S3"}}, {Statement: "S3", Reason: pathway.AssessFirst, Refs: []string{}}, {Statement: "S4", Reason: pathway.AssessFirst, Refs: []string{}},
		},
		TaughtNotYetShown: []ksb.StatementID{"S1"}, Proved: true, BoundPence: ptr(int64(123450)),
		Conditional: pathway.Conditional{CostPence: 203450, Minutes: 1500, Weeks: 9, Courses: []string{"feedback", "induction", "magnet", "rules"}},
	}
}

func text(t *testing.T, r *assess.Report, p *pathway.Plan) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, render.Text(&out, r, p))
	return out.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Empty(t, cmp.Diff(string(want), got))
}

func TestTextAsAWhole(t *testing.T) {
	t.Parallel()
	golden(t, "full.txt", text(t, report(), full()))
}

func TestJSONAsAWhole(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	require.NoError(t, render.JSON(&out, full()))
	golden(t, "full.json", out.String())
	var again pathway.Plan
	require.NoError(t, json.Unmarshal(out.Bytes(), &again))
	require.Empty(t, cmp.Diff(full(), &again), "a stored plan is the plan")
}

func TestJSONIsRoundedOnce(t *testing.T) {
	t.Parallel()
	p := full()
	p.BoundPence, p.BoundShare = nil, ptr(2.0/3)
	var out bytes.Buffer
	require.NoError(t, render.JSON(&out, p))
	require.Contains(t, out.String(), "\"boundShare\": 0.666667,\n")
	require.NotContains(t, out.String(), "boundPence")
}

func TestTextSays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why    string
		change func(*pathway.Plan)
		says   string
	}{
		{"nothing to do", func(p *pathway.Plan) { *p = pathway.Plan{Proved: true} }, "There is nothing to do: the report shows no gap."},
		{"the proof", func(*pathway.Plan) {}, "proved: no plan can cost less."},
		{"the bound in words", func(p *pathway.Plan) { p.Proved, p.BoundPence = false, ptr(int64(100000)) }, "No plan can cost less than £1,000.00."},
		{"a price that is proved, weeks that are not", func(p *pathway.Plan) { p.Proved = false }, "no plan can cost less; the search was cut short"},
		{"the proof within limits", func(p *pathway.Plan) { p.BoundPence, p.BoundShare = nil, ptr(0.5) }, "which is 50% of what matters"},
		{"the bound within limits", func(p *pathway.Plan) { p.Proved, p.BoundPence, p.BoundShare = false, nil, ptr(0.75) }, "close more than 75% of what matters"},
		{"over budget", func(p *pathway.Plan) { p.Left[0].Reason = pathway.OverBudget }, "not within the limits"},
		{"no course", func(p *pathway.Plan) { p.Left[0].Reason = pathway.NoCourse }, "no course teaches this"},
		{"millions", func(p *pathway.Plan) { p.CostPence = 123456789 }, "£1,234,567.89"},
		{"a thousand hours", func(p *pathway.Plan) { p.Minutes = 60061 }, "1,001 hours 1 minute"},
		{"a course of no length", func(p *pathway.Plan) { p.Steps[0].EndWeek = 0 }, "[induction]: at the start"},
		{"a later one", func(p *pathway.Plan) { p.Steps[1].EndWeek = 1 }, "after week 1"},
		{"a course without a title", func(p *pathway.Plan) { p.Steps[0].Title = "" }, "induction: week 1"},
	} {
		p := full()
		c.change(p)
		require.Contains(t, strings.Join(strings.Fields(text(t, report(), p)), " "), c.says, c.why)
	}
}

func TestTextFitsEightyColumns(t *testing.T) {
	t.Parallel()
	p, r := full(), report()
	p.Steps[0].Title = strings.Repeat("é", 200)
	p.Conditional.Courses = []string{strings.Repeat("😀", 120)}
	r.Gaps[1].Text = strings.Repeat("ü ", 90)
	r.Role.Title = strings.Repeat("long title ", 20)
	for line := range strings.Lines(text(t, r, p)) {
		line = strings.TrimSuffix(line, "\n")
		require.LessOrEqual(t, utf8.RuneCountInString(line), 80, "%q", line)
		require.Equal(t, strings.TrimRight(line, " "), line)
	}
}

func TestTextWithoutTheReport(t *testing.T) {
	t.Parallel()
	require.Contains(t, text(t, nil, full()), "Closes S1.", "statements are called by their IDs")
}

func TestPlainEnglish(t *testing.T) {
	t.Parallel()
	for _, word := range []string{"deficien", "\x1b", "nil", "%!"} {
		require.NotContains(t, text(t, report(), full()), word)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestErrorsOfTheWriterAreReturned(t *testing.T) {
	t.Parallel()
	require.Error(t, render.JSON(broken{}, full()))
	require.Error(t, render.Text(broken{}, report(), full()))
}

func TestSchema(t *testing.T) {
	t.Parallel()
	file, err := os.Open("plan-1.schema.json")
	require.NoError(t, err)
	defer file.Close()
	doc, err := jsonschema.UnmarshalJSON(file)
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("plan-1.schema.json", doc))
	s, err := c.Compile("plan-1.schema.json")
	require.NoError(t, err)
	limited := full()
	limited.BoundPence, limited.BoundShare = nil, ptr(0.5)
	neither := full()
	neither.BoundPence = nil
	for _, c := range []struct {
		why   string
		plan  *pathway.Plan
		valid bool
	}{
		{"a plan without limits", full(), true}, {"a plan within limits", limited, true}, {"a plan without any bound", neither, false}, {"the zero plan: its lists are nil", &pathway.Plan{}, false},
	} {
		var out bytes.Buffer
		require.NoError(t, render.JSON(&out, c.plan))
		value, err := jsonschema.UnmarshalJSON(&out)
		require.NoError(t, err)
		require.Equal(t, c.valid, s.Validate(value) == nil, c.why)
	}
}
