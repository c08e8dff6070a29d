package ksb_test

import (
	"encoding"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

// named is what every enumeration of the model can do.
type named interface {
	encoding.TextMarshaler
	fmt.Stringer
}

// enumeration is one such type, with its values in order.
type enumeration struct {
	name  string
	names []string // of the values 1, 2, ...
	value func(uint8) named
	parse func(string) (named, error)
}

func enumerations() []enumeration {
	return []enumeration{
		{
			"kind", []string{"knowledge", "skill", "behaviour"},
			func(i uint8) named { return ksb.Kind(i) },
			func(s string) (named, error) { var k ksb.Kind; err := k.UnmarshalText([]byte(s)); return k, err },
		},
		{
			"phase", []string{"entry", "programme", "gateway", "registration", "retention"},
			func(i uint8) named { return ksb.Phase(i) },
			func(s string) (named, error) { var p ksb.Phase; err := p.UnmarshalText([]byte(s)); return p, err },
		},
		{
			"relation", []string{"exact", "close", "broad", "narrow"},
			func(i uint8) named { return ksb.Relation(i) },
			func(s string) (named, error) { var r ksb.Relation; err := r.UnmarshalText([]byte(s)); return r, err },
		},
	}
}

func TestEnumerationsRoundTrip(t *testing.T) {
	for _, e := range enumerations() {
		t.Run(e.name, func(t *testing.T) {
			var written []string
			for i := range 256 {
				v := e.value(uint8(i))
				text, err := v.MarshalText()
				if i == 0 || i > len(e.names) {
					require.ErrorIs(t, err, ksb.ErrValue, "value %d has no name", i)
					require.Empty(t, v.String())
					continue
				}
				require.NoError(t, err)
				require.Equal(t, string(text), v.String())
				back, err := e.parse(string(text))
				require.NoError(t, err)
				require.Equal(t, v, back)
				written = append(written, string(text))
			}
			if diff := cmp.Diff(e.names, written); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEnumerationsRefuseTheUnknown(t *testing.T) {
	tests := []struct {
		why    string
		change func(string) string
	}{
		{"the zero value has no name", func(string) string { return "" }},
		{"case is not folded", func(s string) string { return string(s[0]-32) + s[1:] }},
		{"blanks are not trimmed", func(s string) string { return s + " " }},
		{"a start is not enough", func(s string) string { return s[:len(s)-1] }},
		{"numbers are not names", func(string) string { return "1" }},
	}
	for _, e := range enumerations() {
		for _, tt := range tests {
			t.Run(e.name+"/"+tt.why, func(t *testing.T) {
				got, err := e.parse(tt.change(e.names[0]))
				require.ErrorIs(t, err, ksb.ErrValue)
				require.Equal(t, e.value(0), got, "a refused text leaves the zero value")
			})
		}
	}
}

// The constants are part of the contract: reordering them would turn knowledge into
// skills in every program that stores the numbers.
func TestEnumerationConstants(t *testing.T) {
	got := []string{
		ksb.Knowledge.String(), ksb.Skill.String(), ksb.Behaviour.String(),
		ksb.Entry.String(), ksb.Programme.String(), ksb.Gateway.String(), ksb.Registration.String(), ksb.Retention.String(),
		ksb.Exact.String(), ksb.Close.String(), ksb.Broad.String(), ksb.Narrow.String(),
	}
	var want []string
	for _, e := range enumerations() {
		want = append(want, e.names...)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
