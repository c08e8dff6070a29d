package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/examples/commands"
)

// program runs the command with a clock that moves a quarter of a second at each look.
func program(stdin string, args ...string) (code int, stdout, stderr string) {
	at := time.Unix(0, 0)
	clock := func() time.Time {
		at = at.Add(250 * time.Millisecond)
		return at
	}
	var out, wrong bytes.Buffer
	code = run(args, strings.NewReader(stdin), &out, &wrong, clock)
	return code, out.String(), wrong.String()
}

func TestJSONIsOneLineAFile(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	plain, packed := filepath.Join(folder, "a.txt"), filepath.Join(folder, "b.txt.gz")
	require.NoError(t, os.WriteFile(plain, []byte(small), 0o600))
	var gz bytes.Buffer
	w := gzip.NewWriter(&gz)
	_, err := w.Write([]byte(smallOfRail))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	require.NoError(t, os.WriteFile(packed, gz.Bytes(), 0o600))
	code, out, wrong := program("", "-format", "json", plain, packed)
	require.Equal(t, commands.Done, code, wrong)
	line := `,"value":12,"bound":12,"proved":true,"seconds":0.25}` + "\n"
	require.Equal(t, `{"file":"`+plain+`"`+line+`{"file":"`+packed+`"`+line, out)
}

func TestText(t *testing.T) {
	t.Parallel()
	code, out, wrong := program(small, "-certificate", "-")
	require.Equal(t, commands.Done, code, wrong)
	require.Contains(t, out, "-: 12 (proved: no cover costs less; 0.250 s)\n")
	require.Contains(t, out, "checked: ")
	code, out, _ = program(small, "-greedy", "-")
	require.Equal(t, commands.Done, code)
	require.Contains(t, out, "not proved: a cover costs at least ")
}

// A file that cannot be read does not keep the others from being solved.
func TestOneBadFile(t *testing.T) {
	t.Parallel()
	code, out, wrong := program(small, "nowhere.txt", "-")
	require.Equal(t, commands.Failed, code)
	require.Contains(t, wrong, "nowhere.txt")
	require.Contains(t, out, "-: 12 (proved")
}

func TestMisuse(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{}, {"-format", "xml", "-"}, {"-layout", "diagonal", "-"}, {"-timeout", "-1s", "-"}, {"-no-such-flag"}} {
		code, out, wrong := program("", args...)
		require.Equal(t, commands.Misused, code, "%v", args)
		require.Empty(t, out)
		require.NotEmpty(t, wrong)
	}
}

func TestTimeoutEndsWithTheBestSoFar(t *testing.T) {
	t.Parallel()
	code, out, _ := program(small, "-timeout", "1ns", "-format", "json", "-")
	require.Equal(t, commands.Done, code)
	require.Contains(t, out, `"proved":false`)
}
