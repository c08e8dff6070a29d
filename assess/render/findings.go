package render

import (
	"strings"

	"github.com/skillgap-go/skillgap/assess"
)

// Finding says a finding; a code that has no wording is shown as it is. label names
// statements: see [Labels].
func (v Voice) Finding(f assess.Finding, label func(string) string) string {
	key := "finding." + f.Code
	if !v.words.Has(key) {
		key = "finding.other"
	}
	said := v.say(key, "check", v.name(f.Check), "code", v.name(f.Code), "about", v.subject(f, label), "refs", v.all(f.Refs))
	return strings.Join(strings.Fields(said), " ")
}

// subject is what the finding is about: a piece of evidence, an override, a
// credential.
func (v Voice) subject(f assess.Finding, label func(string) string) string {
	switch {
	case f.Check == "override":
		return v.say("about.decision", "label", v.name(label(f.Statement)))
	case f.Check == "credential":
		return v.say("about.credential")
	case f.Evidence == "" && f.Check == "reference":
		return v.say("about.a-decision")
	case f.Statement != "":
		return v.say("about.piece", "piece", v.name(f.Evidence), "label", v.name(label(f.Statement)))
	}
	return v.name(f.Evidence)
}
