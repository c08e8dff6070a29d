package casejson

import (
	"cmp"
	"reflect"
	"strconv"

	"github.com/skillgap-go/skillgap/ksb"
)

// writer turns a framework into a package.
type writer struct {
	f        *ksb.Framework
	p        cfPackage
	known    map[name]link
	taken    map[string]bool     // identifiers, by key
	above    map[string]sequence // how many children a node has so far
	repeats  map[string]int      // how often an association stands so far
	folded   bool                // the groups are statements
	changed  string
	noPlace  tally
	problems ksb.Problems
}

// name tells a thing of the framework apart; role only for duties and options.
type name struct{ kind, role, id string }

func newWriter(f *ksb.Framework) *writer {
	w := &writer{
		f: f, p: cfPackage{Items: []item{}, Associations: []association{}}, noPlace: tally{},
		known: map[name]link{}, taken: map[string]bool{}, above: map[string]sequence{}, repeats: map[string]int{},
		folded: groupsAreStatements(f), changed: changed(f.Edition),
	}
	w.nameAll()
	return w
}

// changed is midnight of an edition that is a day, else the beginning of 1970.
func changed(edition string) string {
	day, err := ksb.ParseDate(edition)
	if err != nil {
		return "1970-01-01T00:00:00Z"
	}
	return day.String() + "T00:00:00Z"
}

func (w *writer) pack() *cfPackage {
	w.document()
	w.scales()
	w.statements()
	for i := range w.f.Roles {
		w.role(&w.f.Roles[i])
	}
	w.groups()
	w.links()
	w.noPlace.report(&w.problems, "%d of these: they stand in extensions, which other programs may drop")
	return &w.p
}

// nameAll gives everything its identifier; statements come before all others.
func (w *writer) nameAll() {
	f := w.f
	w.name(name{aFramework, "", string(f.ID)}, f.Title, ksb.Origin{})
	for _, s := range f.Statements {
		w.name(name{aStatement, "", string(s.ID)}, s.Code, s.Origin)
	}
	for _, r := range f.Roles {
		w.name(name{aRole, "", string(r.ID)}, r.Title, r.Origin)
		for _, o := range r.Options {
			w.name(name{anOption, string(r.ID), string(o.ID)}, o.Title, o.Origin)
		}
		for _, d := range r.Duties {
			w.name(name{aDuty, string(r.ID), string(d.ID)}, d.Code, d.Origin)
		}
	}
	for _, g := range f.Groups {
		if !w.folded {
			w.name(name{aGroup, "", g.ID}, g.Title, g.Origin)
		}
	}
	for _, s := range f.Scales {
		w.name(name{aScale, "", string(s.ID)}, string(s.ID), s.Origin)
	}
}

func (w *writer) name(n name, title string, at ksb.Origin) {
	if _, twice := w.known[n]; twice {
		w.problems.Add(at, n.kind+"["+n.id+"]", ksb.ErrDuplicateID, "%q stands more than once: associations cannot tell which is meant", n.id)
		return
	}
	l := w.make(n)
	l.Title = cmp.Or(title, n.id)
	w.known[n], w.taken[key(l.Identifier)] = l, true
}

// make finds the identifier and the uri of a name: its own where it has one that
// nothing else has.
func (w *writer) make(n name) link {
	identifier, uri, ok := own(n.id)
	if ok && !w.taken[key(identifier)] {
		return link{n.id, identifier, uri}
	}
	return w.translate(n)
}

// translate makes a URI of ours of a name, and an identifier that nothing else has.
func (w *writer) translate(n name) link {
	uri := urn(n.kind, n.id)
	if n.kind == aDuty || n.kind == anOption {
		uri = urn(n.kind, n.role, n.id)
	}
	identifier := named(uri)
	for w.taken[identifier] {
		identifier = named(identifier)
	}
	return link{n.id, identifier, uri}
}

// ref is the link to a name. What the framework does not have is named by its kind,
// unless it is a statement with an identifier of its own.
func (w *writer) ref(kind, role, id string) link {
	n := name{kind, role, id}
	if l, known := w.known[n]; known {
		return l
	}
	if kind == aStatement {
		return w.make(n)
	}
	return w.translate(n)
}

// associate adds an association and returns it, to be added to.
func (w *writer) associate(from link, kind string, to link) *association {
	triple := from.URI + " " + kind + " " + to.URI
	if w.repeats[triple]++; w.repeats[triple] > 1 {
		triple += " " + strconv.Itoa(w.repeats[triple])
	}
	id := named(ourURN + "association:" + triple)
	w.p.Associations = append(w.p.Associations, association{
		Identifier: id, Type: kind, URI: "urn:uuid:" + id, From: from, To: to, Changed: w.changed,
	})
	a := &w.p.Associations[len(w.p.Associations)-1]
	if kind == "isChildOf" {
		w.above[to.Identifier]++
		number := w.above[to.Identifier]
		a.Sequence = &number
	}
	return a
}

// extend returns the extensions that hold ours, nil if there is nothing to hold.
func extend[T any](ours T) *extension[T] {
	if reflect.ValueOf(ours).IsZero() {
		return nil
	}
	return &extension[T]{ours}
}
