package pathway_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// market invents a catalogue of the shape of a real one: courses that teach a few
// statements, a third of which ask for others first, a quarter of which are variants.
func market(seed uint64, gaps, offered int) (ids []ksb.StatementID, list []pathway.Course, r *assess.Report) {
	rng := rand.New(rand.NewPCG(seed, 500))
	r = report()
	for i := range gaps {
		id := ksb.StatementID(fmt.Sprintf("S%d", i))
		ids = append(ids, id)
		r.Gaps = append(r.Gaps, gap(id, ksb.Level(2+rng.IntN(3)), assess.Develop, float64(1+rng.IntN(100))/100))
	}
	for i := range offered {
		c := pathway.Course{ID: fmt.Sprintf("c%03d", i), Minutes: int64(60 * (1 + rng.IntN(40))), Weeks: 1 + rng.IntN(12)}
		if i > 0 && rng.IntN(4) == 0 {
			id := c.ID
			c = list[i-1]
			c.ID, c.Excludes, c.CostPence = id, []string{list[i-1].ID}, c.CostPence*int64(80+rng.IntN(40))/100
			list = append(list, c)
			continue
		}
		for range 1 + rng.IntN(4) {
			level := ksb.Level(1 + rng.IntN(4))
			c.Teaches = append(c.Teaches, pathway.Attainment{Statement: ids[rng.IntN(gaps)], Level: level})
			c.CostPence += int64(level) * int64(1+rng.IntN(20)) * 500
		}
		if rng.IntN(3) == 0 {
			c.Requires = teaches(ids[rng.IntN(gaps)], ksb.Level(1+rng.IntN(2)))
		}
		list = append(list, c)
	}
	return ids, list, r
}

func BenchmarkPlan(b *testing.B) {
	for _, size := range [][2]int{{20, 40}, {72, 500}} {
		b.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(b *testing.B) {
			b.ReportAllocs()
			ids, list, r := market(1, size[0], size[1])
			p := planner(b, index(b, ids...), list...)
			for b.Loop() {
				made, err := p.Plan(context.Background(), r, pathway.Options{})
				if err != nil || !made.Proved {
					b.Fatal(err, made)
				}
			}
		})
	}
}

func BenchmarkNewPlanner(b *testing.B) {
	b.ReportAllocs()
	ids, list, _ := market(1, 72, 500)
	ix, c := index(b, ids...), catalogue(list...)
	for b.Loop() {
		pathway.NewPlanner(ix, c)
	}
}
