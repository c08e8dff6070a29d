package casejson

import (
	"slices"
	"strconv"

	"github.com/skillgap-go/skillgap/ksb"
)

func (w *writer) document() {
	f := w.f
	at := w.ref(aFramework, "", string(f.ID))
	w.noPlace.addIf(f.Jurisdiction != "", "jurisdiction", ksb.Origin{})
	w.p.Document = &document{
		Identifier: at.Identifier, URI: at.URI, Creator: "unknown", Title: f.Title, Changed: w.changed,
		Version: f.Edition, Notes: ourNotes, Extensions: extend(documentMore{f.Jurisdiction}),
	}
}

// item adds an item; those that are children of nothing else are children of the document.
func (w *writer) item(at link, itemType, code, text string, extra itemMore) *item {
	w.p.Items = append(w.p.Items, item{
		Identifier: at.Identifier, URI: at.URI, Statement: text, Type: itemType, Code: code, Changed: w.changed, Extensions: extend(extra),
	})
	return &w.p.Items[len(w.p.Items)-1]
}

func (w *writer) top(at link) { w.associate(at, "isChildOf", w.ref(aFramework, "", string(w.f.ID))) }

func (w *writer) statements() {
	placed := map[string]bool{}
	for _, g := range w.f.Groups {
		for _, m := range g.Members {
			placed[m] = true
		}
	}
	for i := range w.f.Statements {
		s := &w.f.Statements[i]
		at := w.ref(aStatement, "", string(s.ID))
		w.statement(s, at)
		if !placed[string(s.ID)] {
			w.top(at)
		}
	}
}

func (w *writer) statement(s *ksb.Statement, at link) {
	types := []string{"", "Knowledge", "Skill", "Behaviour"}
	itemType := ""
	if int(s.Kind) < len(types) {
		itemType = types[s.Kind]
	}
	if itemType == "" {
		w.problems.Add(s.Origin, "statements["+string(s.ID)+"].kind", ksb.ErrKind, "%q has none", s.ID)
	}
	w.noPlace.addIf(s.HalfLifeDays != 0, "statements[].halfLifeDays", s.Origin)
	w.noPlace.addIf(len(s.VerifiedBy) > 0, "statements[].verifiedBy", s.Origin)
	w.item(at, itemType, s.Code, s.Text, itemMore{HalfLifeDays: s.HalfLifeDays, VerifiedBy: none(s.VerifiedBy)})
	for _, id := range s.Requires {
		w.associate(w.ref(aStatement, "", string(id)), "precedes", at)
	}
	if s.Scale != "" {
		w.associate(at, "hasSkillLevel", w.ref(aScale, "", string(s.Scale)))
	}
}

// none makes an empty list nil, which is what is read again.
func none[S ~[]E, E any](list S) S {
	if len(list) == 0 {
		return nil
	}
	return list
}

func (w *writer) scales() {
	for _, s := range w.f.Scales {
		at := w.ref(aScale, "", string(s.ID))
		part := func(n int) (id, uri string) {
			uri = urn("rung", at.URI, strconv.Itoa(n))
			return named(uri), uri
		}
		c := criterion{Changed: w.changed, Levels: []rung{}}
		c.Identifier, c.URI = part(-1)
		for i, text := range s.Rungs {
			place := sequence(i)
			l := rung{Quality: text, Position: &place, Changed: w.changed}
			l.Identifier, l.URI = part(i)
			c.Levels = append(c.Levels, l)
		}
		w.p.Rubrics = append(w.p.Rubrics, rubric{
			Identifier: at.Identifier, URI: at.URI, Title: string(s.ID), Changed: w.changed, Criteria: []criterion{c},
		})
	}
}

// groupsAreStatements tells whether all groups are the hierarchy of statements that a
// package of others has, so that their members can be children of the statements.
func groupsAreStatements(f *ksb.Framework) bool {
	at, first := map[string]int{}, map[string]string{}
	for i, s := range f.Statements {
		at[string(s.ID)] = i + 1
	}
	for _, g := range f.Groups {
		for _, m := range g.Members {
			if _, has := first[m]; !has {
				first[m] = g.ID
			}
		}
	}
	before := 0
	for _, g := range f.Groups {
		here := at[g.ID]
		if here <= before || f.Statements[here-1].Text != g.Title || len(g.Members) == 0 || g.Parent != first[g.ID] || slices.Contains(g.Members, g.ID) {
			return false
		}
		before = here
	}
	return len(at) == len(f.Statements)
}
