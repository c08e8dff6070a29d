package policyjson_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/policyjson"
	"github.com/skillgap-go/skillgap/ksb"
)

func written(t testing.TB, p assess.Policy) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, policyjson.Write(&out, p))
	return out.Bytes()
}

// read is a policy without a mistake.
func read(t testing.TB, text string) assess.Policy {
	t.Helper()
	p, problems := policyjson.Read(strings.NewReader(text), "x.json")
	require.NoError(t, problems.Err())
	return p
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

// What a document does not say stands at its default; what it says, it means.
func TestReadChangesWhatIsSaid(t *testing.T) {
	tests := []struct {
		why, give string
		change    func(*assess.Policy)
	}{
		{"nothing", ``, func(*assess.Policy) {}},
		{"one threshold", `,"met":0.7`, func(p *assess.Policy) { p.Met = 0.7 }},
		{"zero means zero", `,"met":0,"nonSelfBelief":0,"tied":0.0`, func(p *assess.Policy) { p.Met, p.NonSelfBelief, p.Tied = 0, 0, 0 }},
		{"1 is a share", `,"contested":1,"sameSourceDiscount":1`, func(p *assess.Policy) { p.Contested, p.SameSourceDiscount = 1, 1 }},
		{"one half-life of three", `,"halfLifeDays":{"skill":365}`, func(p *assess.Policy) { p.HalfLifeDays.Skill = 365 }},
		{"one reliability of eight", `,"reliability":{"work-product":0.5}`, func(p *assess.Policy) { p.Reliability.WorkProduct = 0.5 }},
		{"one kind of verifiers", `,"verifiedBy":{"behaviour":["employer","assessor"]}`, func(p *assess.Policy) { p.VerifiedBy.Behaviour = assess.Parties{"employer", "assessor"} }},
		{"nobody in particular", `,"verifiedBy":{"behaviour":[]}`, func(*assess.Policy) {}},
		{"empty objects", `,"halfLifeDays":{},"reliability":{},"verifiedBy":{}`, func(*assess.Policy) {}},
		{"null is absent", `,"met":null,"halfLifeDays":null,"reliability":{"self":null},"verifiedBy":{"skill":null},"inRole":null,"readyRule":null`, func(*assess.Policy) {}},
		{"a rule and a switch", `,"readyRule":"internal-move","inRole":true`, func(p *assess.Policy) { p.ReadyRule, p.InRole = assess.ReadyInternal, true }},
		{"a switch that is off", `,"inRole":false`, func(*assess.Policy) {}},
		{"a population", `,"baseRates":[{"atLeast":[0.9,0.4]},{"statement":"S1","atLeast":[1]}]`, func(p *assess.Policy) {
			p.BaseRates = []assess.BaseRate{{AtLeast: []float64{0.9, 0.4}}, {Statement: "S1", AtLeast: []float64{1}}}
		}},
		{"inference", `,"inference":0.5`, func(p *assess.Policy) { p.Inference = 0.5 }},
		{"what a link leaves", `,"carry":{"close":0.6}`, func(p *assess.Policy) { p.Carry.Close = new(0.6) }},
		{"a link that leaves nothing", `,"carry":{"narrow":0}`, func(p *assess.Policy) { p.Carry.Narrow = new(0.0) }},
		{"links left to the defaults", `,"carry":{}`, func(*assess.Policy) {}},
		{"inference that is off", `,"inference":0,"baseRates":null`, func(*assess.Policy) {}},
		{"whole numbers however written", `,"smallGroup":1e1`, func(p *assess.Policy) { p.SmallGroup = 10 }},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			want := assess.DefaultPolicy()
			tt.change(&want)
			if diff := cmp.Diff(want, read(t, `{"format":"policy/1"`+tt.give+`}`)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The document in the package comment is one that works: it is the default policy,
// apart from who may verify behaviours, a population, inference and what links leave.
func TestTheDocumentInTheComment(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "policyjson.go", nil, parser.ParseComments|parser.PackageClauseOnly)
	require.NoError(t, err)
	comment := file.Doc.Text()
	text := comment[strings.Index(comment, "{") : strings.LastIndex(comment, "}")+1]
	require.Contains(t, text, `"readyRule":"all|internal-move"`, "the choices of a text")
	text = strings.Replace(text, "all|internal-move", "all", 1)

	want := assess.DefaultPolicy()
	want.VerifiedBy.Behaviour = assess.Parties{"employer"}
	want.BaseRates = []assess.BaseRate{{AtLeast: []float64{0.9, 0.7, 0.4, 0.1}}, {Statement: "S1", AtLeast: []float64{0.6}}}
	want.Inference = 0.5
	want.Carry = assess.Carry{Close: new(0.75), Narrow: new(0.5)}
	if diff := cmp.Diff(want, read(t, text)); diff != "" {
		t.Error(diff)
	}
	var stated, all bytes.Buffer
	stated.WriteString(text)
	all.Write(written(t, want))
	if diff := cmp.Diff(squeeze(all.String()), squeeze(stated.String())); diff != "" {
		t.Error("every key stands there, in the order in which it is written", diff)
	}
}

func squeeze(text string) string { return strings.Join(strings.Fields(text), "") }

func TestRoundTrip(t *testing.T) {
	for why, p := range map[string]assess.Policy{"the default": assess.DefaultPolicy(), "another": other()} {
		first := written(t, p)
		once := read(t, string(first))
		if diff := cmp.Diff(p, once); diff != "" {
			t.Error(why, diff)
		}
		require.Equal(t, string(first), string(written(t, once)), why)
	}
}

// other is a policy in which nothing stands at its default.
func other() assess.Policy {
	return assess.Policy{
		Format: assess.PolicyFormat, PriorWeight: 2, SameSourceDiscount: 1.0 / 3, Spread: 1e-7,
		HalfLifeDays: assess.HalfLives{Knowledge: 1, Skill: 2, Behaviour: 3},
		Reliability:  assess.Reliability{Self: 0.1, Peer: 0.2, Supervisor: 0.3, WorkProduct: 0.4, Observation: 0.5, Certificate: 0.6, Test: 0.7, SignOff: 1},
		BaseRates:    []assess.BaseRate{{AtLeast: []float64{2.0 / 3, 1.0 / 3}}},
		Inference:    0.7,
		Met:          0.5, MetCritical: 0.6, NonSelfBelief: 0, Contested: 1, NotEvidenced: 0.1, BelowProbability: 0.3, BelowDisbelief: 0.6,
		ErrorCorrelation: 0, Tied: 0.5, CriticalFactor: 1.5,
		VerifiedBy: assess.Verifiers{Knowledge: assess.Parties{"provider"}, Skill: assess.Parties{"assessor", "employer"}},
		ReadyRule:  assess.ReadyInternal, ReadyShare: 1, InRole: true, SmallGroup: 1,
	}
}

func TestWrite(t *testing.T) {
	text := string(written(t, assess.Policy{Format: "something/9"}))
	require.True(t, strings.HasPrefix(text, "{\n  \"format\": \"policy/1\",\n  \"priorWeight\": 0,\n"), "the writer knows its own format")
	require.True(t, strings.HasSuffix(text, "}\n") && !strings.HasSuffix(text, "\n\n"), "one newline at the end")
	require.NotContains(t, text, "null", "lists are lists")

	full := errors.New("the disk is full")
	require.ErrorIs(t, policyjson.Write(failing{full}, other()), full)
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestReadTakesTheSameBytesInOtherClothes(t *testing.T) {
	plain := written(t, other())
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := w.Write(plain)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	for why, text := range map[string]string{
		"packed":                 packed.String(),
		"with a byte order mark": "\uFEFF" + string(plain),
		"with CRLF line ends":    strings.ReplaceAll(string(plain), "\n", "\r\n"),
	} {
		if diff := cmp.Diff(other(), read(t, text), cmpopts.EquateEmpty()); diff != "" {
			t.Error(why, diff)
		}
	}
}

func TestDetect(t *testing.T) {
	for text, want := range map[string]bool{
		`{"format":"policy/1"}`: true, `{"met":1,"format":"policy/7"}`: true,
		`{"format":"worker/1"}`: false, `{"format":"policys/1"}`: false, `[]`: false, ``: false, `policy/1`: false,
	} {
		require.Equal(t, want, policyjson.Detect("any.name", []byte(text)), text)
	}
}
