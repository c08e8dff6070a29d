package inputs

import (
	"errors"
	"fmt"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// ErrNoRole is returned for standards that hold no role at all, which is not the caller's
// choice to mend.
var ErrNoRole = errors.New("the standards hold no role")

// Role finds the role that a text means: an ID, a code, a title or an alias; "" is the one
// role there is. option, if given, is the ID or the title of one of its options. The error
// wraps [ErrUnclear], with the roles or options to choose from, or [ErrNoRole].
func Role(ix *ksb.Index, text, option string) (ksb.RoleID, error) {
	role, err := WholeRole(ix, "-role", text)
	if err != nil || option == "" {
		return role, err
	}
	r, _ := ix.Role(role)
	for _, o := range r.Options {
		if strings.EqualFold(o.Title, option) || string(o.ID) == option {
			return ksb.OptionRole(role, o.ID), nil
		}
	}
	return "", fmt.Errorf("%w: -option: %q has no option %q; it has:%s", ErrUnclear, role, option, optionList(r))
}

func optionList(r ksb.Role) (list string) {
	for _, option := range r.Options {
		list += "\n  " + option.Title
	}
	if list == "" {
		return " none"
	}
	return list
}

// WholeRole is Role without an option; flag is what the text was given by.
func WholeRole(ix *ksb.Index, flag, text string) (ksb.RoleID, error) {
	found, complaint := ix.FindRoles(text), flag+": which of these?"
	if text == "" {
		found = WholeRoles(ix)
	}
	if len(found) == 1 {
		return found[0], nil
	}
	if len(found) == 0 {
		found, complaint = WholeRoles(ix), fmt.Sprintf("%s: %q fits none of these:", flag, text)
	}
	if len(found) == 0 {
		return "", ErrNoRole
	}
	return "", fmt.Errorf("%w: %s%s", ErrUnclear, complaint, RoleList(ix, found))
}

// WholeRoles are the roles of the standards without their options, in their order.
func WholeRoles(ix *ksb.Index) (ids []ksb.RoleID) {
	for _, b := range ix.Briefs() {
		if b.OptionOf == "" {
			ids = append(ids, b.Role.ID)
		}
	}
	return ids
}

// RoleList is a line of ID and title for each of some roles, twenty at most.
func RoleList(ix *ksb.Index, ids []ksb.RoleID) string {
	const most = 20
	var list strings.Builder
	for _, id := range ids[:min(len(ids), most)] {
		r, _ := ix.Role(id)
		fmt.Fprintf(&list, "\n  %s  %s", id, r.Title)
	}
	if len(ids) > most {
		fmt.Fprintf(&list, "\n  and %d more", len(ids)-most)
	}
	return list.String()
}
