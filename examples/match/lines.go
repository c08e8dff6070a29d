package main

import (
	"bufio"
	"compress/gzip"
	"errors"
	"io"
	"iter"
	"os"
	"strings"
)

// longest is how many bytes of a line are matched.
const longest = 1 << 20

// line is a query as it was read.
type line struct {
	text string
	cut  bool  // there was more of it
	err  error // reading came to an end that is none
}

// lines yields the lines of r as they come, however long they are, in bounded memory. The
// last one needs no line end.
func lines(r io.Reader) iter.Seq[line] {
	return func(yield func(line) bool) {
		in := bufio.NewReaderSize(r, 1<<16)
		for first := true; ; first = false {
			data, err := readLine(in)
			ended := errors.Is(err, io.EOF)
			if len(data) > 0 && !yield(readable(data, first)) || ended {
				return
			}
			if err != nil {
				yield(line{err: err})
				return
			}
		}
	}
}

// readLine reads a line with its end, or to the end of all: of a long one no more than
// tells that it is too long.
func readLine(in *bufio.Reader) (data []byte, err error) {
	for {
		part, err := in.ReadSlice('\n')
		data = append(data, part[:min(len(part), longest+1-len(data))]...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return data, err
		}
	}
}

// readable is a line without its end, as UTF-8; the first also without a byte order mark.
func readable(data []byte, first bool) line {
	text := strings.TrimSuffix(strings.TrimSuffix(string(data), "\n"), "\r")
	if first {
		text = strings.TrimPrefix(text, "\uFEFF")
	}
	return line{text: strings.ToValidUTF8(text[:min(len(text), longest)], "\uFFFD"), cut: len(text) > longest}
}

// source is where the queries come from.
type source struct {
	io.Reader
	size  int64 // in bytes; -1: nobody knows
	close func() error
}

// open finds the queries.
func open(name string, stdin io.Reader) (source, error) {
	if name == "-" {
		return source{stdin, -1, func() error { return nil }}, nil
	}
	file, err := os.Open(name)
	if err != nil {
		return source{}, err
	}
	size := int64(-1)
	if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
		size = info.Size()
	}
	return source{file, size, file.Close}, nil
}

// unpacked reads what is gzipped; what a person types comes line by line, and is not.
func unpacked(r io.Reader, name string) (io.Reader, error) {
	if name == "-" {
		return r, nil
	}
	buffered := bufio.NewReader(r)
	if magic, _ := buffered.Peek(2); string(magic) == "\x1f\x8b" {
		return gzip.NewReader(buffered)
	}
	return buffered, nil
}
