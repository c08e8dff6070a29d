package moodle

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/plaintext"
)

// addStatements makes a statement of each competency and a requirement of each that
// has none below it.
func (b *builder) addStatements() {
	usual := b.readScale(b.whole, "framework.")
	if usual.scale.ID == "" {
		b.report(b.whole.cells[scaleValues].line, "framework.scaleValues", ksb.ErrMissing, "no scale: two rungs are taken")
	}
	role := ksb.Role{ID: ksb.RoleID(b.f.ID), Title: b.f.Title, Requirements: []ksb.Requirement{}, Origin: b.at(b.whole.line)}
	if b.f.Title == "" {
		b.report(b.whole.line, "framework.shortName", ksb.ErrMissing, "the framework has no name")
	}
	asked := map[string]bool{}
	b.f.Statements = slices.Grow(b.f.Statements, len(b.rows))
	for i := range b.rows {
		r := b.rows[i]
		on := usual
		if own := b.ownScale(r); own.scale.ID != "" {
			on = own
		}
		b.addScale(on.scale)
		b.f.Statements = append(b.f.Statements, b.statement(r, on.scale.ID))
		if number := r.text(idNumber); !b.tree.inner[number] && !asked[number] {
			asked[number] = true
			role.Requirements = append(role.Requirements, ksb.Requirement{Statement: b.id(number), Level: on.level, Origin: b.at(r.line)})
		}
	}
	b.f.Roles = []ksb.Role{role}
	b.tellUntold()
}

func (b *builder) statement(r *row, scale ksb.ScaleID) ksb.Statement {
	number := r.text(idNumber)
	return ksb.Statement{
		ID: b.id(number), Code: number, Kind: b.kind(b.tree.depth[number]), Text: b.textOf(r),
		Scale: scale, Origin: b.at(r.line),
	}
}

// addScale keeps a scale that a statement uses; scales of the same values are one.
func (b *builder) addScale(s ksb.Scale) {
	if s.ID != "" && !b.scales[s.ID] {
		b.scales[s.ID] = true
		b.f.Scales = append(b.f.Scales, s)
	}
}

// textOf is the description, with the short name in front unless it begins with it.
func (b *builder) textOf(r *row) string {
	name, text := plaintext.Squeeze(r.text(shortName)), b.descriptionOf(r)
	switch {
	case name == "" && text == "":
		b.report(r.line, pathOf(r, "shortName"), ksb.ErrMissing, "neither a short name nor a description")
		return ""
	case name == "" || strings.HasPrefix(strings.ToLower(text), strings.ToLower(name)):
		return text
	case text == "":
		return name
	}
	return name + ": " + text
}

// descriptionOf is the description as plain text, by its format: 0 and 1 are HTML, 2 is
// plain, 4 is Markdown, whose marks stay.
func (b *builder) descriptionOf(r *row) string {
	form := r.cells[descriptionFormat]
	switch form.text {
	case "", "0", "1":
		return plaintext.OfHTML(r.text(description))
	case "2", "4":
	default:
		b.report(form.line, pathOf(r, "descriptionFormat"), ksb.ErrValue, "%q is none of 0, 1, 2, 4: taken as plain text", form.text)
	}
	return plaintext.Squeeze(r.text(description))
}

// addLinks makes a link of each cross-reference to a competency that is there.
func (b *builder) addLinks() {
	known := map[string]bool{}
	for i := range b.rows {
		known[b.rows[i].text(idNumber)] = true
	}
	for i := range b.rows {
		b.addLinksOf(b.rows[i], known)
	}
}

func (b *builder) addLinksOf(r *row, known map[string]bool) {
	if r.text(related) == "" {
		return
	}
	from, seen := r.text(idNumber), map[string]bool{"": true}
	for part := range strings.SplitSeq(r.text(related), ",") {
		to := strings.ReplaceAll(strings.TrimSpace(part), "%2C", ",")
		if seen[to] {
			continue
		}
		seen[to] = true
		switch {
		case to == from:
			b.report(r.cells[related].line, pathOf(r, "related"), ksb.ErrValue, "%q refers to itself", to)
		case !known[to]:
			b.report(r.cells[related].line, pathOf(r, "related"), ksb.ErrUnknownStatement, "%q", to)
		default:
			b.f.Links = append(b.f.Links, ksb.Link{From: b.id(from), To: b.id(to), Relation: ksb.Close, Origin: b.at(r.line)})
		}
	}
}
