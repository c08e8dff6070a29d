package render

import (
	"math"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

// Voice says what stands in a report as a code, in the words of one language. Every
// writer of reports says it through a Voice, so that all of them say the same.
type Voice struct {
	words *wording.Words
	apart bool // names are set apart by the invisible marks of Unicode: see web.Isolated
}

// NewVoice is the voice of a language; nil: English.
func NewVoice(words *wording.Words) Voice { return Voice{words: wording.OrEnglish(words)} }

// Words is the catalogue that the voice speaks from.
func (v Voice) Words() *wording.Words { return wording.OrEnglish(v.words) }

func (v Voice) say(key string, pairs ...any) string { return v.words.Say(key, pairs...) }

// name is a name that somebody gave, or an ID.
func (v Voice) name(s string) string {
	if !v.apart {
		return s
	}
	return "\u2068" + bare(s) + "\u2069"
}

// day is a day: in words where names are set apart, else as the files write it.
func (v Voice) day(d ksb.Date) string {
	if v.apart {
		return v.words.Day(d)
	}
	return d.String()
}

// code says one of a set of codes; a code that has no wording stands as it is, and
// none at all is other.
func (v Voice) code(set, code, other string) string {
	switch {
	case v.words.Has(set + code):
		return v.say(set + code)
	case code == "" && other != "":
		return v.say(set + other)
	}
	return v.name(code)
}

// Status is a status: "not yet evidenced".
func (v Voice) Status(s assess.Status) string { return v.code("status.", s.String(), "not-evidenced") }

// Action is what to do: "assess it"; nothing for none.
func (v Voice) Action(a assess.Action) string {
	if !v.words.Has("action." + a.String()) {
		return ""
	}
	return v.say("action." + a.String())
}

// Verdict is the answer: "NOT READY."
func (v Voice) Verdict(a assess.Verdict) string { return v.code("verdict.", a.String(), "unknown") }

// Kind is what statements of a kind are called together: "Skills".
func (v Voice) Kind(k ksb.Kind) string { return v.code("kind.", k.String(), "other") }

// EvidenceKind is a kind of evidence: "observation".
func (v Voice) EvidenceKind(k assess.EvidenceKind) string {
	return v.code("evidence.", k.String(), "")
}

// Party is the capacity in which somebody gave evidence: "assessor"; "" is not said.
func (v Voice) Party(p assess.Party) string { return v.code("party.", string(p), "") }

// Phase is the moment at which a gate is looked at: "gateway".
func (v Voice) Phase(p ksb.Phase) string { return v.code("phase.", p.String(), "") }

// GateState is the state of a gate: "open".
func (v Voice) GateState(s assess.GateState) string { return v.code("gate.", s.String(), "unknown") }

// Level names a level of a gap: "level 3 (alone)".
func (v Voice) Level(g *assess.Gap, level ksb.Level) string {
	switch {
	case len(g.Rungs) == 2 && level == 1:
		return v.name(g.Rungs[1])
	case int(level) < len(g.Rungs):
		return v.say("level.named", "level", int(level), "name", v.name(g.Rungs[level]))
	}
	return v.say("level.bare", "level", int(level))
}

// Percent writes a share as [Percent] does, in the manner of the language.
func (v Voice) Percent(x float64) string { return v.say("percent", "n", wholePercent(x)) }

// Percent writes a share in whole per cent; what is not all is never "100%", and
// what is not nothing never "0%".
func Percent(x float64) string { return strconv.Itoa(wholePercent(x)) + "%" }

func wholePercent(x float64) int {
	x = strictjson.Round6(x) // a stored report has no more digits
	n := int(math.Round(100 * x))
	switch {
	case x > 0 && n == 0:
		n = 1
	case x < 1 && n == 100:
		n = 99
	}
	return n
}

// bare is text without the marks that set names apart.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\u2068' || r == '\u2069' {
			return -1
		}
		return r
	}, s)
}

// some joins names, with a count in place of those beyond the eighth.
func (v Voice) some(names []string) string {
	const most = 8
	shown := make([]string, min(len(names), most))
	for i := range shown {
		shown[i] = v.name(names[i])
	}
	said := strings.Join(shown, v.say("list.comma"))
	if len(names) > most {
		return v.say("list.more", "names", said, "n", len(names)-most)
	}
	return said
}

// all joins names, however many.
func (v Voice) all(names []string) string {
	shown := make([]string, len(names))
	for i := range names {
		shown[i] = v.name(names[i])
	}
	return strings.Join(shown, v.say("list.comma"))
}
