package examples_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// pkg is a production package, parsed with its comments.
type pkg struct {
	dir   string
	fset  *token.FileSet
	files []*ast.File
}

func (p *pkg) at(n ast.Node) string { return p.fset.Position(n.Pos()).String() }

func parsePackages(t *testing.T) (list []*pkg) {
	t.Helper()
	byDir := map[string]*pkg{}
	fset := token.NewFileSet()
	for _, file := range productionFiles(t) {
		p := byDir[file.dir]
		if p == nil {
			p = &pkg{dir: file.dir, fset: fset}
			byDir[file.dir] = p
			list = append(list, p)
		}
		parsed, err := parser.ParseFile(p.fset, file.path, nil, parser.ParseComments|parser.SkipObjectResolution)
		require.NoError(t, err)
		p.files = append(p.files, parsed)
	}
	return list
}

// TestExportedNamesAreDocumented: every exported name of the library says what it is.
func TestExportedNamesAreDocumented(t *testing.T) {
	for _, p := range parsePackages(t) {
		documented := false
		for _, file := range p.files {
			documented = documented || file.Doc != nil
			for _, decl := range file.Decls {
				for _, node := range undocumented(decl) {
					t.Errorf("%s: exported, and nothing is said about it", p.at(node))
				}
			}
		}
		require.True(t, documented, "package %s has no package comment", p.dir)
	}
}

// undocumented returns the exported names of a declaration that lack a comment.
func undocumented(decl ast.Decl) (list []ast.Node) {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && receiverExported(d) && d.Doc == nil {
			list = append(list, d)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			if !specDocumented(d, spec) {
				list = append(list, spec)
			}
		}
	}
	return list
}

func receiverExported(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	expr := d.Recv.List[0].Type
	if star, ok := expr.(*ast.StarExpr); ok {
		expr = star.X
	}
	name, ok := expr.(*ast.Ident)
	return ok && name.IsExported()
}

func specDocumented(d *ast.GenDecl, spec ast.Spec) bool {
	switch s := spec.(type) {
	case *ast.TypeSpec:
		return !s.Name.IsExported() || s.Doc != nil || d.Doc != nil
	case *ast.ValueSpec:
		exported := slices.ContainsFunc(s.Names, (*ast.Ident).IsExported)
		return !exported || s.Doc != nil || s.Comment != nil || d.Doc != nil
	}
	return true
}

// TestHouseRules: no clock, no init, no panic, no printing and no variables in the
// library. Programs under examples may print.
func TestHouseRules(t *testing.T) {
	for _, p := range parsePackages(t) {
		for _, file := range p.files {
			for _, breach := range breaches(file, top(p.dir) == "examples") {
				t.Errorf("%s: %s", p.at(breach.node), breach.rule)
			}
		}
	}
}

type breach struct {
	node ast.Node
	rule string
}

func breaches(file *ast.File, program bool) (list []breach) {
	for _, decl := range file.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil && d.Name.Name == "init" {
				list = append(list, breach{d, "init hides what happens before main"})
			}
		case *ast.GenDecl:
			if d.Tok == token.VAR && !embedded(d) {
				list = append(list, breach{d, "a package variable is state that everybody shares"})
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if rule := forbiddenCalls()[callee(call)]; rule != "" && !(program && strings.HasPrefix(callee(call), "fmt.")) {
				list = append(list, breach{call, rule})
			}
		}
		return true
	})
	return list
}

func forbiddenCalls() map[string]string {
	return map[string]string{
		"time.Now":     "the day is data",
		"time.Since":   "the day is data",
		"panic":        "data problems are values, misuse is an error",
		"log.Fatal":    "a library does not end programs",
		"os.Getenv":    "no environment",
		"fmt.Print":    "a library does not print",
		"fmt.Printf":   "a library does not print",
		"fmt.Println":  "a library does not print",
		"context.TODO": "the caller gives the context",
	}
}

func callee(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok {
			return x.Name + "." + f.Sel.Name
		}
	}
	return ""
}

// embedded and sentinel errors are the two variables that the language leaves no
// other way for.
func embedded(d *ast.GenDecl) bool {
	if d.Doc != nil && slices.ContainsFunc(d.Doc.List, func(c *ast.Comment) bool { return strings.HasPrefix(c.Text, "//go:embed") }) {
		return true
	}
	return !slices.ContainsFunc(d.Specs, func(s ast.Spec) bool { return !sentinel(s.(*ast.ValueSpec)) })
}

func sentinel(s *ast.ValueSpec) bool {
	if len(s.Values) != 1 {
		return false
	}
	made, ok := s.Values[0].(*ast.CallExpr)
	return ok && callee(made) == "errors.New"
}

// TestMapsAreNotWalkedIntoOutput: the order of a map is another at every run, so every
// walk over one says why its order does not show: "any order: ...".
func TestMapsAreNotWalkedIntoOutput(t *testing.T) {
	packages := parsePackages(t)
	from := importer.ForCompiler(packages[0].fset, "source", nil) // one for all: it checks each package once
	for _, p := range packages {
		info := typesOf(t, p, from)
		for _, file := range p.files {
			for _, loop := range mapLoops(info, file) {
				if !explained(p.fset, file, loop) {
					t.Errorf("%s: a walk over a map that does not say why its order does not show", p.at(loop))
				}
			}
		}
	}
}

func typesOf(t *testing.T, p *pkg, from types.Importer) *types.Info {
	t.Helper()
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	config := types.Config{Importer: from}
	_, err := config.Check(path.Join(module, p.dir), p.fset, p.files, info)
	require.NoError(t, err)
	return info
}

func mapLoops(info *types.Info, file *ast.File) (loops []*ast.RangeStmt) {
	ast.Inspect(file, func(n ast.Node) bool {
		if loop, ok := n.(*ast.RangeStmt); ok {
			if _, isMap := info.TypeOf(loop.X).Underlying().(*types.Map); isMap {
				loops = append(loops, loop)
			}
		}
		return true
	})
	return loops
}

// explained: the line of the loop, or the one above, says "any order".
func explained(fset *token.FileSet, file *ast.File, loop *ast.RangeStmt) bool {
	line := fset.Position(loop.Pos()).Line
	for _, group := range file.Comments {
		for _, comment := range group.List {
			at := fset.Position(comment.Pos()).Line
			if (at == line || at == line-1) && strings.Contains(comment.Text, "any order") {
				return true
			}
		}
	}
	return false
}

// TestFilesStaySmall: one concept a file.
func TestFilesStaySmall(t *testing.T) {
	for _, p := range parsePackages(t) {
		for _, file := range p.files {
			if lines := p.fset.Position(file.End()).Line; lines > 400 {
				t.Errorf("%s has %d lines: one thought, or several?", p.fset.Position(file.Pos()).Filename, lines)
			}
		}
	}
}
