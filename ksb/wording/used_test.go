package wording_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/wording"
)

func withoutArguments(text string) string {
	return regexp.MustCompile(`\{[^}]*\}`).ReplaceAllString(text, " ")
}

func argumentsIn(text string) []string {
	names := regexp.MustCompile(`\{[^}]*\}`).FindAllString(text, -1)
	slices.Sort(names)
	return slices.Compact(names)
}

// source is a production file, and what its package puts before every key.
type source struct {
	file   *ast.File
	prefix string
}

// sources are the production files of this module that say something: those that import
// this package, and those beside them.
func sources(t *testing.T) (files []source) {
	t.Helper()
	speaking, byDir := map[string]bool{}, map[string][]*ast.File{}
	root := filepath.Join("..", "..")
	require.NoError(t, fs.WalkDir(os.DirFS(root), ".", func(name string, entry fs.DirEntry, err error) error {
		require.NoError(t, err)
		if entry.IsDir() && name != "." {
			_, nested := os.Stat(filepath.Join(root, name, "go.mod"))
			if nested == nil || strings.HasPrefix(entry.Name(), ".") {
				return fs.SkipDir
			}
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, name), nil, 0)
		require.NoError(t, err)
		for _, imported := range file.Imports {
			if strings.HasSuffix(imported.Path.Value, `/ksb/wording"`) || strings.HasSuffix(imported.Path.Value, `/assess/render"`) {
				speaking[path.Dir(name)] = true
			}
		}
		byDir[path.Dir(name)] = append(byDir[path.Dir(name)], file)
		return nil
	}))
	speaking["ksb/wording"] = true
	for dir := range speaking {
		prefix := prefixIn(byDir[dir])
		for _, file := range byDir[dir] {
			files = append(files, source{file, prefix})
		}
	}
	require.Greater(t, len(files), 20)
	return files
}

// prefixIn is the text that a method say puts before the key: Say("xlsx."+key, ...).
func prefixIn(files []*ast.File) (prefix string) {
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) > 0 && called(call) == "Say" {
				if sum, ok := call.Args[0].(*ast.BinaryExpr); ok {
					if key, isName := sum.Y.(*ast.Ident); isName && key.Name == "key" {
						prefix, _ = literal(sum.X)
					}
				}
			}
			return true
		})
	}
	return prefix
}

func called(call *ast.CallExpr) string {
	if selector, ok := call.Fun.(*ast.SelectorExpr); ok {
		return selector.Sel.Name
	}
	return ""
}

func literal(e ast.Expr) (string, bool) {
	basic, ok := e.(*ast.BasicLit)
	if !ok || basic.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(basic.Value)
	return text, err == nil
}

// saying is a call of Say with a key that stands in the source, and the names of its
// arguments as far as they do.
type saying struct {
	key   string
	names []string
	whole bool // all names stand there
}

func sayings(files []source) (list []saying) {
	for _, f := range files {
		ast.Inspect(f.file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && slices.Contains([]string{"Say", "say", "Parts"}, called(call)) {
				list = append(list, f.saying(call)...)
			}
			return true
		})
	}
	return list
}

func (f *source) saying(call *ast.CallExpr) []saying {
	args := call.Args
	if x, isName := call.Fun.(*ast.SelectorExpr).X.(*ast.Ident); isName && x.Name == "web" {
		args = args[1:]
	}
	if len(args) == 0 {
		return nil
	}
	key, stands := literal(args[0])
	if !stands || !regexp.MustCompile(`^[a-z]+([.-][A-Za-z0-9-]+)*$`).MatchString(key) {
		return nil
	}
	if called(call) == "say" {
		key = f.prefix + key
	}
	s := saying{key: key, whole: call.Ellipsis == token.NoPos}
	for i := 1; i < len(args); i += 2 {
		name, known := literal(args[i])
		s.names, s.whole = append(s.names, name), s.whole && known
	}
	return []saying{s}
}

// TestEverythingThatIsSaidIsInTheCatalogue: with its arguments, no fewer and no more.
func TestEverythingThatIsSaidIsInTheCatalogue(t *testing.T) {
	words := wording.English()
	said := sayings(sources(t))
	require.Greater(t, len(said), 100)
	for _, s := range said {
		if !words.Has(s.key) {
			t.Errorf("%q is said and is not in en.json", s.key)
			continue
		}
		var asked []string
		for _, text := range words.Texts(s.key) {
			asked = append(asked, argumentsIn(text)...)
		}
		for _, name := range asked {
			if s.whole && !slices.Contains(s.names, strings.Trim(name, "{}")) {
				t.Errorf("%q is said without %s", s.key, name)
			}
		}
		for _, name := range s.names {
			chooses := name == "n" && len(words.Texts(s.key)) > 1 // the plural form
			if !chooses && !slices.Contains(asked, "{"+name+"}") {
				t.Errorf("%q is said with %q, which it has not", s.key, name)
			}
		}
		if len(words.Texts(s.key)) > 1 && !slices.Contains(s.names, "n") {
			t.Errorf("%q has plural forms and is said without n", s.key)
		}
	}
}

// TestEverythingInTheCatalogueIsSaid: a key stands in the sources, whole or by the part
// before its code ("status.") or its kind ("decided.met" of "decided.met.on").
func TestEverythingInTheCatalogueIsSaid(t *testing.T) {
	texts := map[string]bool{}
	for _, f := range sources(t) {
		ast.Inspect(f.file, func(n ast.Node) bool {
			if basic, ok := n.(*ast.BasicLit); ok && basic.Kind == token.STRING {
				text, _ := strconv.Unquote(basic.Value)
				texts[text], texts[f.prefix+text] = true, true
			}
			return true
		})
	}
	for _, key := range wording.English().Keys() {
		used := texts[key]
		for at := range key {
			used = used || key[at] == '.' && (texts[key[:at]] || texts[key[:at+1]])
		}
		if !used {
			t.Errorf("%q is in en.json and nobody says it", key)
		}
	}
}
