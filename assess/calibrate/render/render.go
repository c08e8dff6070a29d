// Package render writes calibrations and sensitivities for people.
package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/calibrate"
	report "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/page"
)

// Sensitivity writes what would change if a number of the policy were a tenth greater or
// less: 80 columns, plain English, those that change most first; what changes nothing
// but numbers is named in one paragraph. The only errors are those of w.
func Sensitivity(w io.Writer, moves []calibrate.Move) error {
	p := &page.Page{}
	p.Heading("What hangs on the policy, each number a tenth less or more")
	var quiet []string
	for _, m := range moves {
		if m.Quiet() {
			quiet = append(quiet, fmt.Sprintf("%s %s", m.Parameter, number(m.To)))
			continue
		}
		p.Item("  - ", fmt.Sprintf("%s %s, from %s: %s", m.Parameter, number(m.To), number(m.From), changes(m)))
	}
	if len(quiet) == len(moves) {
		p.Item("  ", "No status, no order and no answer hangs on a tenth of any number.")
	}
	if len(quiet) > 0 {
		p.Heading("These change no status, no order and no answer")
		p.Item("  ", strings.Join(quiet, ", ")+".")
	}
	return p.Flush(w)
}

func changes(m calibrate.Move) string {
	var said []string
	if m.ReadyMoves() {
		said = append(said, fmt.Sprintf("ready %v, now %v.", m.Ready[1], m.Ready[0]))
	}
	for _, s := range m.Statuses {
		said = append(said, fmt.Sprintf("%s %s, now %s.", label(s), statusWords(s.Is), statusWords(s.Was)))
	}
	if m.TopMoves() {
		said = append(said, fmt.Sprintf("First gaps %s, now %s.", ids(m.Top[1]), ids(m.Top[0])))
	}
	if now, then := report.Percent(m.Assured[0]), report.Percent(m.Assured[1]); now != then {
		said = append(said, fmt.Sprintf("Shown %s, now %s.", then, now))
	}
	return strings.Join(said, " ")
}

func label(s calibrate.StatusChange) string {
	if s.Code != "" {
		return s.Code
	}
	return string(s.Statement)
}

func ids(list []ksb.StatementID) string {
	if len(list) == 0 {
		return "none"
	}
	names := make([]string, len(list))
	for i, id := range list {
		names[i] = string(id)
	}
	return strings.Join(names, ", ")
}

// statusWords is a status as reports call it.
func statusWords(s assess.Status) string {
	switch s {
	case assess.BelowLevel:
		return "not yet met"
	case assess.Expired:
		return "lapsed"
	}
	return strings.ReplaceAll(strings.ReplaceAll(s.String(), "not-evidenced", "not yet evidenced"), "-", " ")
}

// Calibration writes what was measured and what follows: 80 columns, plain English. The
// only errors are those of w.
func Calibration(w io.Writer, c *calibrate.Calibration) error {
	p := &page.Page{}
	p.Heading("Reliability of one rating, by kind of evidence")
	for _, m := range c.Kinds {
		if m.Pairs == 0 {
			continue
		}
		p.Item("  "+page.Column(m.Kind.String(), 13), fmt.Sprintf("%s in %d pairs about %d people by %d raters; alpha %s. %s",
			measured(m.ICC), m.Pairs, m.People, m.Sources, measured(m.Alpha), outcome(m)))
	}
	if len(c.Findings) > 0 {
		p.Heading("To bear in mind")
	}
	for _, f := range c.Findings {
		p.Item("  - ", strings.Join(f.Refs, ", ")+": "+findingWords(f))
	}
	return p.Flush(w)
}

func measured(c calibrate.Coefficient) string {
	switch {
	case !c.Defined:
		return "cannot be told"
	case !c.Bounded:
		return number(c.Value)
	}
	return fmt.Sprintf("%s (likely between %s and %s)", number(c.Value), number(c.Low), number(c.High))
}

func outcome(m calibrate.Measured) string {
	if m.Replaced {
		return fmt.Sprintf("Proposed %s in place of %s.", number(m.Proposed), number(m.Was))
	}
	return fmt.Sprintf("Stays at %s.", number(m.Was))
}

func findingWords(f assess.Finding) string {
	of := func(name string) string {
		value, _ := f.Numbers.Of(name)
		return number(value)
	}
	switch f.Code {
	case "no-pairs":
		return "nobody was rated twice, so nothing can be said."
	case "few-pairs":
		return fmt.Sprintf("%s pairs are too few to go by; %s are needed.", of("pairs"), of("least"))
	case "few-people":
		return fmt.Sprintf("the pairs are about %s people; with fewer than %s the interval is too narrow.", of("people"), of("least"))
	case "no-variation":
		return "everything was rated alike, so agreement cannot be told from chance."
	case "not-above-chance":
		return "the raters agree no more than by chance: look at how they rate before you use their ratings."
	case "wide-interval":
		return fmt.Sprintf("anything from %s to %s would fit what was seen.", of("low"), of("high"))
	case "capped":
		return fmt.Sprintf("measured %s; no single piece is trusted beyond %s.", of("icc"), of("most"))
	case "self-has-one-source":
		return "people rate themselves once, so their own ratings cannot be paired."
	}
	return f.Code + "."
}

// number writes a figure with at most three decimals.
func number(x float64) string {
	text := strconv.FormatFloat(strictjson.Round6(x), 'f', 3, 64)
	text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	if text == "-0" {
		return "0"
	}
	return text
}
