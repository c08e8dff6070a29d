package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/skillgap-go/skillgap/ksb/match"
)

// matchAll prints the suggestions for every query.
func (o *options) matchAll(ctx context.Context, matcher resolver, stdin io.Reader, stdout, stderr io.Writer) (err error) {
	from, err := open(o.queries, stdin)
	if err != nil {
		return err
	}
	defer from.close()
	watched, bar := watch(from, from.size, stdout, stderr)
	defer bar.Close()
	text, err := unpacked(watched, o.queries)
	if err != nil {
		return fmt.Errorf("%s: %w", o.queries, err)
	}
	out, notes := bufio.NewWriterSize(stdout, 1<<16), &complaints{w: stderr}
	defer notes.end()
	at := 0
	hand := func(j *job) error {
		at++
		if j.err != nil {
			return fmt.Errorf("%s:%d: %w", o.queries, at, j.err)
		}
		if j.cut {
			notes.add(fmt.Sprintf("%s:%d: longer than %d bytes: what follows is left out", o.queries, at, longest))
		}
		o.rows(out, clean(j.text), j.found)
		return nil
	}
	ask := func(text string) []match.Suggestion { return matcher(text, o.k) }
	err = inOrder(ctx, lines(text), ask, hand, out.Flush)
	if flushed := out.Flush(); err == nil {
		err = flushed
	}
	return err
}

// rows writes a query's lines; an error of writing is told by the next Flush.
func (o *options) rows(w *bufio.Writer, query string, found []match.Suggestion) {
	if len(found) == 0 {
		found = []match.Suggestion{{}}
	}
	for _, s := range found {
		cells := []string{query, strconv.Itoa(s.Rank), clean(s.ID), decimals(s.Score), s.Band.String()}
		if o.explain {
			cells = append(cells, decimals(s.Confidence), s.Stage.String(), clean(s.Text), clean(s.Repaired), terms(s.Terms))
		}
		for i, cell := range cells {
			if i > 0 {
				_ = w.WriteByte('\t')
			}
			_, _ = w.WriteString(cell)
		}
		_ = w.WriteByte('\n')
	}
}

func terms(list []match.Term) string {
	shares := make([]string, len(list))
	for i, t := range list {
		shares[i] = clean(t.Text) + " " + strconv.FormatFloat(t.Share, 'f', 2, 64)
	}
	return strings.Join(shares, "; ")
}

// decimals: four are enough to compare, and the same on every machine.
func decimals(v float64) string { return strconv.FormatFloat(v, 'f', 4, 64) }

// clean makes a cell of a text: what would break a line or command a terminal is a space.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, text)
}

// complaints are written as they come, the first few of them.
type complaints struct {
	w io.Writer
	n int
}

const mostComplaints = 10

func (c *complaints) add(text string) {
	if c.n++; c.n <= mostComplaints {
		fmt.Fprintln(c.w, text)
	}
}

func (c *complaints) end() {
	if more := c.n - mostComplaints; more > 0 {
		fmt.Fprintf(c.w, "and %d more lines that are too long\n", more)
	}
}
