package ksb

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Fault is a class of mistake in data: a constant error, for use with errors.Is.
type Fault string

// Error is the fault in words.
func (f Fault) Error() string { return string(f) }

// The faults that readers and Compile report.
const (
	ErrRead             Fault = "cannot be read"
	ErrTooLarge         Fault = "too large"
	ErrTooDeep          Fault = "nested too deeply"
	ErrEncoding         Fault = "not UTF-8"
	ErrSyntax           Fault = "broken syntax"
	ErrFormat           Fault = "unknown format"
	ErrUnknownKey       Fault = "unknown key"
	ErrDuplicateKey     Fault = "key given twice"
	ErrWrongType        Fault = "wrong type"
	ErrValue            Fault = "value not allowed"
	ErrDate             Fault = "not a date"
	ErrMissing          Fault = "missing"
	ErrMissingID        Fault = "missing ID"
	ErrDuplicateID      Fault = "duplicate ID"
	ErrUnknownStatement Fault = "unknown statement"
	ErrUnknownScale     Fault = "unknown scale"
	ErrUnknownOption    Fault = "unknown option"
	ErrUnknownRole      Fault = "unknown role"
	ErrKind             Fault = "no kind"
	ErrScale            Fault = "scale without two rungs"
	ErrLevel            Fault = "level off its scale"
	ErrWeight           Fault = "weight out of range"
	ErrRing             Fault = "prerequisites in a ring"
	ErrEmptyRole        Fault = "role with nothing in it"
	ErrGate             Fault = "gate not understood"
)

// Problem is one mistake in data: which, where, and in what words.
type Problem struct {
	Fault  Fault
	Path   string // where in the document: roles[R1].requirements[S1].level
	Detail string // the value, quoted, and what is wrong with it
	Origin Origin
}

// Error is "file:line: path: fault: detail", without the parts that are not known.
func (p *Problem) Error() string {
	var parts []string
	if p.Origin.File != "" {
		parts = append(parts, p.place())
	}
	for _, part := range []string{p.Path, string(p.Fault), p.Detail} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ": ")
}

func (p *Problem) place() string {
	if p.Origin.Line == 0 {
		return p.Origin.File
	}
	return fmt.Sprintf("%s:%d", p.Origin.File, p.Origin.Line)
}

// Unwrap returns the fault, so that errors.Is(p, ErrLevel) works.
func (p *Problem) Unwrap() error { return p.Fault }

// Compare orders problems by file, line, path, fault and detail; files and paths in
// natural order.
func (p *Problem) Compare(q *Problem) int {
	return cmp.Or(
		compareIDs(p.Origin.File, q.Origin.File),
		cmp.Compare(p.Origin.Line, q.Origin.Line),
		compareIDs(p.Path, q.Path),
		strings.Compare(string(p.Fault), string(q.Fault)),
		strings.Compare(p.Detail, q.Detail),
	)
}

// Problems are all the mistakes found, in file, line and path order.
type Problems []*Problem

// Err returns the problems as an error, or a nil error if there are none.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

// Error lists the problems, one a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the single problems, for errors.Is and errors.As.
func (ps Problems) Unwrap() []error {
	errs := make([]error, len(ps))
	for i, p := range ps {
		errs[i] = p
	}
	return errs
}

// Sort puts the problems in order and drops repetitions; it returns the list.
func (ps Problems) Sort() Problems {
	slices.SortFunc(ps, (*Problem).Compare)
	return slices.CompactFunc(ps, func(a, b *Problem) bool { return *a == *b })
}

// Add appends a problem; detail is formatted as by fmt.Sprintf.
func (ps *Problems) Add(at Origin, path string, fault Fault, detail string, args ...any) {
	if len(args) > 0 {
		detail = fmt.Sprintf(detail, args...)
	}
	*ps = append(*ps, &Problem{Fault: fault, Path: path, Detail: detail, Origin: at})
}
