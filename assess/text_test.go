package assess_test

import (
	"encoding"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// named is a small set of values that files write as texts.
type named[T any] interface {
	*T
	encoding.TextUnmarshaler
}

// roundTrip writes every value and reads it again. The texts are the format's.
func roundTrip[T interface {
	encoding.TextMarshaler
	fmt.Stringer
	comparable
}, P named[T]](t *testing.T, values []T, texts ...string) {
	t.Helper()
	require.Len(t, values, len(texts))
	for i, v := range values {
		text, err := v.MarshalText()
		require.NoError(t, err)
		require.Equal(t, texts[i], string(text))
		require.Equal(t, texts[i], v.String())
		var back T
		require.NoError(t, P(&back).UnmarshalText(text))
		require.Equal(t, v, back)
	}
	for _, wrong := range []string{"", "Met", "met ", "0", "nonsense"} {
		var back T
		require.ErrorIs(t, P(&back).UnmarshalText([]byte(wrong)), ksb.ErrValue, "%T %q", back, wrong)
	}
}

func TestTexts(t *testing.T) {
	t.Parallel()
	roundTrip(t, []assess.EvidenceKind{assess.Self, assess.Peer, assess.Supervisor, assess.WorkProduct, assess.Observation, assess.Certificate, assess.Test, assess.SignOff},
		"self", "peer", "supervisor", "work-product", "observation", "certificate", "test", "sign-off")
	roundTrip(t, []assess.Mode{assess.Graded, assess.AtLeast, assess.Below}, "graded", "at-least", "below")
	roundTrip(t, []assess.State{assess.Accepted, assess.Submitted, assess.Draft, assess.Rejected}, "accepted", "submitted", "draft", "rejected")
	roundTrip(t, []assess.Status{assess.NotEvidenced, assess.Met, assess.Contested, assess.Expired, assess.BelowLevel, assess.Uncertain, assess.NotApplicable},
		"not-evidenced", "met", "contested", "expired", "below", "uncertain", "not-applicable")
	roundTrip(t, []assess.Action{assess.None, assess.Assess, assess.Moderate, assess.Renew, assess.Develop}, "none", "assess", "moderate", "renew", "develop")
	roundTrip(t, []assess.Verdict{assess.Unknown, assess.Yes, assess.No}, "unknown", "yes", "no")
	roundTrip(t, []assess.GateState{assess.GateUnknown, assess.GateMet, assess.GateNotMet}, "unknown", "met", "not-met")
}

// TestZeroNames: a kind, a mode and a state that nobody gave have no text to write.
func TestZeroNames(t *testing.T) {
	t.Parallel()
	for _, zero := range []encoding.TextMarshaler{assess.EvidenceKind(0), assess.Mode(0), assess.State(0), assess.EvidenceKind(9)} {
		_, err := zero.MarshalText()
		require.ErrorIs(t, err, ksb.ErrValue, "%T", zero)
	}
}

func TestParty(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "apprentice", "employer", "provider", "assessor"} {
		var p assess.Party
		require.NoError(t, p.UnmarshalText([]byte(text)))
		require.Equal(t, assess.Party(text), p)
	}
	var p assess.Party
	require.ErrorIs(t, p.UnmarshalText([]byte("Employer")), ksb.ErrValue)
}

// TestStatementRefJSON: a text, or an object where there is a level.
func TestStatementRefJSON(t *testing.T) {
	t.Parallel()
	level, zero := 2.5, 0.0
	for text, want := range map[string]assess.StatementRef{
		`"S1"`: {ID: "S1"}, `{"id":"S1","level":2.5}`: {ID: "S1", Level: &level}, `{"id":"S1","level":0}`: {ID: "S1", Level: &zero},
	} {
		var got assess.StatementRef
		require.NoError(t, json.Unmarshal([]byte(text), &got), text)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
		back, err := json.Marshal(got)
		require.NoError(t, err)
		require.Equal(t, text, string(back))
	}
	var got assess.StatementRef
	require.NoError(t, json.Unmarshal([]byte(`{"id":"S1"}`), &got), "an object without a level is a text")
	require.Equal(t, assess.Refs("S1"), []assess.StatementRef{got})
	for _, wrong := range []string{`""`, `{}`, `{"id":""}`, `null`, `3`, `["S1"]`, `{"id":"S1","lvl":2}`, `{"id":"S1","level":"2"}`} {
		require.ErrorIs(t, json.Unmarshal([]byte(wrong), &got), ksb.ErrWrongType, wrong)
	}
}

// TestFactsJSON: numbers and days, by name.
func TestFactsJSON(t *testing.T) {
	t.Parallel()
	const text = `{"ageAtStart":22,"hoursAWeek":37.5,"nought":0,"start":"2026-06-30"}`
	var got assess.Facts
	require.NoError(t, json.Unmarshal([]byte(text), &got))
	want := assess.Facts{"ageAtStart": {Number: 22}, "hoursAWeek": {Number: 37.5}, "nought": {}, "start": {Date: today}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	require.Equal(t, today, got.Start())
	require.Zero(t, assess.Facts{"start": {Number: 3}}.Start(), "a number is no day")
	back, err := json.Marshal(got)
	require.NoError(t, err)
	require.Equal(t, text, string(back))
	for wrong, fault := range map[string]error{
		`""`: ksb.ErrWrongType, `true`: ksb.ErrWrongType, `[1]`: ksb.ErrWrongType, `"2025-02-30"`: ksb.ErrDate, `"soon"`: ksb.ErrDate,
	} {
		var f assess.Fact
		require.ErrorIs(t, json.Unmarshal([]byte(wrong), &f), fault, wrong)
	}
}

// TestNullIsNoFact: nothing is not zero.
func TestNullIsNoFact(t *testing.T) {
	t.Parallel()
	var f assess.Fact
	require.Error(t, f.UnmarshalJSON([]byte(`null`)))
}

// TestNumbersJSON: an object, read in the order of the names.
func TestNumbersJSON(t *testing.T) {
	t.Parallel()
	var got assess.Numbers
	require.NoError(t, json.Unmarshal([]byte(`{"b":1,"a \"b\"":-0.5}`), &got))
	want := assess.Numbers{{Name: `a "b"`, Value: -0.5}, {Name: "b", Value: 1}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	back, err := json.Marshal(got)
	require.NoError(t, err)
	require.Equal(t, `{"a \"b\"":-0.5,"b":1}`, string(back))
	value, given := got.Of("b")
	require.True(t, given)
	require.InDelta(t, 1, value, 0)
	_, given = got.Of("c")
	require.False(t, given)
	for _, empty := range []assess.Numbers{nil, {}} {
		back, err = json.Marshal(empty)
		require.NoError(t, err)
		require.Equal(t, `{}`, string(back))
	}
	require.Error(t, json.Unmarshal([]byte(`{"a":"b"}`), &got))
}
