package ksb_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

// The two published examples are those of O*NET (onetcenter.org, question 20): 3 on
// importance is 50, 5 on level is 71.
func TestStandardise(t *testing.T) {
	tests := []struct {
		why   string
		scale ksb.ValueRange
		give  float64
		want  float64
	}{
		{"published: importance", ksb.ONETImportance(), 3, 50},
		{"published: level, before rounding", ksb.ONETLevel(), 5, 500.0 / 7},
		{"the least importance is 1, which is nothing", ksb.ONETImportance(), 1, 0},
		{"the least level", ksb.ONETLevel(), 0, 0},
		{"the greatest", ksb.ONETLevel(), 7, 100},
		{"how often", ksb.ONETFrequency(), 2.5, 50},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			got, err := tt.scale.Standardise(tt.give)
			require.NoError(t, err)
			require.InDelta(t, tt.want, got, 1e-12)
		})
	}
	level, _ := ksb.ONETLevel().Standardise(5)
	require.Equal(t, 71.0, math.Round(level))
}

func TestStandardiseRefuses(t *testing.T) {
	tests := []struct {
		why   string
		scale ksb.ValueRange
		give  float64
	}{
		{"below the least: importance starts at 1", ksb.ONETImportance(), 0},
		{"above the greatest", ksb.ONETLevel(), 7.01},
		{"no number", ksb.ONETLevel(), math.NaN()},
		{"a range without a length", ksb.ValueRange{Low: 1, High: 1}, 1},
		{"the zero range", ksb.ValueRange{}, 0},
		{"a range upside down", ksb.ValueRange{Low: 5, High: 1}, 3},
		{"a range without an end", ksb.ValueRange{Low: 0, High: math.Inf(1)}, 3},
		{"a range longer than any number", ksb.ValueRange{Low: -math.MaxFloat64, High: math.MaxFloat64}, 3},
		{"a range of no numbers", ksb.ValueRange{Low: math.NaN(), High: 1}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			_, err := tt.scale.Standardise(tt.give)
			require.ErrorIs(t, err, ksb.ErrValue)
		})
	}
}
