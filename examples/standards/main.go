// Command standards tells what is in files of occupational standards, and everything
// that is wrong with them.
//
//	go run ./examples/standards standards.ndjson.gz saved-page.html
//	go run ./examples/standards -format json standards.ndjson.gz
//	go run ./examples/standards -to ksbjson -out standards.json saved-page.html
//	go run ./examples/standards -diff older.json newer.json
//	go run ./examples/standards -diff -worker person.json -out carried.json older.json newer.json
//	go run ./examples/standards -template evidence -role ST0215 -out to-fill-in.xlsx standard.json
//	go run ./examples/standards -get ST0215
//
// A directory or a zip archive is read file by file. It exits with 0 when something
// was read, whatever is wrong with it; with 1 when nothing could be, or with -strict
// and any problem; with 2 when it was called wrongly.
package main

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/examples/progress"
	"github.com/skillgap-go/skillgap/ksb/format/all"
)

func main() { inputs.Main(run) }

// run is the whole program, with its surroundings as arguments.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o, err := parse(args, stderr)
	if err != nil {
		return inputs.Misused
	}
	var read []document
	for d := range (inputs.Files{Stdin: stdin, Stderr: stderr}).Documents(o.files...) {
		read = append(read, count(d))
	}
	if o.get != "" {
		bar := progress.Spin(stderr, "downloading")
		data, err := newFetcher(o.cache).get(ctx, o.get)
		_ = bar.Close()
		if err != nil {
			fmt.Fprintln(stderr, err)
			return inputs.Failed
		}
		for d := range all.Suite().Each(bytes.NewReader(data), o.get+".json") {
			read = append(read, count(d))
		}
	}
	if err := o.write(stdout, stderr, read); err != nil {
		fmt.Fprintln(stderr, err)
		return inputs.Failed
	}
	if o.blank != "" {
		return inputs.Done
	}
	sound, problems := 0, 0
	for _, d := range read {
		problems += len(d.Problems)
		if d.Reader != "" {
			sound++
		}
	}
	if sound == 0 || o.strict && problems > 0 {
		return inputs.Failed
	}
	return inputs.Done
}
