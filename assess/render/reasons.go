package render

import (
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// Reasons says why a gap has its status, a sentence or two for each reason. held is the
// level that has been shown already, 0 for none: see [Held].
func (v Voice) Reasons(g *assess.Gap, held ksb.Level) []string {
	var said []string
	for _, r := range g.Because {
		if s := v.reason(g, r, held); s != "" && !outdone(g, r) {
			said = append(said, s)
		}
	}
	return said
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

// reason says one reason; a code that has no wording says nothing.
func (v Voice) reason(g *assess.Gap, r assess.Reason, held ksb.Level) string {
	switch r.Code {
	case "contested":
		return v.contested(g)
	case "overridden":
		return v.override(g.Override)
	}
	key := "reason." + r.Code
	if !v.words.Has(key) {
		return ""
	}
	of := func(name string) string { x, _ := r.Numbers.Of(name); return v.Percent(x) }
	said := v.say(key, "probability", of("probability"), "needed", of("needed"), "names", v.some(r.Refs), "pieces", v.pieces(g, r))
	switch r.Code {
	case "not-evidenced", "below", "uncertain":
		if held > 0 && held < g.Level {
			said += " " + v.say("gap.so-far", "level", v.Level(g, held))
		}
	}
	return said
}

// contested names who speaks for the level and who against it.
func (v Voice) contested(g *assess.Gap) string {
	var yes, no []string
	for _, p := range g.Parts {
		switch {
		case p.Kind == assess.Self, p.Inferred != "":
		case p.For > p.Against:
			yes = append(yes, v.source(p))
		case p.Against > p.For:
			no = append(no, v.source(p))
		}
	}
	plain := Voice{words: v.words} // sources are set apart already
	return v.say("reason.contested", "for", plain.some(yes), "against", plain.some(no))
}

// pieces names pieces of evidence: what they are and until when they were valid, where
// that is what has changed.
func (v Voice) pieces(g *assess.Gap, r assess.Reason) string {
	if r.Code != "expired" && r.Code != "lapsed" {
		return v.all(r.Refs)
	}
	byID := make(map[string]assess.Part, len(g.Parts))
	for _, p := range g.Parts {
		byID[p.Evidence] = p
	}
	names := make([]string, len(r.Refs))
	for i, id := range r.Refs {
		names[i] = v.name(id)
		if p, known := byID[id]; known {
			names[i] = v.say("piece.valid", "kind", v.EvidenceKind(p.Kind), "piece", v.name(id), "day", v.day(p.Until))
		}
	}
	return strings.Join(names, "; ")
}

// source is who a piece comes from.
func (v Voice) source(p assess.Part) string {
	if p.By != "" {
		return v.say("source.named", "by", v.name(p.By), "kind", v.EvidenceKind(p.Kind))
	}
	return v.say("source.unnamed", "kind", v.EvidenceKind(p.Kind))
}

// override says who decided what; the evidence is not changed by it.
func (v Voice) override(o *assess.Override) string {
	key := "decided."
	switch {
	case o == nil || o.Met == nil && o.Applies == nil:
		return ""
	case o.Met != nil && *o.Met:
		key += "met"
	case o.Met != nil:
		key += "not-met"
	case *o.Applies:
		key += "applies"
	default:
		key += "outside"
	}
	if o.At != 0 {
		key += ".on"
	}
	by := v.say("decided.nobody")
	if o.By != "" {
		by = v.name(o.By)
	}
	said := v.say(key, "by", by, "day", v.day(o.At))
	if o.Reason != "" {
		said = v.say("decided.because", "decision", said, "reason", v.name(strings.TrimSuffix(o.Reason, ".")))
	}
	return strings.TrimSuffix(said, ".") + "."
}
