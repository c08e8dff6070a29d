package skillsengland_test

import (
	"bytes"
	"testing"

	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

func TestContractOfAPI(t *testing.T) {
	ksbtest.RunReader(t, ksbtest.Reader{
		Name: "standards.json", Read: skillsengland.Read,
		Samples: map[string][]byte{
			"one":      []byte(beekeeper),
			"HTML":     []byte(old(t, "<h3>Skills</h3><ul><li>Weave</li></ul>"+columns("<th>Knowledge</th><th>Behaviours</th>", "<td>Wool</td><td>Calm</td>"))),
			"list":     []byte("[" + small("") + ",\n" + edition("1.1", "Straw") + "]"),
			"by lines": []byte(small("") + "\n" + edition("1.0", "Straw") + "\n" + edition("1.1", "Straw and clay") + "\n"),
		},
		RowOrder: shuffledLines,
	})
}

func TestContractOfPage(t *testing.T) {
	ksbtest.RunReader(t, ksbtest.Reader{
		Name: "page.txt", Read: skillsengland.Read,
		Samples: map[string][]byte{"page": []byte(pottery)},
	})
}

// shuffledLines puts standards that stand one a line in another order; anything else
// has no rows.
func shuffledLines(sample []byte, shuffle func(n int, swap func(i, j int))) []byte {
	rows := bytes.Split(bytes.TrimSpace(sample), []byte("\n"))
	for _, row := range rows {
		if !bytes.HasPrefix(row, []byte(`{"`)) || !bytes.HasSuffix(row, []byte("}")) {
			return sample
		}
	}
	shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	return bytes.Join(rows, []byte("\n"))
}
