package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// scanFormat is the name and number of the format of the file.
const scanFormat = "scan/1"

// header is the first line.
type header struct {
	Format    string     `json:"format"`
	Worker    string     `json:"worker"`
	Role      ksb.RoleID `json:"role"`
	Standards string     `json:"standards"`
}

// answer is any other line.
type answer struct {
	Number    int             `json:"answer"`
	Statement ksb.StatementID `json:"statement"`
	As        assess.Party    `json:"as"`
	By        string          `json:"by"`
	At        ksb.Date        `json:"at"`
	Level     *int            `json:"level,omitempty"`
	CannotSay bool            `json:"cannotSay,omitempty"`
	Replaces  int             `json:"replaces,omitempty"`
	Follows   int             `json:"follows,omitempty"`
	Reason    string          `json:"reason,omitempty"`
	Origin    ksb.Origin      `json:"-"`
}

// before is the number of the answer that this one stands in place of; 0: none.
func (a answer) before() int { return max(a.Replaces, a.Follows) }

// journal is a scan as its file has it.
type journal struct {
	header
	answers []answer
	latest  map[place]answer // the newest answer in each place
	bytes   []byte           // of the file
}

// place is where an answer goes: one party and one statement.
type place struct {
	statement ksb.StatementID
	as        assess.Party
}

// numbered is the answer of a number, or none.
func (j *journal) numbered(n int) answer {
	if at := slices.IndexFunc(j.answers, func(a answer) bool { return a.Number == n }); at >= 0 {
		return j.answers[at]
	}
	return answer{}
}

// keep takes a sound answer in.
func (j *journal) keep(a answer) {
	if j.latest == nil {
		j.latest = map[place]answer{}
	}
	j.answers = append(j.answers, a)
	j.latest[place{a.Statement, a.As}] = a
}

// replaced are the numbers of the answers that were wrong.
func (j *journal) replaced() map[int]answer {
	wrong := map[int]answer{}
	for _, a := range j.answers {
		if a.Replaces > 0 {
			wrong[a.Replaces] = a
		}
	}
	return wrong
}

// readJournal reads a file in the format that the package comment describes, gzipped or
// not. It reports everything that is wrong and keeps the lines that are sound. A file
// whose first line is not that of a scan is one problem.
func readJournal(r io.Reader, name string) (*journal, ksb.Problems) {
	raw, err := io.ReadAll(io.LimitReader(r, input.Limit))
	if err != nil {
		return &journal{}, ksb.Problems{{Fault: ksb.ErrRead, Detail: err.Error(), Origin: ksb.Origin{File: name}}}
	}
	data, problem := input.Read(bytes.NewReader(raw), name)
	if problem != nil {
		return &journal{}, ksb.Problems{problem}
	}
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	j := &journal{bytes: raw}
	if problem := strictjson.CheckFormat(first, name, scanFormat); problem != nil {
		return &journal{}, ksb.Problems{problem}
	}
	problems := strictjson.Decode(first, name, strictjson.Strict, &j.header)
	problems = append(problems, j.checkHeader(name)...)
	line := 1
	for text := range bytes.SplitSeq(rest, []byte("\n")) {
		line++
		if len(bytes.TrimSpace(text)) > 0 {
			problems = append(problems, j.readAnswer(text, name, line)...)
		}
	}
	if !bytes.HasSuffix(data, []byte("\n")) {
		problems.Add(ksb.Origin{File: name, Line: line}, "", ksb.ErrSyntax, "the last line has no end: it may be cut off")
	}
	return j, problems.Sort()
}

func (j *journal) checkHeader(name string) (problems ksb.Problems) {
	at := ksb.Origin{File: name, Line: 1}
	if plain(j.Worker) == "" {
		problems.Add(at, "worker", ksb.ErrMissingID, "a scan is of a person")
	}
	if j.Role == "" {
		problems.Add(at, "role", ksb.ErrMissingID, "a scan is for a role")
	}
	return problems
}

