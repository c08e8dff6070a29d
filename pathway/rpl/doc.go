// Package rpl recognises prior learning in English apprenticeships: how many hours of
// the planned training a person does not need, how much shorter the programme gets, and
// by how much its price has to fall at the least.
//
//	Report --FromReport--> Prior    what the person can show, from an assessment
//	Scan   --FromScan---->  Prior    the same, from a skills scan
//	Delivery x Prior --Recognise--> *Result
//
// Everything is whole minutes, weeks and pence; every division is exact and rounded down
// once, and what would not fit 64 bits is refused. Each figure of a [Result] names the
// rule that it follows, the edition of the rule and where it is written down.
//
// # Rules by day
//
// Which rules hold is decided by the day on which the learner starts. They are data, see
// [RuleSets]; a day that no set covers is refused with [ErrNoRules]. The rules of the
// year 2026 to 2027 are taken to be those of the year before, since their paragraphs on
// prior learning could not be checked, and those before August 2022 are held from accounts
// of others: every result by them says so.
//
// # Hours
//
// The three methods of the field are worked out side by side, and the result follows
// one, by default [ActivityOmission]:
//
//   - ActivityOmission: an activity is left out if every statement it teaches is met.
//   - Binary: an activity's minutes are split equally among its statements; those of the
//     met ones go.
//   - Sliding: as Binary, but a statement that is shown in part takes that part with it:
//     level held ÷ level needed.
//
// Minutes are rounded down once an activity, so that the lines add up to the total. The
// first method never removes more than the second, nor the second more than the third.
// An activity that names no statement is never left out: nothing could show that it is
// not needed. Neither is one that names a statement the role does not have, which is a
// problem. A statement that does not apply to the person is not prior learning.
//
// # What is removed, and what only costs less
//
// What is not needed is removed as far as the minimum hours and the minimum duration of
// the rules allow. What cannot be removed has to be filled with other training. The price
// falls all the same: its floor rests on the hours that are not needed, because the rules
// ask for a lower price even where the duration cannot be reduced.
//
// Weeks: where activities say by how many weeks the programme is shorter without them,
// the weeks of those that are left out whole are added up; where none does, the
// programme gets shorter in proportion to its hours. A minimum of months is counted
// from the day of the start and rounded up to whole weeks.
//
// # Price
//
// The floor is the band maximum × minutes not needed ÷ (2 × all minutes), rounded down
// to whole pounds as the service does. Beside it stand the product to the penny, rounded
// up, for whoever must not be a penny under it; and what the service itself computes,
// which can be a pound less, since it divides before it multiplies, and works in whole
// hours. An agreed price is the price before recognition; what exceeds the fundable
// maximum is between provider and employer. A cut that was offered stands if it is not
// below the floor.
//
// # What counts as shown
//
// A report counts what is met, overrides included (with a warning, since the decision has
// to be on file), and for [Sliding] the greatest level held below the one needed. In a
// skills scan a score counts only with a piece of evidence that is more than the
// person's own word. A result supports a decision; it does not make one.
package rpl
