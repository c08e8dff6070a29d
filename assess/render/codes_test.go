package render_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// codes are those that package assess gives, read from its sources, so that a code
// that is new there and has no wording here is noticed.
type codes struct{ findings, causes, reasons, unseen []string }

func codesOfAssess(t *testing.T) (c codes) {
	t.Helper()
	names, err := filepath.Glob("../*.go")
	require.NoError(t, err)
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == "referenceFault" {
				c.findings = append(c.findings, returned(f)...)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool { c.look(n); return true })
	}
	for _, list := range []*[]string{&c.findings, &c.causes, &c.reasons} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return c
}

// look notes the codes of one node: where each stands is how that package writes them.
func (c *codes) look(n ast.Node) {
	switch n := n.(type) {
	case *ast.CallExpr:
		c.call(n)
	case *ast.AssignStmt:
		if name, ok := n.Lhs[0].(*ast.Ident); ok && name.Name == "fault" {
			c.add(&c.findings, n.Rhs[0])
		}
	case *ast.CompositeLit:
		c.literal(n)
	}
}

func (c *codes) call(n *ast.CallExpr) {
	name := ""
	switch f := n.Fun.(type) {
	case *ast.Ident:
		name = f.Name
	case *ast.SelectorExpr:
		name = f.Sel.Name
	}
	switch {
	case name == "finding":
		c.add(&c.findings, n.Args[1])
	case name == "find" && len(n.Args) >= 4:
		c.add(&c.findings, n.Args[3])
	case name == "note":
		c.add(&c.findings, n.Args[0])
	case name == "reason":
		c.add(&c.reasons, n.Args[0])
	case name == "add" && isText(n.Args[0]):
		c.add(&c.reasons, n.Args[0])
	case name == "add" && len(n.Args) == 3:
		c.add(&c.causes, n.Args[1])
	}
}

// literal notes the code of a value written out, or of those in a list.
func (c *codes) literal(n *ast.CompositeLit) {
	parts := []ast.Expr{n}
	of := n.Type
	if list, ok := of.(*ast.ArrayType); ok {
		parts, of = n.Elts, list.Elt
	}
	name, _ := of.(*ast.Ident)
	if name == nil {
		return
	}
	into := map[string]*[]string{"Cause": &c.causes, "Reason": &c.reasons, "Finding": &c.findings}[name.Name]
	for _, part := range parts {
		if value, ok := part.(*ast.CompositeLit); ok && into != nil {
			c.fields(into, value, name.Name == "Finding")
		}
	}
}

// fields notes the code among fields with or without their names.
func (c *codes) fields(into *[]string, n *ast.CompositeLit, isFinding bool) {
	for i, e := range n.Elts {
		pair, named := e.(*ast.KeyValueExpr)
		switch {
		case named && pair.Key.(*ast.Ident).Name == "Code":
			c.add(into, pair.Value)
		case !named && i == 0 && !isFinding:
			c.add(into, e)
		}
	}
}

// add notes a code. What is no text is a code in a variable: known ways to fill those
// are followed, any other is unseen.
func (c *codes) add(list *[]string, e ast.Expr) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if code, _ := strconv.Unquote(e.Value); code != "" {
			*list = append(*list, code)
		}
		return
	case *ast.Ident:
		if e.Name == "code" || e.Name == "fault" {
			return
		}
	case *ast.CallExpr:
		if f, ok := e.Fun.(*ast.Ident); ok && f.Name == "referenceFault" {
			return
		}
		if f, ok := e.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "String" { // of a status
			return
		}
	}
	c.unseen = append(c.unseen, "a code that is not a text")
}

func isText(e ast.Expr) bool {
	literal, ok := e.(*ast.BasicLit)
	return ok && literal.Kind == token.STRING
}

func returned(f *ast.FuncDecl) (list []string) {
	ast.Inspect(f, func(n ast.Node) bool {
		if r, ok := n.(*ast.ReturnStmt); ok && isText(r.Results[0]) {
			code, _ := strconv.Unquote(r.Results[0].(*ast.BasicLit).Value)
			list = append(list, code)
		}
		return true
	})
	return list
}
