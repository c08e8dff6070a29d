package main

import (
	"context"
	"encoding/csv"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// orlib is the folder of problems with known optima, from the root of the repository.
const orlib = "../../../shared/data/orlib"

// optima reads known_optima.csv: by name, the optimum and what a plain greedy cover
// costs; nil, if the folder has none.
func optima(t *testing.T, folder string) map[string][2]int64 {
	t.Helper()
	file, err := os.Open(filepath.Join(folder, "known_optima.csv"))
	if os.IsNotExist(err) {
		return nil
	}
	require.NoError(t, err)
	defer file.Close()
	lines, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	known := map[string][2]int64{}
	for _, line := range lines[1:] {
		best, err := strconv.ParseInt(line[4], 10, 64)
		require.NoError(t, err)
		greedy, err := strconv.ParseInt(line[6], 10, 64)
		require.NoError(t, err)
		known[line[0]] = [2]int64{best, greedy}
	}
	return known
}

// problems are the files of a folder that hold one.
func problems(t *testing.T, folder string) (files []string) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if name := filepath.Base(path); err == nil && !entry.IsDir() && (strings.HasPrefix(name, "scp") || strings.HasPrefix(name, "rail")) {
			files = append(files, path)
		}
		return err
	}))
	return files
}

func problemName(file string) string {
	return strings.TrimSuffix(strings.TrimSuffix(filepath.Base(file), ".gz"), ".txt")
}

func loaded(t *testing.T, file string) *solve.Instance {
	t.Helper()
	c, err := (&options{layout: anyLayout}).load(file, nil)
	require.NoError(t, err)
	return c.instance()
}

// Every problem of the folder is proved, with the value of the literature, and the proof
// holds.
func TestKnownOptima(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat(orlib); err != nil {
		t.Skipf("no problems to solve: %v", err)
	}
	known := optima(t, orlib)
	files := problems(t, orlib)
	require.NotEmpty(t, files)
	for _, file := range files {
		in := loaded(t, file)
		want, listed := known[problemName(file)]
		require.True(t, listed, file)
		got, err := solve.Exact(context.Background(), in)
		require.NoError(t, err)
		require.True(t, got.Proved, file)
		require.Equal(t, []int64{want[0], want[0]}, []int64{got.Value, got.Bound}, file)
		require.NotNil(t, got.Certificate, file)
		require.NoError(t, got.Certificate.Check(in), file)
		fast, err := solve.Greedy(context.Background(), in)
		require.NoError(t, err)
		require.LessOrEqual(t, fast.Value, want[1], "%s: no worse than greedy without taking out what is needless", file)
		require.LessOrEqual(t, fast.Bound, want[0], file)
	}
}

// The folder named by ORLIB_DIR is solved too, each problem for as long as
// ORLIB_TIMEOUT says (a minute, if it does not). Values are checked against a
// known_optima.csv in it, if there is one; every answer must have a sound bound.
func TestLargerFolder(t *testing.T) {
	t.Parallel()
	folder := os.Getenv("ORLIB_DIR")
	if folder == "" {
		t.Skip("ORLIB_DIR names no folder with more problems")
	}
	timeout := time.Minute
	if text := os.Getenv("ORLIB_TIMEOUT"); text != "" {
		var err error
		timeout, err = time.ParseDuration(text)
		require.NoError(t, err)
	}
	known := optima(t, folder)
	for _, file := range problems(t, folder) {
		in := loaded(t, file)
		ctx, cancel := context.WithTimeout(context.Background(), timeout)
		got, err := solve.Exact(ctx, in)
		cancel()
		require.NoError(t, err)
		t.Logf("%s: %d, bound %d, proved %v, %d nodes", file, got.Value, got.Bound, got.Proved, got.Nodes)
		require.LessOrEqual(t, got.Bound, got.Value, file)
		if want, listed := known[problemName(file)]; listed {
			require.LessOrEqual(t, got.Bound, want[0], file)
			require.GreaterOrEqual(t, got.Value, want[0], file)
			require.True(t, got.Proved, file)
		}
		if got.Certificate != nil {
			require.NoError(t, got.Certificate.Check(in), file)
		}
	}
}
