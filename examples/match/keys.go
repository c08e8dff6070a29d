package main

import (
	"bufio"
)

// key is what was pressed: a letter, or one of these.
type key rune

// The keys that are no letters; below 0, where no letter is.
const (
	nothing key = -1 - iota
	enter
	escape
	up
	down
	backspace
	clear
	word // the last one is taken away
)

// readKey reads a key as a terminal in raw mode sends it. An escape with nothing behind
// it is the key of that name; a sequence that means nothing here is nothing.
func readKey(in *bufio.Reader) (key, error) {
	r, _, err := in.ReadRune()
	if err != nil {
		return nothing, err
	}
	if r == '\x1b' {
		return readSequence(in)
	}
	if k, control := controls()[r]; control {
		return k, nil
	}
	if r < ' ' {
		return nothing, nil
	}
	return key(r), nil
}

func controls() map[rune]key {
	return map[rune]key{
		'\r': enter, '\n': enter, '\x03': escape, '\x04': escape, '\x7f': backspace, '\b': backspace,
		'\x10': up, '\x0e': down, '\x15': clear, '\x17': word,
	}
}

// readSequence reads what follows an escape: [ or O, parameters, and a letter that says
// what it is. A terminal sends a sequence in one go.
func readSequence(in *bufio.Reader) (key, error) {
	if in.Buffered() == 0 {
		return escape, nil
	}
	if r, _, err := in.ReadRune(); err != nil || r != '[' && r != 'O' {
		return nothing, err
	}
	for in.Buffered() > 0 {
		r, _, err := in.ReadRune()
		switch {
		case err != nil:
			return nothing, err
		case r == 'A':
			return up, nil
		case r == 'B':
			return down, nil
		case r >= '@' && r <= '~':
			return nothing, nil
		}
	}
	return nothing, nil
}
