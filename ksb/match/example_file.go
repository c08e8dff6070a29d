package match

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/input"
	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// ExamplesFormat is the name and number of the file format of examples, NDJSON: one
// object a line, the first being the header. Lines are only ever added at the end.
//
//	{"format":"examples/1"}
//	{"text":"took bloods on the ward","statement":"S5","verdict":"confirm","by":"lead-a","at":"2026-03-01"}
//	{"text":"took bloods on the ward","statement":"S9","verdict":"reject","by":"lead-a","at":"2026-03-01"}
//
// All five keys of a decision are required: a text with at least one word, the ID of a
// statement, confirm or reject, who decided, and on which day. Of several lines about one
// pair the last counts; dates are a record and decide nothing. Empty lines are passed
// over. The JSON Schema of a line is examples-1.schema.json.
const ExamplesFormat = "examples/1"

// ReadExamples reads a file of examples, gzipped or not. Every fault is reported with its
// line and path, and the line that has it decides nothing; the others count. A file
// without the header, or of a greater number, is one problem that wraps ErrFormat. The
// Examples are never nil.
func ReadExamples(r io.Reader, name string) (*Examples, ksb.Problems) {
	x := NewExamples()
	data, problem := input.Read(r, name)
	if problem != nil {
		return x, ksb.Problems{problem}
	}
	var header struct {
		Format string `json:"format"`
	}
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	if problem := strictjson.CheckFormat(first, name, ExamplesFormat); problem != nil {
		return x, ksb.Problems{problem}
	}
	problems := strictjson.Decode(first, name, strictjson.Strict, &header)
	for line := 2; len(rest) > 0; line++ {
		first, rest, _ = bytes.Cut(rest, []byte("\n"))
		if len(bytes.TrimSpace(first)) > 0 {
			problems = append(problems, x.readLine(first, ksb.Origin{File: name, Line: line})...)
		}
	}
	return x, problems.Sort()
}

// readLine reads one decision and takes it if it is sound.
func (x *Examples) readLine(text []byte, at ksb.Origin) ksb.Problems {
	var e Example
	problems := strictjson.Decode(text, at.File, strictjson.Strict, &e)
	for _, p := range problems {
		p.Origin = at
	}
	if len(problems) > 0 {
		return problems
	}
	e.Origin = at
	for _, path := range e.missing() {
		problems.Add(at, path, ksb.ErrMissing, "")
	}
	if len(problems) == 0 {
		x.Add(e)
	}
	return problems
}

// missing are the paths of what the decision does not say.
func (e Example) missing() (paths []string) {
	for _, part := range []struct {
		path string
		said bool
	}{
		{"text", words.Normalise(e.Text) != ""}, {"statement", e.Statement != ""}, {"verdict", e.Verdict != 0},
		{"by", strings.TrimSpace(e.By) != ""}, {"at", e.At != 0},
	} {
		if !part.said {
			paths = append(paths, part.path)
		}
	}
	return paths
}

// BeginExamples writes the header. A file needs it once, before the first decision.
func BeginExamples(w io.Writer) error {
	_, err := io.WriteString(w, `{"format":"`+ExamplesFormat+"\"}\n")
	return err
}

// Confirm adds to a file that a text is about a statement, in one write of one line. The
// error is that of w, or wraps [ksb.ErrMissing] and names what e does not say; then
// nothing is written. The verdict of e is not looked at.
func Confirm(w io.Writer, e Example) error { return appendExample(w, e, Confirmed) }

// Reject adds to a file that a text is not about a statement. See [Confirm].
func Reject(w io.Writer, e Example) error { return appendExample(w, e, Rejected) }

func appendExample(w io.Writer, e Example, v Verdict) error {
	e.Verdict = v
	if paths := e.missing(); len(paths) > 0 {
		return fmt.Errorf("match: example: %w: %s", ksb.ErrMissing, strings.Join(paths, ", "))
	}
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(e); err != nil {
		return fmt.Errorf("match: example: %w", err)
	}
	_, err := w.Write(line.Bytes())
	return err
}
