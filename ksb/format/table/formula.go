package table

import "strings"

// reachesOut tells whether a formula takes its value from another workbook ("[1]Sheet!A1",
// as files write it), from another program ("cmd|'/C calc'!A0") or from a network. What
// stands within double quotes is text.
func reachesOut(formula string) bool {
	formula = strings.ToUpper(outsideQuotes(formula))
	for _, call := range []string{"WEBSERVICE(", "RTD(", "DDE(", "IMPORTDATA(", "IMPORTXML(", "IMPORTHTML(", "IMPORTRANGE("} {
		if strings.Contains(formula, call) {
			return true
		}
	}
	if program, item, found := strings.Cut(formula, "|"); found && program != "" && strings.Contains(item, "!") {
		return true
	}
	return namesWorkbook(formula)
}

// namesWorkbook looks for a number in brackets and, right behind it, the name of a sheet.
// A column of a table may stand in brackets, too, with no sheet right behind it.
func namesWorkbook(formula string) bool {
	for {
		_, rest, open := strings.Cut(formula, "[")
		number, after, closed := strings.Cut(rest, "]")
		if !open || !closed {
			return false
		}
		sheet, _, named := strings.Cut(after, "!")
		if named && number != "" && strings.Trim(number, "0123456789") == "" && isSheet(sheet) {
			return true
		}
		formula = rest
	}
}

// isSheet: the rest of a name that was quoted before the brackets, or one without signs.
func isSheet(name string) bool {
	return strings.Count(name, "'")%2 == 1 || !strings.ContainsAny(name, "[](){},;+-*/^&=<>' ")
}

func outsideQuotes(formula string) string {
	parts := strings.Split(formula, `"`)
	if len(parts) == 1 {
		return formula
	}
	var out strings.Builder
	for i := 0; i < len(parts); i += 2 {
		out.WriteString(parts[i])
	}
	return out.String()
}
