package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"golang.org/x/term"

	"github.com/skillgap-go/skillgap/examples/progress"
)

// errNothing: the person left, or the input ended.
var errNothing = errors.New("nothing was chosen")

// choose lets somebody choose a target and prints it: in the terminal while typing, or
// line by line where there is none.
func (o *options) choose(in *given, stdin io.Reader, stdout, stderr io.Writer) error {
	list := choices(in.targets, in.suggest, o.k)
	pick := func() (*choice, error) { return byLine(list, stdin, stderr) }
	if progress.IsTerminal(stdin) && progress.IsTerminal(stderr) {
		pick = func() (*choice, error) { return inTerminal(list, stdin.(*os.File), stderr.(*os.File)) }
	}
	chosen, err := pick()
	if err == nil {
		_, err = fmt.Fprintf(stdout, "%s\t%s\n", clean(chosen.id), clean(chosen.text))
	}
	return err
}

// inTerminal is byKey in a terminal, which is left as it was found.
func inTerminal(list lister, keys, screen *os.File) (*choice, error) {
	before, err := term.MakeRaw(int(keys.Fd()))
	if err != nil {
		return nil, err
	}
	defer func() { _ = term.Restore(int(keys.Fd()), before) }()
	return byKey(list, keys, screen, func() (wide, high int) {
		if wide, high, err = term.GetSize(int(screen.Fd())); err != nil || wide <= 0 || high <= 0 {
			return 80, 24
		}
		return wide, high
	})
}

// byKey draws, waits for a key, and does what it asks for.
func byKey(list lister, keys io.Reader, screen io.Writer, size func() (wide, high int)) (*choice, error) {
	in, p := bufio.NewReader(keys), newPicker(list)
	for {
		if _, err := io.WriteString(screen, p.frame(size())); err != nil {
			return nil, err
		}
		k, err := readKey(in)
		if err != nil {
			k = escape
		}
		if chosen, left := p.press(k); left {
			if _, err := io.WriteString(screen, wipe); err != nil {
				return nil, err
			}
			if chosen == nil {
				return nil, errNothing
			}
			return chosen, nil
		}
	}
}

// byLine lists what each line may mean; a line with a number takes that of the last list.
func byLine(list lister, in io.Reader, out io.Writer) (*choice, error) {
	found := []choice(nil)
	for l := range lines(in) {
		text := strings.TrimSpace(l.text)
		if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(found) {
			return &found[n-1], nil
		}
		found = list(text)
		for i, c := range found {
			band := ""
			if c.band != "" {
				band = "  (" + c.band + ")"
			}
			if _, err := fmt.Fprintf(out, "%3d  %s  %s%s\n", i+1, clean(c.text), clean(c.id), band); err != nil {
				return nil, err
			}
		}
		if len(found) == 0 {
			if _, err := fmt.Fprintln(out, "  nothing fits"); err != nil {
				return nil, err
			}
		}
	}
	return nil, errNothing
}
