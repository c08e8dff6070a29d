package strictjson_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

func wrongType(path string) []mistake { return []mistake{{ksb.ErrWrongType, path, 1}} }

func badValue(path string) []mistake { return []mistake{{ksb.ErrValue, path, 1}} }

func TestDecodeWrongTypes(t *testing.T) {
	runDecode(t, []decodeCase{
		{"a number is no text", `{"text":1}`, thing{}, wrongType("text")},
		{"nor is a list", `{"text":["a"]}`, thing{}, wrongType("text")},
		{"a text is no truth", `{"flag":"true"}`, thing{}, wrongType("flag")},
		{"nor is a number", `{"flag":1}`, thing{}, wrongType("flag")},
		{"a text is no number", `{"whole":"1","real":"1"}`, thing{}, append(wrongType("real"), wrongType("whole")...)},
		{"a fraction is no whole number", `{"whole":1.5}`, thing{}, wrongType("whole")},
		{"a truth is no number", `{"small":true}`, thing{}, wrongType("small")},
		{"a number is no day", `{"day":20260131}`, thing{}, wrongType("day")},
		{"a number is no name", `{"kind":1}`, thing{}, wrongType("kind")},
		{"a text is no list", `{"texts":"a","things":"a","kept":"a"}`, thing{}, append(wrongType("kept"), append(wrongType("texts"), wrongType("things")...)...)},
		{"an object is no list", `{"kept":{"text":"a"}}`, thing{}, wrongType("kept")},
		{"a list is no object", `{"inner":[{}],"table":[]}`, thing{Inner: &thing{}}, append(wrongType("inner"), wrongType("table")...)},
		{"a type that refuses what it reads", `{"either":{"a":1}}`, thing{}, wrongType("either")},
		{"in a table", `{"table":{"a":"x","b":1}}`, thing{Table: map[string]int{"b": 1}}, wrongType("table.a")},
		{"the whole document", `["a"]`, thing{}, wrongType("")},
	})
}

func TestDecodeRefusedValues(t *testing.T) {
	runDecode(t, []decodeCase{
		{"too great for its type", `{"small":256}`, thing{}, badValue("small")},
		{"below zero for a type without sign", `{"small":-1}`, thing{}, badValue("small")},
		{"beyond 64 bits", `{"long":9223372036854775808}`, thing{}, badValue("long")},
		{"beyond 64 bits, by exponent", `{"long":1e19}`, thing{}, badValue("long")},
		{"beyond what a float can tell apart", `{"long":9007199254740993.0}`, thing{}, badValue("long")},
		{"beyond the greatest number", `{"real":1e999}`, thing{}, badValue("real")},
		{"no such day", `{"day":"2026-02-30"}`, thing{}, []mistake{{ksb.ErrDate, "day", 1}}},
		{"no such name", `{"kind":"Skill"}`, thing{}, badValue("kind")},
		{"the empty text is no name", `{"kind":""}`, thing{}, badValue("kind")},
		{"an explicit zero where absent means a default", `{"level":0}`, thing{}, badValue("level")},
		{"however it is written", `{"share":-0.0e5}`, thing{}, badValue("share")},
		{"or too small to tell from zero", `{"share":1e-999}`, thing{}, badValue("share")},
		{"an unknown key", `{"txet":"a","text":"b"}`, thing{Text: "b"}, []mistake{{ksb.ErrUnknownKey, "txet", 1}}},
		{"keys are compared with regard to case", `{"Text":"a"}`, thing{}, []mistake{{ksb.ErrUnknownKey, "Text", 1}}},
		{"fields without a key are not for files", `{"Hidden":"a","-":"b","Bare":"c","Origin":{},"Row":1}`, thing{}, []mistake{
			{ksb.ErrUnknownKey, "-", 1}, {ksb.ErrUnknownKey, "Bare", 1}, {ksb.ErrUnknownKey, "Hidden", 1}, {ksb.ErrUnknownKey, "Origin", 1}, {ksb.ErrUnknownKey, "Row", 1},
		}},
		{"of a key given twice the first stands", `{"text":"a","text":"b"}`, thing{Text: "a"}, []mistake{{ksb.ErrDuplicateKey, "text", 1}}},
		{"even if it is absent", `{"text":null,"text":"b"}`, thing{}, []mistake{{ksb.ErrDuplicateKey, "text", 1}}},
		{"twice, in two spellings", `{"text":"a","te\u0078t":"a"}`, thing{Text: "a"}, []mistake{{ksb.ErrDuplicateKey, "text", 1}}},
		{"twice in a table", `{"table":{"a":1,"a":1}}`, thing{Table: map[string]int{"a": 1}}, []mistake{{ksb.ErrDuplicateKey, "table.a", 1}}},
	})
}

