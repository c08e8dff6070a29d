package render_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

func hostileTexts() map[string]string {
	return map[string]string{
		"nothing":             "",
		"blanks":              " \t\u00a0\u2003 ",
		"a word of 78":        strings.Repeat("m", 78) + "m",
		"a long word":         strings.Repeat("Donaudampfschiff", 20),
		"a URI":               "http://data.example.org/standards/statement/0123456789abcdef-0123-4567-89ab-cdef",
		"many words":          strings.Repeat("word ", 200),
		"line breaks":         "one\ntwo\r\nthree\u2028four\u2029five\u0085six",
		"control characters":  "a\x00b\x07c\x1b[31mred\x1b[0m\x7fd",
		"C1 control":          "a\u009b31mred\u0090b",
		"other scripts":       "日本語のとても長い説明文" + strings.Repeat("漢字", 60),
		"right to left":       "שלום עולם " + strings.Repeat("مرحبا", 20),
		"overriding the line": "abc\u202etxt.exe\u2066 isolated",
		"marks":               strings.Repeat("e\u0301", 100),
		"no UTF-8":            "a\xffb\xfe",
		"formats":             "%s %d %!v(MISSING) {about} {refs}",
		"rules":               strings.Repeat("-", 200),
	}
}

// hostile is a report in which every text is the given one and every part is there.
func hostile(text string) *assess.Report {
	id := ksb.StatementID(text)
	gap := assess.Gap{
		Statement: id, Code: text, Kind: ksb.Skill, Text: text, Rungs: []string{text, text, text}, Level: 2, Critical: true,
		AtLeast: []float64{0.5, 0.5}, Duties: []ksb.DutyID{ksb.DutyID(text)}, Waiting: []string{text},
		Parts: []assess.Part{{Evidence: text, Kind: assess.Test, By: text}},
		Because: []assess.Reason{{Code: "contested", Refs: []string{text, text}}, {Code: "waiting", Refs: []string{text}},
			{Code: "lapsed", Refs: []string{text}}, {Code: "overridden"}, {Code: text, Refs: []string{text}}},
		Override: &assess.Override{Statement: text, Met: new(false), By: text, Reason: text},
	}
	open, met, outside := gap, gap, gap
	open.Override, met.Override, outside.Override = nil, nil, nil
	open.Because, met.Because, outside.Because = gap.Because[:3], nil, nil
	met.Status, outside.Status = assess.Met, assess.NotApplicable
	return &assess.Report{
		Worker: text, Role: assess.RoleName{ID: ksb.RoleID(text), Edition: text, Title: text},
		ReadyBecause: []assess.Cause{{Code: "gate-unknown", Refs: []string{text}}, {Code: text, Refs: []string{text}}},
		Gaps:         []assess.Gap{gap, open, met, outside},
		Duties:       []assess.DutyReadiness{{Duty: ksb.DutyID(text), Code: text, Text: text}, {Duty: ksb.DutyID(text), Text: text}},
		Gates:        []assess.GateResult{{Gate: ksb.GateID(text), Phase: ksb.Entry, Opens: [][]string{{text, text}, {text}}}},
		Next:         []assess.Probe{{Statement: id}, {Statement: "elsewhere"}},
		Findings:     []assess.Finding{{Check: text, Code: text, Statement: text, Evidence: text, Refs: []string{text}}, {Check: "evidence", Code: "repeated", Evidence: text, Statement: text}},
		Basis:        assess.Basis{Index: text, Model: text, Engine: text, Policy: assess.Policy{Format: text}},
	}
}

func TestTextOfHostileTexts(t *testing.T) {
	for why, text := range hostileTexts() {
		t.Run(why, func(t *testing.T) { requirePage(t, asText(t, hostile(text))) })
	}
}

// Characters that turn the reading direction around would let a name rewrite the line
// it stands in.
func TestTextDoesNotTurnAround(t *testing.T) {
	text := asText(t, hostile("abc\u202etxt\u2066"))
	require.NotContains(t, text, "\u202e")
	require.NotContains(t, text, "\u2066")
}

