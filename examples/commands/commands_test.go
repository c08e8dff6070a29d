package commands_test

import (
	"errors"
	"flag"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/examples/commands"
)

// TestParse: what is wrong is said once, by the flags or by the check, which sees the flags
// and the words behind them.
func TestParse(t *testing.T) {
	t.Parallel()
	refused := errors.New("which files?")
	for _, c := range []struct {
		why       string
		args      []string
		want, out string
	}{
		{"words behind the flags", []string{"-n", "3", "a", "b"}, "", ""},
		{"no words: the check refuses", []string{"-n", "3"}, "which files?", "which files?\n"},
		{"no such flag: the check is not asked", []string{"-m"}, "flag provided but not defined: -m", "flag provided but not defined: -m\nUsage of test:\n"},
	} {
		var out strings.Builder
		flags := flag.NewFlagSet("test", flag.ContinueOnError)
		flags.SetOutput(&out)
		n := flags.Int("n", 0, "a number")
		err := commands.Parse(flags, c.args, func(rest []string) error {
			require.Equal(t, 3, *n, c.why)
			if len(rest) == 0 {
				return refused
			}
			return nil
		})
		if c.want == "" {
			require.NoError(t, err, c.why)
		} else {
			require.EqualError(t, err, c.want, c.why)
		}
		require.True(t, strings.HasPrefix(out.String(), c.out), "%s: %s", c.why, out.String())
	}
}
