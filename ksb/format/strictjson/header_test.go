package strictjson_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

func TestHeader(t *testing.T) {
	tests := []struct{ why, give, want string }{
		{"wherever it stands", `{"id":"x","format":"ksb/1"}`, "ksb/1"},
		{"of whatever number", `{"format":"ksb/99"}`, "ksb/99"},
		{"white space before it", "\r\n\t {\"format\":\"a\"}", "a"},
		{"none", `{"id":"x"}`, ""},
		{"of another type", `{"format":1}`, ""},
		{"not that of a part", `{"a":{"format":"ksb/1"}}`, ""},
		{"a list has none", `[{"format":"ksb/1"}]`, ""},
		{"a text has none", `"format"`, ""},
		{"nothing", ``, ""},
		{"no JSON", `format: ksb/1`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			require.Equal(t, tt.want, strictjson.Header([]byte(tt.give)))
		})
	}
}

func TestCheckFormat(t *testing.T) {
	tests := []struct {
		why, give, want string
		fault           ksb.Fault // "": can be read
	}{
		{"the very one", `{"format":"ksb/2"}`, "ksb/2", ""},
		{"a lesser number, which a later reader still reads", `{"format":"ksb/1"}`, "ksb/2", ""},
		{"numbers are numbers", `{"format":"ksb/9"}`, "ksb/10", ""},
		{"a greater number: nobody knows what it means", `{"format":"ksb/3"}`, "ksb/2", ksb.ErrFormat},
		{"there is no number 0", `{"format":"ksb/0"}`, "ksb/2", ksb.ErrFormat},
		{"nor below", `{"format":"ksb/-1"}`, "ksb/2", ksb.ErrFormat},
		{"no number", `{"format":"ksb"}`, "ksb/2", ksb.ErrFormat},
		{"no number after the stroke", `{"format":"ksb/"}`, "ksb/2", ksb.ErrFormat},
		{"one spelling a number", `{"format":"ksb/01"}`, "ksb/2", ksb.ErrFormat},
		{"no sign", `{"format":"ksb/+1"}`, "ksb/2", ksb.ErrFormat},
		{"no fraction", `{"format":"ksb/1.0"}`, "ksb/2", ksb.ErrFormat},
		{"no more after it", `{"format":"ksb/1/2"}`, "ksb/2", ksb.ErrFormat},
		{"a number beyond all", `{"format":"ksb/99999999999999999999"}`, "ksb/2", ksb.ErrFormat},
		{"case counts", `{"format":"KSB/1"}`, "ksb/2", ksb.ErrFormat},
		{"another format", `{"format":"worker/1"}`, "ksb/2", ksb.ErrFormat},
		{"a longer name", `{"format":"ksbx/1"}`, "ksb/2", ksb.ErrFormat},
		{"none", `{"id":"x"}`, "ksb/1", ksb.ErrFormat},
		{"absent", `{"format":null}`, "ksb/1", ksb.ErrFormat},
		{"of another type", `{"format":1}`, "ksb/1", ksb.ErrWrongType},
		{"given twice: which was meant?", `{"format":"ksb/1","format":"ksb/1"}`, "ksb/1", ksb.ErrDuplicateKey},
		{"not an object", `["ksb/1"]`, "ksb/1", ksb.ErrWrongType},
		{"broken further down", `{"format":"ksb/1",`, "ksb/1", ksb.ErrSyntax},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			problem := strictjson.CheckFormat([]byte(tt.give), "x", tt.want)
			if tt.fault == "" {
				require.Nil(t, problem)
				return
			}
			require.ErrorIs(t, problem, tt.fault)
			require.Equal(t, ksb.Origin{File: "x", Line: 1}, problem.Origin)
		})
	}
}

// The writers put the format on the second line, and that is where it is wrong.
func TestCheckFormatNamesTheLine(t *testing.T) {
	problem := strictjson.CheckFormat([]byte("{\n  \"format\": \"ksb/2\"\n}\n"), "x", "ksb/1")
	require.ErrorIs(t, problem, ksb.ErrFormat)
	require.Equal(t, 2, problem.Origin.Line)
	require.Equal(t, "format", problem.Path)
}
