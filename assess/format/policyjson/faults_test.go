package policyjson_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/policyjson"
	"github.com/skillgap-go/skillgap/ksb"
)

// A document with any fault gives no policy, and every fault is named by its place.
func TestReadRefuses(t *testing.T) {
	tests := []struct {
		why, give string
		want      []mistake
	}{
		{"nothing", "", []mistake{{ksb.ErrRead, "", 0}}},
		{"another format", `{"format":"worker/1"}`, []mistake{{ksb.ErrFormat, "format", 1}}},
		{"a greater number", `{"format":"policy/2","met":"whatever"}`, []mistake{{ksb.ErrFormat, "format", 1}}},
		{"no format", `{"met":0.7}`, []mistake{{ksb.ErrFormat, "format", 1}}},
		{"a list", `[]`, []mistake{{ksb.ErrWrongType, "", 1}}},
		{"cut off", "{\"format\":\"policy/1\",\n\"met\":0.", []mistake{{ksb.ErrSyntax, "", 2}}},
		{"another encoding", "{\"format\":\"policy/1\",\n\"readyRule\":\"\xe9\"}", []mistake{{ksb.ErrEncoding, "", 2}}},
		{"a key that nobody knows", said(`"mett":0.7`), []mistake{{ksb.ErrUnknownKey, "mett", 2}}},
		{"a key in other case", said(`"Met":0.7`), []mistake{{ksb.ErrUnknownKey, "Met", 2}}},
		{"an unknown kind of statement", said(`"halfLifeDays":{"behavior":7}`), []mistake{{ksb.ErrUnknownKey, "halfLifeDays.behavior", 2}}},
		{"an unknown kind of evidence", said(`"reliability":{"exam":0.5}`), []mistake{{ksb.ErrUnknownKey, "reliability.exam", 2}}},
		{"a key given twice", said(`"met":0.7,"met":0.8`), []mistake{{ksb.ErrDuplicateKey, "met", 2}}},
		{"a number as a text", said(`"met":"0.7"`), []mistake{{ksb.ErrWrongType, "met", 2}}},
		{"half a day", said(`"halfLifeDays":{"skill":0.5}`), []mistake{{ksb.ErrWrongType, "halfLifeDays.skill", 2}}},
		{"half a person", said(`"smallGroup":2.5`), []mistake{{ksb.ErrWrongType, "smallGroup", 2}}},
		{"a switch as a number", said(`"inRole":1`), []mistake{{ksb.ErrWrongType, "inRole", 2}}},
		{"one party that is no list", said(`"verifiedBy":{"skill":"employer"}`), []mistake{{ksb.ErrWrongType, "verifiedBy.skill", 2}}},
		{"a number too large", said(`"priorWeight":1e999`), []mistake{{ksb.ErrValue, "priorWeight", 2}}},
		{"faults here and there", said("\"mett\":1,\n\"tied\":\"x\""), []mistake{{ksb.ErrUnknownKey, "mett", 2}, {ksb.ErrWrongType, "tied", 3}}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			p, problems := policyjson.Read(strings.NewReader(tt.give), "x.json")
			if diff := cmp.Diff(tt.want, mistakes(problems)); diff != "" {
				t.Error(diff)
			}
			require.Equal(t, assess.Policy{}, p, "nobody is judged by it")
			require.Equal(t, "x.json", problems[0].Origin.File)
		})
	}
}

func said(part string) string { return "{\"format\":\"policy/1\",\n" + part + "}" }

