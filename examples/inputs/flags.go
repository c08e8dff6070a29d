package inputs

import (
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/examples/commands"
	"github.com/skillgap-go/skillgap/ksb"
)

// Parse is [commands.Parse].
func Parse(flags *flag.FlagSet, args []string, check func(rest []string) error) error {
	return commands.Parse(flags, args, check)
}

// ParseFlags is [Parse] for a program that takes flags alone: a word behind them is an
// error.
func ParseFlags(flags *flag.FlagSet, args []string, check func() error) error {
	return Parse(flags, args, func(rest []string) error {
		if len(rest) > 0 {
			return fmt.Errorf("what is %q? every input has a flag", strings.Join(rest, " "))
		}
		return check()
	})
}

// OnePipe is an error if more than one of the names of inputs is "-": what comes by
// standard input comes once.
func OnePipe(names ...string) error {
	first := slices.Index(names, "-")
	if first >= 0 && slices.Contains(names[first+1:], "-") {
		return errors.New("only one input can be - (standard input)")
	}
	return nil
}

// FrameworkFlag adds -framework, the names for [Files.Standards].
func FrameworkFlag(flags *flag.FlagSet, names *[]string) {
	flags.Func("framework", "`FILE`, directory or zip with standards, in any supported format; may be repeated; - is standard input", List(names))
}

// WorkerFlags adds -worker and -worker-id, the name and the ID for [Files.Worker].
func WorkerFlags(flags *flag.FlagSet, name, id *string) {
	flags.StringVar(name, "worker", "", "`FILE` with evidence, worker/1, CSV or .xlsx; - is standard input")
	flags.StringVar(id, "worker-id", "", "`ID` of the worker, where the file holds several")
}

// StrictFlag adds -strict, for [Notes.Exit].
func StrictFlag(flags *flag.FlagSet, strict *bool) {
	flags.BoolVar(strict, "strict", false, "exit with 1 if anything is wrong with the input")
}

// List is a flag that may be repeated: each adds one to the list.
func List(list *[]string) func(string) error {
	return func(s string) error {
		*list = append(*list, s)
		return nil
	}
}

// Day is a flag that is a date, YYYY-MM-DD.
func Day(d *ksb.Date) func(string) error {
	return func(s string) (err error) {
		*d, err = ksb.ParseDate(s)
		return err
	}
}