// Whatever can be stored can be rendered: parts that contradict one another, and
// numbers that no engine gives.
func TestTextOfOddReports(t *testing.T) {
	for why, stored := range map[string]string{
		"nothing":                         `{}`,
		"an override without an override": `{"gaps":[{"statement":"S1","level":1,"because":[{"code":"overridden"}]}]}`,
		"an override that decides nothing": `{"gaps":[{"statement":"S1","level":1,"override":{"statement":"S1"},
			"because":[{"code":"overridden"}]}]}`,
		"a level off its rungs":     `{"gaps":[{"statement":"S1","level":9,"rungs":["a","b"],"because":[{"code":"met"}]}]}`,
		"a rung without a name":     `{"gaps":[{"statement":"S1","level":1,"rungs":["",""],"because":[{"code":"met"}]}]}`,
		"shares beyond all":         `{"assured":7,"estimate":-3,"low":-9,"high":1e300,"coverage":1e-300}`,
		"what is next is no gap":    `{"next":[{"statement":"S9"}]}`,
		"a finding without a place": `{"findings":[{"code":"after-as-of-day","refs":["x"]},{"code":"reference-unknown"},{}]}`,
		"a gate without a name":     `{"gates":[{"opens":[[]]}]}`,
	} {
		t.Run(why, func(t *testing.T) {
			var r assess.Report
			require.NoError(t, json.Unmarshal([]byte(stored), &r))
			requirePage(t, asText(t, &r))
		})
	}
}

// A sentence has a subject: nothing begins with a colon or with "refers".
func TestTextOfFindingsWithoutEvidence(t *testing.T) {
	r := &assess.Report{Findings: []assess.Finding{
		{Check: "credential", Code: "after-as-of-day", Refs: []string{"care-certificate"}},
		{Check: "override", Code: "after-as-of-day", Statement: "S1", Refs: []string{"lead"}},
		{Check: "override", Code: "after-as-of-day", Statement: "S1", Refs: []string{""}},
		{Check: "override", Code: "not-one-decision", Statement: "S1", Refs: []string{"lead"}},
		{Check: "reference", Code: "reference-unknown", Refs: []string{"K99"}},
		{Check: "evidence", Code: "statement-missing", Evidence: "row-7"},
	}}
	for line := range strings.Lines(asText(t, r)) {
		require.NotRegexp(t, `^  - (:|refers|for )`, line)
	}
}

// sized is a report on a role of n statements in n/10 duties, nothing of it looked at.
func sized(t testing.TB, n int) *assess.Report {
	t.Helper()
	f := ksb.Framework{ID: "f", Roles: []ksb.Role{{ID: "R", Title: "Role"}}}
	role := &f.Roles[0]
	for i := range n {
		id := ksb.StatementID(fmt.Sprintf("statement/%d", i))
		f.Statements = append(f.Statements, ksb.Statement{ID: id, Code: fmt.Sprintf("K%d", i+1), Kind: ksb.Knowledge, Text: "Knows it"})
		role.Requirements = append(role.Requirements, ksb.Requirement{Statement: id, Critical: i%5 == 0})
		if i%10 == 0 {
			role.Duties = append(role.Duties, ksb.Duty{ID: ksb.DutyID(fmt.Sprintf("duty/%d", i)), Code: fmt.Sprintf("D%d", i/10+1), Text: "Does it", Core: true})
		}
		duty := &role.Duties[len(role.Duties)-1]
		duty.Statements = append(duty.Statements, id)
	}
	report, err := assess.Quick(f, assess.Worker{ID: "w"}, "R", midsummer)
	require.NoError(t, err)
	return report
}

func TestTextOfRolesOfEverySize(t *testing.T) {
	for _, n := range []int{1, 9, 10, 277, 1000} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			r := sized(t, n)
			require.Len(t, r.Gaps, n)
			text := asText(t, r)
			requirePage(t, text)
			require.Equal(t, n, strings.Count(text, "Nobody has looked at this yet."), "each gap stands there")
		})
	}
}

func FuzzText(f *testing.F) {
	for _, text := range hostileTexts() {
		if utf8.RuneCountInString(text) < 60 {
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) { requirePage(t, asText(t, hostile(text))) })
}
