// Package web writes pages for a browser: a shell with a style sheet and a small script,
// elements that cannot be left open or unescaped, and charts as inline SVG.
//
// A page is a tree of [Node]. The names of elements and attributes are constants of the
// program, which the compiler sees to; text and values are data and always escaped; an
// address is checked; and there is no way to write markup as it stands, a script, a style
// or a handler of events. So a page needs no template that is parsed, works under a
// content security policy without 'unsafe-inline' (see [Assets]), and costs what its bytes
// cost. Package html/template was left aside because a template cannot be composed from
// parts that several packages hold without a registry, and costs several times as much
// for a page of many small elements; [Document.HTML] and [Section.HTML] hand a page to
// programs that use it.
//
// Pages are read without a script. The script folds, sorts and filters, and opens what is
// folded before printing.
package web
