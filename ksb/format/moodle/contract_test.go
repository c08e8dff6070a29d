package moodle_test

import (
	"bytes"
	"encoding/csv"
	"testing"

	"github.com/skillgap-go/skillgap/ksb/format/moodle"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

func TestContract(t *testing.T) {
	ksbtest.RunReader(t, ksbtest.Reader{
		Name: "framework.csv", Read: moodle.Read, Write: moodle.Write,
		Samples:  map[string][]byte{"today": []byte(today), "old": []byte(old)},
		RowOrder: shuffledRows,
	})
}

// shuffledRows puts the rows below the header in another order.
func shuffledRows(sample []byte, shuffle func(n int, swap func(i, j int))) []byte {
	records, _ := csv.NewReader(bytes.NewReader(sample)).ReadAll()
	rows := records[1:]
	shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	var out bytes.Buffer
	_ = csv.NewWriter(&out).WriteAll(records)
	return out.Bytes()
}
