package moodle

import (
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/plaintext"
)

// builder turns rows into a framework.
type builder struct {
	file     string
	problems ksb.Problems

	whole  *row   // of the framework
	rows   []*row // of the competencies, with an ID number each
	tree   tree
	terms  []string             // of the taxonomy; terms[0] names the top of the hierarchy
	untold int                  // competencies whose term tells no kind
	scales map[ksb.ScaleID]bool // those in f
	f      ksb.Framework
}

func (b *builder) build(rows []*row) ksb.Framework {
	if !b.sort(rows) {
		return ksb.Framework{}
	}
	b.f = ksb.Framework{Format: ksb.Format, ID: ksb.FrameworkID(b.whole.text(idNumber)), Title: plaintext.Squeeze(b.whole.text(shortName))}
	b.growTree()
	b.readTaxonomy()
	b.addStatements()
	b.addLinks()
	b.addGroups()
	b.tellRest()
	return b.f
}

// sort tells the row of the framework from those of competencies. false: there is not
// one framework that can be named.
func (b *builder) sort(rows []*row) bool {
	var wholes []*row
	b.rows = slices.Grow(b.rows, len(rows))
	for _, r := range rows {
		if b.isWhole(r) {
			wholes = append(wholes, r)
		} else if r.text(idNumber) == "" {
			b.report(r.line, "competencies[]", ksb.ErrMissingID, "%q has no ID number and is left out", r.text(shortName))
		} else {
			b.rows = append(b.rows, r)
		}
	}
	return b.oneWhole(wholes)
}

func (b *builder) oneWhole(wholes []*row) bool {
	if len(wholes) == 0 {
		b.problems.Add(ksb.Origin{File: b.file, Line: 1}, "framework", ksb.ErrMissing, "no row says that it is the framework: nothing can be named")
		return false
	}
	for _, r := range wholes[1:] {
		b.report(r.line, "framework", ksb.ErrDuplicateID, "another framework, %q: a file holds one", r.text(idNumber))
	}
	b.whole = wholes[0]
	if b.whole.text(idNumber) == "" {
		b.report(b.whole.line, "framework", ksb.ErrMissingID, "the framework has no ID number: nothing can be named")
	}
	return len(wholes) == 1 && b.whole.text(idNumber) != ""
}

func (b *builder) isWhole(r *row) bool {
	mark := r.cells[isFramework]
	switch strings.ToLower(mark.text) {
	case "", "0", "false":
		return false
	case "1", "true":
		return true
	}
	b.report(mark.line, "competencies["+r.text(idNumber)+"].isFramework", ksb.ErrValue, "%q is neither 1 nor 0: taken as a competency", mark.text)
	return false
}

// id is the identity of a competency of this framework.
func (b *builder) id(number string) ksb.StatementID {
	return ksb.StatementID(string(b.f.ID) + "/" + number)
}

func (b *builder) at(line int) ksb.Origin { return ksb.Origin{File: b.file, Line: line} }

func (b *builder) report(line int, path string, fault ksb.Fault, detail string, args ...any) {
	b.problems.Add(b.at(line), path, fault, detail, args...)
}

func pathOf(r *row, part string) string { return "competencies[" + r.text(idNumber) + "]." + part }
