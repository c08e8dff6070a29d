package sheet

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

// readOne reads the one table, or one on each of several sheets.
func (b *builder) readOne(book *table.Book) {
	b.free = true
	rows := slices.Collect(book.Rows(one(), &b.problems))
	if len(rows) == 0 {
		return
	}
	b.nameFramework(rows)
	sheets := map[string]bool{}
	for _, r := range rows {
		sheets[r.Sheet()] = true
	}
	t := &oneTable{builder: b, sheets: len(sheets) > 1, statements: map[ksb.StatementID][]int{}, duties: map[dutyOf]int{}}
	for _, r := range rows {
		if !refers(r) {
			t.readStatement(r)
		}
	}
	for _, r := range rows {
		if refers(r) {
			t.readReference(r)
		}
	}
	b.settle()
	b.f = canonical(b.f)
}

func (b *builder) nameFramework(rows []*table.Row) {
	for _, r := range rows {
		b.f.ID = cmp.Or(b.f.ID, ksb.FrameworkID(r.Text(colFramework)))
		b.f.Edition = cmp.Or(b.f.Edition, r.Text(colEdition))
	}
	b.f.ID = cmp.Or(b.f.ID, b.fallback)
	for _, r := range rows {
		if id := r.Text(colFramework); id != "" && id != string(b.f.ID) {
			r.Fault(colFramework, ksb.ErrValue, "a file holds one framework, and this one is "+string(b.f.ID))
		}
	}
}

// oneTable is the one table while it is read.
type oneTable struct {
	*builder
	sheets     bool                      // each is a role
	statements map[ksb.StatementID][]int // positions
	duties     map[dutyOf]int            // positions
}

// dutyOf tells a duty apart.
type dutyOf struct {
	role ksb.RoleID
	code string
}

// refers: the row is about a statement that another row spells out.
func refers(r *table.Row) bool {
	return r.Text(colText) == "" && r.Text(colKind) == "" && r.Text(colStatement)+r.Text(colCode) != ""
}

func (t *oneTable) readStatement(r *table.Row) {
	role := t.roleOf(r)
	s := t.statement(r, colStatement, t.prefix(role))
	t.readRungs(r, &s)
	stands := slices.ContainsFunc(t.statements[s.ID], func(at int) bool { return same(s, t.f.Statements[at]) })
	if !stands && !r.Faulty {
		t.statements[s.ID] = append(t.statements[s.ID], len(t.f.Statements))
		t.f.Statements = append(t.f.Statements, s)
	}
	t.demand(role, s.ID, r)
}

// readReference: a code means the statement of the same role, or else the only one of
// that code, which is settled when all are known.
func (t *oneTable) readReference(r *table.Row) {
	role := t.roleOf(r)
	id := ksb.StatementID(r.Text(colStatement))
	if id == "" {
		id = ksb.StatementID(r.Text(colCode))
		if own := ksb.StatementID(t.prefix(role)) + "/" + id; t.statements[own] != nil {
			id = own
		}
	}
	t.demand(role, id, r)
}

// prefix stands before the codes of a role.
func (t *oneTable) prefix(role ksb.RoleID) ksb.FrameworkID {
	return cmp.Or(ksb.FrameworkID(role), t.f.ID)
}

// roleOf is the role that a row is about; "" is none.
func (t *oneTable) roleOf(r *table.Row) ksb.RoleID {
	switch {
	case r.Has(colRole):
		return ksb.RoleID(r.Text(colRole))
	case t.sheets:
		return ksb.RoleID(r.Sheet())
	}
	return ksb.RoleID(t.f.ID)
}

// same compares without regard to the place.
func same(a, b ksb.Statement) bool {
	a.Origin, b.Origin = ksb.Origin{}, ksb.Origin{}
	return reflect.DeepEqual(a, b)
}

// readRungs adds the scale of a statement, if the row spells it out.
func (b *builder) readRungs(r *table.Row, s *ksb.Statement) {
	rungs := r.List(colRungs, ";")
	if len(rungs) == 0 {
		return
	}
	s.Scale = cmp.Or(s.Scale, ksb.ScaleID(strings.Join(rungs, "/")))
	scale := ksb.Scale{ID: s.Scale, Rungs: rungs, Origin: r.Origin}
	if !slices.ContainsFunc(b.f.Scales, func(other ksb.Scale) bool { return other.ID == scale.ID && slices.Equal(other.Rungs, rungs) }) {
		b.f.Scales = append(b.f.Scales, scale)
	}
}

// demand notes what a row asks of a statement and which duties name it; no role asks for
// it where there is none.
func (t *oneTable) demand(id ksb.RoleID, statement ksb.StatementID, r *table.Row) {
	if id == "" || r.Faulty {
		return
	}
	at, known := t.roles[id]
	if !known {
		at = len(t.f.Roles)
		t.roles[id] = at
		t.f.Roles = append(t.f.Roles, ksb.Role{ID: id, Origin: r.Origin})
	}
	role := &t.f.Roles[at]
	role.Title = cmp.Or(role.Title, r.Text(colRoleTitle))
	t.require(role, statement, r)
	for _, code := range r.List(colDuties, ";,") {
		i, known := t.duties[dutyOf{id, code}]
		if !known {
			i = len(role.Duties)
			t.duties[dutyOf{id, code}] = i
			role.Duties = append(role.Duties, ksb.Duty{ID: ksb.DutyID(code), Code: code, Origin: r.Origin})
		}
		role.Duties[i].Statements = append(role.Duties[i].Statements, statement)
	}
}
