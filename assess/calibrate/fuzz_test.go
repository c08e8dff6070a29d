package calibrate_test

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess/calibrate"
)

// numbersOf reads any bytes as numbers, whatever they are.
func numbersOf(data []byte) (list []float64) {
	for ; len(data) >= 8 && len(list) < 60; data = data[8:] {
		list = append(list, math.Float64frombits(binary.LittleEndian.Uint64(data)))
	}
	return list
}

func bytesOf(list ...float64) (data []byte) {
	for _, x := range list {
		data = binary.LittleEndian.AppendUint64(data, math.Float64bits(x))
	}
	return data
}

func requireNumbers(t *testing.T, list ...float64) {
	t.Helper()
	for _, x := range list {
		require.False(t, math.IsNaN(x) || math.IsInf(x, 0), "%v", list)
	}
}

// Whatever it is given, a measure is a number or an error.
func FuzzNumbers(f *testing.F) {
	f.Add(bytesOf(9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8), uint8(4), .95)
	f.Add(bytesOf(1, 2, 2, 1), uint8(2), .5)
	f.Add(bytesOf(1e-300, 1e-200, 0, 1e6, -1e6, 1e6), uint8(2), .999999)
	f.Add(bytesOf(math.NaN(), 2, math.Inf(1), 1), uint8(2), math.NaN())
	f.Add(bytesOf(1, 1, 1, 1, 2, 2), uint8(2), 1e-300)
	f.Fuzz(func(t *testing.T, data []byte, width uint8, level float64) {
		list, columns := numbersOf(data), int(width%6)+1
		var rows [][]float64
		for ; len(list) >= columns; list = list[columns:] {
			rows = append(rows, list[:columns])
		}
		if c, err := calibrate.Intraclass(rows, level); err == nil {
			requireNumbers(t, c.Between, c.Within, c.BetweenRaters, c.Residue)
			for _, one := range []calibrate.Coefficient{c.One1, c.Two1, c.Three1, c.OneK, c.TwoK, c.ThreeK} {
				requireNumbers(t, one.Value, one.Low, one.High)
				require.False(t, one.Bounded && one.Low > one.High)
			}
		}
		for _, m := range metrics() {
			if c, err := calibrate.Alpha(append(rows, list), m, calibrate.Resampling{Samples: 5, Level: level}); err == nil {
				requireNumbers(t, c.Value, c.Low, c.High)
			}
		}
		if r, err := calibrate.SpearmanBrown(level, float64(width)); err == nil {
			requireNumbers(t, r)
			require.True(t, r >= 0 && r <= 1)
		}
	})
}

func FuzzDawidSkene(f *testing.F) {
	f.Add([]byte{0, 0, 1, 0, 1, 2, 1, 0, 0}, uint8(3))
	f.Add([]byte{0, 0, 0}, uint8(2))
	f.Fuzz(func(t *testing.T, data []byte, grades uint8) {
		var votes []calibrate.Vote
		for ; len(data) >= 3 && len(votes) < 100; data = data[3:] {
			votes = append(votes, calibrate.Vote{Unit: string(data[:1]), Observer: string(data[1:2]), Grade: int(data[2]) % max(1, int(grades%8))})
		}
		c, err := calibrate.DawidSkene(votes, int(grades%8))
		if err != nil {
			return
		}
		requireNumbers(t, append(c.Marginals, c.LogLik)...)
		for _, posterior := range c.Posterior {
			requireNumbers(t, posterior...)
		}
	})
}
