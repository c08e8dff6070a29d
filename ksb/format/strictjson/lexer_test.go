package strictjson_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

// open is a type that knows no key, so that only the syntax of a document counts.
type open struct{}

// syntax is the fault of a document's syntax, "" if it is sound, and its line.
func syntax(text string) (ksb.Fault, int) {
	var v open
	// An object around it makes any value one that is passed over.
	problems := strictjson.Decode([]byte(`{"a":`+text+`}`), "x", strictjson.Foreign, &v)
	if len(problems) == 0 {
		return "", 0
	}
	return problems[0].Fault, problems[0].Origin.Line
}

func TestSyntax(t *testing.T) {
	nested := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	tests := []struct {
		why, give string
		fault     ksb.Fault
		line      int
	}{
		{"as deep as is allowed, with the object around it", nested(strictjson.MaxDepth - 1), "", 0},
		{"one list deeper", nested(strictjson.MaxDepth), ksb.ErrTooDeep, 1},
		{"one object deeper", strings.Repeat(`{"a":`, strictjson.MaxDepth) + "1" + strings.Repeat("}", strictjson.MaxDepth), ksb.ErrTooDeep, 1},
		{"depth is not length", "[" + strings.Repeat("[],", 1000) + "[]]", "", 0},
		{"any text, number, word", `["",0,-0,1.5e+3,-1E-2,true,false,null,{},[]]`, "", 0},

		{"a comma too many in a list", "[1,]", ksb.ErrSyntax, 1},
		{"a comma too many in an object", `{"a":1,}`, ksb.ErrSyntax, 1},
		{"a comma in front", "[,1]", ksb.ErrSyntax, 1},
		{"a comma missing", "[1 2]", ksb.ErrSyntax, 1},
		{"a colon missing", `{"a" 1}`, ksb.ErrSyntax, 1},
		{"a key without quotes", `{a:1}`, ksb.ErrSyntax, 1},
		{"a key that is no text", `{1:1}`, ksb.ErrSyntax, 1},
		{"single quotes", "'a'", ksb.ErrSyntax, 1},
		{"a comment", "/* a */ 1", ksb.ErrSyntax, 1},
		{"the wrong bracket", "[1}", ksb.ErrSyntax, 1},
		{"a bracket missing", "[1", ksb.ErrSyntax, 1},
		{"a word that JSON does not know", "NaN", ksb.ErrSyntax, 1},
		{"half a word", "tru", ksb.ErrSyntax, 1},
		{"capitals", "True", ksb.ErrSyntax, 1},
		{"words in one", "nullnull", ksb.ErrSyntax, 1},
		{"a plus sign", "+1", ksb.ErrSyntax, 1},
		{"a leading zero", "01", ksb.ErrSyntax, 1},
		{"a point without digits", "1.", ksb.ErrSyntax, 1},
		{"a point in front", ".5", ksb.ErrSyntax, 1},
		{"a sign alone", "-", ksb.ErrSyntax, 1},
		{"two signs", "1-2", ksb.ErrSyntax, 1},
		{"an exponent without digits", "1e", ksb.ErrSyntax, 1},
		{"hexadecimal", "0x1F", ksb.ErrSyntax, 1},
		{"a line break in a text", "\"a\nb\"", ksb.ErrSyntax, 1},
		{"a tab in a text", "\"a\tb\"", ksb.ErrSyntax, 1},
		{"the zero byte in a text", "\"a\x00b\"", ksb.ErrSyntax, 1},
		{"the zero byte between values", "[1,\x002]", ksb.ErrSyntax, 1},
		{"white space of other sorts", "\u00a01", ksb.ErrSyntax, 1},
		{"delete is a character like others", "\"\x7f\"", "", 0},
		{"an escape that JSON does not know", `"\x41"`, ksb.ErrSyntax, 1},
		{"an escape of too few digits", `"\u00e"`, ksb.ErrSyntax, 1},
		{"a text that never ends", `"a`, ksb.ErrSyntax, 1},
		{"an escaped quote ends nothing", `"a\"`, ksb.ErrSyntax, 1},
		{"an escaped control character", "\"\\\n\"", ksb.ErrSyntax, 1},
		{"half of a surrogate pair is no character", `"\ud83d"`, ksb.ErrEncoding, 1},
		{"nor is the other half", `"\ude00"`, ksb.ErrEncoding, 1},
		{"nor are two halves in the wrong order", `"\ude00\ud83d"`, ksb.ErrEncoding, 1},
		{"in a key too", `{"\ud83d":1}`, ksb.ErrEncoding, 1},
		{"the line of the break, not of the value", "[1,\n2,\r\n3 4]", ksb.ErrSyntax, 3},
		{"the line on which a text starts", "[1,\n\n\"a]", ksb.ErrSyntax, 3},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			fault, line := syntax(tt.give)
			require.Equal(t, tt.fault, fault)
			require.Equal(t, tt.line, line)
		})
	}
}

