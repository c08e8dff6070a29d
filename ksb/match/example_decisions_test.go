package match_test

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match"
)

//go:embed examples-1.schema.json
var examplesSchema []byte

const header = `{"format":"examples/1"}` + "\n"

// line is a decision as a file has it, with one thing changed.
func line(changes ...string) string {
	text := `{"text":"took bloods","statement":"S1","verdict":"confirm","by":"lead-a","at":"2026-03-01"}`
	return strings.NewReplacer(changes...).Replace(text) + "\n"
}

func validates(t *testing.T, text string) bool {
	t.Helper()
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(examplesSchema))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	require.NoError(t, compiler.AddResource("examples-1.schema.json", parsed))
	schema, err := compiler.Compile("examples-1.schema.json")
	require.NoError(t, err)
	instance, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	return err == nil && schema.Validate(instance) == nil
}

// TestReadExamplesRefuses: what is wrong, where, and that the other lines count.
func TestReadExamplesRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why, bad, path string
		fault          ksb.Fault
		schemaTakes    bool // what a schema of one line cannot tell
	}{
		{"no text", line(`"took bloods"`, `""`), "text", ksb.ErrMissing, false},
		{"a text without a word", line("took bloods", "…!"), "text", ksb.ErrMissing, true},
		{"no statement", line(`"S1"`, `""`), "statement", ksb.ErrMissing, false},
		{"no verdict", line(`"verdict":"confirm",`, ``), "verdict", ksb.ErrMissing, false},
		{"a verdict that is none", line("confirm", "perhaps"), "verdict", ksb.ErrValue, false},
		{"nobody decided", line(`"lead-a"`, `""`), "by", ksb.ErrMissing, false},
		{"no day", line(`,"at":"2026-03-01"`, ``), "at", ksb.ErrMissing, false},
		{"a day that is none", line("03-01", "02-30"), "at", ksb.ErrDate, false},
		{"a key that nobody knows", line(`"by"`, `"note":"","by"`), "note", ksb.ErrUnknownKey, false},
		{"a key twice", line(`"by"`, `"by":"x","by"`), "by", ksb.ErrDuplicateKey, true},
		{"another type", line(`"S1"`, `1`), "statement", ksb.ErrWrongType, false},
		{"no object", "[]\n", "", ksb.ErrWrongType, false},
		{"broken", "{\"text\":\n", "", ksb.ErrSyntax, false},
		{"two on a line", strings.TrimSpace(line()) + line(), "", ksb.ErrSyntax, false},
		{"the header again", header, "format", ksb.ErrUnknownKey, true},
	} {
		x, problems := match.ReadExamples(strings.NewReader(header+line()+"\n"+c.bad+line("S1", "S2")), "x.ndjson")
		require.NotEmpty(t, problems, c.why)
		require.Equal(t, c.fault, problems[0].Fault, "%s: %v", c.why, problems)
		require.Equal(t, c.path, problems[0].Path, c.why)
		require.Equal(t, ksb.Origin{File: "x.ndjson", Line: 4}, problems[0].Origin, c.why)
		require.Equal(t, match.Confirmed, x.Decided("Took bloods!", "S1"), "%s: the line before counts", c.why)
		require.Equal(t, match.Confirmed, x.Decided("took bloods", "S2"), "%s: the line after counts", c.why)
		require.Equal(t, c.schemaTakes, validates(t, c.bad), "%s: the schema", c.why)
	}
	require.True(t, validates(t, header) && validates(t, line()))
}

func TestReadExamplesAllAtOnce(t *testing.T) {
	t.Parallel()
	_, problems := match.ReadExamples(strings.NewReader(header+`{"text":"","statement":""}`+"\n"+line("confirm", "x")), "x.ndjson")
	require.Len(t, problems, 6, "%v", problems)
}

func TestReadExamplesHeader(t *testing.T) {
	t.Parallel()
	for why, text := range map[string]string{ // any order: each is refused
		"empty": "", "no header": line(), "a greater number": `{"format":"examples/2"}` + "\n", "another format": `{"format":"ksb/1"}` + "\n", "not first": "\n" + header,
	} {
		x, problems := match.ReadExamples(strings.NewReader(text), "x.ndjson")
		require.Len(t, problems, 1, why)
		require.NotNil(t, x, why)
		require.Empty(t, x.Standing(), why)
	}
	_, problems := match.ReadExamples(strings.NewReader(strings.Replace(header, "}", `,"x":1}`, 1)+line()), "x.ndjson")
	require.Equal(t, ksb.ErrUnknownKey, problems[0].Fault)
}

