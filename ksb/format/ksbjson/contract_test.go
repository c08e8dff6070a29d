package ksbjson_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

// JSON has no rows to shuffle: the order of its lists is kept, and does not show after
// Compile.
func TestContract(t *testing.T) {
	bad, err := os.ReadFile(filepath.Join("testdata", "bad.json"))
	require.NoError(t, err)
	ksbtest.RunReader(t, ksbtest.Reader{
		Name: "x.json", Read: ksbjson.Read, Write: ksbjson.Write,
		Samples: map[string][]byte{
			"rich":   written(t, rich()),
			"random": written(t, ksbtest.Random(rand.New(rand.NewPCG(1, 1)))),
			"small":  written(t, ksbtest.Standard("R1", "K1", "S1", "B1")),
			"bad":    bad,
		},
	})
}

// Whatever can be made is written and read again, the order of its lists kept.
func TestContractOfRandomStandards(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	for range 200 {
		requireRoundTrip(t, ksbtest.Shuffled(rng, ksbtest.Random(rng)))
	}
}