// readAnswer adds the answer of a line, unless something in it is wrong.
func (j *journal) readAnswer(text []byte, name string, line int) ksb.Problems {
	var a answer
	problems := strictjson.Decode(text, name, strictjson.Strict, &a)
	for _, p := range problems {
		p.Origin.Line = line
	}
	a.Origin = ksb.Origin{File: name, Line: line}
	if len(problems) == 0 {
		problems = j.checkAnswer(a)
	}
	if len(problems) == 0 {
		j.keep(a)
	}
	return problems
}

// checkAnswer tells what is wrong with the next answer.
func (j *journal) checkAnswer(a answer) (problems ksb.Problems) {
	wrong := func(path string, fault ksb.Fault, detail string, args ...any) {
		problems.Add(a.Origin, path, fault, detail, args...)
	}
	if last := j.lastNumber(); a.Number <= last {
		wrong("answer", ksb.ErrValue, "%d after %d", a.Number, last)
	}
	if a.Statement == "" {
		wrong("statement", ksb.ErrMissing, "an answer has one")
	}
	if !slices.Contains(theParties(), a.As) {
		wrong("as", ksb.ErrValue, "%q is none of apprentice, employer, provider", a.As)
	}
	if a.By == "" {
		wrong("by", ksb.ErrMissing, "who answered?")
	}
	switch {
	case a.At == 0:
		wrong("at", ksb.ErrMissing, "an answer has a day")
	case a.At < j.lastDay():
		wrong("at", ksb.ErrDate, "%v after %v", a.At, j.lastDay())
	}
	switch {
	case (a.Level != nil) == a.CannotSay:
		wrong("level", ksb.ErrValue, "an answer has a level, or cannotSay, and not both")
	case a.Level != nil && (*a.Level < 0 || *a.Level > 255):
		wrong("level", ksb.ErrLevel, "%d", *a.Level)
	}
	return append(problems, j.checkSecond(a)...)
}

// checkSecond: a second answer says which it stands in place of, and why.
func (j *journal) checkSecond(a answer) (problems ksb.Problems) {
	earlier := j.latest[place{a.Statement, a.As}].Number
	path := "follows"
	if a.Replaces != 0 {
		path = "replaces"
	}
	switch {
	case a.Replaces != 0 && a.Follows != 0:
		problems.Add(a.Origin, "follows", ksb.ErrValue, "replaces or follows, and not both")
	case a.Replaces < 0 || a.Follows < 0 || a.before() != earlier:
		problems.Add(a.Origin, path, ksb.ErrValue, "%d, but the answer before is %s", a.Replaces+a.Follows, orNone(earlier))
	case (earlier != 0) != (plain(a.Reason) != ""):
		problems.Add(a.Origin, "reason", ksb.ErrMissing, "a second answer has one, and no other has")
	}
	return problems
}

func orNone(number int) string {
	if number == 0 {
		return "none"
	}
	return fmt.Sprint(number)
}

func (j *journal) lastNumber() int {
	if len(j.answers) == 0 {
		return 0
	}
	return j.answers[len(j.answers)-1].Number
}

func (j *journal) lastDay() ksb.Date {
	if len(j.answers) == 0 {
		return 0
	}
	return j.answers[len(j.answers)-1].At
}

// begin makes the first line of a new scan.
func begin(h header) (*journal, error) {
	line, err := encode(h)
	return &journal{header: h, bytes: line}, err
}

// add puts an answer at the end, in memory.
func (j *journal) add(a answer) error {
	a.Number = j.lastNumber() + 1
	if err := j.checkAnswer(a).Err(); err != nil {
		return err
	}
	line, err := encode(a)
	if err != nil {
		return err
	}
	j.keep(a)
	j.bytes = append(slices.Clip(j.bytes), line...)
	return nil
}

func encode(v any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(v)
	return out.Bytes(), err
}
