package render

import (
	"fmt"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// reasons says in sentences why a gap has its status. held is the level that has been
// shown already, 0 for none.
func reasons(g *assess.Gap, held ksb.Level) string {
	var said []string
	for _, r := range g.Because {
		if s := sentence(g, r, held); s != "" && !outdone(g, r) {
			said = append(said, s)
		}
	}
	return strings.Join(said, " ")
}

// outdone: a plainer reason follows, or a person's decision has been said already.
func outdone(g *assess.Gap, r assess.Reason) bool {
	return r.Code == "not-evidenced" && (has(g, "no-evidence") || has(g, "only-self"))
}

func has(g *assess.Gap, code string) bool {
	for _, r := range g.Because {
		if r.Code == code {
			return true
		}
	}
	return false
}

// sentence says one reason.
func sentence(g *assess.Gap, r assess.Reason, held ksb.Level) string {
	of := func(name string) string { v, _ := r.Numbers.Of(name); return Percent(v) }
	switch r.Code {
	case "met":
		return fmt.Sprintf("The evidence makes it %s likely that this is reached.", of("probability"))
	case "contested":
		return contestedWords(g)
	case "expired":
		return fmt.Sprintf("Was shown, and has lapsed: %s.", pieces(g, r.Refs))
	case "not-evidenced":
		return "Too little is known of this level from anybody but the person." + shownSoFar(g, held)
	case "below":
		return fmt.Sprintf("The evidence makes it only %s likely that this is reached; %s is needed.", of("probability"), of("needed")) + shownSoFar(g, held)
	case "uncertain":
		return fmt.Sprintf("Looked at, and not enough to tell: %s likely to be reached; %s is needed.", of("probability"), of("needed")) + shownSoFar(g, held)
	case "no-evidence":
		return "Nobody has looked at this yet."
	case "only-self":
		return "Only the person's own word so far."
	case "inferred":
		return fmt.Sprintf("Partly inferred from what was shown of %s.", some(r.Refs))
	case "inferred-not-enough":
		return "What is inferred is never enough by itself where a requirement is critical."
	case "lapsed":
		return fmt.Sprintf("No longer counts: %s.", pieces(g, r.Refs))
	case "waiting":
		return "Waiting for a decision: " + strings.Join(r.Refs, ", ") + "."
	case "rejected":
		return "Was turned down: " + strings.Join(r.Refs, ", ") + "."
	case "overridden":
		return overrideWords(g)
	}
	return ""
}

// shownSoFar says which lower level has been shown.
func shownSoFar(g *assess.Gap, held ksb.Level) string {
	if held == 0 || held >= g.Level {
		return ""
	}
	return fmt.Sprintf(" Shown so far: %s.", Rung(g, held))
}

// contestedWords names who speaks for the level and who against it.
func contestedWords(g *assess.Gap) string {
	var yes, no []string
	for _, p := range g.Parts {
		switch who := source(p); {
		case p.Kind == assess.Self, p.Inferred != "":
		case p.For > p.Against:
			yes = append(yes, who)
		case p.Against > p.For:
			no = append(no, who)
		}
	}
	return fmt.Sprintf("The sources contradict each other: %s for it, %s against.", some(yes), some(no))
}

// pieces names pieces of evidence: what they are and until when they were valid.
func pieces(g *assess.Gap, ids []string) string {
	byID := make(map[string]assess.Part, len(g.Parts))
	for _, p := range g.Parts {
		byID[p.Evidence] = p
	}
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = id
		if p, known := byID[id]; known {
			names[i] = fmt.Sprintf("%s %s, valid until %s", p.Kind, id, p.Until)
		}
	}
	return strings.Join(names, "; ")
}

// source is who a piece comes from.
func source(p assess.Part) string {
	if p.By != "" {
		return fmt.Sprintf("%s (%s)", p.By, p.Kind)
	}
	return fmt.Sprintf("an unnamed %s", p.Kind)
}

// overrideWords says who decided what; the evidence is not changed by it.
func overrideWords(g *assess.Gap) string {
	o := g.Override
	decision := ""
	switch {
	case o == nil || o.Met == nil && o.Applies == nil:
		return ""
	case o.Met != nil && *o.Met:
		decision = "is met"
	case o.Met != nil:
		decision = "is not met"
	case *o.Applies:
		decision = "does apply"
	default:
		decision = "does not apply"
	}
	words := fmt.Sprintf("Decided by %s%s that this %s", orNobody(o.By), onDay(o.At), decision)
	if o.Reason != "" {
		words += ": " + o.Reason
	}
	return strings.TrimSuffix(words, ".") + "."
}

func orNobody(by string) string {
	if by == "" {
		return "an unnamed person"
	}
	return by
}

func onDay(day ksb.Date) string {
	if day == 0 {
		return ""
	}
	return " on " + day.String()
}
