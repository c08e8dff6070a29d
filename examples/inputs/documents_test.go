package inputs

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

func put(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

const one = `{"format":"ksb/1","id":"a"}`

// TestDocuments: what is there comes in the order of the names, and what is not is a
// document with a problem.
func TestDocuments(t *testing.T) {
	dir := t.TempDir()
	file := put(t, dir, "a.json", one)
	var names []string
	for d := range (Files{}).Documents(file, "nowhere.json", dir) {
		names = append(names, d.Name)
		if d.Name == "nowhere.json" {
			require.ErrorIs(t, d.Problems.Err(), ksb.ErrRead)
		}
	}
	require.Equal(t, []string{file, "nowhere.json", "a.json"}, names)
	for range (Files{}).Documents(file, dir) {
		break // whoever has seen enough may stop
	}
}

// TestWatched: every byte of a file and of a tree passes the bar once.
func TestWatched(t *testing.T) {
	dir := t.TempDir()
	file := put(t, dir, "a.json", one)
	for _, name := range []string{dir, file} {
		var seen strings.Builder
		for d := range (Files{}).documents(name, &seen) {
			require.Equal(t, "ksb/1", d.Format)
		}
		require.Equal(t, one, seen.String(), name)
	}
	require.Equal(t, int64(len(one)), sizes([]string{dir}), "a directory counts by its files")
	require.Equal(t, int64(len(one)), sizes([]string{file, "nowhere"}))
}

func TestWords(t *testing.T) {
	words, problems, err := Files{}.Words("")
	require.NoError(t, err)
	require.Empty(t, problems)
	require.Nil(t, words, "English")

	welsh := put(t, t.TempDir(), "cy.json", `{"language":"cy","messages":{"verdict.yes":"YN BAROD.","no.such":"x"}}`)
	words, problems, err = Files{}.Words(welsh)
	require.NoError(t, err, "a message with a mistake is said in English, and the rest holds")
	require.ErrorIs(t, problems.Err(), ksb.ErrUnknownKey)
	require.Equal(t, "YN BAROD.", words.Say("verdict.yes"))

	for _, name := range []string{put(t, t.TempDir(), "x.json", "hello"), "nowhere.json"} {
		_, problems, err = Files{}.Words(name)
		require.ErrorIs(t, err, ErrInput, name)
		require.NotEmpty(t, problems)
	}
}
