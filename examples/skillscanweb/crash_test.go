package main

import (
	"bufio"
	"net/http"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// TestKilledInTheMiddle: the program itself, killed while people save, loses nothing that
// it acknowledged, and starts again on the same file.
func TestKilledInTheMiddle(t *testing.T) {
	if testing.Short() {
		t.Skip("the program is built for it")
	}
	program := filepath.Join(t.TempDir(), "skillscanweb")
	out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	require.NoError(t, err, "%s", out)
	data := filepath.Join(t.TempDir(), "skills.db")

	first := start(t, program, data)
	const writers = 4
	acknowledged := make([]int, writers)
	var all sync.WaitGroup
	for i := range writers {
		v := visit(t, first.base)
		v.get("/files")
		all.Go(func() { acknowledged[i] = saveUntilItDies(v, i) })
	}
	time.Sleep(700 * time.Millisecond)
	require.NoError(t, first.command.Process.Kill()) // SIGKILL: it has no time for anything
	all.Wait()
	_ = first.command.Wait()

	second := start(t, program, data)
	page := visit(t, second.base).get("/scans/1/history")
	for i, n := range acknowledged {
		require.Positive(t, n, "writer %d was heard", i)
		for note := range n {
			require.Contains(t, page, "note "+strconv.Itoa(i)+"-"+strconv.Itoa(note)+"<")
		}
	}
	t.Logf("acknowledged before the end: %v", acknowledged)
}

type running struct {
	command *exec.Cmd
	base    string
}

var printedAddress = regexp.MustCompile(`http://[^/]+`)

// start starts the program on a free port and waits until it says where.
func start(t *testing.T, program, data string) running {
	t.Helper()
	command := exec.Command(program, "-listen", "127.0.0.1:0", "-data", data)
	said, err := command.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, command.Start())
	t.Cleanup(func() { _ = command.Process.Kill() })
	line, err := bufio.NewReader(said).ReadString('\n')
	require.NoError(t, err)
	return running{command, printedAddress.FindString(line)}
}

// saveUntilItDies saves one answer after the other, and tells how many were acknowledged.
func saveUntilItDies(v *visitor, writer int) (n int) {
	for ; ; n++ {
		form := "token=" + v.token + "&seen=0&touched=yes&level.img-k1=" + strconv.Itoa(n%4) + "&note.img-k1=note+" + strconv.Itoa(writer) + "-" + strconv.Itoa(n)
		status, err := v.try("/scans/1/fill/employer", form)
		if err != nil || status != http.StatusNoContent {
			return n
		}
	}
}
