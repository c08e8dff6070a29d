package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// counter counts the plans that have been found.
type counter interface {
	Add(n int) error
	Close() error
}

// progress counts on a terminal, and says nothing elsewhere: a pipe or a log gets no
// bar. Nobody knows how many there will be, so it only spins.
func progress(w io.Writer) counter {
	if file, ok := w.(*os.File); !ok || !term.IsTerminal(int(file.Fd())) {
		return quiet{}
	}
	return progressbar.NewOptions(-1, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription("plans found"),
		progressbar.OptionShowCount(), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
}

// quiet is no progress bar.
type quiet struct{}

func (quiet) Add(int) error { return nil }
func (quiet) Close() error  { return nil }
