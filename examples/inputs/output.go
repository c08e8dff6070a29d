package inputs

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/examples/progress"
)

// The forms that answers come in. A program says by [Output.Flags] which of them it knows.
const (
	Text     = "text"
	JSON     = "json"
	Markdown = "markdown"
	CSV      = "csv"
	HTML     = "html"
	XLSX     = "xlsx"
	SVG      = "svg"
	Mermaid  = "mermaid"
	Calendar = "calendar"
)

// Output is where an answer goes, and in which form: the flags -format and -out.
type Output struct {
	Format string // after Check one of those that the program knows
	File   string // "": standard output

	stdout io.Writer
	known  []string
}

// Flags adds -format, with the forms that a program knows, the usual one first, and -out.
func (o *Output) Flags(flags *flag.FlagSet, stdout io.Writer, known ...string) {
	o.stdout, o.known = stdout, known
	flags.StringVar(&o.Format, "format", "", o.choices()+"; none: what the name of -out ends in, or text")
	flags.StringVar(&o.File, "out", "", "`FILE` to write the answer to, whole or not at all; none: standard output")
}

func (o *Output) choices() string {
	last := len(o.known) - 1
	return strings.Join(o.known[:last], ", ") + " or " + o.known[last]
}

// Check settles the form. The errors are for whoever called the program: a form that it
// does not know, and a workbook for a terminal.
func (o *Output) Check() error {
	if o.Format == "" {
		o.Format = o.named()
	}
	switch {
	case !slices.Contains(o.known, o.Format):
		return fmt.Errorf("-format is %s, not %q", o.choices(), o.Format)
	case o.Format == XLSX && o.File == "" && progress.IsTerminal(o.stdout):
		return errors.New("a workbook is nothing to print: name a file with -out")
	}
	return nil
}

// named is the form that the name of the file asks for, or the usual one.
func (o *Output) named() string {
	form := strings.ToLower(strings.TrimPrefix(filepath.Ext(o.File), "."))
	switch form {
	case "md":
		form = Markdown
	case "mmd":
		form = Mermaid
	case "htm":
		form = HTML
	case "ics":
		form = Calendar
	}
	if slices.Contains(o.known, form) {
		return form
	}
	return o.known[0]
}

// Write puts an answer where it goes, once it is whole: nothing is printed of an answer
// that failed, nor while a bar is on the line. About files see [Save].
func (o *Output) Write(answer func(io.Writer) error) error {
	if o.File != "" {
		return Save(o.File, answer)
	}
	var whole bytes.Buffer
	if err := answer(&whole); err != nil {
		return err
	}
	_, err := whole.WriteTo(o.stdout)
	return err
}
