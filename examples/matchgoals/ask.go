package main

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// result is what asking a ranker the queries of a set came to.
type result struct {
	outcomes []outcome
	start    time.Duration // until the first query could be asked
	heap     int64         // bytes that the rankers of all parts keep
	busy     time.Duration // on the clock, of all workers
}

// speed is the queries a second a core; 0 where none was measured.
func (r *result) speed() float64 {
	if r.busy <= 0 {
		return 0
	}
	return float64(len(r.outcomes)) / r.busy.Seconds()
}

// depth is how deep the lists are: what comes later counts as not found.
const depth = 50

// clock tells the time.
type clock func() time.Time

// ask prepares the rankers and asks all queries, on all cores; step is called after each.
func (c clock) ask(prepare maker, s *set, queries []query, step func()) (*result, error) {
	before, begin := heap(), c()
	rankers := []ranker{}
	for _, p := range s.parts {
		r, err := prepare(p)
		if err != nil {
			return nil, err
		}
		rankers = append(rankers, r)
	}
	r := &result{outcomes: make([]outcome, len(queries)), start: c().Sub(begin), heap: heap() - before}
	var next, busy atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			begin := c()
			for i := int(next.Add(1)) - 1; i < len(queries); i = int(next.Add(1)) - 1 {
				r.outcomes[i] = judge(queries[i], rankers[queries[i].part](queries[i].text, depth))
				step()
			}
			busy.Add(int64(c().Sub(begin)))
		})
	}
	workers.Wait()
	r.busy = time.Duration(busy.Load())
	return r, nil
}

// heap is what is kept, in bytes. What pools hold goes with the second collection.
func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