// What stays of a faulty list: elements with a value that cannot be used are left
// out, unless the list is tagged keep.
func TestDecodeWhatStays(t *testing.T) {
	runDecode(t, []decodeCase{
		{"a sound element stays, another goes", `{"things":[{"whole":1},{"whole":"2"},{"whole":3}]}`, thing{Things: []thing{{Whole: 1}, {Whole: 3}}}, wrongType("things[1].whole")},
		{"so does one of another type", `{"texts":["a",1,"b"]}`, thing{Texts: []string{"a", "b"}}, wrongType("texts[1]")},
		{"an unknown key takes nothing with it", `{"things":[{"whole":1,"x":2}]}`, thing{Things: []thing{{Whole: 1}}}, []mistake{{ksb.ErrUnknownKey, "things[0].x", 1}}},
		{"a key given twice does: which was meant?", `{"things":[{"whole":1,"whole":1}]}`, thing{}, []mistake{{ksb.ErrDuplicateKey, "things[0].whole", 1}}},
		{"a refused zero does", `{"things":[{"level":0}]}`, thing{}, badValue("things[0].level")},
		{"an object within takes its owner with it", `{"things":[{"inner":{"whole":"a"}}]}`, thing{}, wrongType("things[0].inner.whole")},
		{"a table within does", `{"things":[{"table":{"a":"x"}}]}`, thing{}, wrongType("things[0].table.a")},
		{"elements of a list within have gone themselves", `{"things":[{"things":[{"whole":"a"},{}]}]}`, thing{Things: []thing{{Things: []thing{{}}}}}, wrongType("things[0].things[0].whole")},
		{"keep: the element stays, without the value", `{"kept":[{"text":"a","whole":"x"}]}`, thing{Kept: []thing{{Text: "a"}}}, wrongType("kept[0].whole")},
		{"keep: for that list alone", `{"kept":[{"text":"a","things":[{"whole":"x"}]}]}`, thing{Kept: []thing{{Text: "a"}}}, wrongType("kept[0].things[0].whole")},
	})
}

// An element that is absent is a slip of the pen: it would become a thing without an
// ID, on no line.
func TestDecodeNullElements(t *testing.T) {
	for _, text := range []string{`{"things":[null]}`, `{"kept":[null]}`, `{"texts":["a",null]}`, `{"table":{"a":null}}`} {
		t.Run(text, func(t *testing.T) {
			_, found := decode(text)
			require.Len(t, found, 1)
			require.Equal(t, ksb.ErrWrongType, found[0].Fault)
		})
	}
}

// All problems at once, each with its line and path, in the order of the lines.
func TestDecodeReportsAllInOrder(t *testing.T) {
	_, found := decode("{\"whole\": \"1\",\r\n \"things\": [\r\n  {\"day\": \"x\",\r\n   \"day\": \"y\"},\r\n  {\"inner\": {\"table\": {\"a.b\":\r\n 1.5}}}],\r\n\"real\": [\r\n]}")
	want := []mistake{
		{ksb.ErrWrongType, "whole", 1},
		{ksb.ErrDate, "things[0].day", 3},
		{ksb.ErrDuplicateKey, "things[0].day", 4},
		{ksb.ErrWrongType, "things[1].inner.table.a.b", 6},
		{ksb.ErrWrongType, "real", 7},
	}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Error(diff)
	}
}
