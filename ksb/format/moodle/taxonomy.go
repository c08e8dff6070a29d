package moodle

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// readTaxonomy reads the terms of the levels of the hierarchy: a list with commas, a
// JSON list, or a JSON object with the levels from 1 as its keys.
func (b *builder) readTaxonomy() {
	given := b.whole.cells[taxonomy]
	terms, err := parseTerms(given.text)
	if err != nil {
		b.report(given.line, "framework.taxonomy", ksb.ErrSyntax, "cannot be read: %v", err)
	}
	for i, term := range terms {
		terms[i] = strings.ToLower(strings.TrimSpace(term))
		if !slices.Contains(knownTerms(), terms[i]) {
			b.report(given.line, "framework.taxonomy", ksb.ErrValue, "%q is none of %s", term, strings.Join(knownTerms(), ", "))
		}
	}
	b.terms = terms
}

func knownTerms() []string {
	return []string{"behaviour", "competency", "concept", "domain", "indicator", "level", "outcome", "practice", "proficiency", "skill", "value"}
}

func parseTerms(text string) (terms []string, err error) {
	switch {
	case text == "":
	case strings.HasPrefix(text, "["):
		err = json.Unmarshal([]byte(text), &terms)
	case strings.HasPrefix(text, "{"):
		byLevel := map[string]string{}
		err = json.Unmarshal([]byte(text), &byLevel)
		for n := 1; byLevel[fmt.Sprint(n)] != ""; n++ {
			terms = append(terms, byLevel[fmt.Sprint(n)])
		}
		if err == nil && len(terms) != len(byLevel) {
			err = fmt.Errorf("%w: the levels are not 1 to %d", ksb.ErrValue, len(byLevel))
		}
	default:
		terms = strings.Split(text, ",")
	}
	return terms, err
}

// kind is what the term of a level tells, levels counted from 1. A term that tells
// nothing is remembered.
func (b *builder) kind(depth int) ksb.Kind {
	term := ""
	if depth <= len(b.terms) {
		term = b.terms[depth-1]
	}
	switch term {
	case "concept":
		return ksb.Knowledge
	case "behaviour", "value":
		return ksb.Behaviour
	case "skill":
	default:
		b.untold++
	}
	return ksb.Skill
}

// termOf is the term that says a kind; see kind.
func termOf(k ksb.Kind) string {
	switch k {
	case ksb.Knowledge:
		return "concept"
	case ksb.Behaviour:
		return "behaviour"
	}
	return "skill"
}

func (b *builder) tellUntold() {
	if b.untold > 0 {
		b.report(b.whole.cells[taxonomy].line, "framework.taxonomy", ksb.ErrKind,
			"it does not tell the kind of %d of %d competencies: they are read as skills", b.untold, len(b.rows))
	}
}
