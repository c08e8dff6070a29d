package all_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/format/all"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

// BenchmarkRead reads a framework in the project's own format through the whole suite;
// "plain json" is encoding/json alone over the same bytes, into any.
func BenchmarkRead(b *testing.B) {
	var codes []string
	for i := range 2000 {
		codes = append(codes, fmt.Sprint("K", i))
	}
	var out bytes.Buffer
	require.NoError(b, ksbjson.Write(&out, ksbtest.Standard("large", codes...)))
	data := out.Bytes()
	b.Run("all", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			f, _, _ := all.Suite().Read(bytes.NewReader(data), "f")
			require.Len(b, f.Statements, len(codes))
		}
	})
	b.Run("plain json", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			var v any
			require.NoError(b, json.Unmarshal(data, &v))
		}
	})
}
