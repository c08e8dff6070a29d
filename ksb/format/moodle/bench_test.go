package moodle_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/format/moodle"
)

// BenchmarkRead reads a framework of 5,000 competencies; "plain csv" is encoding/csv
// alone over the same bytes.
func BenchmarkRead(b *testing.B) {
	data := large(5000)
	b.Run("moodle", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			f, _ := moodle.Read(bytes.NewReader(data), "f")
			require.Len(b, f.Statements, 5000)
		}
	})
	b.Run("plain csv", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			_, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
			require.NoError(b, err)
		}
	})
}

// large is a framework of n competencies, ten below each that has any.
func large(n int) []byte {
	var out bytes.Buffer
	out.WriteString(today[:strings.Index(today, "\nclay")] + "\n")
	for i := range n {
		parent := ""
		if i >= 10 {
			parent = fmt.Sprint(i / 10)
		}
		fmt.Fprintf(&out, "%s,%d,Competency %d,\"<p>Do thing %d of many, as the <b>rules</b> say, &amp; tell about it</p>\",1,,,,0,null,,%d,,\n", parent, i+1, i, i, i)
	}
	return out.Bytes()
}
