package examples_test

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// Example is the program of the README; TestReadmeProgram keeps the two equal.
func Example() {
	standard := ksb.Framework{
		ID:         "ward",
		Statements: []ksb.Statement{{ID: "k1", Code: "K1", Kind: ksb.Knowledge}, {ID: "s1", Code: "S1", Kind: ksb.Skill}},
		Roles:      []ksb.Role{{ID: "host", Requirements: []ksb.Requirement{{Statement: "k1"}, {Statement: "s1"}}}},
	}
	day, _ := ksb.ParseDate("2026-06-30")
	worker := assess.Worker{Evidence: []assess.Evidence{{Statements: assess.Refs("k1"), Kind: assess.Test, Level: new(1.0), At: day}}}
	report, err := assess.Quick(standard, worker, "host", day)
	fmt.Println(report.Met, "of", report.Of, "shown, error", err)
	for _, gap := range report.Gaps {
		fmt.Println(gap.Code, gap.Status, gap.Action)
	}
	// Output:
	// 1 of 2 shown, error <nil>
	// S1 not-evidenced assess
	// K1 met none
}

func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../README.md")
	require.NoError(t, err)
	return string(text)
}

// block returns the first fenced block of a language after a heading.
func block(t *testing.T, text, heading, language string) string {
	t.Helper()
	_, after, found := strings.Cut(text, "\n## "+heading)
	require.True(t, found, "no heading %q", heading)
	_, after, found = strings.Cut(after, "\n```"+language+"\n")
	require.True(t, found, "no block below %q", heading)
	code, _, found := strings.Cut(after, "\n```")
	require.True(t, found)
	return code + "\n"
}

// TestReadmeProgram: what the README shows is what the Example above runs.
func TestReadmeProgram(t *testing.T) {
	shown := body(t, block(t, readme(t), "Use it in a program", "go"), "main")
	source, err := os.ReadFile("readme_test.go")
	require.NoError(t, err)
	if diff := cmp.Diff(body(t, string(source), "Example"), shown); diff != "" {
		t.Errorf("the README differs from the Example (-Example +README):\n%s", diff)
	}
}

// body is the formatted body of a function, without comments.
func body(t *testing.T, source, name string) string {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", source, 0)
	require.NoError(t, err)
	for _, decl := range file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Name.Name == name {
			var out bytes.Buffer
			require.NoError(t, format.Node(&out, fset, f.Body))
			return strings.Replace(out.String(), "\n\n}", "\n}", 1) // where the comment stood
		}
	}
	t.Fatalf("no function %s", name)
	return ""
}

// TestReadmeReport: the report that the README shows is the one that is printed.
func TestReadmeReport(t *testing.T) {
	printed, err := os.ReadFile("gapreport/testdata/sample.txt")
	require.NoError(t, err)
	require.Contains(t, string(printed), block(t, readme(t), "What it prints", "text"))
}

// TestReadmeCommands: the gate runs the test command that the README gives.
func TestReadmeCommands(t *testing.T) {
	gate, err := os.ReadFile("../.ci/run")
	require.NoError(t, err)
	commands := strings.Split(strings.TrimSpace(block(t, readme(t), "Two commands", "sh")), "\n")
	require.Len(t, commands, 2)
	for i, command := range commands {
		commands[i], _, _ = strings.Cut(command, "  #")
	}
	require.Equal(t, "go run ./examples/gapreport", strings.TrimSpace(commands[0]))
	require.Contains(t, string(gate), "\n"+strings.TrimSpace(commands[1])+"\n")
}

// TestReadmeNamesWhatThereIs: every program and every file that a command of the README
// names is there.
func TestReadmeNamesWhatThereIs(t *testing.T) {
	named := regexp.MustCompile(`(\./examples|testdata)/[\w./-]+`).FindAllString(readme(t), -1)
	require.Greater(t, len(named), 20)
	for _, name := range named {
		_, err := os.Stat(filepath.Join("..", strings.TrimRight(name, ".")))
		require.NoError(t, err)
	}
}
