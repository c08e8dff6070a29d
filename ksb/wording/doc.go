// Package wording holds what this project says to people: a catalogue of messages, one
// file a language. English is embedded; another language is one file more, read by
// [Load]. A catalogue is a value that its user hands to a writer; there is no catalogue
// of the whole program, and no language is guessed. What a standard says, the text of a
// statement, a duty, the name of a person or of a source, is data: no catalogue
// translates it.
//
// A file is JSON:
//
//	{"language": "cy",
//	 "messages": {
//	   "verdict.yes": "YN BAROD.",
//	   "list.more": {"one": "{names} ac {n} arall", "other": "{names} a {n} arall"}}}
//
// An argument stands in braces, by name, so that a translator sees what it is and may
// move it. A message of several plural forms (zero, one, two, few, many, other) follows
// its argument n; other is required. A message that a file leaves out is said in English.
//
// The rules of plurals, the tags of languages and the digits and separators of numbers
// are those of golang.org/x/text (feature/plural, language, message). Its own catalogue
// of formats was left aside: it counts arguments where translators need names, and keeps
// languages in a variable of the program. Its tables of plurals are those of CLDR 32 (2017); the
// later rules differ for whole millions and a few small languages, which then say
// other. The alternative, go-i18n, is alive and has names, but it runs a template for
// every message, and is a module more where x/text is here already.
package wording
