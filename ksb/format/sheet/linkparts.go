package sheet

import (
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

func linksPart() part {
	return part{
		name: "Links", keys: []string{colFrom, colTo, colRelation},
		columns: []table.Head{
			{Name: colFrom, Width: 20, Note: "A statement, by ID or code."},
			{Name: colTo, Width: 30, Note: "The statement that it is like, here or in another framework."},
			{Name: colRelation, Width: 12, Choices: []string{"exact", "close", "broad", "narrow"}, Note: "How near they are."},
			{Name: "Confirmed", Width: 10, Choices: []string{"yes", "no"}, Note: "yes: a person has looked at it."},
		},
		read: func(b *builder, r *table.Row) {
			l := ksb.Link{From: ksb.StatementID(r.Required(colFrom)), To: ksb.StatementID(r.Required(colTo)), Confirmed: r.Yes("Confirmed"), Origin: r.Origin}
			r.Required(colRelation)
			r.Named(colRelation, &l.Relation)
			if !r.Faulty {
				b.f.Links = append(b.f.Links, l)
			}
		},
		write: func(p *table.Page, f *ksb.Framework) {
			for _, l := range f.Links {
				p.Add(string(l.From), string(l.To), l.Relation.String(), l.Confirmed)
			}
		},
	}
}

func relatedPart() part {
	return part{
		name: "Related roles", keys: []string{colFrom, colTo, colRelation},
		columns: []table.Head{
			{Name: colFrom, Width: 24, Note: "The ID of a role."},
			{Name: colTo, Width: 24, Note: "The ID of another."},
			{Name: colRelation, Width: 14, Choices: []string{"progression", "related", "lateral"}, Note: "Where the step leads."},
			{Name: colSource, Width: 40, Note: "Where the step is published."},
		},
		read: func(b *builder, r *table.Row) {
			l := ksb.RoleLink{From: ksb.RoleID(r.Required(colFrom)), To: ksb.RoleID(r.Required(colTo)), Relation: r.Required(colRelation), Source: r.Text(colSource), Origin: r.Origin}
			if !r.Faulty {
				b.f.Related = append(b.f.Related, l)
			}
		},
		write: func(p *table.Page, f *ksb.Framework) {
			for _, l := range f.Related {
				p.Add(string(l.From), string(l.To), l.Relation, l.Source)
			}
		},
	}
}

func groupsPart() part {
	return part{
		name: "Groups", keys: []string{colID},
		columns: []table.Head{
			{Name: colID, Width: 16, Note: "A short name of your own for the group."},
			{Name: colTitle, Width: 40, Note: "What the group is called."},
			{Name: "Parent", Width: 16, Note: "The ID of the group above it."},
			{Name: "Members", Width: 50, Note: "Statements and roles in it, parted by semicolons."},
		},
		read: func(b *builder, r *table.Row) {
			g := ksb.Group{ID: r.Required(colID), Title: r.Text(colTitle), Parent: r.Text("Parent"), Members: r.List("Members", ";"), Origin: r.Origin}
			if !r.Faulty {
				b.f.Groups = append(b.f.Groups, g)
			}
		},
		write: func(p *table.Page, f *ksb.Framework) {
			for _, g := range f.Groups {
				p.Add(g.ID, g.Title, g.Parent, table.Join(g.Members, ";"))
			}
		},
	}
}
