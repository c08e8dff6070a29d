package render

import (
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/skillgap-go/skillgap/assess"
)

// Markdown writes a report as Markdown: what [Text] says, the gaps, the gates and the
// duties as tables. Whatever comes from a standard or a person is escaped, so that none
// of it is taken for markup. The only errors are those of w.
func Markdown(w io.Writer, r *assess.Report) error { return Options{}.Markdown(w, r) }

// Markdown is [Markdown] with choices.
func (o Options) Markdown(w io.Writer, r *assess.Report) error {
	m := &markdown{text: text{Voice: NewVoice(o.Words), r: r, held: Held(r)}}
	m.headline()
	m.gates()
	m.gaps()
	m.carried()
	m.duties()
	m.next()
	m.findings()
	m.basis()
	_, err := io.WriteString(w, m.out.String())
	return err
}

// markdown words a report as text does and sets it as Markdown.
type markdown struct {
	text
	out strings.Builder
}

func (m *markdown) heading(key string) { m.out.WriteString("\n## " + plain(m.say(key)) + "\n\n") }

func (m *markdown) item(words string) { m.out.WriteString("- " + plain(words) + "\n") }

func (m *markdown) row(cells ...string) {
	m.out.WriteString("|")
	for _, c := range cells {
		m.out.WriteString(" " + plain(c) + " |")
	}
	m.out.WriteString("\n")
}

// table begins a table with the names of its columns.
func (m *markdown) table(keys ...string) {
	names := make([]string, len(keys))
	for i, key := range keys {
		names[i] = m.say(key)
	}
	m.row(names...)
	m.out.WriteString("|" + strings.Repeat(" --- |", len(keys)) + "\n")
}

func (m *markdown) headline() {
	m.out.WriteString("# " + plain(m.say("report.title", "worker", m.worker(m.r), "role", m.role(m.r), "day", m.asOf(m.r))) + "\n\n")
	m.out.WriteString("**" + plain(m.Verdict(m.r.Ready)) + "** " + plain(strings.Join(m.Causes(m.r), " ")) + "\n\n")
	for _, f := range m.numbers() {
		m.out.WriteString("- **" + plain(f[0]) + ":** " + plain(f[1]) + "\n")
	}
}

func (m *markdown) gates() {
	if len(m.r.Gates) == 0 {
		return
	}
	m.heading("gates.title")
	m.table("page.gate", "page.gate.when", "page.gate.state", "page.gate.due", "page.gate.note")
	for _, g := range m.r.Gates {
		m.row(string(g.Gate), m.Phase(g.Phase), m.GateState(g.State), m.Due(g, m.r.AsOf), m.gateNote(m.r, g))
	}
}

func (m *markdown) gaps() {
	all := sorted(m.r)
	m.heading("gaps.title")
	if len(all.open) == 0 {
		m.out.WriteString(plain(m.say("gaps.none")) + "\n")
	} else {
		m.list(all.open, true)
	}
	if len(all.met) > 0 {
		m.out.WriteString("\n**" + plain(m.say("gaps.met")) + "** " + plain(strings.Join(labelsOf(all.met), m.say("list.comma"))) + "\n")
	}
	if len(all.decided) > 0 {
		m.heading("gaps.decided")
		m.list(all.decided, false)
	}
}

// list is a table of requirements.
func (m *markdown) list(gaps []*assess.Gap, ranked bool) {
	m.table("page.gap.rank", "page.code", "page.duty.what", "page.stands", "page.gap.todo", "page.gap.why")
	for i, g := range gaps {
		rank, status := "", m.Status(g.Status)
		if ranked {
			rank = strconv.Itoa(i + 1)
		}
		if g.Critical {
			status += m.say("list.comma") + m.say("gap.critical")
		}
		m.row(rank, Label(g), g.Text, status, m.Action(g.Action), m.needs(g, strings.Join(m.Reasons(g, m.held[g.Statement]), " ")))
	}
}

func (m *markdown) carried() {
	headed := false
	for i := range m.r.Gaps {
		for _, part := range m.r.Gaps[i].Parts {
			if part.Carried == nil {
				continue
			}
			if !headed {
				m.heading("carried.title")
				headed = true
			}
			m.item(Label(&m.r.Gaps[i]) + " " + m.Carried(part))
		}
	}
}

func (m *markdown) duties() {
	if len(m.r.Duties) == 0 {
		return
	}
	m.heading("duties.title")
	m.table("page.duty", "page.duty.what", "page.duty.met", "page.duty.assured")
	for i := range m.r.Duties {
		d := &m.r.Duties[i]
		share := ""
		if mapped(*d) {
			share = m.Percent(d.Assured)
		}
		m.row(dutyLabel(d), d.Text, m.dutyShown(d), share)
	}
}

func (m *markdown) next() {
	const most = 5
	open := undecided(m.r)
	if len(open) == 0 {
		return
	}
	m.heading("next.title")
	for _, g := range open[:min(len(open), most)] {
		m.item(Label(g) + " " + g.Text)
	}
	if more := len(open) - most; more > 0 {
		m.item(m.say("next.more", "n", more))
	}
}

func (m *markdown) findings() {
	if len(m.r.Findings) == 0 {
		return
	}
	m.heading("findings.title")
	label := Labels(m.r)
	for _, f := range m.r.Findings {
		m.item(m.Finding(f, label))
	}
}

func (m *markdown) basis() {
	m.heading("basis.title")
	m.out.WriteString(plain(m.restsOn()) + "\n")
}

// plain is text on one line in which nothing is markup.
func plain(text string) string {
	var out strings.Builder
	for i, r := range strings.Join(strings.Fields(text), " ") {
		switch {
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r): // not seen, but changes what is
			continue
		case strings.ContainsRune("\\`*_[]<>#|~&", r), i == 0 && strings.ContainsRune("-+=", r), strings.ContainsRune(".)", r) && digits(out.String()):
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}

// digits: the text so far is a number, so that a dot would begin a list.
func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
