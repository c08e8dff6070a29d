package render

import (
	"github.com/skillgap-go/skillgap/ksb"
)

// reuse says what can be done with what is already provided.
func (t *text) reuse() {
	u := t.p.Reuse
	if u == nil {
		return
	}
	t.Heading("What is already provided")
	if len(u.Closes) == 0 {
		t.Item("", "What is provided here already closes none of these gaps.")
	} else {
		t.Item("", "Courses that are provided here already ("+joined(u.Courses)+") can close "+t.statements(u.Closes)+" without anything new.")
	}
	if len(u.Residue) > 0 {
		t.Item("", "Something new is needed for "+t.statements(u.Residue)+".")
	}
}

func (t *text) statements(ids []ksb.StatementID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = string(id)
	}
	return t.labels(names)
}
