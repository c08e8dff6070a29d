package schedule_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/skillgap-go/skillgap/pathway/schedule"
)

// courses makes a plan as it might be: courses of 1 to 12 weeks and half an hour to six
// hours a week, a third of them after others, some with start weeks, and six hours a
// week to learn.
func courses(rng *rand.Rand, n int, starts bool) *schedule.Instance {
	in := &schedule.Instance{Minutes: 360}
	for i := range n {
		a := schedule.Activity{Weeks: 1 + rng.IntN(12)}
		a.Minutes = int64(a.Weeks) * int64(30+rng.IntN(12)*30)
		if rng.IntN(4) == 0 {
			a.Minutes += int64(rng.IntN(a.Weeks))
		}
		if a.Minutes > int64(a.Weeks)*360 {
			a.Minutes = int64(a.Weeks) * 360
		}
		for i > 0 && rng.IntN(3) == 0 {
			a.After = append(a.After, []int{rng.IntN(i)})
		}
		if starts && rng.IntN(4) == 0 {
			for w := rng.IntN(13); w < 400; w += 13 {
				a.Starts = append(a.Starts, w)
			}
		}
		in.Activities = append(in.Activities, a)
	}
	if starts {
		for year := range 8 {
			in.Closed = append(in.Closed, 52*year+15, 52*year+16, 52*year+30)
			in.Weeks = append(in.Weeks, schedule.Week{At: 52*year + 20, Minutes: 240}, schedule.Week{At: 52*year + 21, Minutes: 240})
		}
	}
	return in
}

func light(rng *rand.Rand, n int) *schedule.Instance {
	in := courses(rng, n, false)
	for i := range in.Activities {
		in.Activities[i].Minutes = int64(in.Activities[i].Weeks) * int64(30+rng.IntN(7)*20)
	}
	return in
}

// table are problems of one kind and size.
func table(kind string, n, seed int) *schedule.Instance {
	rng := rand.New(rand.NewPCG(uint64(seed), uint64(n)))
	switch kind {
	case "light":
		return light(rng, n)
	case "beside":
		in := light(rng, n)
		in.Beside = 3
		return in
	}
	return courses(rng, n, kind == "starts")
}

func BenchmarkSolve(b *testing.B) {
	for _, kind := range []string{"plain", "starts", "light", "beside"} {
		for _, n := range []int{8, 12, 20, 30, 60, 120} {
			b.Run(fmt.Sprint(kind, "/", n), func(b *testing.B) {
				b.ReportAllocs()
				proved, runs, gap := 0, 0, 0.0
				for b.Loop() {
					s, err := schedule.Solve(context.Background(), table(kind, n, runs%50))
					if err != nil {
						b.Fatal(err)
					}
					if runs++; s.Proved {
						proved++
					}
					gap += float64(s.Weeks-s.Bound) / float64(s.Bound)
				}
				b.ReportMetric(100*float64(proved)/float64(runs), "%proved")
				b.ReportMetric(100*gap/float64(runs), "%gap")
			})
		}
	}
}
