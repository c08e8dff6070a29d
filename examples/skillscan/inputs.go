package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/testdata"
)

// scan opens or begins the scan, holds it, and writes what was asked for. problems are
// those of the standards and of the file.
func scan(ctx context.Context, o *options, stdin io.Reader, out, stderr io.Writer) (ksb.Problems, error) {
	ix, problems := o.standards(stdin, stderr)
	_, missing := os.Stat(o.file)
	began := missing == nil
	j, faults, err := o.open(ix)
	problems = append(problems, faults...)
	if err != nil {
		return problems, err
	}
	s, err := newSitting(o, ix, j, began)
	if err != nil {
		return problems, err
	}
	s.out, s.lines = out, newLines(ctx, stdin, out)
	if s.standardsChanged() {
		fmt.Fprintln(out, "Note: the standards are not quite those that this scan began with.")
	}
	if !o.show {
		err = s.hold()
	}
	if err == nil && (o.show || len(s.journal.answers) > 0) {
		err = s.sideBySide()
	}
	if err == nil && o.out != "" {
		err = s.writeEvidence(o.out)
	}
	return problems, err
}

// standards reads the frameworks that are named, or the sample.
func (o *options) standards(stdin io.Reader, stderr io.Writer) (*ksb.Index, ksb.Problems) {
	if len(o.frameworks) == 0 {
		return inputs.Files{Embedded: testdata.Files()}.Standards("imaging/framework.json")
	}
	return inputs.Files{Stdin: stdin, Stderr: stderr}.Standards(o.frameworks...)
}

// open reads the file of the scan, or begins a scan that has none.
func (o *options) open(ix *ksb.Index) (*journal, ksb.Problems, error) {
	file, err := os.Open(o.file)
	if errors.Is(err, fs.ErrNotExist) && !o.show {
		return o.begin(ix)
	}
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	j, problems := readJournal(file, o.file)
	switch {
	case j.Format == "":
		return nil, problems, fmt.Errorf("%s is not the file of a scan", o.file)
	case len(problems) > 0 && !o.show:
		return nil, problems, fmt.Errorf("%s is faulty: mend it, or look at it with -show; nothing was added", o.file)
	case o.workerID != "" && o.workerID != j.Worker:
		return nil, problems, fmt.Errorf("%w: %s is a scan of %q, not of %q", inputs.ErrMisused, o.file, j.Worker, o.workerID)
	case !o.show && o.date < j.lastDay():
		return nil, problems, fmt.Errorf("%w: the last answers are of %v, and -date is before that", inputs.ErrMisused, j.lastDay())
	}
	if _, known := ix.Role(j.Role); !known {
		return nil, problems, fmt.Errorf("the standards have no role %q, which the scan is for", j.Role)
	}
	if found := ix.FindRoles(o.role); o.role != "" && !slices.Contains(found, j.Role) {
		return nil, problems, fmt.Errorf("%w: %s is a scan for role %q, not for %q", inputs.ErrMisused, o.file, j.Role, o.role)
	}
	return j, problems, nil
}

func (o *options) begin(ix *ksb.Index) (*journal, ksb.Problems, error) {
	if plain(o.workerID) == "" {
		return nil, nil, fmt.Errorf("%w: %s is new: of whom is the scan? -worker-id is missing", inputs.ErrMisused, o.file)
	}
	role, err := o.chooseRole(ix)
	if err != nil {
		return nil, nil, err
	}
	j, err := begin(header{scanFormat, plain(o.workerID), role, ix.Fingerprint()})
	return j, nil, err
}

// chooseRole finds the role that is meant; of the sample, one that has much to ask.
func (o *options) chooseRole(ix *ksb.Index) (ksb.RoleID, error) {
	if o.role == "" && len(o.frameworks) == 0 {
		return "imaging-support-worker", nil
	}
	return inputs.Role(ix, o.role, "")
}
