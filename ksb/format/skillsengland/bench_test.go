package skillsengland_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

// The whole sample of real standards; beside it a bare decoder that only takes the
// same bytes apart.
func BenchmarkRead(b *testing.B) {
	data := unpacked(b, given.Shared(b, "data", "skills-england", "standards-sample.ndjson.gz"))
	b.Run("Read", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			skillsengland.Read(bytes.NewReader(data), "sample")
		}
	})
	b.Run("encoding/json", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			for line := range bytes.Lines(data) {
				var object any
				if err := json.Unmarshal(line, &object); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
