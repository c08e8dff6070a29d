// Package render writes calibrations and sensitivities for people.
package render

import (
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/assess/calibrate"
	report "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/page"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

// Options are the choices of the writers. The zero value is English.
type Options struct {
	Words *wording.Words // nil: English
}

// text is a result on its way to a page.
type text struct {
	report.Voice
	page.Page
	words *wording.Words
}

func (o Options) text() *text {
	t := &text{Voice: report.NewVoice(o.Words)}
	t.words = t.Words()
	return t
}

func (t *text) say(key string, pairs ...any) string { return t.words.Say(key, pairs...) }

// code says one of a set of codes; a code that has no wording stands as it is.
func (t *text) code(set, code string) string {
	if t.words.Has(set + code) {
		return t.say(set + code)
	}
	return code
}

// number writes a figure with at most three decimals.
func (t *text) number(x float64) string { return t.words.Decimal(strictjson.Round6(x), 0, 3) }

// Sensitivity writes what would change if a number of the policy were a tenth greater or
// less: 80 columns, plain English, those that change most first; what changes nothing
// but numbers is named in one paragraph. The only errors are those of w.
func Sensitivity(w io.Writer, moves []calibrate.Move) error { return Options{}.Sensitivity(w, moves) }

// Sensitivity is [Sensitivity] with choices.
func (o Options) Sensitivity(w io.Writer, moves []calibrate.Move) error {
	t := o.text()
	t.Heading(t.say("calibrate.policy"))
	var quiet []string
	for _, m := range moves {
		if m.Quiet() {
			quiet = append(quiet, m.Parameter+" "+t.number(m.To))
			continue
		}
		t.Item("  - ", t.say("calibrate.move", "parameter", m.Parameter, "to", t.number(m.To), "from", t.number(m.From), "changes", t.changes(m)))
	}
	if len(quiet) == len(moves) {
		t.Item("  ", t.say("calibrate.nothing"))
	}
	if len(quiet) > 0 {
		t.Heading(t.say("calibrate.quiet"))
		t.Item("  ", t.commas(quiet)+".")
	}
	return t.Flush(w)
}

func (t *text) changes(m calibrate.Move) string {
	var said []string
	if m.ReadyMoves() {
		said = append(said, t.say("calibrate.ready", "then", t.code("calibrate.ready.", m.Ready[1].String()), "now", t.code("calibrate.ready.", m.Ready[0].String())))
	}
	for _, s := range m.Statuses {
		said = append(said, t.say("calibrate.status", "label", label(s), "then", t.Status(s.Is), "now", t.Status(s.Was)))
	}
	if m.TopMoves() {
		said = append(said, t.say("calibrate.top", "then", t.ids(m.Top[1]), "now", t.ids(m.Top[0])))
	}
	if now, then := t.Percent(m.Assured[0]), t.Percent(m.Assured[1]); now != then {
		said = append(said, t.say("calibrate.shown", "then", then, "now", now))
	}
	return strings.Join(said, " ")
}

func label(s calibrate.StatusChange) string {
	if s.Code != "" {
		return s.Code
	}
	return string(s.Statement)
}

func (t *text) ids(list []ksb.StatementID) string {
	if len(list) == 0 {
		return t.say("calibrate.none")
	}
	names := make([]string, len(list))
	for i, id := range list {
		names[i] = string(id)
	}
	return t.commas(names)
}

func (t *text) commas(names []string) string { return strings.Join(names, t.say("list.comma")) }
