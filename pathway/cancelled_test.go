package pathway_test

import (
	"context"
	"slices"
	"testing"
	"time"
)

// BenchmarkCancelled measures, by the clock, with 100,000 courses and 600 gaps, how soon an
// answer is there once its context is cancelled: at forty moments spread over the time that
// the whole answer takes, or over its first two seconds. Whatever else the machine does
// counts, the collector of garbage too: where it has much else to do, the median and the
// nine tenths tell more than the longest.
//
//	go test -run '^$' -bench Cancelled -benchtime 1x ./pathway
func BenchmarkCancelled(b *testing.B) {
	const moments, longest = 40, 2 * time.Second
	for _, c := range latecomers(b, 600, 100_000) {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				whole := lasts(longest, c.ask)
				var late []time.Duration
				for k := range moments {
					if d, cancelled := lateness(whole*time.Duration(k)/moments, c.ask); cancelled {
						late = append(late, d)
					}
				}
				slices.Sort(late)
				b.ReportMetric(milliseconds(late[len(late)/2]), "ms-median")
				b.ReportMetric(milliseconds(late[len(late)*9/10]), "ms-nine-tenths")
				b.ReportMetric(milliseconds(late[len(late)-1]), "ms-longest")
			}
		})
	}
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// lasts is how long a question takes, at most so long.
func lasts(most time.Duration, ask func(context.Context)) time.Duration {
	ctx, cancel := context.WithTimeout(context.Background(), most)
	defer cancel()
	began := time.Now()
	ask(ctx)
	return min(time.Since(began), most)
}

// lateness is the time from the moment at which a question is cancelled to its answer; false:
// it was answered before.
func lateness(after time.Duration, ask func(context.Context)) (late time.Duration, cancelled bool) {
	ctx, cancel := context.WithCancel(context.Background())
	at := make(chan time.Time, 1)
	timer := time.AfterFunc(after, func() {
		at <- time.Now()
		cancel()
	})
	ask(ctx)
	answered := time.Now()
	if cancel(); timer.Stop() {
		return 0, false
	}
	return max(0, answered.Sub(<-at)), true
}
