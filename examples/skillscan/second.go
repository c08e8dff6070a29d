package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb/page"
)

// command carries out what is no answer; false: it was one after all.
func (s *sitting) command(line string) (bool, error) {
	word, code, _ := strings.Cut(line, " ")
	switch word {
	case "h", "help":
		return true, s.help()
	case "s", "show":
		return true, s.sideBySide()
	case "wrong", "changed":
		return true, s.second(word == "wrong", code)
	}
	return false, nil
}

func (s *sitting) help() error {
	return s.print(func(p *page.Page) {
		p.Item("  0, 1, ...    ", "the rung that fits best")
		p.Item("  ?            ", "cannot say: kept as such, and no evidence")
		p.Item("  (nothing)    ", "leave it for later: it is asked again next time")
		p.Item("  wrong K2     ", "an answer about K2 was wrong: a new one, with a reason; the old one stays")
		p.Item("  changed K2   ", "things have changed since the answer about K2: likewise")
		p.Item("  s            ", "show where the parties stand")
		p.Item("  q            ", "stop; everything is kept")
	})
}

// second takes an answer in place of an earlier one, with its reason.
func (s *sitting) second(wrong bool, code string) error {
	at := slices.IndexFunc(s.asks, func(q asked) bool { return strings.EqualFold(q.statement.Code, code) || string(q.Statement) == code })
	if at < 0 {
		fmt.Fprintf(s.out, "  No statement %q in this role.\n", code)
		return nil
	}
	q := s.asks[at]
	party, err := s.whose(q)
	if err != nil || party == "" {
		return err
	}
	old := s.journal.latest[place{q.Statement, party}]
	fmt.Fprintf(s.out, "  %s, %s said: %s\n", code, party, said(q, old))
	a, err := s.secondAnswer(q, party)
	if err != nil || a.Statement == "" {
		return err
	}
	if wrong {
		a.Replaces = old.Number
	} else {
		a.Follows = old.Number
	}
	return s.give(a)
}

// whose answer is meant; "": none of those here has answered.
func (s *sitting) whose(q asked) (assess.Party, error) {
	var have []string
	for _, p := range s.parties {
		if s.has(q, p) {
			have = append(have, string(p))
		}
	}
	switch len(have) {
	case 0:
		fmt.Fprintln(s.out, "  Nobody here has answered that one.")
		return "", nil
	case 1:
		return assess.Party(have[0]), nil
	}
	line, more, err := s.lines.ask(s.out, "  Whose answer: "+strings.Join(have, ", ")+"? > ")
	if err != nil || !more {
		return "", stopOr(err)
	}
	if !slices.Contains(have, line) {
		fmt.Fprintln(s.out, "  Nothing was changed.")
		return "", nil
	}
	return assess.Party(line), nil
}

// secondAnswer asks for the answer and the reason. Nothing, to either, leaves things as
// they are.
func (s *sitting) secondAnswer(q asked, p assess.Party) (answer, error) {
	err := s.print(func(p *page.Page) { p.Item("  ", rungs(q)) })
	if err != nil {
		return answer{}, err
	}
	line, more, err := s.lines.ask(s.out, "  The new answer > ")
	if err != nil || !more {
		return answer{}, stopOr(err)
	}
	a, ok := read(q, line)
	if !ok {
		fmt.Fprintln(s.out, "  Nothing was changed.")
		return answer{}, nil
	}
	a.As = p
	a.Reason, more, err = s.lines.ask(s.out, "  The reason > ")
	switch {
	case err != nil || !more:
		return answer{}, stopOr(err)
	case a.Reason == "":
		fmt.Fprintln(s.out, "  It needs a reason. Nothing was changed.")
		return answer{}, nil
	}
	return a, nil
}

func stopOr(err error) error {
	if err != nil {
		return err
	}
	return errStop
}

func said(q asked, a answer) string {
	if a.Level == nil {
		return "cannot say"
	}
	return rung(q, *a.Level)
}
