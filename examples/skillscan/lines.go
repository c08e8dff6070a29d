package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"golang.org/x/term"
)

// lines are what is typed, or piped in.
type lines struct {
	ctx   context.Context
	read  chan string
	fault chan error // one error, or none at the end of the input
	echo  io.Writer  // nil: a terminal shows what is typed
}

// newLines starts to read. It stops with the context, though not before the line that is
// being typed.
func newLines(ctx context.Context, in io.Reader, out io.Writer) *lines {
	l := &lines{ctx: ctx, read: make(chan string), fault: make(chan error, 1), echo: out}
	if file, is := in.(*os.File); is && term.IsTerminal(int(file.Fd())) {
		l.echo = nil
	}
	go l.pump(in)
	return l
}

func (l *lines) pump(in io.Reader) {
	defer close(l.read)
	const longest = 1 << 16
	scanner := bufio.NewScanner(in)
	scanner.Buffer(nil, longest)
	for scanner.Scan() {
		select {
		case l.read <- plain(scanner.Text()):
		case <-l.ctx.Done():
			return
		}
	}
	err := scanner.Err()
	if err != nil {
		err = fmt.Errorf("reading the answers: %w", err)
	}
	l.fault <- err
}

// ask prints a prompt and returns the line that follows; false: the input has ended, or
// the person has stopped.
func (l *lines) ask(out io.Writer, prompt string) (line string, more bool, err error) {
	fmt.Fprint(out, prompt)
	select {
	case <-l.ctx.Done():
		fmt.Fprintln(out)
		return "", false, nil
	case line, more = <-l.read:
	}
	if !more {
		fmt.Fprintln(out)
		select {
		case err = <-l.fault:
		default:
		}
		return "", false, err
	}
	if l.echo != nil {
		fmt.Fprintln(l.echo, line)
	}
	return line, true, nil
}

// plain is text on one line, without characters that are not seen.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}
