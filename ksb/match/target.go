package match

import "github.com/skillgap-go/skillgap/ksb"

// Target is what words can be matched to: a role by its titles, or a statement.
type Target struct {
	ID    string   // what a Suggestion names; no two targets have the same
	Texts []string // the name first, then its aliases; of a statement its text, then other wordings
	About string   // a description, which tells less than a name; "": none
}

// RoleTargets returns the roles of an index by their titles and aliases, in the order of
// Roles. What a role's duties say is what it is about. The aliases of a role are those of the
// whole role alone, not of its options: they would make each of them ambiguous.
func RoleTargets(ix *ksb.Index) []Target {
	var list []Target
	for role := range ix.Roles() {
		t := Target{ID: string(role.ID), Texts: []string{role.Title}}
		if brief, _ := ix.Brief(role.ID); brief.OptionOf == "" {
			t.Texts = append(t.Texts, role.Aliases...)
		}
		for _, duty := range role.Duties {
			t.About += duty.Text + "\n"
		}
		list = append(list, t)
	}
	return list
}

// StatementTargets returns the statements that a role asks for, in the order of its
// requirements; none if there is no such role.
func StatementTargets(ix *ksb.Index, id ksb.RoleID) []Target {
	role, _ := ix.Role(id)
	list := make([]Target, 0, len(role.Requirements))
	for _, need := range role.Requirements {
		if s, known := ix.Statement(need.Statement); known {
			list = append(list, Target{ID: string(s.ID), Texts: []string{s.Text}})
		}
	}
	return list
}
