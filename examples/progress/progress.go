// Package progress shows at a terminal that a program is at work, and how far it has come:
// one look for all programs here.
//
//	bar := progress.Count(stderr, "people", len(people))
//	defer bar.Close()
//
// A bar belongs on standard error, where answers are not. In a pipe, in a log or in a file
// there is none, and what takes less than half a second shows none either. When it is
// closed its line is wiped, so that what is printed then begins on a line of its own.
package progress

import (
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/term"
)

// Bar counts what is done. Nil is a bar that shows nothing; all methods can be called at
// the same time.
type Bar struct {
	done       atomic.Int64
	stop, gone chan struct{}
	closing    sync.Once
}

// Count is a bar for things of which there are total; 0 or less: nobody knows how many.
func Count(w io.Writer, what string, total int) *Bar {
	return onTerminal(&drawing{w: w, what: what, total: max(int64(total), 0)})
}

// Bytes is a bar for bytes that are written to it, of which there are total; 0 or less:
// nobody knows how many.
func Bytes(w io.Writer, what string, total int64) *Bar {
	return onTerminal(&drawing{w: w, what: what, total: max(total, 0), bytes: true})
}

// Spin is for work in which there is nothing to count: it shows the time that has passed.
func Spin(w io.Writer, what string) *Bar {
	return onTerminal(&drawing{w: w, what: what, total: uncounted})
}

// IsTerminal tells whether a stream is one at which somebody looks.
func IsTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && file != nil && term.IsTerminal(int(file.Fd()))
}

func onTerminal(d *drawing) *Bar {
	if !IsTerminal(d.w) {
		return nil
	}
	return start(d)
}

const (
	patience = 500 * time.Millisecond // what takes less shows no bar
	pace     = 100 * time.Millisecond
)

// start lets one goroutine do all the drawing, so that counting costs next to nothing.
func start(d *drawing) *Bar {
	b := &Bar{stop: make(chan struct{}), gone: make(chan struct{})}
	go func() {
		defer close(b.gone)
		defer d.wipe()
		next := time.NewTimer(patience)
		defer next.Stop()
		for {
			select {
			case <-b.stop:
				return
			case <-next.C:
				d.draw(b.done.Load())
				next.Reset(pace)
			}
		}
	}()
	return b
}

// Add counts n more.
func (b *Bar) Add(n int) {
	if b != nil {
		b.done.Add(int64(n))
	}
}

// Set says how many are done in all, for work that counts by itself.
func (b *Bar) Set(done int) {
	if b != nil {
		b.done.Store(int64(done))
	}
}

// Write counts bytes. It has no errors.
func (b *Bar) Write(p []byte) (int, error) {
	b.Add(len(p))
	return len(p), nil
}

// Close wipes the bar. It has no errors, and can be called again.
func (b *Bar) Close() error {
	if b != nil {
		b.closing.Do(func() { close(b.stop) })
		<-b.gone
	}
	return nil
}
