package sheet

import (
	"cmp"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// canonical returns a copy of a framework of one table in an order that does not depend
// on that of the rows, and with requirements where they say more than the duties.
func canonical(f ksb.Framework) ksb.Framework {
	f.Scales, f.Statements, f.Roles = slices.Clone(f.Scales), slices.Clone(f.Statements), slices.Clone(f.Roles)
	code := map[ksb.StatementID]string{}
	for i := range f.Statements {
		s := &f.Statements[i]
		code[s.ID] = s.Code
		s.Requires = sorted(s.Requires)
	}
	byCode := func(a, b ksb.StatementID) int { return byNames(code[a], code[b], string(a), string(b)) }
	slices.SortStableFunc(f.Scales, func(a, b ksb.Scale) int { return byNames(string(a.ID), string(b.ID)) })
	slices.SortStableFunc(f.Statements, func(a, b ksb.Statement) int { return byCode(a.ID, b.ID) })
	slices.SortStableFunc(f.Roles, func(a, b ksb.Role) int { return byNames(string(a.ID), string(b.ID)) })
	for i := range f.Roles {
		r := &f.Roles[i]
		r.Title = cmp.Or(r.Title, string(r.ID))
		r.Duties = slices.Clone(r.Duties)
		for j := range r.Duties {
			r.Duties[j].Statements = sorted(r.Duties[j].Statements)
		}
		slices.SortStableFunc(r.Duties, func(a, b ksb.Duty) int { return byNames(a.Code, b.Code, string(a.ID), string(b.ID)) })
		r.Requirements = distinct(asked(*r))
		slices.SortStableFunc(r.Requirements, func(a, b ksb.Requirement) int { return byCode(a.Statement, b.Statement) })
		if !saysMore(r) {
			r.Requirements = nil
		}
	}
	return f
}

// byNames compares pairs of names in natural order, made total by their bytes.
func byNames(pairs ...string) int {
	for i := 0; i < len(pairs); i += 2 {
		if order := cmp.Or(ksb.CompareCodes(pairs[i], pairs[i+1]), strings.Compare(pairs[i], pairs[i+1])); order != 0 {
			return order
		}
	}
	return 0
}

func sorted(list []ksb.StatementID) []ksb.StatementID {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}

// asked are the requirements of a role; without any, what its duties name.
func asked(r ksb.Role) []ksb.Requirement {
	if r.Requirements != nil {
		return slices.Clone(r.Requirements)
	}
	var list []ksb.Requirement
	seen := map[ksb.StatementID]bool{}
	for _, d := range r.Duties {
		for _, id := range d.Statements {
			if !seen[id] {
				seen[id] = true
				list = append(list, ksb.Requirement{Statement: id, Origin: d.Origin})
			}
		}
	}
	return list
}

// distinct leaves out what is asked twice in the same way, as by a row for each duty.
func distinct(list []ksb.Requirement) (once []ksb.Requirement) {
	seen := map[ksb.Requirement]bool{}
	for _, q := range list {
		key := q
		key.Origin = ksb.Origin{}
		if !seen[key] {
			seen[key] = true
			once = append(once, q)
		}
	}
	return once
}

// saysMore: a requirement has a level, a weight or none of the duties behind it.
func saysMore(r *ksb.Role) bool {
	named := map[ksb.StatementID]bool{}
	for _, d := range r.Duties {
		for _, id := range d.Statements {
			named[id] = true
		}
	}
	return slices.ContainsFunc(r.Requirements, func(q ksb.Requirement) bool {
		return q.Level != 0 || q.Critical || q.Weight != 0 || !named[q.Statement]
	})
}
