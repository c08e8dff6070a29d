package belief

import (
	"encoding/binary"
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzEstimate reads any bytes as a scale and pieces of raw floating-point fields,
// so that NaN and the infinities come up as often as anything else. Minimising what is
// merely interesting takes the whole time of a short run: use -fuzzminimizetime=1x.
func FuzzEstimate(f *testing.F) {
	f.Add([]byte{})
	f.Add(encode(4, 730, mix()...))
	f.Add(encode(1, 0, says(0, 77, 1, 1), says(0, Below, 0, .5)))
	f.Add(encode(2, math.Inf(1), aged(says(0, Graded, 2, .75), math.Inf(1)))) // the oldest piece that never ages
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), -1, 0, 5e-324, math.MaxFloat64} {
		f.Add(encode(6, 730, Piece{Mode: Graded, Level: v, Reliability: .75, Weight: 1}))
		f.Add(encode(5, 730, Piece{Mode: AtLeast, Level: 2, Reliability: v, Weight: 1}))
		f.Add(encode(4, 730, Piece{Mode: Below, Level: 2, Reliability: .75, Weight: v}))
		f.Add(encode(3, 730, Piece{Mode: Graded, Level: 2, Reliability: .75, Weight: 1, AgeDays: v}))
		f.Add(encode(2, v, Piece{Mode: Graded, Level: 2, Reliability: .75, Weight: 1, AgeDays: 1}))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, pieces := decode(data)
		for _, m := range everyModel {
			requireSane(t, m, s, pieces)
		}
	})
}

// FuzzRollUp reads any bytes as a tree of raw weights and beliefs: either the error says
// what is wrong, or beliefs and utilities are shares.
func FuzzRollUp(f *testing.F) {
	f.Add([]byte{3, 1, 2, 200, 30, 7})
	f.Add(encode(4, 730, mix()...))
	f.Fuzz(func(t *testing.T, data []byte) {
		n, _ := decodeNode(data, 4)
		d, err := n.RollUp()
		if err != nil {
			require.ErrorIs(t, err, ErrParameter)
			return
		}
		require.True(t, inUnit(d.Unassigned()), "%v", d)
		utilities := make([]float64, len(d))
		for i, b := range d {
			require.True(t, b >= 0 && b <= 1+1e-9, "%v", d)
			utilities[i] = float64(i) / float64(len(d))
		}
		low, high, err := d.Utility(utilities)
		require.NoError(t, err)
		require.True(t, -1e-9 <= low && low <= high && high <= 1+1e-9, "%v: %v to %v", d, low, high)
	})
}

// decodeNode takes one byte for the number of parts or grades, and eight for a number.
func decodeNode(data []byte, depth int) (n Node, rest []byte) {
	next := func() float64 {
		if len(data) < 8 {
			data = nil
			return 0.25
		}
		v := float(data)
		data = data[8:]
		return v
	}
	if len(data) == 0 {
		return n, nil
	}
	kind := int(data[0])
	data = data[1:]
	n.Weight = next()
	for range kind % 5 {
		if depth == 0 || kind >= 128 {
			n.Belief = append(n.Belief, next())
			continue
		}
		var part Node
		part, data = decodeNode(data, depth-1)
		n.Parts = append(n.Parts, part)
	}
	return n, data
}

// The layout: top and half-life, then of each piece source, mode and four floats.
const (
	scaleSize = 1 + 8
	pieceSize = 2 + 4*8
	most      = 64 // pieces; more would only be slower
)

func decode(data []byte) (s Scale, pieces []Piece) {
	s.Top = 1
	if len(data) < scaleSize {
		return s, nil
	}
	s.Top, s.HalfLifeDays = 1+int(data[0]%6), float(data[1:])
	for data = data[scaleSize:]; len(data) >= pieceSize && len(pieces) < most; data = data[pieceSize:] {
		pieces = append(pieces, Piece{
			ID: strconv.Itoa(len(pieces)), Source: int(int8(data[0])), Mode: Mode(data[1]),
			Level: float(data[2:]), Reliability: float(data[10:]), Weight: float(data[18:]), AgeDays: float(data[26:]),
		})
	}
	return s, pieces
}

func float(data []byte) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(data)) }

func encode(top int, halfLife float64, pieces ...Piece) []byte {
	data := binary.LittleEndian.AppendUint64([]byte{byte(top - 1)}, math.Float64bits(halfLife))
	for _, p := range pieces {
		data = append(data, byte(p.Source), byte(p.Mode))
		for _, v := range []float64{p.Level, p.Reliability, p.Weight, p.AgeDays} {
			data = binary.LittleEndian.AppendUint64(data, math.Float64bits(v))
		}
	}
	return data
}
