package render_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb/format/cell"
)

func asMarkdown(t testing.TB, r *assess.Report) string {
	t.Helper()
	var out strings.Builder
	require.NotPanics(t, func() { require.NoError(t, render.Markdown(&out, r)) })
	return out.String()
}

// cellsOf are the cells of a row of a Markdown table.
func cellsOf(line string) []string {
	return strings.Split(strings.ReplaceAll(strings.Trim(line, "|"), `\|`, ""), "|")
}

// requireMarkdown: tables keep their columns, and nothing that came from outside is
// markup.
func requireMarkdown(t testing.TB, text string) {
	t.Helper()
	columns := 0
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		require.NotContains(t, line, "\r")
		if !strings.HasPrefix(line, "|") {
			columns = 0
			continue
		}
		if columns == 0 {
			columns = len(cellsOf(line))
		}
		require.Len(t, cellsOf(line), columns, "%q", line)
	}
}

func TestMarkdownOfTheSamples(t *testing.T) {
	for name, r := range sampleReports(t) {
		text := asMarkdown(t, r)
		requireMarkdown(t, text)
		for i := range r.Gaps {
			require.Contains(t, strings.ReplaceAll(text, `\`, ""), render.Label(&r.Gaps[i]), name)
		}
		for _, x := range []float64{r.Assured, r.Estimate, r.Low, r.High, r.Coverage} {
			require.Contains(t, text, render.Percent(x), name)
		}
	}
}

func TestMarkdownGolden(t *testing.T) {
	r := sampleReports(t)["every-status.imaging-support-worker"]
	r.Basis.Index = "0123456789abcdef0123456789abcdef"
	requireGolden(t, "every-status.imaging-support-worker.md", asMarkdown(t, r))
}

func TestMarkdownOfHostileTexts(t *testing.T) {
	texts := hostileTexts()
	for i, s := range []string{"- item", "1. item", "12) item", "# heading", "> quote", "| a | b |", "[a](javascript:x)", "<script>x</script>", "```", "~~a~~", "&lt;", "===", "+ plus", "`a`"} {
		texts["markup "+strconv.Itoa(i)] = s
	}
	for why, text := range texts {
		t.Run(why, func(t *testing.T) {
			said := asMarkdown(t, hostile(text))
			requireMarkdown(t, said)
			bare := strings.NewReplacer(`\<`, "", `\[`, "", `\`+"`", "", `\~`, "", `\&`, "").Replace(said)
			require.NotRegexp(t, "[<`~&]|\\[", bare)
			require.NotRegexp(t, `(?m)^- ([-+=#>]|[0-9]+[.)]) `, said)
		})
	}
}

// TestCSV: every requirement is a row that reads back.
func TestCSV(t *testing.T) {
	for name, r := range sampleReports(t) {
		var out bytes.Buffer
		require.NoError(t, render.CSV(&out, r))
		require.Equal(t, strings.Count(out.String(), "\n"), strings.Count(out.String(), "\r\n"))
		rows, err := csv.NewReader(&out).ReadAll()
		require.NoError(t, err, name)
		require.Len(t, rows, len(r.Gaps)+1, name)
		sum, rank := 0.0, 0
		for i, row := range rows[1:] {
			g := &r.Gaps[i]
			require.Equal(t, []string{g.Code, string(g.Statement), g.Kind.String()}, row[4:7], name)
			require.Equal(t, []string{g.Status.String(), g.Action.String()}, row[11:13], name)
			share, err := strconv.ParseFloat(row[16], 64)
			require.NoError(t, err)
			sum += share
			if row[3] != "" {
				rank++
				require.Equal(t, strconv.Itoa(rank), row[3])
			}
		}
		require.True(t, r.Of == 0 || math.Abs(1-r.Estimate-sum) < 1e-4, "%s: the shares of a report add up", name)
	}
}

// TestCSVOfFormulas: nothing that came from outside is worked out by a spreadsheet.
func TestCSVOfFormulas(t *testing.T) {
	for _, text := range []string{"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", " =1", "'=1", "\r=1", "a\n=1"} {
		var out bytes.Buffer
		require.NoError(t, render.CSV(&out, hostile(text)))
		rows, err := csv.NewReader(&out).ReadAll()
		require.NoError(t, err)
		for _, row := range rows[1:] {
			for i, c := range row {
				require.False(t, cell.Formula(c), "column %s: %q", rows[0][i], c)
			}
		}
	}
}

func TestCSVErrors(t *testing.T) {
	require.Error(t, render.CSV(failing{bytes.ErrTooLarge}, everyStatus(t)))
	require.Error(t, render.Markdown(failing{bytes.ErrTooLarge}, everyStatus(t)))
}

func ExampleMarkdown() {
	if err := render.Markdown(os.Stdout, porter()); err != nil {
		panic(err)
	}
	// Output:
	// # w-17 against Porter, on 2026-06-30
	//
	// **NOT KNOWN YET.** Still to be settled: S2.
	//
	// - **Shown:** 1 of 2 requirements, which is 50% of what the role needs.
	// - **Looked at:** 46% of the role so far.
	// - **Estimate:** 75% (likely between 34% and 100%), a guess at what a full assessment would find.
	//
	// ## Gaps, the most important first
	//
	// | Rank | Code | What it is | Status | What to do | Why |
	// | --- | --- | --- | --- | --- | --- |
	// | 1 | S2 | Reports hazards | not yet evidenced | assess it | Needs competent. Nobody has looked at this yet. |
	//
	// **Met:** S1
	//
	// ## Worth assessing next
	//
	// - S2 Reports hazards
	//
	// ## What this rests on
	//
	// Standards …, model ledger, rules skillgap/1. A person decides: every status can be overruled, with a name and a reason, and is then shown as overruled.
}

func ExampleCSV() {
	var out strings.Builder
	if err := render.CSV(&out, porter()); err != nil {
		panic(err)
	}
	fmt.Print(strings.ReplaceAll(out.String(), "\r", "")) // lines end in CR LF
	// Output:
	// worker,role,as_of,rank,code,statement,kind,text,level,held,critical,status,action,probability,importance,priority,share,duties,evidence,waiting,decided_by
	// w-17,porter,2026-06-30,1,S2,s-2,skill,Reports hazards,1,0,false,not-evidenced,assess,0.5,1,0.5,0.25,,,,
	// w-17,porter,2026-06-30,,S1,s-1,skill,Moves patients safely,1,1,false,met,none,0.999961,1,0.000039,0.000019,,e1; e2,,
}
