package main

import (
	"fmt"
	"io"
	"strings"
)

// column is a way of matching and the heading that it stands under.
type column struct {
	heading string
	prepare maker
	slow    bool // asked a smaller sample
	result  *result
}

// columns are ours first.
func columns(k kind) []*column {
	list := []*column{
		{heading: "ours", prepare: ours(k)},
		{heading: "BM25", prepare: ready(plainBM25)},
		{heading: "Jaro-W.", prepare: ready(likest), slow: true},
	}
	if k != typing {
		list = append(list, &column{heading: "sahilm", prepare: ready(typed), slow: true})
	}
	return list
}

// The layout: a label and cells of one width.
const labelWidth, cellWidth = 54, 8

// head writes the headings and what they mean.
func head(w io.Writer) error {
	_, err := fmt.Fprintf(w, `Package match beside three ways that one would try first: BM25 of plain words,
Jaro-Winkler of letters, and sahilm/fuzzy. One text in seven is held out, by a hash.
goal: what a study of the design reached on other halves of the same data; * below it.
(It knew twice as many O*NET titles: BM25 of stems found .480 there, and .428 here.)

%s%s
`, strings.Repeat(" ", labelWidth), cells("ours", "goal", "BM25", "Jaro-W.", "sahilm"))
	return err
}

// write prints a set: a line for each measure, and the speed.
func (s *set) write(w io.Writer, list []*column) error {
	var b strings.Builder
	fmt.Fprintln(&b, s.name)
	fmt.Fprintln(&b, "  "+s.size(list))
	for _, m := range s.measures {
		row := []string{m.figure(list[0].result), m.wanted()}
		for _, c := range list[1:] {
			if m.own {
				break
			}
			row = append(row, decimals(m.of(c.result.outcomes)))
		}
		fmt.Fprintf(&b, "  %-*s%s\n", labelWidth-2, m.name, cells(row...))
	}
	if s.kind != mapping { // which is not asked query by query
		fmt.Fprintf(&b, "  %-*s%s\n", labelWidth-2, "queries a second a core", s.speeds(list))
	}
	_, err := io.WriteString(w, b.String()+"\n")
	return err
}

func (s *set) speeds(list []*column) string {
	ours, goal := list[0].result.speed(), ""
	if s.speed > 0 {
		goal = rate(s.speed)
	}
	row := []string{mark(rate(ours), ours < s.speed), goal}
	for _, c := range list[1:] {
		row = append(row, rate(c.result.speed()))
	}
	return cells(row...)
}

// size says how much was asked, and what it takes to start.
func (s *set) size(list []*column) string {
	targets, texts := 0, 0
	for _, p := range s.parts {
		targets += len(p.targets)
		for _, t := range p.targets {
			texts += len(t.Texts)
		}
	}
	first, last := list[0].result, list[len(list)-1].result
	text := fmt.Sprintf("%d of %d queries", len(first.outcomes), len(s.queries))
	if len(last.outcomes) < len(first.outcomes) {
		text += fmt.Sprintf(" (slow ones: %d)", len(last.outcomes))
	}
	return text + fmt.Sprintf("; %d targets, %d texts; start %.2f s, %.1f MB", targets, texts, first.start.Seconds(), float64(first.heap)/1e6)
}

// figure is ours, marked where it misses its goal.
func (m *measure) figure(r *result) string {
	value := m.of(r.outcomes)
	missed := value < m.goal-1e-9
	if m.most {
		missed = value > m.goal+1e-9
	}
	return mark(decimals(value), missed && m.goal > 0)
}

func (m *measure) wanted() string {
	if m.goal == 0 {
		return ""
	}
	return decimals(m.goal)
}

func mark(text string, missed bool) string {
	if missed {
		return text + "*"
	}
	return text + " "
}

func decimals(v float64) string { return fmt.Sprintf("%.3f", v) }

func rate(v float64) string {
	if v < 10 {
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.0f", v)
}

func cells(list ...string) string {
	var b strings.Builder
	for _, text := range list {
		fmt.Fprintf(&b, "%*s", cellWidth, text)
	}
	return strings.TrimRight(b.String(), " ")
}
