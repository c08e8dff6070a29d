package render

import (
	"github.com/skillgap-go/skillgap/ksb"
)

// reuse says what can be done with what is already provided.
func (t *text) reuse() section {
	s, u := section{title: t.say("plan.reuse")}, t.p.Reuse
	switch {
	case u == nil:
		return s
	case len(u.Closes) == 0:
		s.say(t.say("plan.reuse.none"))
	default:
		s.say(t.say("plan.reuse.words", "courses", t.commas(u.Courses), "names", t.statements(u.Closes)))
	}
	if len(u.Residue) > 0 {
		s.say(t.say("plan.reuse.residue", "names", t.statements(u.Residue)))
	}
	return s
}

func (t *text) statements(ids []ksb.StatementID) string { return t.labels(texts(ids)) }
