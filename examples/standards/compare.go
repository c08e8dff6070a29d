package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/diff"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

// compare prints what became of a role between two editions.
func (o *options) compare(w, problems io.Writer, read []document) error {
	if len(read) != 2 {
		return fmt.Errorf("-diff compares two documents, not %d", len(read))
	}
	editions := make([]diff.Edition, 2)
	positional := false
	for i, d := range read {
		for _, p := range d.problems {
			fmt.Fprintln(problems, p)
		}
		edition, err := o.edition(d)
		if err != nil {
			return err
		}
		editions[i] = edition
		positional = positional || isPositional(d)
	}
	changes, err := diff.Roles(editions[0], editions[1], diff.Options{PositionalIDs: positional})
	switch {
	case err != nil:
		return err
	case o.worker != "":
		return o.move(w, problems, changes)
	case o.format == "json":
		return strictjson.WriteResult(w, changes)
	}
	return diff.Text(w, changes)
}

// edition finds the role that is meant in a document.
func (o *options) edition(d document) (diff.Edition, error) {
	ix, _ := ksb.Compile(d.framework)
	found := ix.FindRoles(o.role)
	if o.role == "" {
		for _, b := range ix.Briefs() {
			if b.OptionOf == "" {
				found = append(found, b.Role.ID)
			}
		}
	}
	if len(found) != 1 {
		return diff.Edition{}, errors.New(d.File + ": which role? name one that is in both with -role")
	}
	return diff.Edition{Index: ix, Role: found[0]}, nil
}

// isPositional: the statements of a page have no IDs but their places.
func isPositional(d document) bool {
	for _, s := range d.framework.Statements {
		for _, r := range d.framework.Roles {
			if s.ID == ksb.StatementID(string(r.ID)+"/"+s.Code) {
				return true
			}
		}
	}
	return false
}
