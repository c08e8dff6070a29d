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

	role      ksb.Role      // of an occupation
	statement ksb.Statement // of a skill
	above     []*concept    // the groups that it belongs to, by ID once assembled
	below     []*concept    // not those that are linked: skills below a skill
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
	own := &concept{class: c, uri: r.text("originuri", "concepturi"), label: r.text("preferredlabel"), at: r.at}
	own.ref = cmp.Or(r.text("id"), own.uri)
	if uuids := strings.Fields(r.text("uuidhistory")); len(uuids) > 0 {
		own.uuid = uuids[len(uuids)-1] // the newest comes first
	}
	own.local = strings.HasPrefix(strings.ToLower(r.text("occupationtype", "grouptype")), "local")
	return own
}

func occupationOf(r row) *concept {
	c := conceptOf(r, occupation)
	c.role = ksb.Role{Title: c.label, Aliases: without(r.list("altlabels"), c.label), Requirements: []ksb.Requirement{}, Origin: r.at}
	c.role.Codes = codesOf(r, c)
	c.role.Facts = ksb.Facts{Status: r.text("status"), Keywords: r.list("hiddenlabels")}
	if text := cmp.Or(r.text("description"), r.text("definition")); text != "" {
		c.role.Duties = []ksb.Duty{{ID: "description", Text: text, Core: true, Origin: r.at}}
	}
	return c
}

func codesOf(r row, c *concept) (codes []ksb.Code) {
	if value := cmp.Or(r.text("code"), c.uri); value != "" {
		codes = append(codes, ksb.Code{System: "ESCO", Value: value})
	}
	isco := r.text("occupationgroupcode", "iscogroup")
	value := strings.TrimPrefix(isco, "C")
	switch {
	case len(value) == 4 && strings.Trim(value, "0123456789") == "":
		codes = append(codes, ksb.Code{System: "ISCO08", Value: value})
	case isco != "" && !c.local:
		r.problems.Add(r.at, c.path()+".codes", ksb.ErrValue, "%q is no ISCO-08 code of four digits", isco)
	}
	return codes
}

func skillOf(r row) *concept {
	c := conceptOf(r, skill)
	c.statement = ksb.Statement{Text: c.label, Origin: r.at}
	switch kind := strings.ToLower(r.text("skilltype")); kind {
	case "knowledge":
		c.statement.Kind = ksb.Knowledge
	case "skill/competence", "language":
		c.statement.Kind = ksb.Skill
	case "attitude":
		c.statement.Kind = ksb.Behaviour
	case "":
	default:
		r.problems.Add(r.at, c.path()+".kind", ksb.ErrValue, "%q is no type of a skill", kind)
	}
	return c
}

// groupOf tells the groups of occupations from those of skills.
func groupOf(r row) *concept {
	c := conceptOf(r, skillGroup)
	if r.has("grouptype") || strings.EqualFold(r.text("concepttype"), "ISCOGroup") {
		c.class = occupationGroup
	}
	return c
}

func without(list []string, one string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == one })
}

// same tells whether two rows say the same, wherever they stand.
func (c *concept) same(d *concept) bool {
	plain := func(c concept) concept {
		c.at, c.role.Origin, c.statement.Origin, c.spoilt = ksb.Origin{}, ksb.Origin{}, ksb.Origin{}, false
		c.role.Duties = slices.Clone(c.role.Duties)
		for i := range c.role.Duties {
			c.role.Duties[i].Origin = ksb.Origin{}
		}
		return c
	}
	return reflect.DeepEqual(plain(*c), plain(*d))
}
