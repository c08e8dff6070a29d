package rpl

import (
	"math/big"
)

// ServiceValue is the least price cut that the official service computes, in whole
// pounds, and whether it computes one: not without hours, nor without a reduction. It
// divides before it multiplies, in decimals of 96 bits, so that it can be a pound less
// than the exact floor of [PriceFloor], never more: use it to reconcile, not to decide.
// Percentages above 100 are not refused here; see [Limits.Check].
func ServiceValue(bandPounds, totalHours, reducedHours int64) (pounds int64, known bool) {
	if totalHours <= 0 || reducedHours <= 0 || bandPounds < 0 {
		return 0, false
	}
	percent := whole(reducedHours).over(whole(totalHours)).by(whole(100))
	least := whole(bandPounds).by(percent.over(whole(2))).over(whole(100))
	floor := new(big.Int).Quo(least.digits, power(least.places))
	return floor.Int64(), floor.IsInt64()
}

// decimal is digits ÷ 10^places as the service's platform keeps it: at most 96 bits of
// digits and 28 places, what is beyond them rounded half to even.
type decimal struct {
	digits *big.Int
	places int
}

const mostPlaces, digitBits = 28, 96

func whole(n int64) decimal { return decimal{digits: big.NewInt(n)} }

func power(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

func (d decimal) by(e decimal) decimal {
	return fit(new(big.Int).Mul(d.digits, e.digits), power(d.places+e.places))
}

func (d decimal) over(e decimal) decimal {
	return fit(new(big.Int).Mul(d.digits, power(e.places)), new(big.Int).Mul(e.digits, power(d.places)))
}

// fit is n ÷ d with as many places as there is room for.
func fit(n, d *big.Int) decimal {
	for places := mostPlaces; places > 0; places-- {
		if digits := halfEven(new(big.Int).Mul(n, power(places)), d); digits.BitLen() <= digitBits {
			return decimal{digits, places}
		}
	}
	return decimal{digits: halfEven(n, d)}
}

func halfEven(n, d *big.Int) *big.Int {
	q, rest := new(big.Int).QuoRem(n, d, new(big.Int))
	switch twice := rest.Lsh(rest, 1).Cmp(d); {
	case twice > 0, twice == 0 && q.Bit(0) == 1:
		q.Add(q, big.NewInt(1))
	}
	return q
}
