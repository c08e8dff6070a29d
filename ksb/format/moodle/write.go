package moodle

import (
	"bytes"
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/ksb"
)

// Write writes a framework of the shape that Read returns, in the 14 columns of today,
// statements in their order. What Moodle has no place for is an error and nothing is
// written: the error wraps ErrKind where the statements of one level of the hierarchy
// are not all of one kind, since the taxonomy has one term a level; the problems that
// [ksb.Compile] finds in the framework; and ErrValue for anything else, such as duties,
// gates, several roles or statements without a scale. The other errors are those of w.
func Write(w io.Writer, f ksb.Framework) error {
	if err := carries(f); err != nil {
		return err
	}
	p := &writer{f: f}
	data, err := p.table()
	if err == nil {
		err = same(f, data)
	}
	if err == nil {
		_, err = w.Write(data)
	}
	return err
}

// carries looks for what is most often in the way; what it overlooks same will find.
func carries(f ksb.Framework) error {
	if len(f.Roles) != 1 || string(f.Roles[0].ID) != string(f.ID) {
		return fmt.Errorf("%w: a framework for Moodle has one role, of its own ID %q", ksb.ErrValue, f.ID)
	}
	for _, s := range f.Statements {
		if s.Scale == "" || string(s.ID) != string(f.ID)+"/"+s.Code {
			return fmt.Errorf("%w: statement %q: for Moodle it has a scale, and its ID is %q and the code", ksb.ErrValue, s.ID, string(f.ID)+"/")
		}
	}
	if _, problems := ksb.Compile(f); problems != nil {
		return problems
	}
	return nil
}

// same reads back what would be written, so that nothing is lost unseen.
func same(f ksb.Framework, data []byte) error {
	again, _ := Read(bytes.NewReader(data), "")
	want, _ := ksb.Compile(f)
	got, problems := ksb.Compile(again)
	if problems != nil || want.Fingerprint() != got.Fingerprint() || len(f.Scales) != len(again.Scales) {
		return fmt.Errorf("%w: %q has something that a table of Moodle cannot hold, such as duties, gates, weights, an edition, commas in a scale or line breaks in a text", ksb.ErrValue, f.ID)
	}
	return nil
}
