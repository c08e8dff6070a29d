package strictjson

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"
)

// Encode writes v as a document: keys in the order of the fields, two spaces of
// indent, no HTML escapes, one newline at the end. Numbers are written as they are,
// in their shortest form, so what was read is written again to the byte.
func Encode(v any) ([]byte, error) {
	compact, err := marshal(v)
	if err != nil {
		return nil, err
	}
	return indent(rewriteNumbers(compact, appendPlain))
}

// EncodeRounded is Encode for results: every number with a fraction is rounded to
// six decimals, half away from zero, and there is no negative zero.
func EncodeRounded(v any) ([]byte, error) {
	compact, err := marshal(v)
	if err != nil {
		return nil, err
	}
	return indent(rewriteNumbers(compact, appendRounded))
}

// Round6 rounds to six decimals, half away from zero, without a negative zero.
// Beyond 2^33 a number has no sixth decimal and stays as it is.
func Round6(x float64) float64 {
	if math.Abs(x) >= 1<<33 {
		return x
	}
	return math.Round(x*1e6)/1e6 + 0
}

func marshal(v any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(v)
	return out.Bytes(), err
}

func indent(compact []byte) ([]byte, error) {
	var out bytes.Buffer
	if err := json.Indent(&out, bytes.TrimSpace(compact), "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// rewriteNumbers copies valid JSON, with its numbers as the function writes them.
func rewriteNumbers(compact []byte, write func(out, number []byte) []byte) []byte {
	out := make([]byte, 0, len(compact))
	l := lexer{data: compact}
	for l.pos < len(compact) {
		start := l.pos
		switch c := compact[l.pos]; {
		case c == '"':
			l.text()
			out = append(out, compact[start:l.pos]...)
		case c == '-' || c >= '0' && c <= '9':
			out = write(out, l.number())
		default:
			out = append(out, c)
			l.pos++
		}
	}
	return out
}

// appendPlain knows no negative zero.
func appendPlain(out, number []byte) []byte {
	return append(out, bytes.TrimPrefix(number, negativeSignOf(number))...)
}

func negativeSignOf(number []byte) []byte {
	if string(number) == "-0" {
		return []byte("-")
	}
	return nil
}

func appendRounded(out, number []byte) []byte {
	if !bytes.ContainsAny(number, ".e") && !bytes.Equal(number, []byte("-0")) {
		return append(out, number...)
	}
	x, _ := strconv.ParseFloat(string(number), 64) // encoding/json wrote it
	return strconv.AppendFloat(out, Round6(x), 'f', -1, 64)
}
