package strictjson_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

func TestEncode(t *testing.T) {
	type pair struct {
		B string `json:"b"`
		A any    `json:"a,omitempty"`
	}
	tests := []struct {
		why  string
		give any
		want string
	}{
		{"keys in the order of the fields, two spaces, one newline", pair{"x", []int{1, 2}}, "{\n  \"b\": \"x\",\n  \"a\": [\n    1,\n    2\n  ]\n}\n"},
		{"empty lists and objects on one line", []any{[]int{}, struct{}{}}, "[\n  [],\n  {}\n]\n"},
		{"no HTML escapes", "<a & b>", "\"<a & b>\"\n"},
		{"other letters as they are", "é😀\u007f", "\"é😀\u007f\"\n"},
		{"the keys of a table sorted", map[string]int{"b": 1, "a": 2}, "{\n  \"a\": 2,\n  \"b\": 1\n}\n"},
		{"numbers with all their digits", []float64{0.1, 1.0 / 3, 1e-7}, "[\n  0.1,\n  0.3333333333333333,\n  1e-7\n]\n"},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			got, err := strictjson.Encode(tt.give)
			require.NoError(t, err)
			if diff := cmp.Diff(tt.want, string(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEncodeRefusesWhatHasNoName(t *testing.T) {
	for _, encode := range []func(any) ([]byte, error){strictjson.Encode, strictjson.EncodeRounded} {
		_, err := encode(ksb.Kind(0))
		require.ErrorIs(t, err, ksb.ErrValue)
		_, err = encode(math.NaN())
		require.Error(t, err)
	}
}

func TestEncodeRounded(t *testing.T) {
	tests := []struct {
		why  string
		give any
		want string
	}{
		{"six decimals", 1.0 / 3, "0.333333"},
		{"shortest: no zeros at the end", 0.5, "0.5"},
		{"a whole number has no point", 2.0, "2"},
		{"half away from zero: 1/128 is exactly 0.0078125", 1.0 / 128, "0.007813"},
		{"below zero too", -1.0 / 128, "-0.007813"},
		{"half to even would go down here", 0.0000005, "0.000001"},
		{"just below the half", 0.00000049, "0"},
		{"no negative zero, as it comes", math.Copysign(0, -1), "0"},
		{"no negative zero, as it is rounded", -0.0000001, "0"},
		{"no exponent for small numbers", 1e-300, "0"},
		{"no exponent for great ones", 1.5e21, "1500000000000000000000"},
		{"whole numbers to the last digit", int64(math.MaxInt64), "9223372036854775807"},
		{"carried over", 0.9999999, "1"},
		{"digits in a text are no number", "0.12345678 \"-0\" 1e9", `"0.12345678 \"-0\" 1e9"`},
		{"nor in a key", map[string]float64{"0.12345678": 0.12345678}, `{"0.12345678":0.123457}`},
		{"lists of them", []float64{0.1234567, -0.1234567}, "[0.123457,-0.123457]"},
		{"other words", []any{true, false, nil}, "[true,false,null]"},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			got, err := strictjson.EncodeRounded(tt.give)
			require.NoError(t, err)
			require.True(t, json.Valid(got))
			if diff := cmp.Diff(tt.want, strings.NewReplacer("\n", "", "  ", "", ": ", ":").Replace(string(got))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// roundedExactly is the oracle: the number in its full binary value, to six decimals,
// half away from zero.
func roundedExactly(x float64) float64 {
	scaled := new(big.Rat).Mul(new(big.Rat).SetFloat64(math.Abs(x)), big.NewRat(1_000_000, 1))
	scaled.Add(scaled, big.NewRat(1, 2))
	whole := new(big.Int).Quo(scaled.Num(), scaled.Denom())
	rounded, _ := new(big.Rat).SetFrac(whole, big.NewInt(1_000_000)).Float64()
	return math.Copysign(rounded, x) + 0
}

func TestRound6AgainstExactArithmetic(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 6))
	for range 100_000 {
		x := (random.Float64() - 0.5) * 10 // shares, beliefs and levels
		require.Equal(t, roundedExactly(x), strictjson.Round6(x), "%v", x)
	}
}

func TestRound6(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 8))
	for range 100_000 {
		once := strictjson.Round6((random.Float64() - 0.5) * math.Pow(10, float64(random.IntN(17)-8)))
		require.Equal(t, once, strictjson.Round6(once), "rounding again changes nothing")
		_, decimals, _ := strings.Cut(strconv.FormatFloat(once, 'f', -1, 64), ".")
		require.LessOrEqual(t, len(decimals), 6)
		require.False(t, once == 0 && math.Signbit(once), "no negative zero")
	}
}

// Above 2^33 a float has no seventh decimal to round away, so nothing may change; and
// every finite number can be written.
func TestRound6OfGreatNumbers(t *testing.T) {
	for _, x := range []float64{1.0496671100712059e+10, -2.6568420994855566e+11, 1e22 / 3, 1e305, math.MaxFloat64, -math.MaxFloat64} {
		t.Run(fmt.Sprint(x), func(t *testing.T) {
			require.Equal(t, x, strictjson.Round6(x))
			_, err := strictjson.EncodeRounded(x)
			require.NoError(t, err)
		})
	}
}
