package onet_test

import (
	"strings"
	"testing"

	"github.com/skillgap-go/skillgap/ksb/format/onet"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

func TestContractOfSets(t *testing.T) {
	files := map[string][]byte{}
	for name, text := range small() {
		files["db/"+name] = []byte(text)
	}
	ksbtest.RunSet(t, ksbtest.Set{
		DetectFS: onet.DetectFS, ReadFS: onet.ReadFS, RowOrder: shuffledRows, Samples: map[string]map[string][]byte{"small": files},
	})
}

// shuffledRows puts the rows below the header in another order.
func shuffledRows(sample []byte, shuffle func(int, func(i, j int))) []byte {
	lines := strings.Split(strings.TrimSuffix(string(sample), "\n"), "\n")
	rows := lines[1:]
	shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	return []byte(strings.Join(lines, "\n") + "\n")
}
