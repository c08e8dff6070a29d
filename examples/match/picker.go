package main

import (
	"slices"
	"strings"
	"unicode"

	"github.com/skillgap-go/skillgap/ksb/match"
	"github.com/skillgap-go/skillgap/ksb/match/fuzzymatch"
)

// choice is a target that can be chosen.
type choice struct {
	id, text string
	letters  []int  // the bytes of the text that begin letters typed
	band     string // "": it holds what was typed; else how likely it is what was meant
}

// lister lists what may be meant by what was typed so far.
type lister func(typed string) []choice

// choices lists at most k targets: first those that hold what was typed, then those that
// the matcher suggests. While nothing is typed, the first targets as they were given.
func choices(targets []match.Target, suggest resolver, k int) lister {
	finder := fuzzymatch.New(targets)
	return func(typed string) (list []choice) {
		if strings.TrimSpace(typed) == "" {
			for _, t := range targets[:min(k, len(targets))] {
				list = append(list, choice{id: t.ID, text: t.Texts[0]})
			}
			return list
		}
		for _, m := range finder.Find(typed, k) {
			list = append(list, choice{id: m.ID, text: m.Text, letters: m.Letters})
		}
		for _, s := range suggest(typed, k) {
			known := slices.ContainsFunc(list, func(c choice) bool { return c.id == s.ID })
			if !known && len(list) < k && s.Band != match.None {
				list = append(list, choice{id: s.ID, text: s.Text, band: s.Band.String()})
			}
		}
		return list
	}
}

// picker is what has been typed and what there is to choose from.
type picker struct {
	list  lister
	typed []rune
	found []choice
	at    int // the choice that Enter takes
}

func newPicker(list lister) *picker { return &picker{list: list, found: list("")} }

// press does what a key asks for. chosen is what Enter took; left says that there is
// nothing more to do.
func (p *picker) press(k key) (chosen *choice, left bool) {
	switch k {
	case enter:
		if p.at < len(p.found) {
			return &p.found[p.at], true
		}
	case escape:
		return nil, true
	case up:
		p.at = max(p.at-1, 0)
	case down:
		p.at = max(min(p.at+1, len(p.found)-1), 0)
	case backspace:
		p.retype(p.typed[:max(len(p.typed)-1, 0)])
	case clear:
		p.retype(nil)
	case word:
		p.retype(withoutLastWord(p.typed))
	default:
		if unicode.IsGraphic(rune(k)) {
			p.retype(append(p.typed, rune(k)))
		}
	}
	return nil, false
}

func (p *picker) retype(typed []rune) {
	p.typed, p.found, p.at = typed, p.list(string(typed)), 0
}

func withoutLastWord(typed []rune) []rune {
	text := strings.TrimRightFunc(string(typed), unicode.IsSpace)
	return []rune(text[:strings.LastIndexFunc(text, unicode.IsSpace)+1])
}
