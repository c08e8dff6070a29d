package ksb

import (
	"iter"
	"slices"
	"strings"
)

// Index is a set of frameworks, checked and frozen. It is safe for use by many
// goroutines at once; nothing that it returns may be changed.
type Index struct {
	statements  []graded
	at          map[StatementID]int32
	roles       []Role
	roleAt      map[RoleID]int32
	briefs      []Brief
	users       [][]use // by statement number: who requires it
	links       []Link  // by their ends
	fingerprint string
}

// use is one requirement of a statement: position need of the brief of a role.
type use struct{ role, need int32 }

// index freezes what the compiler has gathered.
func (c *compiler) index(frameworks []Framework) *Index {
	ix := &Index{
		statements: c.statements, at: c.at, roles: c.roles,
		roleAt: make(map[RoleID]int32, len(c.roles)),
		briefs: make([]Brief, len(c.roles)),
		users:  make([][]use, len(c.statements)),
		links:  slices.Clone(c.links),
	}
	slices.SortStableFunc(ix.links, Link.compare)
	for i := range ix.roles {
		ix.roleAt[ix.roles[i].ID] = int32(i)
		ix.briefs[i] = c.brief(&ix.roles[i])
		for j, need := range ix.briefs[i].Needs {
			ix.users[need.Statement] = append(ix.users[need.Statement], use{int32(i), int32(j)})
		}
	}
	ix.markOptions(c.unmapped)
	ix.packNeeds()
	ix.fingerprint = fingerprint(ix, frameworks)
	return ix
}

// packNeeds lays the needs of all roles in one array, so that ranking every role
// reads memory in order.
func (ix *Index) packNeeds() {
	total := 0
	for i := range ix.briefs {
		total += len(ix.briefs[i].Needs)
	}
	packed := make([]Need, 0, total)
	for i := range ix.briefs {
		start := len(packed)
		packed = append(packed, ix.briefs[i].Needs...)
		ix.briefs[i].Needs = packed[start:len(packed):len(packed)]
	}
}

// markOptions tells each role of an option whose option it is.
func (ix *Index) markOptions(unmapped map[RoleID]struct{}) {
	for i := range ix.roles {
		whole := &ix.roles[i]
		for _, o := range whole.Options {
			at, made := ix.roleAt[OptionRole(whole.ID, o.ID)]
			if !made {
				continue
			}
			ix.briefs[at].OptionOf = whole.ID
			_, ix.briefs[at].OptionUnmapped = unmapped[ix.roles[at].ID]
		}
	}
}

// Links returns every sound link in the natural order of its ends. Its From is a
// statement here; its To need not be.
func (ix *Index) Links() iter.Seq[Link] { return slices.Values(ix.links) }

// Role returns the checked role, with its requirements resolved to real levels and
// in the order of their codes, and whether there is one.
func (ix *Index) Role(id RoleID) (Role, bool) {
	if at, known := ix.roleAt[id]; known {
		return ix.roles[at], true
	}
	return Role{}, false
}

// Roles yields every role in the natural order of their IDs: K2 before K10.
func (ix *Index) Roles() iter.Seq[Role] { return slices.Values(ix.roles) }

// Brief returns what a role asks for, compiled, and whether there is such a role.
func (ix *Index) Brief(id RoleID) (*Brief, bool) {
	if at, known := ix.roleAt[id]; known {
		return &ix.briefs[at], true
	}
	return nil, false
}

// Briefs returns the briefs of all roles in the order of Roles.
func (ix *Index) Briefs() []Brief { return ix.briefs }

// Statement returns the statement and whether there is one.
func (ix *Index) Statement(id StatementID) (Statement, bool) {
	if at, known := ix.at[id]; known {
		return ix.statements[at].Statement, true
	}
	return Statement{}, false
}

// NumberOf returns the dense number of a statement, 0 to Statements()-1 in the order
// of the IDs, and whether there is such a statement.
func (ix *Index) NumberOf(id StatementID) (int32, bool) {
	at, known := ix.at[id]
	return at, known
}

// StatementAt returns the statement of a number that the Index gave.
func (ix *Index) StatementAt(number int32) *Statement { return &ix.statements[number].Statement }

// ScaleAt returns the scale of the statement of a number that the Index gave.
func (ix *Index) ScaleAt(number int32) Scale { return ix.statements[number].On }

// Statements is how many statements there are.
func (ix *Index) Statements() int { return len(ix.statements) }

// Needing yields the roles that require a statement and what each asks, in the
// order of Roles.
func (ix *Index) Needing(id StatementID) iter.Seq2[RoleID, Requirement] {
	return func(yield func(RoleID, Requirement) bool) {
		at, known := ix.at[id]
		if !known {
			return
		}
		for _, u := range ix.users[at] {
			if !yield(ix.roles[u.role].ID, ix.roles[u.role].Requirements[u.need]) {
				return
			}
		}
	}
}

// FindRoles returns the IDs of the roles that a person may mean, in the order of
// Roles: the role of that very ID; else the whole roles with that code ("ST0215");
// else the roles with that title, and the whole roles that have it for an alias. Codes,
// titles and aliases are compared without regard to case. None: an empty list.
func (ix *Index) FindRoles(text string) []RoleID {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil
	}
	if _, known := ix.roleAt[RoleID(text)]; known {
		return []RoleID{RoleID(text)}
	}
	hasCode := func(r *Role) bool {
		return ix.briefs[ix.roleAt[r.ID]].OptionOf == "" && slices.ContainsFunc(r.Codes, func(c Code) bool { return strings.EqualFold(c.Value, text) })
	}
	if found := ix.rolesWhere(hasCode); len(found) > 0 {
		return found
	}
	same := func(name string) bool { return strings.EqualFold(strings.TrimSpace(name), text) }
	return ix.rolesWhere(func(r *Role) bool {
		return same(r.Title) || ix.briefs[ix.roleAt[r.ID]].OptionOf == "" && slices.ContainsFunc(r.Aliases, same)
	})
}

func (ix *Index) rolesWhere(fits func(*Role) bool) (found []RoleID) {
	for i := range ix.roles {
		if fits(&ix.roles[i]) {
			found = append(found, ix.roles[i].ID)
		}
	}
	return found
}

// Fingerprint is a short text that is the same for the same content, in whatever
// order it was read, and another for any other.
func (ix *Index) Fingerprint() string { return ix.fingerprint }
