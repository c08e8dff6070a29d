package render

import (
	"strconv"
	"strings"
	"unicode/utf8"

	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb/wording"
	"github.com/skillgap-go/skillgap/pathway"
)

// Options are the choices of the writers for people. The zero value is English.
type Options struct {
	Words *wording.Words // nil: English
}

// planVoice says what stands in a plan in the words of one language.
type planVoice struct {
	reports.Voice
	words *wording.Words
}

func newPlanVoice(words *wording.Words) planVoice {
	words = wording.OrEnglish(words)
	return planVoice{reports.NewVoice(words), words}
}

func (v planVoice) say(key string, pairs ...any) string { return v.words.Say(key, pairs...) }

// money writes pence as £1,234.50.
func (v planVoice) money(pence int64) string {
	if pence < 0 {
		return v.say("money.less", "amount", v.money(-pence))
	}
	return v.say("money", "pounds", int(pence/100), "pence", twoDigits(pence%100))
}

func twoDigits(n int64) string {
	return strconv.FormatInt(n/10, 10) + strconv.FormatInt(n%10, 10)
}

// hours writes minutes as "10 hours 30 minutes".
func (v planVoice) hours(minutes int64) string {
	h, m := v.say("time.hours", "n", int(minutes/60)), v.say("time.minutes", "n", int(minutes%60))
	switch {
	case minutes < 60:
		return m
	case minutes%60 == 0:
		return h
	}
	return v.say("time.both", "hours", h, "minutes", m)
}

func (v planVoice) weeks(n int) string { return v.say("time.weeks", "n", n) }

// paid is what the employer pays, and what funding pays besides.
func (v planVoice) paid(pence, funded int64) string {
	if funded == 0 {
		return v.money(pence)
	}
	return v.say("plan.funded", "employer", v.money(pence), "funding", v.money(funded))
}

// period says when a step takes place, counting weeks from 1.
func (v planVoice) period(s pathway.Step) string {
	switch {
	case s.EndWeek == s.StartWeek && s.StartWeek == 0:
		return v.say("plan.when.start")
	case s.EndWeek == s.StartWeek:
		return v.say("plan.when.after", "n", s.StartWeek)
	case s.EndWeek-s.StartWeek == 1:
		return v.say("plan.when.week", "n", s.EndWeek)
	}
	return v.say("plan.when.weeks", "from", s.StartWeek+1, "to", s.EndWeek)
}

// apart sets a name apart from the sentence around it: see [web.Isolated].
func apart(name string) string {
	return "\u2068" + strings.NewReplacer("\u2068", "", "\u2069", "").Replace(name) + "\u2069"
}

func allApart[T ~string](names []T) []string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = apart(string(name))
	}
	return list
}

// together undoes apart, for the title of a window.
func together(words string) string {
	return strings.NewReplacer("\u2068", "", "\u2069", "").Replace(words)
}

// list joins names, or says that there are none.
func (v planVoice) list(names []string) string {
	if len(names) == 0 {
		return v.say("plan.none")
	}
	return v.words.List(names)
}

// code says one of a set of codes; a code that has no wording stands as it is.
func (v planVoice) code(set, code string) string {
	if v.words.Has(set + code) {
		return v.say(set + code)
	}
	return code
}

// commas joins names, as the lists of a text do.
func (v planVoice) commas(names []string) string {
	return strings.Join(names, v.say("list.comma"))
}

// orNone is commas, or says that there are none.
func (v planVoice) orNone(names []string) string {
	if len(names) == 0 {
		return v.say("plan.none")
	}
	return v.commas(names)
}

// all is all of what one way takes: "maths and English".
func (v planVoice) all(things []string) string { return strings.Join(things, v.say("gate.and")) }

// folded joins names by a message of two: names, what is joined so far, and last.
func (v planVoice) folded(key string, names []string) string {
	said := firstOf(names)
	for i := 1; i < len(names); i++ {
		said = v.say(key, "names", said, "last", names[i])
	}
	return said
}

// mostNamesTold is how many names a sentence lists; of more it tells the number.
const mostNamesTold = 12

// either joins names of which one is enough: "a or b", or "a or b or 3 more".
func (v planVoice) either(names []string) string {
	n := min(len(names), mostNamesTold)
	return v.beyond("list.or-more", v.folded("list.or", names[:n]), len(names)-n)
}

// some is commas for names that may be many: "a, b and 3 more".
func (v planVoice) some(names []string) string {
	n := min(len(names), mostNamesTold)
	return v.beyond("list.more", v.commas(names[:n]), len(names)-n)
}

// beyond adds how many names there are beyond those that are told.
func (v planVoice) beyond(key, names string, n int) string {
	if n == 0 {
		return names
	}
	return v.say(key, "names", names, "n", n)
}

// widest is the width of a column of words, those of the catalogue among others.
func widest(words ...string) (width int) {
	for _, w := range words {
		width = max(width, utf8.RuneCountInString(w))
	}
	return width
}

func texts[T ~string](list []T) []string {
	names := make([]string, len(list))
	for i, name := range list {
		names[i] = string(name)
	}
	return names
}
