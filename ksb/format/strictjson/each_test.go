package strictjson_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

// yielded is one step of Each: a text, or "-" where there is no object.
type yielded struct {
	Text     string
	Mistakes []mistake
}

func each(text string) (list []yielded) {
	for v, problems := range strictjson.Each[thing]([]byte(text), "x", strictjson.Strict) {
		y := yielded{"-", mistakes(problems)}
		if v != nil {
			y.Text = v.Text
		}
		list = append(list, y)
	}
	return list
}

func TestEach(t *testing.T) {
	a, b, c := yielded{Text: "a"}, yielded{Text: "b"}, yielded{Text: "c"}
	broken := func(fault ksb.Fault, line int) yielded { return yielded{"-", []mistake{{fault, "", line}}} }
	tests := []struct {
		why, give string
		want      []yielded
	}{
		{"the elements of a list", `[{"text":"a"}, {"text":"b"}]`, []yielded{a, b}},
		{"an empty list", `[]`, nil},
		{"the lines of NDJSON", "{\"text\":\"a\"}\n{\"text\":\"b\"}\r\n\n{\"text\":\"c\"}", []yielded{a, b, c}},
		{"the one object, on as many lines as it likes", "{\n \"text\":\n \"a\"\n}\n", []yielded{a}},
		{"nothing", " \n", nil},

		{"an element with a mistake is yielded with it", `[{"text":"a"},{"text":"b","nope":1}]`, []yielded{a, {"b", []mistake{{ksb.ErrUnknownKey, "[1].nope", 1}}}}},
		{"a line with a mistake likewise", "{\"text\":\"a\"}\n{\"text\":\"b\",\"nope\":1}\n{\"text\":\"c\"}", []yielded{a, {"b", []mistake{{ksb.ErrUnknownKey, "nope", 2}}}, c}},
		{"an element that is no object", `[{"text":"a"},5,{"text":"b"}]`, []yielded{a, {"-", []mistake{{ksb.ErrWrongType, "[1]", 1}}}, b}},
		{"a line that is no object", "{\"text\":\"a\"}\n5\n{\"text\":\"b\"}", []yielded{a, broken(ksb.ErrWrongType, 2), b}},

		{"a broken line, and the next goes on", "{\"text\":\"a\"}\n{\"text\":nope}\n{\"text\":\"c\"}", []yielded{a, broken(ksb.ErrSyntax, 2), c}},
		{"a line broken within a text", "{\"text\":\"a\"}\n{\"text\":\"b\n{\"text\":\"c\"}", []yielded{a, broken(ksb.ErrSyntax, 2), c}},
		{"a first line that is broken", "nope\n{\"text\":\"b\"}", []yielded{broken(ksb.ErrSyntax, 1), b}},
		{"a last line that is broken", "{\"text\":\"a\"}\n{", []yielded{a, broken(ksb.ErrSyntax, 2)}},
		{"two broken lines are two problems", "x\ny\n{\"text\":\"c\"}", []yielded{broken(ksb.ErrSyntax, 1), broken(ksb.ErrSyntax, 2), c}},
		{"a line with half a character", "{\"text\":\"\\ud83d\"}\n{\"text\":\"b\"}", []yielded{broken(ksb.ErrEncoding, 1), b}},
		{"mistakes before a break on the line are not told", "{\"nope\":1,\"text\":nope}\n{\"text\":\"b\"}", []yielded{broken(ksb.ErrSyntax, 1), b}},

		{"a broken list ends at the break", "[{\"text\":\"a\"},\n{\"text\":nope},\n{\"text\":\"c\"}]", []yielded{a, broken(ksb.ErrSyntax, 2)}},
		{"a list that does not end", `[{"text":"a"}`, []yielded{a, broken(ksb.ErrSyntax, 1)}},
		{"something after the list", "[{\"text\":\"a\"}]\n{}", []yielded{a, broken(ksb.ErrSyntax, 2)}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, each(tt.give)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A line that breaks off, as when a disk was full, must not take the next one with it.
func TestEachLineThatBreaksOff(t *testing.T) {
	for _, start := range []string{`{"text":"b",`, `{"text":"b"`, `{"text":`, `{"things":[`, `{`} {
		got := each("{\"text\":\"a\"}\n" + start + "\n{\"text\":\"c\"}\n{\"text\":\"d\"}\n")
		var texts []string
		for _, y := range got {
			texts = append(texts, y.Text)
		}
		require.Equal(t, []string{"a", "-", "c", "d"}, texts, start)
	}
}

func TestEachStops(t *testing.T) {
	for _, text := range []string{`[{"text":"a"},{"text":"b"}]`, "{\"text\":\"a\"}\n{\"text\":\"b\"}", "x\ny", "[x"} {
		steps := 0
		for range strictjson.Each[thing]([]byte(text), "x", strictjson.Strict) {
			steps++
			break
		}
		require.Equal(t, 1, steps, text)
	}
}

// The deepest allowed element of a list is one less deep than that of a line, and a
// break does not eat into the depth of the lines after it.
func TestEachCountsDepthAnew(t *testing.T) {
	var lines string
	for range 100 {
		lines += "{\"things\":[{\"things\":[nope\n"
	}
	got := each(lines + "{\"text\":\"a\",\"inner\":{\"inner\":{\"inner\":{}}}}")
	require.Equal(t, "a", got[len(got)-1].Text)
}
