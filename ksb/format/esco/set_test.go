package esco_test

import (
	"bytes"
	"encoding/csv"
	"testing"

	"github.com/skillgap-go/skillgap/ksb/format/esco"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

func TestContractOfSets(t *testing.T) {
	ksbtest.RunSet(t, ksbtest.Set{
		DetectFS: esco.DetectFS, ReadFS: esco.ReadFS, RowOrder: shuffledRows,
		Samples: map[string]map[string][]byte{"tabiya": filesOf(tabiya()), "official": filesOf(official())},
	})
}

func filesOf(set map[string]string) map[string][]byte {
	files := map[string][]byte{}
	for name, text := range set {
		files[name] = []byte(text)
	}
	return files
}

// shuffledRows puts the rows below the header in another order; a table that cannot be
// parted stays as it is.
func shuffledRows(sample []byte, shuffle func(int, func(i, j int))) []byte {
	rows, err := csv.NewReader(bytes.NewReader(sample)).ReadAll()
	if err != nil {
		return sample
	}
	shuffle(len(rows)-1, func(i, j int) { rows[i+1], rows[j+1] = rows[j+1], rows[i+1] })
	var out bytes.Buffer
	_ = csv.NewWriter(&out).WriteAll(rows) // a buffer takes every byte
	return out.Bytes()
}
