package strictjson_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

// thing has a field of every kind that a document of the project can have.
type thing struct {
	Text   string         `json:"text"`
	Flag   bool           `json:"flag"`
	Whole  int            `json:"whole"`
	Small  uint8          `json:"small"`
	Long   int64          `json:"long"`
	Real   float64        `json:"real"`
	Day    ksb.Date       `json:"day"`
	Kind   ksb.Kind       `json:"kind"`
	Level  uint8          `json:"level" strict:"not0"`
	Share  float64        `json:"share" strict:"not0"`
	Texts  []string       `json:"texts"`
	Things []thing        `json:"things"`
	Kept   []thing        `json:"kept" strict:"keep"`
	Inner  *thing         `json:"inner"`
	Table  map[string]int `json:"table"`
	Either textOrNumber   `json:"either"`
	Hidden string         `json:"-"`
	Bare   string
	Row    int `json:"-" strict:"row"`
	Origin ksb.Origin
}

// textOrNumber reads its own JSON.
type textOrNumber struct{ Text, Number string }

func (e *textOrNumber) UnmarshalJSON(raw []byte) error {
	switch raw[0] {
	case '"':
		e.Text = string(raw)
	case '{', '[', 't', 'f':
		return ksb.ErrWrongType
	default:
		e.Number = string(raw)
	}
	return nil
}

// mistake is a problem without its words, which are free to change.
type mistake struct {
	Fault ksb.Fault
	Path  string
	Line  int
}

func mistakes(problems ksb.Problems) (list []mistake) {
	for _, p := range problems {
		list = append(list, mistake{p.Fault, p.Path, p.Origin.Line})
	}
	return list
}

func decode(text string) (thing, []mistake) {
	var got thing
	problems := strictjson.Decode([]byte(text), "x", strictjson.Strict, &got)
	return got, mistakes(problems)
}

// placeless compares values without the places they were read from.
func placeless() cmp.Options {
	return cmp.Options{cmpopts.IgnoreTypes(ksb.Origin{}), cmpopts.IgnoreFields(thing{}, "Row")}
}

type decodeCase struct {
	why, give string
	want      thing
	mistakes  []mistake
}

func runDecode(t *testing.T, tests []decodeCase) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			got, found := decode(tt.give)
			if diff := cmp.Diff(tt.want, got, placeless()); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(tt.mistakes, found); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDecodeValues(t *testing.T) {
	runDecode(t, []decodeCase{
		{"a text", `{"text":"a\u00e9\n\"\\\/😀\ud83d\ude00"}`, thing{Text: "aé\n\"\\/😀😀"}, nil},
		{"the replacement character is a character", `{"text":"\ufffd\n�"}`, thing{Text: "\uFFFD\n\uFFFD"}, nil},
		{"a key may be written with escapes", `{"\u0074ext":"a"}`, thing{Text: "a"}, nil},
		{"true", `{"flag":true}`, thing{Flag: true}, nil},
		{"a whole number with a fraction of zero is whole", `{"whole":3.0}`, thing{Whole: 3}, nil},
		{"or with an exponent", `{"whole":-12e2}`, thing{Whole: -1200}, nil},
		{"minus zero is zero", `{"whole":-0,"small":-0}`, thing{}, nil},
		{"every whole number of 64 bits to the last digit", `{"long":9007199254740993}`, thing{Long: 9007199254740993}, nil},
		{"the least one", `{"long":-9223372036854775808}`, thing{Long: -9223372036854775808}, nil},
		{"a number too small to tell from zero is zero", `{"real":1e-999}`, thing{}, nil},
		{"a day", `{"day":"0001-01-01"}`, thing{Day: 1}, nil},
		{"an empty text for a day is no day", `{"day":""}`, thing{}, nil},
		{"a name", `{"kind":"skill"}`, thing{Kind: ksb.Skill}, nil},
		{"lists", `{"texts":["a","b"],"things":[{"whole":1}]}`, thing{Texts: []string{"a", "b"}, Things: []thing{{Whole: 1}}}, nil},
		{"an empty list is like none", `{"texts":[]}`, thing{}, nil},
		{"an object", `{"inner":{"inner":{"whole":1}}}`, thing{Inner: &thing{Inner: &thing{Whole: 1}}}, nil},
		{"an empty object is not like none", `{"inner":{}}`, thing{Inner: &thing{}}, nil},
		{"a table", `{"table":{"b":2,"a":1}}`, thing{Table: map[string]int{"a": 1, "b": 2}}, nil},
		{"a type that reads its own JSON gets the bytes", `{"either":"a"}`, thing{Either: textOrNumber{Text: `"a"`}}, nil},
		{"whatever they are", `{"either": 1.50 }`, thing{Either: textOrNumber{Number: "1.50"}}, nil},
		{"null is absent, for every type", `{"text":null,"flag":null,"whole":null,"real":null,"day":null,"kind":null,"level":null,` +
			`"texts":null,"things":null,"kept":null,"inner":null,"table":null,"either":null}`, thing{}, nil},
		{"null for the whole document", `null`, thing{}, nil},
		{"white space anywhere", " \t\r\n{ \"texts\" : [ \"a\" , \"b\" ] } \n", thing{Texts: []string{"a", "b"}}, nil},
	})
}

func TestDecodeOriginAndRow(t *testing.T) {
	got, found := decode("{\n\"things\":[{},\r\n\r\n{\"inner\":\n{}}]}")
	require.Empty(t, found)
	type place struct{ Line, Row int }
	of := func(t thing) place { return place{t.Origin.Line, t.Row} }
	want := []place{{1, 0}, {2, 1}, {4, 2}, {5, 2}}
	if diff := cmp.Diff(want, []place{of(got), of(got.Things[0]), of(got.Things[1]), of(*got.Things[1].Inner)}); diff != "" {
		t.Error("CRLF is one line end: ", diff)
	}
	require.Equal(t, "x", got.Origin.File)
}

func TestForeignPassesOverUnknownKeys(t *testing.T) {
	var got thing
	problems := strictjson.Decode([]byte(`{"new":{"a":[1,{"b":null}]},"new":2,"text":"a","whole":"a"}`), "x", strictjson.Foreign, &got)
	require.Equal(t, "a", got.Text)
	require.Equal(t, []mistake{{ksb.ErrWrongType, "whole", 1}}, mistakes(problems), "but not over what it knows")
}
