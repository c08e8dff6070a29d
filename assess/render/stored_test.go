package render_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
)

// Equal reports, equal bytes: however often, and whoever made them.
func TestJSONIsTheSameEveryTime(t *testing.T) {
	first, second := sampleReports(t), sampleReports(t)
	for name, r := range first {
		require.Equal(t, string(asJSON(t, r)), string(asJSON(t, second[name])), name)
		require.Equal(t, asText(t, r), asText(t, second[name]), name)
	}
}

// A stored report holds all that a writer needs.
func TestAStoredReport(t *testing.T) {
	for name, r := range sampleReports(t) {
		stored := asJSON(t, r)
		var back assess.Report
		require.NoError(t, json.Unmarshal(stored, &back), name)
		if diff := cmp.Diff(string(stored), string(asJSON(t, &back))); diff != "" {
			t.Fatal(name, diff)
		}
		if diff := cmp.Diff(asText(t, r), asText(t, &back)); diff != "" {
			t.Error(name, diff)
		}
	}
}

// Rounding once, at the edge: the text of a report is that of the stored one, for
// numbers on either side of half a per cent, and for those all but whole.
func TestAStoredReportOfNumbersOnTheEdge(t *testing.T) {
	for _, x := range []float64{0.5949999999, 0.5950000001, 0.9999999, 1e-9, 0.0049999999, 0.9949999999, 1 - 1e-16} {
		r := &assess.Report{Assured: x, Estimate: x, Low: x, High: x, Coverage: x}
		var back assess.Report
		require.NoError(t, json.Unmarshal(asJSON(t, r), &back))
		if diff := cmp.Diff(asText(t, r), asText(t, &back)); diff != "" {
			t.Error(x, diff)
		}
	}
}
