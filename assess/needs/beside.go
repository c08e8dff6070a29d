package needs

import (
	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// Pair is an item of a survey and the gap of a report about the same statement.
type Pair struct {
	Row *Row
	Gap *assess.Gap
}

// Beside joins a result with a report by the statements of the items: what people said
// they need beside what the evidence about one of them shows. Pairs stand in the order
// of the gaps, then of the items; items without a statement of the report are left out.
// Both stay what they are: an opinion of many is no evidence about one.
func (r *Result) Beside(report *assess.Report) (pairs []Pair) {
	byStatement := map[ksb.StatementID][]*Row{}
	for i := range r.Items {
		row := &r.Items[i]
		byStatement[row.Statement] = append(byStatement[row.Statement], row)
	}
	for i := range report.Gaps {
		gap := &report.Gaps[i]
		for _, row := range byStatement[gap.Statement] {
			pairs = append(pairs, Pair{row, gap})
		}
	}
	return pairs
}
