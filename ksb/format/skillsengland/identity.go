package skillsengland

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/plaintext"
)

// list takes the KSBs of one list of an edition; codes are positions in it.
func (c *collector) list(e *edition, key string, elements []element, kind ksb.Kind, letter string) {
	for i, el := range elements {
		code := letter + strconv.Itoa(i+1)
		it := &item{of: e, uuid: el.id()}
		it.Code, it.Kind, it.Text, it.Origin = code, kind, plaintext.Of(el.Detail), c.origin(e, el.Origin)
		if it.Text == "" {
			c.report(e, it.Origin, "."+key+"["+code+"]", ksb.ErrMissing, "%s has no text", code)
		}
		if c.place(e, it, "."+key+"["+code+"]") {
			e.items = append(e.items, it)
		}
	}
}

// place names an item within its edition and tells whether it is to be kept.
func (c *collector) place(e *edition, it *item, path string) bool {
	own := ksb.StatementID(string(e.id) + "/" + it.Code)
	first := e.named[it.uuid]
	switch {
	case it.uuid == "":
		c.report(e, it.Origin, path, ksb.ErrMissingID, "%s has no ID: it is %q here", it.Code, own)
		it.ID = own
	case first == nil:
		e.named[it.uuid] = it
	case first.Kind == it.Kind && first.Text == it.Text:
		c.report(e, it.Origin, path, ksb.ErrDuplicateID, "%s repeats %s, %q: it counts once", it.Code, first.Code, it.uuid)
		return false
	default:
		c.report(e, it.Origin, path, ksb.ErrDuplicateID, "%s has the ID of %s, %q, and differs: it is %q here", it.Code, first.Code, it.uuid, own)
		it.ID, it.uuid = own, ""
	}
	return true
}

// settle gives every item its statement and lists the statements, once each.
func (c *collector) settle(f *ksb.Framework) {
	items := 0
	for _, e := range c.editions {
		items += len(e.items)
	}
	newest := make(map[string]*item, items) // by UUID
	for it := range c.shared() {
		newest[it.uuid] = newer(newest[it.uuid], it)
	}
	leading := map[content]*item{} // of those that differ from the newest, and do not differ
	for it := range c.shared() {
		it.ID = ksb.StatementID(it.uuid)
		if it.content() != newest[it.uuid].content() {
			leading[it.content()] = newer(leading[it.content()], it)
		}
	}
	for it := range c.shared() {
		if len(leading) == 0 {
			break
		}
		if leader := leading[it.content()]; leader != nil {
			it.ID = ksb.StatementID(string(leader.of.id) + "/" + it.uuid)
			c.part(f, it, newest[it.uuid])
		}
	}
	c.listStatements(f, items)
}

// listStatements lists the statements of the items, once each.
func (c *collector) listStatements(f *ksb.Framework, most int) {
	f.Statements = make([]ksb.Statement, 0, most)
	for _, e := range c.editions {
		for _, it := range e.items {
			if !c.statements[it.ID] {
				c.statements[it.ID] = true
				f.Statements = append(f.Statements, it.Statement)
			}
		}
	}
	if len(f.Statements) == 0 {
		f.Statements = nil
	}
}

// part links and reports an item that may not share the statement of its UUID. Items
// that share the part are linked once.
func (c *collector) part(f *ksb.Framework, it, keeper *item) {
	if c.linked[it.ID] {
		return
	}
	c.linked[it.ID] = true
	f.Links = append(f.Links, ksb.Link{From: it.ID, To: ksb.StatementID(it.uuid), Relation: ksb.Exact, Origin: it.Origin})
	c.report(it.of, it.Origin, "."+it.Code, ksb.ErrDuplicateID,
		"%q has another text or place in %s, which keeps the ID: here it is %q, with a link to confirm", it.uuid, keeper.of.id, it.ID)
}

// content is what two items must have in common to be one statement.
type content struct {
	uuid, code, text string
	kind             ksb.Kind
}

func (it *item) content() content { return content{it.uuid, it.Code, it.Text, it.Kind} }

// newer returns the item of the newer version; among equals the one whose role comes
// later, so that the order of rows decides nothing.
func newer(a, b *item) *item {
	if a != nil && cmp.Or(a.of.version.compare(b.of.version), strings.Compare(string(a.of.id), string(b.of.id))) >= 0 {
		return a
	}
	return b
}

// origin is where an element stands, or where its standard does if it is no object.
func (c *collector) origin(e *edition, at ksb.Origin) ksb.Origin {
	if at.Line == 0 {
		return e.Origin
	}
	return at
}
