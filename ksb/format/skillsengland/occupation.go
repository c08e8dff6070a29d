package skillsengland

import (
	"cmp"

	"github.com/skillgap-go/skillgap/ksb"
)

// framework builds what was read. Without a reference nothing has a name, and so
// nothing is built.
func (p *page) framework() ksb.Framework {
	id := p.id()
	if id == "" {
		p.report(0, "reference", ksb.ErrMissingID, "neither an occupation (OCC0000) nor a standard (ST0000) is named: the page is left out")
		return ksb.Framework{}
	}
	f := framework()
	role := ksb.Role{
		ID: ksb.RoleID(id), Edition: p.edition, Title: p.title.text(), Aliases: p.aliases, Qual: p.level, Codes: p.codes(),
		Facts: ksb.Facts{Status: p.status, Keywords: p.words}, Origin: p.at(cmp.Or(p.line, 1)),
	}
	for _, e := range p.unique() {
		if e.letter == 'D' {
			role.Duties = append(role.Duties, p.duty(e, id)...)
			continue
		}
		s := p.statement(e, id)
		f.Statements = append(f.Statements, s)
		role.Requirements = append(role.Requirements, ksb.Requirement{Statement: s.ID, Origin: s.Origin})
	}
	p.reportGaps()
	p.reportMissing(role)
	f.Roles = []ksb.Role{role}
	return f
}

// id is the reference of the occupation, else that of its one standard.
func (p *page) id() string {
	if p.occupation == "" && len(p.standards) == 1 {
		p.report(0, "reference", ksb.ErrMissing, "the page names no occupation: it is called %s", p.standards[0])
		return p.standards[0]
	}
	return p.occupation
}

func (p *page) codes() (codes []ksb.Code) {
	for _, value := range p.standards {
		codes = append(codes, ksb.Code{System: "ST", Value: value})
	}
	if p.occupation != "" {
		codes = append(codes, ksb.Code{System: "OCC", Value: p.occupation})
	}
	for _, value := range p.socs {
		codes = append(codes, ksb.Code{System: "SOC2020", Value: value})
	}
	return codes
}

// unique returns the entries without those whose code was given before.
func (p *page) unique() (kept []*entry) {
	seen := map[string]*entry{}
	for _, e := range p.entries {
		e.join()
		before := seen[e.label()]
		switch {
		case before == nil:
			seen[e.label()] = e
			kept = append(kept, e)
		case before.text == e.text:
			p.report(e.line, e.label(), ksb.ErrDuplicateID, "%s stands on line %d, too: it counts once", e.label(), before.line)
		default:
			p.report(e.line, e.label(), ksb.ErrDuplicateID, "%s stands on line %d, too, with another text: that one counts", e.label(), before.line)
		}
	}
	return kept
}

func (p *page) statement(e *entry, id string) ksb.Statement {
	p.reportEmpty(e)
	kind := map[byte]ksb.Kind{'K': ksb.Knowledge, 'S': ksb.Skill, 'B': ksb.Behaviour}[e.letter]
	return ksb.Statement{ID: ksb.StatementID(id + "/" + e.label()), Code: e.label(), Kind: kind, Text: e.text, Origin: p.at(e.line)}
}

// duty returns the duty of an entry, or none if it is a placeholder.
func (p *page) duty(e *entry, id string) []ksb.Duty {
	if e.text == "." {
		p.report(e.line, e.label(), ksb.ErrMissing, "%s is a placeholder: it is left out", e.label())
		return nil
	}
	p.reportEmpty(e)
	d := ksb.Duty{ID: ksb.DutyID(e.label()), Code: e.label(), Text: e.text, Origin: p.at(e.line)}
	for _, code := range e.codes {
		c, _ := codeOf(code)
		d.Statements = append(d.Statements, ksb.StatementID(id+"/"+c.label()))
	}
	return []ksb.Duty{d}
}
