package main

import (
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// explain prints why no cover costs less: the prices of the rows, or how many cases it
// takes.
func explain(w io.Writer, c *solve.Certificate) error {
	if c.Cost == nil {
		return nil
	}
	if cases := leaves(c.Cost.Case); cases > 1 {
		_, err := fmt.Fprintf(w, "  checked: %d cases, each with prices that prove it\n", cases)
		return err
	}
	last := c.Cost.Case.Prices[len(c.Cost.Case.Prices)-1]
	sum := int64(0)
	for k, i := range last.Rows {
		row := c.Cost.Landmarks[i].Goal + 1
		sum += last.Each[k]
		if _, err := fmt.Fprintf(w, "  row %d: %.3f\n", row, float64(last.Each[k])/float64(last.Unit)); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "  checked: %d rows are worth %.3f, and no column is charged more than it costs, or the excess is taken off\n", len(last.Rows), float64(sum)/float64(last.Unit))
	return err
}

// leaves counts the cases that are not split further.
func leaves(c *solve.Case) int {
	if c == nil {
		return 0
	}
	return max(1, leaves(c.With)+leaves(c.Without))
}
