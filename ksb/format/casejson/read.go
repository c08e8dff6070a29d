package casejson

import (
	"cmp"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

const ourNotes = ksb.Format + ": roles, options, duties and groups are items of these types"

// reader turns a package into a framework.
type reader struct {
	*cfPackage
	ours     bool // written by us: it states its roles
	nodes    []*node
	at       map[string]*node // by key of the identifier and of the uri
	f        ksb.Framework
	noPlace  tally
	problems ksb.Problems
}

// node is a thing that associations lead from and to: an item of the package, its
// document, a rubric, or something outside.
type node struct {
	kind     string
	id       string
	item     *item // nil: no item of this package
	made     *ksb.Statement
	role     *ksb.Role
	duty     *ksb.Duty
	parent   *node // the role of a duty or option, the parent of a group
	children []child
}

type child struct {
	id    string
	place sequence
}

func newReader(p *cfPackage, problems ksb.Problems) *reader {
	return &reader{
		cfPackage: p, problems: problems, at: map[string]*node{}, noPlace: tally{},
		ours: strings.HasPrefix(p.Document.Notes, ksb.Format+":"),
	}
}

func (r *reader) framework() (ksb.Framework, ksb.Problems) {
	r.readDocument()
	r.readItems()
	r.readRubrics()
	for i := range r.Associations {
		r.associate(&r.Associations[i])
	}
	r.gather()
	r.groups()
	if !r.ours {
		r.checkParents()
		r.oneRole()
	}
	r.noPlace.report(&r.problems, "%d of these: a framework has no place for it")
	return r.f, r.problems.Sort()
}

func (r *reader) readDocument() {
	d := r.Document
	kind, id := identity(d.Identifier, d.URI)
	r.f = ksb.Framework{
		Format: ksb.Format, ID: ksb.FrameworkID(id), Title: d.Title, Edition: cmp.Or(d.Version, d.Adoption),
		Jurisdiction: more(d.Extensions).Jurisdiction,
	}
	if id == "" && kind == "" {
		r.problems.Add(d.Origin, "CFDocument", ksb.ErrMissingID, "the document has neither identifier nor uri")
	}
	r.put(&node{kind: aFramework, id: id}, d.Identifier, d.URI)
	if !r.ours {
		r.noPlace.document(d)
		r.noPlace.definitions(r.Definitions, d.Origin)
	}
}

// key makes spellings of a UUID equal.
func key(s string) string {
	if isUUID(s) {
		return strings.ToLower(s)
	}
	return s
}

// put makes a node known by its identifier and uri; the first one keeps them.
func (r *reader) put(n *node, identifier, uri string) (first bool) {
	first = true
	for _, name := range []string{key(identifier), uri} {
		switch taken := r.at[name]; {
		case name == "":
		case taken == nil:
			r.at[name] = n
		case name != uri || identifier == "":
			first = false
		}
	}
	return first
}

// find returns the node that a link means, one outside the package if it is not here,
// nil if the link is empty.
func (r *reader) find(l link) *node {
	if l.Identifier == "" && l.URI == "" {
		return nil
	}
	for _, name := range []string{key(l.Identifier), l.URI} {
		if n := r.at[name]; n != nil {
			return n
		}
	}
	kind, id := identity(l.Identifier, l.URI)
	if kind == "" || !r.ours {
		kind = aStatement
	}
	return &node{kind: kind, id: id}
}

// gather puts what the nodes hold into the framework, in the order of the items.
func (r *reader) gather() {
	for _, n := range r.nodes {
		if n.kind == aDuty || n.kind == anOption {
			r.intoRole(n)
		}
	}
	for _, n := range r.nodes {
		switch n.kind {
		case aRole:
			r.f.Roles = append(r.f.Roles, *n.role)
		case aStatement:
			r.f.Statements = append(r.f.Statements, *n.made)
		}
	}
}

func (r *reader) intoRole(n *node) {
	switch {
	case n.parent == nil:
		r.problems.Add(n.item.Origin, "CFItems["+n.id+"]", ksb.ErrMissing, "the %s is not isChildOf a role: it is left out", n.kind)
	case n.kind == aDuty:
		n.parent.role.Duties = append(n.parent.role.Duties, *n.duty)
	default:
		o := ksb.Option{ID: ksb.OptionID(n.id), Title: n.item.Statement, Origin: n.item.Origin}
		n.parent.role.Options = append(n.parent.role.Options, o)
	}
}

// oneRole is the role of a package that states none: it requires the leaves.
func (r *reader) oneRole() {
	role := ksb.Role{ID: ksb.RoleID(r.f.ID), Edition: r.Document.Version, Title: r.f.Title, Origin: r.Document.Origin}
	for _, n := range r.nodes {
		if len(n.children) == 0 {
			role.Requirements = append(role.Requirements, ksb.Requirement{Statement: n.made.ID, Origin: n.item.Origin})
		}
	}
	r.f.Roles = append(r.f.Roles, role)
}

// groups makes a group of every node with children, and of every item of that type.
func (r *reader) groups() {
	parent := map[string]string{}
	for _, n := range r.nodes {
		if n.kind != aGroup && len(n.children) == 0 {
			continue
		}
		slices.SortStableFunc(n.children, func(a, b child) int { return cmp.Compare(a.place, b.place) })
		g := ksb.Group{ID: n.id, Title: n.item.Statement, Origin: n.item.Origin}
		for _, c := range n.children {
			g.Members = append(g.Members, c.id)
			if _, has := parent[c.id]; !has && n.kind != aGroup {
				parent[c.id] = n.id
			}
		}
		if n.parent != nil {
			g.Parent = n.parent.id
		}
		r.f.Groups = append(r.f.Groups, g)
	}
	for i := range r.f.Groups {
		g := &r.f.Groups[i]
		g.Parent = cmp.Or(g.Parent, parent[g.ID])
	}
}

// checkParents reports each ring of parents once: no item in it is a leaf.
func (r *reader) checkParents() {
	parent, walk := map[string]string{}, map[string]int{}
	for _, g := range r.f.Groups {
		parent[g.ID] = g.Parent
	}
	for i, g := range r.f.Groups {
		id := g.ID
		for ; id != "" && walk[id] == 0; id = parent[id] {
			walk[id] = i + 1
		}
		if id != "" && walk[id] == i+1 {
			r.problems.Add(g.Origin, "CFAssociations[isChildOf]", ksb.ErrValue, "%q is above itself", id)
		}
	}
}
