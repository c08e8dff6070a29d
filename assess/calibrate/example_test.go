package calibrate_test

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/calibrate"
	"github.com/skillgap-go/skillgap/assess/format/policyjson"
	"github.com/skillgap-go/skillgap/ksb"
)

// Six targets, four raters: how far one rating stands for another depends on what the
// raters are.
func ExampleIntraclass() {
	c, err := calibrate.Intraclass([][]float64{{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}}, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("raters of their own %.2f (%.2f to %.2f)\n", c.One1.Value, c.One1.Low, c.One1.High)
	fmt.Printf("a sample of raters  %.2f (%.2f to %.2f)\n", c.Two1.Value, c.Two1.Low, c.Two1.High)
	fmt.Printf("these raters alone  %.2f (%.2f to %.2f)\n", c.Three1.Value, c.Three1.Low, c.Three1.High)
	// Output:
	// raters of their own 0.17 (-0.13 to 0.72)
	// a sample of raters  0.29 (0.02 to 0.76)
	// these raters alone  0.71 (0.34 to 0.95)
}

// A missing rating is not in the list of its unit.
func ExampleAlpha() {
	units := [][]float64{{1, 1, 1}, {2, 2, 3}, {3, 3}, {1, 2, 1}, {4}}
	c, err := calibrate.Alpha(units, calibrate.Ordinal, calibrate.Resampling{})
	fmt.Printf("%.3f %v\n", c.Value, err)
	// Output: 0.763 <nil>
}

func ExampleDawidSkene() {
	vote := func(unit, observer string, grade int) calibrate.Vote {
		return calibrate.Vote{Unit: unit, Observer: observer, Grade: grade}
	}
	c, err := calibrate.DawidSkene([]calibrate.Vote{
		vote("u1", "ana", 0), vote("u1", "ben", 0), vote("u1", "cyd", 1),
		vote("u2", "ana", 1), vote("u2", "ben", 1), vote("u2", "cyd", 1),
		vote("u3", "ana", 0), vote("u3", "ben", 0), vote("u3", "cyd", 0),
	}, 2)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Units, c.Grade)
	for _, f := range c.Findings {
		fmt.Println(f.Code, f.Numbers)
	}
	// Output:
	// [u1 u2 u3] [0 1 0]
	// few-units [{parameters 7} {units 3}]
}

func ExampleSpearmanBrown() {
	two, _ := calibrate.SpearmanBrown(0.6, 2)
	one, _ := calibrate.SpearmanBrown(two, 0.5)
	fmt.Printf("%.2f %.2f\n", two, one)
	// Output: 0.75 0.60
}

// theatre is a skill on five rungs, and forty people whom two peers rated.
func theatre() (*ksb.Index, []assess.Worker) {
	ix, _ := ksb.Compile(ksb.Framework{ID: "theatre",
		Scales:     []ksb.Scale{{ID: "five", Rungs: []string{"not yet", "aware", "with help", "alone", "leads"}}},
		Statements: []ksb.Statement{{ID: "S1", Code: "K1", Kind: ksb.Skill, Text: "Counts instruments", Scale: "five"}},
		Roles:      []ksb.Role{{ID: "R", Title: "Assistant", Requirements: []ksb.Requirement{{Statement: "S1", Level: 2}}}},
	})
	var workers []assess.Worker
	for i := range 40 {
		first, second := float64(i%5), float64((i+i/20)%5)
		workers = append(workers, assess.Worker{ID: fmt.Sprint("w-", i), Evidence: []assess.Evidence{
			{ID: "e1", Statements: assess.Refs("S1"), Kind: assess.Peer, Level: &first, By: "ana", At: 739797},
			{ID: "e2", Statements: assess.Refs("S1"), Kind: assess.Peer, Level: &second, By: "ben", At: 739800},
		}})
	}
	return ix, workers
}

func ExamplePairs() {
	ix, workers := theatre()
	pairs := calibrate.Pairs(ix, workers, 90)
	fmt.Println(len(pairs), "pairs, the first:", pairs[1].Kind, pairs[1].Statement, pairs[1].First, pairs[1].Second)
	// Output: 40 pairs, the first: peer S1 0.25 0.25
}

// What was measured goes into a policy, which any program of the project reads.
func ExampleMeasure() {
	ix, workers := theatre()
	c, err := calibrate.Measure(ix, workers, assess.DefaultPolicy(), calibrate.DefaultOptions())
	if err != nil {
		fmt.Println(err)
		return
	}
	peer := c.Kinds[0]
	fmt.Printf("%v: %.2f (%.2f to %.2f) from %d pairs, was %.2f\n", peer.Kind, peer.ICC.Value, peer.ICC.Low, peer.ICC.High, peer.Pairs, peer.Was)
	for _, f := range c.Findings[:2] {
		fmt.Println(f.Code, f.Refs)
	}
	var file bytes.Buffer
	if err := policyjson.Write(&file, c.Policy); err != nil {
		fmt.Println(err)
	}
	for line := range strings.Lines(file.String()) {
		if strings.Contains(line, "peer") {
			fmt.Print(strings.TrimSpace(line))
		}
	}
	// Output:
	// peer: 0.51 (0.24 to 0.71) from 40 pairs, was 0.42
	// self-has-one-source [self]
	// wide-interval [peer]
	// "peer": 0.509,
}

func ExampleSensitivity() {
	ix, workers := theatre()
	list, err := calibrate.Sensitivity(ix, workers[3], 739800, "R", assess.DefaultPolicy())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range list {
		for _, s := range m.Statuses {
			fmt.Printf("%s %.3g: %s %v -> %v\n", m.Parameter, m.To, s.Code, s.Was, s.Is)
		}
	}
	// Output: met 0.88: K1 met -> uncertain
}