// A replacement character that somebody wrote does not excuse a half pair beside it.
func TestHalfPairsBesideAReplacementCharacter(t *testing.T) {
	for _, text := range []string{`"\ufffd\ud83d"`, "\"\uFFFD\\ud83d\"", `"\\ufffd\ud83d"`} {
		fault, _ := syntax(text)
		require.Equal(t, ksb.ErrEncoding, fault, text)
	}
}

// Broken syntax spoils the whole document: nothing after it can be trusted.
func TestBrokenSyntaxLeavesNothing(t *testing.T) {
	tests := []struct {
		why, give string
		fault     ksb.Fault
		line      int
	}{
		{"nothing at all", "", ksb.ErrSyntax, 1},
		{"nothing but lines", " \n\n", ksb.ErrSyntax, 3},
		{"an end that is missing", "{\"text\":\"a\",\n\"nope\":1", ksb.ErrSyntax, 2},
		{"something after the end", "{\"text\":\"a\"}\n{}", ksb.ErrSyntax, 2},
		{"a byte order mark, which others take off", "\uFEFF{}", ksb.ErrSyntax, 1},
		{"too deep, after other mistakes", `{"nope":1,"texts":` + strings.Repeat("[", 99), ksb.ErrTooDeep, 1},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			got, found := decode(tt.give)
			require.Equal(t, []mistake{{tt.fault, "", tt.line}}, found, "the break alone is told")
			require.Equal(t, thing{}, got)
		})
	}
}

// depth is how deeply lists and objects stand in each other in valid JSON.
func depth(data []byte) (deepest int) {
	now, inText := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case inText && c == '\\':
			i++
		case c == '"':
			inText = !inText
		case !inText && (c == '[' || c == '{'):
			now++
			deepest = max(deepest, now)
		case !inText && (c == ']' || c == '}'):
			now--
		}
	}
	return deepest
}

var surrogate = regexp.MustCompile(`(?i)\\\\|\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|\\ud[89a-f][0-9a-f]{2}`)

// hasHalfPair tells whether an escape of valid JSON is half of a surrogate pair: the
// longer matches of the pattern step over whole pairs and escaped backslashes.
func hasHalfPair(data []byte) bool {
	for _, match := range surrogate.FindAll(data, -1) {
		if len(match) == len(`\ud800`) {
			return true
		}
	}
	return false
}

// encoding/json is the oracle: a document is taken exactly if it is valid JSON and
// UTF-8, not too deep and without half characters.
func FuzzDecode(f *testing.F) {
	for _, text := range []string{
		`{"text":"a\u00e9😀","whole":3.0,"real":-1.5e-3,"flag":true,"day":"2026-01-31","kind":"skill"}`,
		`{"things":[{"level":0},null,{"kept":[{}]}],"table":{"a":1,"a":2},"inner":{"either":[1]}}`,
		`"\ud83d\ude00"`, `"\ud83d"`, `"\ud83d\\ud83d"`, `"\ufffd"`, `[[[[]]]]`, `[1,]`, "\xff", `"\\`, "{\"a\":1}\n", " \r\n", `0e0`, `-`, `01`, "\"\x00\"", "nul",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if !utf8.Valid(data) {
			return // Decode is promised UTF-8
		}
		var v thing
		problems := strictjson.Decode(data, "x", strictjson.Strict, &v)
		sound := json.Valid(data) && depth(data) <= strictjson.MaxDepth && !hasHalfPair(data)
		if taken := !isBroken(problems); taken != sound {
			t.Fatalf("taken: %v, sound: %v, %v", taken, sound, problems.Err())
		}
		for _, p := range problems {
			require.LessOrEqual(t, p.Origin.Line, 1+bytes.Count(data, []byte("\n")))
			require.Positive(t, p.Origin.Line)
		}
	})
}

func isBroken(problems ksb.Problems) bool {
	for _, p := range problems {
		if p.Path == "" && (p.Fault == ksb.ErrSyntax || p.Fault == ksb.ErrTooDeep || p.Fault == ksb.ErrEncoding) {
			return true
		}
	}
	return false
}
