package ksb_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

func TestParseDate(t *testing.T) {
	tests := []struct {
		why, text string
		want      ksb.Date // 0: refused
	}{
		{"the first day is 1, so that 0 can mean undated", "0001-01-01", 1},
		{"the second day", "0001-01-02", 2},
		{"the day that Unix time counts from", "1970-01-01", 719163},
		{"the last day that four digits can name", "9999-12-31", 3652059},
		{"a leap day", "2024-02-29", 738945},
		{"a leap day of a century divisible by 400", "2000-02-29", 730179},

		{"30 February is no day, and is not moved to March", "2026-02-30", 0},
		{"not a leap year", "2026-02-29", 0},
		{"a century not divisible by 400 is not a leap year", "1900-02-29", 0},
		{"there is no year 0", "0000-12-31", 0},
		{"no month 13", "2026-13-01", 0},
		{"no month 0", "2026-00-10", 0},
		{"no day 0", "2026-01-00", 0},
		{"two digits for month and day", "2026-1-2", 0},
		{"four digits for the year", "26-01-02", 0},
		{"no year of five digits", "10000-01-01", 0},
		{"the British order is not guessed at", "31/01/2026", 0},
		{"no time of day, hence no zone to argue about", "2026-01-31T00:00:00Z", 0},
		{"no blanks", " 2026-01-31", 0},
		{"no sign", "-026-01-31", 0},
		{"an empty text is no day here; UnmarshalText takes it for undated", "", 0},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			got, err := ksb.ParseDate(tt.text)
			require.Equal(t, tt.want == 0, err != nil, "error: %v", err)
			if err != nil {
				require.ErrorIs(t, err, ksb.ErrDate)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Every 97th day, a step that shares no factor with weeks, years or 400 years of
// days, and therefore meets every month and leap rule.
func TestDatesRoundTrip(t *testing.T) {
	day := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	for d := ksb.Date(1); d <= 3652059; d += 97 {
		text := day.AddDate(0, 0, int(d)-1).Format(time.DateOnly)
		require.Equal(t, text, d.String())
		back, err := ksb.ParseDate(text)
		require.NoError(t, err)
		require.Equal(t, d, back)
	}
}

func TestDatesCompareAndCountInDays(t *testing.T) {
	day := func(s string) ksb.Date {
		d, err := ksb.ParseDate(s)
		require.NoError(t, err)
		return d
	}
	require.Equal(t, day("2024-03-01"), day("2024-02-28").AddDays(2), "a leap day lies between")
	require.Equal(t, day("2023-03-01"), day("2023-02-28").AddDays(1), "no leap day lies between")
	require.Equal(t, day("2025-12-31"), day("2026-01-01").AddDays(-1))
	require.Less(t, day("2025-12-31"), day("2026-01-01"), "dates compare as numbers")
	require.Zero(t, ksb.Date(0).AddDays(30), "an undated day stays undated")
}

func TestUndated(t *testing.T) {
	type holder struct {
		At   ksb.Date `json:"at"`
		From ksb.Date `json:"from,omitzero"`
	}
	require.Empty(t, ksb.Date(0).String())

	written, err := json.Marshal(holder{})
	require.NoError(t, err)
	require.JSONEq(t, `{"at":""}`, string(written), "undated is an empty text, and a zero value to omitzero")

	back := holder{At: 5}
	require.NoError(t, json.Unmarshal([]byte(`{"at":""}`), &back))
	require.Zero(t, back.At, "an empty text takes away what stood there")
	require.ErrorIs(t, json.Unmarshal([]byte(`{"at":"2026-02-30"}`), &back), ksb.ErrDate)
	require.Zero(t, back.At, "a refused text leaves nothing half read")
}
