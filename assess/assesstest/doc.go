// Package assesstest measures models of belief on people of whom the truth is known, since
// they are drawn by chance. A user may run it on a model or a policy of their own:
//
//	result, err := assesstest.Run(ctx, assesstest.Options{Seed: 1, Models: append(assesstest.Models(), mine)})
//
// Everything goes through the engine: what is measured is what reports say.
//
// # The worlds
//
// In the base world a person's ability is normal around 2.1 of 4 with a deviation of 0.65,
// each statement strays from it by 0.85, and a role asks for level 2, 3 or 4. One
// statement in five has no evidence; the others have one piece and a Poisson number more,
// two on average, by seven kinds of source that stray by 0.55 to 1.3 levels. Each kind has
// two assessors a person, of differing severity; people rate themselves too high; they
// grow, so that older evidence shows less; and some pieces are given again by the same
// assessor, hardly more independent than a copy. [Worlds] names how the other eight
// differ. The model under test is told none of this: its reliabilities and half-lives are
// the policy's.
//
// [Invented] is a tenth world that breaks what the nine share. It stays out of the means.
//
// # The measures
//
// [Measures] says what each is and what is best. Those of single statements are over the
// statements with evidence, as the published figures are; BrierAll counts the others too,
// where a model can do no better than the base rate.
//
// The figures published for this model (two prototypes, other streams of chance) are
// Spearman 0.67 to 0.68, NDCG 0.83 to 0.85, Brier 0.128 to 0.135, level error 0.58 to 0.59,
// coverage 0.92; a test holds ours against them.
//
// # Limits
//
// The worlds were written by people who knew the model. Noise and bias are misspecified on
// purpose, and one world was invented to hurt, but a simulation shows that a model can work,
// never that it does: real double ratings do (see package calibrate).
package assesstest
