package main

import (
	"io"

	"github.com/skillgap-go/skillgap/examples/progress"
)

// watch counts the bytes of the queries that have been read, unless the answers are
// printed at a terminal, where a bar would stand between them. size -1: nobody knows how
// many there are.
func watch(r io.Reader, size int64, stdout, stderr io.Writer) (io.Reader, *progress.Bar) {
	if progress.IsTerminal(stdout) {
		return r, nil
	}
	bar := progress.Bytes(stderr, "matching", size)
	return io.TeeReader(r, bar), bar
}
