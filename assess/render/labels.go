package render

import (
	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// Label is what people call the statement of a gap: its code, or its ID.
func Label(g *assess.Gap) string {
	if g.Code != "" {
		return g.Code
	}
	return string(g.Statement)
}

// Labels are the labels of statements by ID, for writers that have only IDs.
func Labels(r *assess.Report) func(id string) string {
	byID := make(map[string]string, len(r.Gaps))
	for i := range r.Gaps {
		byID[string(r.Gaps[i].Statement)] = Label(&r.Gaps[i])
	}
	return func(id string) string {
		if label, known := byID[id]; known {
			return label
		}
		return id
	}
}

// Held are the levels that are shown, by statement; 0: none.
func Held(r *assess.Report) map[ksb.StatementID]ksb.Level {
	held := make(map[ksb.StatementID]ksb.Level, len(r.Held.Levels))
	for _, h := range r.Held.Levels {
		held[h.Statement] = h.Level
	}
	return held
}

// dutyLabel is what people call a duty: its code, or its ID.
func dutyLabel(d *assess.DutyReadiness) string {
	if d.Code != "" {
		return d.Code
	}
	return string(d.Duty)
}
