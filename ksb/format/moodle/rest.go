package moodle

import (
	"slices"
	"strings"
)

// tellRest names what the table says and a framework has no place for.
func (b *builder) tellRest() {
	var rest []string
	for _, c := range []column{ruleType, ruleOutcome, ruleConfig, exportID} {
		if slices.ContainsFunc(b.rows, func(r *row) bool { return says(r.text(c)) }) {
			rest = append(rest, headers()[c])
		}
	}
	if b.whole.text(description) != "" {
		rest = append(rest, "the description of the framework")
	}
	if len(rest) > 0 {
		b.report(1, "", ErrNoPlace, "not kept: %s", strings.Join(rest, ", "))
	}
}

// says: Moodle writes 0 and null where there is no rule.
func says(text string) bool { return text != "" && text != "0" && text != "null" }
