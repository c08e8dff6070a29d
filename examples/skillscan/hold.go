package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb/page"
)

// errStop: the person wants to stop here. It is no failure.
var errStop = errors.New("stop")

// hold asks until nothing is left or the parties stop.
func (s *sitting) hold() error {
	s.greet()
	err := s.askEverything()
	if !errors.Is(err, errStop) {
		return err
	}
	_, err = fmt.Fprintf(s.out, "Stopped. Every answer is kept, and the same command goes on:\n  %s\n", s.file)
	return err
}

func (s *sitting) askEverything() error {
	for {
		q, why, more, err := s.next()
		switch {
		case err != nil:
			return err
		case more:
			err = s.askAll(q, why)
		default:
			fmt.Fprintln(s.out, "\nNothing is left to ask.")
			more, err = s.last()
		}
		if err != nil || !more {
			return err
		}
	}
}

// last takes commands, such as to put an answer right, until something else is typed.
func (s *sitting) last() (more bool, err error) {
	if len(s.journal.answers) == 0 {
		return false, nil
	}
	line, more, err := s.lines.ask(s.out, "  (wrong CODE and changed CODE put answers right, anything else ends) > ")
	if err != nil || !more {
		return false, err
	}
	return s.command(line)
}

func (s *sitting) greet() {
	_ = s.print(func(p *page.Page) {
		p.Heading(fmt.Sprintf("Skills scan of %s: %s", s.journal.Worker, s.role.Title))
		who := make([]string, len(s.parties))
		for i, party := range s.parties {
			who[i] = string(party)
		}
		p.Item("", fmt.Sprintf("%v. Answering now: %s.", s.date, strings.Join(who, ", ")))
		p.Item("", `Type a number; "?" if you cannot say; nothing to leave it for later; h for help; q to stop.`)
	})
}

// askAll asks the parties here about one statement, one after the other.
func (s *sitting) askAll(q asked, why string) error {
	if err := s.pose(q, why); err != nil {
		return err
	}
	for _, p := range s.parties {
		if !s.owes(q, p) {
			continue
		}
		if err := s.askOne(q, p); err != nil {
			return err
		}
	}
	return s.remark(q)
}

// pose shows a statement and its rungs.
func (s *sitting) pose(q asked, why string) error {
	progress, err := s.progress()
	if err != nil {
		return err
	}
	return s.print(func(p *page.Page) {
		p.Item("", "")
		p.Item("", progress)
		p.Item(q.statement.Code+"  ", q.statement.Text)
		need := "asked for: " + rung(q, int(q.Level))
		if q.Critical {
			need = "critical, " + need
		}
		p.Item("  ", need+" ("+why+")")
		p.Item("  ", rungs(q))
	})
}

// progress is a bar in characters, and the same in words.
func (s *sitting) progress() (string, error) {
	scan, err := s.posterior()
	if err != nil {
		return "", err
	}
	asked, follow := 0, 0
	for _, standing := range scan.Standings() {
		switch {
		case s.anybody(s.asks[s.at[standing.Statement]]):
			asked++
		case s.spared(standing):
			follow++
		}
	}
	const width = 20
	filled := 0
	if len(s.asks) > 0 {
		filled = width * (asked + follow) / len(s.asks)
	}
	text := fmt.Sprintf("[%s%s] %d of %d asked", strings.Repeat("#", filled), strings.Repeat("-", width-filled), asked, len(s.asks))
	if follow > 0 {
		text += fmt.Sprintf(", %d need not be", follow)
	}
	return text, nil
}

func rung(q asked, level int) string {
	if level < len(q.scale.Rungs) {
		return fmt.Sprintf("%d %s", level, q.scale.Rungs[level])
	}
	return strconv.Itoa(level)
}

func rungs(q asked) string {
	list := make([]string, len(q.scale.Rungs))
	for i := range list {
		list[i] = rung(q, i)
	}
	return strings.Join(list, " · ")
}

// askOne asks one party until there is an answer, or none is wanted.
func (s *sitting) askOne(q asked, p assess.Party) error {
	for {
		line, more, err := s.lines.ask(s.out, fmt.Sprintf("  %-10s > ", p))
		switch {
		case err != nil:
			return err
		case !more || line == "q" || line == "quit":
			return errStop
		case line == "":
			s.deferred[place{q.Statement, p}] = true
			return nil
		}
		handled, err := s.command(line)
		if err != nil {
			return err
		}
		if handled {
			continue
		}
		a, ok := read(q, line)
		if !ok {
			fmt.Fprintf(s.out, "  That is not one of 0 to %d. h is for help.\n", q.scale.Top())
			continue
		}
		a.As = p
		return s.give(a)
	}
}

// read makes an answer of what was typed.
func read(q asked, line string) (answer, bool) {
	a := answer{Statement: q.Statement}
	if line == "?" {
		a.CannotSay = true
		return a, true
	}
	level, err := strconv.Atoi(line)
	if err != nil || level < 0 || level > int(q.scale.Top()) {
		return a, false
	}
	a.Level = &level
	return a, true
}

// give keeps an answer, in the file before anything else is asked.
func (s *sitting) give(a answer) error {
	a.By, a.At = s.source(a.As), s.date
	if err := s.fits(a); err != nil {
		return err
	}
	if err := s.journal.add(a); err != nil {
		return err
	}
	return s.store.save(s.journal.bytes)
}

// remark says at once where the parties differ.
func (s *sitting) remark(q asked) error {
	if d := s.difference(q); d.parties > 1 && d.spread > 0 {
		return s.print(func(p *page.Page) { p.Item("  They differ: ", d.words+". All of it is kept.") })
	}
	return nil
}

// print lays out some lines and writes them.
func (s *sitting) print(fill func(*page.Page)) error {
	p := &page.Page{}
	fill(p)
	return p.Flush(s.out)
}
