package render_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/render"
)

// documented is report/1 as the description of the format gives it; {} stands for an
// object that is described elsewhere.
const documented = `{"format":"report/1","worker":"w-17","role":{"id":"R1","edition":"…","title":"…"},"asOf":"2026-06-30",
 "ready":"yes|no|unknown","readyBecause":[{"code":"…","refs":["…"]}],
 "met":1,"of":5,"assured":0.103448,"estimate":0.753729,"low":0.521877,"high":0.985582,"coverage":0.539105,
 "gaps":[{"statement":"S2","code":"S2","kind":"skill","text":"…","rungs":["…"],"level":3,"critical":false,
          "status":"not-evidenced|met|contested|expired|below|uncertain|not-applicable","action":"assess|moderate|renew|develop|none",
          "belief":0,"disbelief":0,"uncertainty":1,"atLeast":[0.831008,0.615908,0.384092,0.168992],"mean":2,"low":-0.204106,"high":4.204106,
          "expected":1.168992,"importance":0.7,"priority":0.818295,"share":0.097416,"tiedWithNext":true,"duties":["D1","D2"],
          "parts":[{"evidence":"e1","kind":"observation","by":"assessor-a","as":"assessor","at":"…","until":"","for":2.440983,"against":0.559017,"delta":0.446541}],
          "waiting":["e9"],"override":null,"because":[{"code":"…","numbers":{},"refs":["…"]}]}],
 "duties":[{"duty":"D1","code":"D1","text":"…","importance":0.5,"met":0,"of":3,"assured":0,"estimate":0.6}],
 "gates":[{"gate":"G1","phase":"gateway","state":"met|not-met|unknown","due":"","opens":[["fs-maths-2"],["gcse-maths-4"]]}],
 "next":[{"statement":"S1","value":0.208549}],
 "held":{"levels":[{"statement":"S3","level":3}],"credentials":["care-certificate"]},
 "findings":[{"check":"…","statement":"S1","evidence":"","code":"…","numbers":{},"refs":[]}],
 "basis":{"index":"fingerprint","policy":{},"model":"ledger","engine":"…"}}`

// keysOf lists the keys of every object of a document by the path of the object, list
// positions left out: the first object of a list speaks for all, and all must agree.
func keysOf(t *testing.T, text []byte) map[string]string {
	t.Helper()
	keys := map[string]string{}
	walk(t, json.NewDecoder(bytes.NewReader(text)), "", keys)
	return keys
}

func walk(t *testing.T, d *json.Decoder, at string, keys map[string]string) {
	token, err := d.Token()
	require.NoError(t, err)
	switch token {
	case json.Delim('{'):
		var list []string
		for d.More() {
			key, err := d.Token()
			require.NoError(t, err)
			if !optional(at, key.(string)) {
				list = append(list, key.(string))
			}
			walk(t, d, at+"."+key.(string), keys)
		}
		all := strings.Join(list, " ")
		if first, seen := keys[at]; seen && !elsewhere(at) {
			require.Equal(t, first, all, "objects at %s", at)
		}
		keys[at] = all
	case json.Delim('['):
		for d.More() {
			walk(t, d, at+"[]", keys)
		}
	default:
		return
	}
	_, err = d.Token()
	require.NoError(t, err)
}

// elsewhere: objects whose keys are data, or are described with another format.
func elsewhere(at string) bool {
	return strings.HasSuffix(at, ".numbers") || strings.HasPrefix(at, ".basis.policy") || strings.HasSuffix(at, ".override") ||
		at == ".gates[].waiver" || strings.HasPrefix(at, ".gaps[].parts[].carried")
}

// optional: the keys that stand only where they say something.
func optional(at, key string) bool {
	return at == ".gates[]" && slices.Contains([]string{"exempt", "asks", "waiver"}, key) ||
		at == ".gaps[].parts[]" && key == "carried" || at == ".basis" && key == "links"
}

