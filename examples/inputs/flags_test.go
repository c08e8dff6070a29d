package inputs_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
)

// TestParse: what is wrong is said once, by the flags or by the check.
func TestParse(t *testing.T) {
	for _, c := range []struct {
		why  string
		args []string
		says string // once, on standard error; "": nothing
	}{
		{"nothing is wrong", []string{"-as-of", "2026-06-30"}, ""},
		{"a flag that there is not", []string{"-colour"}, "not defined: -colour"},
		{"a day that does not exist", []string{"-as-of", "2026-02-30"}, "for flag -as-of"},
		{"a word", []string{"-as-of", "2026-06-30", "report", "me"}, `what is "report me"? every input has a flag`},
		{"what the check finds", nil, "-as-of is missing"},
	} {
		var said strings.Builder
		var day ksb.Date
		flags := flag.NewFlagSet("test", flag.ContinueOnError)
		flags.SetOutput(&said)
		flags.Func("as-of", "", inputs.Day(&day))
		err := inputs.ParseFlags(flags, c.args, func() error {
			if day == 0 {
				return errors.New("-as-of is missing")
			}
			return nil
		})
		require.Equal(t, c.says != "", err != nil, c.why)
		require.Equal(t, c.says == "", said.Len() == 0, c.why)
		if c.says != "" {
			require.Equal(t, 1, strings.Count(said.String(), c.says), "%s: %s", c.why, said.String())
		}
	}
}

// TestSharedFlags: what is named comes in its order.
func TestSharedFlags(t *testing.T) {
	var frameworks []string
	var worker, id string
	var strict bool
	flags := flag.NewFlagSet("test", flag.ContinueOnError)
	inputs.FrameworkFlag(flags, &frameworks)
	inputs.WorkerFlags(flags, &worker, &id)
	inputs.StrictFlag(flags, &strict)
	require.NoError(t, flags.Parse([]string{"-framework", "b", "-worker", "w.csv", "-worker-id", "w-1", "-framework", "a", "-strict"}))
	require.Equal(t, []string{"b", "a"}, frameworks)
	require.Equal(t, []string{"w.csv", "w-1"}, []string{worker, id})
	require.True(t, strict)
}

func TestOnePipe(t *testing.T) {
	for _, c := range []struct {
		why   string
		names []string
		one   bool
	}{
		{"no input", nil, true},
		{"files", []string{"a", "", "b", ""}, true},
		{"one of them standard input", []string{"a", "-"}, true},
		{"a name that ends in one", []string{"a-", "-"}, true},
		{"two", []string{"-", "a", "-"}, false},
		{"side by side", []string{"a", "-", "-"}, false},
	} {
		require.Equal(t, c.one, inputs.OnePipe(c.names...) == nil, c.why)
	}
}

func ExampleParse() {
	flags := flag.NewFlagSet("program", flag.ContinueOnError)
	flags.SetOutput(os.Stdout)
	err := inputs.Parse(flags, nil, func(files []string) error {
		if len(files) == 0 {
			return errors.New("which files?")
		}
		return nil
	})
	fmt.Println(err != nil)
	// Output:
	// which files?
	// true
}
