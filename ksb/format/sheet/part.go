package sheet

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

// part is one sheet of a workbook that holds a whole framework: what is in it, how a row
// is read, and how rows are written.
type part struct {
	name    string
	columns []table.Head
	keys    []string // columns that must be there
	read    func(*builder, *table.Row)
	write   func(*table.Page, *ksb.Framework)
}

// parts are the sheets, in the order in which they are written and read: what is named
// stands before what names it.
func parts() []part {
	return []part{
		frameworkPart(), statementsPart(), rolesPart(), requirementsPart(), dutiesPart(), optionsPart(),
		gatesPart(), codesPart(), scalesPart(), linksPart(), relatedPart(), groupsPart(),
	}
}

func (p part) layout() table.Layout {
	also := synonyms()
	var l table.Layout
	for _, c := range p.columns {
		l = append(l, table.Column{Name: c.Name, Also: also[c.Name], Key: slices.Contains(p.keys, c.Name)})
	}
	return l
}

func (p part) page(f *ksb.Framework) table.Page {
	page := table.Page{Name: p.name, Columns: p.columns}
	if f != nil {
		p.write(&page, f)
	}
	return page
}

func frameworkPart() part {
	return part{
		name: "Framework", keys: []string{colID},
		columns: []table.Head{
			{Name: colID, Width: 24, Note: "A short name of your own for the whole set. Needed."},
			{Name: colEdition, Width: 14, Note: "Which edition this is: any text."},
			{Name: colTitle, Width: 50, Note: "What people call the set."},
			{Name: "Jurisdiction", Width: 18, Note: "Where it holds, such as England."},
		},
		read: func(b *builder, r *table.Row) {
			if b.f.ID != "" {
				r.Fault("", ksb.ErrDuplicateKey, "a workbook holds one framework: the first row counts")
				return
			}
			b.f.ID, b.f.Edition = ksb.FrameworkID(r.Required(colID)), r.Text(colEdition)
			b.f.Title, b.f.Jurisdiction = r.Text(colTitle), r.Text("Jurisdiction")
		},
		write: func(p *table.Page, f *ksb.Framework) { p.Add(string(f.ID), f.Edition, f.Title, f.Jurisdiction) },
	}
}

func scalesPart() part {
	return part{
		name: "Scales", keys: []string{colScale, colLevel, "Rung"},
		columns: []table.Head{
			{Name: colScale, Width: 18, Note: "A short name of your own for the scale. One row for each rung."},
			{Name: colLevel, Width: 8, Note: "The number of the rung. The lowest is 0 and means: not yet."},
			{Name: "Rung", Width: 40, Note: "What the rung is called."},
		},
		read: (*builder).readRung,
		write: func(p *table.Page, f *ksb.Framework) {
			for _, s := range f.Scales {
				for level, rung := range s.Rungs {
					p.Add(string(s.ID), level, rung)
				}
			}
		},
	}
}

func statementsPart() part {
	return part{
		name: "Statements", keys: []string{colText},
		columns: []table.Head{
			{Name: colID, Width: 14, Note: "What the statement is known by everywhere, such as a published UUID. Blank: the framework's ID, a slash and the code."},
			{Name: colCode, Width: 8, Note: "The label that people use, such as K1, S1 or B1."},
			{Name: colKind, Width: 13, Choices: kinds(), Note: "knowledge, skill or behaviour. May be blank where the code is a K, S or B and a number."},
			{Name: colText, Width: 80, Note: "The statement itself. Needed."},
			{Name: colScale, Width: 12, Note: "The scale it is judged on, from the sheet Scales. Blank: not yet, or competent."},
			{Name: colHalfLife, Width: 10, Note: "After how many days evidence counts for half. Blank: the usual for its kind."},
			{Name: colRequires, Width: 16, Note: "Statements that come before it, parted by semicolons."},
			{Name: colVerified, Width: 16, Note: "Who may sign it off, parted by semicolons. Blank: anyone."},
		},
		read: func(b *builder, r *table.Row) { b.addStatement(b.statement(r, colID, b.f.ID), r) },
		write: func(p *table.Page, f *ksb.Framework) {
			for _, s := range f.Statements {
				p.Add(string(s.ID), s.Code, s.Kind.String(), s.Text, string(s.Scale), table.OrBlank(s.HalfLifeDays),
					table.Join(s.Requires, ";"), table.Join(s.VerifiedBy, ";"))
			}
		},
	}
}

func kinds() []string {
	return []string{ksb.Knowledge.String(), ksb.Skill.String(), ksb.Behaviour.String()}
}
