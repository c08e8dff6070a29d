package main

import (
	"context"
	"iter"
	"runtime"

	"github.com/skillgap-go/skillgap/ksb/match"
)

// resolver is what suggests, for one text, at most k.
type resolver func(text string, k int) []match.Suggestion

// job is a query on its way from the reader, over a worker, to the writer.
type job struct {
	line
	found []match.Suggestion
	done  chan struct{} // closed when found is there
}

// inOrder asks for each line, on all cores, and hands the answers on in the order of the
// lines, each as soon as it and those before it are there. At most a few lines a core are
// under way, so a slow reader of the answers holds the reading up. settle is called
// whenever nothing more is under way. It stops at the first error, of handing on or of
// the context.
func inOrder(ctx context.Context, from iter.Seq[line], ask func(string) []match.Suggestion, hand func(*job) error, settle func() error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	workers := runtime.GOMAXPROCS(0)
	queue, jobs := make(chan *job, 4*workers), make(chan *job, 4*workers)
	go read(ctx, from, queue, jobs)
	for range workers {
		go func() {
			for j := range jobs {
				j.found = ask(j.text)
				close(j.done)
			}
		}()
	}
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case j, more := <-queue:
			if !more {
				return settle()
			}
			<-j.done
			if err := hand(j); err != nil {
				return err
			}
			if len(queue) == 0 {
				if err := settle(); err != nil {
					return err
				}
			}
		}
	}
}

// read puts every line into both queues, until there are no more or nobody wants them.
func read(ctx context.Context, from iter.Seq[line], queue, jobs chan<- *job) {
	defer close(queue)
	defer close(jobs)
	for l := range from {
		j := &job{line: l, done: make(chan struct{})}
		select {
		case <-ctx.Done():
			return
		case queue <- j:
		}
		jobs <- j // has room: it holds no more than queue does, and the workers never stop
	}
}