// A value out of its range is named by its key.
func TestReadOfValuesOutOfRange(t *testing.T) {
	for _, give := range []string{
		`"priorWeight":0`, `"priorWeight":-1`, `"sameSourceDiscount":-0.1`, `"sameSourceDiscount":1.1`, `"spread":0`,
		`"met":1.1`, `"metCritical":-1`, `"nonSelfBelief":2`, `"contested":-0.1`, `"notEvidenced":1.1`, `"belowProbability":1.1`, `"belowDisbelief":-1`,
		`"errorCorrelation":1.1`, `"tied":-0.1`, `"criticalFactor":0`, `"readyShare":1.1`, `"smallGroup":0`, `"readyRule":""`, `"readyRule":"All"`,
		`"inference":1.1`, `"baseRates":[{"atLeast":[]}]`, `"baseRates":[{"atLeast":[0.4,0.5]}]`, `"baseRates":[{"atLeast":[-0.1]}]`,
		`"baseRates":[{"atLeast":[0.5]},{"atLeast":[0.6]}]`,
	} {
		key := give[1 : strings.Index(give, ":")-1]
		t.Run(give, func(t *testing.T) { requireRefused(t, give, key) })
	}
	for key, give := range map[string]string{
		"halfLifeDays.skill": `"halfLifeDays":{"skill":0}`, "halfLifeDays.knowledge": `"halfLifeDays":{"knowledge":-1}`,
		"reliability.self": `"reliability":{"self":0}`, "reliability.sign-off": `"reliability":{"sign-off":1.1}`,
		"verifiedBy.skill": `"verifiedBy":{"skill":["employr"]}`,
	} {
		t.Run(give, func(t *testing.T) { requireRefused(t, give, key) })
	}
}

func requireRefused(t *testing.T, give, key string) {
	t.Helper()
	p, problems := policyjson.Read(strings.NewReader(said(give)), "x.json")
	require.Equal(t, assess.Policy{}, p)
	require.Len(t, problems, 1)
	require.ErrorIs(t, problems.Err(), ksb.ErrValue)
	require.True(t, strings.HasPrefix(problems[0].Path, key) || strings.Contains(problems[0].Detail, key+":"), "%v names %s", problems[0], key)
}

// All in one go: every value out of range, and what else is wrong with the document.
func TestReadReportsEverything(t *testing.T) {
	_, problems := policyjson.Read(strings.NewReader(said(`"met":2,"tied":-1,"smallGroup":0,"reliability":{"peer":0,"test":2}`)), "x.json")
	require.Len(t, problems, 5)
	_, problems = policyjson.Read(strings.NewReader(said(`"mett":0.5,"met":2`)), "x.json")
	require.ErrorIs(t, problems.Err(), ksb.ErrUnknownKey)
	require.ErrorIs(t, problems.Err(), ksb.ErrValue, "a wrong key does not hide a wrong value")
}

// readAnyhow reads whatever it is given, which must not panic: there is a policy that
// an engine takes, or there are problems.
func readAnyhow(t *testing.T, data []byte) ksb.Problems {
	t.Helper()
	p, problems := policyjson.Read(bytes.NewReader(data), "x.json")
	if len(problems) > 0 {
		require.Equal(t, assess.Policy{}, p)
		require.NotEmpty(t, problems.Error())
		return problems
	}
	require.NoError(t, p.Check())
	require.Equal(t, p, read(t, string(written(t, p))))
	return nil
}

func TestEveryStartOfADocument(t *testing.T) {
	data := written(t, other())
	for n := range data {
		broken := readAnyhow(t, data[:n]).Err() != nil
		require.Equal(t, n < len(bytes.TrimSpace(data)), broken, "the first %d bytes", n)
	}
}

func TestFlippedBits(t *testing.T) {
	data := written(t, other())
	random := rand.New(rand.NewPCG(3, 3))
	for range 5000 {
		flipped := bytes.Clone(data)
		flipped[random.IntN(len(flipped))] ^= 1 << random.IntN(8)
		readAnyhow(t, flipped)
	}
}

func TestDeepNesting(t *testing.T) {
	for _, start := range []string{``, `{"format":"policy/1","met":`, `{"format":"policy/1","reliability":`, `{"format":"policy/1","x":`} {
		problems := readAnyhow(t, []byte(start+strings.Repeat("[", 100_000)))
		require.ErrorIs(t, problems.Err(), ksb.ErrTooDeep)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(written(f, assess.DefaultPolicy()))
	f.Add([]byte(said(`"met":0,"halfLifeDays":{"skill":1},"verifiedBy":{"skill":["employer"]},"inRole":true`)))
	f.Fuzz(func(t *testing.T, data []byte) { readAnyhow(t, data) })
}
