package casejson

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// readItems makes a node of every item that has an identity. Those of a role are put
// into it once all roles are known.
func (r *reader) readItems() {
	unsaid := 0
	var first ksb.Origin
	for i := range r.Items {
		n := r.readItem(&r.Items[i])
		if n == nil || n.kind != aStatement {
			continue
		}
		n.made.Kind = kindOf(n.item.Type)
		if n.made.Kind != 0 {
			continue
		}
		n.made.Kind = ksb.Skill
		if unsaid++; unsaid == 1 {
			first = n.item.Origin
		}
	}
	if unsaid > 0 {
		r.problems.Add(first, "CFItems[].CFItemType", ksb.ErrKind, "%d items do not say whether they are knowledge, skill or behaviour: they are read as skills", unsaid)
	}
}

// readItem returns nil for an item that nobody can refer to.
func (r *reader) readItem(it *item) *node {
	if it.Origin == (ksb.Origin{}) {
		return nil // no object, which has been reported
	}
	kind, id := identity(it.Identifier, it.URI)
	path := "CFItems[" + id + "]"
	if id == "" && kind == "" {
		r.problems.Add(it.Origin, path, ksb.ErrMissingID, "an item with neither identifier nor uri: it is left out")
		return nil
	}
	if it.Statement == "" && !r.ours {
		r.problems.Add(it.Origin, path+".fullStatement", ksb.ErrMissing, "")
	}
	n := r.makeNode(it, id)
	if !r.put(n, it.Identifier, it.URI) {
		r.problems.Add(it.Origin, path, ksb.ErrDuplicateID, "%q stands more than once: associations go to the first", it.Identifier)
	}
	if !r.ours {
		r.noPlace.item(it)
	}
	r.nodes = append(r.nodes, n)
	return n
}

// makeNode makes what the type of an item says, a statement in packages of others.
func (r *reader) makeNode(it *item, id string) *node {
	n := &node{kind: r.typeOf(it), id: id, item: it}
	extra := more(it.Extensions)
	switch n.kind {
	case aRole:
		extra.Facts.Keywords = it.Keywords
		n.role = &ksb.Role{
			ID: ksb.RoleID(id), Title: it.Statement, Edition: extra.Edition, Aliases: extra.Aliases, Qual: extra.Qual, Band: extra.Band,
			Gates: extra.Gates, Codes: extra.Codes, Facts: extra.Facts, Origin: it.Origin,
		}
		if extra.Nothing {
			n.role.Requirements = []ksb.Requirement{}
		}
	case aDuty:
		n.duty = &ksb.Duty{ID: ksb.DutyID(id), Code: it.Code, Text: it.Statement, Core: extra.Core, Weight: extra.Weight, Origin: it.Origin}
	case aStatement:
		n.made = &ksb.Statement{
			ID: ksb.StatementID(id), Code: it.Code, Text: it.Statement,
			HalfLifeDays: extra.HalfLifeDays, VerifiedBy: extra.VerifiedBy, Origin: it.Origin,
		}
	}
	return n
}

func (r *reader) typeOf(it *item) string {
	name := strings.ToLower(it.Type)
	if r.ours && slices.Contains([]string{aRole, aDuty, anOption, aGroup}, name) {
		return name
	}
	return aStatement
}

// kindOf reads a type such as "Knowledge Statement"; 0 if it says none or several.
func kindOf(itemType string) (kind ksb.Kind) {
	words := map[string]ksb.Kind{
		"knowledge": ksb.Knowledge, "knowledges": ksb.Knowledge,
		"skill": ksb.Skill, "skills": ksb.Skill, "competency": ksb.Skill, "competencies": ksb.Skill, "competence": ksb.Skill, "competences": ksb.Skill,
		"behaviour": ksb.Behaviour, "behaviours": ksb.Behaviour, "behavior": ksb.Behaviour, "behaviors": ksb.Behaviour,
	}
	for _, word := range strings.FieldsFunc(strings.ToLower(itemType), func(c rune) bool { return c < 'a' || c > 'z' }) {
		said := words[word]
		if said != 0 && kind != 0 && said != kind {
			return 0
		}
		kind = max(kind, said)
	}
	return kind
}
