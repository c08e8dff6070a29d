package casejson

import "github.com/skillgap-go/skillgap/ksb"

// tally counts what has no place, by path, with the first place where it stands.
type tally map[string]*counted

type counted struct {
	first ksb.Origin
	n     int
}

func (t tally) add(path string, at ksb.Origin) {
	if t[path] == nil {
		t[path] = &counted{first: at}
	}
	t[path].n++
}

func (t tally) addIf(there bool, path string, at ksb.Origin) {
	if there {
		t.add(path, at)
	}
}

// report adds a problem for each path; detail takes the count.
func (t tally) report(problems *ksb.Problems, detail string) {
	for path, c := range t { // any order: problems are sorted
		problems.Add(c.first, path, ErrNoPlace, detail, c.n)
	}
}

// definitions counts what the package defines and the items only refer to.
func (t tally) definitions(list definitions, at ksb.Origin) {
	for key, n := range list { // any order: problems are sorted
		if n > 0 {
			t["CFDefinitions."+key] = &counted{at, n}
		}
	}
}

func (t tally) document(d *document) {
	for _, part := range []struct {
		there bool
		name  string
	}{
		{d.Creator != "", "creator"}, {d.Official != "", "officialSourceURL"}, {d.Publisher != "", "publisher"},
		{d.About != "", "description"}, {len(d.Subject) > 0, "subject"}, {d.Language != "", "language"},
		{d.Version != "" && d.Adoption != "", "adoptionStatus"}, {d.Start != "", "statusStartDate"}, {d.End != "", "statusEndDate"},
		{d.License != nil, "licenseURI"}, {d.Notes != "", "notes"},
	} {
		t.addIf(part.there, "CFDocument."+part.name, d.Origin)
	}
}

func (t tally) item(it *item) {
	for _, part := range []struct {
		there bool
		name  string
	}{
		{it.Alternative != "", "alternativeLabel"}, {it.Enumeration != "", "listEnumeration"}, {it.Short != "", "abbreviatedStatement"},
		{len(it.Keywords) > 0, "conceptKeywords"}, {it.Notes != "", "notes"}, {len(it.Subject) > 0, "subject"}, {it.Language != "", "language"},
		{len(it.Level) > 0, "educationLevel"}, {len(it.OldLevel) > 0, "educationalLevel"},
		{it.Start != "", "statusStartDate"}, {it.End != "", "statusEndDate"},
	} {
		t.addIf(part.there, "CFItems[]."+part.name, it.Origin)
	}
}
