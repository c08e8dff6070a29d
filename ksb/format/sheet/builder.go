package sheet

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

// builder gathers a framework from the rows of tables.
type builder struct {
	f        ksb.Framework
	fallback ksb.FrameworkID // where the file names none
	problems ksb.Problems
	roles    map[ksb.RoleID]int // position in f.Roles
	rungs    []rung
	demands  []demand
	free     bool // numbers of levels need no scale
}

// demand is a requirement whose level is still a text.
type demand struct {
	role ksb.RoleID
	ksb.Requirement
	row *table.Row
}

func newBuilder(file string) *builder {
	return &builder{fallback: nameOf(file), roles: map[ksb.RoleID]int{}}
}

// role finds the role that a row is about; nil: there is none, which is reported.
func (b *builder) role(r *table.Row) *ksb.Role {
	if len(b.roles) == 0 {
		for i, role := range slices.Backward(b.f.Roles) {
			b.roles[role.ID] = i // of two the first
		}
	}
	id := ksb.RoleID(r.Required(colRole))
	at, known := b.roles[id]
	switch {
	case known:
		return &b.f.Roles[at]
	case id != "":
		r.Fault(colRole, ksb.ErrUnknownRole, fmt.Sprintf("%q", id))
	}
	return nil
}

// require notes what a row asks of a statement.
func (b *builder) require(role *ksb.Role, id ksb.StatementID, r *table.Row) {
	q := ksb.Requirement{Statement: id, Critical: r.Yes(colCritical), Weight: weight(r), Origin: r.Origin}
	if !r.Faulty {
		b.demands = append(b.demands, demand{role.ID, q, r})
	}
}

func weight(r *table.Row) float64 {
	if x := r.Number(colWeight); x != nil {
		return *x
	}
	return 0
}

func ids[T ~string](list []string) []T {
	var typed []T
	for _, item := range list {
		typed = append(typed, T(item))
	}
	return typed
}

// statement reads a statement; one without an ID takes the prefix and its code.
func (b *builder) statement(r *table.Row, idColumn string, prefix ksb.FrameworkID) ksb.Statement {
	s := ksb.Statement{
		ID: ksb.StatementID(r.Text(idColumn)), Code: r.Text(colCode), Text: r.Required(colText), Kind: readKind(r),
		Scale: ksb.ScaleID(r.Text(colScale)), HalfLifeDays: int(r.Whole(colHalfLife, math.MaxInt32)),
		Requires: ids[ksb.StatementID](r.List(colRequires, ";")), VerifiedBy: r.List(colVerified, ";"), Origin: r.Origin,
	}
	switch {
	case s.ID == "" && s.Code == "":
		r.Fault(colCode, ksb.ErrMissing, "a statement has an ID or a code")
	case s.ID == "":
		s.ID = ksb.StatementID(string(prefix) + "/" + s.Code)
	}
	return s
}

// addStatement keeps a sound statement.
func (b *builder) addStatement(s ksb.Statement, r *table.Row) {
	if !r.Faulty {
		b.f.Statements = append(b.f.Statements, s)
	}
}

// readKind reads the kind, or takes it from a code such as K1.
func readKind(r *table.Row) ksb.Kind {
	var kind kindName
	r.Named(colKind, &kind)
	if code := r.Text(colCode); kind == 0 && !r.Faulty {
		if len(code) < 2 || code[1] < '0' || code[1] > '9' || kind.UnmarshalText([]byte(strings.ToLower(code[:1]))) != nil {
			r.Fault(colKind, ksb.ErrKind, "neither the kind nor a code such as K1, S1 or B1 tells what it is")
		}
	}
	return ksb.Kind(kind)
}

// kindName is a kind as people write it.
type kindName ksb.Kind

// UnmarshalText reads the name of a kind, also in the plural, in the American spelling
// and as its first letter.
func (k *kindName) UnmarshalText(text []byte) error {
	name := strings.Replace(string(text), "behavior", "behaviour", 1)
	if len(name) > 1 {
		name = strings.TrimSuffix(name, "s")
	}
	for _, full := range kinds() {
		if name == full[:1] {
			name = full
		}
	}
	return (*ksb.Kind)(k).UnmarshalText([]byte(name))
}
