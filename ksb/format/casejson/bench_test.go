package casejson_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/casejson"
	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

// BenchmarkRead reads a package of ours and a real one; "plain json" is encoding/json
// alone over the same bytes, into any.
func BenchmarkRead(b *testing.B) {
	b.Run("ours", func(b *testing.B) { beside(b, large(b)) })
	b.Run("real", func(b *testing.B) {
		beside(b, contents(b, given.Shared(b, "data", "case", "opensalt-framework-20c5134f.json")))
	})
}

func beside(b *testing.B, data []byte) {
	b.Run("casejson", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			f, _ := casejson.Read(bytes.NewReader(data), "f")
			require.NotEmpty(b, f.Statements)
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

// large is a package of a thousand statements, each of them required.
func large(b *testing.B) []byte {
	f := ksb.Framework{Format: ksb.Format, ID: "large", Title: "Large", Roles: []ksb.Role{{ID: "r", Title: "Role"}}}
	for i := range 1000 {
		id := ksb.StatementID(fmt.Sprint("s", i))
		f.Statements = append(f.Statements, ksb.Statement{ID: id, Code: fmt.Sprint("K", i), Kind: ksb.Knowledge, Text: fmt.Sprintf("Explain thing %d of many, and what follows from it", i)})
		f.Roles[0].Requirements = append(f.Roles[0].Requirements, ksb.Requirement{Statement: id})
	}
	var out bytes.Buffer
	_, err := casejson.Write(&out, f)
	require.NoError(b, err)
	return out.Bytes()
}
