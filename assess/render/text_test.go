package render_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/render"
)

var update = flag.Bool("update", false, "write the golden files anew")

func requireGolden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}

// The four sample workers as a manager reads them, each against one role, and the
// report with everything in it as a program reads it. The fingerprint is left out: it
// says nothing of the writer.
func TestGolden(t *testing.T) {
	reports := sampleReports(t)
	for _, name := range []string{
		"new-starter.imaging-support-worker", "every-status.imaging-support-worker", "every-status.imaging-senior-support-worker",
		"nearly-there.imaging-senior-support-worker", "assistant-practitioner.imaging-assistant-practitioner", "w-06.imaging-support-worker.derived",
	} {
		t.Run(name, func(t *testing.T) {
			r := reports[name]
			r.Basis.Index = "0123456789abcdef0123456789abcdef"
			requireGolden(t, name+".txt", asText(t, r))
		})
	}
	short := reports["end-to-end.R1"]
	require.NotNil(t, short)
	short.Basis.Index = "0123456789abcdef0123456789abcdef"
	requireGolden(t, "end-to-end.json", string(asJSON(t, short)))
	requireGolden(t, "end-to-end.txt", asText(t, short))
}

// requirePage: what every text for people keeps to, whatever is in the report.
func requirePage(t *testing.T, text string) {
	t.Helper()
	require.True(t, utf8.ValidString(text))
	require.True(t, strings.HasSuffix(text, "\n") && !strings.HasSuffix(text, "\n\n"), "one newline at the end")
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		require.LessOrEqual(t, utf8.RuneCountInString(line), render.Width, "%q", line)
		require.Equal(t, strings.TrimRightFunc(line, unicode.IsSpace), line, "nothing blank at the end of %q", line)
		require.NotContains(t, strings.Map(onlyControl, line), "!", "no control character in %q", line)
	}
}

func onlyControl(r rune) rune {
	if unicode.IsControl(r) {
		return '!'
	}
	return -1
}

func TestTextOfTheSamples(t *testing.T) {
	for name, r := range sampleReports(t) {
		t.Run(name, func(t *testing.T) {
			text := asText(t, r)
			requirePage(t, text)
			require.NotContains(t, text, "\n\n\n", "one empty line at most")
		})
	}
}

// Words that a report does not say of a person, whatever the standards say: those are
// left out here.
func TestTextForbiddenWords(t *testing.T) {
	forbidden := regexp.MustCompile(`(?i)deficien|fail|weak|incompeten|inadequate|poor|\bscore|NaN|Inf\b|<nil>|%!`)
	for name, r := range sampleReports(t) {
		for i := range r.Gaps {
			r.Gaps[i].Text, r.Gaps[i].Rungs = "", nil
		}
		for i := range r.Duties {
			r.Duties[i].Text = ""
		}
		require.Empty(t, forbidden.FindAllString(asText(t, r), -1), name)
	}
}

// What the headline must say, and never without its companions.
func TestTextHeadline(t *testing.T) {
	for name, r := range sampleReports(t) {
		text := asText(t, r)
		verdict := map[assess.Verdict]string{assess.Yes: "\nREADY.", assess.No: "\nNOT READY.", assess.Unknown: "\nNOT KNOWN YET."}[r.Ready]
		require.Contains(t, text, verdict, name)
		for _, x := range []float64{r.Assured, r.Estimate, r.Low, r.High, r.Coverage} {
			require.Contains(t, text, render.Percent(x), name)
		}
		require.NotRegexp(t, `[0-9]+% ready`, text, name)
	}
}

// Every requirement stands on the page, those that are not shown with their status.
func TestTextHasEveryRequirement(t *testing.T) {
	for name, r := range sampleReports(t) {
		words := strings.FieldsFunc(asText(t, r), func(c rune) bool { return strings.ContainsRune(" \n,.:", c) })
		for i := range r.Gaps {
			require.True(t, slices.Contains(words, render.Label(&r.Gaps[i])), "%s: %s", name, render.Label(&r.Gaps[i]))
		}
	}
}

// A heading announces something.
func TestTextHasNoEmptySection(t *testing.T) {
	decided := *everyStatus(t)
	decided.Gaps = slices.Clone(decided.Gaps)
	for i := range decided.Gaps {
		decided.Gaps[i].Override = &assess.Override{Statement: string(decided.Gaps[i].Statement), Met: new(true), By: "lead"}
	}
	for name, r := range map[string]*assess.Report{"every status": everyStatus(t), "all decided": &decided, "nothing": {}} {
		lines := strings.Split(asText(t, r), "\n")
		for i, line := range lines {
			if strings.HasPrefix(line, "---") {
				require.NotEmpty(t, lines[i+1], "%s: %q announces nothing", name, lines[i-1])
			}
		}
	}
}

// A piece that was turned down waits for nothing.
// TestTextOfUnmappedDuties: where no duty says what it needs, one sentence says so.
func TestTextOfUnmappedDuties(t *testing.T) {
	r := &assess.Report{Duties: []assess.DutyReadiness{{Code: "D1", Text: "Lift"}, {Code: "D2", Text: "Carry"}}}
	text := asText(t, r)
	require.Contains(t, text, "None of the 2 duties says")
	require.NotContains(t, text, "not mapped")
	r.Duties[1].Of = 3
	text = asText(t, r)
	require.Contains(t, text, "not mapped")
	require.Contains(t, text, " 0 of  3 shown")
}

func TestTextOfARejectedPiece(t *testing.T) {
	r := sampleReports(t)["every-status.imaging-support-worker"]
	at := slices.IndexFunc(r.Gaps, func(g assess.Gap) bool { return g.Code == "B5" })
	require.Equal(t, []string{"e27"}, r.Gaps[at].Waiting, "the sample's e27 is rejected")
	text := strings.Join(strings.Fields(asText(t, r)), " ")
	require.False(t, strings.Contains(text, "Waiting for a decision: e27"), "who rejected it has decided")
}

func TestPercent(t *testing.T) {
	for x, want := range map[float64]string{
		0: "0%", 1: "100%", 0.5: "50%", 0.005: "1%", 0.001: "1%", 0.004: "1%", 0.995: "99%", 0.996: "99%", 0.999: "99%", 0.614: "61%", 0.615: "62%",
	} {
		require.Equal(t, want, render.Percent(x), x)
	}
}

// Labels are those of a stored report, too.
func TestLabels(t *testing.T) {
	var r assess.Report
	require.NoError(t, json.Unmarshal([]byte(`{"gaps":[{"statement":"u-1","code":"K1"},{"statement":"u-2"}]}`), &r))
	label := render.Labels(&r)
	require.Equal(t, []string{"K1", "u-2", "zz"}, []string{label("u-1"), label("u-2"), label("zz")})
}
