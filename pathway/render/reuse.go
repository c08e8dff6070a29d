package render

import (
	"github.com/skillgap-go/skillgap/ksb"
)

// reuse says what can be done with what is already provided.
func (t *text) reuse() section {
	s, u := section{title: "What is already provided"}, t.p.Reuse
	switch {
	case u == nil:
		return s
	case len(u.Closes) == 0:
		s.say("What is provided here already closes none of these gaps.")
	default:
		s.say("Courses that are provided here already (" + joined(u.Courses) + ") can close " + t.statements(u.Closes) + " without anything new.")
	}
	if len(u.Residue) > 0 {
		s.say("Something new is needed for " + t.statements(u.Residue) + ".")
	}
	return s
}

func (t *text) statements(ids []ksb.StatementID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = string(id)
	}
	return t.labels(names)
}
