package render

import (
	"io"
	"unicode/utf8"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/calibrate"
	"github.com/skillgap-go/skillgap/ksb/page"
)

// Calibration writes what was measured and what follows: 80 columns, plain English. The
// only errors are those of w.
func Calibration(w io.Writer, c *calibrate.Calibration) error { return Options{}.Calibration(w, c) }

// Calibration is [Calibration] with choices.
func (o Options) Calibration(w io.Writer, c *calibrate.Calibration) error {
	t := o.text()
	t.Heading(t.say("calibrate.reliability"))
	for _, m := range c.Kinds {
		if m.Pairs == 0 {
			continue
		}
		t.Item("  "+page.Column(t.EvidenceKind(m.Kind), t.kindWidth()), t.say("calibrate.measured",
			"icc", t.measured(m.ICC), "n", m.Pairs, "people", m.People, "raters", m.Sources, "alpha", t.measured(m.Alpha), "outcome", t.outcome(m)))
	}
	if len(c.Findings) > 0 {
		t.Heading(t.say("calibrate.findings"))
	}
	for _, f := range c.Findings {
		t.Item("  - ", t.kinds(f.Refs)+": "+t.finding(f))
	}
	return t.Flush(w)
}

// kindWidth is that of the widest kind of evidence, whether or not it was measured, and
// of a blank.
func (t *text) kindWidth() (width int) {
	for kind := assess.Self; kind <= assess.SignOff; kind++ {
		width = max(width, 1+utf8.RuneCountInString(t.EvidenceKind(kind)))
	}
	return width
}

func (t *text) kinds(names []string) string {
	said := make([]string, len(names))
	for i, name := range names {
		said[i] = t.code("evidence.", name)
	}
	return t.commas(said)
}

func (t *text) measured(c calibrate.Coefficient) string {
	switch {
	case !c.Defined:
		return t.say("calibrate.untold")
	case !c.Bounded:
		return t.number(c.Value)
	}
	return t.say("calibrate.interval", "value", t.number(c.Value), "low", t.number(c.Low), "high", t.number(c.High))
}

func (t *text) outcome(m calibrate.Measured) string {
	if m.Replaced {
		return t.say("calibrate.proposed", "proposed", t.number(m.Proposed), "was", t.number(m.Was))
	}
	return t.say("calibrate.stays", "was", t.number(m.Was))
}

// finding says a finding; a code that has no wording is shown as it is.
func (t *text) finding(f assess.Finding) string {
	key := "calibrate.finding." + f.Code
	if !t.words.Has(key) {
		return f.Code + "."
	}
	of := func(name string) string {
		value, _ := f.Numbers.Of(name)
		return t.number(value)
	}
	return t.say(key, "pairs", of("pairs"), "people", of("people"), "least", of("least"), "low", of("low"), "high", of("high"), "icc", of("icc"), "most", of("most"))
}
