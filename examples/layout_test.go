package examples_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const module = "github.com/skillgap-go/skillgap"

// rooms are the packages of the library in the order in which they may lean on each
// other: each may import the rooms before it.
func rooms() []string { return []string{"ksb", "assess", "pathway", "testdata", "examples"} }

// floors import nothing of ours, so that even their parents may stand on them.
func floors() []string {
	return []string{"assess/belief", "ksb/match/rank", "ksb/match/words", "pathway/routes", "pathway/schedule", "pathway/solve"}
}

// core packages need the standard library alone.
func core() []string {
	return []string{"ksb", "assess", "assess/belief", "pathway", "pathway/routes", "pathway/schedule", "pathway/solve"}
}

// goFile is one production file, by its folder below the root.
type goFile struct{ dir, path string }

// productionFiles lists the Go files that are not tests, without nested modules.
func productionFiles(t *testing.T) (files []goFile) {
	t.Helper()
	root := os.DirFS("..")
	require.NoError(t, fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && strings.HasPrefix(entry.Name(), "."):
			return fs.SkipDir
		case entry.IsDir() && name != "." && isModule(root, name):
			return fs.SkipDir
		case strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go"):
			files = append(files, goFile{path.Dir(name), filepath.Join("..", name)})
		}
		return nil
	}))
	require.NotEmpty(t, files)
	return files
}

func isModule(root fs.FS, dir string) bool {
	_, err := fs.Stat(root, dir+"/go.mod")
	return err == nil
}

// importsOf returns the import paths of a file; ours are cut to the folder.
func importsOf(t *testing.T, file string) (ours, others []string) {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	require.NoError(t, err)
	for _, spec := range parsed.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		require.NoError(t, err)
		if dir, own := strings.CutPrefix(name, module+"/"); own {
			ours = append(ours, dir)
		} else {
			others = append(others, name)
		}
	}
	return ours, others
}

// TestImportRule keeps the arrows of the design: ksb <- assess <- pathway <- examples,
// a child may import its parents and the rooms before them, and no parent a child.
func TestImportRule(t *testing.T) {
	for _, file := range productionFiles(t) {
		ours, _ := importsOf(t, file.path)
		for _, imported := range ours {
			if complaint := forbidden(file.dir, imported); complaint != "" {
				t.Errorf("%s imports %s: %s", file.path, imported, complaint)
			}
		}
	}
}

// forbidden says why a folder may not import another; "" if it may.
func forbidden(from, to string) string {
	room, target := slices.Index(rooms(), top(from)), slices.Index(rooms(), top(to))
	switch {
	case room < 0 || target < 0:
		return "not a room of the house"
	case slices.Contains(floors(), from):
		return "a floor imports nothing of ours"
	case slices.Contains(floors(), to) && target <= room:
		return ""
	case target > room:
		return "the arrow goes the other way"
	case strings.HasPrefix(to, from+"/"):
		return "a parent imports no child"
	case from == top(from) && to != top(to) && from != "examples":
		return "a room imports no child of another"
	}
	return ""
}

func top(dir string) string {
	first, _, _ := strings.Cut(dir, "/")
	return first
}

// TestImportRuleBites shows that the rule can be broken.
func TestImportRuleBites(t *testing.T) {
	for _, c := range []struct{ from, to, why string }{
		{"ksb", "assess", "the model knows no worker"},
		{"ksb", "ksb/format/ksbjson", "the model knows no format"},
		{"assess", "ksb/format/strictjson", "the engine knows no format"},
		{"assess/belief", "ksb", "pure numbers"},
		{"pathway/solve", "ksb", "pure numbers"},
		{"assess/render", "pathway", "a report knows no plan"},
		{"assess", "assess/render", "the report is the contract, not its writers"},
	} {
		if forbidden(c.from, c.to) == "" {
			t.Errorf("%s may import %s, but %s", c.from, c.to, c.why)
		}
	}
	for _, c := range []struct{ from, to string }{
		{"assess", "assess/belief"}, {"assess", "ksb"}, {"pathway/render", "assess/render"},
		{"assess/format/workerjson", "ksb/format/strictjson"}, {"examples/gapreport", "pathway/render"},
	} {
		if complaint := forbidden(c.from, c.to); complaint != "" {
			t.Errorf("%s may not import %s: %s", c.from, c.to, complaint)
		}
	}
}

// TestCoreNeedsTheStandardLibraryAlone keeps the model readable and the import light.
func TestCoreNeedsTheStandardLibraryAlone(t *testing.T) {
	for _, file := range productionFiles(t) {
		_, others := importsOf(t, file.path)
		for _, imported := range others {
			if slices.Contains(core(), file.dir) && strings.Contains(top(imported), ".") {
				t.Errorf("%s imports %s", file.path, imported)
			}
		}
	}
}

// TestSetcoverStartsAtOnce: it is measured beside other solvers, and of the packages here
// most take longer to start than it takes to solve.
func TestSetcoverStartsAtOnce(t *testing.T) {
	light := []string{"examples/commands", "ksb", "ksb/input", "pathway/solve"}
	for _, file := range productionFiles(t) {
		if file.dir != "examples/setcover" && !slices.Contains(light, file.dir) {
			continue
		}
		ours, others := importsOf(t, file.path)
		for _, imported := range ours {
			if !slices.Contains(light, imported) {
				t.Errorf("%s imports %s", file.path, imported)
			}
		}
		for _, imported := range others {
			if strings.Contains(top(imported), ".") || strings.HasPrefix(imported, "net/") {
				t.Errorf("%s imports %s", file.path, imported)
			}
		}
	}
}

// TestOneImporterOfFuzzy: a fuzzy score is no truth, so one package may use it.
func TestOneImporterOfFuzzy(t *testing.T) {
	for _, file := range productionFiles(t) {
		_, others := importsOf(t, file.path)
		if slices.Contains(others, "github.com/sahilm/fuzzy") && file.dir != "ksb/match/fuzzymatch" {
			t.Errorf("%s imports sahilm/fuzzy", file.path)
		}
	}
}