func TestJSONHasTheDocumentedKeysInOrder(t *testing.T) {
	want, got := keysOf(t, []byte(documented)), map[string]string{}
	for name, r := range sampleReports(t) {
		for at, keys := range keysOf(t, asJSON(t, r)) {
			if first, seen := got[at]; seen && !elsewhere(at) {
				require.Equal(t, first, keys, "%s at %s", name, at)
			}
			got[at] = keys
		}
	}
	ignored := cmpopts.IgnoreMapEntries(func(at, _ string) bool { return elsewhere(at) })
	if diff := cmp.Diff(want, got, ignored); diff != "" {
		t.Error(diff)
	}
}

// requireNoNull: nothing but an override that was not made is null.
func requireNoNull(t *testing.T, text []byte) {
	t.Helper()
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(strings.TrimSpace(line), ",")
		if line != `"override": null` && (line == "null" || strings.HasSuffix(line, ": null")) {
			t.Fatal(line)
		}
	}
}

func TestJSONListsAreNeverNull(t *testing.T) {
	for _, r := range sampleReports(t) {
		requireNoNull(t, asJSON(t, r))
	}
	t.Run("a policy that somebody wrote by hand", func(t *testing.T) {
		policy := assess.DefaultPolicy()
		policy.VerifiedBy = assess.Verifiers{Behaviour: assess.Parties{"employer"}}
		engine, err := assess.New(compiled(t, "imaging/framework.json"), policy)
		require.NoError(t, err)
		requireNoNull(t, asJSON(t, assessed(t, engine, assess.Worker{ID: "w"}, "imaging-support-worker", midsummer)))
	})
}

func TestJSONNumbers(t *testing.T) {
	zero := math.Copysign(0, -1)
	tests := []struct {
		why  string
		give float64
		want string
	}{
		{"six decimals", 1.0 / 3, "0.333333"},
		{"half away from zero", 0.0000005, "0.000001"},
		{"half away from zero, below it", -0.0000005, "-0.000001"},
		{"less than half", 0.00000049, "0"},
		{"no negative zero", zero, "0"},
		{"none by rounding either", -0.0000001, "0"},
		{"shortest form", 0.5000001, "0.5"},
		{"whole", 3, "3"},
		{"no exponent", 1e-5, "0.00001"},
		{"large, no exponent", 1e21, "1000000000000000000000"},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			text := string(asJSON(t, &assess.Report{Low: tt.give}))
			require.Contains(t, text, "\n  \"low\": "+tt.want+",\n")
		})
	}
}

// What the sample reports hold is written as the table above says.
func TestJSONNumbersOfTheSamples(t *testing.T) {
	odd := regexp.MustCompile(`-0,?\n|[0-9]\.[0-9]{7}|[0-9]e[-+0-9][0-9]*,?\n`)
	for name, r := range sampleReports(t) {
		require.Empty(t, odd.FindString(string(asJSON(t, r))), name)
	}
}

func TestJSONText(t *testing.T) {
	r := *everyStatus(t)
	r.Role.Title = "<Imaging> & \"more\" \u2028 é😀"
	text := string(asJSON(t, &r))
	require.True(t, strings.HasPrefix(text, "{\n  \"format\": \"report/1\",\n  \"worker\": \"w-01\",\n"), "two spaces of indent")
	require.True(t, strings.HasSuffix(text, "}\n") && !strings.HasSuffix(text, "\n\n"), "one newline at the end")
	require.Contains(t, text, `<Imaging> & \"more\"`, "no HTML escapes")
	require.NotContains(t, text, "\r")
}

func TestJSONErrors(t *testing.T) {
	full := errors.New("the disk is full")
	require.ErrorIs(t, render.JSON(failing{full}, everyStatus(t)), full)
	require.ErrorIs(t, render.Text(failing{full}, everyStatus(t)), full)
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		var out bytes.Buffer
		require.Error(t, render.JSON(&out, &assess.Report{Low: x}), "a number that is not finite")
		require.Zero(t, out.Len(), "nothing is written by halves")
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
