package sheet

import (
	"math"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

func rolesPart() part {
	return part{
		name: "Roles", keys: []string{colID},
		columns: []table.Head{
			{Name: colID, Width: 20, Note: "A short name of your own for the role, or its published one. Needed."},
			{Name: colEdition, Width: 10, Note: "The edition of the role: any text."},
			{Name: colTitle, Width: 40, Note: "What the role is called."},
			{Name: "Aliases", Width: 30, Note: "Other names of it, parted by semicolons."},
			{Name: "Qualification level", Width: 14, Choices: []string{"1", "2", "3", "4", "5", "6", "7", "8"}, Note: "Its level on the RQF, 1 to 8."},
			{Name: "Band", Width: 10, Note: "A pay band: any text."},
			{Name: "Funding maximum pence", Width: 12, Note: "In whole pence: 12,000 pounds are 1200000."},
			{Name: "Duration months", Width: 10},
			{Name: "Minimum off-the-job minutes", Width: 14, Note: "In whole minutes."},
			{Name: "Status", Width: 12},
			{Name: colFrom, Width: 12, Note: "First day of new starts, YYYY-MM-DD."},
			{Name: "Until", Width: 12, Note: "Last day of new starts, YYYY-MM-DD."},
			{Name: "Regulator", Width: 16},
			{Name: "Keywords", Width: 24, Note: "Parted by semicolons."},
		},
		read: (*builder).readRole,
		write: func(p *table.Page, f *ksb.Framework) {
			for _, r := range f.Roles {
				x := r.Facts
				p.Add(string(r.ID), r.Edition, r.Title, table.Join(r.Aliases, ";"), table.OrBlank(int(r.Qual)), r.Band,
					table.OrBlank(x.FundingMaxPence), table.OrBlank(x.DurationMonths), table.OrBlank(x.MinimumOffTheJobMinutes),
					x.Status, x.From, x.Until, x.Regulator, table.Join(x.Keywords, ";"))
			}
		},
	}
}

func (b *builder) readRole(r *table.Row) {
	b.f.Roles = append(b.f.Roles, ksb.Role{
		ID: ksb.RoleID(r.Required(colID)), Edition: r.Text(colEdition), Title: r.Text(colTitle), Aliases: r.List("Aliases", ";"),
		Qual: ksb.Qual(r.Whole("Qualification level", 8)), Band: r.Text("Band"), Origin: r.Origin,
		Facts: ksb.Facts{
			FundingMaxPence: r.Whole("Funding maximum pence", math.MaxInt64), DurationMonths: int(r.Whole("Duration months", math.MaxInt32)),
			MinimumOffTheJobMinutes: r.Whole("Minimum off-the-job minutes", math.MaxInt64), Status: r.Text("Status"),
			From: r.Date(colFrom), Until: r.Date("Until"), Regulator: r.Text("Regulator"), Keywords: r.List("Keywords", ";"),
		},
	})
}

func requirementsPart() part {
	return part{
		name: "Requirements", keys: []string{colRole, colStatement},
		columns: []table.Head{
			{Name: colRole, Width: 20, Note: "The ID of the role. One row for each statement that it asks for."},
			{Name: colStatement, Width: 14, Note: "The ID or the code of the statement."},
			{Name: colLevel, Width: 14, Note: "The rung that is needed, by name or number. Blank: the top one."},
			{Name: colCritical, Width: 10, Choices: []string{"yes", "no"}, Note: "yes: nobody is ready without it."},
			{Name: colWeight, Width: 8, Note: "How much it matters against the others. Blank: worked out from the duties."},
		},
		read: func(b *builder, r *table.Row) {
			if role := b.role(r); role != nil {
				b.require(role, ksb.StatementID(r.Required(colStatement)), r)
			}
		},
		write: func(p *table.Page, f *ksb.Framework) {
			on := scalesOf(f)
			for _, role := range f.Roles {
				for _, q := range role.Requirements {
					p.Add(string(role.ID), string(q.Statement), levelCell(on(q.Statement), q.Level), q.Critical, table.OrBlank(q.Weight))
				}
			}
		},
	}
}

func dutiesPart() part {
	return part{
		name: "Duties", keys: []string{colRole, colID},
		columns: []table.Head{
			{Name: colRole, Width: 20, Note: "The ID of the role."},
			{Name: colID, Width: 10, Note: "A short name of your own for the duty."},
			{Name: colCode, Width: 8, Note: "The label that people use, such as D1."},
			{Name: colText, Width: 60, Note: "The duty itself."},
			{Name: "Core", Width: 8, Choices: []string{"yes", "no"}, Note: "yes: it belongs to every option of the role."},
			{Name: colWeight, Width: 8, Note: "Its share of the work against the other duties. Blank: 1."},
			{Name: colStatements, Width: 30, Note: "The statements that it needs, by ID or code, parted by semicolons."},
			{Name: colOptions, Width: 16, Note: "The options it belongs to, parted by semicolons. Blank: all of them."},
		},
		read: func(b *builder, r *table.Row) {
			role := b.role(r)
			d := ksb.Duty{ID: ksb.DutyID(r.Required(colID)), Code: r.Text(colCode), Text: r.Text(colText), Core: r.Yes("Core"), Weight: weight(r), Origin: r.Origin}
			d.Statements, d.Options = ids[ksb.StatementID](r.List(colStatements, ";")), ids[ksb.OptionID](r.List(colOptions, ";"))
			if !r.Faulty {
				role.Duties = append(role.Duties, d)
			}
		},
		write: func(p *table.Page, f *ksb.Framework) {
			for _, role := range f.Roles {
				for _, d := range role.Duties {
					p.Add(string(role.ID), string(d.ID), d.Code, d.Text, d.Core, table.OrBlank(d.Weight), table.Join(d.Statements, ";"), table.Join(d.Options, ";"))
				}
			}
		},
	}
}

func optionsPart() part {
	return part{
		name: "Options", keys: []string{colRole, colID},
		columns: []table.Head{
			{Name: colRole, Width: 20, Note: "The ID of the role."},
			{Name: colID, Width: 14, Note: "A short name of your own for the option."},
			{Name: colTitle, Width: 40, Note: "What the option is called."},
		},
		read: func(b *builder, r *table.Row) {
			role := b.role(r)
			o := ksb.Option{ID: ksb.OptionID(r.Required(colID)), Title: r.Text(colTitle), Origin: r.Origin}
			if !r.Faulty {
				role.Options = append(role.Options, o)
			}
		},
		write: func(p *table.Page, f *ksb.Framework) {
			for _, role := range f.Roles {
				for _, o := range role.Options {
					p.Add(string(role.ID), string(o.ID), o.Title)
				}
			}
		},
	}
}

func codesPart() part {
	return part{
		name: "Codes", keys: []string{colRole, "System", "Value"},
		columns: []table.Head{
			{Name: colRole, Width: 20, Note: "The ID of the role."},
			{Name: "System", Width: 12, Free: true, Choices: []string{"ST", "OCC", "LARS", "SOC2020", "ISCO08", "ESCO", "ONETSOC"}, Note: "Whose code it is."},
			{Name: "Value", Width: 30, Note: "What that system calls the role."},
		},
		read: func(b *builder, r *table.Row) {
			role := b.role(r)
			c := ksb.Code{System: r.Required("System"), Value: r.Required("Value")}
			if !r.Faulty {
				role.Codes = append(role.Codes, c)
			}
		},
		write: func(p *table.Page, f *ksb.Framework) {
			for _, role := range f.Roles {
				for _, c := range role.Codes {
					p.Add(string(role.ID), c.System, c.Value)
				}
			}
		},
	}
}
