package render

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
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

// reasons says in sentences why a gap has its status.
func reasons(g *assess.Gap) string {
	var said []string
	codes := map[string]bool{}
	for _, r := range g.Because {
		codes[r.Code] = true
	}
	for _, r := range g.Because {
		if r.Code == "not-evidenced" && (codes["no-evidence"] || codes["only-self"]) {
			continue // the plainer reason follows
		}
		if s := sentence(g, r); s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, " ")
}

// sentence says one reason.
func sentence(g *assess.Gap, r assess.Reason) string {
	of := func(name string) float64 { v, _ := r.Numbers.Of(name); return v }
	refs := strings.Join(r.Refs, ", ")
	chance := func() string {
		if len(g.Rungs) == 2 {
			return fmt.Sprintf("%s likely to be %s", Percent(of("probability")), g.Rungs[1])
		}
		return fmt.Sprintf("%s likely to be at %s or above", Percent(of("probability")), Rung(g, g.Level))
	}
	switch r.Code {
	case "met":
		return fmt.Sprintf("Shown: %s.", chance())
	case "contested":
		return fmt.Sprintf("The sources contradict each other (%s; conflict %.2f, limit %.2f).", refs, of("conflict"), of("limit"))
	case "expired":
		return fmt.Sprintf("Was shown, and has lapsed: %s.", refs)
	case "not-evidenced":
		return "Too little is known from anybody but the person."
	case "below":
		return fmt.Sprintf("What was seen speaks against it: %s, %s needed.", chance(), Percent(of("needed")))
	case "uncertain":
		return fmt.Sprintf("Looked at, not enough to tell: %s, %s needed.", chance(), Percent(of("needed")))
	case "no-evidence":
		return "Nobody has looked at this yet."
	case "only-self":
		return "Only the person's own word so far."
	case "lapsed":
		return "No longer counts: " + refs + "."
	case "waiting":
		return "Waiting for a decision: " + refs + "."
	case "overridden":
		return overrideWords(g)
	}
	return ""
}

// overrideWords says who decided what; the evidence is not changed by it.
func overrideWords(g *assess.Gap) string {
	o := g.Override
	decision := "does apply"
	switch {
	case o.Met != nil && *o.Met:
		decision = "is met"
	case o.Met != nil:
		decision = "is not met"
	case !*o.Applies:
		decision = "does not apply"
	}
	words := fmt.Sprintf("Decided by %s on %s that this %s", orNobody(o.By), o.At, decision)
	if o.Reason != "" {
		words += ": " + o.Reason
	}
	return strings.TrimSuffix(words, ".") + ". The evidence is unchanged."
}

func orNobody(by string) string {
	if by == "" {
		return "an unnamed person"
	}
	return by
}
