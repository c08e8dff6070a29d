package render

import (
	"fmt"
	"math"
	"strconv"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

// statusWord is the status in plain English.
func statusWord(s assess.Status) string {
	switch s {
	case assess.Met:
		return "met"
	case assess.Contested:
		return "contested"
	case assess.Expired:
		return "lapsed"
	case assess.BelowLevel:
		return "not yet met"
	case assess.Uncertain:
		return "uncertain"
	case assess.NotApplicable:
		return "not applicable"
	}
	return "not yet evidenced"
}

// actionWords is what to do about a status.
func actionWords(a assess.Action) string {
	switch a {
	case assess.Assess:
		return "assess it"
	case assess.Moderate:
		return "have a second assessor decide"
	case assess.Renew:
		return "renew it"
	case assess.Develop:
		return "train"
	}
	return ""
}

// Percent writes a share in whole per cent; what is not all is never "100%", and
// what is not nothing never "0%".
func Percent(x float64) string {
	x = strictjson.Round6(x) // a stored report has no more digits
	n := int(math.Round(100 * x))
	switch {
	case x > 0 && n == 0:
		n = 1
	case x < 1 && n == 100:
		n = 99
	}
	return strconv.Itoa(n) + "%"
}

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

// Rung names a level of a gap: "level 3 (alone)".
func Rung(g *assess.Gap, level ksb.Level) string {
	if len(g.Rungs) == 2 && level == 1 {
		return g.Rungs[1]
	}
	if int(level) < len(g.Rungs) {
		return fmt.Sprintf("level %d (%s)", level, g.Rungs[level])
	}
	return fmt.Sprintf("level %d", level)
}
