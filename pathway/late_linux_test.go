package pathway_test

import (
	"context"
	"runtime"
	"syscall"
	"testing"
	"time"
	"unsafe"
)

// stopwatch is a context that ends once it has been asked so many times, and takes down when
// it was asked: by the clock of its thread, so that nobody else's work counts.
type stopwatch struct {
	context.Context
	end int
	at  []time.Duration
}

func (s *stopwatch) Err() error {
	s.at = append(s.at, worked())
	if len(s.at) >= s.end {
		return context.Canceled
	}
	return nil
}

// worked is how long the thread has been at work.
func worked() time.Duration {
	const thread = 3 // CLOCK_THREAD_CPUTIME_ID
	var at syscall.Timespec
	syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, thread, uintptr(unsafe.Pointer(&at)), 0)
	return time.Duration(at.Nano())
}

// watch calls with a context that ends at a question, and tells how long it takes from the
// beginning to the first question, from each to the next, and from the last to the answer.
func watch(end int, call func(context.Context)) (stretches []time.Duration) {
	s := &stopwatch{Context: context.Background(), end: end}
	was := worked()
	call(s)
	for _, at := range append(s.at, worked()) {
		stretches = append(stretches, at-was)
		was = at
	}
	return stretches
}

// BenchmarkLate measures, with 100,000 courses and 600 gaps, the longest stretch of work
// between two questions whether the context has ended, and the longest from the question at
// which it has ended to the answer: a few moments over the whole life of a call, of each the
// quicker of two. An answer is late by no more than both together.
//
//	go test -run '^$' -bench Late -benchtime 1x ./pathway
func BenchmarkLate(b *testing.B) {
	for _, c := range latecomers(b, 600, 100_000) {
		b.Run(c.name, func(b *testing.B) {
			runtime.LockOSThread()
			defer runtime.UnlockOSThread()
			for b.Loop() {
				stretch, tail := longest(c.ask, 12)
				b.ReportMetric(float64(stretch.Microseconds())/1000, "ms-between")
				b.ReportMetric(float64(tail.Microseconds())/1000, "ms-after")
			}
		})
	}
}

// longest looks at a call as far as its 60,000th question, and then at so many moments at
// which it is told to end.
func longest(call func(context.Context), moments int) (stretch, tail time.Duration) {
	const most = 60_000
	all, again := watch(most, call), watch(most, call)
	for i := range min(len(all), most) {
		stretch = max(stretch, min(all[i], again[i]))
	}
	asked := min(len(all), most) - 1
	for k := range min(moments, asked) {
		least := time.Hour
		for range 2 {
			least = min(least, afterwards(1+asked*k/moments, call))
		}
		tail = max(tail, least)
	}
	return stretch, tail
}

// afterwards is the time from the question at which a context ends to the answer.
func afterwards(end int, call func(context.Context)) (tail time.Duration) {
	for _, stretch := range watch(end, call)[end:] {
		tail += stretch
	}
	return tail
}
