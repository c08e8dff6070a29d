package render

import (
	"strings"

	"github.com/skillgap-go/skillgap/assess"
)

// findingWords says a finding; a code that has no wording is shown as it is.
func findingWords(f assess.Finding, label func(string) string) string {
	words := plainFinding(f.Code)
	if words == "" {
		words = f.Check + ": " + f.Code + " {about} {refs}"
	}
	refs := strings.Join(f.Refs, ", ")
	said := strings.NewReplacer("{about}", subject(f, label), "{refs}", refs).Replace(words)
	return strings.Join(strings.Fields(said), " ")
}

// subject is what the finding is about: a piece of evidence, an override, a
// credential.
func subject(f assess.Finding, label func(string) string) string {
	switch {
	case f.Check == "override":
		return "The decision about " + label(f.Statement)
	case f.Check == "credential":
		return "The credential"
	case f.Evidence == "" && f.Check == "reference":
		return "A decision"
	case f.Statement != "":
		return f.Evidence + " for " + label(f.Statement)
	}
	return f.Evidence
}

func plainFinding(code string) string {
	return map[string]string{
		"verifier-not-permitted":  "{about}: signed off by somebody who may not; it counts like a supervisor's word.",
		"conflicting-duplicate":   "{about}: stands more than once and says different things; none of it counts.",
		"repeated":                "{about}: stands more than once; it counts once.",
		"kind-missing":            "{about}: does not say what kind of evidence it is; it does not count.",
		"date-missing":            "{about}: has no date; it does not count.",
		"after-as-of-day":         "{about} {refs}: dated after the day of this report; it does not count.",
		"until-before-at":         "{about}: ends before it begins; it does not count.",
		"level-missing":           "{about}: says no level; it does not count.",
		"level-off-scale":         "{about}: its level is not on the scale; it does not count.",
		"weight-out-of-range":     "{about}: relevance, confidence and reliability are above 0 and up to 1; it does not count.",
		"statement-missing":       "{about}: is about no statement; it does not count.",
		"reference-unknown":       "{about} refers to {refs}, which is nothing in this role; that reference does not count.",
		"reference-ambiguous":     "{about} refers to {refs}, which two requirements of this role share; that reference does not count.",
		"not-one-decision":        "{about}: an override says one thing, met or applies; this one does not count.",
		"contested-not-told":      "The model that weighed the evidence keeps no account of who said what, so it cannot tell a contested requirement from others: {refs}.",
		"not-evidenced-not-told":  "The model that weighed the evidence takes the faintest word for an assessment, so it cannot tell a requirement that nobody has really looked at from others: {refs}.",
		"nothing-inferred":        "Nothing was inferred from prerequisites: the model keeps no sums to infer from ({refs}).",
		"reason-missing":          "The waiver of {refs} gives no reason; it does not count.",
		"lapsed":                  "The credential {refs} has lapsed.",
		"nothing-to-require":      "No requirement of this role applies, so every figure is 0.",
		"importance-without-duty": "Some requirements serve no duty; each is taken to matter as much as one duty of many.",
		"option-without-mapping":  "The standard does not say which requirements belong to this option; it has all of them.",
		"no-day":                  "No day was given, and nothing is dated: nothing has lapsed as far as is known.",
		"newest-evidence":         "No day was given: this report is as of the newest evidence, {refs}.",
	}[code]
}
