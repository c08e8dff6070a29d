package ksb_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

func ratings() []ksb.ScaleID { return []ksb.ScaleID{"0-4", "1-5", "0-10", "rag", "yes-partly-no"} }

func conversion(t *testing.T, from, to ksb.ScaleID) ksb.Conversion {
	t.Helper()
	c, known := ksb.RatingConversion(from, to)
	require.True(t, known)
	return c
}

func TestConversionCheck(t *testing.T) {
	tests := []struct {
		why    string
		change func(*ksb.Conversion)
		want   []ksb.Fault
	}{
		{"a table that says everything", func(*ksb.Conversion) {}, nil},
		{"rungs may merge", func(c *ksb.Conversion) { c.Rungs = []ksb.Level{0, 0, 0, 0, 2} }, nil},
		{"a rung that goes nowhere", func(c *ksb.Conversion) { c.Rungs = c.Rungs[:4] }, []ksb.Fault{ksb.ErrMissing}},
		{"a rung that comes from nowhere", func(c *ksb.Conversion) { c.Rungs = append(c.Rungs, 2) }, []ksb.Fault{ksb.ErrLevel}},
		{"above the top", func(c *ksb.Conversion) { c.Rungs = []ksb.Level{0, 0, 1, 1, 3} }, []ksb.Fault{ksb.ErrLevel}},
		{"nothing shown stays nothing shown", func(c *ksb.Conversion) { c.Rungs = []ksb.Level{1, 1, 1, 1, 2} }, []ksb.Fault{ksb.ErrLevel}},
		{"who could do more does not become able to do less", func(c *ksb.Conversion) { c.Rungs = []ksb.Level{0, 2, 1, 2, 2} }, []ksb.Fault{ksb.ErrValue}},
		{"a scale without rungs", func(c *ksb.Conversion) { c.To.Rungs = nil; c.Rungs = nil }, []ksb.Fault{ksb.ErrMissing, ksb.ErrScale}},
		{"every mistake at once", func(c *ksb.Conversion) { c.Rungs = []ksb.Level{1, 0, 9} }, []ksb.Fault{ksb.ErrMissing, ksb.ErrLevel, ksb.ErrValue, ksb.ErrLevel}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			c := conversion(t, "1-5", "rag")
			tt.change(&c)
			var got []ksb.Fault
			for _, p := range c.Check() {
				got = append(got, p.Fault)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestConversionLevel(t *testing.T) {
	c := conversion(t, "0-10", "rag")
	got, err := c.Level(9)
	require.NoError(t, err)
	require.Equal(t, ksb.Level(1), got, "nine of ten is not the top")
	_, err = c.Level(11)
	require.ErrorIs(t, err, ksb.ErrLevel)
	_, err = ksb.Conversion{}.Level(0)
	require.ErrorIs(t, err, ksb.ErrLevel, "no table, no level")
}

func TestConversionLoss(t *testing.T) {
	tests := []struct {
		why      string
		from, to ksb.ScaleID
		want     ksb.Loss
	}{
		{"the same five rungs under other names", "0-4", "1-5", ksb.Loss{}},
		{"a finer scale loses nothing and gains nothing", "rag", "0-4", ksb.Loss{Unused: []ksb.Level{1, 3}}},
		{"five rungs on three", "0-4", "rag", ksb.Loss{Merged: [][]ksb.Level{{0, 1}, {2, 3}}, Undone: []ksb.Level{1}}},
		{"eleven rungs on five", "0-10", "1-5", ksb.Loss{Merged: [][]ksb.Level{{0, 1, 2}, {3, 4}, {5, 6, 7}, {8, 9}}, Undone: []ksb.Level{1, 2}}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			got := conversion(t, tt.from, tt.to).Loss()
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
			require.Equal(t, len(tt.want.Merged) == 0, got.None())
		})
	}
}

// The tables are written out; this is the rule that they follow: no rung stands
// higher on the new scale than it stood on the old one, and none could stand higher.
func TestRatingConversionsNeverCreditMore(t *testing.T) {
	for _, from := range ratings() {
		for _, to := range ratings() {
			c := conversion(t, from, to)
			require.NoError(t, c.Check().Err(), "%s to %s", from, to)
			top, newTop := int(c.From.Top()), int(c.To.Top())
			for k, rung := range c.Rungs {
				require.Equal(t, k*newTop/top, int(rung), "rung %d of %s on %s", k, from, to)
			}
		}
	}
}

func TestConversionThen(t *testing.T) {
	both, err := conversion(t, "0-10", "0-4").Then(conversion(t, "0-4", "rag"))
	require.NoError(t, err)
	if diff := cmp.Diff(conversion(t, "0-10", "rag"), both); diff != "" {
		t.Error("by way of five rungs or straight:", diff)
	}

	there, err := conversion(t, "rag", "0-10").Then(conversion(t, "0-10", "rag"))
	require.NoError(t, err)
	require.True(t, there.Loss().None(), "to a finer scale and back")

	_, err = conversion(t, "0-10", "0-4").Then(conversion(t, "1-5", "rag"))
	require.ErrorIs(t, err, ksb.ErrScale, "five rungs are not the same five rungs")

	broken := conversion(t, "0-4", "rag")
	broken.Rungs = []ksb.Level{0}
	_, err = conversion(t, "0-10", "0-4").Then(broken)
	require.ErrorIs(t, err, ksb.ErrMissing)
	broken.From, broken.To = broken.To, broken.From
	_, err = broken.Then(conversion(t, "0-4", "rag"))
	require.ErrorIs(t, err, ksb.ErrMissing)
}

func TestRatingOfNoSuchScale(t *testing.T) {
	_, known := ksb.Rating("0-7")
	require.False(t, known)
	for _, pair := range [][2]ksb.ScaleID{{"", "rag"}, {"rag", ""}} {
		_, known = ksb.RatingConversion(pair[0], pair[1])
		require.False(t, known)
	}
}
