package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/examples/trial"
)

// TestForms: each form says what the report and the plan say.
func TestForms(t *testing.T) {
	says := func(form string, args ...string) string {
		got := call(t, "", append(args, "-format", form)...)
		require.Equal(t, inputs.Done, got.Code, got.Errors)
		require.Empty(t, got.Errors)
		return got.Out
	}
	markdown := says("markdown")
	require.Contains(t, markdown, "\n# Training plan", "the plan stands below the report")

	page := says("html")
	_, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	require.Equal(t, 1, strings.Count(page, "<h1"), "one page")
	require.Contains(t, page, `id="plan-total"`, "with the plan on it")
	require.NotContains(t, says("html", "-framework", sample+"framework.json", "-role", "imaging-support-worker",
		"-worker", sample+"workers/every-status.json"), `id="plan-`, "no courses, no plan")

	rows, err := csv.NewReader(strings.NewReader(says("csv"))).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 30, "a row for each of 29 requirements")
}

// TestWorkbook: the plan is on sheets of its own, and without courses there are none.
func TestWorkbook(t *testing.T) {
	sheets := func(args ...string) []string {
		name := filepath.Join(t.TempDir(), "report.xlsx")
		got := call(t, "", append(args, "-out", name)...)
		require.Equal(t, inputs.Done, got.Code, got.Errors)
		require.Empty(t, got.Out, "the answer is in the file")
		book, err := excelize.OpenFile(name)
		require.NoError(t, err)
		defer book.Close()
		return book.GetSheetList()
	}
	with := sheets()
	without := sheets("-framework", sample+"framework.json", "-role", "imaging-support-worker", "-worker", sample+"workers/every-status.json")
	require.Contains(t, with, "Plan")
	require.NotContains(t, without, "Plan")
	require.Subset(t, with, without)
}

// TestFailureLeavesTheFile: what could not be reported leaves what was there.
func TestFailureLeavesTheFile(t *testing.T) {
	name := trial.Write(t, "report.html", "the one before")
	require.Equal(t, inputs.Misused, call(t, "", "-role", "astronaut", "-out", name).Code)
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, "the one before", string(data))
}

// TestWords: another language is one file; what it leaves out, or has wrong, is English.
func TestWords(t *testing.T) {
	words := trial.Write(t, "cy.json", `{"language":"cy","messages":{"report.shown":"Wedi'i ddangos","no.such":"x"}}`)
	for _, form := range []string{"text", "markdown", "html"} {
		got := call(t, "", "-words", words, "-format", form)
		require.Equal(t, inputs.Done, got.Code, got.Errors)
		require.Contains(t, html.UnescapeString(got.Out), "Wedi'i ddangos", form)
		require.Contains(t, got.Errors, "no.such")
	}
	got := call(t, "", "-words", trial.Write(t, "cy.json", "hello"))
	require.Equal(t, inputs.Failed, got.Code)
	require.Empty(t, got.Out)
}

// TestCarried: what counts over a confirmed link is said to, in every form for people.
func TestCarried(t *testing.T) {
	const other = "../../testdata/"
	for _, form := range []string{"text", "markdown", "html"} {
		got := call(t, "", "-framework", other+"healthcare-support/framework.json", "-framework", other+"ap-health/framework.json",
			"-framework", "../crosswalk/testdata/links.json", "-role", "ST0215", "-worker", other+"healthcare-support/workers/aide.json",
			"-as-of", "2026-06-30", "-format", form)
		require.Equal(t, inputs.Done, got.Code, got.Errors)
		require.Contains(t, got.Out, "Evidence carried over links that a person confirmed", form)
		require.Contains(t, got.Out, "hs-s2", form)
	}
}