// TestDecisionsRoundTrip: what was written is read, gzipped or not; only at the end is
// anything added.
func TestDecisionsRoundTrip(t *testing.T) {
	t.Parallel()
	var file, zipped bytes.Buffer
	require.NoError(t, match.BeginExamples(&file))
	first := match.Example{Text: "took \"bloods\" <ward>\n& more \u2028", Statement: "S1", By: "lead-a", At: 739797}
	require.NoError(t, match.Confirm(&file, first))
	before := file.String()
	second := match.Example{Text: "TOOK bloods ward and more", Statement: "S1", By: "lead-b", At: 739798}
	require.NoError(t, match.Reject(&file, second))
	require.True(t, strings.HasPrefix(file.String(), before))
	require.Equal(t, 3, strings.Count(file.String(), "\n"), "one line each")
	packer := gzip.NewWriter(&zipped)
	_, err := packer.Write(file.Bytes())
	require.NoError(t, errors.Join(err, packer.Close()))
	for _, data := range [][]byte{file.Bytes(), zipped.Bytes()} {
		x, problems := match.ReadExamples(bytes.NewReader(data), "x.ndjson")
		require.NoError(t, problems.Err())
		second.Verdict = match.Rejected
		if diff := cmp.Diff([]match.Example{second}, x.Standing(), cmpopts.IgnoreFields(match.Example{}, "Origin")); diff != "" {
			t.Error("the later of the two about one pair", diff)
		}
	}
}

// broken refuses to be written to.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestDecisionsNotWritten(t *testing.T) {
	t.Parallel()
	var file bytes.Buffer
	err := match.Confirm(&file, match.Example{Text: "?", Statement: "S1"})
	require.ErrorIs(t, err, ksb.ErrMissing)
	require.ErrorContains(t, err, "text, by, at")
	require.Zero(t, file.Len())
	whole := match.Example{Text: "bloods", Statement: "S1", By: "lead-a", At: 1}
	require.ErrorContains(t, match.Reject(broken{}, whole), "disk full")
	require.ErrorContains(t, match.BeginExamples(broken{}), "disk full")
}

func TestExamples(t *testing.T) {
	t.Parallel()
	var none *match.Examples
	require.Empty(t, none.Standing())
	require.Zero(t, none.Decided("bloods", "S1"))
	x := match.NewExamples(says("", "S1", match.Confirmed), says("bloods", "", match.Confirmed), says("bloods", "S1", 0), says("bloods", "S1", 9))
	require.Empty(t, x.Standing(), "what decides nothing")
	x.Add(says("Bloods", "S1", match.Rejected))
	x.Add(says("bloods", "S2", match.Confirmed))
	x.Add(says("bloods!", "S1", match.Confirmed))
	require.Equal(t, match.Confirmed, x.Decided("BLOODS", "S1"))
	require.Equal(t, []ksb.StatementID{"S2", "S1"}, []ksb.StatementID{x.Standing()[0].Statement, x.Standing()[1].Statement})
	var v match.Verdict
	require.Equal(t, "", v.String())
	_, err := v.MarshalText()
	require.ErrorIs(t, err, ksb.ErrValue)
}

// FuzzReadExamples: every line is a decision or a problem, and what is read can be written
// and read again.
func FuzzReadExamples(f *testing.F) {
	f.Add(header + line() + line("confirm", "reject"))
	f.Add(header + "{}\n\n[1]\n")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		x, problems := match.ReadExamples(strings.NewReader(text), "x")
		var again bytes.Buffer
		require.NoError(t, match.BeginExamples(&again))
		for _, e := range x.Standing() {
			write := match.Confirm
			if e.Verdict == match.Rejected {
				write = match.Reject
			}
			require.NoError(t, write(&again, e))
		}
		y, more := match.ReadExamples(&again, "y")
		require.NoError(t, more.Err())
		if diff := cmp.Diff(x.Standing(), y.Standing(), cmpopts.IgnoreFields(match.Example{}, "Origin"), cmpopts.EquateEmpty()); diff != "" {
			t.Error(diff)
		}
		require.Equal(t, problems.Error(), problems.Sort().Error())
	})
}

func ExampleConfirm() {
	var file bytes.Buffer
	_ = match.BeginExamples(&file) // once, when the file is new
	_ = match.Confirm(&file, match.Example{Text: "took bloods on the ward", Statement: "S1", By: "lead-a", At: 739797})
	_ = match.Reject(&file, match.Example{Text: "took bloods on the ward", Statement: "S3", By: "lead-a", At: 739797})
	fmt.Print(file.String())
	// Output:
	// {"format":"examples/1"}
	// {"text":"took bloods on the ward","statement":"S1","verdict":"confirm","by":"lead-a","at":"2026-06-30"}
	// {"text":"took bloods on the ward","statement":"S3","verdict":"reject","by":"lead-a","at":"2026-06-30"}
}
