package edition

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/ksb/diff"
	"github.com/skillgap-go/skillgap/ksb/page"
)

// Text writes for the person and the assessor what became of the evidence: what needs a
// word first, then what is lost, what is newly asked, and what carries over. Statements
// that nothing was said about are left out, but for the newly asked. The only errors are
// those of w.
func Text(w io.Writer, m Moved) error {
	p := &page.Page{}
	p.Heading(fmt.Sprintf("%s: from %s to %s", m.Worker, name(m.From), name(m.To)))
	p.Item("", summary(m))
	section(p, m, diff.Confirm, "Carried if somebody confirms it")
	section(p, m, diff.Lost, "Lost: no longer asked")
	section(p, m, diff.Asked, "Newly asked")
	section(p, m, diff.Carried, "Carried")
	references(p, "Kept out: not clear which statement is meant", m.Held)
	references(p, "Left as it is: about something the older role does not ask", m.Elsewhere)
	return p.Flush(w)
}

func name(r diff.Role) string {
	if r.Edition == "" {
		return r.Title
	}
	return r.Title + " " + r.Edition
}

func summary(m Moved) string {
	count := func(o diff.Outcome) string {
		statements, pieces := m.Count(o)
		return fmt.Sprintf("%s (%s)", plural(statements, "statement"), plural(pieces, "mention"))
	}
	asked, _ := m.Count(diff.Asked)
	return fmt.Sprintf("Carried: %s. Carried if somebody confirms: %s. Lost: %s. Newly asked: %s.",
		count(diff.Carried), count(diff.Confirm), count(diff.Lost), plural(asked, "statement"))
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func section(p *page.Page, m Moved, o diff.Outcome, title string) {
	headed := false
	for _, s := range m.Statements {
		if s.Outcome != o || o != diff.Asked && len(s.Evidence)+len(s.Overrides) == 0 {
			continue
		}
		if !headed {
			p.Heading(title)
		}
		headed = true
		p.Item("  "+page.Column(label(s), 4)+" ", cmp.Or(diff.Marked(s.Words), s.Text)+remarks(s))
	}
}

// label is the code in both editions, or the ID where there is none.
func label(s Statement) string {
	from, to := cmp.Or(s.FromCode, string(s.From)), cmp.Or(s.ToCode, string(s.To))
	switch {
	case from == "" || from == to:
		return to
	case to == "":
		return from
	}
	return from + " -> " + to
}

// remarks say in brackets why a word is needed, and what was said about the statement.
func remarks(s Statement) string {
	var said []string
	if s.Outcome == diff.Confirm {
		said = append(said, reason(s))
	}
	if len(s.Evidence) > 0 {
		said = append(said, "evidence "+strings.Join(s.Evidence, ", "))
	}
	for _, o := range s.Overrides {
		decision := "decision"
		if o.By != "" {
			decision += " of " + o.By
		}
		if !o.Carried {
			decision += " to be made again"
		}
		said = append(said, decision)
	}
	if len(said) == 0 {
		return ""
	}
	return " [" + strings.Join(said, "; ") + "]"
}

// reason is why the evidence does not follow by itself.
func reason(s Statement) string {
	for _, f := range s.Changed {
		if f == diff.Scale {
			return "judged on another scale"
		}
	}
	if s.By == diff.ByWords {
		return fmt.Sprintf("perhaps the same, %d%% alike", int(s.Similarity*100))
	}
	return fmt.Sprintf("reworded, %d%% alike", int(s.Similarity*100))
}

func references(p *page.Page, title string, list []Reference) {
	for i, r := range list {
		if i == 0 {
			p.Heading(title)
		}
		p.Item("  ", fmt.Sprintf("%s [%s: %s]", r.Statement, cmp.Or(r.Evidence, "a decision"), because(r.Why)))
	}
}

func because(w Why) string {
	switch w {
	case TwoOfCode:
		return "two statements have this code"
	case NewerCode:
		return "a code of the newer edition alone"
	}
	return "not asked by the older role"
}
