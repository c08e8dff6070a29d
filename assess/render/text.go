package render

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

// Options are the choices of the writers for people. The zero value is English.
type Options struct {
	Words *wording.Words // nil: English
}

// Text writes a report for people: 80 columns, no colour, plain English. The headline
// comes first, then the gates, the gaps in order of importance, what is shown, what
// to assess next, and what the report rests on. The only errors are those of w.
func Text(w io.Writer, r *assess.Report) error { return Options{}.Text(w, r) }

// Text is [Text] with choices.
func (o Options) Text(w io.Writer, r *assess.Report) error {
	t := &text{Voice: NewVoice(o.Words), page: &Page{}, r: r, held: Held(r)}
	t.headline()
	t.gates()
	t.gaps()
	t.carried()
	t.duties()
	t.next()
	t.findings()
	t.basis()
	return t.page.Flush(w)
}

// text is a report on its way to a page of text.
type text struct {
	Voice
	page *Page
	r    *assess.Report
	held map[ksb.StatementID]ksb.Level
}

func (t *text) headline() {
	t.page.Heading(t.say("report.title", "worker", t.worker(t.r), "role", t.role(t.r), "day", t.asOf(t.r)))
	t.page.Item("", t.Verdict(t.r.Ready)+" "+strings.Join(t.Causes(t.r), " "))
	t.page.Item("", "")
	width := 0
	for _, f := range t.numbers() {
		width = max(width, utf8.RuneCountInString(f[0]))
	}
	for _, f := range t.numbers() {
		t.page.Item("  "+Column(f[0], width)+"  ", f[1])
	}
}

// numbers are the three numbers, by what they are called and what they say.
func (t *text) numbers() [3][2]string {
	return [3][2]string{
		{t.say("report.shown"), t.say("report.shown.words", "met", t.r.Met, "of", t.r.Of, "share", t.Percent(t.r.Assured))},
		{t.say("report.looked"), t.say("report.looked.words", "share", t.Percent(t.r.Coverage))},
		{t.say("report.estimate"), t.estimate()},
	}
}

func (t *text) estimate() string {
	what := t.say("report.estimate.guess")
	if strictjson.Round6(t.r.Coverage) == 0 {
		what = t.say("report.estimate.usual")
	}
	return t.say("report.estimate.words", "share", t.Percent(t.r.Estimate), "low", t.Percent(t.r.Low), "high", t.Percent(t.r.High), "what", what)
}

func (v Voice) worker(r *assess.Report) string {
	if r.Worker == "" {
		return v.say("report.worker")
	}
	return v.name(r.Worker)
}

func (v Voice) role(r *assess.Report) string {
	if r.Role.Edition == "" {
		return r.Role.Title
	}
	return v.say("report.edition", "role", v.name(r.Role.Title), "edition", v.name(r.Role.Edition))
}

func (v Voice) asOf(r *assess.Report) string {
	if r.AsOf == 0 {
		return v.say("report.no-day")
	}
	return v.day(r.AsOf)
}

// Causes says what stands in the way, or that nothing does: each cause with at most a
// line of names.
func (v Voice) Causes(r *assess.Report) []string {
	label := Labels(r)
	said := make([]string, len(r.ReadyBecause))
	for i, c := range r.ReadyBecause {
		names := make([]string, len(c.Refs))
		for j, ref := range c.Refs {
			names[j] = label(ref)
		}
		said[i] = v.cause(c.Code, v.some(names))
	}
	return said
}

func (v Voice) cause(code, names string) string {
	if key := "cause." + code; v.words.Has(key) {
		return v.say(key, "names", names)
	}
	return v.name(code) + ": " + names + "."
}

func (t *text) duties() {
	duties := t.r.Duties
	if len(duties) == 0 {
		return
	}
	t.page.Heading(t.say("duties.title"))
	if !slices.ContainsFunc(duties, mapped) {
		t.page.Item("  ", t.say("duties.unmapped", "n", len(duties)))
		return
	}
	width := 0
	for i := range duties {
		width = max(width, utf8.RuneCountInString(t.dutyShown(&duties[i])))
	}
	for i := range duties {
		d := &duties[i]
		t.page.Item("  "+Column(dutyLabel(d), 4)+" "+Column(t.dutyShown(d), width)+"  ", d.Text)
	}
}

func mapped(d assess.DutyReadiness) bool { return d.Of > 0 }

func (v Voice) dutyShown(d *assess.DutyReadiness) string {
	if !mapped(*d) {
		return v.say("duty.unmapped")
	}
	return v.say("duty.shown", "met", fmt.Sprintf("%2d", d.Met), "of", fmt.Sprintf("%2d", d.Of))
}

// next lists the statements whose assessment would tell most, without those that a
// person has decided.
func (t *text) next() {
	const most = 5
	open := undecided(t.r)
	if len(open) == 0 {
		return
	}
	t.page.Heading(t.say("next.title"))
	for _, g := range open[:min(len(open), most)] {
		t.page.Item("  "+Column(Label(g), 4)+" ", g.Text)
	}
	if more := len(open) - most; more > 0 {
		t.page.Item("  ", t.say("next.more", "n", more))
	}
}

func undecided(r *assess.Report) (list []*assess.Gap) {
	gaps := map[ksb.StatementID]*assess.Gap{}
	for i := range r.Gaps {
		gaps[r.Gaps[i].Statement] = &r.Gaps[i]
	}
	for _, probe := range r.Next {
		if g := gaps[probe.Statement]; g != nil && g.Override == nil {
			list = append(list, g)
		}
	}
	return list
}

func (t *text) findings() {
	if len(t.r.Findings) == 0 {
		return
	}
	t.page.Heading(t.say("findings.title"))
	label := Labels(t.r)
	for _, f := range t.r.Findings {
		t.page.Item("  - ", t.Finding(f, label))
	}
}

func (t *text) basis() {
	t.page.Heading(t.say("basis.title"))
	t.page.Item("  ", t.restsOn())
}

func (t *text) restsOn() string {
	b := &t.r.Basis
	return t.say("basis.words", "index", b.Index, "model", b.Model, "engine", b.Engine)
}
