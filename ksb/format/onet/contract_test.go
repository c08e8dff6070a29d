package onet_test

import (
	"strings"
	"testing"

	"github.com/skillgap-go/skillgap/ksb/format/onet"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

func TestContract(t *testing.T) {
	head, _, _ := strings.Cut(small()["Skills.txt"], "\n")
	ksbtest.RunReader(t, ksbtest.Reader{
		Name: "Skills.txt", Read: onet.Read,
		Samples: map[string][]byte{
			"skills":    []byte(small()["Skills.txt"]),
			"knowledge": []byte(small()["Knowledge.txt"]),
			"faults": []byte(head + "\n45-2011.00\t2.A.1.a\tReading\tIM\t9\t8\t0.1\t2\t4\tN\t\t08/2023\tAnalyst\n" +
				"x\t2.A.1.a\tReading\tIM\t2\t8\t0.1\t2\t4\tN\t\t08/2023\tAnalyst\nshort\n"),
		},
		RowOrder: shuffledRows,
	})
}
