package sheet

import (
	"cmp"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

// onePage writes the one table.
func onePage(f *ksb.Framework) table.Page {
	p := table.Page{Name: colStatements}
	for _, c := range one() {
		p.Columns = append(p.Columns, table.Head{Name: c.Name})
	}
	on, named, byID := scalesOf(f), map[ksb.StatementID]bool{}, map[ksb.StatementID]ksb.Statement{}
	for _, s := range f.Statements {
		byID[s.ID] = s
	}
	add := func(role ksb.Role, q ksb.Requirement) {
		s := byID[q.Statement]
		named[q.Statement] = true
		p.Add(string(f.ID), f.Edition, string(role.ID), role.Title, string(q.Statement), s.Code, s.Kind.String(), s.Text,
			string(s.Scale), rungsCell(on(s.ID), s.Scale), levelCell(on(s.ID), q.Level), q.Critical, table.OrBlank(q.Weight),
			table.Join(dutiesOf(role, q.Statement), ";,"), table.Join(s.Requires, ";"), table.OrBlank(s.HalfLifeDays), table.Join(s.VerifiedBy, ";"))
	}
	for _, role := range f.Roles {
		for _, q := range asked(role) {
			add(role, q)
		}
	}
	for _, s := range f.Statements {
		if !named[s.ID] {
			add(ksb.Role{}, ksb.Requirement{Statement: s.ID})
		}
	}
	return p
}

func rungsCell(s ksb.Scale, id ksb.ScaleID) string {
	if id == "" {
		return ""
	}
	return table.Join(s.Rungs, ";")
}

// dutiesOf lists the duties of a role that name a statement, by code or else by ID.
func dutiesOf(role ksb.Role, id ksb.StatementID) (codes []string) {
	for _, d := range role.Duties {
		if slices.Contains(d.Statements, id) {
			codes = append(codes, cmp.Or(d.Code, string(d.ID)))
		}
	}
	return codes
}
