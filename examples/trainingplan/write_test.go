package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/examples/trial"
)

// TestForms: each form of a plan and of a timetable says what it should.
func TestForms(t *testing.T) {
	for _, c := range []struct {
		file, says string
		args       []string
	}{
		{"plan.md", "# Training plan", nil},
		{"plan.csv", "section,step,course", nil},
		{"plan.html", `id="plan-total"`, nil},
		{"week.ics", "BEGIN:VCALENDAR", []string{"-hours-per-week", "4"}},
		{"week.mmd", "gantt", []string{"-hours-per-week", "4"}},
		{"why.json", `why/1`, []string{"-explain", "life-support-class"}},
	} {
		name := filepath.Join(t.TempDir(), c.file)
		got := call(t, "", append(c.args, "-out", name)...)
		require.Equal(t, inputs.Done, got.Code, got.Errors)
		require.Empty(t, got.Out+got.Errors, "the answer is in the file")
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		require.Contains(t, string(data), c.says, c.file)
	}
}

// TestWorkbook: the report and the plan in one.
func TestWorkbook(t *testing.T) {
	name := filepath.Join(t.TempDir(), "plan.xlsx")
	require.Equal(t, inputs.Done, call(t, "", "-out", name).Code)
	book, err := excelize.OpenFile(name)
	require.NoError(t, err)
	defer book.Close()
	require.Subset(t, book.GetSheetList(), []string{"Gaps", "Plan"})
}

// TestFormsThatAreNot: what cannot be written so is refused before anything is searched.
func TestFormsThatAreNot(t *testing.T) {
	for _, args := range [][]string{
		{"-frontier", "-format", "html"},
		{"-explain", "life-support-class", "-format", "xlsx"},
		{"-hours-per-week", "4", "-format", "csv"},
		{"-format", "calendar"},
	} {
		got := call(t, "", args...)
		require.Equal(t, inputs.Misused, got.Code, args)
		require.Contains(t, got.Errors, "there are text, json", args)
	}
}

// TestWords: another language is one file.
func TestWords(t *testing.T) {
	words := trial.Write(t, "cy.json", `{"language":"cy","messages":{"plan.title":"Cynllun {worker} {role}"}}`)
	for _, form := range []string{"html"} {
		got := call(t, "", "-words", words, "-format", form)
		require.Equal(t, inputs.Done, got.Code, got.Errors)
		require.Contains(t, got.Out, "Cynllun", form)
	}
}
