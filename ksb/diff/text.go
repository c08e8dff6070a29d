package diff

import (
	"cmp"
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/page"
)

// Text writes changes for people: 80 columns, plain English, and nothing about what stayed
// as it was. In a reworded text [-went-] marks words that went and {+came+} those that
// came. The only errors are those of w.
func Text(w io.Writer, c Changes) error {
	p := &page.Page{}
	p.Heading(fmt.Sprintf("From %s to %s", name(c.From), name(c.To)))
	if c.Empty() {
		p.Item("", "Nothing differs.")
	} else {
		summary(p, c)
		role(p, c)
		statements(p, c)
		duties(p, c)
		options(p, c)
		gates(p, c)
	}
	return p.Flush(w)
}

func name(r Role) string {
	if r.Edition == "" {
		return fmt.Sprintf("%s (%s)", r.Title, r.ID)
	}
	return fmt.Sprintf("%s, edition %s (%s)", r.Title, r.Edition, r.ID)
}

// summary says first what a manager asks first: what becomes of the evidence.
func summary(p *page.Page, c Changes) {
	n := map[Outcome]int{}
	for _, fate := range c.Carry() {
		n[fate.Outcome]++
	}
	p.Item("", fmt.Sprintf("Of %d statements, evidence carries over for %d, for %d more if a person confirms it, and is lost for %d. Newly asked: %d.",
		c.Counts.Statements.From, n[Carried], n[Confirm], n[Lost], n[Asked]))
	if c.Counts.Unlike > 0 {
		p.Item("", fmt.Sprintf("Careful: %d share an ID but few words. If the IDs are positions in a list, they must not be used to compare.", c.Counts.Unlike))
	}
}

// statements lists what changed by what is to be done about it.
func statements(p *page.Page, c Changes) {
	for _, part := range []struct {
		outcome Outcome
		title   string
	}{
		{Confirm, "To be confirmed by a person"},
		{Carried, "Changed, and carried over"},
		{Lost, "Removed"},
		{Asked, "Added"},
	} {
		var of []Pair[Statement]
		for _, pair := range c.Statements {
			if c.outcome(pair) == part.outcome {
				of = append(of, pair)
			}
		}
		list(p, of, view[Statement]{part.title, func(s *Statement) (string, string) { return s.Code, s.Text }, statementRemark})
	}
}

// duties lists those that changed, with the statements they stopped and started naming.
func duties(p *page.Page, c Changes) {
	label := codesOf(c)
	mapping := map[*ksb.Duty]string{}
	var pairs []Pair[ksb.Duty]
	for _, d := range c.Duties {
		pairs = append(pairs, d.Pair)
		mapping[d.To] = phrase("without", d.Gone, label[0]) + phrase("with", d.Came, label[1])
	}
	remark := func(f Facet, d Pair[ksb.Duty]) string {
		if f == Mapping {
			return "now" + mapping[d.To]
		}
		return facetWords(f)
	}
	list(p, pairs, view[ksb.Duty]{"Duties", func(d *ksb.Duty) (string, string) { return d.Code, d.Text }, remark})
}

// codesOf are the codes of the statements of both editions.
func codesOf(c Changes) (code [2]map[ksb.StatementID]string) {
	code = [2]map[ksb.StatementID]string{{}, {}}
	for _, p := range c.Statements {
		for side, s := range []*Statement{p.From, p.To} {
			if s != nil {
				code[side][s.ID] = s.Code
			}
		}
	}
	return code
}

// phrase names statements by their codes, or by their IDs where they have none.
func phrase(word string, ids []ksb.StatementID, code map[ksb.StatementID]string) (text string) {
	for i, id := range ids {
		if i == 0 {
			text = " " + word
		}
		text += " " + cmp.Or(code[id], string(id))
	}
	return text
}

// gates are shown by their IDs: a rule is a tree.
func gates(p *page.Page, c Changes) {
	words := func(g *ksb.Gate) (string, string) { return string(g.ID), g.Phase.String() + " gate" }
	list(p, c.Gates, view[ksb.Gate]{title: "Gates", words: words})
}

func options(p *page.Page, c Changes) {
	words := func(o *ksb.Option) (string, string) { return "", o.Title }
	list(p, c.Options, view[ksb.Option]{title: "Options", words: words})
}
