package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/probe"
	"github.com/skillgap-go/skillgap/ksb/page"
)

// difference is how far the parties are apart about one statement.
type difference struct {
	asked
	parties int    // with a level
	spread  int    // rungs between the lowest and the highest
	matters bool   // one says that it is enough, and one that it is not
	words   string // who said what
}

func (s *sitting) difference(q asked) difference {
	d := difference{asked: q}
	var levels []int
	var words []string
	for _, p := range theParties() {
		a, given := s.journal.latest[place{q.Statement, p}]
		if !given || a.Level == nil {
			continue
		}
		levels = append(levels, *a.Level)
		words = append(words, fmt.Sprintf("%s %s", p, said(q, a)))
	}
	d.parties, d.words = len(levels), strings.Join(words, ", ")
	if len(levels) > 0 {
		low, high := slices.Min(levels), slices.Max(levels)
		d.spread = high - low
		d.matters = low < int(q.Level) && high >= int(q.Level)
	}
	return d
}

// differences are where the parties differ: first where it matters, then the farthest
// apart, then by code.
func (s *sitting) differences() (list []difference) {
	for _, q := range s.asks {
		if d := s.difference(q); d.spread > 0 {
			list = append(list, d)
		}
	}
	slices.SortStableFunc(list, func(a, b difference) int {
		switch {
		case a.matters && !b.matters:
			return -1
		case b.matters && !a.matters:
			return 1
		}
		return cmp.Compare(b.spread, a.spread)
	})
	return list
}

// sideBySide shows where the parties stand.
func (s *sitting) sideBySide() error {
	scan, err := s.posterior()
	if err != nil {
		return err
	}
	fmt.Fprintln(s.out)
	if err := s.print(func(p *page.Page) { p.Heading("Side by side") }); err != nil {
		return err
	}
	s.table()
	return s.print(func(p *page.Page) {
		p.Item("", `"?" cannot say, "-" not asked. The numbers are rungs:`)
		s.legend(p)
		s.tellDifferences(p)
		s.tellHistory(p)
		s.tellInferred(p, scan)
		s.tellNext(p, scan)
	})
}

// table is one line a statement that anybody answered: the rungs as numbers.
func (s *sitting) table() {
	row := func(code, text, need string, parties []string, note string) {
		line := fmt.Sprintf("%s %s %5s %10s %8s %8s  %s", page.Column(code, 5), page.Column(text, 28), need, parties[0], parties[1], parties[2], note)
		fmt.Fprintln(s.out, strings.TrimRight(line, " "))
	}
	row("", "", "asked", []string{"apprentice", "employer", "provider"}, "")
	for _, q := range s.asks {
		if !s.anybody(q) {
			continue
		}
		var cells []string
		for _, party := range theParties() {
			cells = append(cells, s.cell(q, party))
		}
		row(short(plain(q.statement.Code), 5), short(plain(q.statement.Text), 28), fmt.Sprint(q.Level), cells, s.note(q))
	}
}

func short(text string, width int) string {
	runes := []rune(text)
	if len(runes) <= width {
		return text
	}
	return string(runes[:width-1]) + "…"
}

func (s *sitting) cell(q asked, party assess.Party) string {
	a, given := s.journal.latest[place{q.Statement, party}]
	switch {
	case !given:
		return "-"
	case a.Level == nil:
		return "?"
	}
	return fmt.Sprint(*a.Level)
}

// note is what a line of the table comes to, in a word.
func (s *sitting) note(q asked) string {
	switch d := s.difference(q); {
	case d.matters:
		return "DIFFER"
	case d.spread > 0:
		return "differ"
	case d.parties > 1:
		return "agree"
	}
	return ""
}

func (s *sitting) legend(p *page.Page) {
	var seen []string
	for _, q := range s.asks {
		if text := rungs(q); !slices.Contains(seen, text) {
			seen = append(seen, text)
			p.Item("  ", text)
		}
	}
}

func (s *sitting) tellDifferences(p *page.Page) {
	list := s.differences()
	if len(list) == 0 {
		return
	}
	p.Heading(fmt.Sprintf("To talk about: %d where the parties differ", len(list)))
	for _, d := range list {
		text := d.words + "; asked for: " + rung(d.asked, int(d.Level)) + "."
		if d.matters {
			text += " Some of these are enough, and some are not."
		}
		p.Item("  "+page.Column(d.statement.Code, 6), d.statement.Text)
		p.Item("        ", text)
	}
	p.Item("", "Nothing is averaged: every answer stands as it was given.")
}

// tellHistory lists the answers that others stand in place of.
func (s *sitting) tellHistory(p *page.Page) {
	first := true
	for _, a := range s.journal.answers {
		if a.before() == 0 {
			continue
		}
		if first {
			p.Heading("Answers that are no longer the latest")
			first = false
		}
		q := s.asks[s.at[a.Statement]]
		old := s.journal.numbered(a.before())
		word := "before"
		if a.Replaces > 0 {
			word = "taken back"
		}
		p.Item("  "+page.Column(q.statement.Code, 6), fmt.Sprintf("%s, %v: %s (%s). Since %v: %s. Reason: %s",
			a.As, old.At, said(q, old), word, a.At, said(q, a), a.Reason))
	}
}

// tellInferred lists what nobody was asked because it follows from answers.
func (s *sitting) tellInferred(p *page.Page, scan *probe.Scan) {
	var likely, not []string
	for _, standing := range scan.Standings() {
		switch {
		case !s.spared(standing):
		case standing.Verdict == probe.Likely:
			likely = append(likely, standing.Code)
		case standing.Verdict == probe.NotLikely:
			not = append(not, standing.Code)
		}
	}
	if len(likely)+len(not) == 0 {
		return
	}
	p.Heading("Not asked, since other answers settle it")
	if len(likely) > 0 {
		p.Item("  likely      ", strings.Join(likely, ", "))
	}
	if len(not) > 0 {
		p.Item("  not likely  ", strings.Join(not, ", "))
	}
	p.Item("", "This is inferred. It is no answer, and no evidence is written of it; -complete asks.")
}

// tellNext lists what is worth asking first.
func (s *sitting) tellNext(p *page.Page, scan *probe.Scan) {
	var codes []string
	for _, q := range scan.Questions() {
		if !s.anybody(s.asks[s.at[q.Statement]]) {
			codes = append(codes, q.Code)
		}
	}
	for _, q := range s.asks {
		if q.Critical && !s.anybody(q) && !slices.Contains(codes, q.statement.Code) {
			codes = append(codes, q.statement.Code)
		}
	}
	if len(codes) == 0 {
		return
	}
	const most = 10
	more := ""
	if len(codes) > most {
		more = fmt.Sprintf(", and %d more", len(codes)-most)
	}
	p.Heading("Worth asking next, the most telling first")
	p.Item("  ", strings.Join(codes[:min(len(codes), most)], ", ")+more)
}
