package main

import (
	"fmt"
	"html/template"
	"net/url"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	assessrender "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

// words are what templates say things with: those of the library, by its catalogue, and
// those of this program.
func words(w *wording.Words) template.FuncMap {
	voice := assessrender.NewVoice(w)
	return template.FuncMap{
		"counts":   counts,
		"day":      w.Day,
		"evidence": func(k assess.EvidenceKind) string { return capital(voice.EvidenceKind(k)) },
		"extend":   extend,
		"gap":      assessrender.Label,
		"hours":    func(minutes int64) int64 { return (minutes + 59) / 60 },
		"kind":     voice.Kind,
		"parties":  parties,
		"party":    func(p assess.Party) string { return capital(voice.Party(p)) },
		"percent":  voice.Percent,
		"plural":   plural,
		"pounds":   func(pence int64) string { return fmt.Sprintf("£%d.%02d", pence/100, pence%100) },
		"query":    func(q url.Values) template.URL { return template.URL(q.Encode()) },
		"rung":     func(rungs []string, l ksb.Level) string { return rung(rungs, int(l)) },
		"said":     rung,
		"say":      func(key string) string { return w.Say(key) },
		"short":    short,
		"status":   voice.Status,
		"tab":      tabOf,
		"verdict":  voice.Verdict,
	}
}

func capital(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

// counts is what a party's answers are worth, in words.
func counts(p assess.Party) string {
	switch kindOf(p) {
	case assess.Self:
		return "It is a person's own word: it starts a talk, and shows nothing by itself."
	case assess.Supervisor:
		return "It counts as the word of somebody who directs the work."
	}
	return "It counts as the word of a witness."
}

// rung names a level that was given or is asked for.
func rung(rungs []string, level int) string {
	switch {
	case level == onlyNote:
		return "only a note"
	case level < 0 || level >= len(rungs):
		return "cannot say"
	}
	return rungs[level]
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// short is the beginning of a long text.
func short(text string) string {
	const most = 60
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return text
}

// tab is a link to a page about a scan.
type tab struct {
	Address, Name string
	Current       bool
}

func tabOf(p page, name, title string) tab {
	address := fmt.Sprintf("/scans/%d", p.Scan.Number)
	if name != "scan" {
		address += "/" + name
	}
	if len(p.Kept) > 0 && name != "scan" {
		address += "?" + p.Kept.Encode()
	}
	return tab{address, title, p.Tab == name}
}

// extend is a query with more in it: names and values in pairs.
func extend(q url.Values, pairs ...string) url.Values {
	more := url.Values{}
	for name, values := range q { // any order: it is sorted when it is written
		more[name] = values
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			more.Set(pairs[i], pairs[i+1])
		}
	}
	return more
}
