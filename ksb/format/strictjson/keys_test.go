package strictjson_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

// keyed is a type that wants to know what is odd about the keys.
type keyed struct {
	Text    string   `json:"text"`
	Whole   int      `json:"whole"`
	Inner   *keyed   `json:"inner"`
	Absent  []string `strict:"absent"`
	Unknown []string `strict:"unknown"`
}

func TestOddKeys(t *testing.T) {
	for _, c := range []struct {
		why, give string
		want      keyed
		faults    []ksb.Fault
	}{
		{"all there", `{"text":"a","whole":1,"inner":null}`, keyed{Text: "a", Whole: 1}, nil},
		{"null and nothing are there", `{"whole":null,"text":"","inner":null}`, keyed{}, nil},
		{"what is absent, in the order of the fields", `{"whole":1}`, keyed{Whole: 1, Absent: []string{"text", "inner"}}, nil},
		{"a value that cannot be used is there", `{"text":5,"whole":1,"inner":null}`, keyed{Whole: 1}, []ksb.Fault{ksb.ErrWrongType}},
		{"what is unknown, once and unreported", `{"hue":{"text":1},"text":"a","whole":1,"inner":null,"hue":2,"size":3}`, keyed{Text: "a", Whole: 1, Unknown: []string{"hue", "size"}}, nil},
		{"each object for itself", `{"text":"a","inner":{"whole":1,"hue":2},"whole":3}`, keyed{Text: "a", Whole: 3, Inner: &keyed{Whole: 1, Absent: []string{"text", "inner"}, Unknown: []string{"hue"}}}, nil},
	} {
		for _, mode := range []strictjson.Mode{strictjson.Strict, strictjson.Foreign} {
			t.Run(c.why, func(t *testing.T) {
				var got keyed
				var faults []ksb.Fault
				for _, p := range strictjson.Decode([]byte(c.give), "x", mode, &got) {
					faults = append(faults, p.Fault)
				}
				if diff := cmp.Diff(c.want, got); diff != "" {
					t.Error(diff)
				}
				if diff := cmp.Diff(c.faults, faults); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}
