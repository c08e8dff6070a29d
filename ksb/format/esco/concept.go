package esco

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// class is what a concept is.
type class uint8

const (
	anything class = iota
	occupation
	skill
	occupationGroup
	skillGroup
	classes int = iota
)

// concept is an occupation, a skill or a group, as its row has it.
type concept struct {
	class     class
	id        string // its identity, once named
	ref       string // what the other tables call it
	uri, uuid string
	label     string
	local     bool // not of ESCO itself
	spoilt    bool // another row has the same ref and says something else
	at        ksb.Origin

	role      *ksb.Role      // of an occupation
	statement *ksb.Statement // of a skill
	above     []*concept     // the groups that it belongs to, by ID once assembled
	below     []*concept     // not those that are linked: skills below a skill
}

// path says in a problem which concept is meant.
func (c *concept) path() string {
	switch c.class {
	case occupation:
		return "roles[" + c.ref + "]"
	case skill:
		return "statements[" + c.ref + "]"
	}
	return "groups[" + c.ref + "]"
}

// conceptOf reads what every concept has.
func conceptOf(r row, c class) *concept {
	own := &concept{class: c, uri: r.Text("originuri", "concepturi"), label: r.Text("preferredlabel"), at: r.At}
	own.ref = cmp.Or(r.Text("id"), own.uri)
	if uuids := strings.Fields(r.Text("uuidhistory")); len(uuids) > 0 {
		own.uuid = uuids[len(uuids)-1] // the newest comes first
	}
	own.local = strings.HasPrefix(strings.ToLower(r.Text("occupationtype", "grouptype")), "local")
	return own
}

func occupationOf(r row) *concept {
	c := conceptOf(r, occupation)
	c.role = &ksb.Role{Title: c.label, Aliases: without(listOf(r, "altlabels"), c.label), Requirements: []ksb.Requirement{}, Origin: r.At}
	c.role.Codes = codesOf(r, c)
	c.role.Facts = ksb.Facts{Status: r.Text("status"), Keywords: listOf(r, "hiddenlabels")}
	return c
}

func codesOf(r row, c *concept) (codes []ksb.Code) {
	if value := cmp.Or(r.Text("code"), c.uri); value != "" {
		codes = append(codes, ksb.Code{System: "ESCO", Value: value})
	}
	isco := r.Text("occupationgroupcode", "iscogroup")
	value := strings.TrimPrefix(isco, "C")
	switch {
	case len(value) == 4 && strings.Trim(value, "0123456789") == "":
		codes = append(codes, ksb.Code{System: "ISCO08", Value: value})
	case isco != "" && !c.local:
		r.Fault(c.path()+".codes", ksb.ErrValue, "%q is no ISCO-08 code of four digits", isco)
	}
	return codes
}

func skillOf(r row) *concept {
	c := conceptOf(r, skill)
	c.statement = &ksb.Statement{Text: c.label, Origin: r.At}
	switch kind := strings.ToLower(r.Text("skilltype")); kind {
	case "knowledge":
		c.statement.Kind = ksb.Knowledge
	case "skill/competence", "language":
		c.statement.Kind = ksb.Skill
	case "attitude":
		c.statement.Kind = ksb.Behaviour
	case "":
	default:
		r.Fault(c.path()+".kind", ksb.ErrValue, "%q is no type of a skill", kind)
	}
	return c
}

// groupOf tells the groups of occupations from those of skills.
func groupOf(r row) *concept {
	c := conceptOf(r, skillGroup)
	if r.Has("grouptype") || strings.EqualFold(r.Text("concepttype"), "ISCOGroup") {
		c.class = occupationGroup
	}
	return c
}

func without(list []string, one string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == one })
}

// same tells whether two rows of one class say the same, wherever they stand.
func (c *concept) same(d *concept) bool {
	return c.uri == d.uri && c.uuid == d.uuid && c.label == d.label && c.local == d.local &&
		reflect.DeepEqual(c.content(), d.content())
}

// content is what becomes of the row, without its place.
func (c *concept) content() any {
	switch c.class {
	case occupation:
		role := *c.role
		role.Origin = ksb.Origin{}
		return role
	case skill:
		return c.statement.Kind
	}
	return nil
}
