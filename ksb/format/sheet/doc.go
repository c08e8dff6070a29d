// Package sheet reads and writes frameworks as the spreadsheets that people keep: CSV
// files and .xlsx workbooks. What is understood of a file, and how headers are matched,
// is the business of package table.
//
// # One table
//
// A CSV file, or a workbook without a sheet "Statements", has a row for each role and
// statement. Code and Text are needed; people call them many names.
//
//	Framework, Edition       of the whole file; without: the name of the file
//	Role, Role title         without a column Role: the name of the sheet where several
//	                         are read, else the framework; a blank cell: no role asks for it
//	Statement                the ID; without: ROLE/CODE, or FRAMEWORK/CODE without a role
//	Code, Kind, Text         no Kind: what a code such as K1, S1 or B1 tells
//	Scale, Rungs             the rungs parted by ";", lowest first; a scale of [ksb.Rating]
//	                         needs none
//	Level                    a rung, by its name or its number from 0; blank: the top one
//	Critical, Weight
//	Duties                   codes parted by "," or ";"
//	Requires                 statements, by ID or code, parted by ";"
//	Half-life days, Verified by
//
// A row without Text and Kind is about the statement of another row. Levels above 1
// without any rungs get a scale up to the highest of them, which is a problem that says
// so. Where no row of a role with duties says more than which statement it is, the role
// requires what its duties name. Duties have a code and nothing else; gates, options,
// codes, links, groups and facts have no place in one table.
//
// # A sheet for each thing
//
// A workbook with a sheet "Statements" holds all of ksb/1: the sheets Framework, Scales,
// Statements, Roles, Requirements, Duties, Options, Gates, Codes, Links, Related roles
// and Groups, of which only Statements must be there. Their columns are those that
// [WriteXLSX] writes. Wherever a statement is named, its ID or, where it is the only one
// of that code, its code will do; an ID outranks a code. The rule of a gate is the JSON
// of ksb/1, or the name of the one credential that it asks for.
package sheet
