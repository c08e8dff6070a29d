package sheet

import (
	"fmt"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// settle finds the statements that are meant and the levels that are asked for, now that
// all of them are known.
func (b *builder) settle() {
	b.addRatings()
	b.resolveAll()
	on := scalesOf(&b.f)
	if b.free {
		b.addLevels(on)
		on = scalesOf(&b.f)
	}
	for i, role := range slices.Backward(b.f.Roles) {
		b.roles[role.ID] = i
	}
	for _, d := range b.demands {
		d.Level = level(d, on(d.Statement))
		if !d.row.Faulty {
			role := &b.f.Roles[b.roles[d.role]]
			role.Requirements = append(role.Requirements, d.Requirement)
		}
	}
}

// level reads the level of a requirement; 0: the top rung.
func level(d demand, s ksb.Scale) ksb.Level {
	text := d.row.Text(colLevel)
	if text == "" {
		return 0
	}
	found, ok := levelOf(s, text)
	switch {
	case !ok:
		d.row.Fault(colLevel, ksb.ErrLevel, fmt.Sprintf("%q is neither the name nor the number of a rung of the scale %q", text, s.ID))
	case found == 0:
		d.row.Fault(colLevel, ksb.ErrValue, fmt.Sprintf("%q is the lowest rung, which asks for nothing: leave it blank for the top one", text))
	}
	return found
}

// resolveAll replaces codes by the IDs of their statements wherever one is named.
func (b *builder) resolveAll() {
	resolve := resolver(b.f.Statements)
	each := func(list []ksb.StatementID) {
		for i := range list {
			list[i] = resolve(list[i])
		}
	}
	for i := range b.demands {
		b.demands[i].Statement = resolve(b.demands[i].Statement)
	}
	for i := range b.f.Statements {
		each(b.f.Statements[i].Requires)
	}
	for i := range b.f.Roles {
		for j := range b.f.Roles[i].Duties {
			each(b.f.Roles[i].Duties[j].Statements)
		}
	}
	for i := range b.f.Links {
		b.f.Links[i].From, b.f.Links[i].To = resolve(b.f.Links[i].From), resolve(b.f.Links[i].To)
	}
	b.resolveMembers(resolve)
}

// resolveMembers leaves roles and groups alone.
func (b *builder) resolveMembers(resolve func(ksb.StatementID) ksb.StatementID) {
	others := map[string]bool{}
	for _, r := range b.f.Roles {
		others[string(r.ID)] = true
	}
	for _, g := range b.f.Groups {
		others[g.ID] = true
	}
	for _, g := range b.f.Groups {
		for i, m := range g.Members {
			if !others[m] {
				g.Members[i] = string(resolve(ksb.StatementID(m)))
			}
		}
	}
}

// resolver returns what finds a statement by its ID or, where one has it, its code.
// What it does not find stays.
func resolver(statements []ksb.Statement) func(ksb.StatementID) ksb.StatementID {
	known, byCode := map[ksb.StatementID]bool{}, map[string][]ksb.StatementID{}
	for _, s := range statements {
		if !known[s.ID] {
			known[s.ID] = true
			byCode[s.Code] = append(byCode[s.Code], s.ID)
		}
	}
	return func(id ksb.StatementID) ksb.StatementID {
		if coded := byCode[string(id)]; !known[id] && len(coded) == 1 {
			return coded[0]
		}
		return id
	}
}
